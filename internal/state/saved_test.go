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
