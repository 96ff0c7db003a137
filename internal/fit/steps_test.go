package fit_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/fit/fittest"
)

// Role 2 leads before role 1; they need w:2 x:3 and v:2 w:3. Roles 0 and 3
// need u and y as well, and no role needs z.
func TestSkillsOfFirstTwoRoles(t *testing.T) {
	q := fittest.MustQuiz(fittest.Skilled(4))
	a := answersTo(q, "20 23 20 23 20 23 20 23 20 23 20 23")
	a.Cards = fit.Cards{Skip: fit.Unsure}
	type shown struct {
		id        string
		place, of int
	}
	var got []shown
	for s := q.Next(a); ; s = q.Next(a) {
		if s.Kind == fit.Done {
			if a.AllSkills {
				break
			}
			require.Equal(t, 2, s.SkillsLeft)
			require.NoError(t, q.Record(a, fit.Event{More: true}))
			continue
		}
		got = append(got, shown{s.ID, s.Index, s.Total})
		require.NoError(t, q.Record(a, fit.Event{ID: s.ID, Level: new(2)}))
	}
	require.Equal(t, []shown{{"v", 1, 3}, {"w", 2, 3}, {"x", 3, 3}, {"u", 4, 5}, {"y", 5, 5}}, got)
	require.ErrorContains(t, q.Record(a, fit.Event{ID: "u", Level: new(2)}), "is over")
	for range 4 {
		require.NoError(t, q.Record(a, fit.Event{Back: true}))
	}
	require.Equal(t, shown{"w", 2, 5}, shown{q.Next(a).ID, q.Next(a).Index, q.Next(a).Total}, "gone back to")
}

// In a close interview, the verdict is checked after 12 and after 18 answers.
func TestNewRoundsAreAnnounced(t *testing.T) {
	q := fittest.MustQuiz(fittest.Skilled(4))
	a := &fit.Answers{}
	var announced []int
	skipped := 0
	for s := q.Next(a); s.Kind == fit.AskQuestion; s = q.Next(a) {
		require.Equal(t, skipped, s.Skipped)
		if s.NewRound {
			announced = append(announced, s.Answered-s.Skipped)
			require.NoError(t, q.Record(a, fit.Event{Back: true}))
			require.False(t, q.Next(a).NewRound, "one before it")
			a.BackTo = ""
		}
		r := fit.Event{ID: s.ID, Skip: fit.Unsure}
		if s.Answered == 3 || s.NewRound { // This also starts a round, but it isn't announced again.
			skipped++
		} else {
			best, worst := "r00", "r01"
			if s.Answered%2 == 0 {
				best, worst = worst, best
			}
			answer := fittest.Answer(q.Question(s.ID), best, worst)
			r = fit.Event{ID: s.ID, Best: answer.Best, Worst: answer.Worst}
		}
		require.NoError(t, q.Record(a, r))
	}
	require.Equal(t, []int{12, 18}, announced)
}

func TestBackToFirstStep(t *testing.T) {
	q := fittest.MustQuiz(fittest.Skilled(4))
	a := &fit.Answers{Seed: 5, Seeded: true}
	first := q.Next(a).ID
	for range 3 {
		require.NoError(t, q.Record(a, answerStep(q, q.Next(a), "r01")))
	}
	for range 3 {
		require.True(t, q.Next(a).CanBack)
		require.NoError(t, q.Record(a, fit.Event{Back: true}))
	}
	require.Equal(t, first, q.Next(a).ID)
	require.False(t, q.Next(a).CanBack)
}

func TestAnswerSeconds(t *testing.T) {
	q := fittest.MustQuiz(fittest.Skilled(4))
	zero, most, long := 0.0, year-1, year
	for seconds, want := range map[*float64]float64{nil: -1, &zero: 0, &most: most} {
		a := &fit.Answers{}
		require.NoError(t, q.Record(a, fit.Event{ID: q.Next(a).ID, Best: "a", Worst: "b", Seconds: seconds}))
		require.Equal(t, want, a.All[0].Seconds)
	}
	a := &fit.Answers{}
	require.ErrorContains(t, q.Record(a, fit.Event{ID: q.Next(a).ID, Best: "a", Worst: "b", Seconds: &long}), "expected 0 or more")
}

