package report

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/insight"
)

// The headline doesn't say that nothing goes beyond random answers if the counts
// are hidden, and their JSON doesn't say so either.
func TestTeamHeadline(t *testing.T) {
	r := results(t)
	for _, x := range []struct {
		people, headline string
		hidden           int
	}{
		{"clear clear clear clear undecided undecided", "There are too few people to show which role the group leans to.", 8},
		{"clear clear clear clear undecided undecided undecided", "4 of 7 verdicts are clear.", 0},
	} {
		group := insight.NewTeam(kitchen())
		for name := range strings.FieldsSeq(x.people) {
			require.NoError(t, group.Add(r[name]))
		}
		report, err := group.Report()
		require.NoError(t, err)
		text := string(must(t, report))
		require.Equal(t, x.hidden, strings.Count(text, `"random":{`)-strings.Count(text, `"beyond":true`)-strings.Count(text, `"beyond":false`), text)
		require.Contains(t, fmt.Sprint(teamSummary(report)), x.headline)
	}
}

func must(t *testing.T, v any) []byte {
	t.Helper()
	text, err := json.Marshal(v)
	require.NoError(t, err)
	return text
}
