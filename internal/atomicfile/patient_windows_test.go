package atomicfile_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/windows"

	"github.com/rolefit/rolefit/internal/atomicfile"
)

// A file that another program has open for a moment is replaced when it is
// closed; one that stays open is left alone.
func TestFileOpenElsewhere(t *testing.T) {
	root, err := os.OpenRoot(t.TempDir())
	require.NoError(t, err)
	defer root.Close()
	in := atomicfile.In(root, ".")
	require.NoError(t, atomicfile.Write(in, "a.txt", []byte("one"), 0o600))
	name := filepath.Join(root.Name(), "a.txt")
	path, err := windows.UTF16PtrFromString(name)
	require.NoError(t, err)
	open := func() windows.Handle {
		h, err := windows.CreateFile(path, windows.GENERIC_READ, 0, nil, windows.OPEN_EXISTING, 0, 0)
		require.NoError(t, err)
		return h
	}

	h := open()
	time.AfterFunc(200*time.Millisecond, func() { windows.CloseHandle(h) })
	require.NoError(t, atomicfile.Write(in, "a.txt", []byte("two"), 0o600))
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	require.Equal(t, "two", string(data))

	h = open()
	require.Error(t, atomicfile.Write(in, "a.txt", []byte("three"), 0o600))
	require.NoError(t, windows.CloseHandle(h))
	require.Equal(t, []string{"a.txt"}, entries(t, root.Name()))
	data, err = os.ReadFile(name)
	require.NoError(t, err)
	require.Equal(t, "two", string(data))
}
