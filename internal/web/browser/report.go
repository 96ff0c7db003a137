package browser

import (
	"fmt"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/report"
)

// A Report is a page to show, and the further pages that the person can open
// from it.
type Report struct {
	HTML  string   `json:"html"`
	Roles []Option `json:"roles"` // roles that a plan can lead to, beginning with the roles of the verdict
}

func (s *Session) shown() (*Report, error) {
	html, err := s.resultPage().HTMLFragment()
	out := &Report{HTML: string(html), Roles: []Option{}}
	r := s.score()
	for _, id := range r.About {
		out.Roles = append(out.Roles, Option{Key: id, Text: r.Role(id).Title})
	}
	return out, err
}

func (s *Session) resultPage() *page.Page { return withoutCommands(report.Result(s.score())) }

func (s *Session) plan(role string) (*Report, error) {
	if s.quiz.Pack.Role(role) == nil {
		return nil, fmt.Errorf("role %q is not in this quiz", role)
	}
	p := withoutCommands(report.Plan(insight.NewPlan(s.quiz.Pack, s.score(), insight.PlanRequest{Role: role})))
	p.Subtitle = ""
	html, err := p.HTMLFragment()
	return &Report{HTML: string(html), Roles: []Option{}}, err
}

// buttons lists commands that a button on the page does the work of, and how to
// find it.
var buttons = []struct{ command, text string }{
	{"rolefit quiz --part2", "Part 2 of the quiz asks for your conditions and skills. It's offered with your result."},
	{"rolefit quiz --skills", "Part 2 of the quiz asks for your skills. It's offered with your result."},
	{"rolefit quiz --settle", "The rest of the questions is offered with your result."},
}

// instead returns the notes that replace commands to type.
func instead(commands page.Commands) (notes []page.Block) {
	for _, c := range commands {
		for _, b := range buttons {
			if strings.HasPrefix(string(c.Line), b.command) {
				notes = append(notes, page.Note(b.text))
			}
		}
	}
	return notes
}

// withoutCommands returns a page without commands to type. It omits sections
// that contain nothing else.
func withoutCommands(p *page.Page) *page.Page {
	out := *p
	out.Sections = nil
	for _, s := range p.Sections {
		out.Add(s.Heading, blocksWithoutCommands(s.Blocks)...)
	}
	return &out
}

func blocksWithoutCommands(blocks []page.Block) (out []page.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case page.Commands:
			out = append(out, instead(b)...)
		case page.Columns:
			columns := make(page.Columns, len(b))
			for i, c := range b {
				columns[i] = page.Column{Title: c.Title, Blocks: blocksWithoutCommands(c.Blocks)}
			}
			out = append(out, columns)
		case page.Details:
			b.Blocks = blocksWithoutCommands(b.Blocks)
			out = append(out, b)
		default:
			out = append(out, b)
		}
	}
	return out
}

// warm draws the result of made-up answers, so that the browser has compiled
// the necessary code before the person has answered. It does one step at a
// time, because each takes a fraction of a second. Steps are numbered from 0.
// It reports whether there is another one.
func (s *Session) warm(step string) (bool, error) {
	p := report.Result(invented(s.quiz))
	var n int
	if _, err := fmt.Sscan(step, &n); err != nil || n >= len(p.Sections) {
		return false, err
	}
	p.Sections = p.Sections[n : n+1]
	_, err := p.HTMLFragment()
	return true, err
}

// invented returns the result of made-up answers to the first questions of a
// quiz.
func invented(q *fit.Quiz) *fit.Result {
	a := &fit.Answers{Pack: q.Pack.ID, Roles: q.Chosen()}
	for range q.Rounds[0] {
		step := q.Next(a)
		if step.Kind != fit.AskQuestion {
			break
		}
		if err := q.Record(a, fit.Event{ID: step.ID, Best: step.Options[0].Key, Worst: step.Options[1].Key}); err != nil {
			break
		}
	}
	return fit.Score(q, a)
}
