package cli

import (
	"bytes"
	"context"

	"github.com/rolefit/rolefit/internal/advert"
	"github.com/rolefit/rolefit/internal/audit"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/render"
)

// This file is all that commands know of drawing: the formats, what a terminal
// can show, and one function for each page.

// A format is how a command prints its page.
type format = render.Format

const (
	formatText     = render.Text
	formatMarkdown = render.Markdown
	formatJSON     = render.JSON
	formatHTML     = render.HTML
	formatCSV      = format("csv")
	formatYAML     = format("yaml")
)

// reportFormats are those of every page that is meant to be read.
var reportFormats = []format{formatText, formatMarkdown, formatJSON, formatHTML}

// style is how text is drawn where the output goes.
func (a *app) style() render.Style {
	s := render.Style{Spoken: a.accessible()}
	terminal := a.env.OutTerminal && a.output == "-"
	if terminal {
		s.Spoken = s.Spoken || a.dumb()
		s.Width, _ = a.env.Size()
	}
	s.Color = a.colored(terminal)
	return s
}

// colored reports whether to use color on a stream that is a terminal or not.
func (a *app) colored(terminal bool) bool {
	return a.color == "always" || a.color == "auto" && terminal && a.env.Getenv("NO_COLOR") == "" && !a.dumb()
}

// dumb reports whether the terminal cannot be drawn on.
func (a *app) dumb() bool { return a.env.Getenv("TERM") == "dumb" }

// accessible reports whether lines for a screen reader were asked for.
func (a *app) accessible() bool { return a.plain || a.env.Getenv("ACCESSIBLE") != "" }

// inLines reports whether nothing is drawn over what is on the screen.
func (a *app) inLines() bool { return a.accessible() || a.dumb() }

// A drawer draws one kind of page.
type drawer[T any] func(T, render.Format, render.Style) ([]byte, error)

// show draws a page and prints it.
func show[T any](ctx context.Context, a *app, draw drawer[T], of T, f format) error {
	page, err := draw(of, f, a.style())
	if err != nil {
		return err
	}
	return a.print(ctx, page)
}

func (a *app) showRoles(ctx context.Context, l *insight.RoleList, f format) error {
	return show(ctx, a, render.Roles, l, f)
}

func (a *app) showExplanation(ctx context.Context, e *insight.Explanation, f format) error {
	return show(ctx, a, render.Explanation, e, f)
}

func (a *app) showComparison(ctx context.Context, c *insight.Comparison, f format) error {
	return show(ctx, a, render.Comparison, c, f)
}

func (a *app) showPlan(ctx context.Context, p *insight.Plan, f format) error {
	return show(ctx, a, render.Plan, p, f)
}

func (a *app) showResults(ctx context.Context, l *insight.ResultList, f format) error {
	return show(ctx, a, render.Results, l, f)
}

func (a *app) showTeam(ctx context.Context, r *insight.TeamReport, f format) error {
	return show(ctx, a, render.Team, r, f)
}

func (a *app) showAudit(ctx context.Context, r *audit.Report, f format) error {
	return show(ctx, a, render.Audit, r, f)
}

func (a *app) showPosting(ctx context.Context, r *advert.Reading, f format) error {
	return show(ctx, a, render.Match, r, f)
}

func (a *app) showPostings(ctx context.Context, readings []*advert.Reading, f format) error {
	return show(ctx, a, render.Matches, advert.NewList(readings), f)
}

// showObject prints a value as JSON.
func (a *app) showObject(ctx context.Context, v any) error {
	page, err := render.Object(v)
	if err != nil {
		return err
	}
	return a.print(ctx, page)
}

// resultPage draws a result, and what changed since the one before unless that
// is nil.
func (a *app) resultPage(r, before *fit.Result, f format) ([]byte, error) {
	page, err := render.Result(r, f, a.style())
	if err != nil || before == nil {
		return page, err
	}
	change, err := render.Change(insight.Change(before, r), f, a.style())
	return bytes.Join([][]byte{page, change}, []byte("\n")), err
}
