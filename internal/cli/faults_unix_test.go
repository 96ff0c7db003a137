//go:build unix

package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestCancelWhileWaiting checks that a command stops waiting for a pipe that no one
// writes to or reads from when the run is canceled.
func TestCancelWhileWaiting(t *testing.T) {
	for _, line := range []string{
		"match pipe", "result pipe", "next pipe", "score pipe", "team pipe", "match -", "result -", "score",
		"pack audit --people 1 --answers pipe", "score people.jsonl --map pipe", "explain sre -o pipe", "score people.jsonl -o pipe", "next locked",
	} {
		t.Run(line, func(t *testing.T) {
			inFolder(t)
			aside, err := os.MkdirTemp("", "") // goroutines that are still waiting may use the folder after the test
			require.NoError(t, err)
			defer os.RemoveAll(aside)
			pipe := filepath.Join(aside, "pipe")
			require.NoError(t, syscall.Mkfifo(pipe, 0o600))
			locked, err := syscall.Open(filepath.Join(aside, ".locked.lock"), syscall.O_RDWR|syscall.O_CREAT, 0o600)
			require.NoError(t, err)
			require.NoError(t, syscall.Flock(locked, syscall.LOCK_EX))
			in, silent, err := os.Pipe()
			require.NoError(t, err)
			ctx, cancel := context.WithCancel(t.Context())
			cancel()
			var out, said bytes.Buffer
			env := OS()
			env.In, env.Out, env.Err, env.ErrTerminal = in, &out, &said, false
			status := make(chan int)
			args := arg(strings.NewReplacer("pipe", pipe, "locked", filepath.Join(aside, "locked")).Replace(line))
			go func() { status <- Run(ctx, env, args) }()
			select {
			case got := <-status:
				require.Equal(t, exitInterrupted, got, said.String())
				require.Contains(t, said.String(), "stopped")
				require.Empty(t, out.String())
			case <-time.After(30 * time.Second):
				require.Fail(t, "it waits for ever")
			}
			silent.Close()
			if f, err := os.OpenFile(pipe, os.O_RDWR, 0); err == nil { // releases the goroutines that are still waiting
				f.Close()
			}
		})
	}
}

// TestOutputMode checks that files written by -o and next have the default mode
// for new files, and that a replaced file keeps its mode.
func TestOutputMode(t *testing.T) {
	for _, umask := range []int{0, 0o022, 0o077} {
		inFolder(t)
		require.NoError(t, os.WriteFile("old.txt", nil, 0o600))
		require.NoError(t, os.Chmod("old.txt", 0o640))
		func() {
			defer syscall.Umask(syscall.Umask(umask))
			for _, line := range []string{"explain sre -o new.txt", "explain sre -o old.txt", "next new.json", "score people.jsonl -o new.jsonl"} {
				_, status, said := run(t, "", arg(line)...)
				require.Equal(t, 0, status, said)
			}
			half, err := newFile(t.Context(), "old.txt")
			require.NoError(t, err)
			defer half.Abort()
			temporary, err := filepath.Glob(".old.txt.*.tmp")
			require.NoError(t, err)
			require.Len(t, temporary, 1)
			info, err := os.Stat(temporary[0])
			require.NoError(t, err)
			require.Zero(t, info.Mode().Perm()&^0o640, "while it is written nobody reads it who may not afterwards")
		}()
		for name, want := range map[string]os.FileMode{"new.txt": 0o666 &^ os.FileMode(umask), "new.json": 0o666 &^ os.FileMode(umask), "new.jsonl": 0o666 &^ os.FileMode(umask), "old.txt": 0o640} {
			info, err := os.Stat(name)
			require.NoError(t, err)
			require.Equal(t, want, info.Mode().Perm(), "%s with umask %03o", name, umask)
		}
	}
}

// TestOutputReplacesOnlyItsFile checks that read-only files and the targets of links
// stay unchanged, and that a file that can't be written leaves nothing behind.
func TestOutputReplacesOnlyItsFile(t *testing.T) {
	const mine = "mine\n"
	for _, command := range []string{"explain sre", "result form.yaml --format html", "score people.jsonl", "form", "pack schema role", "completion zsh"} {
		inFolder(t)
		require.NoError(t, os.WriteFile("readonly", []byte(mine), 0o400))
		require.NoError(t, os.WriteFile("target", []byte(mine), 0o600))
		require.NoError(t, os.Symlink("target", "link"))
		require.NoError(t, os.Symlink("gone", "dangling"))
		require.NoError(t, os.Mkdir("folder", 0o700))
		before := entries(t, ".")
		for name, want := range map[string]string{
			"readonly": "it is read-only, expected a file that can be written",
			"folder":   "it is a folder, expected a file",
			"target/x": "not a directory",
			"gone/x":   "no such file or directory",
			"":         "expected the name of a file",
			"/proc/x":  "",
		} {
			out, status, said := run(t, "", append(arg(command), "-o", name)...)
			require.Equal(t, exitFailed, status, "%s -o %s", command, name)
			require.Empty(t, out)
			require.Contains(t, said, fmt.Sprintf("rolefit: writing %q: %s", name, want), command)
		}
		for _, link := range []string{"link", "dangling"} {
			_, status, said := run(t, "", append(arg(command), "-o", link)...)
			require.Equal(t, 0, status, said)
			info, err := os.Lstat(link)
			require.NoError(t, err)
			require.True(t, info.Mode().IsRegular(), "the link is a file now")
		}
		for _, kept := range []string{"readonly", "target"} {
			data, err := os.ReadFile(kept)
			require.NoError(t, err)
			require.Equal(t, mine, string(data), "%s -o %s", command, kept)
		}
		require.Equal(t, before, entries(t, "."), "%s leaves nothing behind", command)
	}
}

