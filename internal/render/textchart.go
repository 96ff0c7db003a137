package render

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/rolefit/rolefit/internal/fit"
)

// bar draws a fit around its middle, which is 50: to the right what was
// preferred, to the left what was not, in half characters of 2*half+1.
func bar(fitted *float64, half int) string {
	if fitted == nil {
		return strings.Repeat("·", half) + "│" + strings.Repeat("·", half)
	}
	n := int(math.Round((within(*fitted, 0, 100) - 50) / 50 * float64(half) * 2)) // in halves
	full, rest := abs(n)/2, abs(n)%2
	empty := strings.Repeat("·", half-full-rest)
	if n >= 0 {
		return strings.Repeat("·", half) + "│" + strings.Repeat("█", full) + strings.Repeat("▌", rest) + empty
	}
	return empty + strings.Repeat("▐", rest) + strings.Repeat("█", full) + "│" + strings.Repeat("·", half)
}

// within keeps x between two bounds: a saved result may hold anything.
func within(x, low, high float64) float64 { return max(low, min(high, x)) }

func abs(n int) int { return max(n, -n) }

// fitChart writes a line per role where there is room, else three.
func (t *textDrawer) fitChart(c fitChart) {
	name := 0
	for _, r := range c.Rows {
		name = max(name, ansi.StringWidth(r.Title))
	}
	parts := 0
	for _, d := range c.Dimensions {
		parts += 2 + max(3, len(d))
	}
	name = min(name, 30)
	room := t.width - 3 - name - 2 - 2 - 3 - parts
	half := min(14, (room-1)/2)
	if half < 6 {
		t.fitStack(c)
		return
	}
	scale := "0" + strings.Repeat(" ", half-1) + "50" + strings.Repeat(" ", half-4) + "100"
	head := strings.Repeat(" ", 3+name+2) + scale + "  fit"
	for _, d := range c.Dimensions {
		head += fmt.Sprintf("  %3s", d)
	}
	t.WriteString(head + "\n")
	for _, r := range c.Rows {
		title := ansi.Truncate(r.Title, name, "…")
		line := fmt.Sprintf("%2s ", r.Place) + t.style(title, named(r)) + strings.Repeat(" ", name-ansi.StringWidth(title)+2)
		line += t.style(bar(r.Fit, half), colored(r)) + fmt.Sprintf("  %3s", whole(r.Fit))
		for i, d := range c.Dimensions {
			line += fmt.Sprintf("  %*s", max(3, len(d)), whole(r.Parts[i]))
		}
		t.WriteString(line + "\n")
	}
}

func (t *textDrawer) fitStack(c fitChart) {
	half := min(14, (t.width-3-5-1)/2)
	for _, r := range c.Rows {
		t.WriteString(fmt.Sprintf("%2s ", r.Place) + t.style(ansi.Truncate(r.Title, t.width-3, "…"), named(r)) + "\n")
		t.WriteString("   " + t.style(bar(r.Fit, half), colored(r)) + fmt.Sprintf("  %3s", whole(r.Fit)) + "\n")
		var parts []string
		for i, d := range c.Dimensions {
			parts = append(parts, d+" "+whole(r.Parts[i]))
		}
		t.lines("   ", strings.Join(parts, "  "), "")
	}
}

func named(r fitRow) string {
	if r.Named {
		return sgrBold
	}
	return ""
}

func colored(r fitRow) string {
	if r.Named {
		return sgrGreen
	}
	return ""
}

// leadChart draws the lead on a line whose middle is level: dark what luck
// gives two times in three, lighter what it gives nineteen times in twenty.
func (t *textDrawer) leadChart(c leadChart) {
	half := (min(t.width, 74) - 1) / 2
	span := leadSpan(c)
	at := func(x float64) int { return int(math.Round(within(x/span, -1, 1) * float64(half))) }
	one, two := at(c.Chance), at(2*c.Chance)
	side := strings.Repeat("▒", one) + strings.Repeat("░", two-one) + strings.Repeat("─", half-two)
	mark := at(c.Points)
	above := "▼ " + number(c.Points)
	indent := half + mark
	if over := indent + ansi.StringWidth(above) - t.width; over > 0 {
		above, indent = number(c.Points)+" ▼", indent-len(number(c.Points))-1
	}
	t.WriteString(strings.Repeat(" ", indent) + t.style(above, sgrBold) + "\n")
	t.WriteString(reverse(side) + "┼" + side + "\n")
	left, right := "◄ "+c.Other+" ahead", c.Leader+" ahead ►"
	if gap := 2*half + 1 - ansi.StringWidth(left+right); gap > 0 {
		t.WriteString(left + strings.Repeat(" ", gap) + right + "\n")
	} else {
		t.lines("", left, "")
		t.WriteString(strings.Repeat(" ", max(0, 2*half+1-ansi.StringWidth(right))))
		t.lines("", right, "")
	}
	t.lines("", leadLegend(c), "")
}

// leadSpan is how many points each side of the picture shows: past what luck
// gives, and past the lead.
func leadSpan(c leadChart) float64 {
	return max(1, 2.5*c.Chance, 1.1*c.Points)
}

// leadLegend says what the bands are. Two roles of random answers stand, near
// enough, as a normal distribution with this deviation has them.
func leadLegend(c leadChart) string {
	return fmt.Sprintf("Between two roles, luck alone stays within %s points about two times in three (▒) and within %s about nineteen times in twenty (░). ▼ is the lead.",
		number(c.Chance), number(2*c.Chance))
}

func reverse(s string) string {
	r := []rune(s)
	for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
		r[i], r[j] = r[j], r[i]
	}
	return string(r)
}

// needChart writes a line per skill, two where there is no room: a box per
// level that is needed, full where one has it.
func (t *textDrawer) needChart(c needChart) {
	t.lines("", c.Title, sgrBold)
	t.lines("  ", upper(c.Summary), "")
	name := 0
	for _, r := range c.Rows {
		name = max(name, ansi.StringWidth(r.Name))
	}
	beside := t.width - len("  ") - fit.MaxLevel - 2*len(gutter) - len("not rated, needs 4")
	for _, r := range c.Rows {
		have := t.style(boxes(r), sgrGreen) + strings.Repeat(" ", fit.MaxLevel-r.Needed+2) + haveNeed(r) + "\n"
		if name > beside {
			t.lines("  ", r.Name, "")
			t.WriteString("    " + have)
			continue
		}
		t.WriteString("  " + r.Name + strings.Repeat(" ", name-ansi.StringWidth(r.Name)+2) + have)
	}
}

func boxes(r needRow) string {
	if r.Level == nil {
		return strings.Repeat("·", r.Needed)
	}
	have := max(0, min(*r.Level, r.Needed))
	return strings.Repeat("█", have) + strings.Repeat("░", r.Needed-have)
}

func haveNeed(r needRow) string {
	if r.Level == nil {
		return "not rated, needs " + strconv.Itoa(r.Needed)
	}
	return fmt.Sprintf("have %d, needs %d", *r.Level, r.Needed)
}
