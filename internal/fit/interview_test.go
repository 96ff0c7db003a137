package fit_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/fit/fittest"
)

// answerStep answers a step for a person who prefers one role.
func answerStep(q *fit.Quiz, s fit.Step, favorite string) fit.Event {
	r := fit.Event{Kind: s.Kind, ID: s.ID}
	switch s.Kind {
	case fit.AskQuestion:
		a := fittest.Answer(q.Question(s.ID), favorite, "")
		r.Best = a.Best
		for _, c := range s.Options {
			if c.Key != a.Best {
				r.Worst = c.Key
			}
		}
		if r.Best == "" { // the preferred role is not shown
			r.Best = s.Options[0].Key
		}
	case fit.AskSkill:
		r.Level = new(1)
	default:
		r.Pick = s.Options[0].Key
	}
	return r
}

func TestGapsAreOrdered(t *testing.T) {
	p := fittest.Skilled(4)
	q := fittest.MustQuiz(p)
	a := &fit.Answers{Skills: []fit.Rating{{Skill: "u", Level: 1}, {Skill: "v", Level: 2}, {Skill: "w", Skip: fit.Unsure}, {Skill: "x", Level: 3}}}
	have := func(skill string) (int, bool) {
		if r := a.Rating(skill); r != nil && r.Skip == "" {
			return r.Level, true
		}
		return 0, false
	}
	gaps := fit.Gaps(p, have, q.Roles[:2]) // r00 needs u:2 v:3, r01 needs v:2 w:3
	require.Equal(t, []fit.Gap{
		{Skill: "v", Name: "Skill v", Level: 2, Needed: 3, Roles: []string{"r00"}, Next: "to 3", Step: "v/3"},
		{Skill: "u", Name: "Skill u", Level: 1, Needed: 2, Roles: []string{"r00"}, Next: "to 2", Step: "u/2"},
	}, gaps, "same weight: the higher need first; a skipped skill is no gap")
}

func TestBackKeepsAnswers(t *testing.T) {
	q := fittest.MustQuiz(fittest.Skilled(4))
	a := &fit.Answers{Seed: 5, Seeded: true}
	require.ErrorContains(t, q.Record(a, fit.Event{Back: true}), "nothing to go back to")
	var asked []string
	for range 5 {
		s := q.Next(a)
		asked = append(asked, s.ID)
		require.NoError(t, q.Record(a, answerStep(q, s, "r01")))
	}
	front := q.Next(a).ID
	for i := 4; i >= 3; i-- {
		require.NoError(t, q.Record(a, fit.Event{Back: true}))
		s := q.Next(a)
		require.Equal(t, asked[i], s.ID)
		require.Equal(t, a.Answer(asked[i]).Best, s.Previous.Best, "marked with its answer")
	}
	changed := answerStep(q, q.Next(a), "r03")
	require.NoError(t, q.Record(a, changed))
	require.Equal(t, changed.Best, a.Answer(asked[3]).Best)
	require.Equal(t, front, q.Next(a).ID, "continues with the question it was at")
	require.Len(t, a.All, 5)
}

func TestFinishEarly(t *testing.T) {
	q := fittest.MustQuiz(fittest.Skilled(4))
	a := &fit.Answers{Seed: 5, Seeded: true}
	for range 7 {
		require.NoError(t, q.Record(a, answerStep(q, q.Next(a), "r01")))
	}
	require.NoError(t, q.Record(a, fit.Event{Finish: true}))
	require.Equal(t, fit.AskCard, q.Next(a).Kind)
	r := fit.Score(q, a)
	require.True(t, r.Provisional)
	require.Equal(t, fit.Leaning, r.Verdict, "a clear lead that is provisional says leaning")
}

