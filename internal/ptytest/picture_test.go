package ptytest

import (
	"crypto/sha256"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "make the pictures of the README anew (make pictures); that of the report takes Chromium")

// Where the pictures are, and whose answers the result is of.
const (
	root     = "../.."
	pictures = root + "/testdata/pictures"
	answers  = "testdata/answers/example.yaml"
)

// build is the program itself.
func build(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "rolefit")
	out, err := exec.Command("go", "build", "-buildvcs=false", "-o", program, root+"/cmd/rolefit").CombinedOutput()
	require.NoError(t, err, string(out))
	return program
}

// start runs the program in a terminal, at home in a folder of the test.
func start(t *testing.T, program string, rows int, args ...string) *Terminal {
	t.Helper()
	cmd := exec.Command(program, args...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "ROLEFIT_HOME="+t.TempDir(), "ROLEFIT_PACK=")
	return Start(t, cmd, 80, rows)
}

// The pictures in the README are what the program draws today.
func TestPicturesOfTheTerminal(t *testing.T) {
	program := build(t)
	kept(t, "quiz.svg", quizPicture(t, program))
	kept(t, "result.svg", resultPicture(t, program))
}

// quizPicture is a question whose best is marked, with the cursor on what is
// about to be the worst. It comes before the third answer, after which a screen
// tells the time left.
func quizPicture(t *testing.T, program string) string {
	x := start(t, program, 24, "quiz", "--seed", "1")
	x.WaitFor("Enter starts")
	x.Send("\r")
	x.WaitFor("Question 1 of 12")
	x.Send("13")
	x.WaitFor("Question 2 of 12")
	x.Send("42")
	x.WaitFor("Question 3 of 12")
	x.Send("2")
	x.WaitFor("2 best:")
	x.Send("\x1b[B\x1b[B")
	x.WaitFor("> 4")
	return x.SVG("rolefit quiz", 24)
}

// resultPicture is a result down to what supports it.
func resultPicture(t *testing.T, program string) string {
	x := start(t, program, 200, "quiz", "--answers", answers)
	require.Equal(t, 0, x.Wait())
	upper, _, found := strings.Cut(x.Screen(), "\n\nTHE ANSWERS BEHIND IT")
	require.True(t, found, x.Screen())
	return x.SVG("rolefit quiz --answers "+answers, strings.Count(upper, "\n")+1)
}

// kept requires that the picture is the one on disk.
func kept(t *testing.T, name, svg string) {
	t.Helper()
	wellFormed(t, svg)
	file := filepath.Join(pictures, name)
	if *update {
		require.NoError(t, os.MkdirAll(pictures, 0o755))
		require.NoError(t, os.WriteFile(file, []byte(svg), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, string(want), svg, "%s is out of date: run make pictures, and look at it", name)
	require.Less(t, len(svg), 30_000, name)
}

func wellFormed(t *testing.T, svg string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(svg))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			require.NoError(t, err)
		}
	}
}

// The picture of the report was made of the page as it is today: beside it
// stand the sums of the page that it shows and of itself. So no browser is
// needed to tell, and where one is, the picture's fonts do not matter.
func TestPictureOfTheReport(t *testing.T) {
	page := filepath.Join(t.TempDir(), "report.html")
	cmd := exec.Command(build(t), "quiz", "--answers", answers, "--format", "html", "-o", page)
	cmd.Dir = root
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, string(out))
	picture, sums := filepath.Join(pictures, "report.webp"), filepath.Join(pictures, "report.sha256")
	sum := func() string { return sumOf(t, page) + sumOf(t, picture) }
	if *update {
		if known, err := os.ReadFile(sums); err != nil || string(known) != sum() {
			photograph(t, page, picture)
			require.NoError(t, os.WriteFile(sums, []byte(sum()), 0o644))
		}
	}
	want, err := os.ReadFile(sums)
	require.NoError(t, err)
	require.Equal(t, string(want), sum(), "report.webp is out of date: run make pictures, and look at it")
	info, err := os.Stat(picture)
	require.NoError(t, err)
	require.Less(t, info.Size(), int64(100_000))
}

// sumOf is the file's line as sha256sum prints it; no file has no sum.
func sumOf(t *testing.T, file string) string {
	data, err := os.ReadFile(file)
	if err != nil {
		require.ErrorIs(t, err, os.ErrNotExist)
		return ""
	}
	return fmt.Sprintf("%x  %s\n", sha256.Sum256(data), filepath.Base(file))
}

// photograph opens the page in Chromium and keeps its upper part.
func photograph(t *testing.T, page, picture string) {
	t.Helper()
	picture, err := filepath.Abs(picture)
	require.NoError(t, err)
	browser, err := exec.LookPath("chromium")
	require.NoError(t, err, "a picture of the report takes Chromium")
	out, err := exec.Command(browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
		"--user-data-dir="+t.TempDir(), "--window-size=880,915", "--screenshot="+picture, "file://"+page).CombinedOutput()
	require.NoError(t, err, string(out))
}

// Every picture is in the README, with words for those who do not see it.
func TestPicturesAreShown(t *testing.T) {
	readme, err := os.ReadFile(root + "/README.md")
	require.NoError(t, err)
	for _, name := range []string{"quiz.svg", "result.svg", "report.webp"} {
		require.Regexp(t, `!\[[^\]]{40,}\]\(testdata/pictures/`+regexp.QuoteMeta(name)+`\)`, string(readme))
	}
}
