package fact

import (
	"regexp"
	"regexp/syntax"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestFilterOf(t *testing.T) {
	digits := []string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}
	for expression, want := range map[string]filter{
		`on-?call`:                   {{"call"}, {"on"}},
		`\bremote\b|work from home`:  {{"remote", "work from home"}},
		`(hybrid|on-?site) role`:     {{" role"}, {"hybrid", "site"}},
		`[€$£] ?\d+`:                 {{"$", "£", "€"}, digits},
		`\d{2,3}k`:                   {{"k"}, digits},
		`(abc)+x?`:                   {{"abc"}},
		`a(bcd)?e(f)gh?`:             {{"a"}, {"e"}, {"f"}},
		`a*b*`:                       nil,
		`visa|`:                      nil,
		`(?i)visa`:                   nil,
		`[a-z]+`:                     nil,
		`.*`:                         nil,
		`^(job )?locations?\W*[:–-]`: {{"location"}, {"-", ":", "–"}},
	} {
		re, err := syntax.Parse(expression, syntax.Perl)
		require.NoError(t, err)
		require.Equal(t, want, filterOf(re), expression)
	}
}

// TestSplitPattern checks that a pattern finds the same once it is split.
func TestSplitPattern(t *testing.T) {
	p := either(`remote(ly)?`, `(fully|100 ?%) \w+`, `\bly\b|no remote`)
	whole := regexp.MustCompile(p.expression())
	for range 2 * worthSplitting {
		for _, text := range []string{"fully remote", "no remote work", "remotely", "we are 100 % here", "ly", "nothing"} {
			require.Equal(t, whole.FindStringIndex(text), p.FindStringIndex(text), text)
			require.Equal(t, whole.MatchString(text), p.MatchString(text), text)
		}
	}
	require.Len(t, p.parts, 4)
}
