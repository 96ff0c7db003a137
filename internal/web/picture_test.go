package web_test

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/browsertest"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/fit/fittest"
	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/web"
)

var update = flag.Bool("update", false, "draw the picture of the README again (make pictures)")

const picture = "../../testdata/pictures/web.webp"

// The README's picture shows the page as it is now. Beside it are checksums of
// what it shows and of the picture, so that the test doesn't depend on installed
// fonts.
func TestPictures(t *testing.T) {
	q := fittest.MustQuiz(pack.Builtin())
	v := open(t, browsertest.Start(t), q, web.Options{})
	v.Show(browsertest.Screen{Width: 380, Height: 610})
	a := &fit.Answers{Pack: q.Pack.ID, ID: "web-test", Seed: 1, Seeded: true}
	for range 4 {
		step := q.Next(a)
		require.NoError(t, q.Record(a, fit.Event{ID: step.ID, Best: step.Options[0].Key, Worst: step.Options[2].Key}))
	}
	v.resume(a)
	v.await()
	v.Press("2")
	var shown, style string
	v.Eval(`document.getElementById("step").outerHTML`, &shown)
	v.Eval(`document.querySelector("style").textContent`, &style)
	source := sum(shown + style)
	if *update && read(t, picture+".sums") != source+sum(read(t, picture)) {
		data := v.Screenshot("webp")
		require.NoError(t, os.WriteFile(picture, data, 0o644))
		require.NoError(t, os.WriteFile(picture+".sums", []byte(source+sum(string(data))), 0o644))
	}
	require.Equal(t, read(t, picture+".sums"), source+sum(read(t, picture)), "it is out of date: run make pictures, and look at it")
	require.Regexp(t, `!\[[^\]]{40,}\]\(testdata/pictures/web.webp\)`, read(t, "../../README.md"), "shown, with words for those who do not see it")
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
