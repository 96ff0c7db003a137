package fact

import (
	"strings"
	"sync"
)

// maxWord is the maximum length in bytes of a word that has a stem.
const maxWord = 40

// stem appends the stem of a lower-case word to buf. It maps 'deploy',
// 'deployed' and 'deployments' to the same stem, and 'optimize' to the same
// stem as its British spelling. It removes less than a full stemmer:
// 'production' doesn't become 'product', nor 'operator' 'operate'. It allocates
// no memory. A word longer than maxWord has no stem.
func stem(buf []byte, word string) []byte {
	if len(word) > maxWord {
		return buf[:0]
	}
	w := append(buf[:0], word...)
	for i, c := range w {
		if c >= 'A' && c <= 'Z' {
			w[i] = c | 0x20
		}
	}
	w = cutSuffix(cutSuffix(w, "'s"), "’s")
	w = singular(w)
	if whole.has(string(w)) {
		return w
	}
	return spelling(verb(w))
}

// singular removes a plural ending.
func singular(w []byte) []byte {
	n := len(w)
	switch {
	case n < 4 || w[n-1] != 's':
		return w
	case hasSuffix(w, "ies") && n > 4:
		return append(w[:n-3], 'y')
	case hasSuffix(w, "sses"), hasSuffix(w, "ches"), hasSuffix(w, "shes"), hasSuffix(w, "xes"):
		return w[:n-2]
	case strings.IndexByte("sui", w[n-2]) >= 0:
		return w
	}
	return w[:n-1]
}

// verb removes the ending of a verb, or of a noun derived from one.
func verb(w []byte) []byte {
	for _, end := range []string{"ing", "ed", "ment"} {
		if s := cutSuffix(w, end); len(s) < len(w) && len(s) >= 3 && hasVowel(s) {
			w = undouble(s)
			break
		}
	}
	if s := cutSuffix(w, "ation"); len(s) < len(w) && len(s) >= 3 {
		w = append(s, 'a', 't')
	}
	if len(w) > 3 {
		w = cutSuffix(w, "e")
	}
	return w
}

// spelling unifies '-ise', '-ize', '-yse' and '-yze', and the nouns derived
// from such verbs.
func spelling(w []byte) []byte {
	w = trimAfter(trimAfter(w, "isat", "at"), "izat", "at")
	if n := len(w); n > 4 && w[n-1] == 's' && (w[n-2] == 'i' || w[n-2] == 'y') {
		w[n-1] = 'z'
	}
	return w
}

func undouble(w []byte) []byte {
	n := len(w)
	if w[n-1] == w[n-2] && strings.IndexByte("lsz", w[n-1]) < 0 {
		return w[:n-1]
	}
	return w
}

// trimAfter removes tail from a word that ends in end, which includes tail.
func trimAfter(w []byte, end, tail string) []byte {
	if hasSuffix(w, end) {
		return w[:len(w)-len(tail)]
	}
	return w
}

func hasSuffix(w []byte, end string) bool {
	return len(w) >= len(end) && string(w[len(w)-len(end):]) == end
}

func cutSuffix(w []byte, end string) []byte {
	if hasSuffix(w, end) {
		return w[:len(w)-len(end)]
	}
	return w
}

func hasVowel(w []byte) bool {
	for _, c := range w {
		if strings.IndexByte("aeiouy", c) >= 0 {
			return true
		}
	}
	return false
}

// whole lists words whose ending is part of their meaning. For example, a
// meeting isn't the same as to meet, and software engineering isn't a software
// engineer.
var whole = wordSet(`meeting evening morning nothing something engineering operating staging setting pricing
	need speed feed embed indeed red bed listing building networking training moment profiling peering coding programming logging routing scripting trace tracing reliable availability comment payment document
	environment department requirement equipment government`)

// A words is a set of words that is built on first use.
type words struct {
	list string
	once sync.Once
	set  map[string]bool
}

func wordSet(list string) *words { return &words{list: list} }

func (w *words) has(word string) bool {
	w.once.Do(func() {
		w.set = map[string]bool{}
		for word := range strings.FieldsSeq(w.list) {
			w.set[word] = true
		}
	})
	return w.set[word]
}
