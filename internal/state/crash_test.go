package state

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
)

// A promise is what a store must keep from some point on, whatever happens to
// the machine: it is checked on what a crash has left.
type promise func(t *testing.T, s *Store)

// A life is everything that one person does, with the operations on the disk and
// what is promised after each of them.
type life struct {
	*recorder
	store    *Store
	promises map[int]map[string]promise // by the number of operations before
	answers  []fit.Answers              // after each event of the session
	results  []*fit.Result
}

func newLife(t *testing.T) *life {
	s := testStore(t)
	return &life{recorder: record(s), store: s, promises: map[int]map[string]promise{}}
}

// promise sets a promise from now on, or ends it.
func (l *life) promise(what string, p promise) {
	n := len(l.ops)
	if l.promises[n] == nil {
		l.promises[n] = map[string]promise{}
	}
	l.promises[n][what] = p
}

// answer records events. After each one, all answers so far are safe.
func (l *life) answer(t *testing.T, x *Session, n int) {
	for i := range n {
		e := nextEvent(x.quiz.Next(x.Answers), 1+i%3)
		require.NoError(t, x.quiz.Record(x.Answers, e))
		l.snapshot(x)
		safe := len(l.answers) - 1
		require.NoError(t, x.Append(e))
		l.promise("answers", func(t *testing.T, s *Store) {
			y, err := s.Resume(x.ID, x.quiz)
			require.NoError(t, err)
			defer y.Close()
			require.Contains(t, l.texts()[safe:], fmt.Sprint(y.Answers.All, y.Answers.Cards), "the answers that were reported as saved, or later ones")
		})
	}
}

func (l *life) snapshot(x *Session) {
	a := *x.Answers
	a.All, a.Cards = slices.Clone(a.All), slices.Clone(a.Cards)
	l.answers = append(l.answers, a)
}

func (l *life) texts() (texts []string) {
	for _, a := range l.answers {
		texts = append(texts, fmt.Sprint(a.All, a.Cards))
	}
	return texts
}

// saved promises that a result is there, whole.
func (l *life) saved(r *fit.Result) {
	l.promise(r.ID, func(t *testing.T, s *Store) {
		found, _, err := s.Find(r.ID)
		require.NoError(t, err)
		require.Equal(t, r, found)
	})
}

// ends returns a result of the answers so far. From now on they are in the
// session or in the result.
func (l *life) ends(t *testing.T, x *Session) *fit.Result {
	r := fit.Score(x.quiz, x.Answers)
	l.results = append(l.results, r)
	l.promise("answers", nil)
	l.promise("session or result", func(t *testing.T, s *Store) {
		if _, _, err := s.Find(r.ID); err != nil {
			list, _, err := s.Unfinished("test")
			require.NoError(t, err)
			require.Len(t, list, 1)
			require.Equal(t, x.ID, list[0].ID)
		}
	})
	return r
}

// live takes the quiz, saves a result on the way and another at the end, checks
// off steps and deletes a result.
func (l *life) live(t *testing.T) {
	q := quiz(testPack())
	x, err := l.store.Begin(q, newAnswers(q))
	require.NoError(t, err)
	l.snapshot(x)
	l.answer(t, x, 9)
	first := l.ends(t, x)
	require.NoError(t, x.Save(first, noon, false))
	l.saved(first)
	l.answer(t, x, 2)
	second := l.ends(t, x)
	require.NoError(t, finish(x, second))
	l.saved(second)
	l.promise("session or result", func(t *testing.T, s *Store) {
		list, _, err := s.Unfinished("test")
		require.NoError(t, err)
		require.Empty(t, list, "a quiz that has its result isn't offered again")
	})

	for _, step := range []string{"linux/1", "linux/2"} {
		_, err := l.store.SetDone("test", step, true)
		require.NoError(t, err)
		l.promise(step, func(t *testing.T, s *Store) {
			done, err := s.Done("test")
			require.NoError(t, err)
			require.Contains(t, done, step)
		})
	}
	l.promise(first.ID, nil)
	require.NoError(t, l.store.Delete(first.ID))
	l.promise(first.ID, func(t *testing.T, s *Store) {
		_, _, err := s.Find(first.ID)
		require.ErrorIs(t, err, ErrNotFound)
	})
}

// TestCrashAtEveryStep cuts the power after every operation on the disk, with
// any part of what wasn't flushed lost. What was reported as saved is there, and
// nothing is half there.
func TestCrashAtEveryStep(t *testing.T) {
	l := newLife(t)
	l.live(t)
	d, promised, crashes := newDisk(), map[string]promise{}, 0
	for i := range len(l.ops) + 1 {
		for what, p := range l.promises[i] {
			promised[what] = p
		}
		d.crashes(t, func(dir string) {
			crashes++
			s, err := Open(dir, at(noon))
			require.NoError(t, err)
			l.nothingHalf(t, s)
			for what, p := range promised {
				if p != nil {
					p(t, s)
				}
				require.False(t, t.Failed(), "%s after operation %d", what, i)
			}
		})
		if i < len(l.ops) {
			d.apply(l.ops[i])
		}
	}
	t.Logf("%d operations, %d crashes", len(l.ops), crashes)
}

// nothingHalf requires that everything in the store can be read.
func (l *life) nothingHalf(t *testing.T, s *Store) {
	list, problems, err := s.List()
	require.NoError(t, err)
	require.Empty(t, problems)
	for _, r := range list {
		require.True(t, slices.ContainsFunc(l.results, func(known *fit.Result) bool { return known.ID == r.ID && known.Verdict == r.Verdict }))
	}
	_, problems, err = s.Unfinished("test")
	require.NoError(t, err)
	require.Empty(t, problems)
	_, err = s.Done("test")
	require.NoError(t, err)
}
