package report

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/wording"
)

// The first screen fits on a terminal with 24 lines and 80 columns, with a
// prompt below it. It contains as much as there is room for. The rest of the
// page repeats all of it.

// screenLines is the maximum number of lines on the first screen, including the
// title.
const screenLines = 22

// A detail determines what the first screen contains besides the verdict, the
// lead, a hint and the most serious conflict.
type detail struct {
	try     tryLength
	against bool // the strongest answer against the role or, for close roles, those for each
	ready   bool
	week    bool
}

// complete reports whether nothing important is left out: neither what to try
// nor what speaks against the verdict.
func (d detail) complete() bool { return d.try >= tryShort && d.against }

// details lists what to add if there is room for it, the most important first.
var details = [...]func(*detail){
	func(d *detail) { d.try = tryClause },
	func(d *detail) { d.try = tryShort },
	func(d *detail) { d.against = true },
	func(d *detail) { d.week = true },
	func(d *detail) { d.ready = true },
	func(d *detail) { d.try = tryAll },
	func(d *detail) { d.try = tryNotice },
}

// firstScreen returns the verdict and what follows from it: the fits, the lead,
// the strongest answers for and against, what the job is like, what to try, and
// where to read more.
func (w result) firstScreen() []page.Block {
	verdict := w.callout()
	draw := func(d detail) *page.Page {
		blocks := append([]page.Block{verdict}, w.follows(d)...)
		return &page.Page{Title: w.heading(), Sections: []page.Section{{Blocks: append(blocks, w.commands())}}}
	}
	p, d := w.fitted(page.Style{}, screenLines, draw)
	if !d.complete() && len(w.Named) == 1 { // the rest of the page describes the role
		verdict.Text = ""
		p, _ = w.fitted(page.Style{}, screenLines, draw)
	}
	return p.Sections[0].Blocks
}

// follows returns what follows from a verdict. The caller shows the verdict
// above it.
func (w result) follows(d detail) []page.Block {
	blocks := w.fits()
	terms := w.terms(d)
	if note := doubt(w.Flags); note != "" {
		terms = append(page.Terms{{Name: "Note", Text: note}}, terms...)
	}
	if len(terms) > 0 {
		blocks = append(blocks, terms)
	}
	return blocks
}

// fitted returns the page with as much detail as fits in this many lines, and
// that detail.
func (w result) fitted(s page.Style, lines int, make func(detail) *page.Page) (fits *page.Page, d detail) {
	fits = make(d)
	for _, add := range details {
		more := d
		add(&more)
		if p := make(more); bytes.Count(p.Text(s), []byte("\n")) <= lines {
			d, fits = more, p
		}
	}
	return fits, d
}

// Why returns the page about the answers behind a verdict.
func Why(r *fit.Result) *page.Page {
	w := result{r}
	p := &page.Page{Title: "Why this result"}
	p.Add("", w.why()...)
	p.Add("How close it is", w.closeness()...)
	p.Add("Fit by dimension", w.dimensions()...)
	return p
}

// callout returns the verdict as a callout.
func (w result) callout() page.Callout {
	tag := string(w.Verdict)
	if w.Provisional {
		tag += ", so far"
	}
	switch {
	case w.Verdict == fit.NoRole:
		return page.Callout{Title: "None of these roles", Tag: tag, Text: w.nothingWanted()}
	case w.Reason == fit.NotCompared:
		return page.Callout{Title: "Not enough answers", Tag: tag, Text: fmt.Sprintf("You've answered %s. That's too few to compare any two roles.", count(w.Answered, "question"))}
	case w.Reason == fit.TooFew:
		return page.Callout{Title: "Not enough answers", Tag: tag, Text: fmt.Sprintf("You've answered %s. A verdict takes at least %d answers about each of the top two roles, and %d in every dimension.", count(w.Answered, "question"), fit.MinAnswered, fit.MinPerDimension)}
	case w.Verdict == fit.TossUp:
		return page.Callout{Title: strings.Join(w.titles(w.byFit(w.Named)), " or "), Tag: tag, Text: "These two are too close to call."}
	case w.Verdict == fit.Undecided || len(w.Named) == 0:
		return page.Callout{Title: "No single role yet", Tag: tag, Text: w.closeText()}
	}
	role := w.role(w.Named[0])
	return page.Callout{Title: role.Title, Tag: tag, Text: sentence(role.Tagline)}
}

