package fast

import (
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// A tally is what the fits and most verdicts depend on: the questions answered
// and the sums. If it has no room for them, or the verdict may depend on more,
// loose is true.
type tally struct {
	answered answeredBits
	sums     sums
	loose    bool
}

// add counts an answer or a skip.
func (t *tally) add(a *answer) {
	if a.skip != 0 {
		t.loose = t.loose || fit.Skips[a.skip-1] == fit.None
		return
	}
	pair, ok := pairOf(a.best, a.worst)
	if a.question.place < 0 || !ok {
		t.loose = true
		return
	}
	t.answered.add(a.question.place)
	t.sums[a.question.Dimension] += a.question.pairs[pair]
}

// summed reports whether there are answers, and the tally has room for them.
func (r *Reader) summed() bool {
	return r.answered != answeredBits{} && !r.loose && len(r.answers) <= maxSummedAnswers
}

// An answeredBits holds a bit for each question, by its place in the quiz.
type answeredBits [maxSummedBits / 64]uint64

func (s *answeredBits) add(place int) { s[place/64] |= 1 << (place % 64) }

// Sums are sums of scores by dimension. Each role has a byte, the lowest for the
// first role. It includes one for each question that shows the role, so that it
// is never negative. The highest byte counts invalid answers.
type sums [len(fit.Dimensions)]uint64

const (
	maxSummedRoles   = 7   // roles that sums have room for
	maxSummedAnswers = 127 // answers; each adds at most two
	maxSummedBits    = 128 // questions with a bit
	invalid          = 1 << 56
	letters          = 4 // a to d
)

func (s *sums) valid() bool { return s.total() < invalid }

func (s *sums) total() (total uint64) {
	for _, n := range s {
		total += n
	}
	return total
}

// of returns a role's sum in a dimension, given how many questions show it.
func (s *sums) of(role int, d fit.Dimension) int { return int(s[d] >> (8 * role) & 0xff) }

// pairOf returns the index of two letters in question.pairs.
func pairOf(best, worst byte) (int, bool) {
	best, worst = best-'a', worst-'a'
	return int(best&3)<<2 | int(worst&3), best|worst < letters
}

// setPairs sets what each pair of letters adds to the sums, which is nothing if
// they have no room for the roles.
func (x *question) setPairs(roles []string) {
	var one [letters]uint64
	shown := uint64(0)
	for i := range one {
		if o := x.options['a'+i]; o >= 0 && len(roles) <= maxSummedRoles {
			one[i] = 1 << (8 * slices.Index(roles, x.Options[o].Role))
			shown += one[i]
		}
	}
	for i := range x.pairs {
		best, worst := i/letters, i%letters
		if x.pairs[i] = shown + one[best] - one[worst]; best == worst || x.options['a'+best] < 0 || x.options['a'+worst] < 0 {
			x.pairs[i] = invalid
		}
	}
}
