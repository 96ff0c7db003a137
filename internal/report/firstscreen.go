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
// prompt below it. If it is too long, the least important parts are left out.
// The rest of the page repeats all of it.

// screenLines is the maximum number of lines on the first screen, including the
// title.
const screenLines = 22

// A cut determines what the first screen leaves out.
type cut struct {
	try      tryLength
	noNotice bool // omit what to notice about yourself, and when to retake the quiz
	noReady  bool
	short    bool // reasons don't mention the rejected option
	noWeek   bool
	noBut    bool // omit the strongest answer against the role, or those for two close ones
}

// A tryLength determines how much is shown of what to try.
type tryLength int

const (
	tryAll tryLength = iota
	tryShort
	tryNothing
)

// cuts lists what to leave out, in increasing amounts.
var cuts = [...]cut{
	{},
	{noNotice: true},
	{noNotice: true, try: tryShort},
	{noNotice: true, try: tryShort, noReady: true},
	{noNotice: true, try: tryShort, noReady: true, short: true},
	{noNotice: true, try: tryShort, noReady: true, short: true, noWeek: true},
	{noNotice: true, try: tryShort, noReady: true, short: true, noWeek: true, noBut: true},
	{noNotice: true, try: tryNothing, noReady: true, short: true, noWeek: true, noBut: true},
}

// firstScreen returns the verdict and what follows from it: the fits, the lead,
// the strongest answers for and against, what the job is like, what to try, and
// where to read more.
func (w result) firstScreen() []page.Block {
	p := w.shortened(page.Style{}, screenLines, func(c cut) *page.Page {
		blocks := append([]page.Block{w.callout()}, w.follows(c)...)
		return &page.Page{Title: w.heading(), Sections: []page.Section{{Blocks: append(blocks, w.commands())}}}
	})
	return p.Sections[0].Blocks
}

// follows returns what follows from a verdict. The caller shows the verdict
// above it.
func (w result) follows(c cut) []page.Block {
	blocks := w.fits()
	terms := w.terms(c)
	if note := doubt(w.Flags); note != "" {
		terms = append(page.Terms{{Name: "Note", Text: note}}, terms...)
	}
	if len(terms) > 0 {
		blocks = append(blocks, terms)
	}
	return blocks
}

// shortened returns the page with as little left out as possible, so that it
// fits in this many lines.
func (w result) shortened(s page.Style, lines int, make func(cut) *page.Page) (p *page.Page) {
	for _, c := range cuts {
		if p = make(c); bytes.Count(p.Text(s), []byte("\n")) <= lines {
			break
		}
	}
	return p
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
func (w result) terms(c cut) page.Terms {
	var all []page.Term
	switch {
	case w.Verdict == fit.NoRole:
		all = w.noneTerms()
	case w.Lead == nil || w.few():
	case len(w.Named) == 1:
		all = w.namedTerms(w.Named[0], c)
	default:
		all = w.nearTerms(c)
	}
	return slices.DeleteFunc(all, func(t page.Term) bool { return t.Text == "" })
}

func (w result) namedTerms(role string, c cut) []page.Term {
	terms := []page.Term{
		{Name: "Lead", Text: w.leadSentence()},
		{Name: "Conflict", Text: w.conflict()},
		{Name: "Ready", Text: w.readySentences(c, role)},
		{Name: "Why", Text: w.reason(role, c.short)},
	}
	if !c.noBut {
		terms = append(terms, page.Term{Name: "But", Text: w.reason(w.Lead.Over, true)})
	}
	if !c.noWeek {
		terms = append(terms, page.Term{Name: "A week", Text: sentence(w.role(role).Week.Short)})
	}
	return append(terms, page.Term{Name: "Try", Text: w.try(role, c)})
}

// argued is the maximum number of roles that the first screen argues for.
const argued = 3

// nearTerms returns the terms about the roles to choose between: the arguments
// for each, and what to try to decide between them.
func (w result) nearTerms(c cut) []page.Term {
	var reasons, tries []page.Term
	again := page.Term{Name: "Later"}
	if !c.noNotice {
		again.Text = retake
	}
	c.noNotice = true
	ids := w.contenders()
	ids = ids[:min(argued, len(ids))]
	for i, id := range ids {
		if reason := w.reason(id, c.short); reason != "" && !c.noBut {
			reasons = append(reasons, page.Term{Name: [...]string{"Why", "Or", "Or"}[i], Text: w.title(id) + ": " + uncapitalize(reason)})
		}
		if try := w.try(id, c); try != "" && !(i > 0 && c.noWeek && len(ids) > 2) { // there is room for one
			tries = append(tries, page.Term{Name: [...]string{"Try", "And", "And"}[i], Text: w.title(id) + ": " + uncapitalize(try)})
		}
	}
	return slices.Concat([]page.Term{{Name: "Lead", Text: w.leadSentence()}, {Name: "Conflict", Text: w.conflict()}, {Name: "Ready", Text: w.readySentences(c, ids...)}}, reasons, tries, []page.Term{again})
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
		s = wording.Capitalize(points(lead)) + " between the first two"
	}
	switch {
	case w.Verdict == fit.NoRole:
		return w.nearest() + " A fit only ranks the roles. It can't show that any of them suits you."
	case lead == "0":
		s = fmt.Sprintf("The first two are level; %s would make it clear.", points(threshold))
	case w.Verdict == fit.Clear:
		s += fmt.Sprintf(", and %s is enough for a clear verdict.", threshold)
	case w.Reason == fit.CardPass:
		s += fmt.Sprintf("; %s would be clear, but you passed on the job when you read about it without its title.", threshold)
	case w.Reason == fit.Provisional:
		s += ", enough for a clear verdict, but you haven't finished the quiz."
	default:
		s += fmt.Sprintf("; %s would make it clear.", threshold)
	}
	if w.Provisional && w.Reason != fit.Provisional {
		s += " You haven't finished the quiz, so this may change."
	}
	return s
}

// reason quotes the strongest answer for one of the first two roles, as a
// sentence. If short is true, it quotes only the option that counts.
func (w result) reason(role string, short bool) string {
	e := w.strongest(role)
	switch {
	case e == nil && !slices.Contains(w.Close, role):
		return ""
	case e == nil:
		return w.firstPick(role)
	case !short:
		return fmt.Sprintf("You'd rather %s than %s.", uncapitalize(e.Best.Text), uncapitalize(e.Worst.Text))
	case e.Best.Role == role:
		return fmt.Sprintf("You picked %s as the best.", quoted(e.Best.Text))
	}
	return fmt.Sprintf("You picked %s as the worst.", quoted(e.Worst.Text))
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

// try describes what to try this weekend.
func (w result) try(role string, c cut) string {
	t := w.role(role).Try
	switch {
	case t.Do == "" || c.try == tryNothing:
		return ""
	case c.try == tryShort:
		return brief(t)
	case c.noNotice:
		return experiment(t)
	}
	return experiment(t) + " " + sentence(t.Notice)
}

// brief returns the task in a sentence: the pack's own short text, or else the
// first sentence of the instructions.
func brief(t fit.Try) string {
	s := t.Short
	if s == "" {
		s, _, _ = strings.Cut(t.Do, ". ")
	}
	if t.Hours == 0 {
		return sentence(s)
	}
	return fmt.Sprintf("%s Takes about %s.", sentence(s), hours(t.Hours))
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
