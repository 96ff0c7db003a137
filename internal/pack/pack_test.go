package pack

import (
	"slices"
	"testing"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/stretchr/testify/require"
)

func TestNeedsAreInPackOrder(t *testing.T) {
	p := Builtin()
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

func TestCheckoutIsPack(t *testing.T) {
	built := Builtin()
	p, problems := Check("../..")
	require.Empty(t, problems.Serious())
	require.Equal(t, built.Hash, p.Hash)
}
