package insight_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/fit/fittest"
	"github.com/rolefit/rolefit/internal/insight"
)

// counted is a market of Journey in which r00 was counted in enough postings.
func counted(postings int) *insight.Market {
	return &insight.Market{Source: "a survey", Roles: map[string]insight.MarketRole{
		"r00": {Postings: postings, Years: map[int]int{2023: 1, 2024: postings - 1}, Skills: map[string]int{"tests": 10, "metrics": 30}, Conditions: map[string]int{"nights": 20}},
		"r01": {Postings: 50, Skills: map[string]int{"tests": 25, "metrics": 5}, Conditions: map[string]int{"nights": 0}},
	}}
}

func TestMarketOfARole(t *testing.T) {
	p := fittest.Journey()
	p.Conditions = []fit.Condition{{ID: "nights", Name: "Nights"}}
	p.Roles[0].Conditions = []fit.RoleCondition{{Condition: "nights", Level: 2, Source: fit.FromPostings}}
	e := insight.Explain(p, &p.Roles[0], nil)
	e.AddMarket(p, counted(40))
	require.Equal(t, []insight.MarketShare{{ID: "metrics", Name: "Skill metrics", Share: 0.75}, {ID: "tests", Name: "Skill tests", Share: 0.25}}, e.Market.Skills, "the most frequent first")
	require.Equal(t, []int{40, 2024, 2023, 2024}, []int{e.Market.Postings, e.Market.MainYear, e.Market.FirstYear, e.Market.LastYear})
	require.Equal(t, 0.5, *e.Conditions[0].Share)

	e = insight.Explain(p, &p.Roles[0], nil)
	e.AddMarket(p, counted(29))
	require.Nil(t, e.Market, "too few postings to state a share")
	require.Nil(t, e.Conditions[0].Share)
	e.AddMarket(p, nil)
	require.Nil(t, e.Market)
}

func TestMarketOfSeveralRoles(t *testing.T) {
	p := fittest.Journey()
	roles := []*fit.Role{&p.Roles[0], &p.Roles[1]}
	c := insight.Compare(p, roles, nil)
	c.AddMarket(p, counted(40))
	require.Equal(t, []int{40, 50}, c.Market.Postings)
	require.Equal(t, insight.ComparedShare{ID: "metrics", Name: "Skill metrics", Shares: []float64{0.75, 0.1}}, c.Market.Skills[0])
	require.False(t, c.Market.Skills[1].Shared, "a quarter is too few")
	c = insight.Compare(p, append(roles, &p.Roles[2]), nil)
	c.AddMarket(p, counted(40))
	require.Nil(t, c.Market, "one of the roles was not counted")
}

// A source says which parts of a start are a guess.
func TestStartsSayWhatIsAGuess(t *testing.T) {
	p := fittest.Journey()
	p.Starts = []fit.Start{{ID: "backend", Name: "Backend"}}
	p.Roles[0].Starts = []fit.RoleStart{{Start: "backend", Source: "guess"}, {Start: "other", Source: "a book (brings, first); guess (first, pitfall, title)"}, {Start: "read", Source: "guesswork.example"}}
	p.Roles[0].Week = fit.Week{Short: "Quiet.", Long: "Mostly quiet."}
	e := insight.Explain(p, &p.Roles[0], nil)
	require.Equal(t, insight.StartParts[:], e.Starts[0].Guesses)
	require.Equal(t, "Backend", e.Starts[0].Name)
	require.Empty(t, e.Starts[0].Partly)
	require.Equal(t, []string{"pitfall"}, e.Starts[1].Guesses)
	require.Equal(t, []string{"first"}, e.Starts[1].Partly)
	require.Empty(t, e.Starts[2].Guesses)
	require.Equal(t, "Mostly quiet.", e.Week.Long)
	require.Nil(t, e.Try)
}
