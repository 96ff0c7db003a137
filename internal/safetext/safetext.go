// Package safetext makes untrusted text safe to show. All text from a pack, a
// posting, an answer or a saved result passes through Sanitize before it
// reaches a terminal or a page. This package removes what no format should
// contain. Each format escapes its own markup.
package safetext

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sanitize removes from s everything that could control a terminal or reorder
// text: control characters, escape sequences, and bidirectional and other
// invisible format characters. Invalid UTF-8 bytes become U+FFFD, and tabs and
// line breaks become spaces.
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
			b.WriteRune(r) // ranging over s yields utf8.RuneError for an invalid byte
		}
		s = s[size:]
	}
	return b.String()
}

// HasControl reports whether r controls a terminal or the order of text. It
// returns false for the joiners that some scripts and emoji need.
func HasControl(r rune) bool {
	if r == '\u200c' || r == '\u200d' {
		return false
	}
	return unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) || r == '\u2028' || r == '\u2029'
}

// clean reports whether s is free of characters that Sanitize would change.
func clean(s string) bool {
	for _, r := range s {
		if r >= ' ' && r <= '~' {
			continue // fast path for most text
		}
		if r == utf8.RuneError || HasControl(r) {
			return false
		}
	}
	return true
}

// escapeLength returns the length of the escape sequence at the beginning of s.
// A CSI sequence extends to its final byte. OSC, DCS, APC, PM and SOS sequences
// extend to their terminator. Any other sequence is two bytes long. If a
// sequence is unterminated, only its introducer counts.
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
