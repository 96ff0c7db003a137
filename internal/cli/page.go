package cli

import (
	"bytes"
	"context"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/ask"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/report"
	"github.com/rolefit/rolefit/internal/share"
)

// This file knows how commands draw pages: formats and terminal capabilities.

// A format is an output format for a page.
type format string

const (
	formatText     format = "text"
	formatMarkdown format = "markdown"
	formatJSON     format = "json"
	formatHTML     format = "html"
	formatCSV      format = "csv"
	formatYAML     format = "yaml"
	formatPNG      format = "png"

	formatQuestions format = "questions"
	formatSurveyJS  format = "surveyjs"
)

// reportFormats lists the formats for pages.
var reportFormats = []format{formatText, formatMarkdown, formatJSON, formatHTML}

// style returns the style for text on the command's output.
func (a *app) style() page.Style {
	s := page.Style{Spoken: a.accessible(), All: a.all}
	terminal := a.env.OutTerminal && a.output == "-"
	if terminal {
		s.Spoken = s.Spoken || a.dumb()
		s.Width, _ = a.env.Size()
	}
	s.Color = a.colored(terminal)
	s.ASCII = (terminal || s.Spoken) && a.ascii()
	return s
}

// promptStyle returns the style for text in the interview.
func (a *app) promptStyle(width int) page.Style {
	return page.Style{Width: width, Strict: true, Color: a.colored(a.env.ErrTerminal), Spoken: a.inLines(), ASCII: a.ascii()}
}

// ascii reports whether the locale is limited to ASCII. Without a locale, it
// returns false, because most terminals support UTF-8.
func (a *app) ascii() bool {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if locale := strings.ToLower(a.env.Getenv(name)); locale != "" {
			return !strings.Contains(locale, "utf-8") && !strings.Contains(locale, "utf8")
		}
	}
	return false
}

// colored reports whether to use color on a stream; terminal is true if the
// stream is a terminal.
func (a *app) colored(terminal bool) bool {
	return a.color == "always" || a.color == "auto" && terminal && a.env.Getenv("NO_COLOR") == "" && !a.dumb()
}

// dumb reports whether the terminal can't position its cursor.
func (a *app) dumb() bool { return a.env.NoEscapes || a.env.Getenv("TERM") == "dumb" }

// accessible reports whether the user asked for output for screen readers.
func (a *app) accessible() bool { return a.plain || a.env.Getenv("ACCESSIBLE") != "" }

// inLines reports whether output must never overwrite text on the screen.
func (a *app) inLines() bool { return a.accessible() || a.dumb() }

// resultFormats lists the formats for a result. In addition to the formats for
// pages, it can be an image to share.
var resultFormats = append(slices.Clone(reportFormats), formatPNG)

// checkImage returns an error if an image would be printed to a terminal.
func (a *app) checkImage(f format) error {
	if f == formatPNG && a.output == "-" && a.env.OutTerminal {
		return usagef("a terminal can't show an image, expected a file with -o").hint("as in: rolefit result --format png -o result.png")
	}
	return nil
}

// show prints a page or, as JSON, the object behind it.
func (a *app) show(ctx context.Context, p *page.Page, object any, f format) error {
	if f == formatJSON {
		return a.showObject(ctx, object)
	}
	if a.readsAloud(f) {
		return a.readAloud(ctx, p)
	}
	data, err := a.draw(p, f)
	if err != nil {
		return err
	}
	return a.print(ctx, data)
}

// readsAloud reports whether text is for someone who listens to it on a
// terminal, where they can type which section to print.
func (a *app) readsAloud(f format) bool {
	return f == formatText && a.accessible() && a.output == "-" && a.env.InTerminal && a.env.OutTerminal
}

// readAloud prints pages one section at a time. A page with a single section is
// printed at once.
func (a *app) readAloud(ctx context.Context, pages ...*page.Page) error {
	style := a.style()
	return ask.Read(ctx, a.sections(pages, style, false), ask.Options{In: a.env.In, Out: a.env.Out, ASCII: style.ASCII, Width: style.Width})
}

func (a *app) draw(p *page.Page, f format) ([]byte, error) {
	switch f {
	case formatMarkdown:
		return p.Markdown(), nil
	case formatHTML:
		return p.HTML()
	default:
		return a.withPack(p).Text(a.style()), nil
	}
}

// withPack inserts the folder of the pack in use into a page's commands, which
// contain a placeholder. In formats that people share, the placeholder stays,
// because the path is private.
func (a *app) withPack(p *page.Page) *page.Page {
	if a.packDir() == "" {
		return p
	}
	return p.WithPack(a.packFlag())
}

// showObject prints a value as JSON.
func (a *app) showObject(ctx context.Context, v any) error {
	data, err := report.JSON(v)
	if err != nil {
		return err
	}
	return a.print(ctx, data)
}

// resultPage draws a result. If changed isn't nil, it also draws what changed
// since the previous result.
func (a *app) resultPage(r, before *fit.Result, f format) ([]byte, error) {
	switch f {
	case formatJSON:
		return report.JSON(r)
	case formatPNG:
		return share.PNG(r)
	}
	var all [][]byte
	for _, p := range a.resultPages(r, before) {
		data, err := a.draw(p, f)
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return bytes.Join(all, []byte("\n")), nil
}

// resultPages returns the page of a result and, if before isn't nil, one about
// what changed since then.
func (a *app) resultPages(r, before *fit.Result) []*page.Page {
	switch {
	case a.brief:
		return []*page.Page{report.Brief(r)}
	case before == nil:
		return []*page.Page{report.Result(r)}
	}
	return []*page.Page{report.Result(r), report.Change(insight.NewChange(before, r))}
}
