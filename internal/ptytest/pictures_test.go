package ptytest

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/browsertest"
)

var update = flag.Bool("update", false, "draw the pictures of the README again (make pictures)")

// The README's pictures, and the person whose result they show.
const (
	root     = "../.."
	pictures = root + "/testdata/pictures"
	answers  = "testdata/answers/example.yaml"
)

// freeze renders terminal output as a picture. It runs only with -update.
const freeze = "github.com/charmbracelet/freeze@v0.2.2"

// The pictures show the program's current output. Each has a file with
// checksums of its source text and of the picture, so that the test needs no
// drawing tool and doesn't depend on installed fonts.
func TestPictures(t *testing.T) {
	program := filepath.Join(t.TempDir(), "rolefit")
	out, err := exec.Command("go", "build", "-buildvcs=false", "-o", program, root+"/cmd/rolefit").CombinedOutput()
	require.NoError(t, err, string(out))
	for name, source := range map[string]string{
		"quiz.svg": quizScreen(t, program), "result.svg": resultScreen(t, program), "report.webp": report(t, program),
	} {
		t.Run(name, func(t *testing.T) { upToDate(t, name, source) })
	}
}

func upToDate(t *testing.T, name, source string) {
	file, sums := filepath.Join(pictures, name), filepath.Join(pictures, name+".sums")
	if *update && read(t, sums) != sum(source)+sum(read(t, file)) {
		draw(t, name, source)
		require.NoError(t, os.WriteFile(sums, []byte(sum(source)+sum(read(t, file))), 0o644))
	}
	require.Equal(t, read(t, sums), sum(source)+sum(read(t, file)), "%s is out of date: run make pictures, and look at it", name)
	require.Less(t, len(read(t, file)), 100_000)
	require.Regexp(t, `!\[[^\]]{40,}\]\(testdata/pictures/`+regexp.QuoteMeta(name)+`\)`, read(t, root+"/README.md"), "shown, with words for those who do not see it")
}

func sum(text string) string { return fmt.Sprintf("%x\n", sha256.Sum256([]byte(text))) }

// read returns the content of a file, or "" if it doesn't exist.
func read(t *testing.T, name string) string {
	data, err := os.ReadFile(name)
	if err != nil {
		require.ErrorIs(t, err, os.ErrNotExist)
	}
	return string(data)
}

func draw(t *testing.T, name, source string) {
	file, err := filepath.Abs(filepath.Join(pictures, name))
	require.NoError(t, err)
	if filepath.Ext(name) == ".webp" {
		page := browsertest.Start(t).Open(t, []byte(source))
		page.Show(browsertest.Screen{Width: 880, Height: 915})
		require.NoError(t, os.WriteFile(file, page.Screenshot("webp"), 0o644))
		return
	}
	screen := filepath.Join(t.TempDir(), "screen.ansi")
	require.NoError(t, os.WriteFile(screen, []byte(source), 0o600))
	out, err := exec.Command("go", "run", freeze, screen, "--language", "ansi", "--font.family", "ui-monospace, monospace",
		"--padding", "16", "--border.radius", "8", "-o", file).CombinedOutput()
	require.NoError(t, err, string(out))
}

// command returns a command that runs the program with its home in a folder of
// the test.
func command(t *testing.T, program string, args ...string) *exec.Cmd {
	cmd := exec.Command(program, args...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "ROLEFIT_HOME="+t.TempDir(), "ROLEFIT_PACK=")
	return cmd
}

// quizScreen returns a question with its best option marked and the cursor on
// the option that will be the worst. It comes before the third answer, because
// later screens show the time left.
func quizScreen(t *testing.T, program string) string {
	x := Start(t, command(t, program, "quiz", "--seed", "1"), 80, 24)
	x.WaitFor("Enter start")
	x.Send("\r")
	x.WaitFor("question 1,")
	x.Send("13")
	x.WaitFor("question 2,")
	x.Send("21")
	x.WaitFor("question 3,")
	x.Send("2")
	x.WaitFor("NOW THE WORST")
	x.Send("\x1b[B\x1b[B")
	x.WaitFor("❯ ▼ 4 Make it fast and safe to ship even the smallest change worst?") // the whole line, which is drawn last
	return x.ANSI(24)
}

// resultScreen returns the last screen of a quiz with the answers of the
// example. They are saved as a result first, because answers that are typed by a
// program are too fast for anyone.
func resultScreen(t *testing.T, program string) string {
	saved := command(t, program, "result", answers, "--save")
	require.NoError(t, saved.Run())
	again := command(t, program, "quiz", "--edit")
	again.Env = saved.Env
	x := Start(t, again, 80, 24)
	x.WaitFor("question ")
	x.Send("q")
	x.WaitFor("3 Finish now")
	x.Send("3")
	x.WaitFor("Finish now?")
	x.Send("y")
	x.WaitFor("i image · b back ? help · q quit") // which is drawn last
	return x.ANSI(24)
}

func report(t *testing.T, program string) string {
	out, err := command(t, program, "result", answers, "--format", "html").Output()
	require.NoError(t, err)
	return string(out)
}