// byFit returns these roles in the order of the bars.
func (w result) byFit(ids []string) (sorted []string) {
	for _, r := range w.Roles {
		if slices.Contains(ids, r.ID) {
			sorted = append(sorted, r.ID)
		}
	}
	return sorted
}

// barsShown is the maximum number of bars on the first screen. The table below
// it contains all roles.
const barsShown = 5

func (w result) fits() []page.Block {
	if w.Thin() {
		return nil
	}
	bars := page.Bars{Head: []string{"Role", "Fit, from 0 to 100"}, Bare: true, Mark: 50, Missing: "no fit"}
	for _, r := range w.Roles[:min(barsShown, len(w.Roles))] {
		bars.Rows = append(bars.Rows, page.Bar{Label: r.Title, Figure: figure(r.Fit), Spoken: outOf(r.Fit), Strong: slices.Contains(w.Named, r.ID)})
	}
	return []page.Block{bars}
}

// outOf returns a fit and the end of its scale, for screen readers.
func outOf(fit *float64) string {
	if fit == nil {
		return ""
	}
	return whole(fit) + " of 100"
}

// terms returns what follows from the verdict, in a line or two each.
func (w result) terms(d detail) page.Terms {
	var all []page.Term
	switch {
	case w.Verdict == fit.NoRole:
		all = w.noneTerms()
	case w.Lead == nil || w.few():
	case len(w.Named) == 1:
		all = w.namedTerms(w.Named[0], d)
	default:
		all = w.nearTerms(d)
	}
	return slices.DeleteFunc(all, func(t page.Term) bool { return t.Text == "" })
}

func (w result) namedTerms(role string, d detail) []page.Term {
	terms := []page.Term{
		{Name: "Lead", Text: w.leadSentence()},
		{Name: "Conflict", Text: w.conflict()},
		{Name: "Ready", Text: w.readySentences(d, role)},
		{Name: "Why", Text: w.reason(role)},
	}
	if w.Verdict == fit.Leaning {
		terms = slices.Insert(terms, 1, page.Term{Name: "Hint", Text: w.hint(w.near())})
	}
	if d.against {
		terms = append(terms, page.Term{Name: "But", Text: w.reasonFor(w.Lead.Over)})
	}
	if d.week {
		terms = append(terms, page.Term{Name: "A week", Text: sentence(w.role(role).Week.Short)})
	}
	return append(terms, page.Term{Name: "Try", Text: w.try(role, d.try)})
}

// nearTerms returns the terms about the roles to choose between: the arguments
// for each, and what to try to decide between them.
func (w result) nearTerms(d detail) []page.Term {
	ids := w.argued()
	terms := []page.Term{
		{Name: "Lead", Text: w.leadSentence()},
		{Name: "Hint", Text: w.hint(w.contenders())},
		{Name: "Conflict", Text: w.conflict()},
		{Name: "Ready", Text: w.readySentences(d, ids...)},
	}
	if d.against {
		for i, id := range ids {
			terms = append(terms, page.Term{Name: [...]string{"Why", "Or", "Or"}[i], Text: w.reasonFor(id)})
		}
	}
	terms = append(terms, w.tries(ids, d.try)...)
	if d.try == tryNotice {
		terms = append(terms, page.Term{Name: "Later", Text: retake})
	}
	return terms
}

// retake is the sentence about when to retake the quiz.
const retake = "Retake the quiz in two weeks, after you've tried something, and see what holds up."

