package matchpage

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/rolefit/rolefit/internal/posting"
	"github.com/rolefit/rolefit/internal/wording"
)

func (x view) verdictSentence() string {
	switch {
	case x.Foreign:
		return fmt.Sprintf("This posting is in %s. rolefit reads only English postings.", languageName(x.Lang))
	case x.Verdict == posting.One && x.Guess:
		return fmt.Sprintf("This posting reads most like one role: %s.", x.titleOf(x.Named[0]))
	case x.Verdict == posting.One && x.Doubt:
		return fmt.Sprintf("This posting may describe %s.", x.titleOf(x.Named[0]))
	case x.Verdict == posting.One:
		return fmt.Sprintf("This posting describes one role: %s.", x.titleOf(x.Named[0]))
	case x.Verdict == posting.Mixed && x.Several():
		return fmt.Sprintf("This posting may mix several roles, mainly %s and %s.", x.titleOf(x.Named[0]), x.titleOf(x.Named[1]))
	case x.Verdict == posting.Mixed && x.Doubt:
		return fmt.Sprintf("This posting may mix two roles: %s and %s.", x.titleOf(x.Named[0]), x.titleOf(x.Named[1]))
	case x.Verdict == posting.Mixed:
		return fmt.Sprintf("This posting mixes two roles: %s and %s.", x.titleOf(x.Named[0]), x.titleOf(x.Named[1]))
	case x.Even():
		return fmt.Sprintf("This posting may describe %s, or a job outside these roles.", x.Roles[0].Title)
	case x.Doubt:
		return "This posting doesn't clearly describe any of these roles."
	}
	return "This posting describes a job outside these roles."
}

// confidenceSentence states how often readers agreed with similar scores for
// postings that the model hadn't seen. If there is doubt, it includes the
// alternative.
func (x view) confidenceSentence() string {
	if !x.Measured() {
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
// named ones first and, if none is, the likeliest first. An empty id means
// another job.
func (x view) confident() []string {
	switch {
	case x.Even() && x.LikelyRole():
		return []string{x.Roles[0].ID, ""}
	case x.Even():
		return []string{"", x.Roles[0].ID}
	case x.Verdict == posting.None || x.Doubt:
		return append(slices.Clone(x.Named), "")
	}
	return x.Named
}

// inHundred returns the shares of what confidenceSentence mentions as counts
// that add up to 100 at most. None is 0 or 100, because a few hundred postings
// can't prove either.
func (x view) inHundred() []int {
	var out []int
	total := 0
	for _, id := range x.confident() {
		share := x.None.Share
		if id != "" {
			share = x.Role(id).Estimate.Share
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
func (x view) doubtSentence() string {
	switch {
	case x.Foreign:
		return ""
	case x.Short():
		return fmt.Sprintf("The text has only %s, too few to rely on this.", wording.Count(x.Mix.Words, "word"))
	case x.Verdict != posting.None && !x.Guess && x.FewLines():
		return "Few of its lines are about this work."
	}
	return ""
}

// inHundred rounds a share to a count out of 100.
func inHundred(share float64, least, most int) int {
	return min(max(int(math.Round(100*share)), least), most)
}

// mixSentence states how many lines are about each topic.
func (x view) mixSentence() string {
	var parts []string
	lines := func(n int) string {
		if len(parts) > 0 {
			return strconv.Itoa(n)
		}
		return wording.Count(n, "line")
	}
	for _, r := range slices.SortedStableFunc(slices.Values(x.Roles), func(a, b posting.Role) int { return b.Lines - a.Lines }) {
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
func (x view) titleSentence() string {
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
	case x.Verdict == posting.None && x.Doubt:
		return fmt.Sprintf("The title says %s, but the text doesn't make that clear.", names)
	case x.Verdict == posting.None:
		return fmt.Sprintf("The title says %s, but the text describes something else.", names)
	case x.Title.Differs:
		return fmt.Sprintf("The title says %s, but the text alone reads more like %s.", names, x.titleOf(x.textFirst()))
	case x.Verdict == posting.Mixed && len(claims) == 1:
		return fmt.Sprintf("The title names only %s.", names)
	}
	return "The title matches."
}

// textFirst returns the role that the text supports most, not counting roles
// that the title names.
func (x view) textFirst() string {
	for _, r := range x.Roles {
		if !slices.Contains(x.Title.Claims, r.ID) {
			return r.ID
		}
	}
	return x.Roles[0].ID
}