// TestBestOfTwoImpliesWorst checks that with two options or two cards, choosing
// the best makes the other one the worst.
func TestBestOfTwoImpliesWorst(t *testing.T) {
	q := fittest.MustQuiz(fittest.Skilled(2))
	other := map[string]string{"a": "b", "b": "a"}
	for best, worst := range other {
		a := &fit.Answers{}
		id := q.Next(a).ID
		require.NoError(t, q.Record(a, fit.Event{ID: id, Best: best}))
		require.Equal(t, fit.Answer{Question: id, Best: best, Worst: worst, Seconds: -1}, a.All[0])
		a.BackTo = id
		require.NoError(t, q.Record(a, fit.Event{ID: id, Best: best, Worst: worst}), "said in full")
		a.BackTo = id
		require.NoError(t, q.Record(a, fit.Event{ID: id, Skip: fit.None}))
		require.Equal(t, fit.Answer{Question: id, Skip: fit.None, Seconds: -1}, a.All[0])

		a.Finished = true
		require.NoError(t, q.Record(a, fit.Event{ID: fit.CardsID, Best: best}))
		require.Equal(t, fit.Cards{Best: q.CardRole(a, best), Worst: q.CardRole(a, worst)}, a.Cards)
		a.BackTo = fit.CardsID
		require.NoError(t, q.Record(a, fit.Event{ID: fit.CardsID, Best: best, Worst: worst}))
	}
	a := &fit.Answers{}
	require.Error(t, q.Record(a, fit.Event{ID: q.Next(a).ID, Best: "z"}))
	require.Error(t, q.Record(a, fit.Event{ID: q.Next(a).ID, Worst: "a"}))
	a.Finished = true
	require.ErrorContains(t, q.Record(a, fit.Event{ID: fit.CardsID, Best: "c"}), "letters from a to b")
}

// TestCards checks that a key refers to the role whose text is shown with it,
// and that the answer is marked after going back.
func TestCards(t *testing.T) {
	q := fittest.MustQuiz(fittest.Skilled(4))
	a := &fit.Answers{Seed: 3, Finished: true}
	s := q.Next(a)
	require.Equal(t, fit.AskCards, s.Kind)
	require.Nil(t, s.Previous)
	for i, key := range []string{"a", "b", "c", "d"} {
		require.Equal(t, fit.ShownOption{Key: key, Text: "summary of " + q.CardRole(a, key)}, s.Options[i])
	}
	require.Equal(t, q.CardRole(a, "c"), q.CardRole(a, "C"))
	require.Empty(t, q.CardRole(a, "e"))
	require.NoError(t, q.Record(a, fit.Event{ID: fit.CardsID, Best: "c", Worst: "a"}))
	a.BackTo = fit.CardsID
	require.Equal(t, &fit.Event{ID: fit.CardsID, Best: "c", Worst: "a"}, q.Next(a).Previous)
	require.Error(t, q.Record(a, fit.Event{ID: fit.CardsID, Best: "c", Worst: "a", Level: new(1)}))
}

func TestWordsAndSecondsOfFlags(t *testing.T) {
	p := written(2, 4)
	question := &p.Written[0]
	question.Prompt, question.Options[0].Text, question.Options[1].Text = "What would  you do?", "write a page", "read"
	require.Equal(t, 4+3+1, question.Words())
	q := fittest.MustQuiz(p)
	require.Empty(t, fit.Score(q, &fit.Answers{Seeded: true}).Flags, "nothing is a share of nothing")
	fast := func(seconds float64) []fit.Flag {
		return fit.Score(q, &fit.Answers{Seeded: true, All: []fit.Answer{{Question: question.ID, Best: "a", Worst: "b", Seconds: seconds}}}).Flags
	}
	require.Equal(t, []fit.Flag{fit.Fast}, fast(0))
	require.Empty(t, fast(4), "two options take four seconds")
	for range 9 {
		question.Prompt += " one two three four five six seven eight"
	}
	q = fittest.MustQuiz(p)
	require.Equal(t, []fit.Flag{fit.Fast}, fast(7.9), "and 80 words take eight")
	require.Empty(t, fast(8))
}

// TestCardsOfManyRoles checks that with more than six roles, the cards of the
// six with the highest fit are shown.
func TestCardsOfManyRoles(t *testing.T) {
	q := fittest.MustQuiz(fittest.Synthetic(8, 9))
	a := &fit.Answers{Seed: 4, Finished: true}
	for i, question := range q.Questions[:12] {
		a.All = append(a.All, fit.Answer{Question: question.ID, Best: question.Options[i%3].Key, Worst: question.Options[3].Key, Seconds: -1})
	}
	require.Len(t, q.Next(a).Options, 6)
	byRole := fits(fit.Score(q, a))
	least := 100.0
	for _, key := range []string{"a", "b", "c", "d", "e", "f"} {
		least = min(least, byRole[q.CardRole(a, key)])
		delete(byRole, q.CardRole(a, key))
	}
	require.Len(t, byRole, 2)
	for _, f := range byRole {
		require.LessOrEqual(t, f, least)
	}
}
