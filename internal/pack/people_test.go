package pack

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
)

const people = "../../testdata/answers/people/"

// TestPeople scores answers that independent readers gave for people described
// in real sources. It reports how often the labeled role comes first, how often
// it is among the first two, and how often a clear verdict is right. The
// minimums apply to the total: a single case proves nothing, and nothing is
// tuned to one.
func TestPeople(t *testing.T) {
	const topOne, topTwo, rightWhenClear = .80, .95, .85
	p := Builtin()
	var single, first, second, clear, right int
	for _, line := range labels(t) {
		id, label, _ := strings.Cut(line, ",")
		r := scorePerson(t, p, people+id+".json")
		t.Logf("%s  %-22s %-9s %v", id, label, r.Verdict, r.Named)
		if p.Role(label) == nil {
			continue // a mix of roles, or none
		}
		single++
		switch label {
		case r.Roles[0].ID:
			first++
		case r.Roles[1].ID:
			second++
		}
		if r.Verdict == fit.Clear {
			clear++
			if r.Named[0] == label {
				right++
			}
		}
	}
	t.Logf("first %d of %d, among the first two %d, right when clear %d of %d", first, single, first+second, right, clear)
	require.Equal(t, 20, single)
	require.GreaterOrEqual(t, float64(first)/float64(single), topOne)
	require.GreaterOrEqual(t, float64(first+second)/float64(single), topTwo)
	require.GreaterOrEqual(t, float64(right)/float64(clear), rightWhenClear)
}

func labels(t *testing.T) []string {
	data, err := os.ReadFile(people + "labels.csv")
	require.NoError(t, err)
	return strings.Fields(string(data))[1:] // without the header
}

// scorePerson scores one file, which must hold every answer that the
// schedule asks for.
func scorePerson(t *testing.T, p *fit.Pack, file string) *fit.Result {
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	q, a, err := NewReader(p).Answers(file, data)
	require.NoError(t, err)
	require.Equal(t, fit.AskCard, q.Next(a).Kind, file)
	r := fit.Score(q, a)
	require.False(t, r.Provisional, file)
	return r
}
