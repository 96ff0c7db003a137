package share_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/fit/fittest"
	"github.com/rolefit/rolefit/internal/share"
)

func draw(t *testing.T, r *fit.Result) image.Image {
	t.Helper()
	data, err := share.PNG(r)
	require.NoError(t, err)
	require.Less(t, len(data), 300_000)
	img, err := png.Decode(bytes.NewReader(data))
	require.NoError(t, err)
	require.Equal(t, image.Rect(0, 0, 1200, 630), img.Bounds())
	return img
}

func result() *fit.Result {
	return fittest.Respondent(fittest.Synthetic(3, 8), fittest.Always("r00", "r01"), nil)
}

// inked counts the pixels that are not the paper's, in a rectangle.
func inked(img image.Image, r image.Rectangle) int {
	n := 0
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if img.At(x, y) != (color.RGBA{0xfb, 0xfb, 0xf8, 0xff}) {
				n++
			}
		}
	}
	return n
}

var heading = image.Rect(72, 90, 1128, 215)

func TestEveryVerdictHasAnImage(t *testing.T) {
	for _, v := range append([]fit.Verdict{"none"}, fit.Verdicts[:]...) {
		r := result()
		r.Verdict, r.Named = v, map[fit.Verdict][]string{fit.Clear: {"r00"}, fit.Leaning: {"r00"}, fit.TossUp: {"r00", "r02"}}[v]
		require.Positive(t, inked(draw(t, r), heading), v)
	}
	r := result()
	r.Verdict, r.Reason, r.Lead, r.Named = fit.Undecided, fit.NotCompared, nil, nil
	draw(t, r)
}

// The image is of the verdict and the fits alone: nothing else changes it.
func TestNothingPrivate(t *testing.T) {
	r := result()
	want, err := share.PNG(r)
	require.NoError(t, err)
	r.ID, r.Taken, r.Start = "20260102-030405-0001", "2026-01-02T15:04:05Z", "backend"
	r.Answers, r.Evidence, r.Skills, r.Gaps, r.Flags, r.Conflicts = nil, nil, nil, nil, nil, nil
	for i := range r.Roles {
		r.Roles[i].Needs, r.Roles[i].Best, r.Roles[i].Worst, r.Roles[i].Card = nil, 0, 0, fit.Pass
	}
	got, err := share.PNG(r)
	require.NoError(t, err)
	require.True(t, bytes.Equal(want, got))
	*r.Roles[0].Fit -= 20
	other, err := share.PNG(r)
	require.NoError(t, err)
	require.False(t, bytes.Equal(want, other))
}

// Long texts stay inside the margins; what the fonts lack is left out, and the
// role goes by its id.
func TestForeignText(t *testing.T) {
	r := result()
	r.Verdict, r.Named = fit.Clear, []string{r.Roles[0].ID}
	for _, title := range []string{strings.Repeat("Very Long Title ", 400), strings.Repeat("w", 10_000), "漢字", "\x1b[31m\u202e", ""} {
		for i := range r.Roles {
			r.Roles[i].Title, r.Roles[i].Tagline = title, title
		}
		r.Pack.Title = title
		img := draw(t, r)
		require.Positive(t, inked(img, heading), title)
		require.Zero(t, inked(img, image.Rect(1130, 0, 1200, 630)), title)
	}
}

// A title that the fonts have no letters for is drawn as the role's id.
func TestMissingLetters(t *testing.T) {
	r := result()
	r.Verdict, r.Named = fit.Clear, []string{r.Roles[0].ID}
	r.Roles[0].Title = "漢字"
	got := draw(t, r)
	r.Roles[0].Title = r.Roles[0].ID
	require.Equal(t, draw(t, r), got)
}
