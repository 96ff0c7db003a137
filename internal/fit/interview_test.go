package fit_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/fit/fittest"
)

// answerStep answers a step for somebody who likes one role best.
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
		if r.Best == "" { // the favourite is not shown
			r.Best = s.Options[0].Key
		}
	case fit.AskSkill:
		r.Level = new(1)
	default:
		r.Pick = s.Options[0].Key
	}
	return r
}

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
	require.Equal(t, &fit.StartResult{ID: "backend", Name: "Backend development"}, r.Start)
	require.Equal(t, []fit.ConditionResult{
		{Condition: "on-call", Name: "On-call", Question: "You are on call.", Answer: fit.Fine}, {Condition: "v", Name: "Meetings", Question: "You meet.", Answer: fit.Fine},
	}, r.Conditions)
	require.Equal(t, fit.Step{Kind: fit.Done, Part: 2, Answered: 12, CanBack: true, VerdictReady: true}, q.Next(a))
	for n := 0; q.Next(a).CanBack; n++ {
		require.NoError(t, q.Record(a, fit.Event{Back: true, From: q.Next(a).ID}))
		require.Less(t, n, 40, "back leads to the beginning")
	}
	require.Equal(t, q.Questions[0].ID, q.Next(a).ID)
}

// No role is named before the verdict, except as a job that somebody has.
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
		require.Equal(t, fit.Done, after.Kind, before)
		require.True(t, after.VerdictReady)
		require.NoError(t, fit.Score(q, a).Check())
	}
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
	q := fittest.MustQuiz(fittest.Whole(4)) // 30 questions
	for pick, answered := range map[string]int{fit.Yes: 30, fit.No: 24} {
		a := &fit.Answers{Seed: 5, Seeded: true}
		offered := 0
		for s := q.Next(a); s.ID != fit.OfferPart2; s = q.Next(a) {
			e := answerStep(q, s, fmt.Sprintf("r%02d", s.Answered%2))
			if s.ID == fit.OfferQuestions {
				require.Equal(t, fit.ExtraQuestions, s.Offered)
				require.True(t, s.VerdictReady)
				require.Len(t, a.All, 24)
				offered++
				e.Pick = pick
			}
			require.NoError(t, q.Record(a, e))
		}
		require.Equal(t, 1, offered)
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
		{Skill: "v", Name: "Skill v", Level: 2, Needed: 3, Roles: []string{"r00"}, Next: "to 3"},
		{Skill: "u", Name: "Skill u", Level: 1, Needed: 2, Roles: []string{"r00"}, Next: "to 2"},
	}, gaps, "same weight: the higher need first; a skipped skill is no gap")
}

func TestBackKeepsEverything(t *testing.T) {
	q := fittest.MustQuiz(fittest.Skilled(4))
	a := &fit.Answers{Seed: 5, Seeded: true}
	require.ErrorContains(t, q.Record(a, fit.Event{Back: true}), "none before")
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

// A form asks the questions of all rounds at once. With more than four roles the
// interview would continue with the leading four. A complete form is finished
// all the same; with one answer fewer it is not.
func TestFullFormIsFinished(t *testing.T) {
	for roles, full := range map[int]int{4: 24, 6: 24, 9: 33} {
		q := fittest.MustQuiz(fittest.Synthetic(roles, 12))
		a := &fit.Answers{}
		for _, question := range formQuestions(q, full) {
			best := max(0, slices.IndexFunc(question.Options, func(o fit.Option) bool { return o.Role == "r01" }))
			worst := (best + 1 + len(a.All)%(len(question.Options)-1)) % len(question.Options)
			a.All = append(a.All, fit.Answer{Question: question.ID, Best: question.Options[best].Key, Worst: question.Options[worst].Key})
		}
		require.False(t, fit.Score(q, a).Provisional, "%d roles", roles)
		require.Equal(t, fit.Clear, fit.Score(q, a).Verdict, "%d roles", roles)
		a.All = a.All[1:]
		require.True(t, fit.Score(q, a).Provisional, "%d roles, one answer missing", roles)
	}
}

// formQuestions returns as many questions as a form has, equally many of each
// dimension.
func formQuestions(q *fit.Quiz, most int) (questions []*fit.Question) {
	var of [len(fit.Dimensions)]int
	for _, question := range q.Questions {
		if of[question.Dimension]++; of[question.Dimension] <= most/len(of) {
			questions = append(questions, question)
		}
	}
	return questions
}

// TestInvalidEventsChangeNothing: an event that is refused leaves the answers as
// they were.
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
			seconds = 7.9 // four options take eight seconds at least
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

// TestShuffle: every order of the options comes up about equally often, and
// the same seed and name give the same order.
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

// TestEveryAskedQuestionIsKnown: whatever the answers, the quiz knows every
// question that it asked, so that saved answers can always be scored.
func TestEveryAskedQuestionIsKnown(t *testing.T) {
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
				keys := rapid.Permutation(s.Options).Draw(t, "picks")
				r.Best, r.Worst = keys[0].Key, keys[1].Key
			}
			require.NoError(t, q.Record(a, r))
		}
		r := fit.Score(q, a)
		require.Len(t, r.Answers, len(a.All))
		require.Equal(t, r.Verdict, fit.Score(q, a).Verdict)
	})
}
