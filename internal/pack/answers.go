package pack

import (
	"slices"
	"strings"
	"sync"

	"github.com/rolefit/rolefit/internal/document"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/wording"
)

// maxQuizzes is the maximum number of quizzes that a reader caches. Each person
// in a batch can choose a different set of roles, and a quiz with many roles
// takes much memory.
const maxQuizzes = 64

// A Reader reads answers to the quiz of one pack. It is safe for concurrent
// use. It creates one quiz for each distinct set of roles.
type Reader struct {
	pack    *fit.Pack
	mu      sync.Mutex
	quizzes map[string]*fit.Quiz // keyed by the sorted ids of the quiz's roles
}

// NewReader returns a reader for a pack.
func NewReader(p *fit.Pack) *Reader {
	return &Reader{pack: p, quizzes: map[string]*fit.Quiz{}}
}

// Quiz returns the quiz for the named roles, or for all roles of the pack if
// none is named.
func (r *Reader) Quiz(roles []string) (*fit.Quiz, error) {
	key := strings.Join(slices.Sorted(slices.Values(roles)), " ")
	r.mu.Lock()
	defer r.mu.Unlock()
	if q := r.quizzes[key]; q != nil {
		return q, nil
	}
	q, err := fit.NewQuiz(r.pack, roles)
	if err == nil && len(r.quizzes) < maxQuizzes {
		r.quizzes[key] = q
	}
	return q, err
}

// Answers reads one person's answers, as YAML or JSON, and returns them with
// their quiz. Empty fields count as unanswered. If anything else is invalid,
// the error has type Problems. name is the file name in problems.
func (r *Reader) Answers(name string, data []byte) (*fit.Quiz, *fit.Answers, error) {
	x := &answersReader{Document: document.Document{File: name, Form: true, Marks: map[any]document.Mark{}}, pack: r.pack}
	if n := x.Parse(data); n != nil && !x.foreign(n) {
		x.Read(n, "the document", &x.file)
		x.resolve(r)
	}
	if err := x.Problems.Sort().AsError(); err != nil {
		return nil, nil, err
	}
	return x.quiz, x.answers, nil
}

// An answersReader reads a document in two steps: first as answers in general,
// and then as answers to a particular quiz.
type answersReader struct {
	document.Document
	pack    *fit.Pack
	file    answersFile
	quiz    *fit.Quiz
	answers *fit.Answers
	codes   map[string]string // facets by code; see facetsShown
	shown   map[string]bool   // roles that the answered questions showed
	gone    bool              // whether the answered questions showed a facet that the pack doesn't have
}

// foreign reports whether the document isn't a file of answers for this pack,
// but for example a result or answers for another pack. Its other problems then
// aren't worth reporting.
func (x *answersReader) foreign(n *document.Node) bool {
	if n.Kind != document.Map {
		return false
	}
	for i := 0; i+1 < len(n.Items); i += 2 {
		switch key, value := n.Items[i].Value, n.Items[i+1]; {
		case value.Kind != document.Text || value.Value == "":
		case key == "schema" && strings.HasPrefix(value.Value, "rolefit/"):
			x.Fail(value, "the document is a %s, expected answers", document.Quote(value.Value))
			return true
		case key == "pack" && value.Value != x.pack.ID:
			x.Fail(value, "the answers are for pack %s, expected %q: name the folder of the other pack with --pack", document.Quote(value.Value), x.pack.ID)
			return true
		}
	}
	return false
}

// resolve converts the file into answers for its quiz.
func (x *answersReader) resolve(r *Reader) {
	f := &x.file
	if !x.checkRoles() {
		return
	}
	q, err := r.Quiz(f.Roles)
	if err != nil {
		x.FailAt(&f.Roles, "%s", err)
		return
	}
	x.quiz = q
	x.answers = &fit.Answers{ID: f.ID, Pack: f.Pack, Roles: f.Roles, Taken: f.Taken, Finished: f.Finished, Stopped: f.Stopped, ExtraRounds: f.Extra}
	if f.Seed != nil {
		x.answers.Seed, x.answers.Seeded = *f.Seed, true
	}
	for i := range f.Answers {
		x.answer(&f.Answers[i])
	}
	for i := range f.Skills {
		x.rating(&f.Skills[i])
	}
	for i := range f.Cards { // the answers determine which cards were shown
		x.card(&f.Cards[i])
	}
	x.start(&f.Start)
	x.holds(&f.Holds)
	for i := range f.Conditions {
		x.condition(&f.Conditions[i])
	}
	for i := range f.Offers {
		x.offer(&f.Offers[i])
	}
	x.backTo(&f.At)
}

// read reports whether the value at this address is present and valid.
func (x *answersReader) read(address any) bool {
	_, ok := x.Marks[address]
	return ok
}

func (x *answersReader) checkRoles() bool {
	f := &x.file
	known := wording.Names(x.pack.Roles, func(r fit.Role) string { return r.ID })
	before := len(x.Problems)
	for i := range f.Roles {
		switch id := f.Roles[i]; {
		case id == "" && len(x.Problems.Errors()) > 0:
			return false // already reported
		case id == "":
			x.FailAt(&f.Roles, "roles has an empty entry, expected the ids of roles, or no list for all roles")
			return false
		case !slices.Contains(known, id):
			x.FailAt(&f.Roles[i], "role %s is not in pack %q, expected some of %s%s", document.Quote(id), x.pack.ID, strings.Join(known, ", "), document.DidYouMean(id, known))
		case slices.Contains(f.Roles[:i], id):
			x.FailAt(&f.Roles[i], "role %q is listed twice, expected once", id)
		}
	}
	if len(f.Roles) == 0 {
		f.Roles = nil // nil means all roles
	}
	return len(x.Problems) == before
}

