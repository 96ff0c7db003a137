package pack

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"gopkg.in/yaml.v3"
)

// factIDs lists the facts in the two source articles about what a role focuses
// on, how it succeeds and what it has to know, by the prefix of their ids, with
// their number.
var factIDs = map[string]map[string]int{
	"dv": {"f": 2, "s": 4, "k": 5, "r": 10},
	"sr": {"f": 2, "s": 4, "k": 5, "r": 10},
	"pl": {"f": 2, "s": 4, "k": 5, "r": 9},
	"cl": {"f": 1, "s": 4, "k": 5, "r": 10},
}

const minResponsibilities = 8 // facts of a role that the quiz measures

// The quiz covers the sources: every fact is covered by a facet that some
// question shows.
func TestQuizCoversSources(t *testing.T) {
	p := Builtin()
	asked := map[string]bool{}
	for _, q := range p.Written {
		for _, o := range q.Options {
			asked[o.Ref()] = true
		}
	}
	data, err := os.ReadFile("../../testdata/facts-map.yaml")
	require.NoError(t, err)
	var facts map[string][]string
	require.NoError(t, yaml.Unmarshal(data, &facts))
	prefix := map[string]string{"dv": "devops/", "sr": "sre/", "pl": "platform/", "cl": "cloud/"}
	responsibilities := map[string]int{}
	for id, facets := range facts {
		role, rest, _ := strings.Cut(id, "-")
		require.Contains(t, factIDs, role, id)
		require.NotEmpty(t, facets, id)
		for _, ref := range facets {
			require.True(t, strings.HasPrefix(ref, prefix[role]), "%s: %s", id, ref)
			require.True(t, asked[ref], "%s: no question shows %s", id, ref)
		}
		if strings.HasPrefix(rest, "r") {
			responsibilities[role]++
		}
	}
	for role, groups := range factIDs {
		require.GreaterOrEqual(t, responsibilities[role], minResponsibilities, role)
		for group, n := range groups {
			for i := range n {
				id := role + "-" + group + string(rune('1'+i))
				require.True(t, group == "r" || slices.Contains(keys(facts), id), id)
			}
		}
	}
}

func keys(m map[string][]string) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	return out
}
