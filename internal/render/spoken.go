package render

import (
	"fmt"
	"strconv"
	"strings"

)

// say writes a block for people who hear the page line by line: what others
// see in a picture or find by its column is said in words. It is false for a
// block that is the same to both.
func (t *textDrawer) say(b block) bool {
	switch b := b.(type) {
	case table:
		for _, row := range b.Rows {
			t.lines("", spokenRow(b.Head, row), "")
		}
	case grid:
		t.stack(b)
	case fitChart:
		for _, r := range b.Rows {
			t.lines("", spokenFit(b.Dimensions, r), "")
		}
	case leadChart:
		t.lines("", spokenLead(b), "")
	case needChart:
		t.lines("", b.Title, sgrBold)
		t.lines("  ", upper(b.Summary)+".", "")
		for _, r := range b.Rows {
			t.lines("  ", r.Name+": "+haveNeed(r)+".", "")
		}
	case countChart:
		for _, r := range b.Rows {
			t.lines("", spokenCount(r), "")
		}
	case spreadChart:
		for _, v := range spreadViews(b) {
			t.lines("", v.Title+": "+v.Desc+".", "")
		}
	default:
		return false
	}
	return true
}

// apart is a title whose parts are told apart by ear, too.
func (t *textDrawer) apart(s string) string {
	if t.spoken {
		return strings.ReplaceAll(s, " · ", ", ")
	}
	return s
}

// heading is in capitals, unless they might be spelled out letter by letter.
func (t *textDrawer) heading(s string) string {
	if t.spoken {
		return s
	}
	return strings.ToUpper(s)
}

// spokenRow is a row of a table, each cell behind the name of its column.
// Signs that are not heard are words.
func spokenRow(head, row []string) string {
	var cells []string
	for i, cell := range row[1:] {
		switch cell {
		case "–":
			cell = "none"
		case "?":
			cell = "not rated"
		}
		if name := head[i+1]; name != "" && cell != "" {
			cell = name + ": " + cell
		}
		if cell != "" {
			cells = append(cells, cell)
		}
	}
	return ended(ended(row[0]) + " " + strings.Join(cells, "; "))
}

func spokenFit(dimensions []string, r fitRow) string {
	name := r.Title
	if r.Place != "" {
		name = r.Place + ". " + name
	}
	if r.Fit == nil {
		return name + ": not judged."
	}
	parts := make([]string, len(dimensions))
	for i, d := range dimensions {
		parts[i] = d + " not judged"
		if r.Parts[i] != nil {
			parts[i] = d + " " + whole(r.Parts[i])
		}
	}
	return fmt.Sprintf("%s: fit %s; %s.", name, whole(r.Fit), strings.Join(parts, ", "))
}

func spokenLead(c leadChart) string {
	return fmt.Sprintf("Between two roles, luck alone stays within %s points about two times in three, and within %s about nineteen times in twenty. The lead of %s over %s is %s.",
		number(c.Chance), number(2*c.Chance), c.Leader, c.Other, points(c.Points))
}

// spokenCount says of how many unless the note begins with it.
func spokenCount(r countRow) string {
	n := strconv.Itoa(r.N)
	switch {
	case r.Note == "":
		n += fmt.Sprintf(" of %d people", r.Of)
	case strings.HasPrefix(r.Note, "of "):
		n += " " + r.Note
	default:
		n += fmt.Sprintf(" of %d people (%s)", r.Of, r.Note)
	}
	return ended(r.Label + ": " + n)
}
