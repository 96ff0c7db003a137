// Package safetext makes foreign text safe to show in a terminal.
package safetext

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sanitize removes everything from s that could control a terminal or change the
// order of what is read: control characters, escape sequences, bidirectional and
// other invisible format characters. Tabs and line breaks become spaces, and each
// byte that is not UTF-8 becomes U+FFFD. Every text from a pack, a posting, an
// answer or a saved result must go through it before it is shown.
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
			b.WriteRune(r)
		}
		s = s[size:]
	}
	return b.String()
}

// HasControl reports whether a character controls a terminal or the order of the
// text instead of being shown. It doesn't count the zero-width joiners, which
// some scripts and emoji need.
func HasControl(r rune) bool {
	if r == '\u200c' || r == '\u200d' {
		return false
	}
	return unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) || r == '\u2028' || r == '\u2029'
}

// clean reports whether Sanitize wouldn't change s.
func clean(s string) bool {
	for _, r := range s {
		if r == utf8.RuneError || HasControl(r) {
			return false
		}
	}
	return true
}

// escapeLength returns the length of the escape sequence at the start of s: CSI
// up to its final byte, OSC and similar ones up to their terminator, others two
// bytes. Of one that doesn't end it is the length of the introducer.
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
