package render

import (
	"fmt"
	"math"
	"strings"

)

// The views of the charts: every length of the SVG is worked out here, the
// template only places it.

// A barView is a bar on a scale of 0 to 100 that grows from 50.
type barView struct {
	Known    bool
	X, Width float64
	Title    string
}

func barOf(fitted *float64) barView {
	if fitted == nil {
		return barView{Title: "not judged"}
	}
	x := within(*fitted, 0, 100)
	return barView{true, round1(min(x, 50)), round1(math.Abs(x - 50)), fmt.Sprintf("%s of 100; no preference gives 50", whole(fitted))}
}

func round1(x float64) float64 { return math.Round(x*10) / 10 }

type htmlFits struct {
	Dimensions []string
	Rows       []htmlFit
}

type htmlFit struct {
	Place, Title, Fit string
	Named             bool
	Bar               barView
	Parts             []htmlPart
}

type htmlPart struct {
	Fit string
	Bar barView
}

func fitView(c fitChart) htmlFits {
	view := htmlFits{Dimensions: c.Dimensions}
	for _, r := range c.Rows {
		row := htmlFit{Place: r.Place, Title: r.Title, Fit: whole(r.Fit), Named: r.Named, Bar: barOf(r.Fit)}
		for _, part := range r.Parts {
			row.Parts = append(row.Parts, htmlPart{whole(part), barOf(part)})
		}
		view.Rows = append(view.Rows, row)
	}
	return view
}

// The lead's picture, in units of its view box.
const (
	leadWidth = 360
	leadHalf  = 165 // from the middle to the end of the axis
	leadAxis  = 92  // the axis, from above
	leadPeak  = 64  // the curve above it
)

// An htmlLead is the curve of what luck alone gives, its bands of one and two
// chances, and where the lead stands on it.
type htmlLead struct {
	leadChart
	Middle, Axis int
	Curve        string // points of a line
	Two, One     string // points of the bands
	Ticks        []htmlTick
	Lead         float64
	Label        string
	LabelX       float64
	Desc         string
	Legend       string
}

type htmlTick struct {
	X    float64
	Text string
}

func leadView(c leadChart) htmlLead {
	span := leadSpan(c)
	at := func(x float64) float64 { return round1(leadWidth/2 + within(x/span, -1, 1)*leadHalf) }
	v := htmlLead{leadChart: c, Middle: leadWidth / 2, Axis: leadAxis, Lead: at(c.Points)}
	v.Label = "lead " + number(c.Points)
	v.LabelX = within(v.Lead, 30, leadWidth-30)
	v.Curve = bell(c, -span, span, at)
	one, two := c.Chance, 2*c.Chance
	v.One, v.Two = area(c, one, at), area(c, two, at)
	if c.Chance > 0 {
		for _, x := range []float64{-two, -one, 0, one, two} {
			v.Ticks = append(v.Ticks, htmlTick{at(x), strings.Replace(number(x), "-", "−", 1)})
		}
	}
	v.Legend = fmt.Sprintf("Between two roles, luck alone stays within %s points about two times in three (the inner band) and within %s about nineteen times in twenty (both bands). The upright line is your lead.", number(one), number(two))
	v.Desc = fmt.Sprintf("A bell curve of what luck alone gives, with its middle where both are level. The lead of %s over %s, %s, stands %s times as far from the middle as luck typically reaches.", c.Leader, c.Other, points(c.Points), times(c.Points, c.Chance))
	return v
}

// bell is the normal curve with deviation Chance between two leads.
func bell(c leadChart, from, to float64, at func(float64) float64) string {
	const steps = 60
	var b strings.Builder
	for i := range steps + 1 {
		x := from + (to-from)*float64(i)/steps
		y := 0.0
		if c.Chance > 0 {
			y = math.Exp(-x * x / (2 * c.Chance * c.Chance))
		}
		fmt.Fprintf(&b, "%g,%g ", at(x), round1(leadAxis-leadPeak*y))
	}
	return strings.TrimSpace(b.String())
}

func area(c leadChart, half float64, at func(float64) float64) string {
	return fmt.Sprintf("%g,%d %s %g,%d", at(-half), leadAxis, bell(c, -half, half, at), at(half), leadAxis)
}

type htmlNeeds struct {
	Title, Summary string
	Rows           []htmlNeed
}

type htmlNeed struct {
	Name  string
	Text  string
	Boxes []htmlBox
}

// An htmlBox is a level: needed or not, and whether one has it.
type htmlBox struct {
	X     int
	Class string
}

func needView(c needChart) htmlNeeds {
	v := htmlNeeds{Title: c.Title, Summary: upper(c.Summary)}
	for _, r := range c.Rows {
		need := htmlNeed{Name: r.Name, Text: haveNeed(r)}
		for level := 1; level <= r.Needed; level++ {
			class := "missing"
			if r.Level == nil {
				class = "unrated"
			} else if *r.Level >= level {
				class = "have"
			}
			need.Boxes = append(need.Boxes, htmlBox{(level - 1) * 17, class})
		}
		v.Rows = append(v.Rows, need)
	}
	return v
}
