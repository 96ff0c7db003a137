package pack

import (
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/document"
	"github.com/rolefit/rolefit/internal/fit"
)

// rulesOf returns the rules that the tags state for a field or, by default, for
// its value.
func rulesOf(of any, name string) document.Rules {
	s := document.ShapeOf(reflect.TypeOf(of))
	for _, f := range s.Fields {
		if f.Name == name {
			return f.Rules
		}
	}
	return s.Value.Rules
}

// Tags are literals, so they are compared with the constants that they repeat.
func TestTagsMatchLimits(t *testing.T) {
	require.Equal(t, fit.MinFacets, rulesOf(fit.Part{}, "facets").Least)
	require.Equal(t, fit.MaxShown, rulesOf(fit.Question{}, "options").Most)
	require.Equal(t, fit.MaxRoles, rulesOf(fit.Role{}, "paths").Most)
	require.Equal(t, fit.MaxRoles, rulesOf(answersFile{}, "roles").Most)
	require.EqualValues(t, fit.MaxLevel, *rulesOf(fit.Need{}, "").Max)
	require.EqualValues(t, fit.MaxLevel, *rulesOf(rating{}, "").Max)
	require.Len(t, rulesOf(skillsFile{}, "levels").Keys, fit.MaxLevel+1)
	require.EqualValues(t, fit.MaxOften, *rulesOf(fit.RoleCondition{}, "level").Max)
	require.EqualValues(t, uint64(fit.MaxSeed), *rulesOf(answersFile{}, "seed").Max)
	require.EqualValues(t, fit.MaxSeconds, *rulesOf(answer{}, "seconds").Max)
	require.EqualValues(t, fit.MaxExtraRounds, *rulesOf(answersFile{}, "extra").Max)
	require.Equal(t, len(fit.Dimensions), rulesOf(questionsFile{}, "rounds").Step)
	require.Equal(t, []string{string(fit.Unsure), string(fit.Unclear), string(fit.None)}, rulesOf(answer{}, "skip").Enum)
	var names []string
	for _, d := range fit.Dimensions {
		names = append(names, d.String())
	}
	require.Equal(t, names, rulesOf(fit.Question{}, "dimension").Enum)
	require.Equal(t, names, rulesOf(questionsFile{}, "prompts").Keys)
}
