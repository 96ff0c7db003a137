package insight

import (
	"cmp"
	"github.com/rolefit/rolefit/internal/fit"
	"maps"
	"math"
	"slices"
	"strings"
	"unicode"
)

// Likeness compares facets by their words: those of text, ask and terms, in
// lower case, without the commonest ones, cut to a crude stem. A word weighs
// log(facets / facets that have it), so that what every facet says counts for
// nothing; the likeness of two facets is the cosine of their weighted sets, 0
// with no weighty word in common, 1 with the same words. It knows words, not
// meanings: it is good for choosing what to show, and for nothing more.

// The numbers of what is shown: a few of each are read, a list is not.
const (
	overlapsPerDimension = 3
	minSimilarity        = 0.10 // below it the common word is a coincidence
	stemLength           = 6    // deploys, deploying and deployment meet at "deploy"
	minWord              = 3
)

// commonWords say nothing of what a facet is about.
var commonWords = strings.Fields(`a about after all an and any are as at be been before between but by can do each
	for from get has have how if in into is it its keep keeps make makes many more most new nobody not of on one or
	others out over own people so some somebody something such system systems team teams than that the their them then there
	these they this those through to use used uses using what when where which while who why will with without work you your`)

type facetWords struct {
	RoleText
	role  int
	words map[string]bool
	norm  float64
}

// likenesses finds, by dimension, the nearest pairs of facets of different
// roles and each role's facet that is farthest from all of the other roles'.
func similarities(roles []*fit.Role) (near []FacetPair, apart []DistinctiveFacets) {
	near, apart = []FacetPair{}, []DistinctiveFacets{}
	facets := map[fit.Dimension][]*facetWords{}
	count, total := map[string]int{}, 0
	for _, d := range fit.Dimensions {
		for i, r := range roles {
			for _, f := range r.Parts[d].Facets {
				w := &facetWords{RoleText: RoleText{r.ID, f.ID, f.Text}, role: i, words: wordsOf(f)}
				facets[d] = append(facets[d], w)
				for word := range w.words {
					count[word]++
				}
				total++
			}
		}
	}
	weight := func(word string) float64 { return math.Log(float64(total) / float64(count[word])) }
	for _, d := range fit.Dimensions {
		pairs := pairsOf(facets[d], weight)
		near = append(near, overlaps(d, pairs)...)
		if farthest := distinctive(facets[d], pairs, len(roles)); len(farthest) == len(roles) {
			apart = append(apart, DistinctiveFacets{d.String(), farthest})
		}
	}
	return near, apart
}

// wordsOf is the set of a facet's stems.
func wordsOf(f fit.Facet) map[string]bool {
	text := f.Text + " " + f.Option + " " + strings.Join(f.Terms, " ")
	set := map[string]bool{}
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}) {
		if len(word) < minWord || slices.Contains(commonWords, word) {
			continue
		}
		stem := []rune(strings.TrimSuffix(word, "s"))
		set[string(stem[:min(stemLength, len(stem))])] = true
	}
	return set
}

type pair struct {
	a, b       *facetWords
	similarity float64
}

// pairsOf are all pairs of facets of different roles, the likest first, equal
// ones in the order of the roles and their facets.
func pairsOf(facets []*facetWords, weight func(string) float64) []pair {
	for _, f := range facets {
		sum := 0.0
		for _, word := range slices.Sorted(maps.Keys(f.words)) {
			sum += weight(word) * weight(word)
		}
		f.norm = math.Sqrt(sum)
	}
	var pairs []pair
	for i, a := range facets {
		for _, b := range facets[i+1:] {
			if a.role != b.role {
				pairs = append(pairs, pair{a, b, similarity(a, b, weight)})
			}
		}
	}
	slices.SortStableFunc(pairs, func(x, y pair) int { return cmp.Compare(y.similarity, x.similarity) })
	return pairs
}

func similarity(a, b *facetWords, weight func(string) float64) float64 {
	if a.norm == 0 || b.norm == 0 {
		return 0
	}
	sum := 0.0
	for _, word := range slices.Sorted(maps.Keys(a.words)) {
		if b.words[word] {
			sum += weight(word) * weight(word)
		}
	}
	return sum / (a.norm * b.norm)
}

// nearest takes the likest pairs, each facet once.
func overlaps(d fit.Dimension, pairs []pair) []FacetPair {
	var out []FacetPair
	used := map[*facetWords]bool{}
	for _, p := range pairs {
		if len(out) == overlapsPerDimension || p.similarity < minSimilarity {
			break
		}
		if !used[p.a] && !used[p.b] {
			used[p.a], used[p.b] = true, true
			out = append(out, FacetPair{d.String(), p.similarity, [2]RoleText{p.a.RoleText, p.b.RoleText}})
		}
	}
	return out
}

// farthest is, per role, the facet whose likest counterpart is least alike;
// the first of equal ones.
func distinctive(facets []*facetWords, pairs []pair, roles int) []RoleText {
	likest := map[*facetWords]float64{}
	for _, p := range pairs {
		likest[p.a] = max(likest[p.a], p.similarity)
		likest[p.b] = max(likest[p.b], p.similarity)
	}
	var out []RoleText
	for role := range roles {
		var far *facetWords
		for _, f := range facets {
			if f.role == role && (far == nil || likest[f] < likest[far]) {
				far = f
			}
		}
		if far != nil {
			out = append(out, far.RoleText)
		}
	}
	return out
}
