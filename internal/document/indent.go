//go:build !js

package document

import (
	"bytes"
	"math"
	"slices"
	"strings"
)

// A wrong indentation is often reported lines later, where YAML notices it. In
// nearly all files an indentation is an even number of spaces, so if odd ones are
// rare and evening them out helps, they are at fault.

// An indentedLine is a line with a key or a list mark, outside of text that
// spans lines.
type indentedLine struct {
	number int // from 1
	spaces int
}

// indentedLines returns the lines of a document that an indentation matters for.
func indentedLines(lines [][]byte) (out []indentedLine) {
	depth, block := 0, -1 // open brackets; indentation of the key whose text follows
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

// brackets returns how many brackets a line leaves open.
func brackets(text string) int {
	return strings.Count(text, "{") + strings.Count(text, "[") - strings.Count(text, "}") - strings.Count(text, "]")
}

// A correction is what the indentation of some lines in a row should be.
type correction struct {
	lines  []int // from 1
	spaces int
}

// misindented returns the correction of the first lines with an odd indentation
// after which the file is valid, or valid further than before. It returns nil if
// there is none, or if odd indentations aren't rare.
func misindented(lines [][]byte, err error) *correction {
	const rare = 4 // at most one in so many
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
		slices.Reverse(either) // that of the line before, if both are valid
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

// apply returns the document with the correction.
func (c *correction) apply(lines [][]byte) []byte {
	corrected := slices.Clone(lines)
	for _, n := range c.lines {
		corrected[n-1] = indent(corrected[n-1], c.spaces)
	}
	return bytes.Join(corrected, nil)
}

// valid returns the line up to which a document with this error is valid.
func valid(err error) int {
	if err == nil {
		return math.MaxInt
	}
	line, _ := libraryLine(err)
	return line
}

// indent returns a line with another indentation.
func indent(line []byte, spaces int) []byte {
	return append(bytes.Repeat([]byte(" "), spaces), bytes.TrimLeft(line, " \t")...)
}

// indentOf returns the indentation of the last line with one before a line, or
// that of its fields if it has only a key.
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
