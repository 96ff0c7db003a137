package pack

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/fit/fittest"
)

func builtinReader(t testing.TB) *Reader {
	p := Builtin()
	return NewReader(p)
}

const wholeYAML = `# the example of the manual
id: r000001
pack: ops-roles
roles: [sre, platform, cloud, devops]
seed: 42
taken: 2026-01-02T15:04:05Z
answers:
  new-service: {best: b, worst: d, seconds: 11.2}
  free-week: {skip: none}
  five-years: {best: , worst: }
  monday-board:
skills: {observability: 2, linux: {skip: unsure}, testing: , scripting: {skip: }}
cards: {sre: want, cloud: no, card-1: }
start: current:sre
holds: sre
offers: {part-2: yes, more-skills: false}
finished: true
stopped: true
extra: 1
at: question:new-service
`

const wholeJSON = "\ufeff\t{\"id\": \"r\\u0030\\/1\",\r\n\t\"pack\":\"ops-roles\",\"roles\" : [\"sre\",\"platform\",\"cloud\",\"devops\"],\"seed\":42,\n" +

	`"taken":"2026-01-02T15:04:05Z","answers":{"new-service":{"best":"b","worst":"d","seconds":1.12e1},"free-week":{"skip":"none"},
"five-years":{"best":null,"worst":""},"monday-board":null},"skills":{"observability":2,"linux":{"skip":"unsure"}},
"cards":{"sre":true,"cloud":"pass"},"start":{"id":"current:sre"},"holds":"sre","conditions":{},"offers":{"part-2":true,"more-skills":"no"},
"finished":true,"stopped":true,"extra":1,"at":"question:new-service"}`

func TestAnswersInYAMLAndJSON(t *testing.T) {
	want := &fit.Answers{
		ID: "r000001", Pack: "ops-roles", Roles: []string{"sre", "platform", "cloud", "devops"},
		Seed: 42, Seeded: true, Taken: "2026-01-02T15:04:05Z",
		All: []fit.Answer{
			{Question: "new-service", Best: "b", Worst: "d", Seconds: 11.2},
			{Question: "free-week", Skip: fit.None, Seconds: -1},
		},
		Skills:   []fit.Rating{{Skill: "observability", Level: 2}, {Skill: "linux", Skip: fit.Unsure}},
		Cards:    []fit.Card{{Role: "sre", Rating: fit.Want}, {Role: "cloud", Rating: fit.Pass}},
		Start:    fit.StartAnswer{ID: "current:sre"},
		Holds:    "sre",
		Offers:   []fit.OfferAnswer{{Offer: "part-2", Yes: true}, {Offer: "more-skills"}},
		Finished: true, Form: true, Stopped: true, ExtraRounds: 1, BackTo: "question:new-service",
	}
	r := builtinReader(t)
	_, got, err := r.Answers("a.yaml", []byte(wholeYAML))
	require.NoError(t, err)
	require.Equal(t, want, got)
	want.ID = "r0/1"
	_, got, err = r.Answers("a.json", []byte(wholeJSON))
	require.NoError(t, err)
	require.Equal(t, want, got)
}

