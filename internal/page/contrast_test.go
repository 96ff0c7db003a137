package page

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// schemes returns the named colors of the style sheet for light mode, dark mode
// and print.
func schemes(t *testing.T) map[string]map[string]string {
	t.Helper()
	roots := regexp.MustCompile(`(?s):root \{(.*?)\}`).FindAllStringSubmatch(styleSheet, -1)
	require.Len(t, roots, 3)
	out := map[string]map[string]string{}
	for i, name := range []string{"light", "dark", "paper"} {
		out[name] = map[string]string{}
		for _, m := range regexp.MustCompile(`--(\w+): (#[0-9a-f]{6});`).FindAllStringSubmatch(roots[i][1], -1) {
			out[name][m[1]] = m[2]
		}
		require.Len(t, out[name], 8, name)
	}
	return out
}

// luminance and contrast are defined as in WCAG 2.1.
func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(hex[1+2*i:3+2*i], 16, 8)
		require.NoError(t, err)
		c := float64(n) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}

func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	x, y := luminance(t, a), luminance(t, b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// Level AA requires 4.5 for text, and 3 for the parts of a picture that carry
// information.
func TestContrast(t *testing.T) {
	for scheme, c := range schemes(t) {
		for _, pair := range []struct {
			of, on string
			least  float64
		}{
			{"text", "page", 4.5}, {"soft", "page", 4.5}, {"text", "panel", 4.5},
			{"accent", "page", 4.5}, {"line", "page", 3}, {"accent", "track", 3}, {"bar", "track", 3},
		} {
			got := contrast(t, c[pair.of], c[pair.on])
			require.GreaterOrEqual(t, got, pair.least, "%s: %s on %s", scheme, pair.of, pair.on)
		}
	}
}

// Every color is one of the named ones, so the pairs above are complete.
func TestColorsHaveNames(t *testing.T) {
	rules := regexp.MustCompile(`(?s):root \{.*?\}`).ReplaceAllString(styleSheet, "")
	require.NotRegexp(t, `#[0-9a-fA-F]{3,8}\b|rgb|hsl`, rules)
	for _, m := range regexp.MustCompile(`var\(--(\w+)\)`).FindAllStringSubmatch(rules, -1) {
		require.Contains(t, schemes(t)["light"], m[1])
	}
	require.False(t, strings.Contains(rules, "url(") || strings.Contains(rules, "@import"), "the page loads nothing")
}
