package cli

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
)

// TestNothingToSettle checks that more questions about a result that is clear are
// refused with the reason, and that the result stays.
func TestNothingToSettle(t *testing.T) {
	q, err := fit.NewQuiz(pack.Builtin(), nil)
	require.NoError(t, err)
	a := &fit.Answers{Pack: q.Pack.ID}
	for step := q.Next(a); step.Kind == fit.AskQuestion; step = q.Next(a) {
		best, worst := preferring(t, q, step.ID, "sre")
		require.NoError(t, q.Record(a, fit.Event{Kind: step.Kind, ID: step.ID, Best: best, Worst: worst}))
	}
	data, err := pack.JSON(q, a)
	require.NoError(t, err)
	file, home := filepath.Join(t.TempDir(), "me.json"), t.TempDir()
	require.NoError(t, os.WriteFile(file, data, 0o600))
	inHome := func(args ...string) (status int, out, said string) {
		var stdout, stderr bytes.Buffer
		env := OS()
		env.In, env.Out, env.Err = strings.NewReader(""), &stdout, &stderr
		env.Getenv = func(name string) string { return map[string]string{"ROLEFIT_HOME": home}[name] }
		return Run(context.Background(), env, args), stdout.String(), stderr.String()
	}
	status, out, said := inHome("result", file, "--save")
	require.Equal(t, exitDone, status, said)
	require.Contains(t, out, "Site Reliability Engineer")
	_, list, _ := inHome("result", "--list")

	status, _, said = inHome("quiz", "--settle", "--plain")
	require.Equal(t, exitFailed, status)
	require.Regexp(t, `^rolefit: more questions can't settle result \S+: the verdict isn't close, or no questions are left\nto see the result: rolefit result \S+\n$`, said)
	_, after, _ := inHome("result", "--list")
	require.Equal(t, list, after)
}
