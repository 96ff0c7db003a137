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
