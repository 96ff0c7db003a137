//go:build unix

package ask

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/ptytest"
)

// The test binary also serves as the child process: with this variable set, it
// runs an interview on its terminal and writes the result to the named file.
const childVariable = "ROLEFIT_ASK_CHILD"

func TestMain(m *testing.M) {
	if config := os.Getenv(childVariable); config != "" {
		var c childOptions
		if err := json.Unmarshal([]byte(config), &c); err != nil {
			panic(err)
		}
		os.Exit(c.run())
	}
	os.Exit(m.Run())
}

// childOptions configures the child's interview.
type childOptions struct {
	File    string
	Seed    uint64
	Answers *fit.Answers
	Resumed bool
	Color   bool
	Notes   []string
	Ending  bool // whether the interview has a last screen
	Clock   bool // whether time passes as it does; otherwise a second passes with every look at it
	Prompt  bool // whether it is asked which session it is about
}

// childResult is what the child reports back.
type childResult struct {
	Outcome Outcome
	Answers fit.Answers
	Kept    []fit.Event
	CI      bool // whether quietterm restored the variable
	Path    string
}

func (c childOptions) run() int {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	ticks := 0
	now := func() time.Time { ticks++; return time.Unix(int64(ticks), 0) }
	if c.Clock {
		now = time.Now
	}
	var result childResult
	if c.Answers != nil {
		result.Answers = *c.Answers
	} else {
		result.Answers = fit.Answers{Seed: c.Seed, Seeded: true}
	}
	p := pack.Builtin()
	q, err := fit.NewQuiz(p, nil)
	if err != nil {
		panic(err)
	}
	session := &Session{
		Quiz: q, Answers: &result.Answers, Resumed: c.Resumed, Notes: c.Notes,
		ResumeHint: "your answers are saved; resume with 'rolefit quiz'",
		Save: func(r fit.Event) error {
			result.Kept = append(result.Kept, r)
			return nil
		},
	}
	if c.Ending {
		session.Ending = testEnding
	}
	o := Options{In: os.Stdin, Out: os.Stderr, Now: now, Color: c.Color}
	if opened := session; c.Prompt {
		o.Prompt = &Prompt{Title: "Resume?", Choices: []PromptChoice{
			{"Resume it", func() (*Session, error) { return opened, nil }},
			{"Fail", func() (*Session, error) { return nil, errors.New("it is locked") }},
			{"Quit", nil},
		}}
		session = nil
	}
	result.Outcome, err = Terminal(ctx, session, o)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	_, result.CI = os.LookupEnv("CI")
	result.Path = os.Getenv("PATH")
	data, err := json.Marshal(result)
	if err != nil {
		panic(err)
	}
	if err := os.WriteFile(c.File, data, 0o600); err != nil {
		panic(err)
	}
	return 0
}

// A child is an interview running in a pseudo-terminal.
type child struct {
	*ptytest.Terminal
	t    *testing.T
	file string
	quiz *fit.Quiz
	seed uint64
}

func startChild(t *testing.T, c childOptions, cols, rows int) *child {
	t.Helper()
	program, err := os.Executable()
	require.NoError(t, err)
	return c.start(t, exec.Command(program), cols, rows)
}

// start starts a command that runs the child.
func (c childOptions) start(t *testing.T, cmd *exec.Cmd, cols, rows int) *child {
	t.Helper()
	c.File = filepath.Join(t.TempDir(), "result.json")
	config, err := json.Marshal(c)
	require.NoError(t, err)
	cmd.Env = append(os.Environ(), childVariable+"="+string(config), "PS1=ready> ")
	return &child{ptytest.Start(t, cmd, cols, rows), t, c.File, builtinQuiz(t), c.Seed}
}

// result waits for the child to exit and reads its result.
func (c *child) result() childResult {
	c.t.Helper()
	if status := c.Wait(); status != 0 {
		c.t.Fatalf("the child ended with %d: %s", status, c.Raw())
	}
	data, err := os.ReadFile(c.file)
	require.NoError(c.t, err)
	var r childResult
	require.NoError(c.t, json.Unmarshal(data, &r))
	return r
}
