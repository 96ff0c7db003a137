package state

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
)

var noon = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

func at(now time.Time) func() time.Time { return func() time.Time { return now } }

func testStore(t testing.TB) *Store {
	s, err := Open(filepath.Join(t.TempDir(), "rolefit"), at(noon))
	require.NoError(t, err)
	return s
}

// answer records and saves this many events, or as many as there are.
func answer(t testing.TB, x *Session, q *fit.Quiz, n int) {
	for i := range n {
		step := q.Next(x.Answers)
		if step.Kind == fit.Done {
			return
		}
		r := nextEvent(step, 1+i%3)
		require.NoError(t, q.Record(x.Answers, r))
		require.NoError(t, x.Append(r))
	}
}

func begin(t testing.TB, s *Store, q *fit.Quiz) *Session {
	x, err := s.Begin(q, newAnswers(q))
	require.NoError(t, err)
	t.Cleanup(func() { x.Close() })
	return x
}

func resume(t testing.TB, s *Store, id string, q *fit.Quiz) *Session {
	x, err := s.Resume(id, q)
	require.NoError(t, err)
	t.Cleanup(func() { x.Close() })
	return x
}

func TestConcurrentSessions(t *testing.T) {
	s, q := testStore(t), quiz(testPack())
	cmd, out := helper(t, "session", s.dir, "1")
	for range 2 {
		require.True(t, out.Scan(), "the other one has kept an answer")
	}

	list, problems, err := s.Unfinished("test")
	require.NoError(t, err)
	require.Empty(t, problems)
	require.Len(t, list, 1)
	require.True(t, list[0].InUse)
	_, err = s.Resume(list[0].ID, q)
	require.ErrorIs(t, err, ErrInUse)
	require.ErrorIs(t, s.Discard(list[0].ID), ErrInUse)

	require.NoError(t, cmd.Process.Kill())
	cmd.Wait()
	list, _, err = s.Unfinished("test")
	require.NoError(t, err)
	require.False(t, list[0].InUse, "the lock dies with its process")
	require.NoError(t, resume(t, s, list[0].ID, q).Close())
	require.NoError(t, s.Discard(list[0].ID))
	require.NoError(t, s.Discard(list[0].ID), "it is gone already")
}

func TestFinishSavesResult(t *testing.T) {
	s, q := testStore(t), quiz(testPack())
	x := begin(t, s, q)
	answer(t, x, q, 100)
	x.Answers.Taken = noon.Format(time.RFC3339)
	r := fit.Score(q, x.Answers)
	require.NoError(t, finish(x, r))
	list, problems, err := s.Unfinished("test")
	require.NoError(t, err)
	require.Empty(t, problems)
	require.Empty(t, list)
	saved, _, err := s.Latest("test")
	require.NoError(t, err)
	require.Equal(t, r, saved)
}

func TestKilledBetweenResultAndRemoval(t *testing.T) {
	s, q := testStore(t), quiz(testPack())
	x := begin(t, s, q)
	answer(t, x, q, 100)
	x.Answers.ID = NewID(noon)
	r := fit.Score(q, x.Answers)
	require.NoError(t, x.write(line{Result: r.ID}))
	require.NoError(t, x.Close())
	list, _, err := s.Unfinished("test")
	require.NoError(t, err)
	require.Len(t, list, 1, "the result was not saved yet")
	require.NoError(t, s.write(r))
	list, _, err = s.Unfinished("test")
	require.NoError(t, err)
	require.Empty(t, list)
	require.FileExists(t, s.path(x.name()), "looking removes nothing")
	require.NoError(t, s.Sweep())
	require.NoFileExists(t, s.path(x.name()))
}

// TestHugeAndDeepSessions checks that such files are reported and left alone.
// If a single line is nested too deeply, only that line is lost.
func TestHugeAndDeepSessions(t *testing.T) {
	s, q := testStore(t), quiz(testPack())
	x := begin(t, s, q)
	answer(t, x, q, 3)
	require.NoError(t, x.Close())
	appendTo(t, s.path(x.name()), strings.Repeat("[", 1_000_000)+"\n"+`{"back":true}`+"\n")
	y := resume(t, s, x.ID, q)
	require.Equal(t, []int{5}, y.Damaged)
	require.Len(t, y.Answers.All, 3)
	require.NoError(t, y.Close())

	appendTo(t, s.path(x.name()), strings.Repeat("\n", maxFile))
	_, problems, err := s.Unfinished("test")
	require.NoError(t, err)
	require.Len(t, problems, 1)
	require.ErrorContains(t, problems[0], "it is larger than 4 MB")
	_, err = s.Resume(x.ID, q)
	require.ErrorContains(t, err, "it is larger than 4 MB")
	info, err := os.Stat(s.path(x.name()))
	require.NoError(t, err)
	require.Greater(t, info.Size(), int64(maxFile), "it is left as it was")
}

// An edited session doesn't put just any text into the result that follows.
func TestResultIDsAreChecked(t *testing.T) {
	s, q := testStore(t), quiz(testPack())
	x := begin(t, s, q)
	answer(t, x, q, 3)
	require.NoError(t, x.Close())
	appendTo(t, s.path(x.name()), `{"result":"\u001b[31m../../evil","open":true}`+"\n")
	list, _, err := s.Unfinished("test")
	require.NoError(t, err)
	require.Empty(t, list[0].Result)
	y := resume(t, s, x.ID, q)
	require.Empty(t, y.Result)
	require.NoError(t, y.Close())
}

func TestOldFormatsAreLeftAlone(t *testing.T) {
	s, q := testStore(t), quiz(testPack())
	x := begin(t, s, q)
	require.NoError(t, x.Close())
	name := s.path(x.name())
	old := []byte(`{"schema":"rolefit/session/0","pack":"test"}` + "\n{")
	require.NoError(t, os.WriteFile(name, old, fileMode))
	_, err := s.Resume(x.ID, q)
	require.ErrorContains(t, err, `schema is "rolefit/session/0"`)
	now, err := os.ReadFile(name)
	require.NoError(t, err)
	require.Equal(t, old, now)
	_, err = s.Resume("../results/x", q)
	require.ErrorIs(t, err, fs.ErrNotExist)
}
