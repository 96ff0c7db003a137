package insight

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
)

func TestSignals(t *testing.T) {
	refused := func(role string) fit.ConditionResult {
		return fit.ConditionResult{Name: "x", Answer: fit.Refuse, Levels: map[string]int{"a": 1, "b": 1, "c": 1, role: 2}}
	}
	avoided := func(role string) fit.ConditionResult {
		return fit.ConditionResult{Name: "x", Answer: fit.RatherNot, Levels: map[string]int{"a": 2, "b": 2, "c": 2, role: 3}}
	}
	for name, c := range map[string]struct {
		cards      [3]fit.CardRating
		conditions []fit.ConditionResult
		want       Signals
		role       string
	}{
		"no signal":               {cards: [3]fit.CardRating{fit.Maybe, fit.Maybe, fit.Maybe}},
		"no cards":                {},
		"one card missing":        {cards: [3]fit.CardRating{fit.Want, "", fit.Pass}},
		"only wanted":             {cards: [3]fit.CardRating{fit.Maybe, fit.Want, fit.Pass}, want: Signals{Card: "b", Wanted: true}, role: "b"},
		"two wanted":              {cards: [3]fit.CardRating{fit.Want, fit.Want, fit.Pass}},
		"only one not passed":     {cards: [3]fit.CardRating{fit.Pass, fit.Pass, fit.Maybe}, want: Signals{Card: "c"}, role: "c"},
		"only one without":        {conditions: []fit.ConditionResult{refused("a"), avoided("c")}, want: Signals{Conditions: "b", NoConflict: true}, role: "b"},
		"fewer refused":           {conditions: []fit.ConditionResult{refused("a"), refused("b"), refused("b"), refused("c"), avoided("c")}, want: Signals{Conditions: "a"}, role: "a"},
		"only one without refuse": {conditions: []fit.ConditionResult{refused("a"), avoided("c"), avoided("b"), refused("b")}, want: Signals{Conditions: "c", NoRefusal: true}, role: "c"},
		"both agree":              {cards: [3]fit.CardRating{fit.Want, fit.Maybe, fit.Maybe}, conditions: []fit.ConditionResult{refused("b"), refused("c")}, want: Signals{Card: "a", Wanted: true, Conditions: "a", NoConflict: true, NoRefusal: true}, role: "a"},
		"both disagree":           {cards: [3]fit.CardRating{fit.Want, fit.Maybe, fit.Maybe}, conditions: []fit.ConditionResult{refused("a"), refused("c")}, want: Signals{Card: "a", Wanted: true, Conditions: "b", NoConflict: true, NoRefusal: true}},
	} {
		r := &fit.Result{About: []string{"a", "b", "c"}, Conditions: c.conditions}
		for i, id := range r.About {
			r.Roles = append(r.Roles, fit.RoleResult{ID: id, Card: c.cards[i]})
		}
		s := SignalsOf(r, r.About)
		require.Equal(t, c.want, s, name)
		require.Equal(t, c.role, s.Role(), name)
		require.Zero(t, SignalsOf(r, r.About[:1]), name)
		require.Zero(t, SignalsOf(r, []string{"a", "unknown"}), name)
	}
}

// A condition separates two roles if it conflicts with one of them, or if it's
// much more common in one of them.
func TestContrasts(t *testing.T) {
	condition := func(name string, answer fit.Tolerance, a, b int) fit.ConditionResult {
		return fit.ConditionResult{Condition: name, Name: name, Answer: answer, Levels: map[string]int{"a": a, "b": b}}
	}
	r := &fit.Result{Roles: []fit.RoleResult{{ID: "a"}, {ID: "b"}}, Conditions: []fit.ConditionResult{
		condition("fine", fit.Fine, 3, 0),
		condition("close", fit.RatherNot, 2, 1),
		condition("both", fit.Refuse, 3, 2),
		condition("crosses", fit.RatherNot, 2, 3),
		condition("far", fit.RatherNot, 0, 2),
		condition("refused", fit.Refuse, 2, 1),
		{Name: "unknown", Answer: fit.Refuse, Levels: map[string]int{"a": 3}},
	}}
	require.Equal(t, []Contrast{
		{"refused", "refused", fit.Refuse, "a", "b", [2]int{2, 1}},
		{"far", "far", fit.RatherNot, "b", "a", [2]int{2, 0}},
		{"crosses", "crosses", fit.RatherNot, "b", "a", [2]int{3, 2}},
	}, Contrasts(r, "a", "b"))
	s := SignalsOf(r, []string{"a", "b"})
	require.Equal(t, "b", s.Conditions, "a comes with two things that the person refuses")
	require.Equal(t, "refused", s.Between.Name)
	require.Equal(t, []string{"both", "unknown", "refused", "close", "crosses"}, clashNames(Clashes(r, "a")))
}

func clashNames(all []Clash) (names []string) {
	for _, c := range all {
		names = append(names, c.Name)
	}
	return names
}
