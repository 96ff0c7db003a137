package document

import (
	"strings"
	"unicode"
)

// withoutFurniture removes page numbers, and headers and footers that repeat on
// every page, from text copied from a paginated file.
func withoutFurniture(rows []row) []row {
	breaks := pageBreaks(rows)
	if len(breaks) == 0 {
		return rows
	}
	drop := map[int]bool{}
	times := map[string]int{}
	near := nearBreaks(rows, breaks)
	for _, i := range near {
		times[withoutDigits(rows[i].text)]++
	}
	for _, i := range near {
		drop[i] = times[withoutDigits(rows[i].text)] > 1 || isPageNumber(rows[i].text)
	}
	out := rows[:0]
	page := false
	for i, r := range rows {
		page = page || r.page
		if drop[i] {
			page = true
			continue
		}
		r.page = page
		page = page && r.text == ""
		out = append(out, r)
	}
	return out
}

// pageBreaks returns the indexes of rows that begin a page, which are those
// after a form feed or a page number. Page numbers count only if at least two
// are in sequence.
func pageBreaks(rows []row) []int {
	var fed, numbered []int
	last := 0
	for i, r := range rows {
		if r.page {
			fed = append(fed, i)
		}
		if n := pageNumber(r.text); n > 0 && (len(numbered) == 0 || n == last+1) {
			numbered = append(numbered, i+1)
			last = n
		}
	}
	if len(fed) > 0 {
		return fed
	}
	if len(numbered) > 1 {
		return numbered
	}
	return nil
}

// nearBreaks returns the nonblank rows within furnitureRows rows of a page
// break or of either end of the text, in order and without duplicates.
func nearBreaks(rows []row, breaks []int) []int {
	const furnitureRows = 2
	seen := make([]bool, len(rows))
	walk := func(i, step int) {
		for n := 0; n < furnitureRows && i >= 0 && i < len(rows); i += step {
			if rows[i].text != "" {
				seen[i] = true
				n++
			}
		}
	}
	walk(0, 1)
	walk(len(rows)-1, -1)
	for _, b := range breaks {
		walk(b, 1)
		walk(b-1, -1)
	}
	var out []int
	for i, s := range seen {
		if s {
			out = append(out, i)
		}
	}
	return out
}

func withoutDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '#'
		}
		return r
	}, s)
}

func isPageNumber(s string) bool { return pageNumber(s) > 0 }

// pageNumber returns the number in a row such as "Page 3 of 7", "3/7", "- 3 -"
// or "3", or 0 if the row isn't a page number.
func pageNumber(s string) int {
	if len(s) > 16 {
		return 0
	}
	s = strings.ToLower(strings.Trim(s, "-–| "))
	s = strings.TrimSpace(strings.TrimPrefix(s, "page"))
	n, i := 0, 0
	for ; i < len(s) && i < 3 && s[i] >= '0' && s[i] <= '9'; i++ {
		n = 10*n + int(s[i]-'0')
	}
	rest := strings.TrimLeft(s[i:], " ")
	rest = strings.TrimPrefix(strings.TrimPrefix(rest, "of"), "/")
	if rest = strings.TrimSpace(rest); len(rest) > 3 || strings.Trim(rest, "0123456789") != "" {
		return 0
	}
	return n
}