// answerCases has documents and their problems, empty if there are none.
var answerCases = []struct{ name, doc, want string }{
	{"nothing answered", "pack: ops-roles\n", ""},
	{"skipped start", "start: {skip: unsure}\n", ""},
	{"cards by place", "seed: 7\ncards: {card-1: want, card-4: Pass, card-2: }\n", ""},
	{"a level of 0", "skills: {linux: 0}\n", ""},
	{"surrogates", `{"id":"\ud83d\ude00"}`, ""},
	{"empty", "", "1: is empty, expected lines of the form name: value"},
	{"comment only", "# nothing\n", "1: is empty, expected lines of the form name: value"},
	{"null", "null\n", "1: is empty, expected lines of the form name: value"},
	{"a list", "- a\n", "1: the document is a list, expected the fields id, pack, roles, seed, taken, finished, stopped, extra, at, answers, cards, start, holds, conditions, skills, offers"},
	{"two documents", "id: a\n---\nid: b\n", "3: a second document starts here, expected one per file"},
	{"two objects", "{\"id\":\"a\"}\n{\"id\":\"b\"}", "2: is not valid JSON: invalid character '{' after top-level value"},
	{"trailing comma", "{\"id\":\"a\",\n}", "2: is not valid JSON: invalid character '}' looking for beginning of object key string"},
	{"cut off", "{\"id\":\"a\"", "1: is not valid JSON: unexpected end of JSON input"},
	{"not UTF-8", "{\"id\":\"\xff\"}", "1: is not UTF-8 text"},
	{"NaN in JSON", `{"answers":{"new-service":{"best":"a","worst":"b","seconds":NaN}}}`, "1: is not valid JSON: invalid character 'N' looking for beginning of value"},
	{"key twice", "id: a\nid: b\n", `2: "id" is listed twice in the document, first in line 1, expected once`},
	{"question twice in JSON", "{\"answers\":{\"new-service\":{\"skip\":\"none\"},\n \"new-service\":null}}", `2: "new-service" is listed twice in answers, first in line 1, expected once`},
	{"unknown holds", "holds: srr\n", `1: holds is "srr", expected one of cloud, devops, platform, sre (did you mean "sre"?)`},
	{"unknown field", "answer: {}\n", `1: the document has the unknown field "answer", expected one of id, pack, roles, seed, taken, finished, stopped, extra, at, answers, cards, start, holds, conditions, skills, offers (did you mean "answers"?)`},
	{"another pack", "pack: data-roles\nanswers: {whatever: {best: z}}\nskills: {sql: 2}\n", `1: the answers are for pack "data-roles", expected "ops-roles": name the folder of the other pack with --pack`},
	{"a result", "{\"schema\":\"rolefit/result/1\",\n\"verdict\":\"clear\"}", `1: the document is a "rolefit/result/1", expected answers`},
	{"empty role", "roles:\n- sre\n-\n", "2: roles has an empty entry, expected the ids of roles, or no list for all roles"},
	{"empty role after a warning", "id: fix issue #5 of ours\nroles: ['']\n", "2: roles has an empty entry, expected the ids of roles, or no list for all roles"},
	{"empty role in JSON", `{"roles":["","sre","nobody"]}`, "1: roles has an empty entry, expected the ids of roles, or no list for all roles"},
	{"roles", "roles: [sre, sre, plattform]\n", `1: role "sre" is listed twice, expected once
1: role "plattform" is not in pack "ops-roles", expected some of cloud, devops, platform, sre (did you mean "platform"?)`},
	{"one role", "roles: [sre]\n", `1: the number of roles of pack "ops-roles" is 1, expected two or more`},
	{"seeds", "seed: -1\n", "1: seed is -1, expected a whole number from 0 to 9007199254740992"},
	{"large seed", "seed: 9007199254740993\n", "1: seed is 9007199254740993, expected a whole number from 0 to 9007199254740992"},
	{"seed as text", `{"seed":"42"}`, `1: seed is "42", expected a whole number from 0 to 9007199254740992`},
	{"taken", "taken: 2026-01-02 15:04\n", `1: taken is "2026-01-02 15:04", expected a time such as 2026-01-02T15:04:05Z`},
	{"half an answer", "answers:\n  free-week: {skip: none}\n  new-service: {best: a, worst: }\n", `3: question "new-service": worst is missing, expected a letter from a to d, or a skip`},
	{"out of range", "answers:\n  new-service:\n    best: e\n    worst: 5\n", `3: best of "new-service" is "e", expected one of a, b, c, d
4: worst of "new-service" is "5", expected one of a, b, c, d`},
	{"the same twice", "answers:\n  new-service: {best: a, worst: a}\n", `2: question "new-service": best and worst are both "a", expected two different options`},
	{"skip and answer", "answers:\n  new-service: {best: a, worst: b, skip: none}\n", `2: question "new-service": both skipped and answered, expected one of the two`},
	{"unknown skip", "answers:\n  new-service: {skip: unsur}\n", `2: skip of "new-service" is "unsur", expected one of unsure, unclear, none (did you mean "unsure"?)`},
	{"unknown question", "answers:\n  new-servise: {skip: none}\n", `2: question "new-servise" is not in this quiz, expected one of its 27 (did you mean "new-service"?)`},
	{"seconds", "answers:\n  new-service: {best: a, worst: b, seconds: .nan}\n  free-week: {skip: none, seconds: -1}\n  five-years: {skip: none, seconds: \"2\"}\n  safeguards: {seconds: 3}\n",
		`2: seconds of "new-service" is .nan, expected a number from 0 to 31622400
3: seconds of "free-week" is -1, expected a number from 0 to 31622400
4: seconds of "five-years" is "2", expected a number from 0 to 31622400
5: question "safeguards" has seconds and no answer, expected best and worst, or a skip`},
	{"huge seconds", "answers: {new-service: {skip: none, seconds: 1e999}}\n", `1: seconds of "new-service" is "1e999", expected a number from 0 to 31622400`},
	{"levels", "skills:\n  linux: 5\n  testing: 2.0\n  cost: \"2\"\n  networking: {skip: none}\n  observabilty: 2\n  capacity: 02\n",
		`2: "linux" in skills is 5, expected a whole number from 0 to 4
3: "testing" in skills is 2.0, expected a whole number from 0 to 4
4: "cost" in skills is "2", expected a whole number from 0 to 4
5: skip of "networking" is "none", expected unsure
6: skill "observabilty" is not in pack "ops-roles", expected one of its 20 (did you mean "observability"?)
7: "capacity" in skills is 02, expected a whole number from 0 to 4`},
	{"a card twice", "seed: 7\ncards: {card-1: want, card-2: want, card-3: want, card-4: want, sre: want}\n", `2: the card of "sre" is rated twice, expected once`},
	{"unknown card", "cards: {card-5: want, sree: pass}\n", `1: card "card-5" is not in this quiz, expected one of card-1 to card-4, or of cloud, devops, platform, sre
1: card "sree" is not in this quiz, expected one of card-1 to card-4, or of cloud, devops, platform, sre (did you mean "sre"?)`},
	{"card not asked for", "cards: {cloud: want}\nroles: [devops, sre]\n", `1: card "cloud" is not in this quiz, expected one of card-1 to card-2, or of devops, sre`},
	{"unknown rating", "cards: {sre: mabye, cloud: 1}\n", `1: "sre" in cards is "mabye", expected one of want, maybe, pass, yes, no, true, false (did you mean "maybe"?)
1: "cloud" in cards is 1, expected one of want, maybe, pass, yes, no, true, false`},
	{"start and skip", "start: {id: current:sre, skip: unsure}\n", "1: start is both skipped and answered, expected one of the two"},
	{"offer", "offers: {part-3: yes}\n", `1: offer is "part-3", expected one of more-questions, part-2, more-skills (did you mean "part-2"?)`},
	{"truth", "finished: yes\n", `1: finished is "yes", expected true or false`},
	{"nowhere", "at: elsewhere\n", `1: at is "elsewhere", expected a step, as in question:free-week`},
	{"anchors and tags", "id: &a x\npack: *a\ntaken: !!str 2026-01-02T15:04:05Z\n", `1: has the anchor &a, expected a value without one
2: has the alias *a, expected the value itself
3: has the tag !!str, expected a value without one`},
	{"escape sequence", "id: \"\\e[31m\"\n", "1: id holds the control character U+001B, expected plain text"},
	{"deep JSON", `{"id":` + strings.Repeat("[", 40) + strings.Repeat("]", 40) + `}`, "1: is nested more than 16 deep, which is the limit"},
	{"a number as id", "id: 42\n", "1: id is 42, expected text: put it in quotes"},
}

