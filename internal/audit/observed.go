package audit

import (
	"math"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
)

// Observed contains what real people's answers show about the questions.
type Observed struct {
	People    int           `json:"people"`
	Answered  int           `json:"answered"`
	Skipped   int           `json:"skipped"`
	Ignored   int           `json:"ignored"`   // number of answers that don't match any question of this pack
	Questions []QuestionUse `json:"questions"` // in pack order, then by id
	Held      *Held         `json:"held"`
}

// A QuestionUse describes how people answered one question.
type QuestionUse struct {
	Question string           `json:"question"`
	Answered int              `json:"answered"`
	Skipped  int              `json:"skipped"`
	Skips    map[fit.Skip]int `json:"skips"`   // number of skips by reason
	Seconds  *float64         `json:"seconds"` // median, rounded to a tenth of a second; nil if unknown
	Options  []OptionUse      `json:"options"`
}

// An OptionUse describes how people answered an option. Nicer estimates how
// much more attractive the option is than its role's other options, in the unit
// of Nicer.By. The estimate compares the scores that the same people give to
// these options. It is nil if too few people can be compared. StdErr is the
// standard error of Nicer.
type OptionUse struct {
	Key    string   `json:"key"`
	Facet  string   `json:"facet"`
	Shown  int      `json:"shown"`
	Best   int      `json:"best"`
	Worst  int      `json:"worst"`
	Nicer  *float64 `json:"nicer"`
	StdErr *float64 `json:"error"`
}

// slopes contains, for each number of options k, the increase in an option's
// mean score when it becomes nicer by one standard deviation of utility. This
// is twice the mean of the highest of k standard normal variables, divided by
// k.
var slopes = [fit.MaxShown + 1]float64{
	2: 2 * 0.5641895835 / 2,
	3: 2 * 0.8462843753 / 3,
	4: 2 * 1.0293753730 / 4,
}

// Times are counted in tenths of a second, up to ten minutes.
const (
	tenths     = 10
	maxSeconds = 600
)

// A useCount collects the data for a QuestionUse.
type useCount struct {
	use         QuestionUse
	place       int // index in the quiz; a large number if only a later round asks it
	seconds     []int
	timed       int
	differences []sample // one per option
}

// A sample accumulates numbers for their mean and its standard error.
type sample struct{ n, sum, squares float64 }

func (m *sample) add(x float64) { m.n, m.sum, m.squares = m.n+1, m.sum+x, m.squares+float64(x*x) }

func (m *sample) mean() float64 { return m.sum / m.n }

func (m *sample) stdErr() float64 {
	return math.Sqrt(max(0, m.squares/m.n-float64(m.mean()*m.mean())) / (m.n - 1))
}

// An observer collects the data from any number of people's answers.
type observer struct {
	uses map[string]*useCount
	held *heldCount
	out  Observed
}

// observe evaluates the answers of real people; see Options.Answers. Answers
// that are invalid or to unknown questions are only counted.
func observe(p *fit.Pack, answers func(add func(*fit.Quiz, *fit.Answers)) error) (*Observed, error) {
	o := observer{uses: map[string]*useCount{}, held: newHeldCount()}
	if err := answers(func(q *fit.Quiz, a *fit.Answers) {
		o.out.People++
		o.addAnswers(q, a)
		o.held.add(q, a)
	}); err != nil {
		return nil, err
	}
	o.out.Held = o.held.finish(p)
	for _, u := range o.uses {
		o.out.Questions = append(o.out.Questions, u.finish())
	}
	slices.SortFunc(o.out.Questions, func(a, b QuestionUse) int {
		if x, y := o.uses[a.Question].place, o.uses[b.Question].place; x != y {
			return x - y
		}
		return strings.Compare(a.Question, b.Question)
	})
	return &o.out, nil
}

// addAnswers adds one person's answers.
func (o *observer) addAnswers(q *fit.Quiz, a *fit.Answers) {
	type scored struct {
		question     *fit.Question
		option, role int
		score        float64
	}
	var scores []scored
	sum, shown := make([]float64, len(q.Roles)), make([]float64, len(q.Roles))
	for _, answer := range a.All {
		question := q.Answered(answer.Question, answer.Shown)
		if question == nil || question.Check(answer) != nil {
			o.out.Ignored++
			continue
		}
		u := o.use(q, question)
		if answer.Skip != "" {
			o.out.Skipped++
			u.use.Skipped++
			u.use.Skips[answer.Skip]++
			continue
		}
		o.out.Answered++
		u.answer(question, answer)
		for i := range question.Options {
			s := scored{question, i, question.RoleOf(i), score(question.Options[i].Key, answer)}
			scores = append(scores, s)
			sum[s.role] += s.score
			shown[s.role]++
		}
	}
	for _, s := range scores {
		if shown[s.role] > 1 {
			others := (sum[s.role] - s.score) / (shown[s.role] - 1)
			key, size := s.question.Options[s.option].Key, len(s.question.Options)
			o.uses[s.question.ID].option(key).add((s.score - others) / slopes[size])
		}
	}
}

func score(key string, a fit.Answer) float64 {
	switch key {
	case a.Best:
		return 1
	case a.Worst:
		return -1
	}
	return 0
}

// use returns the useCount for a question. A quiz about fewer roles shows fewer
// of its options, so options are added when they are first seen.
func (o *observer) use(q *fit.Quiz, question *fit.Question) *useCount {
	u := o.uses[question.ID]
	if u == nil {
		u = &useCount{use: QuestionUse{Question: question.ID, Skips: map[fit.Skip]int{}}, place: slices.Index(q.Questions, question)}
		if u.place < 0 {
			u.place = math.MaxInt32
		}
		o.uses[question.ID] = u
	}
	for i := range question.Options {
		if !slices.ContainsFunc(u.use.Options, func(o OptionUse) bool { return o.Key == question.Options[i].Key }) {
			u.use.Options = append(u.use.Options, OptionUse{Key: question.Options[i].Key, Facet: question.Options[i].Ref()})
			u.differences = append(u.differences, sample{})
		}
	}
	return u
}

func (u *useCount) at(key string) int {
	return slices.IndexFunc(u.use.Options, func(o OptionUse) bool { return o.Key == key })
}

func (u *useCount) option(key string) *sample { return &u.differences[u.at(key)] }

// answer adds an answer to the question.
func (u *useCount) answer(question *fit.Question, a fit.Answer) {
	u.use.Answered++
	u.use.Options[u.at(a.Best)].Best++
	u.use.Options[u.at(a.Worst)].Worst++
	for i := range question.Options {
		u.use.Options[u.at(question.Options[i].Key)].Shown++
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
	for i := range u.differences {
		if m := &u.differences[i]; m.n > 1 {
			nicer, stdErr := m.mean(), m.stdErr()
			u.use.Options[i].Nicer, u.use.Options[i].StdErr = &nicer, &stdErr
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
