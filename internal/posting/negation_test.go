package posting

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAffirmed(t *testing.T) {
	for line, want := range map[string]bool{
		"No on-call.":                            false,
		"on-call is not required":                false,
		"You won't be part of the on-call rota.": false,
		"Not only on-call, but also design.":     true,
		"No meetings, but on-call once a month.": true,
		"You share on-call with five others.":    true,
	} {
		at := strings.Index(line, "on-call")
		require.Equal(t, want, len(affirmed(line, []Mark{{at, at + len("on-call")}})) == 1, line)
	}
}