// leadSentence describes how far the first role is ahead and what lead would be
// clear.
func (w result) leadSentence() string {
	if w.Lead == nil || w.Thin() {
		return ""
	}
	lead, threshold := w.leadNumbers()
	s := fmt.Sprintf("%s over %s", wording.Capitalize(points(lead)), w.title(w.Lead.Over))
	if len(w.Named) != 1 {
		s = fmt.Sprintf("The first two differ by %s", points(lead))
	}
	switch {
	case w.Verdict == fit.NoRole:
		return w.nearest() + " A fit only ranks the roles. It can't show that any of them suits you."
	case lead == "0":
		s = fmt.Sprintf("The first two are tied; a clear lead takes %s.", points(threshold))
	case w.Verdict == fit.Clear:
		s += fmt.Sprintf(", and %s is enough for a clear verdict.", threshold)
	case w.Reason == fit.CardPass:
		s += fmt.Sprintf("; a clear lead takes %s, but you passed on the job when you read about it without its title.", threshold)
	case w.Reason == fit.Provisional:
		s += ", enough for a clear verdict, but you haven't finished the quiz."
	default:
		s += fmt.Sprintf("; a clear lead takes %s.", threshold)
	}
	if w.Provisional && w.Reason != fit.Provisional {
		s += " You haven't finished the quiz, so this may change."
	}
	return s
}

// reason quotes the strongest answer for one of the first two roles, as a
// sentence. It quotes only the option that counts.
func (w result) reason(role string) string {
	e := w.strongest(role)
	switch {
	case e == nil && !slices.Contains(w.Close, role):
		return ""
	case e == nil:
		return w.firstPick(role)
	case e.Best.Role != role:
		return fmt.Sprintf("You picked %s as the worst.", quoted(e.Worst.Text))
	}
	return fmt.Sprintf("You picked %s as the best.", quoted(e.Best.Text))
}

// reasonFor returns the reason for a role, and names the role. It returns "" if
// there is none.
func (w result) reasonFor(role string) string {
	reason := w.reason(role)
	if reason == "" {
		return ""
	}
	return w.title(role) + ": " + uncapitalize(reason)
}

// firstPick quotes the first answer for a role that evidence isn't about.
func (w result) firstPick(role string) string {
	for i := range w.Answers {
		a := &w.Answers[i]
		if text := a.Text(a.Best); text != "" && strings.HasPrefix(a.Best, role+"/") {
			return fmt.Sprintf("You picked %s as the best.", quoted(text))
		}
	}
	return ""
}

// nearest names the roles with the highest fit, in a sentence.
func (w result) nearest() string {
	var titles []string
	for _, r := range w.Roles {
		if r.Place == 1 {
			titles = append(titles, r.Title)
		}
	}
	return wording.And(titles) + verb(len(titles), " comes", " come") + " closest."
}

// commands lists commands to run next. It leaves out ids that aren't slugs,
// because they aren't safe in a command. A result from another program may have
// such ids.
func (w result) commands() page.Commands {
	about := w.contenders()
	if len(w.Named) == 1 {
		about = w.Named
	}
	switch {
	case w.Verdict == fit.NoRole:
		return page.Commands{{Text: "Add your own roles", Line: "rolefit help packs"}}
	case len(about) == 0 || slices.ContainsFunc(about, func(id string) bool { return !isSlug(id) }):
		return page.Commands{{Text: "All roles", Line: command("rolefit roles", w.Pack)}}
	case w.few() && w.ID != "":
		return page.Commands{{Text: "Answer the rest", Line: command("rolefit quiz --settle", w.Pack)}}
	case w.few():
		return page.Commands{{Text: "Take the quiz again", Line: command("rolefit quiz", w.Pack)}}
	case len(about) > 1:
		return page.Commands{{Text: "Side by side", Line: command("rolefit compare "+strings.Join(about, " "), w.Pack)}}
	case w.ID != "":
		return page.Commands{{Text: "Your plan", Line: command("rolefit plan "+about[0], w.Pack)}}
	}
	return page.Commands{{Text: "About the role", Line: command("rolefit explain "+about[0], w.Pack)}}
}
