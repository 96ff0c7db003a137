package advert

import (
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// A Reader reads adverts for the roles of one pack. It is safe for several
// goroutines.
type Reader struct {
	pack     *fit.Pack
	lexicon  lexicon
	facets   []facet
	index    index
	likeness likeness
	names    []name
}

// A facet is a facet of the pack and its place there.
type facet struct {
	facet     *fit.Facet
	role      int
	dimension fit.Dimension
}

// New builds the index of a pack's words and phrases, once for all adverts.
func New(p *fit.Pack) *Reader {
	r := &Reader{pack: p, lexicon: newLexicon()}
	var bags [][]stem
	for i := range p.Roles {
		for _, d := range fit.Dimensions {
			part := &p.Roles[i].Parts[d]
			for k := range part.Facets {
				f := &part.Facets[k]
				r.facets = append(r.facets, facet{f, i, d})
				bag := r.lexicon.add(f.Text + "\n" + f.Option)
				slices.Sort(bag)
				bags = append(bags, slices.Compact(bag))
			}
		}
	}
	r.addTerms()
	r.addProse()
	r.index.build(len(r.lexicon.stems))
	r.weigh()
	r.likeness = newLikeness(bags, len(r.lexicon.stems))
	r.names = namesOf(p)
	return r
}

func (r *Reader) addTerms() {
	known := map[string]int{}
	for f := range r.facets {
		for _, phrase := range r.facets[f].facet.Terms {
			t := r.index.add(phrase, r.lexicon.add(phrase), known)
			if t != nil && !slices.Contains(t.owners, owner{facet: f}) {
				t.owners = append(t.owners, owner{facet: f})
			}
		}
	}
	for s := range r.pack.Skills {
		for _, phrase := range r.pack.Skills[s].Terms {
			t := r.index.add(phrase, r.lexicon.add(phrase), known)
			if t != nil && !slices.Contains(t.skills, s) {
				t.skills = append(t.skills, s)
			}
		}
	}
}

// addProse makes the words of the pack's other texts known, by which the
// language of an advert is told.
func (r *Reader) addProse() {
	for i := range r.pack.Roles {
		role := &r.pack.Roles[i]
		for _, text := range []string{role.Tagline, role.Impact, role.Picture, role.Lifecycle} {
			r.lexicon.add(text)
		}
		for _, part := range role.Parts {
			r.lexicon.add(part.Summary)
		}
		for _, path := range role.Paths {
			r.lexicon.add(path.Why)
		}
	}
	for _, level := range r.pack.Levels {
		r.lexicon.add(level.Anchor)
	}
	for i := range r.pack.Skills {
		skill := &r.pack.Skills[i]
		r.lexicon.add(skill.Name + "\n" + skill.Covers)
		for _, step := range skill.Steps {
			r.lexicon.add(step.Text)
		}
	}
}
