package fast

import (
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// A tally contains what the fits and most verdicts depend on: the questions
// answered and the sums of scores. loose is true if these don't fit into it, or
// if the verdict may depend on something else.
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

// summed reports whether the tally is complete and contains any answers.
func (r *Reader) summed() bool {
	return r.answered != answeredBits{} && !r.loose && len(r.answers) <= maxSummedAnswers
}

// answeredBits has a bit for each question, at its index in the quiz.
type answeredBits [maxSummedBits / 64]uint64

func (s *answeredBits) add(place int) { s[place/64] |= 1 << (place % 64) }

// sums contains sums of scores by dimension, packed into one byte per role,
// with the first role in the lowest byte. To keep it from being negative, each
// byte also counts one for each question that shows the role. The highest byte
// counts invalid answers.
type sums [len(fit.Dimensions)]uint64

const (
	maxSummedRoles   = 7   // roles that fit into sums
	maxSummedAnswers = 127 // answers that fit into sums, since each adds at most two
	maxSummedBits    = 128 // questions that fit into answeredBits
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

// of returns a role's sum in a dimension plus the number of questions that show
// the role.
func (s *sums) of(role int, d fit.Dimension) int { return int(s[d] >> (8 * role) & 0xff) }

// pairOf returns the index of two letters in question.pairs.
func pairOf(best, worst byte) (int, bool) {
	best, worst = best-'a', worst-'a'
	return int(best&3)<<2 | int(worst&3), best|worst < letters
}

// setPairs computes what each pair of letters adds to the sums. That is nothing
// if there are too many roles.
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
