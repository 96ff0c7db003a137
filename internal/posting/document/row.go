package document

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A row is a line of the file, before wrapped lines are joined.
type row struct {
	raw      string // text without quote marks, at its original width
	text     string // trimmed text without its mark; empty if the row is blank
	mark     string // mark of a list item, such as "-" or "1."; all numbers become "1."
	depth    int    // quoting depth
	indent   int    // number of columns before the mark or text
	width    int    // width up to the end of the text, in the units of the joiner's metric
	blanks   int    // number of blank rows before the row
	separate bool   // whether the blank rows separate it from the previous row
	page     bool   // whether a page begins at this row or in the blank rows before it
	head     bool   // whether it is marked as a heading
	ruled    bool   // whether a horizontal rule precedes the row
	soft     bool   // whether a space follows the text, as in format=flowed and after fold -s
}

// normalizer replaces characters by others that look the same in print. A soft
// hyphen becomes a hyphen at the end of a row, and is removed elsewhere.
var normalizer = strings.NewReplacer(
	"\r\n", "\n", "\r", "\n", "\v", "\n", "\u2028", "\n", "\u2029", "\n", "\u0085", "\n", "\f", "\n\f",
	"\u00a0", " ", "\u202f", " ", "\u2007", " ", "\u2009", " ", "\u3000", " ", "\t", "    ",
	"\u00ad\n", "-\n", "\u00ad\r\n", "-\n", "\u00ad", "", "\u200b", "", "\u200c", "", "\u200d", "", "\u200e", "", "\u200f", "",
	"\u202a", "", "\u202b", "", "\u202c", "", "\u202d", "", "\u202e", "", "\u2066", "", "\u2067", "", "\u2068", "", "\u2069", "",
	"\u2060", "", "\ufeff", "", "\ufe0f", "", "\x00", "",
	"ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st", "\u2010", "-", "\u2011", "-",
)

// splitRows returns the nonblank rows that belong to the posting, without quote
// marks, mail headers, signatures and page furniture.
func splitRows(text string) []row {
	var all []row
	for line := range strings.SplitSeq(normalizer.Replace(text), "\n") {
		r := row{raw: strings.TrimPrefix(line, "\f")}
		r.page = len(r.raw) < len(line)
		r.text = strings.TrimSpace(r.raw)
		all = append(all, r)
	}
	all = withoutFurniture(unquoted(all))
	return parseRows(all)
}

// parseRows parses list and heading marks, and drops blank rows and horizontal
// rules.
func parseRows(all []row) []row {
	rows := all[:0]
	separate, page, ruled, depth, mark, blanks := true, false, false, 0, "", 0
	for _, r := range all {
		page = page || r.page
		if r.text == "" || drawn(r.text) {
			if n := len(rows); r.text != "" && !separate && underlined(r.text, rows[n-1].text) {
				rows[n-1].head = true
			}
			separate, ruled = true, ruled || r.text != ""
			blanks++
			continue
		}
		r.indent = len(r.raw) - len(strings.TrimLeft(r.raw, " "))
		r.blanks = blanks
		r.soft = strings.HasSuffix(r.raw, " ")
		r.separate, r.page, r.ruled = separate || r.depth != depth, page, ruled
		r.mark, r.text = cutMark(r.text)
		if r.text == "" { // the bullet has a row of its own
			mark, separate = r.mark, true
			continue
		}
		if r.mark == "" {
			r.mark = mark
		}
		r.cutHeading()
		if r.text != "" {
			rows = append(rows, r)
			separate, page, ruled, depth, mark, blanks = false, false, false, r.depth, "", 0
		}
	}
	return rows
}

// drawn reports whether a row is a horizontal rule, which may separate parts of
// the text or rows of a table.
func drawn(s string) bool { return len(s) > 1 && strings.Trim(s, "-=_*~|:+# –—") == "" }

// underlined reports whether a row of dashes marks the row above it as a
// heading.
func underlined(line, above string) bool {
	return len(line) > 2 && (strings.Trim(line, "=") == "" || strings.Trim(line, "-") == "") && len(above) <= headingBytes
}

// Marks of list items. A space must follow those in plainBullets.
const (
	plainBullets = "-*+–—"
	drawnBullets = "•·●○▪■□◦‣⁃✓✔✗➤►▶▸❖◆➢⮚∙⦁⬤➔➜→»"
)

// cutMark splits off the mark of a list item at the beginning of a row.
func cutMark(s string) (mark, rest string) {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case strings.ContainsRune(plainBullets, r):
		if n == len(s) || s[n] == ' ' || s[n] >= 'A' && s[n] <= 'Z' && r != '+' && r != '*' {
			rest = withoutBox(strings.TrimSpace(s[n:]))
			return s[:n], strings.TrimSpace(rest[numberMark(rest):])
		}
	case strings.ContainsRune(drawnBullets, r) || r >= 0xf000 && r <= 0xf0ff: // bullets in Word's symbol fonts
		rest = strings.TrimSpace(s[n:])
		return s[:n], strings.TrimSpace(rest[numberMark(rest):])
	case strings.HasPrefix(s, "§ ") && len(s) > 4 && s[3] > '9':
		return "§", strings.TrimSpace(s[2:])
	case s == "o", strings.HasPrefix(s, "o "):
		return "o", strings.TrimSpace(s[1:])
	case strings.HasPrefix(s, `\- `), strings.HasPrefix(s, `\* `):
		return s[1:2], strings.TrimSpace(s[2:])
	case unicode.Is(unicode.So, r) && n < len(s) && s[n] == ' ':
		return s[:n], strings.TrimSpace(s[n:])
	}
	if n := numberMark(s); n > 0 {
		return "1.", strings.TrimSpace(s[n:])
	}
	return "", s
}

// withoutBox removes the checkbox of a Markdown task.
func withoutBox(s string) string {
	if len(s) > 3 && s[0] == '[' && s[2] == ']' && s[3] == ' ' && strings.IndexByte(" xX", s[1]) >= 0 {
		return strings.TrimSpace(s[4:])
	}
	return s
}

// numberMark returns the length of the number that begins a list item, as in
// "1. ", "12) ", "(3) " or "b) ". It returns 0 if there is none.
func numberMark(s string) int {
	i := 0
	if strings.HasPrefix(s, "(") {
		i++
	}
	from := i
	for i < len(s) && i < from+2 && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	letter := i == from && i < len(s) && s[i] >= 'a' && s[i] <= 'h'
	if letter {
		i++
	}
	if i == from || i+1 >= len(s) || s[i] != ')' && (s[i] != '.' || letter || from > 0) {
		return 0
	}
	if next := s[i+1]; next != ' ' && (next < 'A' || next > 'Z' || letter) {
		return 0
	}
	return i + 1
}

// cutHeading removes the mark of a Markdown heading.
func (r *row) cutHeading() {
	if rest := strings.TrimLeft(r.text, "#"); len(rest) < len(r.text) && strings.HasPrefix(rest, " ") {
		r.head, r.text = true, strings.Trim(rest, "# ")
	}
}
