package render

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
)

// A report is a result on its way into a document.
type report struct{ *fit.Result }

// resultDoc is the page of a result, what matters most first.
func resultDoc(r *fit.Result) *doc {
	p := report{r}
	d := &doc{Title: "Your result", Subtitle: p.subtitle()}
	if r.Pack.Title != "" {
		d.Title = r.Pack.Title
	}
	d.add("", p.verdict()...)
	d.add("How the roles fit", p.fits()...)
	d.add("How sure this is", p.sureness()...)
	if r.Verdict == fit.TossUp && len(r.Named) == 2 {
		p.tossUp(d)
	} else {
		d.add("The answers behind it", p.evidence()...)
	}
	if r.Verdict == fit.Undecided {
		d.add("What would help", p.undecided()...)
	}
	d.add("How ready you are", p.readiness()...)
	d.add("Next steps", p.gaps()...)
	d.add("The untitled cards", p.cards()...)
	d.add("What to take with care", p.care()...)
	d.add("Go on from here", p.commands()...)
	return d
}

func (p report) subtitle() string {
	parts := []string{}
	if p.Taken != "" {
		parts = append(parts, day(p.Taken))
	}
	answered := count(p.Answered, "answer")
	if p.Skipped > 0 {
		answered += fmt.Sprintf(", %d skipped", p.Skipped)
	}
	parts = append(parts, answered)
	if p.Pack.ID != "" {
		parts = append(parts, "pack "+p.Pack.ID+" "+strconv.Itoa(p.Pack.Version))
	}
	if p.ID != "" {
		parts = append(parts, "result "+p.ID)
	}
	return strings.Join(parts, " · ")
}

// role finds a role of the result; an empty one when the result does not have
// it, which only a result written by somebody else can bring about.
func (p report) role(id string) fit.RoleResult {
	for _, r := range p.Roles {
		if r.ID == id {
			return r
		}
	}
	return fit.RoleResult{ID: id, Title: id}
}

func (p report) title(id string) string { return p.role(id).Title }

func (p report) titles(ids []string) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = p.title(id)
	}
	return out
}

func (p report) fits() []block {
	chart := fitChart{}
	for _, d := range fit.Dimensions {
		chart.Dimensions = append(chart.Dimensions, d.String())
	}
	for _, r := range p.Roles {
		row := fitRow{Title: r.Title, Fit: r.Fit, Named: slices.Contains(p.Named, r.ID)}
		if r.Place > 0 {
			row.Place = strconv.Itoa(r.Place)
		}
		for _, d := range chart.Dimensions {
			row.Parts = append(row.Parts, r.Dimensions[d])
		}
		chart.Rows = append(chart.Rows, row)
	}
	after := "A fit says what you prefer to the rest, not how much you like it."
	return []block{
		para{note, "From 0, always picked worst, to 100, always picked best; 50, in the middle, is what no preference gives."},
		chart,
		para{note, after},
	}
}

func (p report) sureness() []block {
	if p.Lead == nil {
		return nil
	}
	l := p.Lead
	leader, over := p.title(l.Role), p.title(l.Over)
	says := "Even random answers put some role in front, and no lead says how probable it is that a role is right for you: see rolefit help method."
	if p.Changes > 0 {
		says = fmt.Sprintf("Change %d of your %d answers and %s would lead. ", p.Changes, p.Answered, over) + says
	}
	return []block{leadChart{Leader: leader, Other: over, Points: l.Points, Chance: l.StdErr}, para{body, says}}
}

// The answers that are quoted for the leader, and against it unless the call
// is close; then both sides are shown in full.
const (
	quotedFor     = 3
	quotedAgainst = 1
)

func (p report) evidence() []block {
	if p.Lead == nil || len(p.Evidence) == 0 {
		return nil
	}
	against := quotedAgainst
	if p.Verdict == fit.Undecided {
		against = quotedFor
	}
	return []block{p.quotes(p.Lead.Role, quotedFor), p.quotes(p.Lead.Over, against)}
}

// quotes are the strongest answers for one of the first two roles over the
// other.
func (p report) quotes(role string, most int) quotes {
	other := p.Lead.Over
	if role == other {
		other = p.Lead.Role
	}
	q := quotes{
		Title: fmt.Sprintf("For %s over %s", p.title(role), p.title(other)),
		None:  fmt.Sprintf("No answer put %s above %s.", p.title(role), p.title(other)),
	}
	for _, e := range p.Evidence {
		if e.For != role || len(q.Items) == most {
			continue
		}
		q.Items = append(q.Items, quote{
			Prompt: p.prompt(e.Question), For: role == p.Lead.Role,
			Best: e.Best.Text, BestRole: p.title(e.Best.Role),
			Worst: e.Worst.Text, WorstRole: p.title(e.Worst.Role),
			Points: e.Weight,
		})
	}
	return q
}

func (p report) prompt(question string) string {
	for _, g := range p.Answers {
		if g.Question == question {
			return g.Prompt
		}
	}
	return ""
}

// commands say how to read on. Their ids are slugs in every pack; what a saved
// result has in their place is nothing to copy into a shell.
func (p report) commands() []block {
	about := p.About
	if p.Lead != nil && len(about) == 1 {
		about = []string{p.Lead.Role, p.Lead.Over}
	}
	if len(about) == 0 || slices.ContainsFunc(about, func(id string) bool { return !slug().MatchString(id) }) {
		return []block{command{"The roles, a line each", ofPack("rolefit roles", p.Pack)}}
	}
	out := []block{command{"Side by side", ofPack("rolefit compare "+strings.Join(about, " "), p.Pack)}}
	if len(p.Named) == 1 {
		out = slices.Insert(out, 0, block(command{"What the role is", ofPack("rolefit explain "+about[0], p.Pack)}))
		if p.ID != "" { // a plan begins at a saved result
			out = append(out, command{"The way there", ofPack("rolefit plan "+about[0], p.Pack)})
		}
	}
	return out
}

// builtinPack is the pack that needs no folder.
const builtinPack = "ops-roles"

// ofPack is a command about a pack. The folder of one of somebody's own is
// theirs to fill in: a result does not know it.
func ofPack(line string, p fit.PackRef) string {
	if p.ID == "" || p.ID == builtinPack {
		return line
	}
	return line + " --pack DIR"
}

var slug = lazily(`^[a-z0-9]+(-[a-z0-9]+)*$`)
