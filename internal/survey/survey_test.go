package survey

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/spell"
)

func builtin(t testing.TB) *Finder {
	q, err := fit.NewQuiz(pack.Builtin(), nil)
	require.NoError(t, err)
	return NewFinder(q)
}

// freeWeek returns the prompt and the options of a question of the built-in quiz.
func freeWeek(f *Finder) (prompt string, options []string) {
	x := f.quiz.Question("free-week")
	for _, o := range x.Options {
		options = append(options, o.Text)
	}
	return x.Prompt, options
}

func TestLabels(t *testing.T) {
	f := builtin(t)
	prompt, options := freeWeek(f)
	for label, want := range map[string]string{
		"free-week.best": "free-week.best", "free-week[best]": "free-week.best", "free_week_worst": "free-week.worst", "FreeWeek (Worst)": "free-week.worst",
		"freeweek[SQ002]": "free-week.2", "freeweek_SQ004": "free-week.4", "freeweek[1]": "free-week.1", "freeweek_c": "free-week.c", "freeweekB": "free-week.best", "freeweekW": "free-week.worst",
		prompt:             "free-week.ranking",
		prompt + " (best)": "free-week.best",
		"You.have.a.free.week.at.work..What.do.you.do..worst":          "free-week.worst", // as R writes it
		"1. " + prompt + " [Am wenigsten]":                             "free-week.worst",
		prompt + " (am liebsten)":                                      "free-week.best",
		"G02Q17. " + prompt + " [Rank 3]":                              "free-week.3",
		"Best: " + prompt:                                              "free-week.best",
		prompt + " [" + options[1] + "]":                               "free-week.b",
		prompt + " (" + options[2] + ")":                               "free-week.c",
		prompt + " - " + options[3][:30] + "...":                       "free-week.d",
		"<p>" + prompt + "</p> [" + options[0] + "]":                   "free-week.a",
		strings.ReplaceAll(prompt, " ", "\u00a0") + "\n(worst)":        "free-week.worst",
		prompt[:25] + "... - " + options[0]:                            "free-week.a",
		"You have a fre week at work. What do you do? - " + options[0]: "free-week.a",
		"Q1_best": "free-week.best", "Best Q1": "free-week.best", "Q1 [worst]": "free-week.worst", "Frage 1: worst": "free-week.worst",
		// Instructions on other lines, and names as a spreadsheet capitalizes them.
		"free-week.best\n(please pick one)": "free-week.best", "Free-Week.WORST": "free-week.worst",
		prompt + " (best)\r\nPlease pick one of the four.":      "free-week.best",
		prompt + " (worst)<br>Please pick one of the four.":     "free-week.worst",
		"Question 3 of 24\n" + prompt + " [" + options[1] + "]": "free-week.b",
		prompt + "\nPut all four in order":                      "free-week.ranking",
		strings.Repeat(prompt+" ", maxLabel/len(prompt)):        "ignore",
		prompt + "\nWhy did you choose this?":                   "ignore",
		"ID":                                                    "id", "Id\n(as in your mail)": "id", "Seed": "seed", "Card.SRE\nWould you want it?": "card.sre", "Condition.On-Call": "condition.on-call",

		// LimeSurvey's codes have no punctuation, and may come before the text.
		"freeweekbest": "free-week.best", "freeweekworst": "free-week.worst", "freeweek1": "free-week.1", "freeweekbest. " + prompt + " (best)": "free-week.best",
		"[G01Q01] " + prompt + " (worst)": "free-week.worst", "[freeweekbest] Any text": "free-week.best",
		"G01Q53. What's your background?": "start", "[G01Q53] What's your background?": "start", "12) Linux": "skill.linux", "[G02Q01] Linux": "skill.linux",
		"skilllinux": "skill.linux", "conditiononcall": "condition.on-call", "conditiononcall. Some text": "condition.on-call", "cardcard1": "card.card-1", "cardsre": "card.sre", "start. Other text": "ignore",

		"Timestamp": "taken", "Response ID": "id", "holds": "holds", "What's your background?": "start",
		"card-2": "card.card-2", "condition-on-call": "condition.on-call", "Linux": "skill.linux", "skill-linux": "skill.linux",
		"Name": "ignore", "What did you like best?": "ignore", "Comments on your week": "ignore", "Skill. How many do you have?": "ignore", "Q1": "ignore", "Q99_best": "ignore", "": "ignore",
	} {
		c, err := f.column([]string{label}, nil)
		require.NoError(t, err, label)
		require.Equal(t, want, c.name(), label)
	}
}

