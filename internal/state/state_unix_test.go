//go:build unix

package state

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestHostileHome(t *testing.T) {
	base := t.TempDir()
	file, link, dangling, open := filepath.Join(base, "file"), filepath.Join(base, "link"), filepath.Join(base, "dangling"), filepath.Join(base, "open")
	require.NoError(t, os.WriteFile(file, nil, fileMode))
	require.NoError(t, os.Symlink(base, link))
	require.NoError(t, os.Symlink(filepath.Join(base, "nowhere"), dangling))
	require.NoError(t, os.Mkdir(open, folderMode))
	require.NoError(t, os.Chmod(open, 0o777))
	for dir, want := range map[string]string{
		file:                      "it is not a folder",
		link:                      "it is a symbolic link; expected the folder itself",
		dangling:                  "it is a symbolic link; expected the folder itself",
		open:                      "it is world-writable; fix it with chmod 700",
		filepath.Join(file, "in"): "not a directory",
		base + "/nul\x00":         "invalid argument",
		file + "/\x1b[2J\u202e\n": "not a directory",
	} {
		_, err := Open(dir, at(noon))
		require.ErrorContains(t, err, want)
		require.NotRegexp(t, "[\x00-\x1f\u202e]", err.Error())
		require.True(t, strings.HasPrefix(err.Error(), "opening folder "), err.Error())
	}
	_, err := os.Stat(filepath.Join(base, "nowhere"))
	require.ErrorIs(t, err, fs.ErrNotExist)
}

// TestUnwritableHome uses paths that even root can't write to.
func TestUnwritableHome(t *testing.T) {
	q := quiz(testPack())
	s, err := Open("/proc/rolefit", at(noon))
	require.NoError(t, err)
	_, err = s.Begin(q, newAnswers(q))
	require.ErrorContains(t, err, `making folder "/proc/rolefit": `)
	require.ErrorContains(t, s.write(result(t, "test", noon)), `making folder "/proc/rolefit": `)
	list, _, err := s.Unfinished("test")
	require.NoError(t, err)
	require.Empty(t, list)

	s = testStore(t)
	require.NoError(t, os.Mkdir(s.dir, folderMode))
	require.NoError(t, os.WriteFile(filepath.Join(s.dir, sessions), nil, fileMode))
	require.NoError(t, os.Symlink("/", filepath.Join(s.dir, results)))
	_, err = s.Begin(q, newAnswers(q))
	require.ErrorContains(t, err, "not a directory")
	require.ErrorContains(t, s.write(result(t, "test", noon)), "escapes", "a link leads nowhere")
	_, _, err = s.List()
	require.ErrorContains(t, err, "escapes")
}

// TestFolderReplacedAfterOpen replaces the folder with a link after it was
// opened.
func TestFolderReplacedAfterOpen(t *testing.T) {
	s := testStore(t)
	r := save(t, s, "test", noon)
	elsewhere := t.TempDir()
	require.NoError(t, os.RemoveAll(s.dir))
	require.NoError(t, os.Symlink(elsewhere, s.dir))
	require.ErrorContains(t, s.write(r), "symbolic link")
	require.Empty(t, names(t, elsewhere))
}

// TestFolderReplacedDuringOpen replaces the folder between the check and
// the opening, with a link to another user's folder and with another folder. It
// does the same to a file.
func TestFolderReplacedDuringOpen(t *testing.T) {
	const replaced = "it was replaced while being opened; try again"
	for _, replace := range []func(name, elsewhere string) error{
		func(name, elsewhere string) error { return os.Symlink(elsewhere, name) },
		func(name, elsewhere string) error { return os.Rename(elsewhere, name) },
	} {
		s := testStore(t)
		save(t, s, "test", noon)
		info, err := s.stat()
		require.NoError(t, err)
		elsewhere := t.TempDir()
		require.NoError(t, os.Rename(s.dir, s.dir+".before"))
		require.NoError(t, replace(s.dir, elsewhere))
		_, err = s.openChecked(info)
		require.EqualError(t, err, `opening folder "`+s.dir+`": `+replaced)
	}

	s := testStore(t)
	r, secret := save(t, s, "test", noon), save(t, s, "test", noon.Add(time.Minute))
	root, err := s.root()
	require.NoError(t, err)
	defer root.Close()
	name := resultName(r.ID)
	info, err := root.Lstat(name)
	require.NoError(t, err)
	require.NoError(t, root.Rename(name, "before"))
	require.NoError(t, root.Symlink(secret.ID+".json", name))
	_, err = s.openAs(root, name, os.O_RDONLY, info)
	require.EqualError(t, err, `opening "`+s.path(name)+`": `+replaced)
	require.NoError(t, root.Remove(name))
	require.NoError(t, syscall.Mkfifo(s.path(name), 0o600))
	_, err = s.openAs(root, name, os.O_RDONLY, info)
	require.EqualError(t, err, `opening "`+s.path(name)+`": `+replaced, "and a pipe is not waited for")
}

func TestModes(t *testing.T) {
	for _, umask := range []int{0, 0o022, 0o077} {
		modes(t, umask)
	}
}

func modes(t *testing.T, umask int) {
	s, q := testStore(t), quiz(testPack())
	defer syscall.Umask(syscall.Umask(umask))
	x := begin(t, s, q)
	answer(t, x, q, 2)
	save(t, s, "test", noon)
	_, err := s.SetDone("test", "linux/1", true)
	require.NoError(t, err)
	require.NoError(t, filepath.WalkDir(s.dir, func(path string, d fs.DirEntry, err error) error {
		require.NoError(t, err)
		info, err := d.Info()
		require.NoError(t, err)
		want := fs.FileMode(0o600)
		if d.IsDir() {
			want = 0o700
		}
		require.Equal(t, want, info.Mode().Perm(), "%s with umask %03o", path, umask)
		return nil
	}))
}

func TestPipesDoNotBlock(t *testing.T) {
	s := testStore(t)
	save(t, s, "test", noon)
	require.NoError(t, os.Mkdir(filepath.Join(s.dir, sessions), folderMode))
	require.NoError(t, syscall.Mkfifo(filepath.Join(s.dir, sessions, "x.jsonl"), 0o600))
	require.NoError(t, syscall.Mkfifo(filepath.Join(s.dir, results, "x.json"), 0o600))
	_, problems, err := s.Unfinished("test")
	require.NoError(t, err)
	require.Len(t, problems, 1)
	_, problems, err = s.List()
	require.NoError(t, err)
	require.Len(t, problems, 1)
}

// TestLinkedResult checks that a link isn't followed, and that it can be
// deleted without the file that it leads to.
func TestLinkedResult(t *testing.T) {
	s := testStore(t)
	r := save(t, s, "test", noon)
	secret := filepath.Join(t.TempDir(), "secret.json")
	require.NoError(t, os.Rename(s.path(resultName(r.ID)), secret))
	require.NoError(t, os.Symlink(secret, s.path(resultName(r.ID))))
	list, problems, err := s.List()
	require.NoError(t, err)
	require.Empty(t, list)
	require.Len(t, problems, 1)
	require.EqualError(t, problems[0], `opening "`+s.path(resultName(r.ID))+`": it is not a regular file`)
	require.NoError(t, s.Delete(r.ID))
	require.FileExists(t, secret)
}
