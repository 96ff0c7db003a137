package audit

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
)

func testSource() *rand.Rand { return rand.New(rand.NewPCG(1, 2)) }

// crowd returns answers of people with preferences who take the pack's quiz.
// Option a of question q04 is nicer than its role's other options by the given
// amount; one person in four skips q05.
func crowd(t *testing.T, p *fit.Pack, people int, nicer float64) []*fit.Answers {
	t.Helper()
	q, err := fit.NewQuiz(p, nil)
	require.NoError(t, err)
	in := &interview{fit.NewSchedule(q, 0), []int{0, 1, 2, 3}}
	someone := person{rng: testSource()}
	var out []*fit.Answers
	for range people {
		someone.draw(&scenario{rho: .3, nicer: -1}, in)
		a := &fit.Answers{Pack: p.ID}
		in.Reset(0)
		for question := in.Next(); question != nil; question = in.Next() {
			if question.ID == "q05" && someone.rng.IntN(4) == 0 {
				a.All = append(a.All, fit.Answer{Question: question.ID, Skip: fit.Unclear, Seconds: -1})
				in.Skip(fit.Unsure)
				continue
			}
			someone.stable[question.RoleOf(0)] += map[bool]float64{true: nicer}[question.ID == "q04"]
			best, worst := someone.choose(question)
			someone.stable[question.RoleOf(0)] -= map[bool]float64{true: nicer}[question.ID == "q04"]
			a.All = append(a.All, fit.Answer{Question: question.ID, Best: question.Options[best].Key, Worst: question.Options[worst].Key, Seconds: 7.26})
			in.Answer(best, worst)
		}
		out = append(out, a)
	}
	return out
}

// observed returns what the answers of people show.
func observed(t *testing.T, p *fit.Pack, people []*fit.Answers) *Observed {
	t.Helper()
	o, err := observe(p, each(p, people))
	require.NoError(t, err)
	return o
}

// each returns a function for Options.Answers.
func each(p *fit.Pack, people []*fit.Answers) func(add func(*fit.Quiz, *fit.Answers)) error {
	return func(add func(*fit.Quiz, *fit.Answers)) error {
		for _, a := range people {
			q, err := fit.NewQuiz(p, a.Roles)
			if err != nil {
				return err
			}
			add(q, a)
		}
		return nil
	}
}

func use(t *testing.T, s *Observed, question string) QuestionUse {
	t.Helper()
	i := slices.IndexFunc(s.Questions, func(q QuestionUse) bool { return q.Question == question })
	require.GreaterOrEqual(t, i, 0)
	return s.Questions[i]
}

func TestAttractiveOptionIsFound(t *testing.T) {
	p := written(t)
	const nicer = .5
	s := observed(t, p, crowd(t, p, 3000, nicer))
	require.Equal(t, 3000, s.People)
	require.Zero(t, s.Ignored)
	a := use(t, s, "q04").Options[0]
	require.InDelta(t, nicer, *a.Nicer, 4**a.StdErr+.05)
	r := Report{Observed: s}
	r.judgeObserved()
	var says []string
	for _, f := range r.Findings {
		says = append(says, f.What)
		require.Equal(t, Warning, f.Severity)
	}
	require.Len(t, says, 2, "%q", says)
	require.Contains(t, says[0], "option a of question q04 (role-00/skills-1) is more attractive")
	require.Contains(t, says[1], "question q05 is often skipped")
	require.Contains(t, says[1], "unclear")
}

func TestObservedAnswersAreCounted(t *testing.T) {
	p := written(t)
	answer := func(best, worst string, seconds float64) *fit.Answers {
		return &fit.Answers{All: []fit.Answer{{Question: "q00", Best: best, Worst: worst, Seconds: seconds}}}
	}
	people := []*fit.Answers{
		answer("a", "b", 4), answer("a", "c", 9.04), answer("b", "a", 100_000),
		{All: []fit.Answer{{Question: "q00", Skip: fit.None, Seconds: -1}}},
		{All: []fit.Answer{{Question: "nowhere", Best: "a", Worst: "b"}, {Question: "q01", Best: "a", Worst: "a"}}},
		{Roles: []string{"role-01", "role-00"}, All: []fit.Answer{{Question: "q00", Best: "a", Worst: "b", Seconds: -1}}},
	}
	s := observed(t, p, people)
	require.Equal(t, 6, s.People)
	require.Equal(t, 4, s.Answered)
	require.Equal(t, 1, s.Skipped)
	require.Equal(t, 2, s.Ignored)
	q := use(t, s, "q00")
	require.Equal(t, map[fit.Skip]int{fit.None: 1}, q.Skips)
	require.Equal(t, 9.0, *q.Seconds)
	require.Equal(t, []int{3, 1, 0, 0}, best(q))
	require.Equal(t, 4, q.Options[0].Shown)
	require.Equal(t, 3, q.Options[3].Shown, "fewer roles are shown fewer options")
	require.Nil(t, q.Options[0].Nicer, "nobody answered about the role twice")
}