func TestCells(t *testing.T) {
	f := builtin(t)
	_, options := freeWeek(f)
	r := f.readers["free-week"]
	for cell, want := range map[string]int{
		"b": 1, "B": 1, "2": 1, "A2": 1, "AO02": 1, "SQ002": 1, "Option 2": 1, "option b": 1, "b.": 1, "“b”": 1, "’2’": 1, options[1]: 1, strings.ToUpper(options[1]): 1, "b) " + options[1]: 1,
		"(d) " + options[3]: 3, options[2][:20]: 2, options[2] + " ": 2, strings.Replace(options[0], "e", "", 1): 0,
		"a) " + options[1]: 1, "e": -1, "5": -1, "0": -1, "Find": -1, "something else entirely, at length": -1, "": -1, "A5": -1,
	} {
		require.Equal(t, want, r.option(cell), cell)
	}
}

func TestMoments(t *testing.T) {
	for stamp, want := range map[string]string{
		"2026-01-02T15:04:05Z": "2026-01-02T15:04:05Z", "2026-11-28T10:03:22+01:00": "2026-11-28T10:03:22+01:00", "2026-11-28 10:03:22": "2026-11-28T10:03:22Z",
		"2026/11/28 10:39:41 PM GMT+1": "2026-11-28T22:39:41+01:00", "2026/11/28 9:39:41 AM GMT+5:30": "2026-11-28T09:39:41+05:30", "28.11.2026 14:03": "2026-11-28T14:03:00Z", "28.11.2026": "2026-11-28T00:00:00Z",
		"11/28/2026 14:03:22": "2026-11-28T14:03:22Z", "28/11/2026 14:03:22": "2026-11-28T14:03:22Z", "5/5/2026 1:02": "2026-05-05T01:02:00Z",
		"Nov 28, 2026, 10:03": "2026-11-28T10:03:00Z", "Nov 28, 2026, 1:03 PM": "2026-11-28T13:03:00Z", "28 Nov 2026": "2026-11-28T00:00:00Z",
		"10/5/2026 14:03:22": "", "yesterday": "", "": "", "22.11.": "", "99.99.2026": "", "2026": "", "2026/11/28 10:39:41 PM EET": "",
	} {
		require.Equal(t, want, moment(stamp), stamp)
	}
}

// table reads one row below a header. It returns the texts of what was skipped
// and the problems.
func table(t testing.TB, header, row []string) (c *Columns, a *fit.Answers, complaints []string) {
	c, err := builtin(t).Match([][]string{header}, nil)
	require.NoError(t, err)
	a = &fit.Answers{}
	skipped, problems := c.Answers(row, "line-2", a)
	for _, x := range skipped {
		complaints = append(complaints, x.Text)
	}
	return c, a, append(complaints, problems...)
}

func TestPerson(t *testing.T) {
	_, a, complaints := table(t,
		[]string{"Timestamp", "free-week.best", "free-week.worst", "new-service.best", "new-service.worst", "condition.on-call", "skill.linux", "skill.scripting", "card.card-1", "start", "holds"},
		[]string{"gestern", "N/A", " - ", "nothing here appeals", "", "Rather not", "2 on my own", "Under pressure", "I'd pass", "Backend development", "Site Reliability Engineer"})
	require.Equal(t, []string{""}, complaints, "the time stamp")
	require.Equal(t, "line-2", a.ID)
	require.Equal(t, []fit.Answer{{Question: "new-service", Skip: fit.None, Seconds: -1}}, a.All)
	require.Equal(t, []fit.ConditionAnswer{{Condition: "on-call", Tolerance: fit.RatherNot}}, a.Conditions)
	require.Equal(t, 2, a.Skills[0].Level)
	require.Equal(t, fit.Pass, a.Cards[0].Rating)
	require.Equal(t, "backend", a.Start.ID)
	require.Equal(t, "sre", a.Holds)
}

