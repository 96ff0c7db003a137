package audit

// The limits of a pack. A simulated figure breaks its limit when it is beyond it
// by more than LimitStdErrs of its standard errors, so that a run with few
// people doesn't fail a pack by chance. The limits leave room around what
// balanced packs of 2 to 12 roles reach.
const (
	// LimitStdErrs is how many standard errors a simulated figure may be beyond
	// its limit.
	LimitStdErrs = 4.0

	minShown     = 0.75 // how often the least shown role is shown, over the most shown one
	maxPlace     = 0.25 // share of a role's options in one place, above an equal share
	warnPlace    = 0.12 // the same, for a warning
	minSpare     = 1    // questions of a dimension left to replace a skipped one
	maxWordsDiff = 2.0  // between the mean words of two roles' options

	maxUneven       = 0.20    // how far from an equal share, over it, a role leads with random answers
	minClear        = 0.90    // clear names the right role
	minLeaning      = 0.70    // the same for leaning
	minTossUp       = 0.80    // toss-up names the right role among two
	minTop          = 0.50    // top role right, as a fraction of the way from random to always
	minSame         = 1.0 / 3 // same top role in both interviews, likewise
	maxTopRightDiff = 0.06    // difference between two roles in top role right
	maxNicerShare   = 1.5     // share of leads of a slightly nicer role, over an equal share
	maxHybridClear  = 0.10    // clear verdicts, of people who like two roles equally

	// Of real people's answers.
	minAnswers   = 30   // answers from which a question is judged
	maxSkipped   = 0.10 // share of the people asked who skip a question
	outlierBy    = 0.30 // how much nicer or less nice an option is than the others of its role
	outlierTimes = 3.5  // the same in standard errors: one of twenty audits of a hundred equal options finds one
)

// maxRandomClear returns how often random answers may have a clear verdict. The
// fewer rivals there are, the likelier it is to be ahead of all of them.
func maxRandomClear(roles int) float64 {
	switch roles {
	case 2:
		return 0.07
	case 3:
		return 0.035
	}
	return 0.02
}

// fraction returns the share that is this fraction of the way from an equal share
// of the roles to always.
func fraction(of float64, roles int) float64 {
	random := 1 / float64(roles)
	return random + float64(of*(1-random))
}
