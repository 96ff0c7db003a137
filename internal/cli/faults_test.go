package cli

import (
	"bytes"
	"errors"
	"io"
	"os"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

// inFolder changes the current folder to a new, empty one.
func inFolder(t *testing.T) {
	t.Chdir(t.TempDir())
	require.NoError(t, os.WriteFile("people.jsonl", []byte(`{"id":"r1"}`+"\n"), 0o600))
	require.NoError(t, os.WriteFile("form.yaml", []byte("pack: ops-roles\nanswers:\n  free-week: {best: a, worst: b}\n"), 0o600))
	require.NoError(t, os.WriteFile("advert.txt", []byte("You define error budgets.\n"), 0o600))
}

// A readerFunc is a reader without content that does something when it's read.
type readerFunc func()

func (f readerFunc) Read([]byte) (int, error) { f(); return 0, io.EOF }

// arg splits a command line into arguments.
func arg(line string) []string { return strings.Fields(line) }

func entries(t *testing.T, dir string) (names []string) {
	all, err := os.ReadDir(dir)
	require.NoError(t, err)
	for _, e := range all {
		names = append(names, e.Name())
	}
	return names
}

// A fullDisk refuses every write.
type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) {
	return 0, &os.PathError{Op: "write", Path: "/dev/stdout", Err: syscall.ENOSPC}
}

// TestFullStandardOutput checks that every command reports a full disk,
// including commands that only print help.
func TestFullStandardOutput(t *testing.T) {
	inFolder(t)
	for _, line := range []string{
		"", "--help", "help method", "help quiz", "version", "completion bash", "roles", "explain sre", "compare sre cloud", "match advert.txt",
		"match advert.txt advert.txt", "form", "result form.yaml", "result form.yaml --format html", "next new.json",
		"result --list --format json", "score people.jsonl", "score --brief --format csv people.jsonl", "pack check", "pack check --format json", "pack schema role", "__complete roles",
	} {
		env := OS()
		var said bytes.Buffer
		env.Out, env.Err, env.OutTerminal, env.ErrTerminal = fullDisk{}, &said, false, false
		home := t.TempDir()
		env.Getenv = func(name string) string { return map[string]string{"ROLEFIT_HOME": home}[name] }
		require.Equal(t, exitFailed, Run(t.Context(), env, arg(line)), line)
		require.Contains(t, said.String(), "rolefit: writing to standard output: no space left on device\n", line)
	}
}

// A brokenPipe is an output whose reader has gone away.
type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, syscall.EPIPE }

// TestBrokenPipe checks that nothing is reported when the reader has gone away.
func TestBrokenPipe(t *testing.T) {
	env := OS()
	var said bytes.Buffer
	env.Out, env.Err, env.OutTerminal = brokenPipe{}, &said, false
	require.Equal(t, exitFailed, Run(t.Context(), env, arg("roles")))
	require.Empty(t, said.String())
	require.True(t, errors.Is((&app{env: Env{Out: &standardOutput{Writer: brokenPipe{}}}, output: "-"}).print(t.Context(), []byte("x")), syscall.EPIPE))
}

// TestOutputOverItsInput checks that score can read and write the same file.
func TestOutputOverItsInput(t *testing.T) {
	inFolder(t)
	want, status, said := run(t, "", "score", "people.jsonl")
	require.Equal(t, 0, status, said)
	_, status, said = run(t, "", "score", "people.jsonl", "-o", "people.jsonl")
	require.Equal(t, 0, status, said)
	got, err := os.ReadFile("people.jsonl")
	require.NoError(t, err)
	require.Equal(t, want, string(got))
}
