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
	for _, r := range q.Roles {
		a.Cards = append(a.Cards, fit.Card{Role: r.ID, Rating: fit.Maybe})
	}
	type shown struct {
		id        string
		place, of int
	}
	var got []shown
	var offered []int
	for s := q.Next(a); s.Kind != fit.Done; s = q.Next(a) {
		if s.Kind == fit.AskOffer {
			offered = append(offered, s.Offered)
			require.NoError(t, q.Record(a, fit.Event{ID: s.ID, Pick: fit.Yes}))
			continue
		}
		got = append(got, shown{s.ID, s.Index, s.Total})
		require.NoError(t, q.Record(a, fit.Event{ID: s.ID, Level: new(2)}))
	}
	require.Equal(t, []shown{{"v", 1, 3}, {"w", 2, 3}, {"x", 3, 3}, {"u", 4, 5}, {"y", 5, 5}}, got)
	require.Equal(t, []int{3, 2}, offered)
	require.ErrorContains(t, q.Record(a, fit.Event{ID: "u", Level: new(2)}), "is over")
	require.NoError(t, q.Record(a, fit.Event{Back: true})) // y, u, the offer, x, w
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
	zero, most, long := 0.0, year, year+1
	for seconds, want := range map[*float64]float64{nil: -1, &zero: 0, &most: most} {
		a := &fit.Answers{}
		require.NoError(t, q.Record(a, fit.Event{ID: q.Next(a).ID, Best: "a", Worst: "b", Seconds: seconds}))
		require.Equal(t, want, a.All[0].Seconds)
	}
	a := &fit.Answers{}
	require.ErrorContains(t, q.Record(a, fit.Event{ID: q.Next(a).ID, Best: "a", Worst: "b", Seconds: &long}), "is 31622401, expected 0 to 31622400")
}

// TestBestOfTwoImpliesWorst: with two options the one picked best leaves the other
// for worst.
func TestBestOfTwoImpliesWorst(t *testing.T) {
	q := fittest.MustQuiz(fittest.Skilled(2))
	other := map[string]string{"a": "b", "b": "a"}
	for best, worst := range other {
		a := &fit.Answers{}
		id := q.Next(a).ID
		require.NoError(t, q.Record(a, fit.Event{ID: id, Best: best}))
		require.Equal(t, fit.Answer{Question: id, Best: best, Worst: worst, Seconds: -1}, a.All[0])
		a.BackTo = "question:" + id
		require.NoError(t, q.Record(a, fit.Event{ID: id, Best: best, Worst: worst}), "said in full")
		a.BackTo = "question:" + id
		require.NoError(t, q.Record(a, fit.Event{ID: id, Skip: fit.None}))
		require.Equal(t, fit.Answer{Question: id, Skip: fit.None, Seconds: -1}, a.All[0])
	}
	a := &fit.Answers{}
	require.Error(t, q.Record(a, fit.Event{ID: q.Next(a).ID, Best: "z"}))
	require.Error(t, q.Record(a, fit.Event{ID: q.Next(a).ID, Worst: "a"}))
}

// The cards come one at a time, each of another role, without its title; going
// back shows the rating.
func TestCards(t *testing.T) {
	q := fittest.MustQuiz(fittest.Skilled(4))
	a := &fit.Answers{Seed: 3, Finished: true}
	roles := map[string]bool{}
	for place := range 4 {
		s := q.Next(a)
		require.Equal(t, fit.AskCard, s.Kind)
		require.Equal(t, fit.CardID(place), s.ID)
		require.Equal(t, [2]int{place + 1, 4}, [2]int{s.Index, s.Total})
		require.Nil(t, s.Previous)
		require.Equal(t, "summary of "+q.CardRole(a, s.ID), s.Text)
		roles[q.CardRole(a, s.ID)] = true
		require.NoError(t, q.Record(a, fit.Event{ID: s.ID, Pick: string(fit.CardRatings[place%3])}))
	}
	require.Len(t, roles, 4)
	require.Empty(t, q.CardRole(a, "card-5"))
	require.Equal(t, fit.Want, a.Card(q.CardRole(a, "card-1")))
	a.BackTo = "card:card-1"
	require.Equal(t, &fit.Event{Kind: fit.AskCard, ID: "card-1", Pick: "want"}, q.Next(a).Previous)
	require.NoError(t, q.Record(a, fit.Event{ID: "card-1", Pick: "pass"}))
	require.Equal(t, fit.Pass, a.Card(q.CardRole(a, "card-1")))
	require.Len(t, a.Cards, 4)
}

// The start may be one of the pack's, a job that the person has, or skipped; packs
// without starts don't ask.
func TestStart(t *testing.T) {
	q := fittest.MustQuiz(fittest.Whole(2))
	for pick, name := range map[string]string{"": "", "student": "Student", "current:r01": "Role 1"} {
		a := &fit.Answers{Finished: true, Cards: []fit.Card{{Role: "r00", Rating: fit.Want}, {Role: "r01", Rating: fit.Want}}}
		s := q.Next(a)
		require.Equal(t, fit.AskStart, s.Kind)
		require.Len(t, s.Options, 4)
		e := fit.Event{ID: s.ID, Pick: pick}
		if pick == "" {
			e.Skip = fit.Unsure
		}
		require.NoError(t, q.Record(a, e))
		require.Equal(t, fit.OfferQuestions, q.Next(a).ID)
		r := fit.Score(q, a)
		require.Equal(t, [2]string{pick, name}, [2]string{r.Start, r.StartName})
	}
	require.True(t, q.KnowsStart("current:r00"))
	require.False(t, q.KnowsStart("r00"))
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
	require.Equal(t, 6, q.Next(a).Total)
	byRole := fits(fit.Score(q, a))
	least := 100.0
	for place := range 6 {
		role := q.CardRole(a, fit.CardID(place))
		least = min(least, byRole[role])
		delete(byRole, role)
	}
	require.Len(t, byRole, 2)
	for _, f := range byRole {
		require.LessOrEqual(t, f, least)
	}
}
