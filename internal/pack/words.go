package pack

import (
	"slices"
	"strings"
	"unicode"
)

// Scripts without spaces between words. In East Asian scripts, two characters
// count as a word. In Southeast Asian scripts, five do. These are about the
// average lengths of their words.
var (
	twoACharacter  = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana}
	fiveACharacter = []*unicode.RangeTable{unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar}
)

func unspaced(r rune) bool {
	return r > unicode.MaxLatin1 && (unicode.In(r, twoACharacter...) || unicode.In(r, fiveACharacter...))
}

func lettered(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// joins reports whether a character is an invisible joiner, which is part of a
// word in Persian and the Indic scripts.
func joins(r rune) bool { return r == '\u200c' || r == '\u200d' }

// countWords returns the number of words in s. A word consists of letters,
// digits, marks, apostrophes and hyphens, and begins with a letter or digit.
func countWords(s string) int {
	words, two, five, inside := 0, 0, 0, false
	for _, r := range s {
		switch {
		case joins(r):
		case unspaced(r):
			inside = false
			if unicode.In(r, twoACharacter...) {
				two++
			} else {
				five++
			}
		case lettered(r):
			if !inside {
				words++
			}
			inside = true
		case r != '-' && r != '\'' && r != '’' && r != '‐' && r != '‑':
			inside = false
		}
	}
	return words + (two+1)/2 + (five+4)/5
}

// tokens splits s into normalized words: case-folded, split at hyphens, and
// without a possessive s. The characters + and # count as letters, for C++ and
// C#. In scripts without spaces, each character is a token, so that phrases are
// found anywhere.
func tokens(s string) []string {
	var out []string
	var word strings.Builder
	end := func() {
		if word.Len() > 0 {
			out = append(out, strings.TrimSuffix(strings.TrimRight(word.String(), "'"), "'S"))
			word.Reset()
		}
	}
	for _, r := range s {
		switch {
		case joins(r):
		case unspaced(r):
			end()
			out = append(out, string(r))
		case lettered(r) || r == '+' || r == '#':
			word.WriteRune(fold(r))
		case (r == '\'' || r == '’') && word.Len() > 0:
			word.WriteByte('\'')
		default:
			end()
		}
	}
	end()
	return out
}

// fold returns the same rune for the upper-case and lower-case forms of a
// letter.
func fold(r rune) rune {
	least := r
	for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
		least = min(least, f)
	}
	return least
}

// A phraseSet finds phrases in text, as whole words.
type phraseSet map[string][]phrase // keyed by first token

type phrase struct {
	text   string // original spelling
	tokens []string
}

func (b phraseSet) add(text string) {
	if t := tokens(text); len(t) > 0 {
		b[t[0]] = append(b[t[0]], phrase{text, t})
	}
}

// find returns the original spelling of the first phrase in text, or "" if
// there is none.
func (b phraseSet) find(text string) string {
	words := tokens(text)
	for i, w := range words {
		// The letters before an apostrophe may be an article, as in
		// l'architecte.
		for _, first := range []string{w, w[strings.LastIndexByte(w, '\'')+1:]} {
			for _, p := range b[first] {
				if len(p.tokens) <= len(words)-i && slices.Equal(p.tokens[1:], words[i+1:i+len(p.tokens)]) {
					return p.text
				}
			}
		}
	}
	return ""
}
