package document

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A joiner decides which rows continue the one before.
type joiner struct {
	rows  []row
	width int // at which the text was wrapped; 0 when it was not
}

func joinRows(rows []row) []Line {
	j := joiner{rows: rows}
	j.measure()
	var out []Line
	for i := range rows {
		r := &rows[i]
		if i > 0 && !r.starts && j.full(i-1) {
			last := &out[len(out)-1]
			last.Text = glue(last.Text, r.text)
			continue
		}
		out = append(out, Line{Text: r.text, Bullet: r.mark != "", Heading: r.head})
	}
	return out
}

// full reports whether the first word of the next row had no place in row i.
func (j *joiner) full(i int) bool {
	word, _, _ := strings.Cut(j.rows[i+1].text, " ")
	return j.width > 0 && j.rows[i].width+1+utf8.RuneCountInString(word) > j.width
}

// The range of widths at which texts are wrapped, in columns.
const (
	minWidth = 30
	maxWidth = 160
)

func (j *joiner) measure() {
	var widths []int
	for _, r := range j.rows {
		if strings.Contains(r.text, " ") {
			widths = append(widths, r.width)
		}
	}
	if len(widths) == 0 {
		return
	}
	slices.Sort(widths)
	j.width = widths[len(widths)-1]
	if j.width < minWidth || j.width > maxWidth {
		j.width = 0
		return
	}
	full, lower := 0, 0
	for i := range j.rows[:len(j.rows)-1] {
		if next := &j.rows[i+1]; !next.starts && j.full(i) {
			full++
			if startsLower(next.text) {
				lower++
			}
		}
	}
	if lower*2 < full || lower == 0 {
		j.width = 0
	}
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// glue joins two rows of one line.
func glue(a, b string) string {
	if n := len(a); n > 1 && a[n-1] == '-' && a[n-2] != ' ' {
		if startsLower(b) {
			return a[:n-1] + b
		}
		return a + b
	}
	return a + " " + b
}
