package report

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/page"
)

// The table counts the hours worked in a period, even if no step ends in it.
func TestHoursWorked(t *testing.T) {
	plan := &insight.Plan{
		HoursPerWeek: 4, Progress: insight.Progress{Steps: 1, Hours: 20}, Steps: []insight.PlanStep{{ID: "a/1", Hours: 20, Ends: 20}},
		Periods: []insight.Period{{Days: 30}, {Days: 60, Steps: []string{"a/1"}, Hours: 20}, {Days: 90}},
	}
	require.Equal(t, [][]string{{"Days 1 to 30", "0", "17"}, {"Days 31 to 60", "1", "3"}, {"Days 61 to 90", "0", "0"}, {"After that", "0", "0"}, {"Left", "1", "20"}},
		duration(plan)[1].(page.Table).Rows)
}
