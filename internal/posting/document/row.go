package document

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A row is a line of the file, before wrapped ones are joined.
type row struct {
	text   string // without its mark, trimmed
	mark   string // of a list item, as in "-" or "1."; all numbers are "1."
	indent int    // columns before the mark or text
	width  int    // columns from the margin to the end of the text
	apart  bool   // a blank row precedes it
	starts bool   // it cannot continue the row before
	head   bool   // marked as a heading
	soft   bool   // it ended with a space, as format=flowed and fold -s leave it
}

var normalizer = strings.NewReplacer(
	"\r\n", "\n", "\r", "\n", "\v", "\n", "\u2028", "\n", "\u2029", "\n", "\u0085", "\n",
	"\u00a0", " ", "\u202f", " ", "\u2007", " ", "\u2009", " ", "\u3000", " ",
	"\u00ad\n", "-\n", "\u00ad", "", "\u200b", "", "\u200c", "", "\u200d", "", "\u200e", "", "\u200f", "", "\u2060", "", "\ufeff", "", "\ufe0f", "",
	"ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st",
	"\u2010", "-", "\u2011", "-", "\t", "    ",
)

func splitRows(text string) []row {
	var rows []row
	apart, pending := true, ""
	for line := range strings.SplitSeq(normalizer.Replace(text), "\n") {
		line = strings.ReplaceAll(line, "\f", "")
		body := strings.TrimSpace(line)
		if body == "" || ruler(body) {
			apart = true
			continue
		}
		r := row{apart: apart, indent: len(line) - len(strings.TrimLeft(line, " ")), soft: strings.HasSuffix(line, " ")}
		r.width = utf8.RuneCountInString(strings.TrimRight(line, " "))
		r.mark, r.text = cutMark(body)
		if r.text == "" {
			pending, apart = r.mark, true
			continue
		}
		if r.mark == "" && pending != "" {
			r.mark = pending
		}
		apart, pending = false, ""
		r.heading()
		r.starts = r.starts || r.apart || r.mark != "" || r.head
		r.text = plainInline(r.text)
		if r.text != "" {
			rows = append(rows, r)
		}
	}
	return rows
}

// ruler reports whether a row only draws a line.
func ruler(s string) bool { return len(s) > 1 && strings.Trim(s, "-=_*~|:+ –—") == "" }

const bulletMarks = "-*+•·●○▪■□◦‣⁃–—✓✔✗➤►▶▸❖◆➢⮚∙"

// cutMark returns the mark of a list item at the beginning of a row, and the rest.
func cutMark(s string) (mark, rest string) {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case strings.ContainsRune(bulletMarks, r) || r >= 0xf000 && r <= 0xf0ff:
		if n == len(s) || s[n] == ' ' || r > '~' && r != '–' && r != '—' {
			return s[:n], strings.TrimSpace(s[n:])
		}
	case r == 'o' && strings.HasPrefix(s, "o "):
		return "o", strings.TrimSpace(s[1:])
	case r >= '0' && r <= '9' || r == '(':
		if n := numberMark(s); n > 0 {
			return "1.", strings.TrimSpace(s[n:])
		}
	case unicode.Is(unicode.So, r) && n < len(s) && s[n] == ' ':
		return s[:n], strings.TrimSpace(s[n:])
	}
	return "", s
}

func numberMark(s string) int {
	i := 0
	for i < len(s) && i < 2 && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	if i == 0 || i+1 >= len(s) || s[i] != '.' && s[i] != ')' || s[i+1] != ' ' {
		return 0
	}
	return i + 1
}

// heading takes the marks of a Markdown heading off the row.
func (r *row) heading() {
	if rest := strings.TrimLeft(r.text, "#"); rest != r.text && strings.HasPrefix(rest, " ") {
		r.head, r.text = true, strings.Trim(rest, "# ")
	} else if n := len(r.text); r.mark == "" && n > 4 && strings.HasPrefix(r.text, "**") && strings.HasSuffix(r.text, "**") && !strings.Contains(r.text[2:n-2], "**") {
		r.head = true
	}
}

var emphasis = strings.NewReplacer("**", "", "__", "", "`", "")

func plainInline(s string) string { return strings.Join(strings.Fields(emphasis.Replace(s)), " ") }
