package learn

import (
	"cmp"
	"slices"

	"github.com/rolefit/rolefit/internal/posting"
	"github.com/rolefit/rolefit/internal/posting/number"
)

// An outcome is a score and whether the reader agreed with it.
type outcome struct {
	score float64
	right bool
}

// leastBin is the minimum number of postings in a bin, so that its share means
// something.
const leastBin = 40

// calibrate returns the calibration for outcomes. It forms bins of about equal
// size and pools adjacent ones until the shares ascend (pool adjacent
// violators).
func calibrate(outcomes []outcome) posting.Calibration {
	sorted := slices.Clone(outcomes)
	slices.SortStableFunc(sorted, func(a, b outcome) int { return cmp.Compare(a.score, b.score) })
	var bins posting.Calibration
	var right []int
	for i := 0; i < len(sorted); {
		end := min(i+leastBin, len(sorted))
		for end < len(sorted) && (sorted[end].score == sorted[end-1].score || len(sorted)-end < leastBin) {
			end++
		}
		n := 0
		for _, o := range sorted[i:end] {
			if o.right {
				n++
			}
		}
		bins, right = append(bins, posting.Bin{Above: sorted[i].score, N: end - i}), append(right, n)
		for k := len(bins) - 1; k > 0 && right[k-1]*bins[k].N >= right[k]*bins[k-1].N; k-- {
			bins[k-1].N += bins[k].N
			right[k-1] += right[k]
			bins, right = bins[:k], right[:k]
		}
		i = end
	}
	const digits = 1000
	for k := range bins {
		bins[k].Share = number.Round(float64(right[k])/float64(bins[k].N), digits)
		bins[k].Above = number.Round(bins[k].Above, digits)
	}
	if len(bins) > 0 {
		bins[0].Above = 0
	}
	return bins
}

// unsure is the certainty recorded by a reader who has doubts.
const unsure = 1

// Targets for the thresholds, measured on the postings used to choose them.
// Postings about which the reader was unsure don't count.
const (
	wronglyNone = 0.04 // maximum share of postings for a role that get the verdict None
	oneRight    = 0.93 // minimum share of single-role verdicts that name the right role
	leastOne    = 0.25 // minimum share of postings that get a single-role verdict, which takes precedence over oneRight
)

// A judged is a posting's score and its true label.
type judged struct {
	score posting.Score
	truth truth
}

// thresholdOf chooses the thresholds using judged postings.
func thresholdOf(list []judged) posting.Threshold {
	return posting.Threshold{None: number.Round(noneThreshold(list), 1000), Mixed: number.Round(mixedThreshold(list), 1000)}
}

// noneThreshold returns the lowest threshold, but at least one half, at which
// few postings for a role get the verdict None. It returns a value above 1 if
// no posting is for another job.
func noneThreshold(list []judged) float64 {
	var roles []float64
	nones := 0
	for _, j := range list {
		switch {
		case j.truth.kind == posting.None:
			nones++
		case j.truth.conf != unsure:
			roles = append(roles, j.score.None)
		}
	}
	if nones == 0 || len(roles) == 0 {
		return 2
	}
	slices.Sort(roles)
	allowed := int(wronglyNone * float64(len(roles)))
	return max(roles[len(roles)-1-allowed]+0.001, 0.5)
}

// mixedThreshold returns the highest threshold at which enough single-role
// verdicts are right; see oneRight.
func mixedThreshold(list []judged) float64 {
	var ratios []outcome
	for _, j := range list {
		if j.truth.kind != posting.None && j.truth.first >= 0 {
			first, second := j.score.FirstTwo()
			ratios = append(ratios, outcome{j.score.Role[second] / j.score.Role[first], first == j.truth.first})
		}
	}
	if len(ratios) == 0 {
		return 1
	}
	slices.SortStableFunc(ratios, func(a, b outcome) int { return cmp.Compare(a.score, b.score) })
	best := ratios[int(leastOne*float64(len(ratios)-1))].score
	right := 0
	for i, o := range ratios {
		if o.right {
			right++
		}
		if float64(right) >= oneRight*float64(i+1) {
			best = max(best, o.score)
		}
	}
	return best + 0.001
}
