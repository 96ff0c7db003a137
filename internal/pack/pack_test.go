package pack

import (
	"slices"
	"testing"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/stretchr/testify/require"
)

func TestBuiltinRoleIsTheOneOfThePack(t *testing.T) {
	p, err := Builtin()
	require.NoError(t, err)
	require.Len(t, p.Roles, 4)
	for _, want := range p.Roles {
		r, ok := BuiltinRole(want.ID)
		require.True(t, ok)
		require.ElementsMatch(t, want.Needs, r.Needs)
		r.Needs = want.Needs
		require.Equal(t, want, *r)
	}
	_, ok := BuiltinRole("../quiz/skills")
	require.False(t, ok)
}

func TestNeedsStandInTheOrderOfThePacksSkills(t *testing.T) {
	p, err := Builtin()
	require.NoError(t, err)
	for _, r := range p.Roles {
		require.NotEmpty(t, r.Needs)
		require.True(t, slices.IsSortedFunc(r.Needs, func(a, b fit.Need) int {
			index := func(id string) int {
				return slices.IndexFunc(p.Skills, func(s fit.Skill) bool { return s.ID == id })
			}
			return index(a.Skill) - index(b.Skill)
		}), r.ID)
	}
}

// The built-in pack is read without the checks at run time, so they are made
// here.
func TestBuiltinPassesItsOwnCheck(t *testing.T) {
	p, problems := Check("")
	require.Empty(t, problems)
	built, err := Builtin()
	require.NoError(t, err)
	require.Equal(t, built, p)
	p, problems = Check("../..")
	require.Empty(t, problems)
	require.Equal(t, built.Hash, p.Hash)
}
