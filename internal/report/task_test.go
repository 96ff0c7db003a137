package report

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
)

// A step never seems shorter than what it links to.
func TestResourceHours(t *testing.T) {
	for _, x := range []struct {
		resource, task float64
		want           string
	}{{3, 4, "docs, 3 hours"}, {4, 4, "docs, 4 hours for all of it"}, {8, 4, "docs, 8 hours for all of it"}, {8, 0, "docs, 8 hours"}, {0, 4, "docs"}} {
		require.Equal(t, x.want, resource(fit.Resource{Kind: fit.Docs, Hours: x.resource}, x.task))
	}
}
