package insight

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
)

func TestCompareNeeds(t *testing.T) {
	p := harbor()
	c := Compare(p, []*fit.Role{p.Role("pilot"), p.Role("diver")}, harborResult())
	require.Equal(t, []string{"pilot", "diver"}, []string{c.Roles[0].ID, c.Roles[1].ID}, "the order asked for")
	require.Len(t, c.Needs, 3)
	charts, knots, welding := c.Needs[0], c.Needs[1], c.Needs[2]
	require.Equal(t, []any{"charts", []int{4, 0}, false, "pilot"}, []any{charts.Skill, charts.Levels, charts.Shared, charts.Only})
	require.Equal(t, []any{"knots", []int{2, 1}, true, "", 2}, []any{knots.Skill, knots.Levels, knots.Shared, knots.Only, *knots.Level})
	require.Equal(t, []any{"welding", []int{0, 3}, "diver"}, []any{welding.Skill, welding.Levels, welding.Only})
	require.True(t, c.Roles[0].Me.Named)
	for _, a := range c.Aspects {
		require.Len(t, a.Texts, 2, a.ID)
	}
}

func TestCompareNeedsOfThePackAndOthers(t *testing.T) {
	p := harbor()
	p.Roles[1].Needs = append(p.Roles[1].Needs, fit.Need{Skill: "night-watch", Level: 2})
	c := Compare(p, []*fit.Role{p.Role("pilot"), p.Role("rigger")}, nil)
	var got [][2]string
	for _, n := range c.Needs {
		got = append(got, [2]string{n.Name, n.Covers})
	}
	require.Equal(t, [][2]string{{"Charts", ""}, {"Knots", "Ropes"}, {"night watch", ""}}, got, "welding is the diver's")
}

// Hull and waterline occur in one facet of the diver and one of the rigger. The
// pilot's facets share no word with other facets.
func TestCompareFacets(t *testing.T) {
	p := harbor()
	c := Compare(p, []*fit.Role{p.Role("diver"), p.Role("rigger"), p.Role("pilot")}, nil)
	require.NotEmpty(t, c.Overlaps)
	require.Equal(t, "hull", c.Overlaps[0].Facets[0].Facet)
	require.Equal(t, "waterline", c.Overlaps[0].Facets[1].Facet)
	require.Greater(t, c.Overlaps[0].Similarity, minSimilarity)
	require.LessOrEqual(t, c.Overlaps[0].Similarity, 1.0)
	require.Len(t, c.Distinctive, 1, "only focus has facets")
	require.Equal(t, "dark", c.Distinctive[0].Facets[0].Facet)
	require.Equal(t, "mast", c.Distinctive[0].Facets[1].Facet)

	back := Compare(p, []*fit.Role{p.Role("pilot"), p.Role("rigger"), p.Role("diver")}, nil)
	require.Equal(t, c.Overlaps[0].Similarity, back.Overlaps[0].Similarity, "the order of the roles changes nothing")
	slices.Reverse(back.Distinctive[0].Facets)
	require.Equal(t, c.Distinctive[0].Facets[:2], []RoleText{back.Distinctive[0].Facets[0], back.Distinctive[0].Facets[1]})
}

func TestSimilarityOfEqualWordsIsOne(t *testing.T) {
	same := fit.Facet{ID: "a", Text: "Deploy services gradually"}
	role := func(id string, facets ...fit.Facet) *fit.Role {
		return &fit.Role{ID: id, Parts: [3]fit.Part{{Facets: facets}}}
	}
	overlapping, _ := similarities([]*fit.Role{role("x", same, fit.Facet{ID: "b", Text: "Paint doors"}), role("y", fit.Facet{ID: "c", Text: "Deploying a service, gradually"})})
	require.Len(t, overlapping, 1)
	require.InDelta(t, 1, overlapping[0].Similarity, 1e-9)
}

// What no role says is left out, so that no heading is without a text.
func TestEmptyAspects(t *testing.T) {
	roles := []*fit.Role{{ID: "a", Picture: "A bridge"}, {ID: "b"}}
	var ids []string
	for _, a := range Compare(&fit.Pack{}, roles, nil).Aspects {
		ids = append(ids, a.ID)
	}
	require.Equal(t, []string{AspectPicture}, ids)
}
