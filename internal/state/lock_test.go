package state

import (
	"io/fs"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestLock(t *testing.T) {
	name := filepath.Join(t.TempDir(), "me.json")
	unlock, err := Lock(name)
	require.NoError(t, err)
	var inside, together atomic.Int32
	inside.Add(1)
	done := make(chan error)
	for range 8 {
		go func() {
			for range 100 {
				unlock, err := Lock(name)
				if err != nil {
					done <- err
					return
				}
				together.Add(inside.Add(1) - 1)
				os.ReadDir(filepath.Dir(name)) // something that takes a moment
				inside.Add(-1)
				unlock()
			}
			done <- nil
		}()
	}
	inside.Add(-1)
	unlock()
	for range 8 {
		require.NoError(t, <-done)
	}
	require.Zero(t, together.Load())
	require.Empty(t, names(t, filepath.Dir(name)), "the lock is removed")
	require.NoError(t, os.Mkdir(filepath.Join(filepath.Dir(name), ".me.json.lock"), folderMode))
	_, err = Lock(name)
	require.ErrorContains(t, err, "is in the way")
	_, err = Lock(filepath.Join(name, "x"))
	require.ErrorIs(t, err, fs.ErrNotExist)
}

// A link that appears after Lock has looked creates nothing elsewhere.
func TestLockStaysInFolder(t *testing.T) {
	elsewhere, lockName := filepath.Join(t.TempDir(), "elsewhere"), filepath.Join(t.TempDir(), ".me.json.lock")
	if err := os.Symlink(elsewhere, lockName); err != nil {
		require.ErrorContains(t, err, "privilege") // only Windows may refuse to create links
		return
	}
	_, err := openLock(lockName)
	require.ErrorContains(t, err, "escapes")
	require.NoFileExists(t, elsewhere)
}