// A form asks the questions of all rounds at once, and people leave some of
// them out. Whichever these are, the verdict depends only on the other answers.
// Without Answers.Form, leaving out the last ones means that an interview isn't
// finished.
func TestFormsAreNotProvisional(t *testing.T) {
	for roles, full := range map[int]int{4: 24, 6: 24, 9: 33} {
		q := fittest.MustQuiz(fittest.Synthetic(roles, 12))
		a := &fit.Answers{}
		for _, question := range formQuestions(q, full) {
			best := max(0, slices.IndexFunc(question.Options, func(o fit.Option) bool { return o.Role == "r01" }))
			worst := (best + 1 + len(a.All)%(len(question.Options)-1)) % len(question.Options)
			a.All = append(a.All, fit.Answer{Question: question.ID, Best: question.Options[best].Key, Worst: question.Options[worst].Key})
		}
		all, s := a.All, fit.NewScorer(q)
		for i := range all {
			for _, form := range []bool{false, true} {
				a = &fit.Answers{All: slices.Delete(slices.Clone(all), i, i+1), Form: form}
				r := fit.Score(q, a)
				require.False(t, r.Provisional, "%d roles, without question %d", roles, i)
				require.Equal(t, fit.Clear, r.Verdict, "%d roles, without question %d", roles, i)
				s.Reset(a.Seed, a.Seeded)
				s.AddAll(a)
				require.False(t, s.Provisional())
			}
		}
		if roles > 4 { // a form doesn't have the interview's order
			continue
		}
		half := &fit.Answers{All: all[:8], Form: true}
		require.False(t, fit.Score(q, half).Provisional)
		half.Form = false
		require.True(t, fit.Score(q, half).Provisional, "an interview")
		half.All, half.Finished = append(all[:8:8], all[9]), true
		require.True(t, fit.Score(q, half).Provisional, "an interview with a changed answer")
	}
}

// formQuestions returns as many questions as a form has, the same number from
// each dimension.
func formQuestions(q *fit.Quiz, most int) (questions []*fit.Question) {
	var of [len(fit.Dimensions)]int
	for _, question := range q.Questions {
		if of[question.Dimension]++; of[question.Dimension] <= most/len(of) {
			questions = append(questions, question)
		}
	}
	return questions
}

// TestInvalidEventsChangeNothing checks that a rejected event leaves the
// answers unchanged.
func TestInvalidEventsChangeNothing(t *testing.T) {
	q := fittest.MustQuiz(fittest.Whole(4))
	question := &fit.Answers{Seed: 5, Seeded: true}
	cards := &fit.Answers{Seed: 5, Seeded: true}
	for q.Next(cards).Kind == fit.AskQuestion {
		require.NoError(t, q.Record(cards, answerStep(q, q.Next(cards), "r02")))
	}
	at := func(kind fit.Kind) *fit.Answers {
		a := &fit.Answers{Seed: 5, Seeded: true}
		for q.Next(a).Kind != kind {
			require.NoError(t, q.Record(a, answerStep(q, q.Next(a), "r02")))
		}
		return a
	}
	start, offer, condition, skill, done := at(fit.AskStart), at(fit.AskOffer), at(fit.AskCondition), at(fit.AskSkill), at(fit.Done)
	id, rated, minus := q.Next(question).ID, q.Next(skill).ID, -1.0
	for _, c := range []struct {
		a *fit.Answers
		r fit.Event
	}{
		{question, fit.Event{}},
		{question, fit.Event{ID: "other", Best: "a", Worst: "b"}},
		{question, fit.Event{ID: id, Best: "a"}},
		{question, fit.Event{ID: id, Best: "a", Worst: "a"}},
		{question, fit.Event{ID: id, Best: "a", Worst: "e"}},
		{question, fit.Event{ID: id, Best: "a", Worst: "b", Skip: fit.None}},
		{question, fit.Event{ID: id, Skip: "bored"}},
		{question, fit.Event{ID: id, Best: "a", Worst: "b", Seconds: &minus}},
		{question, fit.Event{ID: id, Best: "a", Worst: "b", Level: new(1)}},
		{question, fit.Event{ID: id, Best: "a", Worst: "b", Back: true}},
		{question, fit.Event{Back: true}},
		{question, fit.Event{Back: true, Finish: true}},
		{question, fit.Event{Kind: fit.AskCard, ID: id, Best: "a", Worst: "b"}},
		{question, fit.Event{ID: id, Best: "a", Worst: "b", From: id}},
		{question, fit.Event{ID: id, Best: "a", Worst: "b", Pick: "a"}},
		{cards, fit.Event{Back: true, From: "card-2"}},
		{cards, fit.Event{Finish: true, From: "card-1"}},
		{cards, fit.Event{ID: "card-2", Pick: "want"}},
		{cards, fit.Event{ID: "card-1", Pick: "love"}},
		{cards, fit.Event{ID: "card-1"}},
		{cards, fit.Event{ID: "card-1", Best: "a", Worst: "b"}},
		{cards, fit.Event{ID: "card-1", Skip: fit.Unsure}},
		{cards, fit.Event{ID: "card-1", Pick: "want", Skip: fit.Unsure}},
		{start, fit.Event{ID: "start"}},
		{start, fit.Event{ID: "start", Pick: "other"}},
		{start, fit.Event{ID: "start", Pick: "current:other"}},
		{start, fit.Event{ID: "start", Pick: "backend", Skip: fit.Unsure}},
		{start, fit.Event{ID: "start", Skip: fit.None}},
		{offer, fit.Event{ID: "part-2", Pick: "perhaps"}},
		{offer, fit.Event{ID: "part-2", Skip: fit.Unsure}},
		{offer, fit.Event{ID: "more-skills", Pick: "yes"}},
		{condition, fit.Event{ID: "on-call", Pick: "want"}},
		{condition, fit.Event{ID: "on-call", Skip: fit.Unsure}},
		{condition, fit.Event{ID: "on-call", Pick: "fine", Level: new(1)}},
		{skill, fit.Event{ID: rated, Pick: "fine"}},
		{done, fit.Event{ID: "y", Level: new(1)}},
		{done, fit.Event{Finish: true}},
		{skill, fit.Event{ID: rated, Level: new(5)}},
		{skill, fit.Event{ID: rated, Level: new(-1)}},
		{skill, fit.Event{ID: rated, Skip: fit.None}},
		{skill, fit.Event{ID: rated, Level: new(2), Skip: fit.Unsure}},
		{skill, fit.Event{ID: rated, Best: "a", Worst: "b"}},
	} {
		before, err := json.Marshal(c.a)
		require.NoError(t, err)
		require.Error(t, q.Record(c.a, c.r), "%+v", c.r)
		after, err := json.Marshal(c.a)
		require.NoError(t, err)
		require.JSONEq(t, string(before), string(after))
	}
}

