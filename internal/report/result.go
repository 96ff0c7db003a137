package report

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/page"
)

// A result is a fit.Result being turned into a page.
type result struct{ *fit.Result }

// Result returns the page of a result: first the verdict and its consequences,
// then the rest in the order in which people ask for it.
func Result(r *fit.Result) *page.Page {
	w := result{r}
	p := &page.Page{Title: "Your result", Subtitle: w.subtitle()}
	if r.Pack.Title != "" {
		p.Title = r.Pack.Title
	}
	p.Add("", w.first()...)
	switch {
	case r.Verdict == fit.TossUp && len(r.Named) == 2:
		w.tossUp(p)
	case w.few():
		p.Add("What your answers say so far", w.why()...)
	case r.Verdict == fit.Undecided:
		p.Add("What your answers do say", w.undecided()...)
		p.Add("For and against", w.why()...)
	default:
		p.Add("Why this result", w.why()...)
	}
	if !w.few() {
		p.Add("How close it is", w.closeness()...)
	}
	p.Add("Fit by dimension", w.dimensions()...)
	p.Add("How ready you are", w.readiness()...)
	p.Add("Next steps", w.gaps()...)
	p.Add("The role cards", w.cards()...)
	p.Add("Before you rely on it", w.caveats()...)
	p.Add("All your answers", w.answers()...)
	return p
}

// few reports whether there are too few answers for a verdict.
func (w result) few() bool { return w.Reason == fit.TooFew || w.Reason == fit.NotCompared }

func (w result) subtitle() string {
	var parts []string
	if w.Taken != "" {
		parts = append(parts, day(w.Taken))
	}
	answers := count(w.Answered, "answer")
	if w.Skipped > 0 {
		answers += fmt.Sprintf(", %d skipped", w.Skipped)
	}
	parts = append(parts, answers)
	if w.ID != "" {
		parts = append(parts, "result "+w.ID)
	}
	return strings.Join(parts, " · ")
}

// first returns the first screen: the verdict, the fits, the lead, the
// strongest answers for and against, and what to read next.
func (w result) first() []page.Block {
	out := []page.Block{w.callout(), w.fits()}
	if lead := w.leadSentence(); lead != "" {
		out = append(out, page.Paragraph(lead))
	}
	if terms := w.reasons(); len(terms) > 0 {
		out = append(out, terms)
	}
	if slices.Contains(w.Flags, fit.Elsewhere) {
		out = append(out, page.Paragraph(w.nothingAppeals()))
	}
	return append(out, w.commands())
}

// callout returns the verdict as a headline.
func (w result) callout() page.Block {
	tag := string(w.Verdict)
	if w.Provisional {
		tag += ", so far"
	}
	switch {
	case w.Reason == fit.NotCompared:
		return page.Callout{Title: "Not enough answers", Tag: tag, Text: fmt.Sprintf("You've answered %s, too few to compare any two roles.", count(w.Answered, "question"))}
	case w.Reason == fit.TooFew:
		return page.Callout{Title: "Not enough answers", Tag: tag, Text: fmt.Sprintf("A verdict takes at least %d answers about each of the first two roles, and %d in every dimension. You've answered %s.", fit.MinAnswered, fit.MinPerDimension, count(w.Answered, "question"))}
	case w.Verdict == fit.TossUp:
		return page.Callout{Title: strings.Join(w.titles(w.Named), " or "), Tag: tag, Text: "Your answers don't tell these two apart."}
	case w.Verdict == fit.Undecided || len(w.Named) == 0:
		return page.Callout{Title: "No single role yet", Tag: tag, Text: "Three or more roles are too close together to pick one."}
	}
	role := w.role(w.Named[0])
	return page.Callout{Title: role.Title, Tag: tag, Text: sentence(role.Tagline)}
}

func (w result) fits() page.Block {
	bars := page.Bars{Mark: 50, Missing: "not judged"}
	for _, r := range w.Roles {
		bars.Rows = append(bars.Rows, page.Bar{Label: r.Title, Figure: figure(r.Fit), Strong: slices.Contains(w.Named, r.ID)})
	}
	return bars
}

