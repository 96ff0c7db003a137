package pack

import (
	"slices"
	"strings"
	"unicode"
)

// Scripts that are written without spaces. A word counts as two
// characters in the East Asian ones, as five in the South East Asian ones,
// which is about what their words take.
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

// joins reports whether a character has no width and is part of a word, as
// Persian and the Indic scripts need.
func joins(r rune) bool { return r == '\u200c' || r == '\u200d' }

// countWords counts the words of a text: runs of letters, digits, marks,
// apostrophes and hyphens that begin with a letter or digit.
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

// tokens are a text's words in a form in which equal words are equal: case
// folded, split at hyphens too, without a possessive s. + and # count as
// letters for the sake of C++ and C#. Of a script without spaces each
// character is a token, so that a phrase is found anywhere in it.
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

// fold maps all cases of a letter to one.
func fold(r rune) rune {
	least := r
	for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
		least = min(least, f)
	}
	return least
}

// A phraseSet finds phrases in texts, as whole words.
type phraseSet map[string][]phrase // by first token

type phrase struct {
	text   string // as it was written
	tokens []string
}

func (b phraseSet) add(text string) {
	if t := tokens(text); len(t) > 0 {
		b[t[0]] = append(b[t[0]], phrase{text, t})
	}
}

// find is the first phrase in the text, as it was written; "" when none is.
func (b phraseSet) find(text string) string {
	words := tokens(text)
	for i, w := range words {
		// The letters before an apostrophe may be an article: l'architecte.
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
