package state

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/atomicfile"
	"github.com/rolefit/rolefit/internal/fit"
)

// An operation is what a store did to a file or folder. A file is known by its
// number, because names change.
type operation struct {
	what      string // create, write, truncate, sync, rename, remove, or sync of a folder
	dir, name string
	to        string // new name
	file      int
	at        int64
	data      []byte
}

// A recorder records the operations of a store in order, and carries them out.
type recorder struct {
	home  string
	ops   []operation
	files int
}

// record makes a store record its operations.
func record(s *Store) *recorder {
	r := &recorder{home: s.dir}
	s.folder = func(root *os.Root, dir string) atomicfile.Folder {
		label := dir
		if root.Name() != s.dir {
			label = root.Name()
		}
		return recordedFolder{atomicfile.In(root, dir), r, label}
	}
	return r
}

func (r *recorder) add(o operation) { r.ops = append(r.ops, o) }

// list returns the operations since the last call as text.
func (r *recorder) list() (did []string) {
	for _, o := range r.ops {
		name := o.name + o.to
		if strings.HasSuffix(o.name, ".tmp") {
			name = "TMP " + o.to
		}
		if o.what == "sync folder" {
			name = o.dir
		}
		did = append(did, strings.TrimSpace(o.what+" "+name))
	}
	r.ops = nil
	return did
}

type recordedFolder struct {
	atomicfile.Folder
	r   *recorder
	dir string
}

func (f recordedFolder) Create(name string, mode fs.FileMode) (atomicfile.File, error) {
	file, err := f.Folder.Create(name, mode)
	if err != nil {
		return nil, err
	}
	f.r.files++
	f.r.add(operation{what: "create", dir: f.dir, name: name, file: f.r.files})
	return &recordedFile{File: file, r: f.r, number: f.r.files}, nil
}

func (f recordedFolder) Rename(from, to string) error {
	f.r.add(operation{what: "rename", dir: f.dir, name: from, to: to})
	return f.Folder.Rename(from, to)
}

// RenameNew consists of two operations, between which a crash is possible.
func (f recordedFolder) RenameNew(from, to string) error {
	f.r.add(operation{what: "link", dir: f.dir, name: from, to: to})
	f.r.add(operation{what: "remove", dir: f.dir, name: from})
	return f.Folder.RenameNew(from, to)
}

func (f recordedFolder) Remove(name string) error {
	f.r.add(operation{what: "remove", dir: f.dir, name: name})
	return f.Folder.Remove(name)
}

func (f recordedFolder) Sync() error {
	f.r.add(operation{what: "sync folder", dir: f.dir})
	return f.Folder.Sync()
}

type recordedFile struct {
	atomicfile.File
	r      *recorder
	number int
	end    int64
}

func (f *recordedFile) Write(p []byte) (int, error) {
	f.r.add(operation{what: "write", file: f.number, at: f.end, data: append([]byte(nil), p...)})
	f.end += int64(len(p))
	return f.File.Write(p)
}

func (f *recordedFile) WriteAt(p []byte, at int64) (int, error) {
	f.r.add(operation{what: "write", file: f.number, at: at, data: append([]byte(nil), p...)})
	return f.File.WriteAt(p, at)
}

func (f *recordedFile) Sync() error {
	f.r.add(operation{what: "sync", file: f.number})
	return f.File.Sync()
}

// A result reaches the disk under a temporary name before it is renamed, and
// the folder is flushed after every change of names. So are the folders above,
// when they are new.
func TestResultsAreDurable(t *testing.T) {
	s := testStore(t)
	r := record(s)
	saved := save(t, s, "test", noon)
	name := saved.ID + ".json"
	require.Equal(t, []string{
		"sync folder " + filepath.Dir(s.dir), "sync folder .",
		"create TMP", "write", "sync", "link TMP " + name, "remove TMP", "sync folder results",
	}, r.list())
	require.NoError(t, s.Delete(saved.ID))
	require.Equal(t, []string{"remove " + name, "sync folder results"}, r.list())
}

// Every answer is flushed before Append returns. So is the line that names the
// session's result, which is written before the result itself.
func TestSessionsAreDurable(t *testing.T) {
	s, q := testStore(t), quiz(testPack())
	r := record(s)
	x, err := s.Begin(q, newAnswers(q))
	require.NoError(t, err)
	log := x.ID + sessionExt
	require.Equal(t, []string{"sync folder " + filepath.Dir(s.dir), "sync folder .", "create " + log, "write", "sync", "sync folder sessions"}, r.list())
	event := nextEvent(q.Next(x.Answers), 3)
	require.NoError(t, q.Record(x.Answers, event))
	require.NoError(t, x.Append(event))
	require.Equal(t, []string{"write", "sync"}, r.list())
	result := fit.Score(q, x.Answers)
	require.NoError(t, finish(x, result))
	require.Equal(t, []string{
		"write", "sync", "sync folder .",
		"create TMP", "write", "sync", "link TMP " + result.ID + ".json", "remove TMP", "sync folder results",
		"remove " + log,
	}, r.list())
}

// The steps that are done are written in the same order, but replace the file.
func TestPlansAreDurable(t *testing.T) {
	s := testStore(t)
	r := record(s)
	_, err := s.SetDone("test", "linux/1", true)
	require.NoError(t, err)
	require.Equal(t, []string{
		"sync folder " + filepath.Dir(s.dir),
		"create TMP", "write", "sync", "rename TMP " + planName, "sync folder .",
	}, r.list())
}
