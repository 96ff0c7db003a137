package insight

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
)

// facetsOf returns a role with these texts as facets 0, 1, ... in focus.
func facetsOf(id string, texts ...string) *fit.Role {
	r := &fit.Role{ID: id}
	for i, text := range texts {
		r.Parts[fit.Focus].Facets = append(r.Parts[fit.Focus].Facets, fit.Facet{ID: fmt.Sprint(i), Text: text})
	}
	return r
}

// Two of four facets contain harbor, which therefore has weight log 2. Every
// other word occurs once and has weight log 4, twice as much.
func TestSimilarityByHand(t *testing.T) {
	overlapping, distinct := similarities([]*fit.Role{facetsOf("x", "Harbor pilot", "Bread"), facetsOf("y", "Cheese", "Harbor crane")})
	require.Len(t, overlapping, 1)
	require.InDelta(t, 1.0/(1+4), overlapping[0].Similarity, 1e-12)
	require.Equal(t, [2]RoleText{{"x", "0", "Harbor pilot"}, {"y", "1", "Harbor crane"}}, overlapping[0].Facets)
	require.Equal(t, []DistinctiveFacets{{"focus", []RoleText{{"x", "1", "Bread"}, {"y", "0", "Cheese"}}}}, distinct)
}

func TestCommonWordsHaveNoWeight(t *testing.T) {
	overlapping, distinct := similarities([]*fit.Role{facetsOf("x", "Harbor"), facetsOf("y", "Harbor")})
	require.Empty(t, overlapping)
	require.Len(t, distinct, 1)
	overlapping, distinct = similarities([]*fit.Role{facetsOf("x", "Harbor"), {ID: "y"}})
	require.Empty(t, overlapping)
	require.Empty(t, distinct, "a role without facets has no distinctive one")
}

func TestStems(t *testing.T) {
	require.Equal(t, []string{"deploy", "ipv6", "k8", "nah", "slo", "über"}, stems("Deploys, deploying: the team's SLOs, go to k8s with IPv6 Über-nah deployment"),
		"cut to six letters and without s; neither common nor of fewer than three")
}

// makePairs makes pairs of facets a, b, ... of two roles, such as "ab", with
// these similarities.
func makePairs(similarities []float64, names ...string) (facets []*stemmedFacet, pairs []pair) {
	made := map[byte]*stemmedFacet{}
	for i, name := range names {
		for at := range 2 {
			if made[name[at]] == nil {
				made[name[at]] = &stemmedFacet{RoleText: RoleText{Facet: name[at : at+1]}, role: at}
				facets = append(facets, made[name[at]])
			}
		}
		pairs = append(pairs, pair{made[name[0]], made[name[1]], similarities[i]})
	}
	return facets, pairs
}

func TestOverlapsUseFacetOnce(t *testing.T) {
	taken := func(similarities []float64, names ...string) (out []string) {
		_, pairs := makePairs(similarities, names...)
		for _, p := range overlaps(fit.Focus, pairs) {
			out = append(out, p.Facets[0].Facet+p.Facets[1].Facet)
		}
		return out
	}
	require.Equal(t, []string{"ab", "cd", "ef"}, taken([]float64{.9, .8, .7, .6, .5, .4}, "ab", "ad", "cb", "cd", "ef", "gh"), "three of a dimension")
	require.Equal(t, []string{"ab"}, taken([]float64{minSimilarity, math.Nextafter(minSimilarity, 0)}, "ab", "cd"), "exactly that similar is enough")
}

func TestDistinctive(t *testing.T) {
	facets, pairs := makePairs([]float64{.9, .3, .2, .2, .1}, "ab", "cb", "ad", "ed", "cf")
	least := distinctive(facets, pairs, 2)
	// Similarity to the most similar counterpart: a .9, c .3, e .2; b .9, d .2,
	// f .1.
	require.Equal(t, []string{"e", "f"}, []string{least[0].Facet, least[1].Facet})
	facets, pairs = makePairs([]float64{.2, .2}, "ab", "cd")
	least = distinctive(facets, pairs, 2)
	require.Equal(t, []string{"a", "b"}, []string{least[0].Facet, least[1].Facet}, "the first of equal ones")
}