// answer resolves the answer to one question.
func (x *answersReader) answer(f *answer) {
	shown := x.facetsShown(f)
	q := x.quiz.Answered(f.Question, shown)
	if q == nil && f.Shown != "" {
		if f.Best+f.Worst != "" || f.Skip != "" {
			x.answers.Uncounted++
		}
		return
	}
	if q == nil {
		x.FailAt(&f.Question, "question %s is not in this quiz, expected one of its %d%s", document.Quote(f.Question), len(x.quiz.Questions),
			document.DidYouMean(f.Question, wording.Names(x.quiz.Questions, func(q *fit.Question) string { return q.ID })))
		return
	}
	before := len(x.Problems)
	a := fit.Answer{Question: q.ID, Best: x.letter(q, &f.Best, "best"), Worst: x.letter(q, &f.Worst, "worst"), Skip: f.Skip, Seconds: -1}
	if x.quiz.Question(q.ID) == nil {
		a.Shown = shown
	}
	if f.Seconds != nil {
		a.Seconds = *f.Seconds
	}
	if len(x.Problems) > before {
		return
	}
	if !x.read(f) || a.Best+a.Worst == "" && a.Skip == "" && f.Seconds == nil {
		x.answers.Form = true // an interview has no empty answers
		return
	}
	if len(q.Options) == 2 && a.Skip == "" {
		a.Best, a.Worst = complete(a.Best, a.Worst, q.Keys())
	}
	if x.quiz.Question(q.ID) == nil && a.Best+a.Worst != "" && q.Check(a) != nil {
		x.answers.Uncounted++ // the facet no longer exists
		return
	}
	switch err := q.Check(a); {
	case a.Best+a.Worst == "" && a.Skip == "" && f.Seconds != nil:
		x.FailAt(&f.Question, "question %q has seconds and no answer, expected best and worst, or a skip", q.ID)
	case err != nil:
		x.FailAt(&f.Question, "question %q: %s", q.ID, err)
	default:
		x.answers.All = append(x.answers.All, a)
	}
}

// letter returns the key of the option that a word refers to. The word can be a
// letter or a number.
func (x *answersReader) letter(q *fit.Question, word *string, name string) string {
	key := fit.OptionKey(*word)
	if key != "" && !slices.Contains(q.Keys(), key) && x.quiz.Question(q.ID) != nil {
		x.FailAt(word, "%s of %q is %s, expected %s", name, q.ID, document.Quote(*word), document.OneOf(q.Keys()))
		return ""
	}
	return key
}

// complete returns best and worst, inferring a missing one if there are only
// two keys.
func complete(best, worst string, keys []string) (string, string) {
	other := func(key string) string { return keys[1-slices.Index(keys, key)] }
	switch {
	case best != "" && worst == "":
		worst = other(best)
	case best == "" && worst != "":
		best = other(worst)
	}
	return best, worst
}

func (x *answersReader) rating(f *rating) {
	known := wording.Names(x.pack.Skills, func(s fit.Skill) string { return s.ID })
	switch {
	case !slices.Contains(known, f.Skill):
		x.FailAt(&f.Skill, "skill %s is not in pack %q, expected one of its %d%s", document.Quote(f.Skill), x.pack.ID, len(known), document.DidYouMean(f.Skill, known))
	case f.Level != nil:
		x.answers.Skills = append(x.answers.Skills, fit.Rating{Skill: f.Skill, Level: *f.Level})
	case f.Skip != "":
		x.answers.Skills = append(x.answers.Skills, fit.Rating{Skill: f.Skill, Skip: f.Skip})
	}
}

// backTo reads the step that the person went back to.
func (x *answersReader) backTo(at *string) {
	if *at != "" && !x.quiz.KnowsStep(*at) {
		x.FailAt(at, "at is %s, expected a step, as in question:%s", document.Quote(*at), x.quiz.Questions[0].ID)
		return
	}
	x.answers.BackTo = *at
}

// JSON formats answers as a JSON document. Reader.Answers reads the same
// answers from it.
func JSON(q *fit.Quiz, a *fit.Answers) ([]byte, error) {
	f := answersFile{ID: a.ID, Pack: q.Pack.ID, Roles: a.Roles, Taken: a.Taken, Finished: a.Finished, Stopped: a.Stopped, Extra: a.ExtraRounds, At: a.BackTo}
	if a.Seeded {
		f.Seed = &a.Seed
	}
	for i := range a.All {
		g := &a.All[i]
		f.Answers = append(f.Answers, answer{Question: g.Question, Best: g.Best, Worst: g.Worst, Skip: g.Skip, Shown: shownCodes(shownBy(q, g))})
		if g.Seconds >= 0 {
			f.Answers[i].Seconds = &g.Seconds
		}
	}
	for i := range a.Skills {
		f.Skills = append(f.Skills, rating{Skill: a.Skills[i].Skill, Skip: a.Skills[i].Skip})
		if a.Skills[i].Skip == "" {
			f.Skills[i].Level = &a.Skills[i].Level
		}
	}
	for _, c := range a.Cards {
		f.Cards = append(f.Cards, card{c.Role, string(c.Rating)})
	}
	f.Start, f.Holds = start(a.Start), a.Holds
	for _, c := range a.Conditions {
		f.Conditions = append(f.Conditions, conditionAnswer(c))
	}
	for _, o := range a.Offers {
		f.Offers = append(f.Offers, offerAnswer{o.Offer, map[bool]string{true: fit.Yes, false: fit.No}[o.Yes]})
	}
	return document.Print(&f)
}

// HasComments reports whether data contains comments, which JSON doesn't
// support.
func HasComments(data []byte) bool {
	return !document.IsJSON(data) && document.HasComments(data)
}