// Numbers can be decimals. If they start at 0, the person is refused, because
// each would be read as the option before the one that they chose.
func TestNumbers(t *testing.T) {
	header := []string{"free-week.best", "free-week.worst", "new-service.best", "new-service.worst", "skill.linux"}
	_, a, complaints := table(t, header, []string{"1.0", "4.0", "2", "3.0", "0.0"})
	require.Empty(t, complaints)
	require.Equal(t, []fit.Answer{{Question: "free-week", Best: "a", Worst: "d", Seconds: -1}, {Question: "new-service", Best: "b", Worst: "c", Seconds: -1}}, a.All)
	require.Equal(t, []fit.Rating{{Skill: "linux"}}, a.Skills)
	_, _, complaints = table(t, header, []string{"1", "3", "2.0", "0.0", ""})
	require.Contains(t, complaints[len(complaints)-1], "expected numbers from 1")
	_, a, _ = table(t, header, []string{"4", "1", "0", "2", ""})
	require.Len(t, a.All, 1, "a 0 can also mean that there is no answer")
}

// Tools number the second of two columns with the same label.
func TestNumberedLabels(t *testing.T) {
	prompt, options := freeWeek(builtin(t))
	for _, second := range []string{prompt + "2", prompt + ".1", prompt + " 2", prompt} {
		_, a, complaints := table(t, []string{prompt, second}, []string{options[2], options[0]})
		require.Empty(t, complaints, second)
		require.Equal(t, []fit.Answer{{Question: "free-week", Best: "c", Worst: "a", Seconds: -1}}, a.All, second)
	}
}

// Every question that the form prints for survey tools is found by its text, and
// each choice is read.
func TestOwnForm(t *testing.T) {
	f := builtin(t)
	rows, err := csv.NewReader(bytes.NewReader(pack.Survey{Quiz: f.quiz}.QuestionsCSV())).ReadAll()
	require.NoError(t, err)
	for _, row := range rows[1:] {
		require.NotEqual(t, ignored, f.find(row[1]).kind, row[0])
		for _, choice := range row[2:] {
			if choice == "" || strings.HasSuffix(row[0], ".best") || strings.HasSuffix(row[0], ".worst") {
				continue // empty, or an option of a question, which needs its counterpart
			}
			_, _, problems := table(t, []string{"id", row[1]}, []string{"ann", choice})
			require.Empty(t, problems, "%s: %s", row[0], choice)
		}
	}
}

// The lower bound of the edits between two texts is one.
func TestDiffering(t *testing.T) {
	require.Equal(t, 3, differing("abcd", "xd"))
	word := rapid.StringOfN(rapid.RuneFrom([]rune("abcéü界")), 0, 9, -1)
	rapid.Check(t, func(t *rapid.T) {
		a, b := word.Draw(t, "a"), word.Draw(t, "b")
		require.LessOrEqual(t, differing(a, b), spell.Distance(a, b))
	})
}

