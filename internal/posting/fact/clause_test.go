package fact

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/posting/document"
)

// TestBriefQuotes checks which clauses of a long sentence are quoted.
func TestBriefQuotes(t *testing.T) {
	const offer = "We offer 30 days of vacation and a ticket for the train, a EUR 500 budget for training, Munich or Berlin, 80% home office, " +
		"EUR 70.000 - 85.000, shared on-call duty (voluntary, 1 week in 8, EUR 400 a week), a bicycle, and a canteen."
	report := NewExtractor(Topics{}).Extract("", []document.Line{{Text: offer}})
	quotes := map[Kind]string{}
	for _, f := range report.Facts {
		quotes[f.Kind] = f.Quote
		require.NotEmpty(t, f.Quote[f.Start:f.End])
	}
	require.Equal(t, map[Kind]string{
		Salary:    "… 80% home office, EUR 70.000 - 85.000, shared on-call duty (voluntary, 1 week in 8, EUR 400 a week) …",
		OnCall:    "… shared on-call duty (voluntary, 1 week in 8, EUR 400 a week) …",
		Workplace: "… a EUR 500 budget for training, Munich or Berlin, 80% home office, EUR 70.000 - 85.000, shared on-call duty (voluntary, 1 week in 8, EUR 400 a week) …",
		Location:  "… a EUR 500 budget for training, Munich or Berlin, 80% home office …",
	}, quotes)
}