func TestAnswersReportsEveryProblem(t *testing.T) {
	for _, c := range answerCases {
		t.Run(c.name, func(t *testing.T) {
			q, a, err := builtinReader(t).Answers("f", []byte(c.doc))
			if c.want == "" {
				require.NoError(t, err)
				require.NotNil(t, q)
				return
			}
			require.Nil(t, a)
			require.EqualError(t, err, "f:"+strings.ReplaceAll(c.want, "\n", "\nf:"))
			require.IsType(t, Problems{}, err)
		})
	}
}

// Starts and conditions are those of the pack.
func TestStartsAndConditionsOfThePack(t *testing.T) {
	p, err := Load(filepath.Join(packsDir, "two-parts"))
	require.NoError(t, err)
	starts := "backend, frontend, operations, network, qa, support, data, security, student, current:ROLE"
	for doc, want := range map[string]string{
		"start: somewhere": `f:1: start is "somewhere", expected one of ` + starts,
		"start: studnet":   `f:1: start is "studnet", expected one of ` + starts + ` (did you mean "student"?)`,
		"start: current:baker\nroles: [gardener, paramedic]": `f:1: start is "current:baker", expected one of ` + starts,
		"conditions: {on-cal: fine}":                         `f:1: condition "on-cal" is not in pack "two-parts", expected one of its 9 (did you mean "on-call"?)`,
		"conditions: {on-call: perhaps}":                     `f:1: "on-call" in conditions is "perhaps", expected one of fine, rather-not, refuse`,
	} {
		_, _, err := NewReader(p).Answers("f", []byte(doc))
		require.EqualError(t, err, want, doc)
	}
	_, a, err := NewReader(p).Answers("f", []byte("start: Student\nconditions: {on-call: Refuse, legacy: }"))
	require.NoError(t, err)
	require.Equal(t, fit.StartAnswer{ID: "student"}, a.Start)
	require.Equal(t, []fit.ConditionAnswer{{Condition: "on-call", Tolerance: fit.Refuse}}, a.Conditions)
}

