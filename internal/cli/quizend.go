package cli

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/ask"
	"github.com/rolefit/rolefit/internal/atomicfile"
	"github.com/rolefit/rolefit/internal/audit"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/report"
	"github.com/rolefit/rolefit/internal/share"
	"github.com/rolefit/rolefit/internal/state"
	"github.com/rolefit/rolefit/internal/wording"
	"github.com/rolefit/rolefit/internal/wrap"
)

// ending saves the result and returns the content of the last screen.
func (a *app) ending(s *session) ask.Ending {
	a.saveVerdict(s)
	verdict := report.Verdict(s.result)
	e := ask.Ending{Title: verdict.Title, Tag: verdict.Tag, Text: verdict.Text, Optional: len(s.result.Named) == 1, Odds: settleOdds(s.result), Actions: a.actions(s)}
	if s.outdated() {
		e.Notice = "Your web page doesn't have these answers yet. Press h to save a new one."
	}
	e.Body = func(width, lines int) ([]string, bool) {
		style := a.promptStyle(width)
		if style.Spoken {
			return a.paragraphs(s.result, style), true
		}
		p, complete := report.Follows(s.result, style, lines)
		return strings.Split(strings.Trim(string(p.Text(style)), "\n"), "\n"), complete
	}
	if s.err != nil {
		e.Note = fmt.Sprintf("The result could not be saved: %v.", s.err)
	}
	return e
}

// paragraphs returns what follows from a verdict, as paragraphs for a screen
// reader.
func (a *app) paragraphs(r *fit.Result, style page.Style) (all []string) {
	const lines = 22 // there is no screen to fit on, but nobody can skim what is read aloud
	add := func(b page.Block) []string {
		p := page.Page{Sections: []page.Section{{Blocks: []page.Block{b}}}}
		return strings.Split(strings.Trim(string(p.Text(style)), "\n"), "\n")
	}
	follows, _ := report.Follows(r, style, lines)
	for _, section := range follows.Sections {
		for _, b := range section.Blocks {
			terms, ok := b.(page.Terms)
			if !ok {
				all = append(all, add(b)...)
			}
			for _, t := range terms {
				all = append(all, strings.Join(add(page.Terms{t}), " "))
			}
		}
	}
	return all
}

// actions returns what the person can do with the result of a session.
func (a *app) actions(s *session) []ask.Action {
	r, waits := s.result, s.part2Waits()
	read := func(key, name, help string, pages func() []*page.Page) ask.Action {
		return ask.Action{Key: key, Name: name, Help: help, Read: func(width int) []ask.Section { return a.sections(pages(), a.promptStyle(width), waits) }}
	}
	all := []ask.Action{
		read("m", "whole result", "Read the whole result.", func() []*page.Page { return a.wholeResult(s) }),
		read("w", "why", "Read which answers led to it, and how close it is.", func() []*page.Page { return []*page.Page{report.Why(r)} }),
	}
	all[0].Short = "more"
	if plan := a.planOf(s); plan != nil {
		all = append(all, read("p", "plan", "Read your plan: what to do first, and what to learn.", func() []*page.Page { return []*page.Page{report.Plan(plan)} }))
	}
	if roles := contenders(s); len(roles) > 1 {
		all = append(all, read("c", "compare", "Compare the first roles.", func() []*page.Page {
			c := insight.Compare(s.pack, roles, r)
			c.AddMarket(s.pack, a.market())
			p := report.Comparison(c)
			if len(roles) > 2 { // all titles are too long for a line
				p.Title = fmt.Sprintf("The first %s roles", wording.Number(len(roles)))
			}
			return []*page.Page{p}
		}))
	}
	return append(all,
		ask.Action{Key: "h", Name: "web page", Help: "Save the result as a web page in the current folder.", Do: func() string {
			file, said := a.export(s, ".html", report.Result(r).HTML)
			if file != "" {
				s.page, s.pageOf = file, r
			}
			if file != "" && waits {
				said += " Part 2 isn't in it yet."
			}
			return said
		}},
		ask.Action{Key: "i", Name: "image", Help: "Save an image to share, without your answers.", Do: func() string {
			file, said := a.export(s, ".png", func() ([]byte, error) { return share.PNG(r) })
			if file != "" && a.accessible() {
				said += " To describe it: " + report.InShort(r)[0]
			}
			return said
		}})
}

// export writes the result to a file in the current folder. It returns the name
// of the file, or "" if it can't be written, and a message about it.
func (a *app) export(s *session, extension string, draw func() ([]byte, error)) (file, said string) {
	file = "rolefit-" + cmp.Or(s.result.ID, state.NewID(a.env.Now())) + extension
	data, err := draw()
	if err == nil {
		err = writePrivate(file, data)
	}
	if err != nil {
		return "", fmt.Sprintf("Not saved: %v.", err)
	}
	return file, "Saved here as " + file + "."
}

// outdated reports whether the saved web page is of an earlier result.
func (s *session) outdated() bool { return s.page != "" && s.pageOf != s.result }

// writePrivate writes a file in the current folder that only this person can
// read, because it may contain their answers.
func writePrivate(name string, data []byte) error {
	folder, err := os.OpenRoot(".")
	if err != nil {
		return err
	}
	defer folder.Close()
	if err := atomicfile.Write(atomicfile.In(folder, "."), name, data, 0o600); err != nil {
		return fmt.Errorf("writing %s: %w", wording.Quote(name), wording.Cause(err))
	}
	return nil
}

