package posting

import "slices"

// Minimums for a verdict to be stated as fact. Postings that fewer of their
// lines support are often for other jobs.
const (
	sureShare    = 0.7 // share of readers who agreed about similar postings
	certainShare = 0.9 // the same, to contradict the title or to reject a short text
	leastLines   = 2   // lines about each of the named roles
	leastThird   = 0.5 // score of the third role, relative to the second's, at which a posting mixes more than two
	leastInLine  = 0.1 // lines about any of the roles, as a share of all lines
)

// ShortWords is the number of words below which a text is too short for a
// verdict to be stated as fact.
const ShortWords = 60

// doubts reports whether too little supports the verdict to state it as fact.
// A guess is never stated as fact.
func (r *Reading) doubts() bool {
	switch {
	case r.Guess:
		return true
	case r.Verdict != None:
		return r.Title.Other || r.Short() || r.Several() || r.namedShare() < sureShare || r.FewLines()
	case r.Short() || len(r.Title.Claims) > 0:
		return r.None.Share < certainShare
	}
	return r.None.Share < sureShare
}

// Short reports whether the text is short. The postings that the model was
// measured on are longer.
func (r *Reading) Short() bool { return r.Mix.Words < ShortWords }

// namedShare returns the share of readers who would assign one of the named
// roles.
func (r *Reading) namedShare() float64 {
	share := 0.0
	for _, x := range r.Roles {
		if slices.Contains(r.Named, x.ID) {
			share += x.Estimate.Share
		}
	}
	return share
}

// FewLines reports whether few lines are about one of the named roles, or about
// roles at all, and readers didn't almost always agree anyway.
func (r *Reading) FewLines() bool {
	all := 0
	for _, x := range r.Roles {
		all += x.Lines
	}
	return r.namedShare() < certainShare && (r.namedLines() < leastLines || float64(all) < leastInLine*float64(r.Mix.Lines))
}

// Several reports whether a mixed posting describes more than two roles: a third
// almost as much as the second, or two others with as many lines.
func (r *Reading) Several() bool {
	if r.Verdict != Mixed || len(r.Roles) < 3 {
		return false
	}
	least, others := r.namedLines(), 0
	for _, x := range r.Roles {
		if !slices.Contains(r.Named, x.ID) && x.Lines >= max(least, 1) {
			others++
		}
	}
	return others > 1 || others > 0 && r.Roles[2].Estimate.Score >= leastThird*r.Roles[1].Estimate.Score
}

// namedLines returns the number of lines about the named role that has fewest.
func (r *Reading) namedLines() int {
	least := r.Mix.Lines
	for _, x := range r.Roles {
		if slices.Contains(r.Named, x.ID) {
			least = min(least, x.Lines)
		}
	}
	return least
}

// Even reports whether the posting may as well describe one of the roles as
// another job.
func (x *Match) Even() bool { return x.Verdict == None && x.Doubt && !x.Guess && !x.Short() }

// LikelyRole reports whether the first role is more likely than another job.
func (x *Match) LikelyRole() bool { return x.Roles[0].Estimate.Share > x.None.Share }

// Measured reports whether the confidence is known. It isn't for a guess, for a
// short text, or for a role that the title contradicts.
func (x *Match) Measured() bool {
	return !x.Foreign && x.None.N > 0 && !x.Short() && (x.Verdict == None || !x.Title.Other)
}

// Role returns the posting's estimates for one of the pack's roles.
func (x *Match) Role(id string) *Role {
	return &x.Roles[slices.IndexFunc(x.Roles, func(r Role) bool { return r.ID == id })]
}
