package pack

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
)

// Answers to assembled questions contain a code for each facet that the
// question showed, so that they count even if the pack no longer asks the
// question. The codes replace ids, because a form must not reveal which role an
// option belongs to.

// shownCodes converts facets, separated by spaces, to codes, separated by dots.
func shownCodes(shown string) string {
	codes := strings.Fields(shown)
	for i, ref := range codes {
		codes[i] = facetCode(ref)
	}
	return strings.Join(codes, ".")
}

// shownBy returns the facets to store with an answer. It returns "" for a
// written question, because its id is enough.
func shownBy(q *fit.Quiz, a *fit.Answer) string {
	asked := q.Question(a.Question)
	switch {
	case asked == nil:
		return a.Shown
	case q.Assembled:
		return asked.Facets()
	}
	return ""
}

// facetCode returns the code of a facet. It begins with a letter, so that YAML
// reads it as a string.
func facetCode(ref string) string {
	sum := sha256.Sum256([]byte(ref))
	return "f" + hex.EncodeToString(sum[:4])
}

// facetsShown converts an answer's codes to facets, separated by spaces. It
// returns "-" for a facet that the pack doesn't have.
func (x *answersReader) facetsShown(f *answer) string {
	if f.Shown == "" {
		return ""
	}
	if x.codes == nil {
		x.codes, x.shown = map[string]string{}, map[string]bool{}
		for i := range x.pack.Roles {
			r := &x.pack.Roles[i]
			for facet := range facets(r) {
				ref := r.ID + "/" + facet.ID
				x.codes[facetCode(ref)] = ref
			}
		}
	}
	codes := strings.Split(f.Shown, ".")
	for i, code := range codes {
		if codes[i] = x.codes[code]; codes[i] == "" {
			codes[i], x.gone = "-", true
			continue
		}
		role, _, _ := strings.Cut(codes[i], "/")
		x.shown[role] = true
	}
	return strings.Join(codes, " ")
}
