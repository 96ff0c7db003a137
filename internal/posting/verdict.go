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
	sureShare    = 0.6 // share of readers who agreed about similar postings
	certainShare = 0.9 // the same, to contradict the title or to reject a short text
	leastLines   = 2   // lines about the named roles
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
		return r.short() || r.namedShare() < sureShare || r.fewLines()
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

// fewLines reports whether few lines are about the named roles, or about roles
// at all.
func (r *Reading) fewLines() bool {
	named, all := 0, 0
	for _, x := range r.Roles {
		all += x.Lines
		if slices.Contains(r.Named, x.ID) {
			named += x.Lines
		}
	}
	return named < leastLines || float64(all) < leastInLine*float64(r.Mix.Lines)
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
	other := inHundred(x.None) + " a different job"
	role := func(r *Role) string { return fmt.Sprintf("%s mainly %s", inHundred(r.Estimate), r.Title) }
	var parts []string
	for _, id := range x.Named {
		parts = append(parts, role(x.role(id)))
	}
	switch {
	case x.even():
		parts = []string{other, role(&x.Roles[0])}
	case x.Verdict == None || x.Doubt:
		parts = append(parts, other)
	}
	return "Of 100 postings that read like this one, readers called " + wording.And(parts) + "."
}

// doubtSentence states what besides the confidence causes doubt.
func (x *Match) doubtSentence() string {
	switch {
	case x.Foreign:
		return ""
	case x.short():
		return fmt.Sprintf("The text has only %s, too few to rely on this.", wording.Count(x.Mix.Words, "word"))
	case x.Verdict != None && !x.Guess && x.fewLines():
		return "Few of its lines are about this work, so don't rely on this."
	}
	return ""
}

// inHundred formats a share as a count out of 100. It never returns 0 or 100,
// because a few hundred postings can't prove either.
func inHundred(e Estimate) string { return ofHundred(e.Share, 1, 99) }

func ofHundred(share float64, least, most int) string {
	return strconv.Itoa(min(max(int(math.Round(100*share)), least), most))
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
