package fact

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A token is a word in a line. It has a byte range, and a flag for whether only
// a joint (a space, a hyphen or a slash) separates it from the previous word.
type token struct {
	start, end int
	joined     bool
	stem       int32 // id of its stem in a Matcher, or 0
}

// joints lists the characters allowed between the words of a term, such as
// 'on-call', 'CI/CD' and 'CI & CD'. The backslash comes from escaped Markdown.
const joints = " \t\u00a0\u202f-\u2010\u2011\u2013/&_.'’\\*`"

// maxJoint is the maximum number of bytes between two words of a term.
const maxJoint = 5

// tokenize appends the words in text to tokens. A word consists of letters and
// digits. It can also contain the '+' or '#' of a language name ('C++', 'C#')
// and inner apostrophes ('don't').
func tokenize(text string, tokens []token) []token {
	last := 0
	for i := 0; i < len(text); {
		n := wordLen(text[i:])
		if n == 0 {
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
			continue
		}
		tokens = append(tokens, token{start: i, end: i + n, joined: len(tokens) > 0 && isJoint(text[last:i])})
		i += n
		last = i
	}
	return tokens
}

// isJoint reports whether the words on both sides of this text may belong to
// the same term. A period followed by a space separates sentences, so it isn't
// a joint.
func isJoint(between string) bool {
	if len(between) == 1 {
		return between[0] != ',' && strings.IndexByte(joints, between[0]) >= 0
	}
	if len(between) > maxJoint || strings.Contains(between, ". ") {
		return false
	}
	for _, r := range between {
		if !strings.ContainsRune(joints, r) {
			return false
		}
	}
	return true
}

// wordLen returns the length in bytes of the word that text begins with, or 0.
func wordLen(text string) int {
	i := 0
	for i < len(text) {
		c := text[i]
		switch {
		case isAlnum(c):
			i++
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(text[i:])
			apostrophe := r == '’' && i > 0 && i+size < len(text) && isAlnum(text[i+size])
			if !unicode.IsLetter(r) && !apostrophe {
				return i
			}
			i += size
		case (c == '+' || c == '#') && i > 0 && isLetter(text[0]) && i <= 2:
			i++
		case c == '\'' && i > 0 && i+1 < len(text) && isLetter(text[i+1]):
			i++
		default:
			return i
		}
	}
	return i
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isAlnum(c byte) bool  { return isLetter(c) || c >= '0' && c <= '9' }
