package fit_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/fit/fittest"
)

func TestRerateNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := fittest.DrawQuiz(t)
		before := fit.Score(q, fittest.DrawAnswers(t, q))
		a, err := q.Continue(before, fit.Rerate)
		require.NoError(t, err)
		a.ID, a.Taken = before.ID, before.Taken
		require.Equal(t, before, q.Continued(before, a))
	})
}

func TestRerateAfterInterview(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := fittest.DrawQuiz(t)
		a := &fit.Answers{Pack: q.Pack.ID, Seed: rapid.Uint64().Draw(t, "seed"), Seeded: true}
		// The seed orders roles with equal M, and a result doesn't store it.
		for step := q.Next(a); step.Kind == fit.AskQuestion; step = q.Next(a) {
			keys := rapid.Permutation(q.Question(step.ID).Keys()).Draw(t, "keys")
			require.NoError(t, q.Record(a, fit.Event{ID: step.ID, Best: keys[0], Worst: keys[1]}))
		}
		before := fit.Score(q, a)
		again, err := q.Continue(before, fit.Rerate)
		require.NoError(t, err)
		require.Equal(t, before, q.Continued(before, again))
	})
}

func TestRerated(t *testing.T) {
	p := fittest.Journey()
	before := fittest.Respondent(p, fittest.Always("r00", "r01"), map[string]int{"tests": 1, "metrics": 3})
	before.ID, before.Flags = "r1", []fit.Flag{fit.Fast}
	q := fittest.MustQuiz(p)
	a, err := q.Continue(before, fit.Rerate)
	require.NoError(t, err)
	step := q.Next(a)
	require.False(t, step.CanBack, "nothing else can be changed")
	require.Error(t, q.Record(a, fit.Event{Back: true}))
	require.Equal(t, 1, *step.Previous.Level, "the earlier level is shown")
	require.NoError(t, q.Record(a, fit.Event{ID: "tests", Level: new(4)}))
	after := q.Continued(before, a)
	require.Equal(t, 4, *after.Skills["tests"].Level)
	require.Equal(t, 3, *after.Skills["metrics"].Level, "what is not asked again stays")
	require.Equal(t, before.Flags, after.Flags)
	require.Equal(t, before.Lead, after.Lead)
	require.Equal(t, "r1", after.Replaces)
}

func TestContinueChangedPack(t *testing.T) {
	before := fittest.Respondent(fittest.Journey(), fittest.Always("r00", "r01"), nil)
	p := fittest.Journey()
	p.Roles[0].Parts[fit.Focus].Facets[0].ID = "another"
	_, err := fittest.MustQuiz(p).Continue(before, fit.Edit)
	require.ErrorContains(t, err, "have changed")
	before.Answers[0].Best = "r09/none"
	_, err = fittest.MustQuiz(fittest.Journey()).Continue(before, fit.Edit)
	require.ErrorContains(t, err, "have changed")
}

func TestContinueSomeRoles(t *testing.T) {
	p := fittest.Skilled(4)
	q := fittest.MustQuiz(p, "r03", "r01")
	a := &fit.Answers{Roles: []string{"r01", "r03"}, Cards: []fit.Card{{Role: "r01", Rating: fit.Want}, {Role: "r03", Rating: fit.Pass}}, All: []fit.Answer{
		{Question: q.Questions[0].ID, Best: "a", Worst: "b", Seconds: -1},
		{Question: q.Questions[1].ID, Skip: fit.None, Seconds: -1},
	}}
	of, err := q.Continue(fit.Score(q, a), fit.Edit)
	require.NoError(t, err)
	of.BackTo = ""
	require.Equal(t, &fit.Answers{Pack: p.ID, Roles: a.Roles, Cards: a.Cards, All: a.All, Finished: true}, of)
	all := fittest.MustQuiz(p)
	of, err = all.Continue(fit.Score(all, &fit.Answers{}), fit.Edit)
	require.NoError(t, err)
	require.Empty(t, of.Roles, "all of the pack")
}

