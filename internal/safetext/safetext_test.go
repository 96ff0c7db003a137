package safetext_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/safetext"
)

// cases maps texts to the expected results of Sanitize.
var cases = []struct{ text, want string }{
	{"", ""},
	{"Plain words, naïve or 日本語", "Plain words, naïve or 日本語"},
	{"a\tb\nc\rd\u2028e\u2029f", "a b c d e f"},
	{"a\x00b\u0085c\x7fd", "abcd"},
	{"user\u202etxt.exe", "usertxt.exe"}, // would reverse the text
	{"a\u2066b\u2069\ufeffc\u00add", "abcd"},
	{"👩\u200d💻 می\u200cخواهم", "👩\u200d💻 می\u200cخواهم"}, // joiners that belong to the text
	{"a\xffb", "a\ufffdb"},
	{"a\ufffdb", "a\ufffdb"},
	{"\x1b[31mred\x1b[0m", "red"},
	{"\x1b[2 qcursor", "cursor"},      // a space before the final byte
	{"\x1b[@at \x1b[1~end", "at end"}, // the first and the last final byte
	{"\x1b[3\x1b[1mbold", "3bold"},    // interrupted by another sequence
	{"\x1b[3é", "3é"},
	{"\x1b[3", "3"},
	{"\x1b[", ""},
	{"\x1b]0;title\aafter", "after"},
	{"\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link"},
	{"\x1b]\a\x1b]\x1b\\empty", "empty"},
	{"\x1bPdevice\x1b\\\x1b_app\x1b\\\x1b^private\x1b\\\x1bXstart\x1b\\end", "end"},
	{"\x1b]0;never ends", "0;never ends"},
	{"\x1b]0;never ends\x1b", "0;never ends"},
	{"\x1bcreset \x1b~\x1b  two", "reset  two"}, // two bytes, from a space to a tilde
	{"\x1bé", "é"},
	{"\x1b\xff", "\ufffd"},
	{"\x1b", ""},
}

func TestSanitize(t *testing.T) {
	for _, c := range cases {
		require.Equal(t, c.want, safetext.Sanitize(c.text), "%q", c.text)
	}
}

func FuzzSanitize(f *testing.F) {
	for _, c := range cases {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		clean := safetext.Sanitize(text)
		require.False(t, strings.ContainsFunc(clean, safetext.HasControl), "%q", clean)
		require.True(t, utf8.ValidString(clean))
		require.Equal(t, clean, safetext.Sanitize(clean), "sanitizing twice changes nothing")
	})
}
