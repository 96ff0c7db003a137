package audit

import (
	"iter"
	"math"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
)

// Sessions is what the answers of real people say about the questions.
type Sessions struct {
	People    int           `json:"people"`
	Answered  int           `json:"answered"`
	Skipped   int           `json:"skipped"`
	Ignored   int           `json:"ignored"`   // answers to what this pack does not ask, or not so
	Questions []QuestionUse `json:"questions"` // in the pack's order, then by id
}

// A QuestionUse is how one question was answered.
type QuestionUse struct {
	Question string           `json:"question"`
	Answered int              `json:"answered"`
	Skipped  int              `json:"skipped"`
	Skips    map[fit.Skip]int `json:"skips"`   // by reason
	Seconds  *float64         `json:"seconds"` // median, to a tenth; nil when none is known
	Options  []OptionUse      `json:"options"`
}

// An OptionUse is how often an option was picked. Nicer is by how much it is
// more attractive than its role's other options, in the same unit as in
// Report.Nicer, estimated from how far its score is from the score that the
// same people give to the role's other options; nil when nobody can be
// compared. Error is its standard error.
type OptionUse struct {
	Key   string   `json:"key"`
	Facet string   `json:"facet"`
	Shown int      `json:"shown"`
	Best  int      `json:"best"`
	Worst int      `json:"worst"`
	Nicer *float64 `json:"nicer"`
	Error *float64 `json:"error"`
}

// slopes is by how much an option's mean score rises when it becomes nicer by
// one standard deviation of utility, by the number of options: twice the mean
// of the highest of k standard normal draws, over k.
var slopes = [fit.MaxShown + 1]float64{
	2: 2 * 0.5641895835 / 2,
	3: 2 * 0.8462843753 / 3,
	4: 2 * 1.0293753730 / 4,
}

// Seconds are counted in tenths, up to ten minutes.
const (
	tenths     = 10
	maxSeconds = 600
)

// A useCount is a QuestionUse in the making.
type useCount struct {
	use      QuestionUse
	place    int // in the quiz; large when only a later set asks it
	seconds  []int
	timed    int
	residual []moments // per option
}

// moments are what mean and standard error are made of.
type moments struct{ n, sum, squares float64 }

func (m *moments) add(x float64) { m.n, m.sum, m.squares = m.n+1, m.sum+x, m.squares+x*x }

func (m *moments) mean() float64 { return m.sum / m.n }

func (m *moments) standardError() float64 {
	return math.Sqrt(max(0, m.squares/m.n-m.mean()*m.mean()) / (m.n - 1))
}

// A hearing goes through the answers of one person after another.
type sessionReader struct {
	pack    *fit.Pack
	quizzes map[string]*fit.Quiz // by the roles asked for
	uses    map[string]*useCount
	out     Sessions
}

// maxQuizzes bounds the quizzes kept for different choices of roles.
const maxQuizzes = 64

// sessions looks at the answers of real people. Answers to another pack, to
// questions that this one does not ask, and such as cannot be given, are
// counted as ignored.
func sessions(p *fit.Pack, answers iter.Seq[*fit.Answers]) *Sessions {
	h := sessionReader{pack: p, quizzes: map[string]*fit.Quiz{}, uses: map[string]*useCount{}}
	for a := range answers {
		q := h.quiz(a)
		if q == nil || a.Pack != "" && a.Pack != p.ID {
			h.out.Ignored += len(a.All)
			continue
		}
		h.out.People++
		h.person(q, a)
	}
	for _, u := range h.uses {
		h.out.Questions = append(h.out.Questions, u.finish())
	}
	slices.SortFunc(h.out.Questions, func(a, b QuestionUse) int {
		if x, y := h.uses[a.Question].place, h.uses[b.Question].place; x != y {
			return x - y
		}
		return strings.Compare(a.Question, b.Question)
	})
	return &h.out
}

// quiz is the one that a person took; nil when the pack has none such.
func (h *sessionReader) quiz(a *fit.Answers) *fit.Quiz {
	roles := slices.Sorted(slices.Values(a.Roles))
	key := strings.Join(roles, "\x00")
	q, known := h.quizzes[key]
	if !known {
		if len(h.quizzes) >= maxQuizzes {
			clear(h.quizzes)
		}
		q, _ = fit.NewQuiz(h.pack, roles)
		h.quizzes[key] = q
	}
	return q
}

