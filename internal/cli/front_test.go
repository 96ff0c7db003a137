package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"gopkg.in/yaml.v3"

	"github.com/rolefit/rolefit/internal/fit"
)

// run runs the program without a terminal.
func run(t *testing.T, in string, args ...string) (out string, status int, said string) {
	var stdout, stderr bytes.Buffer
	env := OS()
	env.In, env.Out, env.Err = strings.NewReader(in), &stdout, &stderr
	env.InTerminal, env.OutTerminal, env.ErrTerminal = false, false, false
	env.Engine = testEngine
	home := t.TempDir()
	env.Getenv = func(name string) string { return map[string]string{"ROLEFIT_HOME": home}[name] }
	status = Run(context.Background(), env, args)
	return stdout.String(), status, stderr.String()
}

// preferring returns the answer of a person who always prefers one role.
func preferring(t *testing.T, q *fit.Quiz, id, role string) (best, worst string) {
	x := q.Question(id)
	require.NotNil(t, x, id)
	for i, o := range x.Options {
		if o.Role == role {
			best, worst = o.Key, x.Options[(i+1)%len(x.Options)].Key
		}
	}
	return best, worst
}

// TestPreferredRoleWins checks that a form and repeated calls of next lead to
// the same result.
func TestPreferredRoleWins(t *testing.T) {
	q := builtinQuiz(t)
	for _, role := range q.Roles {
		form := filledForm(t, q, role.ID)
		out, status, said := run(t, form, "result", "-", "--format", "json")
		require.Equal(t, 0, status, said)
		var filled, looped fit.Result
		require.NoError(t, json.Unmarshal([]byte(out), &filled))
		require.Equal(t, fit.Clear, filled.Verdict)
		require.Equal(t, []string{role.ID}, filled.Named)
		require.Equal(t, 24, filled.Answered)

		file := filepath.Join(t.TempDir(), "me.json")
		require.Equal(t, 12, loop(t, q, file, role.ID), "clear after the first round")
		out, status, said = run(t, "", "result", file, "--format", "json")
		require.Equal(t, 0, status, said)
		require.NoError(t, json.Unmarshal([]byte(out), &looped))
		require.Equal(t, filled.Verdict, looped.Verdict)
		require.Equal(t, filled.Named, looped.Named)
		require.Equal(t, *filled.Roles[0].Fit, *looped.Roles[0].Fit)
		require.NotEmpty(t, looped.Gaps)
		require.Equal(t, fit.Want, looped.Role(role.ID).Card)
	}
}

// filledForm fills in the form, as another program might.
func filledForm(t *testing.T, q *fit.Quiz, role string) string {
	out, status, said := run(t, "", "form", "--seed", "1")
	require.Equal(t, 0, status, said)
	var form map[string]any
	require.NoError(t, yaml.Unmarshal([]byte(out), &form))
	answers := form["answers"].(map[string]any)
	for id := range answers {
		best, worst := preferring(t, q, id, role)
		answers[id] = map[string]any{"best": best, "worst": worst}
	}
	data, err := yaml.Marshal(form)
	require.NoError(t, err)
	return string(data)
}

// loop takes the whole interview with next, going back once, and returns the
// number of questions answered.
func loop(t *testing.T, q *fit.Quiz, file, role string) int {
	out, status, said := run(t, "", "next", file, "--seed", "9")
	for wentBack := false; ; {
		require.Equal(t, 0, status, said)
		require.NotContains(t, out, role+"/")
		var step nextJSON
		require.NoError(t, json.Unmarshal([]byte(out), &step))
		event := ""
		switch {
		case step.Done:
			return step.Answered
		case step.Answered == 5 && !wentBack:
			wentBack, event = true, `{"back":true}`
		case step.Kind == fit.AskQuestion:
			best, worst := preferring(t, q, step.ID, role)
			event = fmt.Sprintf(`{"kind":"question","id":%q,"best":%q,"worst":%q,"seconds":9.5}`, step.ID, best, worst)
		case step.Kind == fit.AskSkill:
			event = fmt.Sprintf(`{"kind":"skill","id":%q,"level":1}`, step.ID)
		default: // the first is want, and yes
			event = fmt.Sprintf(`{"kind":%q,"id":%q,"pick":%q}`, step.Kind, step.ID, step.Options[0].Key)
		}
		require.Equal(t, step.Part == 2, step.VerdictReady)
		out, status, said = run(t, "", "next", file, "--answer", event)
	}
}

func TestQuestionNeverReplacesAnswers(t *testing.T) {
	t.Chdir(t.TempDir())
	_, status, said := run(t, "", "next", "me.json", "-o", "./me.json")
	require.Equal(t, 2, status, said)
	require.NoFileExists(t, "me.json")
	_, status, said = run(t, "", "next", "me.json", "--seed", "1")
	require.Equal(t, 0, status, said)
	before, err := os.ReadFile("me.json")
	require.NoError(t, err)
	require.NoError(t, os.Link("me.json", "other.json"))
	for _, name := range []string{"me.json", "other.json"} {
		_, status, said = run(t, "", "next", "me.json", "-o", name, "--answer", `{"finish":true}`)
		require.Equal(t, 2, status, said)
		require.Contains(t, said, "which contains the answers")
	}
	after, err := os.ReadFile("me.json")
	require.NoError(t, err)
	require.Equal(t, string(before), string(after))
}

// TestRefusedAnswer checks that an answer that is refused changes nothing.
func TestRefusedAnswer(t *testing.T) {
	file := filepath.Join(t.TempDir(), "me.json")
	first, _, _ := run(t, "", "next", file, "--seed", "9")
	for _, answer := range []string{`{"id":"other","best":"a","worst":"b"}`, `{"best":1}`, `{"bets":"a"}`, `{} {}`, ``} {
		out, status, said := run(t, "", "next", file, "--answer", answer)
		require.Equal(t, 1, status, answer)
		require.Empty(t, out)
		require.Contains(t, said, "rolefit: recording the answer: ")
		again, _, _ := run(t, "", "next", file)
		require.Equal(t, first, again)
	}
}
