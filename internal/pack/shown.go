package pack

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
)

// Answers to assembled questions carry what the question showed, one code per
// facet. With them, an answer counts even if the pack no longer asks the
// question. They are codes because a form must not reveal which role an option
// belongs to.

// shownCodes returns the codes of facets that are separated by spaces, joined
// by dots.
func shownCodes(shown string) string {
	codes := strings.Fields(shown)
	for i, ref := range codes {
		codes[i] = facetCode(ref)
	}
	return strings.Join(codes, ".")
}

// shownBy returns the facets that an answer must carry: none if the question is
// a written one, since its id is enough.
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

// facetCode begins with a letter, so that YAML reads it as text.
func facetCode(ref string) string {
	sum := sha256.Sum256([]byte(ref))
	return "f" + hex.EncodeToString(sum[:4])
}

// facetsShown returns the facets that an answer's codes stand for, separated by
// spaces, with "-" for one that the pack doesn't have.
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
