package fit

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// unevenly returns a quiz and questions with 2 to 4 options that show the given
// number of roles, later roles less often than earlier ones.
func unevenly(roles, questions int, rng *rand.Rand) (*Quiz, []*Question) {
	var out []*Question
	for i := range questions {
		q := &Question{Dimension: Dimensions[i%len(Dimensions)]}
		size := 2 + rng.IntN(min(MaxShown, roles)-1)
		for _, r := range rng.Perm(roles) {
			if len(q.Options) < size && rng.IntN(roles) >= r/2 {
				q.Options = append(q.Options, Option{role: r})
			}
		}
		if len(q.Options) >= 2 {
			out = append(out, q)
		}
	}
	return &Quiz{Roles: make([]*Role, roles)}, out
}

// The formula gives the standard deviation of the lead of one role over another
// under random answering, however unevenly the roles are shown.
func TestStdErrIsSpreadOfRandomLeads(t *testing.T) {
	people := 100_000
	if testing.Short() {
		people = 2000
	}
	for _, roles := range []int{2, 3, 5, 8, 12} {
		t.Run(fmt.Sprint(roles), func(t *testing.T) {
			rng := rand.New(rand.NewPCG(1, uint64(roles)))
			quiz, questions := unevenly(roles, 40, rng)
			tally := NewTally(quiz)
			squares := make([][]float64, roles)
			for a := range squares {
				squares[a] = make([]float64, roles)
			}
			for range people {
				tally.Reset()
				for _, q := range questions {
					best := rng.IntN(len(q.Options))
					worst := (best + 1 + rng.IntN(len(q.Options)-1)) % len(q.Options)
					tally.Add(q, best, worst)
				}
				for a := range roles {
					for b := range a {
						lead := tally.lead(a, b)
						squares[a][b] += lead * lead
					}
				}
			}
			uneven := false
			for a := range roles {
				tally.countShared(a)
				for b := range a {
					uneven = uneven || tally.roles[a].n() != tally.roles[b].n()
					// The mean is 0, and the relative standard error of a
					// standard deviation is about 1/sqrt(2 people). With 66
					// pairs, one may deviate by 4 of these.
					require.InEpsilon(t, math.Sqrt(squares[a][b]/float64(people)), tally.stdErr(a, b), 4/math.Sqrt(2*float64(people)), "roles %d and %d", a, b)
				}
			}
			require.Equal(t, roles > 2, uneven, "roles should be shown unequally often")
		})
	}
}
