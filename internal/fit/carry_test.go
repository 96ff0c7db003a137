package fit_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/fit/fittest"
)

// year is the longest that an answer can take, in seconds.
const year = 366 * 24 * 3600.0

// Whatever is next, an answer is taken for the step that it is for.
func TestCarry(t *testing.T) {
	q := fittest.MustQuiz(fittest.Whole(4))
	a := &fit.Answers{Seed: 5, Seeded: true}
	question := q.Questions[17]
	zero := 0.0
	require.NoError(t, q.Carry(a, fit.Event{Kind: fit.AskQuestion, ID: question.ID, Best: "b", Worst: "a", Seconds: &zero}))
	require.Equal(t, []fit.Answer{{Question: question.ID, Best: "b", Worst: "a", Seconds: 0}}, a.All)
	require.NoError(t, q.Carry(a, fit.Event{Kind: fit.AskQuestion, ID: question.ID, Best: "c", Worst: "a"}))
	require.Equal(t, []fit.Answer{{Question: question.ID, Best: "c", Worst: "a", Seconds: -1}}, a.All)
	require.NoError(t, q.Carry(a, fit.Event{Kind: fit.AskCard, ID: "card-2", Pick: "maybe"}))
	require.Equal(t, []fit.Card{{Role: q.CardRole(a, "card-2"), Rating: fit.Maybe}}, a.Cards)
	require.NoError(t, q.Carry(a, fit.Event{Kind: fit.AskStart, ID: "start", Pick: "current:r01"}))
	require.Equal(t, fit.StartAnswer{ID: "current:r01"}, a.Start)
	require.NoError(t, q.Carry(a, fit.Event{Kind: fit.AskCondition, ID: "v", Pick: "refuse"}))
	require.Equal(t, []fit.ConditionAnswer{{Condition: "v", Tolerance: fit.Refuse}}, a.Conditions, "the skill of that id is another step")
	require.NoError(t, q.Carry(a, fit.Event{Kind: fit.AskOffer, ID: "part-2", Pick: "yes"}))
	require.Equal(t, []fit.OfferAnswer{{Offer: "part-2", Yes: true}}, a.Offers)
	require.NoError(t, q.Carry(a, fit.Event{Kind: fit.AskSkill, ID: "v", Level: new(3)}))
	require.Equal(t, []fit.Rating{{Skill: "v", Level: 3}}, a.Skills)
}

func TestCarryRefuses(t *testing.T) {
	q := fittest.MustQuiz(fittest.Whole(4))
	id, minus, long, nan := q.Questions[0].ID, -1.0, year+1, math.NaN()
	for _, r := range []fit.Event{
		{Back: true}, {Finish: true}, {}, {ID: id, Best: "a", Worst: "b"},
		{Kind: fit.AskQuestion, ID: "other", Best: "a", Worst: "b"},
		{Kind: fit.AskQuestion, ID: id, Best: "a", Worst: "b", Seconds: &minus},
		{Kind: fit.AskQuestion, ID: id, Best: "a", Worst: "b", Seconds: &long},
		{Kind: fit.AskQuestion, ID: id, Best: "a", Worst: "b", Seconds: &nan},
		{Kind: fit.AskQuestion, ID: id, Best: "a"},
		{Kind: fit.AskCard, ID: "card-9", Pick: "want"},
		{Kind: fit.AskStart, ID: "from", Pick: "backend"},
		{Kind: fit.AskCondition, ID: "w", Pick: "fine"},
		{Kind: fit.AskSkill, ID: "on-call", Level: new(1)}, {Kind: fit.AskSkill, ID: "v"},
		{Kind: fit.AskOffer, ID: "part-3", Pick: "yes"},
	} {
		a := &fit.Answers{}
		require.Error(t, q.Carry(a, r), "%+v", r)
		require.Equal(t, &fit.Answers{}, a)
	}
}
