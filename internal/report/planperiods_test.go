package report

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/page"
)

// The table counts the hours worked in a period, even if no step ends in it, and
// then names the step. It has no row without any work.
func TestHoursWorked(t *testing.T) {
	plan := &insight.Plan{
		HoursPerWeek: 4, Progress: insight.Progress{Steps: 1, Hours: 20}, Steps: []insight.PlanStep{{ID: "a/1", Name: "A", Level: 1, Hours: 20, Ends: 20}},
		Periods: []insight.Period{{Days: 30}, {Days: 60, Steps: []string{"a/1"}, Hours: 20}, {Days: 90}},
	}
	require.Equal(t, [][]string{{"Days 1 to 30, on A, level 1", "–", "17"}, {"Days 31 to 60", "1", "3"}, {"Left", "1", "20"}},
		duration(plan)[1].(page.Table).Rows)
}
