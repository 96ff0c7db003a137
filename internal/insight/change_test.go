package insight_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/fit/fittest"
	"github.com/rolefit/rolefit/internal/insight"
)

func TestChangeAgreesWithScore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := fittest.DrawQuiz(t)
		before, after := fit.Score(q, fittest.DrawAnswers(t, q)), fit.Score(q, fittest.DrawAnswers(t, q))
		there, back := insight.NewChange(before, after), insight.NewChange(after, before)
		for _, m := range there.Roles {
			for _, n := range back.Roles {
				if n.ID == m.ID {
					require.InDelta(t, -m.Move, n.Move, 1e-9)
					require.InDelta(t, m.StdErr, n.StdErr, 1e-9)
					require.Equal(t, m.Beyond, n.Beyond)
				}
			}
		}
		if before.Lead != nil {
			same := insight.NewChange(before, before)
			require.InDelta(t, before.Lead.Points, same.Lead.Before, 1e-9)
			require.InDelta(t, before.Lead.Points, same.Lead.After, 1e-9)
			require.InDelta(t, 0, same.Lead.Move, 1e-9)
			require.InDelta(t, math.Sqrt2*before.Lead.StdErr, same.Lead.StdErr, 1e-9)
			require.False(t, same.Lead.Beyond)
		}
	})
}

// randomResult returns the result of a person who answers at random.
func randomResult(q *fit.Quiz, rng *rand.Rand) *fit.Result {
	a := &fit.Answers{}
	p := fit.NewSchedule(q, 0)
	for x := p.Next(); x != nil; x = p.Next() {
		order := rng.Perm(len(x.Options))
		a.All = append(a.All, fit.Answer{Question: x.ID, Best: x.Options[order[0]].Key, Worst: x.Options[order[1]].Key, Seconds: -1})
		p.Answer(order[0], order[1])
	}
	return fit.Score(q, a)
}

func TestRandomAnswersRarelyMoveBeyond(t *testing.T) {
	q, rng := fittest.MustQuiz(fittest.Synthetic(4, 12)), rand.New(rand.NewPCG(1, 2))
	pairs := 4000
	if testing.Short() {
		pairs = 400
	}
	some, lead := 0, 0
	for range pairs {
		c := insight.NewChange(randomResult(q, rng), randomResult(q, rng))
		moved := false
		for _, m := range c.Roles {
			moved = moved || m.Beyond
		}
		if moved {
			some++
		}
		if c.Lead.Beyond {
			lead++
		}
	}
	require.InDelta(t, 0.05, float64(some)/float64(pairs), 0.025)
	require.Less(t, float64(lead)/float64(pairs), 0.03)
}

func TestOppositeAnswersMoveBeyond(t *testing.T) {
	q := fittest.MustQuiz(fittest.Skilled(4))
	all := func(best, worst string, skill int) *fit.Result {
		a := &fit.Answers{}
		for _, x := range q.Questions[:24] {
			a.All = append(a.All, fittest.Answer(x, best, worst))
		}
		a.Skills = []fit.Rating{{Skill: q.Pack.Skills[0].ID, Level: skill}, {Skill: q.Pack.Skills[1].ID, Skip: fit.Unsure}}
		return fit.Score(q, a)
	}
	c := insight.NewChange(all("r00", "r01", 1), all("r01", "r00", 3))
	require.Equal(t, [2]fit.Verdict{fit.Clear, fit.Clear}, [2]fit.Verdict{c.Before.Verdict, c.After.Verdict})
	require.Equal(t, []string{"r00"}, c.Before.Named)
	moves := map[string]float64{}
	for _, m := range c.Roles {
		moves[m.ID] = m.Move
		require.Equal(t, m.Move != 0, m.Beyond, m.ID)
	}
	require.Equal(t, map[string]float64{"r00": -100, "r01": 100, "r02": 0, "r03": 0}, moves)
	require.Equal(t, "r00", c.Lead.Role)
	require.True(t, c.Lead.Beyond)
	require.Negative(t, c.Lead.Move)
	require.Equal(t, []insight.SkillMove{{Skill: q.Pack.Skills[0].ID, Name: q.Pack.Skills[0].Name, Before: 1, After: 3}}, c.Skills)
}

func TestChangeMismatch(t *testing.T) {
	now := func(change func(*fit.Pack), roles ...string) *fit.Result {
		p := fittest.Synthetic(4, 8)
		change(p)
		q := fittest.MustQuiz(p, roles...)
		a := &fit.Answers{}
		for _, x := range q.Questions[:9] {
			a.All = append(a.All, fittest.Answer(x, x.Options[0].Role, x.Options[1].Role))
		}
		return fit.Score(q, a)
	}
	before := now(func(*fit.Pack) {})
	for want, after := range map[insight.Mismatch]*fit.Result{
		insight.OtherPack:    now(func(p *fit.Pack) { p.ID = "other" }),
		insight.OtherVersion: now(func(p *fit.Pack) { p.Version = 2 }),
		insight.OtherRoles:   now(func(*fit.Pack) {}, "r00", "r01", "r02"),
	} {
		c := insight.NewChange(before, after)
		require.Equal(t, want, c.Mismatch)
		require.Empty(t, c.Roles)
		require.Empty(t, c.Skills)
		require.Nil(t, c.Lead)
	}
	reworded := insight.NewChange(before, now(func(p *fit.Pack) { p.Hash = "other" }))
	require.Empty(t, reworded.Mismatch)
	require.True(t, reworded.Reworded)
}

