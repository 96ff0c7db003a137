//go:build unix

package cli

import (
	"bytes"
	"context"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/ptytest"
)

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

const twoAnswers = "1\n2\n1\n2\n"

func TestSecondTerminal(t *testing.T) {
	home := t.TempDir()
	x, err := openStore(t, home).Begin(builtinQuiz(t), &fit.Answers{Pack: "ops-roles", Seed: 1, Seeded: true})
	require.NoError(t, err)
	for _, args := range [][]string{nil, {"--resume"}} {
		status, said := quizInLines(home, twoAnswers, args...)
		require.Equal(t, 1, status)
		require.Equal(t, "rolefit: a quiz for pack \"ops-roles\" is open in another terminal\ncontinue there, or start another one here: rolefit quiz --new --plain\n", said)
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
	require.Contains(t, said, "2 answers, the last one 8 days ago.\nThe quiz is more than 7 days old, so you may have changed your mind.\n")
	require.Contains(t, said, "Enter keeps 2")
	require.Contains(t, said, "question 1, at most 24")
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
	require.True(t, strings.HasPrefix(said, "\nBefore you continue.\nThe pack has changed since you answered these questions, so you'll be\nasked again:\nWhich would"), said)
	require.Contains(t, said, "2 answers are saved")
}

// TestResumeAfterRoleWasAdded checks that the quiz says that answers count
// although it starts over with the first question.
func TestResumeAfterRoleWasAdded(t *testing.T) {
	home, dir := t.TempDir(), filepath.Join(t.TempDir(), "trades")
	require.NoError(t, pack.Init(dir, pack.Templates()[0]))
	status, said := quizInLines(home, "1\n2\n1\n2\n1\n2\n", "--pack", dir)
	require.Equal(t, 130, status, said)
	require.Contains(t, said, "3 answers are saved")
	role, err := os.ReadFile(filepath.Join(dir, "roles", "toolmaker.yaml"))
	require.NoError(t, err)
	added := regexp.MustCompile(`(?m)^title: .*\n|^aliases: .*\n`).ReplaceAll(role, nil)
	added = regexp.MustCompile(`(?m)option: .*`).ReplaceAll(added, []byte("$0 too"))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "roles", "fourth.yaml"), append([]byte("title: Fourth\n"), added...), 0o600))
	status, said = quizInLines(home, "1\n2\n", "--pack", dir, "--resume")
	require.Equal(t, 130, status, said)
	require.Contains(t, said, "3 questions that you answered are no longer in the\nquiz. Your answers still count.")
	require.Contains(t, said, "4 answers are saved")
}

func TestResumeInTerminal(t *testing.T) {
	home := t.TempDir()
	start := func() *ptytest.Terminal {
		cmd := exec.Command("rolefit", "quiz")
		cmd.Env = append(os.Environ(), "ROLEFIT_HOME="+home)
		return ptytest.Start(t, cmd, 80, 40)
	}
	status, _ := quizInLines(home, twoAnswers)
	require.Equal(t, 130, status)
	x := start()
	x.WaitFor("1 Resume it")
	x.Send("\x03")
	require.Equal(t, 130, x.Wait())
	require.Contains(t, x.Screen(), "to resume: rolefit quiz --resume")

	x = start()
	x.WaitFor("1 Resume it")
	x.Signal(syscall.SIGQUIT)
	require.Equal(t, 130, x.Wait())
	require.Contains(t, x.Screen(), "to resume: rolefit quiz --resume")

	x = start()
	x.WaitFor("1 Resume it")
	x.Send("\r")
	x.WaitFor("question 3,")
	x.Send("12")
	x.WaitFor("question 4,")
	x.Signal(syscall.SIGHUP)
	require.Equal(t, 130, x.Wait())
	require.Contains(t, x.Screen(), "3 answers are saved")
}

const (
	pack2   = "../../testdata/packs/two-parts"
	part1Of = "1\n2\n1\n2\n1\n2\n1\n2\n1\n2\n1\n2\n1\n2\n1\n2\n1\n2\n1\n2\n1\n2\n1\n2\n1\n2\n3\n9\n"
)

