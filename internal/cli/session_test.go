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

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/state"
)

const twoAnswers = "1\n2\n1\n2\n"

// quizInLines runs the program in plain lines, with its home in the given
// folder.
func quizInLines(home, typed string, args ...string) (status int, said string) {
	var out, err bytes.Buffer
	env := OS()
	env.In, env.Out, env.Err = strings.NewReader(typed), &out, &err
	env.Getenv = func(name string) string { return map[string]string{"ROLEFIT_HOME": home}[name] }
	status = Run(context.Background(), env, append([]string{"quiz", "--plain"}, args...))
	return status, err.String()
}

func openStore(t *testing.T, home string) *state.Store {
	s, err := state.Open(home, time.Now)
	require.NoError(t, err)
	return s
}

func builtinQuiz(t *testing.T) *fit.Quiz {
	p := pack.Builtin()
	q, err := fit.NewQuiz(p, nil)
	require.NoError(t, err)
	return q
}

func TestSecondTerminal(t *testing.T) {
	home := t.TempDir()
	x, err := openStore(t, home).Begin(builtinQuiz(t), &fit.Answers{Pack: "ops-roles", Seed: 1, Seeded: true})
	require.NoError(t, err)
	for _, args := range [][]string{nil, {"--resume"}} {
		status, said := quizInLines(home, twoAnswers, args...)
		require.Equal(t, 1, status)
		require.Equal(t, "rolefit: a quiz of pack \"ops-roles\" is open in another terminal\ncontinue there, or start another one here: rolefit quiz --new\n", said)
	}
	status, said := quizInLines(home, twoAnswers+"q\n2\n", "--new")
	require.Equal(t, 130, status)
	require.Contains(t, said, "2 answers are saved")
	require.NoError(t, x.Append(fit.Event{Kind: fit.AskQuestion, ID: "free-week", Best: "a", Worst: "b"}), "the first one is not disturbed")
	require.NoError(t, x.Close())
}

func TestOldSession(t *testing.T) {
	home := t.TempDir()
	status, _ := quizInLines(home, twoAnswers)
	require.Equal(t, 130, status)
	files, err := filepath.Glob(home + "/sessions/*.jsonl")
	require.NoError(t, err)
	require.Len(t, files, 1)
	old := time.Now().Add(-8*24*time.Hour - time.Minute)
	require.NoError(t, os.Chtimes(files[0], old, old))
	status, said := quizInLines(home, "\n"+twoAnswers)
	require.Equal(t, 130, status)
	require.Contains(t, said, "2 answers, the last one 8 days ago.\nIt is more than 7 days old, so you may have changed your mind.\n")
	require.Contains(t, said, "Enter is 2): ")
	require.Contains(t, said, "Question 1 of 12")
	require.Contains(t, said, "2 answers are saved", "the new one")
}

func TestChangedPack(t *testing.T) {
	home, dir := t.TempDir(), t.TempDir()
	require.NoError(t, os.CopyFS(dir, os.DirFS("../../testdata/packs/backend-frontend")))
	status, said := quizInLines(home, "1\n1\n1\n", "--pack", dir)
	require.Equal(t, 130, status)
	require.Contains(t, said, "3 answers are saved")

	file := filepath.Join(dir, "roles", "backend.yaml")
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Contains(t, string(text), "other programs can rely on for years")
	text = bytes.ReplaceAll(text, []byte("other programs can rely on for years"), []byte("programs can rely on for decades"))
	require.NoError(t, os.WriteFile(file, text, 0o600))
	status, said = quizInLines(home, "", "--pack", dir, "--resume")
	require.Equal(t, 130, status)
	require.True(t, strings.HasPrefix(said, "the pack has changed since you answered this, so you will be asked again:\n  Which of these"), said)
	require.Contains(t, said, "2 answers are saved")
}
