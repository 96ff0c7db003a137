package insight_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/fit/fittest"
	"github.com/rolefit/rolefit/internal/insight"
)

func TestListResults(t *testing.T) {
	r := fittest.Respondent(fittest.Synthetic(4, 9), fittest.Always("r00", "r01"), nil)
	gone := &fit.Result{ID: "old", Named: []string{"r09"}}
	list := insight.ListResults([]*fit.Result{r, gone})
	require.Equal(t, insight.ListedResult{Pack: r.Pack, Verdict: fit.Clear, Named: []insight.RoleRef{{ID: "r00", Title: "Role 0"}}, Lead: r.Lead}, list.Results[0])
	require.Equal(t, insight.ListedResult{ID: "old", Named: []insight.RoleRef{{ID: "r09", Title: "r09"}}}, list.Results[1])
}