// Everything that was answered is restored, so that it can be changed: the
// interview is where it ended, and options are in the same order.
func TestContinueWholeInterview(t *testing.T) {
	q := fittest.MustQuiz(fittest.Whole(4))
	a := &fit.Answers{Pack: q.Pack.ID, Seed: 6, Seeded: true}
	for s := q.Next(a); s.Kind != fit.Done; s = q.Next(a) {
		require.NoError(t, q.Record(a, answerStep(q, s, "r02")))
	}
	before := fit.Score(q, a)
	again, err := q.Continue(before, fit.Edit)
	require.NoError(t, err)
	require.Equal(t, a.Seed, again.Seed)
	again.BackTo = ""
	require.Equal(t, fit.OfferSkills, q.Next(again).ID, "whether that was accepted isn't known")
	require.Equal(t, before, fit.Score(q, again))
	before.Flags = []fit.Flag{fit.Fast, fit.CardDisagrees}
	require.Equal(t, []fit.Flag{fit.Fast}, q.Continued(before, again).Flags, "times are unknown; cards aren't")
	require.NoError(t, q.Record(again, fit.Event{Back: true}))
	require.Equal(t, fit.AskSkill, q.Next(again).Kind)
}

// Part 2 continues with what isn't answered. Once it is complete, there is
// nothing to continue.
func TestContinuePart2(t *testing.T) {
	q := fittest.MustQuiz(fittest.Whole(4))
	a := untilPart2(t, q)
	kinds := map[fit.Kind]int{}
	for result := fit.Score(q, a); ; result = q.Continued(result, a) {
		var err error
		if a, err = q.Continue(result, fit.Part2); err != nil {
			require.ErrorIs(t, err, fit.ErrComplete)
			break
		}
		s := q.Next(a)
		kinds[s.Kind]++
		if s.Kind == fit.AskOffer {
			require.NoError(t, q.Record(a, fit.Event{ID: s.ID, Pick: fit.Yes}))
			s = q.Next(a)
		}
		require.NoError(t, q.Record(a, answerStep(q, s, "r02")))
	}
	require.Equal(t, len(q.Pack.Conditions), kinds[fit.AskCondition])
	require.Positive(t, kinds[fit.AskSkill])
}

// Finishing from an earlier question declines no offer that isn't shown there.
func TestFinishEdit(t *testing.T) {
	q := fittest.MustQuiz(fittest.Whole(4))
	a := untilPart2(t, q)
	a, err := q.Continue(fit.Score(q, a), fit.Edit)
	require.NoError(t, err)
	require.NoError(t, q.Record(a, fit.Event{Finish: true}))
	if q.Next(a).ID == fit.OfferQuestions {
		require.NoError(t, q.Record(a, fit.Event{Finish: true}))
	}
	require.Equal(t, fit.OfferPart2, q.Next(a).ID)
}

// untilPart2 returns the answers of a person who is offered part 2.
func untilPart2(t *testing.T, q *fit.Quiz) *fit.Answers {
	a := &fit.Answers{Pack: q.Pack.ID}
	for s := q.Next(a); s.ID != fit.OfferPart2; s = q.Next(a) {
		event := answerStep(q, s, "r02")
		if s.ID == fit.OfferQuestions {
			event.Pick = fit.No
		}
		require.NoError(t, q.Record(a, event))
	}
	return a
}

// More extra rounds than the bank has questions for take no time.
func TestExtraRoundsEnd(t *testing.T) {
	q := fittest.MustQuiz(fittest.Synthetic(4, 9))
	schedule := fit.NewSchedule(q, 1)
	schedule.Extend(math.MaxInt)
	asked := 0
	for ; schedule.Next() != nil; asked++ {
		schedule.Answer(asked%2, 2)
	}
	require.Len(t, q.Questions, asked)
}
