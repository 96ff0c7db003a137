package document

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestSlowInputIsNotParsed(t *testing.T) {
	for text, want := range map[string]string{
		strings.Repeat("\n", maxLines+1):                  "f:10001: contains more than 10000 lines, which is the limit",
		strings.Repeat("? ", maxIndicators+1) + "a":       "f:1: nests more than 16 deep in a line, which is the limit",
		strings.Repeat("{a: [", maxBrackets):              "f:1: contains more than 2000 opening brackets, which is the limit",
		strings.Repeat("%TAG !a! b\n", 2) + "--- a":       "f:1: has a directive (%), expected a document without one",
		strings.Repeat("[", 20) + strings.Repeat("]", 20): "f:1: is nested more than 16 deep, which is the limit",
		"a: >\n  % no directive, 100%":                    "",
		"a: >\n  " + strings.Repeat("-", 60) + " and on":  "",
	} {
		d := &Document{File: "f"}
		d.YAML([]byte(text))
		require.Equal(t, want, d.Problems.Error())
	}
}

func TestLongTextIsRefused(t *testing.T) {
	var to struct {
		A string `file:"a"`
	}
	d := &Document{File: "f"}
	d.Read(d.YAML([]byte("a: "+strings.Repeat("é", MaxText))), "it", &to)
	require.Empty(t, d.Problems)
	d.Read(d.YAML([]byte("a: "+strings.Repeat("é", MaxText+1))), "it", &to)
	require.EqualError(t, d.Problems, "f:1: a has more than 1000 characters, which is the limit")
}

func TestMaxKeys(t *testing.T) {
	var keys strings.Builder
	for i := range MaxKeys + 1 {
		keys.WriteString(strings.Repeat("k", i+1) + ": 1\n")
	}
	var to struct {
		A string `file:"a"`
	}
	d := &Document{File: "f"}
	d.Read(d.YAML([]byte(keys.String())), "it", &to)
	require.EqualError(t, d.Problems, "f:1: it has more than 500 keys, which is the limit")
}

// A mistake repeated a thousand times isn't reported a thousand times.
func TestMaxProblems(t *testing.T) {
	d := &Document{File: "f"}
	var to struct {
		A string `file:"a"`
	}
	d.Read(d.YAML([]byte("- ["+strings.Repeat("&a x,", 400)+"]")), "it", &to)
	require.Len(t, d.Problems, maxProblems+1)
	require.Contains(t, d.Problems.Error(), "and more: only 100 problems of a file are reported")
}

func TestNumberIsFinite(t *testing.T) {
	var to struct {
		A float64 `file:"a"`
	}
	read := func(text string) Problems {
		d := &Document{}
		d.Read(d.YAML([]byte("a: "+text)), "it", &to)
		return d.Problems
	}
	for text, want := range map[string]float64{"0": 0, "1.5": 1.5, "1e-7": 1e-7, "12": 12} {
		require.Empty(t, read(text), text)
		require.InDelta(t, want, to.A, 1e-12, text)
	}
	for _, text := range []string{".nan", ".inf", "0x10", "1_000", "010", "'1'", "1e999", "+1", "1."} {
		require.NotEmpty(t, read(text), text)
	}
}

// A # after a single space may be part of a sentence, which YAML cuts there.
func TestCommentInSentence(t *testing.T) {
	for text, cut := range map[string]bool{
		"a: Write C # and fix issue 1 of the week":  true,
		"a: Fix issue #12":                          true,
		"a: Fix issue #12 of ours":                  true,
		"a:\n  Follow the\n  issue #12 along":       true,
		"a: Fix issue #12\nname: x":                 true,
		"{a: 'Fix', name: x}":                       false,
		"a: 'Fix issue #12'":                        false,
		"a: >-\n  Fix issue #12":                    false,
		"a: Fix it  # which one is not known yet":   false,
		"a: Fix what people report first # a note":  false,
		"a: Fix it\n# a comment":                    false,
		"name: Fixer # what it is called elsewhere": false,
		"id: fix # never change it":                 false,
	} {
		var to struct {
			A    string `file:"a"`
			Name string `file:"name" is:"name"`
			ID   string `file:"id" is:"slug"`
		}
		d := &Document{File: "f"}
		d.Read(d.YAML([]byte(text)), "it", &to)
		require.Empty(t, d.Problems.Errors(), text)
		require.Equal(t, cut, len(d.Problems) == 1, "%s: %s", text, d.Problems)
	}
}

// Windows programs and spreadsheets write UTF-16, byte order marks, and other
// line endings.
func TestEncodings(t *testing.T) {
	utf16 := func(text string, little bool) string {
		out := "\xfe\xff"
		if little {
			out = "\xff\xfe"
		}
		for _, r := range text {
			if little {
				out += string([]byte{byte(r), byte(r >> 8)})
			} else {
				out += string([]byte{byte(r >> 8), byte(r)})
			}
		}
		return out
	}
	d := &Document{File: "f"}
	d.Parse([]byte("\xff\xfe\xfd"))
	require.EqualError(t, d.Problems, "f:1: is not UTF-8 text")
	const yaml, json = "a: Größe\nb: 1\n", "{\"a\": \"Größe\",\n\"b\": 1}"
	for _, text := range []string{
		yaml, strings.ReplaceAll(yaml, "\n", "\r\n"), strings.ReplaceAll(yaml, "\n", "\r"), strings.TrimSpace(yaml),
		"\ufeff" + yaml, utf16(yaml, true), utf16(yaml, false), json, "\ufeff" + json, utf16(json, true), utf16(json, false),
	} {
		var to struct {
			A string `file:"a"`
			B int    `file:"b"`
		}
		d := &Document{File: "f"}
		d.Read(d.Parse([]byte(text)), "it", &to)
		require.Empty(t, d.Problems, "%q", text)
		require.Equal(t, "Größe", to.A, "%q", text)
		require.Equal(t, 1, to.B, "%q", text)
	}
}