// People write capitals, the numbers that the quiz on screen has, and quotes
// that a word processor made.
func TestLettersAreReadAsPeopleWriteThem(t *testing.T) {
	_, a, err := builtinReader(t).Answers("f", []byte("answers:\n  new-service: {best: B, worst: 4}\n  free-week: {best: “a”, worst: ‘C’}\n  five-years: {skip: Unsure}\n  monday-board: {best: \"1\", worst: 'd'}\ncards: {Card-1: Want, card-2: “NO”}\nseed: 7\n"))
	require.NoError(t, err)
	require.Equal(t, []fit.Answer{
		{Question: "new-service", Best: "b", Worst: "d", Seconds: -1},
		{Question: "free-week", Best: "a", Worst: "c", Seconds: -1},
		{Question: "five-years", Skip: fit.Unsure, Seconds: -1},
		{Question: "monday-board", Best: "a", Worst: "d", Seconds: -1},
	}, a.All)
	_, b, err := builtinReader(t).Answers("f", []byte("cards: {card-1: want, card-2: pass}\nseed: 7\n"))
	require.NoError(t, err)
	require.Equal(t, b.Cards, a.Cards)
}

func TestHasComments(t *testing.T) {
	for text, want := range map[string]bool{"# a\nid: x": true, "id: x # a": true, "id: x\n# a": true, "id: 'x # a'": false, `{"id": "# a"}`: false} {
		require.Equal(t, want, HasComments([]byte(text)), text)
	}
}

