package posting_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/page"
)

// TestGlance checks what the job at a glance says about pay and hours, and that
// quotes are listed once, also those of the title.
func TestGlance(t *testing.T) {
	x := match(t, "Support Technician (Remote, Canada)\n\n"+
		"$24.50 an hour. We grant stock options.\nThis is not an on-call role. You work 2nd shift, no weekends.\n"+
		"You work in a fast-paced place with changing priorities.\nYou answer tickets and set up laptops for our people.\n", nil)
	text := string(x.Page().Text(page.Style{Width: 120}))
	for _, part := range []string{"CAD 24.50 an hour; equity", "On-call  no\n", "shifts: yes; weekends: no; nights: not mentioned",
		"Workplace, Location: “Support Technician (Remote, Canada)” (in the title)"} {
		require.Contains(t, text, part)
	}
	require.Len(t, x.Page().Sections[len(x.Page().Sections)-1].Blocks[1], 1)
	for _, u := range x.Unusual {
		require.False(t, u.ID == "on-call" && u.Mentioned)
	}
}
