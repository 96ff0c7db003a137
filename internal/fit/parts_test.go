package fit_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/fit/fittest"
)

// A whole interview: both parts, all offers accepted.
func TestWholeInterview(t *testing.T) {
	q := fittest.MustQuiz(fittest.Whole(4))
	a := &fit.Answers{Seed: 5, Seeded: true}
	var got []string
	for s := q.Next(a); ; s = q.Next(a) {
		if step := fmt.Sprint(s.Part, " ", s.Kind); len(got) == 0 || got[len(got)-1] != step {
			got = append(got, step)
		}
		require.Equal(t, s.Part == 2, s.VerdictReady)
		if s.Kind == fit.Done {
			break
		}
		if s.Kind == fit.AskQuestion {
			require.Equal(t, 12-s.Answered, s.AtLeast)
			require.Equal(t, 24-s.Answered, s.AtMost)
		}
		require.NoError(t, q.Record(a, answerStep(q, s, "r02")))
	}
	require.Equal(t, []string{"1 question", "1 card", "1 start", "2 offer", "2 condition", "2 skill", "2 offer", "2 skill", "2 done"}, got)
	require.Len(t, a.All, 12, "clear after the first round")
	r := fit.Score(q, a)
	require.Equal(t, fit.Clear, r.Verdict)
	require.Equal(t, []string{"r02"}, r.Named)
	require.False(t, r.Provisional)
	require.Equal(t, fit.Want, r.Roles[0].Card)
	require.Equal(t, [2]string{"backend", "Backend development"}, [2]string{r.Start, r.StartName})
	require.Equal(t, []fit.ConditionResult{
		{Condition: "on-call", Name: "On-call", Question: "You are on call.", Answer: fit.Fine, Levels: map[string]int{"r00": 0, "r01": 1, "r02": 2, "r03": 3}}, {Condition: "v", Name: "Meetings", Question: "You meet.", Answer: fit.Fine},
	}, r.Conditions)
	require.Equal(t, fit.Step{Kind: fit.Done, Part: 2, Answered: 12, CanBack: true, VerdictReady: true}, q.Next(a))
	for n := 0; q.Next(a).CanBack; n++ {
		require.NoError(t, q.Record(a, fit.Event{Back: true, From: q.Next(a).ID}))
		require.Less(t, n, 40, "back leads to the beginning")
	}
	require.Equal(t, q.Questions[0].ID, q.Next(a).ID)
}

// No role is named before the verdict, except as a job that the person may have.
func TestNoRoleIsNamed(t *testing.T) {
	q := fittest.MustQuiz(fittest.Whole(4))
	a := &fit.Answers{Seed: 5, Seeded: true}
	for s := q.Next(a); !s.VerdictReady; s = q.Next(a) {
		text := s.ID + s.Prompt + s.Text
		for _, o := range s.Options {
			if s.Kind != fit.AskStart {
				text += o.Text
			}
		}
		for _, r := range q.Roles {
			require.NotContains(t, text, r.Title)
		}
		require.NoError(t, q.Record(a, answerStep(q, s, "r02")))
	}
}

// An interview can be ended anywhere: the questions first, then the rest.
func TestFinishAnywhere(t *testing.T) {
	q := fittest.MustQuiz(fittest.Whole(4))
	for steps := 1; ; steps++ {
		a := &fit.Answers{Seed: 5, Seeded: true}
		for range steps {
			if s := q.Next(a); s.Kind != fit.Done {
				require.NoError(t, q.Record(a, answerStep(q, s, "r02")))
			}
		}
		before := q.Next(a).Kind
		if before == fit.Done {
			require.ErrorContains(t, q.Record(a, fit.Event{Finish: true}), "over already")
			return
		}
		require.NoError(t, q.Record(a, fit.Event{Finish: true}))
		after := q.Next(a)
		if before == fit.AskQuestion {
			require.Equal(t, fit.AskCard, after.Kind)
			require.NoError(t, q.Record(a, fit.Event{Finish: true}))
			after = q.Next(a)
		}
		if before == fit.AskQuestion {
			require.Equal(t, fit.OfferQuestions, after.ID)
			more := *a
			require.NoError(t, q.Record(&more, fit.Event{ID: after.ID, Pick: fit.Yes}))
			require.Equal(t, fit.AskQuestion, q.Next(&more).Kind, "the questions resume")
			require.False(t, more.Finished || more.Stopped)
			require.NoError(t, q.Record(a, fit.Event{Finish: true}))
			after = q.Next(a)
		}
		if before == fit.AskQuestion || before == fit.AskCard || before == fit.AskStart {
			require.Equal(t, fit.OfferPart2, after.ID, "part 2 is offered all the same")
			require.NoError(t, q.Record(a, fit.Event{Finish: true}))
			after = q.Next(a)
		}
		require.Equal(t, fit.Done, after.Kind, before)
		require.True(t, after.VerdictReady)
		require.NoError(t, fit.Score(q, a).Check())
	}
}

