package safetext_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/safetext"
)

// plainCases are texts and what is left of them.
var plainCases = []struct{ text, want string }{
	{"", ""},
	{"Sanitize words, naïve or 日本語", "Sanitize words, naïve or 日本語"},
	{"a\tb\nc\rd\u2028e\u2029f", "a b c d e f"},
	{"a\x00b\u0085c\x7fd", "abcd"},
	{"user\u202etxt.exe", "usertxt.exe"}, // would be read backwards
	{"a\u2066b\u2069\ufeffc\u00add", "abcd"},
	{"👩\u200d💻 می\u200cخواهم", "👩\u200d💻 می\u200cخواهم"}, // joiners that belong to the text
	{"a\xffb", "a\ufffdb"},
	{"a\ufffdb", "a\ufffdb"},
	{"\x1b[31mred\x1b[0m", "red"},
	{"\x1b[2 qcursor", "cursor"},      // a space before the final byte
	{"\x1b[@at \x1b[1~end", "at end"}, // the first and the last final byte
	{"\x1b[3\x1b[1mbold", "3bold"},    // broken off by another
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

func TestPlain(t *testing.T) {
	for _, c := range plainCases {
		require.Equal(t, c.want, safetext.Sanitize(c.text), "%q", c.text)
	}
}

func FuzzPlain(f *testing.F) {
	for _, c := range plainCases {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		plain := safetext.Sanitize(text)
		require.False(t, strings.ContainsFunc(plain, safetext.HasControl), "%q", plain)
		require.True(t, utf8.ValidString(plain))
		require.Equal(t, plain, safetext.Sanitize(plain), "what is plain stays")
	})
}
