package fit_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rolefit/rolefit/internal/fit"
)

func TestRerateOfNothingIsTheSameResult(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := drawQuiz(t)
		before := fit.Score(q, drawAnswers(t, q))
		a, err := fit.AnswersOf(q, before)
		require.NoError(t, err)
		a.ID, a.Taken = before.ID, before.Taken
		require.Equal(t, before, fit.Rerate(q, before, a))
	})
}

func TestRerateOfAnInterviewIsTheSameResult(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := drawQuiz(t)
		a := &fit.Answers{Pack: q.Pack.ID, Seed: rapid.Uint64().Draw(t, "seed"), Seeded: true}
		// The seed draws who of equal roles is shown further, and a result does not hold it.
		for step := q.Next(a); step.Kind == fit.AskQuestion; step = q.Next(a) {
			picks := rapid.Permutation(q.Question(step.ID).Keys()).Draw(t, "picks")
			require.NoError(t, q.Record(a, fit.Reply{ID: step.ID, Best: picks[0], Worst: picks[1]}))
		}
		before := fit.Score(q, a)
		again, err := fit.AnswersOf(q, before)
		require.NoError(t, err)
		require.Equal(t, before, fit.Rerate(q, before, again))
	})
}

func TestRerate(t *testing.T) {
	p := journey()
	before := traveller(p, always("r00", "r01"), map[string]int{"tests": 1, "metrics": 3})
	before.Flags = []fit.Flag{fit.Fast}
	q := mustQuiz(p)
	a, err := fit.AnswersOf(q, before)
	require.NoError(t, err)
	step := q.Next(a)
	require.Equal(t, fit.AskCards, step.Kind, "the questions are over")
	require.False(t, step.CanBack, "and no way leads back to them")
	require.Error(t, q.Record(a, fit.Reply{Back: true}))
	require.NoError(t, q.Record(a, fit.Reply{ID: fit.CardsID, Skip: fit.Unsure}))
	step = q.Next(a)
	require.Equal(t, 1, *step.Before.Level, "the level of then is shown")
	require.NoError(t, q.Record(a, fit.Reply{ID: "tests", Level: level(4)}))
	after := fit.Rerate(q, before, a)
	require.Equal(t, 4, *after.Skills["tests"].Level)
	require.Equal(t, 3, *after.Skills["metrics"].Level, "what is not asked again stays")
	require.Equal(t, before.Flags, after.Flags)
	require.Equal(t, before.Lead, after.Lead)
}

func TestAnswersOfAChangedPack(t *testing.T) {
	before := traveller(journey(), always("r00", "r01"), nil)
	p := journey()
	p.Roles[0].Parts[fit.Focus].Facets[0].ID = "another"
	_, err := fit.AnswersOf(mustQuiz(p), before)
	require.ErrorContains(t, err, "is not asked any more")
	before.Given[0].Best = "r09/none"
	_, err = fit.AnswersOf(mustQuiz(journey()), before)
	require.ErrorContains(t, err, "has other options now")
}

func TestAnswersOfSomeRoles(t *testing.T) {
	p := skilled(4)
	q := mustQuiz(p, "r03", "r01")
	a := &fit.Answers{Roles: []string{"r01", "r03"}, Cards: fit.Cards{Best: "r01", Worst: "r03"}, Given: []fit.Answer{
		{Question: q.Questions[0].ID, Best: "a", Worst: "b", Seconds: -1},
		{Question: q.Questions[1].ID, Skip: fit.None, Seconds: -1},
	}}
	of, err := fit.AnswersOf(q, fit.Score(q, a))
	require.NoError(t, err)
	require.Equal(t, &fit.Answers{Pack: p.ID, Roles: a.Roles, Cards: a.Cards, Given: a.Given, Finished: true, Settled: true}, of)
	all := mustQuiz(p)
	of, err = fit.AnswersOf(all, fit.Score(all, &fit.Answers{}))
	require.NoError(t, err)
	require.Empty(t, of.Roles, "all of the pack")
}
