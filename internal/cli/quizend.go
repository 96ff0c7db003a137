package cli

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"github.com/rolefit/rolefit/internal/ask"
	"github.com/rolefit/rolefit/internal/audit"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/report"
	"github.com/rolefit/rolefit/internal/share"
	"github.com/rolefit/rolefit/internal/state"
	"github.com/rolefit/rolefit/internal/wrap"
)

// ending saves the result and returns the content of the last screen.
func (a *app) ending(s *session) ask.Ending {
	a.saveVerdict(s)
	verdict := report.Verdict(s.result)
	e := ask.Ending{Title: verdict.Title, Tag: verdict.Tag, Text: verdict.Text, Odds: settleOdds(s.result), Actions: a.actions(s)}
	e.Body = func(width, lines int) []string {
		style := a.promptStyle(width)
		if style.Spoken {
			lines = 1 << 10 // unlimited, because there is no screen to fit on
		}
		text := report.Follows(s.result, style, lines).Text(style)
		return strings.Split(strings.Trim(string(text), "\n"), "\n")
	}
	if s.err != nil {
		e.Note = fmt.Sprintf("The result could not be saved: %v.", s.err)
	}
	return e
}

// actions returns what the person can do with the result of a session.
func (a *app) actions(s *session) []ask.Action {
	r := s.result
	read := func(key, name, help string, p func() *page.Page) ask.Action {
		return ask.Action{Key: key, Name: name, Help: help, Read: func(width int) string { return string(p().Text(a.promptStyle(width))) }}
	}
	all := []ask.Action{
		{Key: "m", Name: "more", Help: "Read the whole result.", Read: func(width int) string { return a.wholeResult(s, a.promptStyle(width)) }},
		read("w", "why", "Read which answers led to it, and how close it is.", func() *page.Page { return report.Why(r) }),
	}
	if plan := a.planOf(s); plan != nil {
		all = append(all, read("p", "plan", "Read your plan: what to do first, and what to learn.", func() *page.Page { return report.Plan(plan) }))
	}
	if roles := firstTwo(s); len(roles) == 2 {
		all = append(all, read("c", "compare", "Compare the first two roles.", func() *page.Page {
			c := insight.Compare(s.pack, roles, r)
			c.AddMarket(s.pack, a.market(s.pack))
			return report.Comparison(c)
		}))
	}
	return append(all,
		a.export(s, ask.Action{Key: "h", Name: "web page", Help: "Save the result as a web page in the current folder."}, ".html",
			func() ([]byte, error) { return report.Result(r).HTML() }),
		a.export(s, ask.Action{Key: "i", Name: "image", Help: "Save an image to share, without your answers."}, ".png",
			func() ([]byte, error) { return share.PNG(r) }))
}

// export returns an action that writes the result to a file in the current
// folder.
func (a *app) export(s *session, x ask.Action, extension string, draw func() ([]byte, error)) ask.Action {
	x.Do = func() string {
		file := "rolefit-" + cmp.Or(s.result.ID, state.NewID(a.env.Now())) + extension
		data, err := draw()
		if err == nil {
			err = writeFile(context.Background(), file, data)
		}
		if err != nil {
			return fmt.Sprintf("Not saved: %v.", err)
		}
		return "Saved here as " + file + "."
	}
	return x
}

// wholeResult returns the page of the result, including what changed since the
// previous result.
func (a *app) wholeResult(s *session, style page.Style) string {
	text := report.Result(s.result).Text(style)
	if s.store != nil && s.result.ID != "" {
		if before, _, err := before(s.store, s.result); err == nil {
			text = append(append(text, '\n'), report.Change(insight.NewChange(before, s.result)).Text(style)...)
		}
	}
	return string(text)
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
		request.Done, _ = s.store.Done(s.pack.ID) // on an error, the plan is shown without completed steps
	}
	return insight.NewPlan(s.pack, s.result, request)
}

// firstTwo returns the two roles of the lead.
func firstTwo(s *session) (roles []*fit.Role) {
	if s.result.Lead == nil {
		return nil
	}
	for _, id := range []string{s.result.Lead.Role, s.result.Lead.Over} {
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
	if s.result.ID == "" {
		return nil
	}
	a.say("to read it again: rolefit result")
	if s.result.Provisional {
		a.say("to answer the rest: %s", a.command("quiz --settle"))
	}
	if _, err := a.leading(s.result); err == nil {
		a.say("to see your plan: %s", a.command("plan"))
	}
	return nil
}

// settleOdds describes how likely more questions are to settle a close verdict.
func settleOdds(r *fit.Result) string {
	ends := map[fit.Verdict]string{
		fit.Leaning: "lean in %d becomes clear", fit.TossUp: "toss-up in %d becomes a lean", fit.Undecided: "such result in %d comes down to two roles",
	}
	for _, p := range audit.PublishedSettle {
		if p.From == r.Verdict && !r.Provisional {
			return fmt.Sprintf("%d more questions: in simulation, about one "+ends[p.From]+".", fit.ExtraQuestions, p.OneIn())
		}
	}
	return ""
}
