//go:build !js

package document

import (
	"bytes"
	"fmt"
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
	if isBareKey(lines, last) {
		return last.spaces + 2
	}
	return last.spaces
}

// placement describes how a misplaced line can fit the lines before it. If the
// line is between two levels, the line above it may be the misplaced one.
func placement(lines [][]byte, number int) string {
	all := indentedLines(lines[:number])
	if len(all) == 0 || all[len(all)-1].number != number {
		return sameSpaces
	}
	line, open := all[len(all)-1], openLines(lines, all[:len(all)-1])
	i := slices.IndexFunc(open, func(l indentedLine) bool { return l.spaces >= line.spaces })
	switch {
	case len(open) == 0:
	case i < 0 && !isBareKey(lines, open[len(open)-1]):
		last := open[len(open)-1]
		hint := fmt.Sprintf("%s before it, as in line %d", Count(last.spaces, "space"), last.number)
		if before := len(all) - 3; before >= 0 && all[before].spaces == last.spaces && isBareKey(lines, all[before]) {
			hint += fmt.Sprintf(", or %d before line %d", line.spaces, last.number)
		}
		return hint
	case i < 0:
	case open[i].spaces > line.spaces && i > 0 && isBareKey(lines, open[i-1]):
		return fmt.Sprintf("%s before it, as in line %d, or %d before line %d", Count(open[i].spaces, "space"), open[i].number, line.spaces, open[i-1].number)
	case open[i].spaces > line.spaces:
		return fmt.Sprintf("%s before it, as in line %d", Count(open[i].spaces, "space"), open[i].number)
	case isEntry(lines, line) && !isEntry(lines, open[i]):
		return fmt.Sprintf(`no "- " before it, as in line %d`, open[i].number)
	case isEntry(lines, open[i]) && !isEntry(lines, line):
		return fmt.Sprintf(`"- " before it, as in line %d, or none there`, open[i].number)
	}
	return sameSpaces
}

const sameSpaces = "the same number of spaces before each line of a group: check this line and the one before it"

// openLines returns the last line of each level that the next line can belong
// to, outermost first. A list entry opens two levels: its own, and that of its
// fields.
func openLines(lines [][]byte, all []indentedLine) (open []indentedLine) {
	for _, l := range all {
		open = slices.DeleteFunc(open, func(o indentedLine) bool { return o.spaces >= l.spaces })
		open = append(open, l)
		if isEntry(lines, l) {
			open = append(open, indentedLine{l.number, l.spaces + 2})
		}
	}
	return open
}

func isEntry(lines [][]byte, l indentedLine) bool {
	return bytes.HasPrefix(bytes.TrimLeft(lines[l.number-1], " "), []byte("- ")) && len(lines[l.number-1])-len(bytes.TrimLeft(lines[l.number-1], " ")) == l.spaces
}

// isBareKey reports whether a line is a key whose value is in the next lines.
func isBareKey(lines [][]byte, l indentedLine) bool {
	return bytes.HasSuffix(bytes.TrimSpace(lines[l.number-1]), []byte(":"))
}