// Part 2 can follow a part 1 that was finished early, and be finished as well.
func TestPart2AfterFinishing(t *testing.T) {
	q := fittest.MustQuiz(fittest.Whole(4))
	a := &fit.Answers{}
	for range 2 {
		require.NoError(t, q.Record(a, fit.Event{Finish: true}))
	}
	require.NoError(t, q.Record(a, fit.Event{ID: fit.OfferQuestions, Pick: fit.No}))
	require.NoError(t, q.Record(a, fit.Event{ID: fit.OfferPart2, Pick: fit.Yes}))
	s := q.Next(a)
	require.Equal(t, fit.AskCondition, s.Kind)
	require.NoError(t, q.Record(a, answerStep(q, s, "r02")))
	require.NoError(t, q.Record(a, fit.Event{Back: true}))
	require.NoError(t, q.Record(a, fit.Event{Back: true}))
	require.Equal(t, fit.OfferPart2, q.Next(a).ID, "the cards that were left out stay out")
	require.NoError(t, q.Record(a, fit.Event{Finish: true}))
	require.Equal(t, fit.Done, q.Next(a).Kind)
}

// Declined offers end the interview.
func TestOffersDeclined(t *testing.T) {
	q := fittest.MustQuiz(fittest.Whole(4))
	for id, kinds := range map[string][2]int{fit.OfferPart2: {0, 0}, fit.OfferSkills: {2, 3}} {
		a := &fit.Answers{Seed: 5, Seeded: true}
		got := [2]int{}
		for s := q.Next(a); s.Kind != fit.Done; s = q.Next(a) {
			e := answerStep(q, s, "r02")
			switch {
			case s.ID == id:
				e.Pick = fit.No
			case s.Kind == fit.AskCondition:
				got[0]++
			case s.Kind == fit.AskSkill:
				got[1]++
			}
			require.NoError(t, q.Record(a, e))
		}
		require.Equal(t, kinds, got, id)
	}
}

// Where it is close and unused questions remain, more are offered; the verdict
// then takes them into account.
func TestMoreQuestions(t *testing.T) {
	q := fittest.MustQuiz(fittest.Whole(4))
	for pick, answered := range map[string]int{fit.Yes: 24 + fit.ExtraQuestions, fit.No: 24} {
		a := &fit.Answers{Seed: 5, Seeded: true}
		offered := 0
		for s := q.Next(a); s.ID != fit.OfferPart2; s = q.Next(a) {
			e := answerStep(q, s, fmt.Sprintf("r%02d", s.Answered%2))
			if s.ID == fit.OfferQuestions {
				require.Equal(t, fit.ExtraQuestions, s.Offered)
				require.True(t, s.VerdictReady)
				if offered++; offered == 1 {
					require.Len(t, a.All, 24)
					e.Pick = pick
				} else {
					e.Pick = fit.No
				}
			}
			require.NoError(t, q.Record(a, e))
		}
		require.Equal(t, 1+(answered-24)/fit.ExtraQuestions, offered)
		r := fit.Score(q, a)
		require.Equal(t, answered, r.Answered)
		require.False(t, r.Provisional)
		require.Equal(t, answered == 30, r.ExtraRounds == 1)
		a.All = a.All[:answered-1]
		require.True(t, fit.Score(q, a).Provisional)
	}
}

// A third of the questions skipped as none, at least four of them, end the
// questions after a round, and no question replaces them.
func TestNothingAppeals(t *testing.T) {
	q := fittest.MustQuiz(fittest.Whole(4))
	for none, asked := range map[int]int{4: 12, 3: 24, 2: 24} {
		a := &fit.Answers{Seed: 5, Seeded: true}
		for s := q.Next(a); s.Kind == fit.AskQuestion; s = q.Next(a) {
			e := answerStep(q, s, []string{"r00", "r01"}[len(a.All)%2])
			if len(a.All) < none {
				e = fit.Event{Kind: s.Kind, ID: s.ID, Skip: fit.None}
			}
			require.NoError(t, q.Record(a, e))
		}
		require.Len(t, a.All, asked, "%d skipped", none)
		r := fit.Score(q, a)
		require.Equal(t, none == 4, r.Verdict == fit.NoRole)
		s := fit.NewScorer(q)
		s.Reset(a.Seed, a.Seeded)
		s.AddAll(a)
		require.Equal(t, r.Verdict, s.Standing().Verdict)
		require.False(t, r.Provisional)
		if none < 4 {
			continue
		}
		require.Equal(t, fit.NothingWanted, r.Reason)
		require.Empty(t, r.Named)
		require.NotEmpty(t, r.About, "the nearest roles are shown")
		require.NoError(t, r.Check())
		a.Cards = []fit.Card{{Role: "r03", Rating: fit.Want}}
		require.NotEqual(t, fit.NoRole, fit.Score(q, a).Verdict, "a card is wanted")
		require.NotEqual(t, fit.OfferQuestions, q.Next(a).ID)
	}
}
