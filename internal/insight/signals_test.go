package insight

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
)

func TestSignals(t *testing.T) {
	refused := func(role string) fit.Conflict { return fit.Conflict{Role: role, Answer: fit.Refuse} }
	avoided := func(role string) fit.Conflict { return fit.Conflict{Role: role, Answer: fit.RatherNot} }
	for name, c := range map[string]struct {
		cards     [3]fit.CardRating
		conflicts []fit.Conflict
		want      Signals
		role      string
	}{
		"no signal":               {cards: [3]fit.CardRating{fit.Maybe, fit.Maybe, fit.Maybe}},
		"no cards":                {},
		"one card missing":        {cards: [3]fit.CardRating{fit.Want, "", fit.Pass}},
		"only wanted":             {cards: [3]fit.CardRating{fit.Maybe, fit.Want, fit.Pass}, want: Signals{Card: "b", Wanted: true}, role: "b"},
		"two wanted":              {cards: [3]fit.CardRating{fit.Want, fit.Want, fit.Pass}},
		"only one not passed":     {cards: [3]fit.CardRating{fit.Pass, fit.Pass, fit.Maybe}, want: Signals{Card: "c"}, role: "c"},
		"only one without":        {conflicts: []fit.Conflict{refused("a"), avoided("c")}, want: Signals{Conditions: "b", NoConflict: true}, role: "b"},
		"only one without refuse": {conflicts: []fit.Conflict{refused("a"), avoided("c"), avoided("b"), refused("b")}, want: Signals{Conditions: "c"}, role: "c"},
		"both agree":              {cards: [3]fit.CardRating{fit.Want, fit.Maybe, fit.Maybe}, conflicts: []fit.Conflict{refused("b"), refused("c")}, want: Signals{Card: "a", Wanted: true, Conditions: "a", NoConflict: true}, role: "a"},
		"both disagree":           {cards: [3]fit.CardRating{fit.Want, fit.Maybe, fit.Maybe}, conflicts: []fit.Conflict{refused("a"), refused("c")}, want: Signals{Card: "a", Wanted: true, Conditions: "b", NoConflict: true}},
	} {
		r := &fit.Result{About: []string{"a", "b", "c"}, Conflicts: c.conflicts}
		for i, id := range r.About {
			r.Roles = append(r.Roles, fit.RoleResult{ID: id, Card: c.cards[i]})
		}
		s := SignalsOf(r, r.About)
		require.Equal(t, c.want, s, name)
		require.Equal(t, c.role, s.Role(), name)
		require.Zero(t, SignalsOf(r, r.About[:1]), name)
		require.Zero(t, SignalsOf(r, []string{"a", "unknown"}), name)
	}
	r := &fit.Result{About: []string{"a"}, Roles: []fit.RoleResult{{ID: "a"}, {ID: "b"}}, Conflicts: []fit.Conflict{refused("a")}}
	require.Zero(t, SignalsOf(r, []string{"a", "b"}), "the conflicts of b aren't known")
}