// answered returns a result for roles a to d and answers such as "abcd a b",
// which list the roles shown, the best and the worst.
func answered(fitOf map[string]float64, answers ...string) *fit.Result {
	r := &fit.Result{Lead: &fit.Lead{Role: "a", Over: "b"}}
	for _, id := range []string{"a", "b", "c", "d"} {
		role := fit.RoleResult{ID: id}
		if f, judged := fitOf[id]; judged {
			role.Fit = &f
		}
		r.Roles = append(r.Roles, role)
	}
	for _, line := range answers {
		part := strings.Fields(line)
		g := fit.AnswerResult{Best: part[1] + "/x", Worst: part[2] + "/x"}
		for _, role := range part[0] {
			g.Shown = append(g.Shown, string(role)+"/x")
		}
		r.Answers = append(r.Answers, g)
	}
	return r
}

// Before, a has S 1 of 3 and b 0 of 3: a lead of 50/3 points with variance
// 4*3/3 / 3^2. After, a has 0 of 2 and b 0 of 1: variances (2/4 + 2/2)/2^2 and
// 2/4, and a shared term of 4/(4*3 * 2*1).
func TestMovesByHand(t *testing.T) {
	before := answered(map[string]float64{"a": 200.0 / 3, "b": 50}, "abcd a b", "abcd a c", "abcd b a")
	after := answered(map[string]float64{"a": 50, "b": 50}, "abcd a c", "ac c a")
	c := insight.NewChange(before, after)
	require.InDelta(t, 50.0/3, c.Lead.Before, 1e-12)
	require.InDelta(t, 0, c.Lead.After, 1e-12)
	require.InDelta(t, -50.0/3, c.Lead.Move, 1e-9)
	require.InDelta(t, 50*math.Sqrt(4.0/9+3.0/8+1.0/2+1.0/6), c.Lead.StdErr, 1e-9)
	require.Equal(t, "a", c.Roles[0].ID)
	require.InDelta(t, -50.0/3, c.Roles[0].Move, 1e-9)
	require.InDelta(t, 50*math.Sqrt(3*2.0/4/9+3.0/8), c.Roles[0].StdErr, 1e-9)
	require.Equal(t, insight.RoleMove{ID: "d"}, c.Roles[3], "not judged")
}

func TestMovesWithoutAnswers(t *testing.T) {
	full := answered(map[string]float64{"a": 100, "b": 0}, "abcd a b", "abcd a b")
	lead := full.Lead
	cut := answered(map[string]float64{"a": 100, "b": 0})
	require.Nil(t, insight.NewChange(full, cut).Lead, "its answers are gone")
	for _, m := range insight.NewChange(cut, cut).Roles {
		require.Zero(t, m.StdErr)
		require.False(t, m.Beyond, "nothing is beyond what is not known")
	}
	full.Lead = nil
	require.Nil(t, insight.NewChange(full, answered(nil, "abcd a b")).Lead)
	full.Lead = lead
	require.Nil(t, insight.NewChange(full, &fit.Result{Roles: full.Roles}).Lead)
}

// With 25 questions of four options before and after, the standard error of a
// change in fit is 50 sqrt(2 * 25 * 2/4 / 25^2) = 10, so 25 is beyond.
func TestBeyondAtThreshold(t *testing.T) {
	answers := slices.Repeat([]string{"abcd a b"}, 25)
	beyond := func(fitNow float64) bool {
		then, now := answered(map[string]float64{"a": 50}, answers...), answered(map[string]float64{"a": fitNow}, answers...)
		return insight.NewChange(then, now).Roles[0].Beyond
	}
	require.True(t, beyond(75))
	require.True(t, beyond(25))
	require.False(t, beyond(74.999))
}

func TestSkillMovesAreById(t *testing.T) {
	rated := func(level int) *fit.Result {
		r := answered(nil)
		r.Skills = map[string]fit.Rated{}
		for _, id := range []string{"c", "a", "b"} {
			r.Skills[id] = fit.Rated{Level: &level}
		}
		return r
	}
	moves := insight.NewChange(rated(3), rated(1)).Skills
	require.Equal(t, []insight.SkillMove{{Skill: "a", Before: 3, After: 1}, {Skill: "b", Before: 3, After: 1}, {Skill: "c", Before: 3, After: 1}}, moves)
}
