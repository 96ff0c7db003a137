package document

import (
	"html"
	"strings"
)

// plain removes inline markup from a line: links, images, emphasis, code,
// escapes and entities.
func plain(s string) string {
	if strings.Contains(s, "](") || strings.Contains(s, "][") {
		s = withoutLinks(s)
	}
	if strings.HasPrefix(s, "|") && strings.HasSuffix(s, "|") && len(s) > 2 {
		s = cells(s)
	}
	s = emphasis.Replace(s)
	if strings.ContainsAny(s, "*_\\") {
		s = withoutEmphasis(s)
	}
	if strings.Contains(s, "&") && strings.Contains(s, ";") {
		s = normalizer.Replace(html.UnescapeString(s))
	}
	return collapsed(s)
}

// collapsed replaces each sequence of blanks by a space, and removes those at
// the ends. Most lines don't contain any to replace.
func collapsed(s string) string {
	last := ' '
	for _, r := range s {
		if blank(r) && (r != ' ' || last == ' ') {
			last = ' '
			break
		}
		last = r
	}
	if last != ' ' {
		return s
	}
	return strings.Join(strings.FieldsFunc(s, blank), " ")
}

// blank reports whether a character is a space, or a control character that
// isn't allowed in a line.
func blank(r rune) bool { return r <= ' ' || r >= 0x7f && r <= 0xa0 }

var emphasis = strings.NewReplacer("**", "", "__", "", "`", "", "~~", "")

// maxLink is the maximum length in bytes of the text or address of a link.
const maxLink = 2000

// withoutLinks replaces links by their text and removes images.
func withoutLinks(s string) string {
	var b strings.Builder
	for {
		open := strings.IndexByte(s, '[')
		if open < 0 {
			b.WriteString(s)
			return b.String()
		}
		end := open + strings.IndexByte(s[open:min(len(s), open+maxLink)], ']')
		tail := 0
		if end > open {
			tail = linkTarget(s[end+1 : min(len(s), end+maxLink)])
		}
		if tail == 0 {
			b.WriteString(s[:open+1])
			s = s[open+1:]
			continue
		}
		if strings.HasSuffix(s[:open], "!") {
			b.WriteString(s[:open-1])
		} else {
			b.WriteString(s[:open])
			b.WriteString(s[open+1 : end])
		}
		s = s[end+1+tail:]
	}
}

// linkTarget returns the length of the "(address)" or "[name]" at the beginning
// of s, or 0 if there is none.
func linkTarget(s string) int {
	if s == "" || s[0] != '(' && s[0] != '[' {
		return 0
	}
	end := byte(')')
	if s[0] == '[' {
		end = ']'
	}
	return strings.IndexByte(s, end) + 1
}

// cells converts a row of a Markdown table to text.
func cells(s string) string {
	var out []string
	for cell := range strings.SplitSeq(strings.Trim(s, "|"), "|") {
		if cell = strings.TrimSpace(cell); cell != "" {
			out = append(out, cell)
		}
	}
	if len(out) == 2 {
		return strings.TrimSuffix(out[0], ":") + ": " + out[1]
	}
	return strings.Join(out, ", ")
}

// withoutEmphasis removes single * and _ around words, and the backslashes of
// escaped characters.
func withoutEmphasis(s string) string {
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '\\' && escapes(strings.TrimLeft(s[i:], `\`)):
			for s[i] == '\\' { // text that was escaped twice has several
				i++
			}
			c = s[i]
		case (c == '*' || c == '_') && wordAt(s, i+1) != wordAt(s, i-1):
			continue
		}
		out = append(out, c)
	}
	return string(out)
}

// escapes reports whether text begins with a character that Markdown escapes.
func escapes(text string) bool {
	return text != "" && strings.IndexByte("-*_#.+!()[]<>&|~$`", text[0]) >= 0
}

// wordAt reports whether the character at byte i is part of a word.
func wordAt(s string, i int) bool {
	if i < 0 || i >= len(s) {
		return false
	}
	return s[i] > ' ' && strings.IndexByte(`*_.,;:!?()"'`, s[i]) < 0
}
