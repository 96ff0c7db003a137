package safetext

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sanitize is s with everything taken out that could steer a terminal or reorder
// what is read: control characters, escape sequences, bidirectional and other
// invisible format characters, and bytes that are not UTF-8. Tabs and line
// breaks become spaces. Every text that comes from a pack, an advert, an
// answer or a saved result goes through it on its way to a reader.
func Sanitize(s string) string {
	if clean(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case r == '\x1b':
			size = escapeLength(s)
		case r == '\t' || r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029':
			b.WriteByte(' ')
		case !HasControl(r):
			b.WriteRune(r) // of a byte that is not UTF-8 utf8.RuneError
		}
		s = s[size:]
	}
	return b.String()
}

// HasControl says whether a character acts on a terminal or on the order of the
// text instead of being read. The joiners that some scripts and emoji need do
// not.
func HasControl(r rune) bool {
	if r == '\u200c' || r == '\u200d' {
		return false
	}
	return unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) || r == '\u2028' || r == '\u2029'
}

func clean(s string) bool {
	for _, r := range s {
		if r == utf8.RuneError || HasControl(r) {
			return false
		}
	}
	return true
}

// escapeLength is the length of the escape sequence at the beginning of s:
// CSI up to its final byte, OSC and its kin up to their terminator, else two
// bytes. One that does not end takes only its introducer along.
func escapeLength(s string) int {
	if len(s) < 2 {
		return len(s)
	}
	switch s[1] {
	case '[':
		for i := 2; i < len(s); i++ {
			if s[i] >= 0x40 && s[i] <= 0x7e {
				return i + 1
			}
			if s[i] < 0x20 || s[i] > 0x7e {
				break
			}
		}
		return 2
	case ']', 'P', '_', '^', 'X':
		for i := 2; i < len(s); i++ {
			if s[i] == '\a' {
				return i + 1
			}
			if s[i] == '\x1b' && i+1 < len(s) && s[i+1] == '\\' {
				return i + 2
			}
		}
		return 2
	}
	if s[1] >= 0x20 && s[1] <= 0x7e {
		return 2
	}
	return 1
}