// person counts one person's answers.
func (h *sessionReader) person(q *fit.Quiz, a *fit.Answers) {
	type given struct {
		question    *fit.Question
		best, worst int
	}
	var answered []given
	sum, shown := make([]float64, len(q.Roles)), make([]float64, len(q.Roles))
	for _, x := range a.All {
		question := q.Question(x.Question)
		if question == nil || question.Check(x) != nil {
			h.out.Ignored++
			continue
		}
		u := h.use(q, question)
		if x.Skip != "" {
			h.out.Skipped++
			u.use.Skipped++
			u.use.Skips[x.Skip]++
			continue
		}
		h.out.Answered++
		g := given{question, index(question, x.Best), index(question, x.Worst)}
		answered = append(answered, g)
		u.answer(question, x)
		for i := range question.Options {
			role := question.RoleOf(i)
			sum[role] += score(i, g.best, g.worst)
			shown[role]++
		}
	}
	for _, g := range answered {
		u := h.uses[g.question.ID]
		for i := range g.question.Options {
			role := g.question.RoleOf(i)
			if shown[role] > 1 {
				s := score(i, g.best, g.worst)
				u.option(g.question.Options[i].Key).add((s - (sum[role]-s)/(shown[role]-1)) / slopes[len(g.question.Options)])
			}
		}
	}
}

func index(q *fit.Question, key string) int {
	return slices.IndexFunc(q.Options, func(o fit.Option) bool { return o.Key == key })
}

func score(option, best, worst int) float64 {
	switch option {
	case best:
		return 1
	case worst:
		return -1
	}
	return 0
}

// use is the count of a question. A quiz of fewer roles shows fewer of its
// options; each is added when it is first seen.
func (h *sessionReader) use(q *fit.Quiz, x *fit.Question) *useCount {
	u := h.uses[x.ID]
	if u == nil {
		u = &useCount{use: QuestionUse{Question: x.ID, Skips: map[fit.Skip]int{}}, place: slices.Index(q.Questions, x)}
		if u.place < 0 {
			u.place = math.MaxInt32
		}
		h.uses[x.ID] = u
	}
	for i := range x.Options {
		if !slices.ContainsFunc(u.use.Options, func(o OptionUse) bool { return o.Key == x.Options[i].Key }) {
			u.use.Options = append(u.use.Options, OptionUse{Key: x.Options[i].Key, Facet: x.Options[i].Ref()})
			u.residual = append(u.residual, moments{})
		}
	}
	return u
}

func (u *useCount) at(key string) int {
	return slices.IndexFunc(u.use.Options, func(o OptionUse) bool { return o.Key == key })
}

func (u *useCount) option(key string) *moments { return &u.residual[u.at(key)] }

// answer counts an answer to the question.
func (u *useCount) answer(x *fit.Question, a fit.Answer) {
	u.use.Answered++
	u.use.Options[u.at(a.Best)].Best++
	u.use.Options[u.at(a.Worst)].Worst++
	for i := range x.Options {
		u.use.Options[u.at(x.Options[i].Key)].Shown++
	}
	if a.Seconds < 0 {
		return
	}
	if u.seconds == nil {
		u.seconds = make([]int, maxSeconds*tenths+1)
	}
	u.seconds[int(math.Round(min(a.Seconds, maxSeconds)*tenths))]++
	u.timed++
}

func (u *useCount) finish() QuestionUse {
	for i := range u.residual {
		if m := &u.residual[i]; m.n > 1 {
			nicer, e := m.mean(), m.standardError()
			u.use.Options[i].Nicer, u.use.Options[i].Error = &nicer, &e
		}
	}
	slices.SortFunc(u.use.Options, func(a, b OptionUse) int { return strings.Compare(a.Key, b.Key) })
	below := 0
	for t, n := range u.seconds {
		if below += n; 2*below >= u.timed {
			median := float64(t) / tenths
			u.use.Seconds = &median
			break
		}
	}
	return u.use
}