// With two options, one of best and worst settles both.
func TestOneOfTwoIsEnough(t *testing.T) {
	_, a, err := builtinReader(t).Answers("f", []byte("roles: [sre, cloud]\nanswers:\n  new-service: {best: b}\n  free-week: {worst: a}\n"))
	require.NoError(t, err)
	require.Equal(t, []fit.Answer{
		{Question: "new-service", Best: "b", Worst: "d", Seconds: -1},
		{Question: "free-week", Best: "c", Worst: "a", Seconds: -1},
	}, a.All)
}

// drawAnswers draws answers in any state that an interview can leave them in.
func drawAnswers(t *rapid.T, q *fit.Quiz) *fit.Answers {
	a := &fit.Answers{
		ID:          rapid.StringMatching(`[a-z<&"' é😀-]{1,8}x`).Draw(t, "id"),
		Pack:        q.Pack.ID,
		Finished:    rapid.Bool().Draw(t, "finished"),
		Stopped:     rapid.Bool().Draw(t, "stopped"),
		BackTo:      rapid.SampledFrom([]string{"", "card:card-2", "start:start", "offer:part-2", "question:" + q.Questions[0].ID}).Draw(t, "at"),
		Start:       rapid.SampledFrom([]fit.StartAnswer{{}, {ID: "current:sre"}, {Skip: fit.Unsure}}).Draw(t, "start"),
		ExtraRounds: rapid.IntRange(0, 2).Draw(t, "extra"),
	}
	a.ID = strings.Join(strings.Fields(a.ID), " ")
	if a.Seeded = rapid.Bool().Draw(t, "seeded"); a.Seeded {
		a.Seed = rapid.Uint64Range(0, fit.MaxSeed).Draw(t, "seed")
	}
	for _, x := range rapid.Permutation(q.Questions).Draw(t, "questions")[:rapid.IntRange(0, len(q.Questions)).Draw(t, "n")] {
		answer := fit.Answer{Question: x.ID, Seconds: -1}
		if rapid.Bool().Draw(t, "skipped") {
			answer.Skip = rapid.SampledFrom(fit.Skips).Draw(t, "skip")
		} else {
			keys := rapid.Permutation(x.Keys()).Draw(t, "keys")
			answer.Best, answer.Worst = keys[0], keys[1]
			answer.Seconds = rapid.Float64Range(0, fit.MaxSeconds-1).Draw(t, "seconds")
		}
		a.All = append(a.All, answer)
	}
	for _, s := range q.Pack.Skills[:rapid.IntRange(0, len(q.Pack.Skills)).Draw(t, "skills")] {
		a.Skills = append(a.Skills, fit.Rating{Skill: s.ID, Level: rapid.IntRange(0, fit.MaxLevel).Draw(t, "level")})
	}
	a.Cards = fittest.DrawCards(t, q)
	for _, id := range fit.Offers[:rapid.IntRange(0, len(fit.Offers)).Draw(t, "offers")] {
		a.Offers = append(a.Offers, fit.OfferAnswer{Offer: id, Yes: rapid.Bool().Draw(t, "yes")})
	}
	return a
}

func TestJSONIsReadBackTheSame(t *testing.T) {
	r := builtinReader(t)
	rapid.Check(t, func(t *rapid.T) {
		q, err := r.Quiz(nil)
		require.NoError(t, err)
		a := drawAnswers(t, q)
		data, err := JSON(q, a)
		require.NoError(t, err)
		_, back, err := r.Answers("a.json", data)
		require.NoError(t, err)
		require.Equal(t, a, back)
	})
}

func TestReaderCachesQuizzes(t *testing.T) {
	r := builtinReader(t)
	a, err := r.Quiz([]string{"sre", "cloud"})
	require.NoError(t, err)
	b, err := r.Quiz([]string{"cloud", "sre"})
	require.NoError(t, err)
	require.Same(t, a, b)
	_, err = r.Quiz([]string{"cloud", "cloud"})
	require.Error(t, err)
}
