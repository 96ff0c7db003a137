package audit

// These are the limits that a pack must keep. A simulated figure breaks its
// limit only if it exceeds it by more than LimitStdErrs standard errors, so
// that a run with few people doesn't fail a pack at random. The limits leave
// some room around the figures of balanced packs with 2 to 12 roles.
const (
	// LimitStdErrs is the number of standard errors by which a simulated figure
	// may exceed its limit.
	LimitStdErrs = 4.0

	minShown     = 0.75 // how often the least shown role appears, relative to the most shown; leaders appear more in later rounds
	maxPlace     = 0.25 // share of a role's options in one position, above an equal share
	warnPlace    = 0.12 // the same, for a warning
	minSpare     = 1    // spare questions in a dimension, which replace skipped ones
	maxWordsDiff = 2.0  // difference between the mean words of two roles' options

	maxUneven       = 0.005   // deviation from an equal share of leads under random answers
	minClear        = 0.90    // clear verdicts that name the right role
	minLeaning      = 0.70    // leaning verdicts that name the right role
	minTossUp       = 0.80    // toss-ups that name the right role as one of the two
	minTop          = 0.50    // top role is right, as a fraction of the way from random to always
	minSame         = 1.0 / 3 // top role is the same in both interviews, on the same scale
	maxTopRightDiff = 0.06    // difference between two roles in how often the top role is right
	maxNicerShare   = 1.5     // leads of a slightly nicer role, relative to an equal share
	maxHybridClear  = 0.10    // clear verdicts for people who like two roles equally

	// Limits for the answers of real people.
	minAnswers   = 30   // answers needed to judge a question
	maxSkipped   = 0.10 // share of people who skip a question
	outlierBy    = 0.30 // how much nicer or less nice an option is than its role's other options
	outlierTimes = 3.5  // the same in standard errors; 1 of 20 audits of 100 equal options exceeds this
)

// maxRandomClear returns how often random answers may have a clear verdict.
// With fewer rivals, leading all of them is more likely.
func maxRandomClear(roles int) float64 {
	switch roles {
	case 2:
		return 0.07
	case 3:
		return 0.035
	}
	return 0.02
}

// fraction returns a share that lies the given fraction of the way from an
// equal share of the roles to 1.
func fraction(of float64, roles int) float64 {
	random := 1 / float64(roles)
	return random + float64(of*(1-random))
}
