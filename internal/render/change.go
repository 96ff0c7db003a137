package render

import (
	"fmt"
	"math"
	"strconv"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
)

// Change draws what moved between two results.
func Change(c *insight.Changed, f Format, s Style) ([]byte, error) {
	return pageOf(c, changeDoc, f, s)
}

func changeDoc(c *insight.Changed) *doc {
	d := &doc{Title: "Since your result before", Subtitle: "result " + c.Before.Result}
	if c.Before.Taken != "" {
		d.Title = "Since your result of " + day(c.Before.Taken)
	}
	if c.Mismatch != "" {
		d.add("", para{body, apartSentence(c)})
		return d
	}
	d.add("", moved(c)...)
	d.add("How the fits moved", moves(c)...)
	d.add("What you can do now", learned(c)...)
	return d
}

// apartSentence says why the two cannot be compared.
func apartSentence(c *insight.Changed) string {
	s := "It cannot be compared with this one: "
	switch c.Mismatch {
	case insight.OtherPack:
		return s + fmt.Sprintf("it is of another pack, %s.", c.Before.Pack.ID)
	case insight.OtherVersion:
		return s + fmt.Sprintf("the pack has had other questions since (version %d then, %d now).", c.Before.Pack.Version, c.After.Pack.Version)
	}
	return s + "it was about other roles, and a fit is always one beside the others."
}

// moved is the answer in a sentence or two.
func moved(c *insight.Changed) []block {
	var beyond []string
	for _, m := range c.Roles {
		if m.Beyond {
			beyond = append(beyond, fmt.Sprintf("%s %s by %s", m.Title, upOrDown(m.Move), points(math.Abs(m.Move))))
		}
	}
	out := []block{para{verdict, "No fit moved by more than luck alone explains."}}
	if len(beyond) > 0 {
		out = []block{para{verdict, "More than luck alone explains: " + and(beyond) + "."}}
	}
	then, now := outcome(c, c.Before), outcome(c, c.After)
	switch {
	case then == now:
		out = append(out, para{body, "The verdict is the same: " + now + "."})
	case len(beyond) > 0 || c.Lead != nil && c.Lead.Beyond:
		out = append(out, para{body, fmt.Sprintf("The verdict was %s, and is %s.", then, now)})
	default:
		out = append(out, para{body, fmt.Sprintf("The verdict was %s, and is %s; with moves so small the same person may come out either way on two days.", then, now)})
	}
	if c.Lead != nil {
		out = append(out, para{body, leadMoved(c)})
	}
	if c.Reworded {
		out = append(out, para{note, "The pack has been reworded since, so some of it may be the words."})
	}
	return out
}

func upOrDown(move float64) string {
	if move < 0 {
		return "went down"
	}
	return "went up"
}

// outcome is a verdict with the roles that it names.
func outcome(c *insight.Changed, s insight.Snapshot) string {
	var names []string
	for _, id := range s.Named {
		names = append(names, changeTitle(c, id))
	}
	switch s.Verdict {
	case fit.Clear:
		return "clearly " + and(names)
	case fit.Leaning:
		return "leaning to " + and(names)
	case fit.TossUp:
		return "a toss-up between " + and(names)
	}
	return string(s.Verdict)
}

func changeTitle(c *insight.Changed, id string) string {
	for _, m := range c.Roles {
		if m.ID == id {
			return m.Title
		}
	}
	return id
}

func leadMoved(c *insight.Changed) string {
	l := c.Lead
	s := fmt.Sprintf("%s was %s ahead of %s, and is now ", changeTitle(c, l.Role), points(l.Before), changeTitle(c, l.Over))
	switch after := math.Round(l.After*10) / 10; {
	case l.Move == 0:
		return s + "just as far ahead."
	case after < 0:
		s += points(-after) + " behind"
	case after > 0:
		s += points(after) + " ahead"
	default:
		s += "level with it"
	}
	if l.Beyond {
		return s + ": more than luck alone explains."
	}
	return s + ": luck alone can do that."
}

func moves(c *insight.Changed) []block {
	t := table{Head: []string{"Role", "Then", "Now", "Move", "Luck"}, Numbers: 1}
	for _, m := range c.Roles {
		row := []string{m.Title, whole(m.Fit[0]), whole(m.Fit[1]), "–", "–"}
		if m.StdErr > 0 {
			row[3], row[4] = signed(m.Move), number(m.StdErr)
			if m.Beyond {
				row[3] += " *"
			}
		}
		t.Rows = append(t.Rows, row)
	}
	legend := fmt.Sprintf("Luck is what luck alone typically moves a fit by; * from %s times that on it counts as a move.", number(insight.MovedStdErrs))
	return []block{t, para{note, legend}}
}

// signed is a move as a whole number with its sign.
func signed(x float64) string {
	n := int(math.Round(x))
	if n > 0 {
		return "+" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// learned is which levels changed, and what that does to readiness.
func learned(c *insight.Changed) []block {
	var items []item
	for _, s := range c.Skills {
		mark := markFor
		if s.After < s.Before {
			mark = markAgainst
		}
		items = append(items, item{Mark: mark, Label: s.Name, Text: fmt.Sprintf("level %d, was %d", s.After, s.Before)})
	}
	for _, m := range c.Roles {
		if then, now := m.Readiness[0], m.Readiness[1]; then != nil && now != nil && *then != *now {
			items = append(items, item{Label: "Ready for " + m.Title, Text: share(*now) + " of what you rated, was " + share(*then)})
		}
	}
	if len(items) == 0 {
		return nil
	}
	return []block{list{items}}
}
