package render

import (
	"regexp"
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
