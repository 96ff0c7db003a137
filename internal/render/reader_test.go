package render

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// A picture in a report is described, or not read out at all: one that stands
// in a table beside its number would be heard as a second number.
func TestPicturesAreDescribedOrNotRead(t *testing.T) {
	picture := regexp.MustCompile(`<svg[^>]*>`)
	heard := regexp.MustCompile(`role="img" aria-labelledby="[a-z]+-title [a-z]+-desc"|aria-hidden="true"`)
	cell := regexp.MustCompile(`<t[hd][ >].*</t[hd]>`)
	for _, p := range pages(t) {
		html, err := p.draw(HTML, Style{})
		require.NoError(t, err)
		for _, tag := range picture.FindAllString(string(html), -1) {
			require.Regexp(t, heard, tag, p.name)
		}
		for _, c := range cell.FindAllString(string(html), -1) {
			require.NotContains(t, c, `role="img"`, p.name)
		}
	}
}

// What is heard has no pictures and no columns: the characters of a picture
// are noise, and cells are told apart by where they stand.
func TestSpokenTextIsWords(t *testing.T) {
	seen := regexp.MustCompile(`[█▌▐▒░│┼─◄►▼▲]|··|\S {2,}\S| · `)
	for _, p := range pages(t) {
		got, err := p.draw(Text, Style{Spoken: true})
		require.NoError(t, err)
		for _, line := range strings.Split(string(got), "\n") {
			require.NotRegexp(t, seen, line, p.name)
		}
		switch name := filepath.Base(p.name); name {
		case "leaning.result", "ops.team", "sre-platform.comparison":
			golden(t, filepath.Join("testdata", "spoken", name+".txt"), got)
		}
	}
}
