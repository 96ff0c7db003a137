package advert

import (
	"math"
	"slices"
)

// sectionWorth is what a line is worth by the section it stands in. Duties are
// what the job is; requirements tell of it, but every advert of a trade asks
// for the same tools.
var sectionWorth = [...]float64{intro: 0.7, duties: 1, requirements: 0.5, nice: 0.2, company: 0.3, benefits: 0.1}

const (
	purposeWorth = 1.6 // the sentence that says whom they seek sums the job up
	niceWorth    = 0.5 // of the section's, for a sentence about something welcome

	// Likeness counts above a floor, which words alone seldom reach by chance.
	// For a facet without terms they are all there is, so they count from bareFloor.
	likenessFloor = 0.22
	bareFloor     = 0.05

	// asNamed is how close to the term a phrase must be to name a skill: in order,
	// with one word between at most. Names are rarely paraphrased.
	asNamed = 1 / (1 + stretchCost)

	// titlePoints is what a title adds to the role it names, or to all of
	// several together: half of one facet.
	titlePoints = 0.5
)

// A find is a piece of evidence: what a unit says for a facet.
type find struct {
	facet, unit int
	hit         hit  // the term found; without likeness
	like        bool // found by likeness
	weight      float64
}

// A mention is a skill that a unit names.
type mention struct {
	skill, unit int
	hit         hit
}

// A tally is what all units of an advert say.
type tally struct {
	finds    []find
	mentions []mention
	facets   []float64 // the sum of the weights, per facet
	points   []float64 // per role
	spoken   float64   // the worth of the units, each as far as it speaks for a facet
	worth    float64   // the worth of all units
}

// saturate makes of the sum of a facet's evidence its points, in [0, 1): the
// second mention is worth less than the first.
func saturate(x float64) float64 { return 1 - math.Exp(-x) }

func (r *Reader) tally(units []unit) *tally {
	t := &tally{facets: make([]float64, len(r.facets)), points: make([]float64, len(r.pack.Roles))}
	f := r.index.finder()
	cosine := make([]float64, len(r.facets))
	headed := false
	for i := range units {
		headed = headed || units[i].section == duties || units[i].section == requirements
	}
	for i := range units {
		u := &units[i]
		from := len(t.finds)
		r.terms(t, i, u, f.find(u))
		if !denies(u) {
			t.finds = append(t.finds, r.alike(i, u, cosine, t.finds[from:])...)
		}
		t.unit(t.finds[from:], worth(u, headed))
	}
	for facet, x := range t.facets {
		t.points[r.facets[facet].role] += saturate(x)
	}
	return t
}

// alike are the facets that a unit is like as a whole, without those that its
// terms have spoken for. Cosine is scratch, one for each facet.
func (r *Reader) alike(i int, u *unit, cosine []float64, said []find) (finds []find) {
	r.likeness.of(u, cosine)
	for facet, c := range cosine {
		floor := likenessFloor
		if len(r.facets[facet].facet.Terms) == 0 {
			floor = bareFloor
		}
		if c > floor && !spoken(said, facet) {
			finds = append(finds, find{facet: facet, unit: i, like: true, weight: c - floor})
		}
	}
	return finds
}

// spoken says whether a facet is among the finds.
func spoken(finds []find, facet int) bool {
	return slices.ContainsFunc(finds, func(f find) bool { return f.facet == facet })
}

// terms takes up the terms found in a unit.
func (r *Reader) terms(t *tally, i int, u *unit, hits []hit) {
	for k := range hits {
		h := &hits[k]
		if negated(u, h) {
			continue
		}
		if h.closeness >= asNamed {
			for _, s := range r.index.terms[h.term].skills {
				t.mentions = append(t.mentions, mention{s, i, *h})
			}
		}
		for _, o := range r.index.terms[h.term].owners {
			if o.weight > 0 {
				t.finds = append(t.finds, find{facet: o.facet, unit: i, hit: *h, weight: o.weight * h.closeness})
			}
		}
	}
}

// unit adds up the evidence of a unit.
func (t *tally) unit(finds []find, worth float64) {
	sum := 0.0
	for k := range finds {
		sum += finds[k].weight
		finds[k].weight *= worth
		t.facets[finds[k].facet] += finds[k].weight
	}
	t.worth += worth
	t.spoken += worth * min(1, sum)
}

// worth is what a unit's evidence is worth. Without any heading that is
// understood, all of an advert counts alike.
func worth(u *unit, headed bool) float64 {
	w := sectionWorth[u.section]
	switch {
	case u.section == intro && !headed:
		w = 1
	case u.section == intro && u.purpose():
		w = purposeWorth
	}
	if u.nice && u.section != nice {
		w *= niceWorth
	}
	return w
}