// wholeResult returns the page of the result, and one about what changed since
// the previous result.
func (a *app) wholeResult(s *session) []*page.Page {
	var earlier *fit.Result
	if s.store != nil && s.result.ID != "" {
		if r, _, err := before(s.store, s.result); err == nil {
			earlier = r
		}
	}
	return a.resultPages(s.result, earlier)
}

// keysForCommands replaces the commands that continue with part 2 by the key on
// the last screen that does, if part 2 waits there.
func keysForCommands(blocks []page.Block, waits bool) []page.Block {
	blocks = slices.Clone(blocks)
	for i, b := range blocks {
		commands, _ := b.(page.Commands)
		if waits && slices.ContainsFunc(commands, func(c page.Command) bool {
			line := string(c.Line)
			return strings.HasPrefix(line, "rolefit quiz --skills") || strings.HasPrefix(line, "rolefit quiz --part2")
		}) {
			blocks[i] = page.Note("To continue with part 2, conditions and skills, go back and press 2.")
		}
	}
	return blocks
}

// sections draws pages one section at a time. Part 2 may wait on the last
// screen.
func (a *app) sections(pages []*page.Page, style page.Style, waits bool) (all []ask.Section) {
	draw := func(heading string, p *page.Page) {
		for i := range p.Sections {
			p.Sections[i].Blocks = keysForCommands(p.Sections[i].Blocks, waits)
		}
		all = append(all, ask.Section{Heading: heading, Text: string(a.withPack(p).Text(style))})
	}
	for _, p := range pages {
		draw(p.Title, &page.Page{Title: p.Title, Subtitle: p.Subtitle})
		for _, s := range p.Sections {
			draw(s.Heading, &page.Page{Sections: []page.Section{s}})
		}
	}
	return all
}

// planOf returns the plan for the leading role, or for the first of several
// roles that share the lead. It returns nil if no role is judged.
func (a *app) planOf(s *session) *insight.Plan {
	role, err := a.leading(s.result)
	if err != nil {
		if len(s.result.About) == 0 {
			return nil
		}
		role = s.result.About[0]
	}
	request := insight.PlanRequest{Role: role, HoursPerWeek: insight.DefaultHoursPerWeek}
	if s.store != nil {
		request.Done, s.doneErr = s.store.Done(s.pack.ID) // on an error, the plan is shown without completed steps
	}
	return insight.NewPlan(s.pack, s.result, request)
}

// contenders returns the roles that are too close to call, or else the two of
// the lead.
func contenders(s *session) (roles []*fit.Role) {
	if s.result.Lead == nil {
		return nil
	}
	ids := s.result.Close
	if len(ids) == 0 {
		ids = []string{s.result.Lead.Role, s.result.Lead.Over}
	}
	for _, id := range ids {
		if role := s.pack.Role(id); role != nil {
			roles = append(roles, role)
		}
	}
	return roles
}

// sayVerdict prints what stays on the terminal after the last screen: the
// verdict, and how to read the full result.
func (a *app) sayVerdict(ctx context.Context, s *session) error {
	columns, _ := a.env.Size()
	text := ""
	for _, line := range report.InShort(s.result) {
		text += strings.Join(wrap.Lines(line, cmp.Or(columns, 80)), "\n") + "\n"
	}
	if a.style().ASCII {
		text = page.ASCII(text)
	}
	if err := a.print(ctx, []byte(text)); err != nil {
		return err
	}
	a.saySaved(s)
	a.sayNext(s)
	return nil
}

// sayNext prints where the result is, and the commands to return to it.
func (a *app) sayNext(s *session) {
	if s.page != "" {
		a.say("your web page: %s", s.page)
	}
	if s.result.ID == "" {
		return
	}
	if s.outdated() {
		a.say("it doesn't have your latest answers; to save a new one: rolefit result --format html -o %s", s.page)
	}
	if dir, err := state.Dir(a.env.Getenv, a.env.System, a.env.Home); err == nil {
		a.say("your results are in %s", dir)
	}
	a.say("to read it again: %s", a.command("result"))
	if s.part2Waits() {
		a.say("to continue with part 2, conditions and skills: %s", a.command("quiz --part2"))
	}
	if s.result.Provisional {
		a.say("to answer the rest: %s", a.command("quiz --settle"))
	}
	if _, err := a.leading(s.result); err == nil {
		a.say("to see your plan: %s", a.command("plan"))
	}
	a.say("to change an answer: %s", a.command("quiz --edit"))
	a.sayInstall()
}

// part2Waits reports whether part 2 hasn't begun and has something to ask.
func (s *session) part2Waits() bool {
	if s.inPart2() || len(s.result.Conditions)+len(s.result.Skills) > 0 {
		return false
	}
	_, err := s.quiz.Continue(s.result, fit.Part2)
	return err == nil
}

// settleOdds describes how likely more questions are to settle a close verdict.
func settleOdds(r *fit.Result) string {
	ends := map[fit.Verdict]string{
		fit.Leaning: "settle about one in %s results like this", fit.TossUp: "tip about one in %s toss-ups toward a role", fit.Undecided: "narrow about one in %s results like this to two roles",
	}
	for _, p := range audit.PublishedSettle {
		if p.From == r.Verdict && !r.Provisional {
			return fmt.Sprintf("%s more questions "+ends[p.From]+" (simulated).", wording.Capitalize(wording.Number(fit.ExtraQuestions)), wording.Number(p.OneIn()))
		}
	}
	return ""
}
