package cli

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/pack"
)

// TestWatch checks that the pack is checked again after a change and only then,
// and that stopping is no failure. A change takes two ticks, in case a file is being
// written. Ticks are unbuffered, so each has been handled when the next is
// received.
func TestWatch(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "trades")
	require.NoError(t, pack.Init(dir, pack.Templates()[0]))
	role := filepath.Join(dir, "roles", "detective.yaml")
	good, err := os.ReadFile(role)
	require.NoError(t, err)

	var out, said bytes.Buffer
	env := OS()
	env.Out, env.Err = &out, &said
	env.Now = func() time.Time { return time.Date(2026, 1, 2, 15, 4, 5, 0, time.UTC) }
	ctx, stop := context.WithCancel(context.Background())
	ticks, ended := make(chan time.Time), make(chan error)
	go func() {
		ended <- (&app{env: env, output: "-"}).watchCheck(ctx, packCheckOptions{dir: dir}, ticks)
	}()
	tick := func() {
		for range 3 {
			ticks <- time.Time{}
		}
	}
	tick()
	require.NoError(t, os.WriteFile(role, []byte(strings.Replace(string(good), "tagline:", "taglin:", 1)), 0o600))
	tick()
	require.NoError(t, os.WriteFile(role, good, 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "roles", ".detective.yaml.swp"), nil, 0o600))
	tick()
	tick()
	require.NoError(t, os.Remove(filepath.Join(dir, "quiz", "questions.yaml")))
	tick()
	stop()
	require.NoError(t, <-ended)

	require.Equal(t, 3, strings.Count(out.String(), "3 roles\n"), out.String())
	require.Equal(t, 1, strings.Count(said.String(), `the role has the unknown field "taglin"`), said.String())
	require.Equal(t, 2, strings.Count(said.String(), "\n\n15:04:05: roles/detective.yaml changed. Checking again.\n"), said.String())
	require.Equal(t, 1, strings.Count(said.String(), "quiz/questions.yaml changed"))
	require.Equal(t, 4, strings.Count(said.String(), "Press Ctrl-C to stop"))
}

// TestNothingToWatch checks that --watch refuses what it can't watch or print.
func TestNothingToWatch(t *testing.T) {
	t.Chdir(t.TempDir())
	_, status, said := run(t, "", arg("pack check --watch")...)
	require.Equal(t, exitUsage, status)
	require.Contains(t, said, "the built-in pack doesn't change")
	require.NoError(t, pack.Init("mine", pack.Templates()[0]))
	for line, want := range map[string]string{
		"pack check mine --watch --format json": "--watch prints text",
		"pack check nowhere --watch":            "\"nowhere\" is not a folder",
	} {
		_, status, said := run(t, "", arg(line)...)
		require.NotZero(t, status, line)
		require.Contains(t, said, want)
	}
}
