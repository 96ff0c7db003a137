package fit_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rolefit/rolefit/internal/fit"
)

func TestChangeAgreesWithTheScore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := drawQuiz(t)
		before, after := fit.Score(q, drawAnswers(t, q)), fit.Score(q, drawAnswers(t, q))
		there, back := fit.Change(before, after), fit.Change(after, before)
		for _, m := range there.Roles {
			for _, n := range back.Roles {
				if n.ID == m.ID {
					require.InDelta(t, -m.Move, n.Move, 1e-9)
					require.InDelta(t, m.Chance, n.Chance, 1e-9)
					require.Equal(t, m.Beyond, n.Beyond)
				}
			}
		}
		if before.Lead != nil {
			same := fit.Change(before, before)
			require.InDelta(t, before.Lead.Points, same.Lead.Before, 1e-9)
			require.InDelta(t, before.Lead.Points, same.Lead.After, 1e-9)
			require.InDelta(t, 0, same.Lead.Move, 1e-9)
			require.InDelta(t, 50*math.Sqrt2*before.Lead.Chance/meanShown(before), same.Lead.Chance, 1e-9)
			require.False(t, same.Lead.Beyond)
		}
	})
}

// meanShown is N of the lead.
func meanShown(r *fit.Result) float64 {
	n := 0
	for _, role := range r.Roles {
		if role.ID == r.Lead.Role || role.ID == r.Lead.Over {
			n += role.Shown
		}
	}
	return float64(n) / 2
}

// luck is the result of somebody who answers at random.
func luck(q *fit.Quiz, rng *rand.Rand) *fit.Result {
	a := &fit.Answers{}
	p := fit.NewPlan(q, 0)
	for x := p.Next(); x != nil; x = p.Next() {
		order := rng.Perm(len(x.Options))
		a.Given = append(a.Given, fit.Answer{Question: x.ID, Best: x.Options[order[0]].Key, Worst: x.Options[order[1]].Key, Seconds: -1})
		p.Answer(order[0], order[1])
	}
	return fit.Score(q, a)
}

func TestLuckSeldomMovesBeyondChance(t *testing.T) {
	q, rng := mustQuiz(synthetic(4, 12)), rand.New(rand.NewPCG(1, 2))
	const pairs = 4000
	some, lead := 0, 0
	for range pairs {
		c := fit.Change(luck(q, rng), luck(q, rng))
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
	require.InDelta(t, 0.05, float64(some)/pairs, 0.025)
	require.Less(t, float64(lead)/pairs, 0.03)
}

func TestChangeOfMind(t *testing.T) {
	q := mustQuiz(skilled(4))
	all := func(best, worst string, skill int) *fit.Result {
		a := &fit.Answers{}
		for _, x := range q.Questions[:24] {
			a.Given = append(a.Given, answer(x, best, worst))
		}
		a.Skills = []fit.Rating{{Skill: q.Pack.Skills[0].ID, Level: skill}, {Skill: q.Pack.Skills[1].ID, Skip: fit.Unsure}}
		return fit.Score(q, a)
	}
	c := fit.Change(all("r00", "r01", 1), all("r01", "r00", 3))
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
	require.Equal(t, []fit.SkillMove{{Skill: q.Pack.Skills[0].ID, Name: q.Pack.Skills[0].Name, Before: 1, After: 3}}, c.Skills)
}

func TestChangeSaysWhatCannotBeCompared(t *testing.T) {
	now := func(change func(*fit.Pack), roles ...string) *fit.Result {
		p := synthetic(4, 8)
		change(p)
		q := mustQuiz(p, roles...)
		a := &fit.Answers{}
		for _, x := range q.Questions[:9] {
			a.Given = append(a.Given, answer(x, x.Options[0].Role, x.Options[1].Role))
		}
		return fit.Score(q, a)
	}
	before := now(func(*fit.Pack) {})
	for want, after := range map[fit.Apart]*fit.Result{
		fit.OtherPack:    now(func(p *fit.Pack) { p.ID = "other" }),
		fit.OtherVersion: now(func(p *fit.Pack) { p.Version = 2 }),
		fit.OtherRoles:   now(func(*fit.Pack) {}, "r00", "r01", "r02"),
	} {
		c := fit.Change(before, after)
		require.Equal(t, want, c.Apart)
		require.Empty(t, c.Roles)
		require.Empty(t, c.Skills)
		require.Nil(t, c.Lead)
	}
	reworded := fit.Change(before, now(func(p *fit.Pack) { p.Hash = "other" }))
	require.Empty(t, reworded.Apart)
	require.True(t, reworded.Reworded)
}
