package fact

import (
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestLiteralsOf(t *testing.T) {
	for expression, want := range map[string][]string{
		`on-?call`:                   {"call"},
		`\bremote\b|work from home`:  {"remote", "work from home"},
		`(hybrid|on-?site) role`:     {" role"},
		`[€$£] ?\d+`:                 {"$", "£", "€"},
		`\d{2,3}k`:                   {"k"},
		`(abc)+x?`:                   {"abc"},
		`a*b*`:                       nil,
		`visa|`:                      nil,
		`(?i)visa`:                   nil,
		`[a-z]+`:                     nil,
		`.*`:                         nil,
		`^(job )?locations?\W*[:–-]`: {"location"},
	} {
		require.Equal(t, want, literalsOf(expression), expression)
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