// TestQuitInPart2 checks that quitting in part 2 keeps the result and what was
// answered, and that the next quiz resumes there, any number of times.
func TestQuitInPart2(t *testing.T) {
	home := t.TempDir()
	status, said := quizInLines(home, part1Of+"2\ny\n3\n", "--pack", pack2, "--seed", "3")
	require.Equal(t, 0, status, said)
	require.Regexp(t, `saved as result .*, which replaces|saved as result [0-9a-f-]+\n`, said)
	require.Contains(t, said, "part 2 is not finished; your answers are saved\nto resume: rolefit quiz --resume --plain --pack "+pack2+"\n")
	for _, condition := range []string{"condition 2 of", "condition 3 of"} {
		cmd := exec.Command("rolefit", "quiz")
		cmd.Env = append(os.Environ(), "ROLEFIT_HOME="+home, "ROLEFIT_PACK="+pack2)
		x := ptytest.Start(t, cmd, 80, 24)
		x.WaitFor("Resume part 2?")
		x.Send("1")
		x.WaitFor(condition)
		x.Press("1", "condition "+string(condition[10]+1))
		x.Send("\x03")
		require.Equal(t, 0, x.Wait())
		require.Contains(t, x.Screen(), "to resume: rolefit quiz --resume")
	}
	r, _, err := openStore(t, home).Latest("two-parts")
	require.NoError(t, err)
	require.Len(t, r.Conditions, 3)
	require.NotEmpty(t, r.Replaces)
	status, said = quizInLines(home, "", "--pack", pack2, "--resume")
	require.Equal(t, 0, status, said)
	require.Contains(t, said, "saved as result "+r.ID+"\n", "an equal result isn't saved again")
	status, said = quizInLines(home, "f\ny\nq\n", "--pack", pack2, "--resume")
	require.Equal(t, 0, status, said)
	status, _ = quizInLines(home, "", "--pack", pack2, "--resume")
	require.Equal(t, 1, status, "nothing is left to resume")
}

// TestBackInPart2 checks that going back from the last result doesn't make a
// complete part 2 unfinished.
func TestBackInPart2(t *testing.T) {
	status, said := quizInLines(t.TempDir(), part1Of+"2\ny\n"+strings.Repeat("1\n", 40)+"b\nq\n2\n", "--pack", pack2, "--seed", "3")
	require.Equal(t, 0, status, said)
	require.Contains(t, said, "Enter keeps 1")
	require.NotContains(t, said, "part 2 is not finished")
}

// TestQuitInPart2OfEdit checks that quitting in part 2 of a changed result says
// how to answer the rest.
func TestQuitInPart2OfEdit(t *testing.T) {
	home := t.TempDir()
	status, said := quizInLines(home, part1Of+"q\n", "--pack", pack2, "--seed", "3")
	require.Equal(t, 0, status, said)
	status, said = quizInLines(home, "1\n2\n2\ny\n1\n", "--pack", pack2, "--edit")
	require.Equal(t, 0, status, said)
	require.Contains(t, said, "part 2 is not finished; to answer the rest: rolefit quiz --part2 --plain --pack "+pack2+"\n")
	status, said = quizInLines(home, "\n\n2\ny\n", "--pack", pack2, "--edit")
	require.Equal(t, 0, status, said)
	require.Contains(t, said, "ondition 2 of")
	status, said = quizInLines(home, "1\n", "--pack", pack2, "--part2")
	require.Equal(t, 0, status, said)
	require.Contains(t, said, "ondition 2 of")
	require.Contains(t, said, "ondition 3 of")
	status, said = quizInLines(home, "", "--pack", pack2, "--part2")
	require.Equal(t, exitInterrupted, status, said)
	require.Contains(t, said, "nothing was changed")
}

// TestSkipsAreCounted checks that skips aren't called answers.
func TestSkipsAreCounted(t *testing.T) {
	home := t.TempDir()
	_, said := quizInLines(home, "1\n2\ns\n1\n")
	require.Contains(t, said, "1 answer and 1 skip are saved")
	_, said = quizInLines(home, "")
	require.Contains(t, said, "an unfinished quiz with 1 answer and 1 skip, ")
}

// TestHalfOfTheFirstAnswer checks that the best option of the first question
// survives quitting, unless it was taken back.
func TestHalfOfTheFirstAnswer(t *testing.T) {
	home := t.TempDir()
	status, said := quizInLines(home, "1\nb\n")
	require.Equal(t, 130, status)
	require.Contains(t, said, "the quiz ended before the first answer")
	status, said = quizInLines(home, "1\n")
	require.Equal(t, 130, status)
	require.Contains(t, said, "the quiz is not finished\nto resume: rolefit quiz --resume")
	_, said = quizInLines(home, "1\n2\n")
	require.Contains(t, said, "You have an unfinished quiz. You were last there just now.")
	require.Contains(t, said, "1 answer is saved")
}

