package audit

// What a pack must keep. A limit on a simulated figure is broken when the
// figure is beyond it by more than LimitErrors of its standard errors, so that
// a run with few people fails a pack for what it is, not for bad luck. The
// limits leave room around what balanced packs of 2 to 12 roles reach.
const (
	// LimitErrors is how many standard errors a simulated figure may be beyond
	// its limit.
	LimitErrors = 4.0

	minShown     = 0.75 // how often the least shown role is shown, over the most shown one
	maxPlace     = 0.25 // share of a role's options in one place, above an equal share
	roughPlace   = 0.12 // the same, from which it is worth a warning
	minSpare     = 1    // questions of a dimension left to make a skip good
	maxWordsDiff = 2.0  // between the mean words of two roles' options

	maxUneven   = 0.20    // by how much of an equal share a role comes first more or less often, at random
	minClear    = 0.90    // clear names the right role
	minLeaning  = 0.70    // the same for leaning
	minTossUp   = 0.80    // toss-up names the right role among two
	minTop      = 0.50    // top role right, as a part of the way from luck to always
	minSame     = 1.0 / 3 // same top role twice, likewise
	maxRoleDiff = 0.06    // between the roles' top role right
	maxTilt     = 1.5     // what a role a little nicer gets, over an equal share
	maxSplit    = 0.10    // clear to one role, of people who like two equally

	// Of real people's answers.
	minAnswers   = 30   // answers to judge a question by
	maxSkipped   = 0.10 // share of those who were asked a question and skipped it
	outlierBy    = 0.30 // how much nicer or less nice an option is than its role's others
	outlierTimes = 3.5  // its standard errors: of a hundred options with nothing to them, one in twenty audits has one
)

// maxRandomClear is how often random answers may be called clear, by the
// number of roles: with two there is one rival to be ahead of by luck, with
// three there are two.
func maxRandomClear(roles int) float64 {
	switch roles {
	case 2:
		return 0.07
	case 3:
		return 0.035
	}
	return 0.02
}

// part is the share that lies part of the way from luck, an equal share of
// the roles, to always.
func part(of float64, roles int) float64 {
	luck := 1 / float64(roles)
	return luck + of*(1-luck)
}
