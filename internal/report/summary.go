package report

import (
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// A Summary is a result in a few words, for images. It contains no answers, no
// date and no id.
type Summary struct {
	Pack  string // title of the pack
	Title string // subject of the verdict
	Tag   string // verdict, in a word or two
	Text  string
	Lead  string // how far the first role is ahead
	Note  string // reason that the answers may not mean much
	Roles []SummaryRole
}

// A SummaryRole is a role and its fit, which is nil if the role isn't judged.
type SummaryRole struct {
	ID    string
	Title string
	Fit   *float64
	Text  string // fit as printed
	Named bool   // whether the verdict names the role
}

// Summarize returns the summary of a result.
func Summarize(r *fit.Result) *Summary {
	w := result{r}
	c := w.callout()
	s := &Summary{Pack: r.Pack.Title, Title: c.Title, Tag: c.Tag, Text: c.Text, Lead: w.leadSentence()}
	switch {
	case slices.Contains(r.Flags, fit.Fast):
		s.Note = "Answered in a hurry, so it may change."
	case slices.Contains(r.Flags, fit.SamePlace):
		s.Note = "Often picked the same positions on the screen."
	}
	switch { // worded for other readers than the person
	case w.few():
		s.Text = ""
	case r.Verdict == fit.NoRole:
		s.Text = "Wants none of these jobs."
	case r.Verdict == fit.TossUp:
		s.Text = "These two are too close to call."
	}
	for _, bar := range r.Roles {
		if w.Thin() {
			bar.Fit = nil
		}
		s.Roles = append(s.Roles, SummaryRole{bar.ID, bar.Title, bar.Fit, whole(bar.Fit), slices.Contains(r.Named, bar.ID)})
	}
	return s
}
