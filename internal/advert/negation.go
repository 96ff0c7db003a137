package advert

import "strings"

// How far before a phrase a 'no' reaches, in words, and how long what follows
// it may be to take it back ('... is not part of this job').
const (
	negationReach = 4
	denialBytes   = 60
)

var (
	negators  = set("no not never nor neither cannot")
	softeners = set("only just merely least limited")
	deniers   = []string{"not part of", "not in scope", "not your", "isn't your", "isn't part of", "isn't in", "not included",
		"not needed", "not something you", "someone else", "somebody else", "another team", "a separate team", "other team"}
)

// negated says whether a unit takes back what a hit says: 'no on-call', 'you
// will not run clusters', 'support is not part of this job'.
func negated(u *unit, h *hit) bool {
	before := lower(u.text[:u.tokens[h.first].start])
	if i := strings.LastIndexAny(before, ",;:.("); i >= 0 {
		before = before[i+1:]
	}
	words := strings.Fields(before)
	if denial(words[max(0, len(words)-negationReach):]) {
		return true
	}
	after := lower(u.text[u.tokens[h.end-1].end:])
	if i := strings.IndexAny(after, ",;:.("); i >= 0 {
		after = after[:i]
	}
	return len(after) < denialBytes && contains(after, deniers)
}

// denies says whether a unit takes back something, wherever it says so: what
// it is like as a whole is then no evidence.
func denies(u *unit) bool {
	text := lower(u.text)
	return denial(strings.Fields(text)) || contains(text, deniers)
}

// denial says whether words hold a 'no' that is not softened, as in 'not
// only'.
func denial(words []string) bool {
	for i, w := range words {
		next := ""
		if i+1 < len(words) {
			next = words[i+1]
		}
		switch {
		case (negators[w] || strings.HasSuffix(w, "n't")) && !softeners[next]:
			return true
		case w == "rather" && next == "than", w == "instead" && next == "of":
			return true
		}
	}
	return false
}