// leadSentence describes how far the leading role is ahead and how far would be
// clear.
func (w result) leadSentence() string {
	if w.Lead == nil || w.few() {
		return ""
	}
	lead, threshold := w.leadNumbers()
	role, over := w.title(w.Lead.Role), w.title(w.Lead.Over)
	s := fmt.Sprintf("The lead over %s is %s", over, points(lead))
	if len(w.Named) != 1 {
		s = fmt.Sprintf("%s leads %s by %s", role, over, points(lead))
	}
	switch {
	case lead == "0":
		s = fmt.Sprintf("%s and %s are level; a lead of %s would be clear.", role, over, points(threshold))
	case w.Verdict == fit.Clear:
		s += fmt.Sprintf("; %s is enough to be clear.", threshold)
	case w.Reason == fit.Unfinished:
		s += ", enough to be clear, but the quiz isn't over."
	default:
		s += fmt.Sprintf("; %s would make it clear.", threshold)
	}
	if w.Provisional && w.Reason != fit.Unfinished {
		s += " The quiz isn't over, so this may change."
	}
	return s
}

// leadNumbers returns the lead and the threshold as printed. The lead is the
// difference of the printed fits. Both have a decimal where whole numbers would
// contradict the verdict.
func (w result) leadNumbers() (lead, threshold string) {
	a, b := w.role(w.Lead.Role).Fit, w.role(w.Lead.Over).Fit
	if a == nil || b == nil {
		return decimal(w.Lead.Points), decimal(w.Lead.ClearAt)
	}
	printed, clear := math.Round(*a)-math.Round(*b), math.Round(w.Lead.ClearAt)
	reached := w.Verdict == fit.Clear || w.Reason == fit.Unfinished
	if (printed >= clear) != reached || printed == 0 && w.Lead.Points >= 0.05 {
		return decimal(w.Lead.Points), decimal(w.Lead.ClearAt)
	}
	return strconv.Itoa(int(printed)), strconv.Itoa(int(clear))
}

// reasons returns the strongest answers for and against the leading role.
func (w result) reasons() page.Terms {
	var terms page.Terms
	if w.Lead == nil || w.Verdict == fit.Undecided || w.Verdict == fit.TossUp {
		return nil
	}
	if e := w.strongest(w.Lead.Role); e != nil {
		terms = append(terms, page.Term{Name: "Why", Text: preference(e)})
	}
	if e := w.strongest(w.Lead.Over); e != nil {
		terms = append(terms, page.Term{Name: "But", Text: preference(e)})
	}
	if len(w.Gaps) > 0 {
		g := w.Gaps[0]
		terms = append(terms, page.Term{Name: "Next", Text: fmt.Sprintf("%s, from level %d to %d: the first step is below.", g.Name, g.Level, g.Needed)})
	}
	return terms
}

// strongest returns the answer that speaks most strongly for a role, or nil.
func (w result) strongest(role string) *fit.Evidence {
	for i := range w.Evidence {
		if w.Evidence[i].For == role {
			return &w.Evidence[i]
		}
	}
	return nil
}

// preference describes an answer as a sentence about the person.
func preference(e *fit.Evidence) string {
	return fmt.Sprintf("You'd rather %s than %s.", uncapitalize(e.Best.Text), uncapitalize(e.Worst.Text))
}

func (w result) nothingAppeals() string {
	return fmt.Sprintf("Nothing appealed to you in %d of %s, so your role may not be one of these %s.", w.skippedAs(fit.None), count(w.Asked, "question"), number(len(w.Roles)))
}

// commands suggests what to read next. It puts an id into a command only if the
// id is a slug, which it may not be in a result from elsewhere.
func (w result) commands() page.Commands {
	about := w.About
	if w.Lead != nil && len(about) == 1 {
		about = []string{w.Lead.Role, w.Lead.Over}
	}
	if len(about) == 0 || slices.ContainsFunc(about, func(id string) bool { return !isSlug(id) }) {
		return page.Commands{{Text: "All roles", Line: command("rolefit roles", w.Pack)}}
	}
	var out page.Commands
	if len(w.Named) != 1 {
		return append(out, page.Command{Text: "Side by side", Line: command("rolefit compare "+strings.Join(about, " "), w.Pack)})
	}
	out = append(out, page.Command{Text: "What the job is like", Line: command("rolefit explain "+about[0], w.Pack)})
	if w.ID != "" {
		out = append(out, page.Command{Text: "Your plan", Line: command("rolefit plan "+about[0], w.Pack)})
	}
	return out
}

// role returns a role of the result, or an empty one if a result written by
// another program lacks it.
func (w result) role(id string) fit.RoleResult {
	if r := w.Role(id); r != nil {
		return *r
	}
	return fit.RoleResult{ID: id, Title: id}
}

func (w result) title(id string) string { return w.role(id).Title }

func (w result) titles(ids []string) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = w.title(id)
	}
	return out
}
