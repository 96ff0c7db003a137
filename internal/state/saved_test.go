package state

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
)

// A result of the answers so far is saved while the session continues, and the
// next one replaces it, also after an interruption.
func TestSaveAndContinue(t *testing.T) {
	s, q := testStore(t), quiz(testPack())
	x := begin(t, s, q)
	answer(t, x, q, 30)
	first := fit.Score(q, x.Answers)
	require.NoError(t, x.Save(first, noon, false))
	require.Empty(t, first.Replaces)
	answer(t, x, q, 1)
	require.NoError(t, x.Close())
	list, problems, err := s.Unfinished("test")
	require.NoError(t, err)
	require.Empty(t, problems)
	require.Len(t, list, 1)

	y := resume(t, s, x.ID, q)
	require.Equal(t, first.ID, y.Result)
	second := fit.Score(q, y.Answers)
	require.NoError(t, finish(y, second))
	require.Equal(t, first.ID, second.Replaces)
	require.NotEqual(t, first.ID, second.ID)
	read, _, err := s.Find(second.ID)
	require.NoError(t, err)
	require.Equal(t, first.ID, read.Replaces)
}

// A session that ends with its result saved isn't offered again.
func TestSavedAtTheEnd(t *testing.T) {
	s, q := testStore(t), quiz(testPack())
	x := begin(t, s, q)
	answer(t, x, q, 30)
	require.NoError(t, x.Save(fit.Score(q, x.Answers), noon, false))
	require.NoError(t, x.Close())
	list, _, err := s.Unfinished("test")
	require.NoError(t, err)
	require.Empty(t, list)
}

// A session that the person left is offered again, although its result is saved.
func TestSavedOpen(t *testing.T) {
	s, q := testStore(t), quiz(testPack())
	x := begin(t, s, q)
	answer(t, x, q, 30)
	r := fit.Score(q, x.Answers)
	require.NoError(t, x.Save(r, noon, true))
	require.NoError(t, x.Close())
	list, _, err := s.Unfinished("test")
	require.NoError(t, err)
	require.Len(t, list, 1)
	require.Equal(t, r.ID, list[0].Result)
}

// Half of an answer survives an interruption, until it is taken back or the
// question is answered. It isn't an answer.
func TestHalfAnAnswer(t *testing.T) {
	s, q := testStore(t), quiz(testPack())
	x := begin(t, s, q)
	answer(t, x, q, 3)
	step := q.Next(x.Answers)
	half := fit.Event{Kind: step.Kind, ID: step.ID, Best: step.Options[1].Key}
	require.NoError(t, x.AppendHalf(half))
	require.NoError(t, x.Close())
	list, _, err := s.Unfinished("test")
	require.NoError(t, err)
	require.Equal(t, 3, list[0].Answered)

	x = resume(t, s, x.ID, q)
	require.Equal(t, half.Best, x.Half.Best)
	require.Len(t, x.Answers.All, 3)
	require.NoError(t, x.AppendHalf(fit.Event{Kind: step.Kind, ID: step.ID}))
	require.NoError(t, x.Close())
	x = resume(t, s, x.ID, q)
	require.Zero(t, x.Half)
	require.NoError(t, x.AppendHalf(half))
	answer(t, x, q, 1)
	require.NoError(t, x.Close())
	require.Zero(t, resume(t, s, x.ID, q).Half)
}

// Half of an answer leaves the person where they went back to.
func TestHalfAfterBack(t *testing.T) {
	s, q := testStore(t), quiz(testPack())
	x := begin(t, s, q)
	answer(t, x, q, 3)
	require.NoError(t, q.Record(x.Answers, fit.Event{Back: true}))
	require.NoError(t, x.Append(fit.Event{Back: true}))
	step := q.Next(x.Answers)
	require.NoError(t, x.AppendHalf(fit.Event{Kind: step.Kind, ID: step.ID, Best: step.Options[1].Key}))
	require.NoError(t, x.Close())
	x = resume(t, s, x.ID, q)
	require.Equal(t, step.ID, q.Next(x.Answers).ID)
	require.Equal(t, step.ID, x.Half.ID)
}

// Half of an answer is dropped if the question has changed.
func TestHalfOfChangedQuestion(t *testing.T) {
	p := testPack()
	s, q := testStore(t), quiz(p)
	x := begin(t, s, q)
	step := q.Next(x.Answers)
	require.NoError(t, x.AppendHalf(fit.Event{Kind: step.Kind, ID: step.ID, Best: step.Options[1].Key}))
	require.NoError(t, x.Close())
	p.Hash = "changed"
	x = resume(t, s, x.ID, quiz(p))
	require.Equal(t, step.ID, x.Half.ID)
	require.NoError(t, x.Close())
	p.Prompts = [3]string{"Another question?", "Another question?", "Another question?"}
	require.Zero(t, resume(t, s, x.ID, quiz(p)).Half)
}
