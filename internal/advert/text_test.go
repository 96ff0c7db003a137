package advert

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func utf16le(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteByte(byte(r))
		b.WriteByte(byte(r >> 8))
	}
	return b.String()
}

// texts are files and what is read of them; they seed the fuzzers too.
var texts = []struct{ name, file, want string }{
	{"empty", "", ""},
	{"UTF-8", "Café\r\nzweite – Zeile", "Café\nzweite – Zeile"},
	{"UTF-8 with a mark", "\xef\xbb\xbfTitle", "Title"},
	{"UTF-16 with a mark", "\xff\xfe" + utf16le("on call – é"), "on call – é"},
	{"UTF-16 without", utf16le("on call at night, é"), "on call at night, é"},
	{"UTF-32", "\xff\xfe\x00\x00o\x00\x00\x00n\x00\x00\x00", "on"},
	{"UTF-32, the other way", "\x00\x00\xfe\xff\x00\x00\x00o\x00\x00\x00n", "on"},
	{"Windows-1252", "caf\xe9 \x96 \x93on call\x94", "café – “on call”"},
	{"old line ends", "a\rb\fc\u2028d", "a\nb\nc\nd"},
	{"lists", "* a\n• b\n1. c\n12) d\n - [x] e\n–\tf\n-no item", "- a\n- b\n- c\n- d\n- e\n- f\n-no item"},
	{"Markdown", "# Job\n## **You will**\n**Duties**\nSee [our *team*](https://x.y/z) and `kubectl`, __now__\n-----\n| a | b |\n|---|---|",
		"# Job\n# You will\n# Duties\nSee our *team* and kubectl, now\n\n| a | b |\n"},
	{"HTML", "<!DOCTYPE html><html><head><title>x</title></head><body><nav>Home</nav><h2>You&nbsp;will</h2>" +
		"<ul><li>be on <b>call</b> &amp;\n happy<li>x</ul><script>if (a<b) {}</script><p>One<br>two</p></body></html>",
		"# You will\n- be on call & happy\n- x\nOne\ntwo"},
	{"nested left out", "<div>a<form>b<form>c</form>d</form>e</div>", "ae"},
	{"HTML that never ends", "<p>duties<script>on call", "duties"},
	{"less than", "if a<b then c", "if a<b then c"},
}

func TestText(t *testing.T) {
	for _, c := range texts {
		t.Run(c.name, func(t *testing.T) {
			text, err := Text([]byte(c.file))
			require.NoError(t, err)
			var lines []string // empty lines say nothing here
			for _, line := range strings.Split(text, "\n") {
				if line != "" || !strings.Contains(c.file, "<") {
					lines = append(lines, line)
				}
			}
			require.Equal(t, c.want, strings.Join(lines, "\n"))
		})
	}
}

func TestTextRefusesWhatIsNone(t *testing.T) {
	for _, c := range []struct{ name, file, want string }{
		{"PDF", "%PDF-1.7\n...", "a PDF file, expected text"},
		{"Word", "PK\x03\x04....", "Office document, expected text"},
		{"RTF", `{\rtf1 on call}`, "an RTF file"},
		{"NUL", "ab\x00cd", "binary data, expected text"},
		{"noise", "\x01\x02\x03\x04\x05\x06 abc", "binary data, expected text"},
		{"too large", strings.Repeat("on call\n", maxFile/8+1), "more than 10 MB"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Text([]byte(c.file))
			require.ErrorContains(t, err, c.want)
		})
	}
}
