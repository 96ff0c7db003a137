//go:build unix

package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/ptytest"
)

// TestLastScreen presses each key of the last screen, and checks that what stays
// on the terminal after it is short.
func TestLastScreen(t *testing.T) {
	home, dir := t.TempDir(), t.TempDir()
	answers, err := filepath.Abs("../../testdata/answers/example.yaml")
	require.NoError(t, err)
	start := func(args ...string) *ptytest.Terminal {
		cmd := exec.Command("rolefit", args...)
		cmd.Env, cmd.Dir = append(os.Environ(), "ROLEFIT_HOME="+home), dir
		return ptytest.Start(t, cmd, 80, 24)
	}
	require.Equal(t, 0, start("result", answers, "--save").Wait())
	x := start("quiz", "--edit")
	x.WaitFor("question ")
	x.Send("q")
	x.Press("3", "Finish now?")
	x.Press("y", "│ Site Reliability Engineer")
	for key, text := range map[string]string{"m": "Lines 1-", "w": "For Site Reliability Engineer over", "p": "Your plan for Site", "c": "Lines 1-"} {
		x.Press(key, text)
		x.WaitFor("q back")
		x.Press("q", "m whole result")
	}
	for key, file := range map[string]string{"h": "*.html", "i": "*.png"} {
		x.Press(key, "Saved here as rolefit-")
		x.Until(file, func(string) bool {
			found, err := filepath.Glob(filepath.Join(dir, file))
			return err == nil && len(found) == 1
		})
		found, err := filepath.Glob(filepath.Join(dir, file))
		require.NoError(t, err)
		info, err := os.Stat(found[0])
		require.NoError(t, err)
		require.Equal(t, os.FileMode(0o600), info.Mode(), "it has answers")
	}
	x.Press("q", "to see your plan")
	require.Equal(t, 0, x.Wait())
	left := strings.TrimSpace(x.Screen())
	require.Regexp(t, `(?s)\ASite Reliability Engineer: leaning\.\n16 points over Platform Engineer; .*\nnothing has changed; .*\nyour web page: rolefit-\S+\.html\nyour results are in .*\nto read it again: rolefit result\nto see your plan: rolefit plan\nto change an answer: rolefit quiz --edit\z`, left)
}

// TestPart2Waits checks that part 2 is offered after finishing the change of an
// answer, and that what stays on the terminal names the command for it.
func TestPart2Waits(t *testing.T) {
	home := t.TempDir()
	start := func(args ...string) *ptytest.Terminal {
		cmd := exec.Command("rolefit", append(args, "--pack", pack2)...)
		cmd.Env = append(os.Environ(), "ROLEFIT_HOME="+home)
		return ptytest.Start(t, cmd, 80, 24)
	}
	status, said := quizInLines(home, part1Of+"q\n", "--pack", pack2, "--seed", "3")
	require.Equal(t, 0, status, said)
	x := start("quiz", "--edit")
	x.WaitFor("You're changing your result. b goes to earlier questions.")
	x.Press("f", "Finish now?")
	x.Press("y", "2 conditions and skills")
	x.Press("p", "Your plan")
	x.Press(" ", "go back and press 2")
	x.Send("\r")
	x.WaitFor("2 conditions and skills")
	x.Send("q")
	require.Equal(t, 0, x.Wait())
	require.Contains(t, x.Screen(), "to continue with part 2, conditions and skills: rolefit quiz --part2")
	x = start("quiz", "--part2")
	x.WaitFor("condition 1 of 9")
	x.Send("\x03")
	require.Equal(t, exitInterrupted, x.Wait())
}

// TestOutdatedPage checks that a web page from before part 2 is reported.
func TestOutdatedPage(t *testing.T) {
	home, dir := t.TempDir(), t.TempDir()
	pack, err := filepath.Abs(pack2)
	require.NoError(t, err)
	status, said := quizInLines(home, part1Of+"q\n", "--pack", pack2, "--seed", "3")
	require.Equal(t, 0, status, said)
	cmd := exec.Command("rolefit", "quiz", "--edit", "--pack", pack)
	cmd.Env, cmd.Dir = append(os.Environ(), "ROLEFIT_HOME="+home), dir
	x := ptytest.Start(t, cmd, 80, 24)
	x.WaitFor("You're changing your result.")
	x.Press("f", "Finish now?")
	x.Press("y", "2 conditions and skills")
	x.Press("h", "Part 2 isn't in it yet.")
	x.Press("2", "condition 1 of 9")
	x.Press("1", "condition 2 of 9")
	x.Press("f", "Finish now?")
	x.Press("y", "Press h to save a new one.")
	x.Press("q", "it doesn't have your latest answers")
	require.Equal(t, 0, x.Wait())
}

// TestASCII checks that a locale without UTF-8 gets no other characters.
func TestASCII(t *testing.T) {
	cmd := exec.Command("rolefit", "quiz")
	cmd.Env = append(os.Environ(), "ROLEFIT_HOME="+t.TempDir(), "LC_ALL=C")
	x := ptytest.Start(t, cmd, 80, 24)
	x.WaitFor("Enter start")
	x.Press("\r", "PICK THE BEST")
	x.Send("\x03")
	require.Equal(t, 130, x.Wait())
	for _, r := range x.Raw() {
		require.Less(t, r, rune(0x80))
	}
}

// TestReadAloud checks that a page in plain lines on a terminal is read one
// section at a time.
func TestReadAloud(t *testing.T) {
	cmd := exec.Command("rolefit", "explain", "sre", "--plain")
	cmd.Env = append(os.Environ(), "ROLEFIT_HOME="+t.TempDir())
	x := ptytest.Start(t, cmd, 80, 40)
	x.WaitFor("a number for another, q to quit:")
	x.Send("2\r")
	x.WaitFor("Section 2 of ")
	require.NotContains(t, x.Screen(), "On this page")
	x.Send("q\r")
	require.Equal(t, 0, x.Wait())
}
