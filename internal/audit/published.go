package audit

import (
	"math"

	"github.com/rolefit/rolefit/internal/fit"
)

// A PublishedRow is a row of the simulated table in the docs and the help.
// Shares are in percent, for four roles. The first row is for random answers. A
// test compares the table with a new simulation.
type PublishedRow struct {
	Rho                   float64
	TopRight, Questions   float64
	Clear, ClearRight     float64
	Leaning, LeaningRight float64
	TossUp, TossUpRight   float64
	Undecided             float64
}

// Published is the simulated table that help method prints. Each row was
// simulated with a million people.
var Published = []PublishedRow{
	{0, 25.0, 22.9, 1.3, 25.0, 22.2, 25.0, 22.5, 50.0, 54.0},
	{.15, 71.1, 21.2, 11.7, 95.1, 38.9, 82.1, 29.3, 94.4, 20.1},
	{.20, 74.8, 20.7, 15.6, 96.4, 39.7, 84.6, 28.5, 95.6, 16.2},
	{.30, 79.9, 19.9, 23.0, 97.9, 39.2, 87.6, 26.5, 97.0, 11.3},
	{.40, 83.4, 19.2, 29.9, 98.7, 37.5, 89.2, 24.3, 97.7, 8.3},
}

// PublishedSame lists how often, in percent, the same role leads in two
// interviews of one simulated person, by row of Published.
var PublishedSame = []float64{25.0, 60.9, 65.5, 72.2, 77.0}

// A PublishedClear is how often, in percent, random answers get a clear verdict
// in a pack with this number of roles.
type PublishedClear struct {
	Roles int
	Clear float64
}

// PublishedRandom was simulated with at least a million people per row and nine
// facets per role and dimension. With more than four roles, later rounds show
// only the leading four, but the leader must still be ahead of all others.
var PublishedRandom = []PublishedClear{{2, 5.77}, {3, 2.52}, {4, 1.31}, {5, .65}, {8, .18}, {12, .0245}}

// A PublishedStep is how often, in percent, an extra round makes a close
// verdict of simulated people clearer: from a lean to clear, from a toss-up to
// a lean, or from undecided to two roles. Low and High are for rho .20 and .30.
type PublishedStep struct {
	From      fit.Verdict
	Low, High float64
}

// PublishedSettle is for four roles, simulated with 300,000 people per rho. A
// test compares it with a new simulation.
var PublishedSettle = []PublishedStep{{fit.Leaning, 13.3, 15.7}, {fit.TossUp, 17.4, 17.8}, {fit.Undecided, 31.5, 32.5}}

// OneIn returns n such that about one in n extra rounds makes the verdict
// clearer, based on the mean of Low and High.
func (p PublishedStep) OneIn() int { return int(math.Round(200 / (p.Low + p.High))) }
