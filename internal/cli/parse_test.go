package cli

import (
	"context"
	"testing"

	"github.com/spf13/cobra"
	"github.com/stretchr/testify/require"
)

// parse parses a command line and returns the options that the command would
// run with.
func parse[O any](t *testing.T, command func(*app, func(context.Context, O) error) *cobra.Command, args ...string) (O, error) {
	t.Helper()
	var got O
	a := &app{env: still(nil, nil, nil)}
	cmd := command(a, func(_ context.Context, o O) error { got = o; return nil })
	cmd.SilenceErrors, cmd.SilenceUsage = true, true
	cmd.SetArgs(args)
	err := cmd.Execute()
	return got, err
}

// parsed is like parse, for a valid command line.
func parsed[O any](t *testing.T, command func(*app, func(context.Context, O) error) *cobra.Command, args ...string) O {
	t.Helper()
	o, err := parse(t, command, args...)
	require.NoError(t, err)
	return o
}

// Flags and arguments fill the options, and nothing is run.
func TestParsing(t *testing.T) {
	require.Equal(t, explainOptions{role: "sre", me: true, format: formatHTML}, parsed(t, explainCommand, "sre", "--me", "--format", "HTML"))
	require.Equal(t, compareOptions{roles: []string{"a", "b", "c"}, format: formatText}, parsed(t, compareCommand, "a", "b", "c"))
	require.Equal(t, planOptions{hoursPerWeek: 4, format: formatText}, parsed(t, planCommand))
	require.Equal(t, planOptions{role: "sre", hoursPerWeek: 2.5, done: "linux/1", format: formatText}, parsed(t, planCommand, "sre", "--hours-per-week=2.5", "--done", "linux/1"))
	require.Equal(t, formOptions{roles: []string{"a", "b"}, seed: "7", format: formatYAML}, parsed(t, formCommand, "--roles", "a,b", "--seed", "7"))
	require.Equal(t, quizOptions{restart: true, roles: []string{"a"}, noSave: true, format: formatText}, parsed(t, quizCommand, "--new", "--roles=a", "--no-save"))
	require.Equal(t, resultOptions{which: "-", save: true, format: formatText}, parsed(t, resultCommand, "-", "--save"))
	require.Equal(t, resultOptions{delete: "x", format: formatText}, parsed(t, resultCommand, "--delete", "x"))
	require.Equal(t, matchOptions{files: []string{"a", "-"}, ignoreTitle: true, format: formatText}, parsed(t, matchCommand, "a", "-", "--ignore-title"))
	require.Equal(t, scoreOptions{batchOptions: batchOptions{files: []string{"a"}, from: "csv", maxErrors: 3, workers: 2}, brief: true, format: formatJSON},
		parsed(t, scoreCommand, "a", "--from", "csv", "--max-errors", "3", "-j2", "--brief"))
	require.Equal(t, -1, parsed(t, scoreCommand).maxErrors, "any number")
	require.Equal(t, -1, parsed(t, teamCommand).maxErrors)
	require.Equal(t, nextOptions{file: "a", answered: true, format: formatJSON}, parsed(t, nextCommand, "a", "--answer="))
	require.Equal(t, webOptions{roles: []string{"a"}, collect: "x", consent: "y", askJob: true}, parsed(t, webCommand, "--roles=a", "--collect", "x", "--consent=y", "--ask-job"))
	require.Equal(t, packInitOptions{dir: "a", from: "starter"}, parsed(t, packInitCommand, "a"))
	require.Equal(t, packCheckOptions{dir: "a", strict: true, format: formatText}, parsed(t, packCheckCommand, "a", "--strict"))
	require.Equal(t, packAuditOptions{people: 9, seed: 1, answers: "-", format: formatText}, parsed(t, packAuditCommand, "--people", "9", "--answers", "-"))
}

// Invalid command lines are rejected before anything runs.
func TestParsingErrors(t *testing.T) {
	refused := func(o any, err error) {
		t.Helper()
		require.Error(t, err)
		require.Zero(t, o)
	}
	for _, args := range [][]string{
		{"--resume", "--new"}, {"--skills", "--resume"}, {"--resume", "--seed", "1"}, {"--skills", "--no-save"}, {"x"}, {"--format", "csv"}, {"--blank"},
	} {
		o, err := parse(t, quizCommand, args...)
		refused(o, err)
	}
	for _, args := range [][]string{{"--list", "--save"}, {"--list", "x"}, {"x", "--delete", "y"}, {"--delete="}, {"--save"}, {"20261122", "--save"}} {
		o, err := parse(t, resultCommand, args...)
		refused(o, err)
	}
	for _, args := range [][]string{{"--consent", "x"}, {"--ask-job"}, {"x"}, {"--format", "html"}} {
		o, err := parse(t, webCommand, args...)
		refused(o, err)
	}
	for _, args := range [][]string{{"--brief", "--fields", "id"}, {"--max-errors", "-1"}, {"--from", "xml"}, {"--format", "text"}} {
		o, err := parse(t, scoreCommand, args...)
		refused(o, err)
	}
	e, err := parse(t, explainCommand)
	refused(e, err)
	c, err := parse(t, compareCommand, "sre")
	refused(c, err)
}

// An argument is a file if it looks like a path or exists.
func TestIsFile(t *testing.T) {
	t.Chdir(t.TempDir())
	require.NoError(t, writeFile(t.Context(), "form", nil))
	for name, want := range map[string]bool{"-": true, "a.yaml": true, "dir/x": true, `dir\x`: true, "form": true, "": false, "20261122": false, "20261122-153012-9f3a": false} {
		require.Equal(t, want, isFile(name), name)
	}
}

// TestSubcommands checks that each command is built by its name, alone.
func TestSubcommands(t *testing.T) {
	a := &app{}
	for _, s := range a.subcommands() {
		root := a.root(s.name)
		require.Len(t, root.Commands(), 1)
		require.Equal(t, s.name, root.Commands()[0].Name())
	}
	require.Greater(t, len(a.root().Commands()), len(a.subcommands()))
}
