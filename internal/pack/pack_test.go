package pack

import (
	"testing"

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
