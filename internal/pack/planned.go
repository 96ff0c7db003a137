package pack

import "github.com/rolefit/rolefit/internal/fit"

// Planned returns the questions of all rounds in interview order, as a form asks
// them.
func Planned(q *fit.Quiz) []*fit.Question { return planned(q) }
