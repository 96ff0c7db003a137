package insight

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/rolefit/rolefit/internal/fit"
)

const (
	overlapsPerDimension = 3
	minSimilarity        = 0.18 // minimum similarity; below it, common words are probably a coincidence
	minShared            = 2    // minimum number of common stems, except for facets that have only one, because a single one is probably a coincidence
	stemLength           = 6    // so that deploys, deploying and deployment all become deploy
	minWord              = 3    // in letters
)

// stopWords lists words that have no meaning of their own.
var stopWords = strings.Fields(`a about after all an and any are as at be been before between but by can do each
	for from get has have how if in into is it its keep keeps make makes many more most new nobody not of on one or
	others out over own people so some somebody something such system systems team teams than that the their them then there
	these they this those through to use used uses using what when where which while who why will with without work you your
	apply bring build busy change changes choose cut day decide design easy everyone fast find half halve hand handle help instead know need
	needs others part run set slow slowing small start steps time turn understand want way whole write year`)

// A stemmedFacet is a facet of one of the compared roles.
type stemmedFacet struct {
	RoleText
	role  int      // role index
	stems []string // sorted, without duplicates
	norm  float64  // norm of the vector of stem weights
}

// similarities returns, for each dimension, the most similar facets of
// different roles and each role's most distinctive facet.
func similarities(roles []*fit.Role) ([]FacetPair, []DistinctiveFacets) {
	var byDimension [len(fit.Dimensions)][]*stemmedFacet
	count, total := map[string]int{}, 0
	for d := range fit.Dimensions {
		for i, r := range roles {
			for _, f := range r.Parts[d].Facets {
				facet := &stemmedFacet{RoleText: RoleText{r.ID, f.ID, f.Text}, role: i, stems: stems(f.Text + " " + f.Option)}
				byDimension[d] = append(byDimension[d], facet)
				for _, stem := range facet.stems {
					count[stem]++
				}
				total++
			}
		}
	}
	weights := weigh(count, total)
	similar, distinct := []FacetPair{}, []DistinctiveFacets{}
	for i, d := range fit.Dimensions {
		pairs := pairs(byDimension[i], weights)
		similar = append(similar, overlaps(d, pairs)...)
		if facets := distinctive(byDimension[i], pairs, len(roles)); len(facets) == len(roles) {
			distinct = append(distinct, DistinctiveFacets{d.String(), facets})
		}
	}
	return similar, distinct
}

// stems returns the stems of the words in a text, sorted and without
// duplicates.
func stems(text string) []string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	var out []string
	for _, word := range words {
		if len(word) < minWord || slices.Contains(stopWords, word) {
			continue
		}
		stem := []rune(strings.TrimSuffix(word, "s"))
		out = append(out, string(stem[:min(stemLength, len(stem))]))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// weigh returns the squared weight of each stem. Weights are inverse document
// frequencies, rounded so that differences between processors in the last bit
// of a logarithm have no effect.
func weigh(count map[string]int, total int) map[string]float64 {
	squares := map[string]float64{}
	for stem, n := range count {
		weight := math.Round(math.Log(float64(total)/float64(n))*(1<<32)) / (1 << 32)
		squares[stem] = float64(weight * weight)
	}
	return squares
}

type pair struct {
	a, b       *stemmedFacet
	similarity float64
}

// pairs returns all pairs of facets of different roles, most similar first.
// Equally similar pairs are in the order of roles and facets.
func pairs(facets []*stemmedFacet, squares map[string]float64) []pair {
	for _, f := range facets {
		sum := 0.0
		for _, stem := range f.stems {
			sum += squares[stem]
		}
		f.norm = math.Sqrt(sum)
	}
	var out []pair
	for i, a := range facets {
		for _, b := range facets[i+1:] {
			if a.role != b.role {
				out = append(out, pair{a, b, similarity(a, b, squares)})
			}
		}
	}
	slices.SortStableFunc(out, func(x, y pair) int { return cmp.Compare(y.similarity, x.similarity) })
	return out
}

// similarity returns the cosine of two facets' weighted stems, or 0 if they
// share too few.
func similarity(a, b *stemmedFacet, squares map[string]float64) float64 {
	if a.norm == 0 || b.norm == 0 {
		return 0
	}
	sum, shared := 0.0, 0
	for _, stem := range a.stems {
		if _, both := slices.BinarySearch(b.stems, stem); both {
			sum += squares[stem]
			shared++
		}
	}
	if shared < minShared && min(len(a.stems), len(b.stems)) > minShared {
		return 0
	}
	return sum / (a.norm * b.norm)
}

// overlaps returns the most similar pairs in a dimension, using each facet at
// most once.
func overlaps(d fit.Dimension, pairs []pair) []FacetPair {
	var out []FacetPair
	used := map[*stemmedFacet]bool{}
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

// distinctive returns, for each role, the facet that is least similar to its
// most similar facet of another role. Ties go to the first facet.
func distinctive(facets []*stemmedFacet, pairs []pair, roles int) []RoleText {
	highest := map[*stemmedFacet]float64{}
	for _, p := range pairs {
		highest[p.a] = max(highest[p.a], p.similarity)
		highest[p.b] = max(highest[p.b], p.similarity)
	}
	var out []RoleText
	for role := range roles {
		var least *stemmedFacet
		for _, f := range facets {
			if f.role == role && (least == nil || highest[f] < highest[least]) {
				least = f
			}
		}
		if least != nil {
			out = append(out, least.RoleText)
		}
	}
	return out
}
