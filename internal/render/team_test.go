package render

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
)

// group is the people of the tests, each once and some twice: enough to tell
// of them, and too few for the skills of some.
func group(t *testing.T, p *fit.Pack, q *fit.Quiz) *insight.TeamReport {
	t.Helper()
	team := insight.NewTeam(p)
	for name, someone := range people {
		r := someone.result(t, q)
		require.NoError(t, team.Add(r))
		if name == "leaning" || name == "toss-up" {
			require.NoError(t, team.Add(r))
		}
	}
	report, err := team.Report()
	require.NoError(t, err)
	return report
}
