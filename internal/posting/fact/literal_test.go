package fact

import (
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
