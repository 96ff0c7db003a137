package fit_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/fit/fittest"
)

// year is one day more than any answer can take, in seconds.
const year = 366 * 24 * 3600.0

// Whatever the next step is, an answer is recorded for the question, cards or
// skill that it belongs to.
func TestCarry(t *testing.T) {
	q := fittest.MustQuiz(fittest.Skilled(4))
	a := &fit.Answers{Seed: 5, Seeded: true}
	question := q.Questions[17]
	zero := 0.0
	require.NoError(t, q.Carry(a, fit.Event{ID: question.ID, Best: "b", Worst: "a", Seconds: &zero}))
	require.Equal(t, []fit.Answer{{Question: question.ID, Best: "b", Worst: "a", Seconds: 0}}, a.All)
	require.NoError(t, q.Carry(a, fit.Event{ID: question.ID, Best: "c", Worst: "a"}))
	require.Equal(t, []fit.Answer{{Question: question.ID, Best: "c", Worst: "a", Seconds: -1}}, a.All)
	require.NoError(t, q.Carry(a, fit.Event{ID: fit.CardsID, Best: "a", Worst: "b"}))
	require.Equal(t, fit.Cards{Best: q.CardRole(a, "a"), Worst: q.CardRole(a, "b")}, a.Cards)
	require.NoError(t, q.Carry(a, fit.Event{ID: "v", Level: new(3)}))
	require.Equal(t, []fit.Rating{{Skill: "v", Level: 3}}, a.Skills)
}

func TestCarryRefuses(t *testing.T) {
	q := fittest.MustQuiz(fittest.Skilled(4))
	id, minus, long, nan := q.Questions[0].ID, -1.0, year, math.NaN()
	for _, r := range []fit.Event{
		{Back: true}, {Finish: true}, {More: true}, {}, {ID: "other", Best: "a", Worst: "b"},
		{ID: id, Best: "a", Worst: "b", Seconds: &minus},
		{ID: id, Best: "a", Worst: "b", Seconds: &long},
		{ID: id, Best: "a", Worst: "b", Seconds: &nan},
		{ID: id, Best: "a"}, {ID: fit.CardsID, Best: "a"}, {ID: "v"},
	} {
		a := &fit.Answers{}
		require.Error(t, q.Carry(a, r), "%+v", r)
		require.Equal(t, &fit.Answers{}, a)
	}
}
