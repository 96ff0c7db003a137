package state

import (
	"io/fs"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/atomicfile"
	"github.com/rolefit/rolefit/internal/fit"
)

// A recorder records the operations of a store on its folders and files, in
// order.
type recorder struct{ did []string }

func (r *recorder) add(what, name string) {
	name = strings.TrimSuffix(name, ".jsonl")
	if strings.HasSuffix(name, ".tmp") {
		name = "TMP"
	}
	r.did = append(r.did, strings.TrimSpace(what+" "+name))
}

// recorded makes a store record its operations.
func recorded(s *Store) *recorder {
	r := &recorder{}
	s.folder = func(root *os.Root, dir string) atomicfile.Folder {
		return recordedFolder{atomicfile.In(root, dir), r, dir}
	}
	return r
}

type recordedFolder struct {
	atomicfile.Folder
	r   *recorder
	dir string
}

func (f recordedFolder) Create(name string, mode fs.FileMode) (atomicfile.File, error) {
	f.r.add("create", name)
	file, err := f.Folder.Create(name, mode)
	return recordedFile{file, f.r}, err
}

func (f recordedFolder) RenameNew(from, to string) error {
	f.r.add("rename", to)
	return f.Folder.RenameNew(from, to)
}

func (f recordedFolder) Sync() error {
	f.r.add("sync", f.dir)
	return f.Folder.Sync()
}

type recordedFile struct {
	atomicfile.File
	r *recorder
}

func (f recordedFile) Write(p []byte) (int, error) { f.r.add("write", ""); return f.File.Write(p) }
func (f recordedFile) Sync() error                 { f.r.add("sync", ""); return f.File.Sync() }

type recordedLog struct {
	logFile
	r *recorder
}

func (l recordedLog) WriteAt(p []byte, at int64) (int, error) {
	l.r.add("append", "")
	return l.logFile.WriteAt(p, at)
}

func (l recordedLog) Sync() error { l.r.add("sync", ""); return l.logFile.Sync() }

// A result reaches the disk under a temporary name before it is renamed, and
// the folder is flushed after every change of names.
func TestResultsAreDurable(t *testing.T) {
	s := testStore(t)
	r := recorded(s)
	saved := save(t, s, "test", noon)
	require.Equal(t, []string{"create TMP", "write", "sync", "rename " + saved.ID + ".json", "sync results"}, r.did)
	r.did = nil
	require.NoError(t, s.Delete(saved.ID))
	require.Equal(t, []string{"sync results"}, r.did)
}

// Every answer is flushed before Append returns. So is the line that names the
// session's result, which is written before the result itself.
func TestSessionsAreDurable(t *testing.T) {
	s, q := testStore(t), quiz(testPack())
	r := recorded(s)
	x, err := s.Begin(q, newAnswers(q))
	require.NoError(t, err)
	require.Equal(t, []string{"sync sessions"}, r.did)
	x.file, r.did = recordedLog{x.file, r}, nil
	event := nextEvent(q.Next(x.Answers), 3)
	require.NoError(t, q.Record(x.Answers, event))
	require.NoError(t, x.Append(event))
	require.Equal(t, []string{"append", "sync"}, r.did)
	r.did = nil
	result := fit.Score(q, x.Answers)
	require.NoError(t, x.Finish(result, noon))
	require.Equal(t, []string{"append", "sync", "create TMP"}, r.did[:3])
}
