package posting

// A Bin is a range of scores and the share of postings in it for which a reader
// agreed.
type Bin struct {
	Above float64 // lowest score in the bin
	Share float64 // share of postings for which the reader agreed
	N     int
}

// A Calibration lists bins in ascending order of score. Their shares ascend as
// well.
type Calibration []Bin

// at returns the estimate for a score.
func (c Calibration) at(x float64) Estimate {
	i := len(c) - 1
	for i > 0 && x < c[i].Above {
		i--
	}
	if i < 0 {
		return Estimate{Score: x}
	}
	return Estimate{Score: x, Share: c[i].Share, N: c[i].N}
}

// A Threshold contains the values at which a verdict changes.
type Threshold struct {
	None  float64 // minimum probability of another job for the verdict None
	Mixed float64 // minimum ratio of the second role's probability to the first's for the verdict Mixed
}

// Verdict returns the verdict for a score, and the indexes of the roles that it
// names.
func (t Threshold) Verdict(s Score) (v Verdict, named []int) {
	first, second := s.FirstTwo()
	switch {
	case s.None >= t.None:
		return None, nil
	case s.Role[second] >= float64(t.Mixed*s.Role[first]):
		return Mixed, []int{first, second}
	}
	return One, []int{first}
}
