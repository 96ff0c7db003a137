//go:build !js

package document

import (
	"bytes"
	"math"
	"slices"
	"strings"
)

// YAML parsers often report a wrong indentation only several lines later.
// Nearly all files indent by an even number of spaces. So if only a few
// indentations are odd, and making them even helps, they are reported as the
// mistake.

// An indentedLine is a line with a key or a list mark that isn't inside a
// multi-line string.
type indentedLine struct {
	number int // line number, from 1
	spaces int
}

// indentedLines returns the lines of a document that have an indentation to
// check.
func indentedLines(lines [][]byte) (out []indentedLine) {
	depth, block := 0, -1 // open brackets; indentation of a block scalar's key, or -1
	for i, raw := range lines {
		line := strings.TrimRight(string(raw), " \r\n")
		text := strings.TrimLeft(line, " ")
		spaces := len(line) - len(text)
		if text == "" || text[0] == '#' || block >= 0 && spaces > block {
			continue
		}
		block = -1
		if inside := depth > 0; inside || !structural().MatchString(text) {
			depth = max(0, depth+brackets(text))
			continue
		}
		out = append(out, indentedLine{i + 1, spaces})
		depth = max(0, brackets(text))
		if blockText().MatchString(text) {
			block = spaces
		}
	}
	return out
}

var (
	structural = lazily(`^(- |[A-Za-z0-9_-]+:( |$))`)
	blockText  = lazily(`: *[>|][0-9+-]*$`)
)

// brackets returns the number of brackets that a line opens, minus those that
// it closes.
func brackets(text string) int {
	return strings.Count(text, "{") + strings.Count(text, "[") - strings.Count(text, "}") - strings.Count(text, "]")
}

// A correction is a new indentation for consecutive lines.
type correction struct {
	lines  []int // line numbers, from 1
	spaces int
}

// misindented returns a correction for the first lines with an odd indentation,
// if it makes the file valid, or valid up to a later line. It returns nil if no
// correction helps or if odd indentations aren't rare.
func misindented(lines [][]byte, err error) *correction {
	const rare = 4 // at most one in this many lines
	all := indentedLines(lines)
	odd, first, end := 0, -1, 0
	for i, l := range all {
		if l.spaces%2 == 0 {
			continue
		}
		if odd++; first < 0 {
			first = i
		}
		if end <= first || i == end && l.spaces == all[first].spaces {
			end = i + 1
		}
	}
	if odd == 0 || odd*rare > len(all) {
		return nil
	}
	best, reached := (*correction)(nil), valid(err)
	either := []int{-1, 1}
	if first > 0 && all[first-1].spaces == all[first].spaces+1 {
		slices.Reverse(either) // prefer the indentation of the previous line if both are valid
	}
	for _, by := range either {
		c := &correction{spaces: all[first].spaces + by}
		for _, l := range all[first:end] {
			c.lines = append(c.lines, l.number)
		}
		if n := valid(firstError(c.apply(lines))); n > reached {
			best, reached = c, n
		}
	}
	return best
}

// apply returns the document with the correction applied.
func (c *correction) apply(lines [][]byte) []byte {
	corrected := slices.Clone(lines)
	for _, n := range c.lines {
		corrected[n-1] = indent(corrected[n-1], c.spaces)
	}
	return bytes.Join(corrected, nil)
}

// valid returns the number of the line up to which the document is valid, given
// the error from parsing it.
func valid(err error) int {
	if err == nil {
		return math.MaxInt
	}
	line, _ := libraryLine(err)
	return line
}

// indent returns a line indented by the given number of spaces.
func indent(line []byte, spaces int) []byte {
	return append(bytes.Repeat([]byte(" "), spaces), bytes.TrimLeft(line, " \t")...)
}

// indentOf returns the indentation of the last indented line before the given
// line. If that line contains only a key, indentOf returns the indentation of
// the key's fields.
func indentOf(lines [][]byte, before int) int {
	all := indentedLines(lines[:before-1])
	if len(all) == 0 {
		return 0
	}
	last := all[len(all)-1]
	if bytes.HasSuffix(bytes.TrimSpace(lines[last.number-1]), []byte(":")) {
		return last.spaces + 2
	}
	return last.spaces
}