func best(q QuestionUse) (n []int) {
	for _, o := range q.Options {
		n = append(n, o.Best)
	}
	return n
}

func TestNeverBest(t *testing.T) {
	p := written(t)
	var people []*fit.Answers
	for range minAnswers {
		people = append(people, &fit.Answers{All: []fit.Answer{{Question: "q00", Best: "a", Worst: "b", Seconds: -1}}})
	}
	r := Report{Observed: observed(t, p, people)}
	r.judgeObserved()
	require.Contains(t, r.Findings[0].What, "option b of question q00")
	require.Contains(t, r.Findings[0].What, "never best for 30 people")
	require.Contains(t, r.Findings[1].What, "option c of question q00 (role-02/focus-0) was never best or worst for 30")
}

// Worked out by hand: in q00 role-00's option a scores 1 twice; in q03 its
// option b scores -1 and 0. So option a is 2 and 1 above the role's other
// option, a mean of 1.5 with a standard error of .5, divided by the slope for
// four options.
func TestNicerByHand(t *testing.T) {
	person := func(best, worst string) *fit.Answers {
		return &fit.Answers{All: []fit.Answer{
			{Question: "q00", Best: "a", Worst: "b", Seconds: -1}, {Question: "q03", Best: best, Worst: worst, Seconds: -1},
		}}
	}
	s := observed(t, written(t), []*fit.Answers{person("a", "b"), person("a", "c")})
	o := use(t, s, "q00").Options[0]
	require.Equal(t, "role-00/focus-0", o.Facet)
	require.Equal(t, "role-00/focus-1", use(t, s, "q03").Options[1].Facet)
	require.InDelta(t, 1.5/.51469, *o.Nicer, 1e-4)
	require.InDelta(t, .5/.51469, *o.StdErr, 1e-4)
}

// People who hold the role that they like best: the quiz and the cards are
// counted beside each other, overall and per role, verdict and question.
func TestPeopleWhoHoldARole(t *testing.T) {
	p := written(t)
	q, err := fit.NewQuiz(p, nil)
	require.NoError(t, err)
	var people []*fit.Answers
	for i := range 40 {
		held := p.Roles[i%2].ID
		a := &fit.Answers{Pack: p.ID, Holds: held}
		for n, x := range q.Questions {
			at := slices.IndexFunc(x.Options, func(o fit.Option) bool { return o.Role == held })
			best, worst := x.Options[at].Key, x.Options[(at+1)%4].Key
			if n == 0 {
				best, worst = worst, best
			}
			a.All = append(a.All, fit.Answer{Question: x.ID, Best: best, Worst: worst, Seconds: -1})
		}
		for _, r := range p.Roles {
			a.Cards = append(a.Cards, fit.Card{Role: r.ID, Rating: fit.Maybe})
		}
		people = append(people, a)
	}
	people = append(people, &fit.Answers{Pack: p.ID, Holds: "unknown"}, &fit.Answers{Pack: p.ID, Holds: p.Roles[0].ID})
	h := observed(t, p, people).Held
	require.Equal(t, 40, h.All.First.Of, "without a role of the quiz, or without answers, nobody counts")
	require.InDelta(t, 40, h.All.First.Count, 1e-9)
	require.InDelta(t, .9124, h.All.First.Low, 1e-4, "Wilson, for 40 of 40")
	require.InDelta(t, 1, h.All.First.High, 1e-9)
	require.InDelta(t, 10, h.All.CardsFirst.Count, 1e-9, "four equal cards name each role for a quarter")
	require.InDelta(t, 20, h.All.CardsWithinTwo.Count, 1e-9)
	require.Len(t, h.Roles, 2)
	require.Equal(t, 20, h.Roles[0].First.Of)
	require.Equal(t, []HeldVerdict{{fit.Clear, h.All.First}}, h.Verdicts)
	require.Equal(t, SaysRole, h.Questions[0].Says)
	last := h.Questions[len(h.Questions)-1]
	require.Equal(t, HeldQuestion{Question: q.Questions[0].ID, People: 40, Worst: 40, Mean: -1, Says: SaysOther}, last)
	require.Nil(t, observed(t, p, crowd(t, p, 3, 0)).Held)
}
