package audit

// Limits that a pack must keep. A simulated value breaks its limit only if it
// is beyond it by more than LimitStdErrs standard errors, so that a run with
// few people doesn't fail a pack at random. Balanced packs with 2 to 12 roles
// keep the limits with room to spare.
const (
	// LimitStdErrs is the number of standard errors by which a simulated value
	// may be beyond its limit.
	LimitStdErrs = 4.0

	minShown     = 0.75 // times that the least shown role appears, relative to the most shown; leaders appear more in later rounds
	maxPlace     = 0.25 // share of a role's options in one position, minus an equal share
	warnPlace    = 0.12 // the same share, above which there is a warning
	minSpare     = 1    // spare questions in a dimension, to replace skipped ones
	maxWordsDiff = 2.0  // difference between two roles in the mean number of words per option

	maxUneven       = 0.005   // difference from an equal share of leads under random answers
	minClear        = 0.90    // share of clear verdicts that name the right role
	minLeaning      = 0.70    // share of leaning verdicts that name the right role
	minTossUp       = 0.80    // share of toss-ups that name the right role as one of the two
	minTop          = 0.50    // how often the top role is right, on a scale from 0 for random to 1 for always
	minSame         = 1.0 / 3 // how often the top role is the same in both interviews, on the same scale
	maxTopRightDiff = 0.06    // difference between two roles in how often their fans get them as the top role
	maxNicerShare   = 1.5     // leads of a role with slightly nicer options, relative to an equal share
	maxHybridClear  = 0.10    // share of people who like two roles equally and get a clear verdict

	// Limits for the answers of real people.
	minAnswers   = 30   // number of answers needed to judge a question
	maxSkipped   = 0.10 // share of people who skip a question
	outlierBy    = 0.30 // difference in attractiveness between an option and its role's other options
	outlierTimes = 3.5  // the same difference, in standard errors
)

// maxRandomClear returns the maximum share of clear verdicts under random
// answers. It is higher for few roles, because leading all rivals is then more
// likely.
func maxRandomClear(roles int) float64 {
	switch roles {
	case 2:
		return 0.07
	case 3:
		return 0.035
	}
	return 0.02
}

// fraction returns the share that is the given fraction of the way from an
// equal share to 1.
func fraction(of float64, roles int) float64 {
	random := 1 / float64(roles)
	return random + float64(of*(1-random))
}
