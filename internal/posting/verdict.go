package posting

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/rolefit/rolefit/internal/wording"
)

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
		return r.Title.Other || r.short() || r.several() || r.namedShare() < sureShare || r.fewLines()
	case r.short() || len(r.Title.Claims) > 0:
		return r.None.Share < certainShare
	}
	return r.None.Share < sureShare
}

// short reports whether the text is short. The postings that the model was
// measured on are longer.
func (r *Reading) short() bool { return r.Mix.Words < ShortWords }

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

// fewLines reports whether few lines are about one of the named roles, or about
// roles at all, and readers didn't almost always agree anyway.
func (r *Reading) fewLines() bool {
	all := 0
	for _, x := range r.Roles {
		all += x.Lines
	}
	return r.namedShare() < certainShare && (r.namedLines() < leastLines || float64(all) < leastInLine*float64(r.Mix.Lines))
}

// several reports whether a mixed posting describes more than two roles: a third
// almost as much as the second, or two others with as many lines.
func (r *Reading) several() bool {
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

func (x *Match) verdictSentence() string {
	switch {
	case x.Foreign:
		return fmt.Sprintf("This posting is in %s. rolefit reads only English postings.", languageName(x.Lang))
	case x.Verdict == One && x.Guess:
		return fmt.Sprintf("This posting reads most like one role: %s.", x.titleOf(x.Named[0]))
	case x.Verdict == One && x.Doubt:
		return fmt.Sprintf("This posting may describe %s.", x.titleOf(x.Named[0]))
	case x.Verdict == One:
		return fmt.Sprintf("This posting describes one role: %s.", x.titleOf(x.Named[0]))
	case x.Verdict == Mixed && x.several():
		return fmt.Sprintf("This posting may mix several roles, mainly %s and %s.", x.titleOf(x.Named[0]), x.titleOf(x.Named[1]))
	case x.Verdict == Mixed && x.Doubt:
		return fmt.Sprintf("This posting may mix two roles: %s and %s.", x.titleOf(x.Named[0]), x.titleOf(x.Named[1]))
	case x.Verdict == Mixed:
		return fmt.Sprintf("This posting mixes two roles: %s and %s.", x.titleOf(x.Named[0]), x.titleOf(x.Named[1]))
	case x.even():
		return fmt.Sprintf("This posting may describe %s, or a job outside these roles.", x.Roles[0].Title)
	case x.Doubt:
		return "This posting doesn't clearly describe any of these roles."
	}
	return "This posting describes a job outside these roles."
}

// even reports whether the posting may as well describe one of the roles as
// another job.
func (x *Match) even() bool { return x.Verdict == None && x.Doubt && !x.Guess && !x.short() }

// likelyRole reports whether the first role is more likely than another job.
func (x *Match) likelyRole() bool { return x.Roles[0].Estimate.Share > x.None.Share }

// measured reports whether the confidence is known, which it isn't for a guess
// or a short text.
func (x *Match) measured() bool { return !x.Foreign && x.None.N > 0 && !x.short() }

// confidenceSentence states how often readers agreed with similar scores for
// postings that the model hadn't seen. If there is doubt, it includes the
// alternative.
func (x *Match) confidenceSentence() string {
	if !x.measured() {
		return ""
	}
	var parts []string
	rest := 100
	for i, n := range x.inHundred() {
		if id := x.confident()[i]; id == "" {
			parts = append(parts, fmt.Sprintf("%d a different job", n))
		} else {
			parts = append(parts, fmt.Sprintf("%d mainly %s", n, x.titleOf(id)))
		}
		rest -= n
	}
	if confident := x.confident(); rest >= leastRest && len(confident) > 1 && slices.Contains(confident, "") {
		parts = append(parts, fmt.Sprintf("%d another of these roles", rest))
	}
	return "Of 100 postings that read like this one, readers called " + wording.And(parts) + "."
}

// leastRest is the minimum count out of 100 of the other roles to be mentioned.
const leastRest = 5

// confident returns the ids of the roles that confidenceSentence mentions, the
// named ones first and, if none is, the likeliest first. An empty id means another job.
func (x *Match) confident() []string {
	switch {
	case x.even() && x.likelyRole():
		return []string{x.Roles[0].ID, ""}
	case x.even():
		return []string{"", x.Roles[0].ID}
	case x.Verdict == None || x.Doubt:
		return append(slices.Clone(x.Named), "")
	}
	return x.Named
}

// inHundred returns the shares of what confidenceSentence mentions as counts
// that add up to 100 at most. None is 0 or 100, because a few hundred postings
// can't prove either.
func (x *Match) inHundred() []int {
	var out []int
	total := 0
	for _, id := range x.confident() {
		share := x.None.Share
		if id != "" {
			share = x.role(id).Estimate.Share
		}
		n := inHundred(share, 1, 99)
		out, total = append(out, n), total+n
	}
	for ; total > 100; total-- {
		out[slices.Index(out, slices.Max(out))]--
	}
	return out
}

// doubtSentence states what besides the confidence causes doubt.
func (x *Match) doubtSentence() string {
	switch {
	case x.Foreign:
		return ""
	case x.short():
		return fmt.Sprintf("The text has only %s, too few to rely on this.", wording.Count(x.Mix.Words, "word"))
	case x.Verdict != None && !x.Guess && x.fewLines():
		return "Few of its lines are about this work."
	}
	return ""
}

// inHundred rounds a share to a count out of 100.
func inHundred(share float64, least, most int) int {
	return min(max(int(math.Round(100*share)), least), most)
}

// mixSentence states how many lines are about each topic.
func (x *Match) mixSentence() string {
	var parts []string
	lines := func(n int) string {
		if len(parts) > 0 {
			return strconv.Itoa(n)
		}
		return wording.Count(n, "line")
	}
	for _, r := range slices.SortedStableFunc(slices.Values(x.Roles), func(a, b Role) int { return b.Lines - a.Lines }) {
		if r.Lines > 0 {
			parts = append(parts, lines(r.Lines)+" about "+x.shortTitle(r.ID)+" work")
		}
	}
	if x.Mix.Shared > 0 {
		parts = append(parts, lines(x.Mix.Shared)+" about work that all of these roles do")
	}
	if parts == nil || x.Foreign {
		return ""
	}
	if x.Mix.Other > 0 {
		parts = append(parts, lines(x.Mix.Other)+" about something else")
	}
	return wording.And(parts) + "."
}

// titleSentence compares the roles in the title with the text.
func (x *Match) titleSentence() string {
	if x.Foreign {
		return "" // the text wasn't searched for a role
	}
	var claims []string
	for _, id := range x.Title.Claims {
		claims = append(claims, x.titleOf(id))
	}
	names := wording.And(claims)
	switch {
	case x.Title.Other:
		return "The title is for a different job."
	case names == "":
		return ""
	case x.Verdict == None && x.Doubt:
		return fmt.Sprintf("The title says %s, but the text doesn't make that clear.", names)
	case x.Verdict == None:
		return fmt.Sprintf("The title says %s, but the text describes something else.", names)
	case x.Title.Differs:
		return fmt.Sprintf("The title says %s, but the text alone reads more like %s.", names, x.titleOf(x.textFirst()))
	case x.Verdict == Mixed && len(claims) == 1:
		return fmt.Sprintf("The title names only %s.", names)
	}
	return "The title matches."
}

// textFirst returns the role that the text supports most, not counting roles
// that the title names.
func (x *Match) textFirst() string {
	for _, r := range x.Roles {
		if !slices.Contains(x.Title.Claims, r.ID) {
			return r.ID
		}
	}
	return x.Roles[0].ID
}