// A question or cell that can't be used is skipped, and the person's other
// answers are kept.
func TestSkipped(t *testing.T) {
	f := builtin(t)
	prompt, options := freeWeek(f)
	var grid []string
	for _, o := range options {
		grid = append(grid, prompt+" ["+o+"]")
	}
	plain := []string{"free-week.best", "free-week.worst", "condition.on-call", "free-week.seconds"}
	for _, x := range []struct {
		header, row []string
		want        string
		slip        Slip
	}{
		{grid, []string{"Best", "Best", "Worst", "gut"}, `option d of question "free-week" is "gut", expected best or worst`, Unknown},
		{grid, []string{"Best", "Best", "Worst", ""}, `question "free-week" has two bests, a and b, expected one`, TwoBests},
		{grid, []string{"Best", "Worst", "Worst", ""}, `question "free-week" has two worsts, b and c, expected one`, TwoWorsts},
		{grid, []string{"Best", "", "", ""}, `question "free-week": worst is missing`, Half},
		{grid, []string{"1", "2", "", ""}, `question "free-week" has no last place`, Half},
		{grid, []string{"1", "1", "3", "4"}, `question "free-week" has two options in place 1`, TwoBests},
		{plain, []string{"a", "a", "", ""}, `question "free-week": best and worst are both "a"`, Same},
		{plain, []string{"a;b", "c", "", ""}, `question "free-week": `, Unknown},
		{plain, []string{"", "", "perhaps", ""}, `condition "on-call" is "perhaps", expected fine, rather-not or refuse`, Unreadable},
		{plain, []string{"a", "b", "", "soon"}, `seconds of question "free-week" is "soon"`, Unreadable},
	} {
		c, err := f.Match([][]string{append(slices.Clone(x.header), "new-service.best", "new-service.worst")}, nil)
		require.NoError(t, err)
		a := &fit.Answers{}
		skipped, problems := c.Answers(append(slices.Clone(x.row), "a", "b"), "r1", a)
		require.Empty(t, problems, x.row)
		require.Len(t, skipped, 1, x.row)
		require.Contains(t, skipped[0].Text, x.want)
		require.Equal(t, x.slip, skipped[0].Slip, x.row)
		require.Equal(t, "b", a.Answer("new-service").Worst, "the other answer is kept")
	}
	_, _, complaints := table(t, plain, []string{"a", "a", "", ""})
	require.Equal(t, `no question can be used: question "free-week": best and worst are both "a", expected two different options`, complaints[1])
	_, a, problems := table(t, grid, []string{"1", "3", "2", "4"})
	require.Empty(t, problems)
	require.Equal(t, []fit.Answer{{Question: "free-week", Best: "a", Worst: "d", Seconds: -1}}, a.All)
}

// A note counts people and skipped questions, and names the first lines, in any
// order of the lines.
func TestSlipNotes(t *testing.T) {
	var s Slips
	for line := 9; line > 1; line-- {
		s.Add(line, []Skipped{{Slip: Same, Text: "x"}, {Slip: Unreadable, Text: fmt.Sprint("line ", line)}, {Slip: Same, Text: "y"}})
	}
	s.Add(12, []Skipped{{Slip: Stamp}})
	for i, value := range []string{"Nein", "Vielleicht", "Nein", "Ja", "Egal"} {
		s.Add(20+i, []Skipped{{Slip: Unknown, Text: "z", Value: value, Question: "free-week"}})
	}
	require.Equal(t, []string{
		"16 questions of 8 people were skipped, because best and worst were the same (rows 2, 3, 4, 5, 6 and others)",
		`5 questions of 5 people were skipped, because an answer was none of the options (rows 20, 21, 22, 23 and 24): free-week (5): z; the values were "Nein" (2), "Egal" (1), "Ja" (1) and 1 more; to say what they mean: --map FILE`,
		"8 cells of 8 people were skipped, because the value wasn't expected; to say what it means: --map FILE (rows 2, 3, 4, 5, 6 and others): line 2",
		"1 time stamp of 1 person was skipped, because the format was ambiguous or unknown; expected one such as 2026-01-02T15:04:05Z (row 12)",
	}, s.Notes("row"))
}

// A column named id in any case is the person's id, and the exact name wins.
func TestIDInCapitals(t *testing.T) {
	_, a, problems := table(t, []string{"ID", "free-week.best", "free-week.worst"}, []string{"r7", "a", "b"})
	require.Empty(t, problems)
	require.Equal(t, "r7", a.ID)
	_, _, problems = table(t, []string{"Id", "free-week.best", "free-week.worst"}, []string{"", "a", "b"})
	require.Equal(t, []string{"has no id, expected one for each person"}, problems)
	c, a, _ := table(t, []string{"ID", "id", "free-week.best", "free-week.worst"}, []string{"1", "r7", "a", "b"})
	require.Equal(t, "r7", a.ID)
	require.Equal(t, []string{"ID"}, c.Ignored)
}

// LimeSurvey writes its own columns in three ways. Its seed isn't that of the
// quiz, which would change what the cards mean.
func TestLimeSurveyColumns(t *testing.T) {
	for _, header := range [][]string{
		{"id", "submitdate", "lastpage", "startlanguage", "seed"},
		{"Response ID", "Date submitted", "Last page", "Start language", "Seed"},
		{"id. Response ID", "submitdate. Date submitted", "lastpage. Last page", "startlanguage. Start language", "seed. Seed"},
	} {
		_, a, skipped := table(t, append(header, "freeweek[best]", "freeweek[worst]", "card1"), []string{"7", "2026-11-28 10:39:41", "3", "en", "1463462344", "a", "b", "Want"})
		require.Empty(t, skipped)
		require.Equal(t, []any{"7", "2026-11-28T10:39:41Z", false}, []any{a.ID, a.Taken, a.Seeded}, header[0])
		require.Len(t, a.Cards, 1)
	}
}