func TestFlags(t *testing.T) {
	q := fittest.MustQuiz(fittest.Skilled(4))
	a := &fit.Answers{Seed: 5, Seeded: true}
	for i := range 12 {
		s := q.Next(a)
		r := fit.Event{ID: s.ID, Best: s.Options[0].Key, Worst: s.Options[1+i%2].Key}
		seconds := 9.0
		if i < 3 {
			seconds = 7.9 // four options take at least eight seconds
		}
		r.Seconds = &seconds
		require.NoError(t, q.Record(a, r))
	}
	require.Equal(t, []fit.Flag{fit.Fast}, fit.Score(q, a).Flags, "3 of 12 are a quarter")
	a.All[0].Seconds, a.All[1].Seconds = 8, 8
	require.Empty(t, fit.Score(q, a).Flags)
	for i := range 4 {
		question := q.Question(a.All[i].Question)
		order := fit.Shuffle(5, question.ID, 4)
		a.All[i].Best, a.All[i].Worst = question.Options[order[2]].Key, question.Options[order[3]].Key
	}
	require.Equal(t, []fit.Flag{fit.SamePlace}, fit.Score(q, a).Flags)
}

// TestShuffle checks that every order of the options occurs about equally
// often, and that the same seed and name give the same order.
func TestShuffle(t *testing.T) {
	count := map[[3]int]int{}
	for seed := range uint64(6000) {
		count[[3]int(fit.Shuffle(seed, "question", 3))]++
	}
	require.Len(t, count, 6)
	for order, n := range count {
		require.InDelta(t, 1000, n, 5*29, "%v", order)
	}
	require.Equal(t, fit.Shuffle(9, "x", 4), fit.Shuffle(9, "x", 4))
}

// TestAskedQuestionsAreKnown checks that the quiz knows every question that
// it asks, whatever the answers, so that saved answers can always be scored.
func TestAskedQuestionsAreKnown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := fittest.MustQuiz(fittest.Whole(rapid.IntRange(2, 8).Draw(t, "roles")))
		a := &fit.Answers{Seed: rapid.Uint64().Draw(t, "seed"), Seeded: true}
		for range rapid.IntRange(0, 60).Draw(t, "events") {
			s := q.Next(a)
			r := fit.Event{ID: s.ID}
			switch act := rapid.IntRange(0, 9).Draw(t, "act"); {
			case act == 0 && s.CanBack:
				r = fit.Event{Back: true}
			case act == 1 && s.Kind == fit.AskQuestion:
				r.Skip = rapid.SampledFrom(fit.Skips).Draw(t, "skip")
			case s.Kind == fit.Done:
				return
			case s.Kind != fit.AskQuestion && s.Kind != fit.AskSkill:
				r.Pick = rapid.SampledFrom(s.Options).Draw(t, "pick").Key
			case s.Kind == fit.AskSkill:
				r.Level = new(rapid.IntRange(0, 4).Draw(t, "level"))
			default:
				keys := rapid.Permutation(s.Options).Draw(t, "keys")
				r.Best, r.Worst = keys[0].Key, keys[1].Key
			}
			require.NoError(t, q.Record(a, r))
		}
		r := fit.Score(q, a)
		require.Len(t, r.Answers, len(a.All))
		require.Equal(t, r.Verdict, fit.Score(q, a).Verdict)
	})
}
