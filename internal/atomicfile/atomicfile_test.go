package atomicfile_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/atomicfile"
)

// A recorder records the operations on a folder and its files, and fails the
// operation named by failing.
type recorder struct {
	did     []string
	failing string
}

var errRecorded = errors.New("recorded")

func (r *recorder) do(what string) error {
	r.did = append(r.did, what)
	if what == r.failing {
		return errRecorded
	}
	return nil
}

func (r *recorder) Create(name string, mode fs.FileMode) (atomicfile.File, error) {
	return recordedFile{recorder: r}, r.do(fmt.Sprintf("create %s %o", shape(name), mode))
}
func (r *recorder) Rename(from, to string) error    { return r.do("rename " + shape(from) + " " + to) }
func (r *recorder) RenameNew(from, to string) error { return r.do("new " + shape(from) + " " + to) }
func (r *recorder) Remove(name string) error        { return r.do("remove " + shape(name)) }
func (r *recorder) Sync() error                     { return r.do("sync folder") }

type recordedFile struct {
	atomicfile.File // nil: a Writer uses no other method
	*recorder
}

func (f recordedFile) Sync() error                  { return f.do("sync") }
func (f recordedFile) Close() error                 { return f.do("close") }
func (f recordedFile) Chmod(mode fs.FileMode) error { return f.do(fmt.Sprintf("chmod %o", mode)) }
func (f recordedFile) Write(p []byte) (int, error)  { return len(p), f.do("write " + string(p)) }

// shape returns a temporary file name without its random part.
func shape(name string) string {
	if ok, _ := path.Match(atomicfile.Leftovers(".txt"), name); ok {
		return "TMP"
	}
	return name
}

// The data reaches the disk before the name does, and the name before Commit
// returns.
func TestOrder(t *testing.T) {
	r := &recorder{}
	require.NoError(t, atomicfile.Write(r, "a.txt", []byte("data"), 0o640))
	require.Equal(t, []string{"create TMP 640", "write data", "sync", "close", "rename TMP a.txt", "sync folder"}, r.did)
	r = &recorder{}
	require.NoError(t, atomicfile.WriteNew(r, "a.txt", []byte("data"), 0o640))
	require.Equal(t, []string{"create TMP 640", "write data", "sync", "close", "new TMP a.txt", "sync folder"}, r.did)
}

// If anything fails before the rename, nothing is renamed and the temporary
// file is removed.
func TestFailures(t *testing.T) {
	for _, failing := range []string{"write data", "sync", "close", "rename TMP a.txt"} {
		r := &recorder{failing: failing}
		require.ErrorIs(t, atomicfile.Write(r, "a.txt", []byte("data"), 0o640), errRecorded, failing)
		did := strings.Join(r.did, ", ")
		require.Equal(t, failing == "rename TMP a.txt", strings.Contains(did, "rename"), did)
		require.Equal(t, "remove TMP", r.did[len(r.did)-1], did)
		require.Equal(t, 1, strings.Count(did, "close"), did)
	}
	r := &recorder{failing: "create TMP 640"}
	require.ErrorIs(t, atomicfile.Write(r, "a.txt", nil, 0o640), errRecorded)
	require.Len(t, r.did, 1)
}

func entries(t *testing.T, dir string) (names []string) {
	all, err := os.ReadDir(dir)
	require.NoError(t, err)
	for _, e := range all {
		names = append(names, e.Name())
	}
	return names
}

func TestFolder(t *testing.T) {
	root, err := os.OpenRoot(t.TempDir())
	require.NoError(t, err)
	defer root.Close()
	require.NoError(t, root.Mkdir("sub", 0o700))
	in, dir := atomicfile.In(root, "sub"), filepath.Join(root.Name(), "sub")
	content := func() string {
		data, err := os.ReadFile(filepath.Join(dir, "a.txt"))
		require.NoError(t, err)
		return string(data)
	}

	require.NoError(t, atomicfile.WriteNew(in, "a.txt", []byte("one"), 0o600))
	require.ErrorIs(t, atomicfile.WriteNew(in, "a.txt", []byte("two"), 0o600), fs.ErrExist)
	require.Equal(t, "one", content())
	require.NoError(t, atomicfile.Write(in, "a.txt", []byte("two"), 0o600))
	require.Equal(t, "two", content())

	w, err := atomicfile.Create(in, "a.txt", 0o600)
	require.NoError(t, err)
	_, err = w.Write([]byte("half"))
	require.NoError(t, err)
	require.Equal(t, "two", content())
	require.Len(t, entries(t, dir), 2)
	w.Abort()
	w.Abort()
	require.Equal(t, []string{"a.txt"}, entries(t, dir))
	require.Error(t, atomicfile.Write(atomicfile.In(root, ".."), "x", nil, 0o600), "outside of root")

	long := strings.Repeat("ü", 127)
	require.NoError(t, atomicfile.Write(in, long, nil, 0o600), "a name of 254 bytes leaves no room for more")
	require.Equal(t, []string{"a.txt", long}, entries(t, dir))
}
