package cli

import (
	"bytes"
	"context"
	"io"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestScrolledResult checks that the hint is printed only on a terminal with
// fewer rows than the result has lines, and only for a saved result.
func TestScrolledResult(t *testing.T) {
	home := t.TempDir()
	quiz := func(rows int, args ...string) string {
		var said bytes.Buffer
		env := OS()
		env.Out, env.Err, env.OutTerminal = io.Discard, &said, true
		env.Size = func() (int, int) { return 80, rows }
		env.Getenv = func(name string) string { return map[string]string{"ROLEFIT_HOME": home}[name] }
		require.Zero(t, Run(context.Background(), env, append([]string{"result", "../../testdata/answers/example.yaml"}, args...)), said.String())
		return said.String()
	}
	require.Regexp(t, `\Asaved as result \S+\n\nto read it from the top: rolefit result \S+ \| more\n\z`, quiz(24, "--save"))
	require.NotContains(t, quiz(500, "--save"), "from the top")
	require.NotContains(t, quiz(24, "--save", "--format", "json"), "from the top")
	require.NotContains(t, quiz(24), "from the top")
}

// TestImageNeedsAFile: an image is not printed on a terminal, and a quiz says so
// before it asks anything.
func TestImageNeedsAFile(t *testing.T) {
	home := t.TempDir()
	image := func(args ...string) (int, string) {
		var said bytes.Buffer
		env := OS()
		env.Out, env.Err, env.OutTerminal = io.Discard, &said, true
		env.Getenv = func(name string) string { return map[string]string{"ROLEFIT_HOME": home}[name] }
		return Run(context.Background(), env, append(args, "--format", "png")), said.String()
	}
	for _, command := range []string{"quiz", "result"} {
		status, said := image(command)
		require.Equal(t, exitUsage, status)
		require.Regexp(t, `\Arolefit: a terminal can't show an image, expected a file with -o\n`, said)
	}
	status, said := image("result", "../../testdata/answers/example.yaml", "-o", filepath.Join(home, "me.png"))
	require.Zero(t, status, said)
}
