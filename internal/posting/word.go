package posting

import (
	"strings"
	"sync"
)

// maxWord is the maximum length in bytes of words that are considered. Longer
// strings aren't words in any language.
const maxWord = 40

// A token is a word in a text and its byte range.
type token struct {
	stem       int32 // number in a vocabulary, or unknown
	start, end int
}

// unknown is the stem of a word that isn't in the vocabulary.
const unknown int32 = -1

// A vocabulary assigns numbers to word stems. A growing vocabulary assigns the
// next number to each new stem. A fixed one is safe for concurrent use.
type vocabulary struct {
	number map[string]int32
	stems  []string
	light  []bool // for each stem, whether it has little meaning by itself
	grows  bool
}

func newVocabulary() *vocabulary { return &vocabulary{number: map[string]int32{}, grows: true} }

func (v *vocabulary) of(stem []byte) int32 {
	id, ok := v.number[string(stem)]
	if ok {
		return id
	}
	if !v.grows {
		return unknown
	}
	return v.add(string(stem))
}

func (v *vocabulary) add(stem string) int32 {
	id := int32(len(v.stems))
	v.number[stem] = id
	v.stems = append(v.stems, stem)
	v.light = append(v.light, lightStems()[stem])
	return id
}

// tokens appends the words in a text to buf. Symbols aren't words: 'CI/CD' and
// 'on-call' are two words each. Every number has the stem '0'. Letters after an
// apostrophe are dropped.
func (v *vocabulary) tokens(buf []token, text string) []token {
	var scratch [maxWord + 8]byte
	for i := 0; i < len(text); {
		if !letter[text[i]] {
			i++
			continue
		}
		start, digits := i, true
		for i < len(text) && letter[text[i]] {
			digits = digits && text[i] <= '9'
			i++
		}
		end := i
		i = skipApostrophe(text, i)
		switch {
		case end-start > maxWord:
			continue
		case digits:
			buf = append(buf, token{v.of([]byte{'0'}), start, end})
		default:
			buf = append(buf, token{v.of(stem(scratch[:0], text[start:end])), start, end})
		}
	}
	return buf
}

// skipApostrophe returns the end of an apostrophe and the letters after it.
func skipApostrophe(text string, i int) int {
	rest := text[i:]
	switch {
	case strings.HasPrefix(rest, "'"):
		i++
	case strings.HasPrefix(rest, "’"):
		i += len("’")
	default:
		return i
	}
	for i < len(text) && letter[text[i]] {
		i++
	}
	return i
}

// letter reports whether a byte is part of a word, which is true of ASCII
// letters and digits. The model is for English, so words with other letters are
// split and become unknown.
var letter = func() (is [256]bool) {
	for c := range 256 {
		is[c] = c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
	}
	return is
}()

// stem appends the stem of a lower-case word to buf, so that 'deploy',
// 'deployed' and 'deployments' are equal. It removes less than the Porter
// stemmer: 'production' doesn't become 'product', nor 'operator' 'operate'.
func stem(buf []byte, word string) []byte {
	w := append(buf, word...)
	for i, c := range w {
		if c >= 'A' && c <= 'Z' {
			w[i] = c | 0x20
		}
	}
	w = singular(w)
	for _, end := range []string{"ing", "ment", "ed"} {
		if s, ok := cut(w, end, 3); ok && hasVowel(s) {
			w = undouble(s)
			break
		}
	}
	for _, change := range endings {
		if s, ok := cut(w, change.end, change.least); ok {
			w = append(s, change.to...)
			break
		}
	}
	if s, ok := cut(w, "e", 3); ok {
		w = s
	}
	if n := len(w); n > 3 && w[n-1] == 'z' {
		w[n-1] = 's'
	}
	return w
}

// endings lists the endings of verbs, and of nouns and adjectives derived from
// verbs, with their replacements.
var endings = []struct {
	end, to string
	least   int // minimum number of remaining bytes
}{
	{"isation", "is", 3}, {"ization", "is", 3}, {"ation", "at", 3}, {"ility", "l", 3}, {"able", "abl", 3}, {"ally", "al", 3},
	{"ies", "y", 3}, {"ly", "", 4},
}

func singular(w []byte) []byte {
	n := len(w)
	if n < 4 || w[n-1] != 's' || strings.IndexByte("sui", w[n-2]) >= 0 {
		return w
	}
	if s, ok := cut(w, "ies", 2); ok {
		return append(s, 'y')
	}
	for _, end := range []string{"sses", "ches", "shes", "xes"} {
		if _, ok := cut(w, end, 1); ok {
			return w[:n-2]
		}
	}
	return w[:n-1]
}

// cut removes an ending if at least this many bytes remain.
func cut(w []byte, end string, least int) ([]byte, bool) {
	n := len(w) - len(end)
	if n < least || string(w[n:]) != end {
		return w, false
	}
	return w[:n], true
}

func hasVowel(w []byte) bool { return strings.ContainsAny(string(w), "aeiouy") }

// undouble reduces a double letter at the end to a single one, unless words
// usually end with it.
func undouble(w []byte) []byte {
	n := len(w)
	if n > 3 && w[n-1] == w[n-2] && strings.IndexByte("lsze", w[n-1]) < 0 {
		return w[:n-1]
	}
	return w
}

// lightStems lists words that have little meaning by themselves. It doesn't
// include 'on', 'off', 'up', 'down', 'out' and 'why', which matter in phrases
// ('on call', 'find out why').
var lightStems = sync.OnceValue(func() map[string]bool {
	return stemSet(`a an the and or of to in into for with from by as at is are am be been being was were
	will would shall can could may might must have has had do does did this that these those it its
	our your their his her my we you they i he she us them me which who whom whose what where when
	there here also such so very more most both each any some all every other others than then
	well across within through over about between among during upon per via using based etc eg ie`)
})

func stemSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[string(stem(nil, w))] = true
	}
	return set
}