// TestOutputToDescriptor checks that -o /dev/stdout writes to standard output,
// behind what is there, and doesn't replace /dev/stdout. The test uses a link of
// its own, because a mistake would leave the system without one.
func TestOutputToDescriptor(t *testing.T) {
	inFolder(t)
	want, status, said := run(t, "", "explain", "sre")
	require.Equal(t, 0, status, said)
	require.NoError(t, os.Symlink("/dev/fd/1", "stdout"))
	require.NoError(t, os.WriteFile("out.txt", []byte("before\n"), 0o600))
	f, err := os.OpenFile("out.txt", os.O_WRONLY|os.O_APPEND, 0)
	require.NoError(t, err)
	cmd := rolefit(t, "explain", "sre", "-o", "stdout")
	cmd.Stdout = f
	require.NoError(t, cmd.Run())
	require.NoError(t, f.Close())
	got, err := os.ReadFile("out.txt")
	require.NoError(t, err)
	require.Equal(t, "before\n"+want, string(got))
	info, err := os.Lstat("stdout")
	require.NoError(t, err)
	require.NotZero(t, info.Mode()&os.ModeSymlink, "it is still a link")
}

// TestNextWithReadOnlyFile checks that the file stays unchanged and its lock is
// removed.
func TestNextWithReadOnlyFile(t *testing.T) {
	inFolder(t)
	_, status, said := run(t, "", "next", "me.json", "--seed", "1")
	require.Equal(t, 0, status, said)
	before, err := os.ReadFile("me.json")
	require.NoError(t, err)
	require.NoError(t, os.Chmod("me.json", 0o400))
	all := entries(t, ".")
	_, status, said = run(t, "", "next", "me.json", "--answer", `{"id":"free-week","skip":"none"}`)
	require.Equal(t, exitFailed, status)
	require.Equal(t, "rolefit: writing \"me.json\": it is read-only, expected a file that can be written\n", said)
	after, err := os.ReadFile("me.json")
	require.NoError(t, err)
	require.Equal(t, before, after)
	require.Equal(t, all, entries(t, "."))
}

// TestFilesChangedWhileRead checks reading a file while it changes. If an
// editor replaces the file, the old or the new content is read. If it is
// overwritten in place, its content at that moment is read, or an error names
// the file.
func TestFilesChangedWhileRead(t *testing.T) {
	inFolder(t)
	const one = "pack: ops-roles\nanswers:\n  free-week: {best: a, worst: b}\n"
	other := strings.Replace(one, "a, worst: b", "c, worst: d", 1)
	results := map[string]bool{}
	for _, text := range []string{one, other} {
		out, status, said := run(t, text, "result", "-", "--format", "json")
		require.Equal(t, 0, status, said)
		results[out] = true
	}
	require.Len(t, results, 2)
	_, status, said := run(t, "", "pack", "init", "pack")
	require.Equal(t, 0, status, said)
	role, err := os.ReadFile("pack/roles/detective.yaml")
	require.NoError(t, err)

	stop, stopped := make(chan struct{}), make(chan error)
	go func() {
		for i := 0; ; i++ {
			select {
			case <-stop:
				stopped <- nil
				return
			default:
			}
			text := []string{one, other}[i%2]
			err := errors.Join(os.WriteFile("new.yaml", []byte(text), 0o600), os.Rename("new.yaml", "form.yaml"), os.WriteFile("over.yaml", []byte(text), 0o600),
				os.WriteFile("pack/roles/detective.yaml", role[:len(role)*(i%2+1)/2], 0o600))
			if err != nil {
				stopped <- err
				return
			}
		}
	}()
	for range 60 {
		out, status, said := run(t, "", "result", "form.yaml", "--format", "json")
		require.Equal(t, 0, status, said)
		require.True(t, results[out], "neither the one nor the other: %s", out)
		if out, status, said = run(t, "", "result", "over.yaml", "--format", "json"); status != 0 {
			require.Equal(t, exitFailed, status)
			require.Empty(t, out)
			require.Contains(t, said, "over.yaml")
		}
		if out, status, said = run(t, "", "roles", "--pack", "pack"); status != 0 {
			require.Equal(t, exitFailed, status)
			require.Empty(t, out)
			require.Contains(t, said, "pack/roles/detective.yaml:")
		}
	}
	close(stop)
	require.NoError(t, <-stopped)
}

// TestFinishedQuizIsInTheWay checks what is said if the session can't be deleted
// at the end: that the result is saved, and its id.
func TestFinishedQuizIsInTheWay(t *testing.T) {
	home := t.TempDir()
	var out, said bytes.Buffer
	env := OS()
	env.Getenv = func(name string) string { return map[string]string{"ROLEFIT_HOME": home}[name] }
	env.In = io.MultiReader(strings.NewReader("\n1\n2\n"), readerFunc(func() {
		session := filepath.Join(home, "sessions", entries(t, filepath.Join(home, "sessions"))[0])
		require.NoError(t, os.Rename(session, filepath.Join(home, "before")))
		require.NoError(t, os.Mkdir(session, 0o700))
	}), strings.NewReader("f\ny\nq\n"))
	env.Out, env.Err, env.InTerminal, env.OutTerminal = &out, &said, false, false
	require.Equal(t, 0, Run(t.Context(), env, arg("quiz --plain --seed 1")), said.String())
	require.Contains(t, said.String(), "could not delete the finished quiz: ")
	require.Regexp(t, `saved as result \d{8}-\d{6}-[0-9a-f]{4}\n`, said.String())
	require.Len(t, entries(t, filepath.Join(home, "results")), 1)
	require.Contains(t, out.String(), "Your result")
}
