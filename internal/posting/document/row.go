package document

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A row is a line of the file, before wrapped ones are joined.
type row struct {
	raw    string // without quote marks, as wide as it was
	text   string // without its mark, trimmed; "" for a blank row
	mark   string // of a list item, as in "-" or "1."; all numbers are "1."
	depth  int    // of quoting
	indent int    // columns before the mark or text
	width  int    // from the margin to the end of the text, by the joiner's metric
	blanks int    // how many blank rows precede it
	apart  bool   // these keep it apart from the row before
	page   bool   // a page begins with it or in the blank rows before it
	head   bool   // marked as a heading
	ruled  bool   // a drawn line precedes it
	soft   bool   // a space follows the text, as format=flowed and fold -s leave it
}

// normalizer writes in one way what looks the same on paper. A soft hyphen at
// the end of a row is a hyphen, and elsewhere nothing.
var normalizer = strings.NewReplacer(
	"\r\n", "\n", "\r", "\n", "\v", "\n", "\u2028", "\n", "\u2029", "\n", "\u0085", "\n", "\f", "\n\f",
	"\u00a0", " ", "\u202f", " ", "\u2007", " ", "\u2009", " ", "\u3000", " ", "\t", "    ",
	"\u00ad\n", "-\n", "\u00ad\r\n", "-\n", "\u00ad", "", "\u200b", "", "\u200c", "", "\u200d", "", "\u200e", "", "\u200f", "",
	"\u202a", "", "\u202b", "", "\u202c", "", "\u202d", "", "\u202e", "", "\u2066", "", "\u2067", "", "\u2068", "", "\u2069", "",
	"\u2060", "", "\ufeff", "", "\ufe0f", "", "\x00", "",
	"ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st", "\u2010", "-", "\u2011", "-",
)

// splitRows returns the rows that belong to the posting: no quote marks, mail
// headers, signatures or page furniture. Every row has text.
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

// parseRows parses the marks of lists and headings, and drops rows that are
// blank or draw a line.
func parseRows(all []row) []row {
	rows := all[:0]
	apart, page, ruled, depth, mark, blanks := true, false, false, 0, "", 0
	for _, r := range all {
		page = page || r.page
		if r.text == "" || drawn(r.text) {
			if n := len(rows); r.text != "" && !apart && underlined(r.text, rows[n-1].text) {
				rows[n-1].head = true
			}
			apart, ruled = true, ruled || r.text != ""
			blanks++
			continue
		}
		r.indent = len(r.raw) - len(strings.TrimLeft(r.raw, " "))
		r.blanks = blanks
		r.soft = strings.HasSuffix(r.raw, " ")
		r.apart, r.page, r.ruled = apart || r.depth != depth, page, ruled
		r.mark, r.text = cutMark(r.text)
		if r.text == "" { // a bullet that is alone on its row
			mark, apart = r.mark, true
			continue
		}
		if r.mark == "" {
			r.mark = mark
		}
		r.cutHeading()
		if r.text != "" {
			rows = append(rows, r)
			apart, page, ruled, depth, mark, blanks = false, false, false, r.depth, "", 0
		}
	}
	return rows
}

// drawn reports whether a row only draws a line, as between parts or rows of a table.
func drawn(s string) bool { return len(s) > 1 && strings.Trim(s, "-=_*~|:+# –—") == "" }

// underlined reports whether a drawn row makes a heading of the one above.
func underlined(line, above string) bool {
	return len(line) > 2 && (strings.Trim(line, "=") == "" || strings.Trim(line, "-") == "") && len(above) <= headingBytes
}

// bullets are the marks of list items; a word may follow all but the first row
// of them without a space.
const (
	plainBullets = "-*+–—"
	drawnBullets = "•·●○▪■□◦‣⁃✓✔✗➤►▶▸❖◆➢⮚∙⦁⬤➔➜→»"
)

// cutMark returns the mark of a list item at the beginning of a row, and the rest.
func cutMark(s string) (mark, rest string) {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case strings.ContainsRune(plainBullets, r):
		if n == len(s) || s[n] == ' ' || s[n] >= 'A' && s[n] <= 'Z' && r != '+' && r != '*' {
			rest = withoutBox(strings.TrimSpace(s[n:]))
			return s[:n], strings.TrimSpace(rest[numberMark(rest):])
		}
	case strings.ContainsRune(drawnBullets, r) || r >= 0xf000 && r <= 0xf0ff: // the second are bullets of Word's fonts
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

// withoutBox removes the box of a Markdown task.
func withoutBox(s string) string {
	if len(s) > 3 && s[0] == '[' && s[2] == ']' && s[3] == ' ' && strings.IndexByte(" xX", s[1]) >= 0 {
		return strings.TrimSpace(s[4:])
	}
	return s
}

// numberMark returns the length of a number that begins a list item, as in
// "1. ", "12) ", "(3) " or "b) ".
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