// TestSettleAfterFinishing checks that who finished early can answer the rest
// later.
func TestSettleAfterFinishing(t *testing.T) {
	home := t.TempDir()
	status, said := quizInLines(home, twoAnswers+"f\ny\nq\n", "--seed", "3")
	require.Equal(t, 0, status, said)
	status, said = quizInLines(home, "", "--resume")
	require.Equal(t, 1, status)
	require.Contains(t, said, "to answer the questions that you left out: rolefit quiz --settle")
	cmd := exec.Command("rolefit", "quiz", "--settle")
	cmd.Env = append(os.Environ(), "ROLEFIT_HOME="+home)
	x := ptytest.Start(t, cmd, 80, 24)
	x.WaitFor("question 3, at most 24")
	x.Send("12")
	x.WaitFor("question 4, at most 24")
	x.Send("f")
	x.WaitFor("Finish now?")
	x.Send("ffy")
	x.WaitFor("s answer the rest")
	x.Press("q", "to answer the rest: rolefit quiz --settle")
	require.Equal(t, 0, x.Wait())
}

// TestChangesSurvive checks that what is changed about a result is on disk before
// the next page shows, and that the same command resumes there after a kill.
func TestChangesSurvive(t *testing.T) {
	for how, c := range map[string]struct{ first, keys, next, said string }{
		"--edit":   {"question 12", "b", "question 11", "nothing was changed"},
		"--settle": {"question 13,", "12", "question 14,", "to resume: rolefit quiz --settle"},
		"--skills": {"Skill 1 of", "2", "Skill 2 of", "to resume: rolefit quiz --skills"},
	} {
		t.Run(how, func(t *testing.T) {
			t.Parallel()
			home, pack := t.TempDir(), pack2
			status, said := quizInLines(home, part1Of+"q\n", "--pack", pack, "--seed", "3")
			require.Equal(t, 0, status, said)
			start := func(how string) *ptytest.Terminal {
				cmd := exec.Command("rolefit", "quiz", how)
				cmd.Env = append(os.Environ(), "ROLEFIT_HOME="+home, "ROLEFIT_PACK="+pack)
				return ptytest.Start(t, cmd, 80, 24)
			}
			x := start(how)
			x.WaitFor(c.first)
			x.Send(c.keys)
			x.WaitFor(c.next)
			x.Signal(syscall.SIGKILL)
			x.Wait()
			x = start(how)
			x.WaitFor(c.next)
			x.Send("\x03")
			require.Equal(t, 130, x.Wait())
			require.Contains(t, x.Screen(), c.said)
			require.Equal(t, 1, start("--resume").Wait(), "it's no quiz of its own")
		})
	}
}

// kills is the number of programs killed in a terminal. A session with more
// than mostBefore answers is not resumed, so that none reaches its end.
const (
	kills      = 30
	mostBefore = 4
)

var questionShown = regexp.MustCompile(`question (\d+),`)

// TestKilledInTerminal kills the program in a real terminal at random points.
// It checks that every answer was on disk before the next question appeared,
// that no answer ever changes, and that the program resumes at the right
// question.
func TestKilledInTerminal(t *testing.T) {
	home, q := t.TempDir(), builtinQuiz(t)
	var kept []fit.Answer
	how, all := "--new", 0
	for range times(kills) {
		cmd := exec.Command("rolefit", "quiz", how)
		cmd.Env = append(os.Environ(), "ROLEFIT_HOME="+home)
		x := ptytest.Start(t, cmd, 80, 40)
		if how == "--new" {
			x.WaitFor("Nothing leaves your machine")
			x.Send("\r")
		}
		x.WaitFor("question")
		for range rand.IntN(12) {
			x.Send(strconv.Itoa(1 + rand.IntN(4)))
		}
		if rand.IntN(2) == 0 { // otherwise kill it while keys are still on their way
			was := x.Screen()
			x.Send("1")
			x.Send("2")
			x.Until("another screen", func(screen string) bool { return screen != was })
		}
		x.Signal(syscall.SIGKILL)
		x.Wait()

		s := openStore(t, home)
		list, problems, err := s.Unfinished("ops-roles")
		require.NoError(t, err)
		require.Empty(t, problems)
		require.Len(t, list, 1)
		y, err := s.Resume(list[0].ID, q)
		require.NoError(t, err)
		require.Empty(t, y.Damaged)
		saved := y.Answers.All
		require.NoError(t, y.Close())
		require.GreaterOrEqual(t, len(saved), len(kept))
		require.True(t, slices.Equal(kept, saved[:len(kept)]), "%v\n%v", kept, saved)
		if shown := questionShown.FindStringSubmatch(x.Screen()); shown != nil {
			n, err := strconv.Atoi(shown[1])
			require.NoError(t, err)
			require.GreaterOrEqual(t, len(saved), n-1, x.Screen())
		}
		all += len(saved) - len(kept)
		kept, how = saved, "--resume"
		if len(saved) > mostBefore {
			require.NoError(t, s.Discard(list[0].ID))
			kept, how = nil, "--new"
		}
	}
	t.Logf("%d kills, %d answers", times(kills), all)
}
