package report

import (
	"fmt"
	"math"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/wording"
)

// Change returns the page that describes what changed between two results.
func Change(c *insight.Change) *page.Page {
	p := &page.Page{Title: "Since your previous result", Subtitle: "result " + c.Before.Result}
	if c.Before.Taken != "" {
		p.Title = "Since your result of " + day(c.Before.Taken)
	}
	if c.Mismatch != "" {
		p.Add("", page.Paragraph(mismatch(c)))
		return p
	}
	p.Add("", moved(c)...)
	p.Add("How your fits changed", moves(c)...)
	p.Add("Skills that changed", learned(c)...)
	return p
}

// mismatch explains why two results can't be compared.
func mismatch(c *insight.Change) string {
	const s = "It can't be compared with this one: "
	switch c.Mismatch {
	case insight.OtherPack:
		return s + fmt.Sprintf("it's from another pack, %s.", c.Before.Pack.ID)
	case insight.OtherVersion:
		return s + fmt.Sprintf("the pack's questions have changed (version %d then, %d now).", c.Before.Pack.Version, c.After.Pack.Version)
	}
	return s + "it compared different roles, and a fit depends on which roles are compared."
}

// moved summarizes the change in a sentence or two.
func moved(c *insight.Change) []page.Block {
	var beyond []string
	for _, m := range c.Roles {
		if m.Beyond {
			moved, _ := moveNumbers(&m)
			beyond = append(beyond, fmt.Sprintf("%s %s by %s", m.Title, direction(m.Move), points(moved[1:])))
		}
	}
	headline := "No fit changed more than random answers could explain."
	if len(beyond) > 0 {
		headline = wording.Capitalize(wording.And(beyond)) + ", more than random answers would explain."
	}
	out := []page.Block{page.Headline(headline), page.Paragraph(verdicts(c, len(beyond) > 0))}
	if c.Lead != nil {
		out = append(out, page.Paragraph(leadMoved(c)))
	}
	if c.Reworded {
		out = append(out, page.Note("The pack's wording changed in between, which may explain some of this."))
	}
	return out
}

func verdicts(c *insight.Change, beyond bool) string {
	then, now := outcome(c, c.Before), outcome(c, c.After)
	switch {
	case then == now:
		return "The verdict is the same: " + now + "."
	case beyond || c.Lead != nil && c.Lead.Beyond:
		return fmt.Sprintf("The verdict was %s and is now %s.", then, now)
	}
	return fmt.Sprintf("The verdict was %s and is now %s. Changes this small can shift a verdict even if your preferences are the same.", then, now)
}

func direction(move float64) string {
	if move < 0 {
		return "fell"
	}
	return "rose"
}

// outcome describes a verdict and the roles that it names.
func outcome(c *insight.Change, s insight.Snapshot) string {
	var names []string
	for _, id := range s.Named {
		names = append(names, changeTitle(c, id))
	}
	switch s.Verdict {
	case fit.Clear:
		return "clearly " + wording.And(names)
	case fit.Leaning:
		return "leaning toward " + wording.And(names)
	case fit.TossUp:
		return "a toss-up between " + wording.And(names)
	}
	return string(s.Verdict)
}

func changeTitle(c *insight.Change, id string) string {
	for _, m := range c.Roles {
		if m.ID == id {
			return m.Title
		}
	}
	return id
}

func leadMoved(c *insight.Change) string {
	l := c.Lead
	before, after := changeLead(c, 0, l.Before), changeLead(c, 1, l.After)
	if before == after {
		return fmt.Sprintf("%s still leads %s by %s.", changeTitle(c, l.Role), changeTitle(c, l.Over), points(before))
	}
	s := fmt.Sprintf("%s led %s by %s and now ", changeTitle(c, l.Role), changeTitle(c, l.Over), points(before))
	behind, trails := strings.CutPrefix(after, "-")
	switch {
	case trails:
		s += "trails it by " + points(behind)
	case after == "0":
		s += "is level with it"
	default:
		s += "leads it by " + points(after)
	}
	if l.Beyond {
		return s + ", more than random answers would explain."
	}
	return s + ", a change that random answers could explain."
}

// changeLead returns the lead before (0) or after (1) the change, as the result
// of that time prints it.
func changeLead(c *insight.Change, at int, lead float64) string {
	fits := map[string]*float64{}
	for _, m := range c.Roles {
		fits[m.ID] = m.Fit[at]
	}
	s, _ := printedLead(fits[c.Lead.Role], fits[c.Lead.Over], fit.Lead{Points: lead, ClearAt: c.Lead.ClearAt[at]})
	return s
}

func moves(c *insight.Change) []page.Block {
	t := page.Table{Head: []string{"Role", "Before", "Now", "Change", "Threshold"}, TextColumns: 1}
	starred := false
	for _, m := range c.Roles {
		starred = starred || m.StdErr > 0 && m.Beyond
		row := []string{m.Title, whole(m.Fit[0]), whole(m.Fit[1]), "–", "–"}
		if m.StdErr > 0 {
			row[3], row[4] = moveNumbers(&m)
			if m.Beyond {
				row[3] += " *"
			}
		}
		t.Rows = append(t.Rows, row)
	}
	if !starred {
		return []page.Block{t}
	}
	return []page.Block{t, page.Note("* The change reaches the threshold: random answers rarely change a fit that much.")}
}

// moveNumbers returns a change with its sign, and its threshold, as printed. The
// change is the difference of the printed fits. Both get a decimal if whole
// numbers would contradict Beyond.
func moveNumbers(m *insight.RoleMove) (move, threshold string) {
	needed := insight.MovedStdErrs * m.StdErr
	printed := math.Round(*m.Fit[1]) - math.Round(*m.Fit[0])
	if (math.Abs(printed) >= math.Ceil(needed)) != m.Beyond {
		return fmt.Sprintf("%+.1f", m.Move), decimal(needed)
	}
	if printed == 0 {
		return "0", whole(new(math.Ceil(needed)))
	}
	return fmt.Sprintf("%+.0f", printed), whole(new(math.Ceil(needed)))
}

// learned describes which levels changed, and how that affects readiness.
func learned(c *insight.Change) []page.Block {
	var items page.List
	for _, s := range c.Skills {
		mark := "+"
		if s.After < s.Before {
			mark = "-"
		}
		items = append(items, page.Item{Mark: mark, Label: s.Name, Text: fmt.Sprintf("level %d, %s %d", s.After, from(s.Before < s.After), s.Before)})
	}
	for _, m := range c.Roles {
		if then, now := m.Readiness[0], m.Readiness[1]; then != nil && now != nil && *then != *now {
			items = append(items, page.Item{Label: m.Title, Text: fmt.Sprintf("you have %s of what it needs in the skills you rated, %s %s", percent(*now), from(*then < *now), percent(*then))})
		}
	}
	if len(items) == 0 {
		return nil
	}
	return []page.Block{items}
}

// from returns the previous level, worded as part of a sentence.
func from(up bool) string {
	if up {
		return "up from"
	}
	return "down from"
}