// A map names columns as messages show them, and distinguishes cells that differ
// only in signs.
func TestMap(t *testing.T) {
	m, err := ParseMap("map.yaml", []byte(`
columns: {"Q7 Please pick one": free-week.best, Q8: free-week.worst, Q9: condition.on-call}
values: {👍: a, No way: b, "+1": c, "-1": d, "Kein Problem!": fine}
`))
	require.NoError(t, err)
	for _, x := range []struct{ best, worst, fine string }{{"👍", "no way!", "kein problem"}, {"+1", "-1", "KEIN  PROBLEM!"}} {
		c, err := builtin(t).Match([][]string{{"Q7\nPlease pick  one", "Q8", "Q9"}}, m)
		require.NoError(t, err)
		a := &fit.Answers{}
		skipped, problems := c.Answers([]string{x.best, x.worst, x.fine}, "r1", a)
		require.Empty(t, problems)
		require.Empty(t, skipped)
		want := fit.Answer{Question: "free-week", Best: "a", Worst: "b", Seconds: -1}
		if x.best == "+1" {
			want.Best, want.Worst = "c", "d"
		}
		require.Equal(t, []fit.Answer{want}, a.All)
		require.Equal(t, fit.Fine, a.Conditions[0].Tolerance)
		_, problems = c.Answers([]string{"★", x.worst, x.fine}, "r1", a)
		require.NotEmpty(t, problems, "the map doesn't name it")
		_, problems = c.Answers([]string{"1", x.worst, x.fine}, "r1", a)
		require.Empty(t, problems)
		require.Equal(t, "a", a.All[0].Best, "neither +1 nor -1")
	}
}

// FuzzMap requires that any file of --map is either refused or yields valid
// answers.
func FuzzMap(f *testing.F) {
	finder := builtin(f)
	f.Add("columns: {Q1: free-week.best, Q2: free-week.worst, Q3: ignore}\nvalues: {yes: a, no: b}", "Q1,Q2,Q3", "yes,no,x")
	f.Add(`{"columns":{"Q1\nhelp":"skill.linux","ID":"id"},"values":{"👍":"3","-1":"unsure"}}`, "Q1 help,ID", "👍,r1")
	f.Add("columns:\n  Q1: card.sre\n  Q1: card.sre\nvalues: &a\n  x: *a\n  !!binary eA==: 1\n", "Q1,Q1", "x,y")
	f.Fuzz(func(t *testing.T, text, header, row string) {
		m, err := ParseMap("map.yaml", []byte(text))
		if err != nil {
			require.NotEmpty(t, err.Error())
			return
		}
		answersAreValid(t, finder, m, header, row)
	})
}

// FuzzTable requires that no table makes the reader fail, and that every answer
// is valid.
func FuzzTable(f *testing.F) {
	finder := builtin(f)
	prompt, options := freeWeek(finder)
	f.Add("id,free-week.best,free-week.worst", "r1,a,b")
	f.Add(prompt+" ["+options[0]+"],"+prompt+" [2]", "Best,1")
	f.Add("Q1_1,Q1_2,Q2_1,Q2_2,submitdate,lastpage", "1,2,AO01,N/A,10/5/2026,")
	f.Fuzz(func(t *testing.T, header, row string) { answersAreValid(t, finder, nil, header, row) })
}

// answersAreValid reads one row of cells separated by commas, and checks what
// was read.
func answersAreValid(t *testing.T, finder *Finder, m *Map, header, row string) {
	names := strings.Split(header, ",")
	c, err := finder.Match([][]string{names}, m)
	if err != nil {
		return
	}
	cells := make([]string, len(names))
	copy(cells, strings.Split(row, ","))
	a := &fit.Answers{}
	if _, problems := c.Answers(cells, "x", a); problems != nil {
		return
	}
	for _, answer := range a.All {
		require.NoError(t, finder.quiz.Question(answer.Question).Check(answer))
	}
}
