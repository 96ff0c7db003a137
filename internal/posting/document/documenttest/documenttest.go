// Package documenttest transforms the text of a posting the way mail programs,
// PDF viewers and web sites do, so that tests can check that it still reads the
// same. Its input has one logical line per row, with "- " before list items.
package documenttest

import (
	"fmt"
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Transform is a way in which the text of a posting can change its
// appearance.
type Transform struct {
	Name string
	Do   func(title, text string) string
}

// Transforms returns all transforms.
func Transforms() []Transform {
	wrap := func(width, hang int) func(string, string) string {
		return func(title, text string) string { return title + "\n\n" + Wrap(text, width, hang) }
	}
	return []Transform{
		{"as is", func(title, text string) string { return title + "\n\n" + text }},
		{"CR LF, tabs", func(title, text string) string {
			return strings.ReplaceAll(title+"\n\n"+strings.ReplaceAll(text, "\n- ", "\n\t•\t"), "\n", "\r\n")
		}},
		{"fold -s -w 72", func(title, text string) string { return title + "\n\n" + Fold(text, 72) }},
		{"wrapped at 72", wrap(72, 2)},
		{"wrapped at 60", wrap(60, 0)},
		{"wrapped at 80", wrap(80, 2)},
		{"wrapped at 100", wrap(100, 0)},
		{"wrapped, no blank rows", func(title, text string) string {
			return title + "\n" + strings.ReplaceAll(Wrap(text, 76, 2), "\n\n", "\n")
		}},
		{"wrapped, double-spaced", func(title, text string) string {
			return title + "\n\n\n" + strings.ReplaceAll(Wrap(text, 70, 2), "\n", "\n\n")
		}},
		{"cut by fold -w 80", func(title, text string) string { return title + "\n\n" + cut(text, 80) }},
		{"quoted", Quoted},
		{"quoted twice", func(title, text string) string { return quote(Quoted(title, text)) }},
		{"PDF", func(title, text string) string { return PDF(title, text, true) }},
		{"PDF, no blank rows", func(title, text string) string { return PDF(title, text, false) }},
		{"PDF, proportional font", printed},
		{"Markdown", Markdown},
		{"Markdown, wrapped", func(title, text string) string { return Wrap(Markdown(title, text), 78, 2) }},
		{"HTML", HTML},
		{"HTML of divs", divs},
		{"MHTML", MHTML},
		{"mail with base64", Mail},
	}
}

// Wrap breaks lines of more than width columns at spaces and after hyphens, as
// most editors do. Continuation lines of a list item are indented by hang
// columns.
func Wrap(text string, width, hang int) string {
	var b strings.Builder
	for line := range strings.SplitSeq(text, "\n") {
		indent := ""
		if strings.HasPrefix(line, "- ") || strings.HasPrefix(line, "* ") || strings.HasPrefix(line, "• ") {
			indent = strings.Repeat(" ", hang)
		}
		wrapLine(&b, line, indent, width, false)
	}
	return strings.TrimSuffix(strings.ReplaceAll(b.String(), " \n", "\n"), "\n")
}

func wrapLine(b *strings.Builder, line, indent string, width int, hyphenate bool) {
	at := 0
	for i, word := range pieces(line) {
		n := utf8.RuneCountInString(strings.TrimRight(word, " "))
		if i > 0 && at+n > width {
			if head := ""; hyphenate {
				head, word = hyphenated(word, width-at-1)
				b.WriteString(head)
			}
			b.WriteString("\n" + indent)
			at = len(indent)
		}
		b.WriteString(word)
		at += utf8.RuneCountInString(word)
	}
	b.WriteString("\n")
}

// pieces splits a line where it may be broken. Each piece includes the space
// after it.
func pieces(line string) []string {
	var out []string
	for word := range strings.SplitAfterSeq(line, " ") {
		for {
			i := strings.IndexByte(word, '-')
			if i < 1 || i+2 > len(word) || !letters(word[i-1:i]) || !letters(word[i+1:i+2]) {
				break
			}
			out = append(out, word[:i+1])
			word = word[i+1:]
		}
		out = append(out, word)
	}
	return out
}

func letters(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
}

// hyphenated splits a word into the part that fits into space columns, with a
// hyphen, and the rest. It splits between a vowel and a consonant.
func hyphenated(word string, space int) (head, rest string) {
	bare := strings.TrimRight(word, " .,;:")
	if len(bare) < 7 || !letters(bare) || len(bare) != utf8.RuneCountInString(bare) {
		return "", word
	}
	vowel := func(c byte) bool { return strings.IndexByte("aeiouy", c) >= 0 }
	for i := min(space, len(bare)-3); i >= 3; i-- {
		if vowel(bare[i-2]) && !vowel(bare[i-1]) && !vowel(bare[i]) || vowel(bare[i-1]) && !vowel(bare[i]) && vowel(bare[i+1]) {
			return bare[:i] + "-", word[i:]
		}
	}
	return "", word
}

// Fold breaks lines like fold -s, which leaves the space at the end of a row.
func Fold(text string, width int) string {
	var b strings.Builder
	for line := range strings.SplitSeq(text, "\n") {
		at := 0
		for word := range strings.SplitAfterSeq(line, " ") {
			n := utf8.RuneCountInString(word)
			if at > 0 && at+n > width {
				b.WriteString("\n")
				at = 0
			}
			b.WriteString(word)
			at += n
		}
		b.WriteString("\n")
	}
	return b.String()
}

// cut breaks lines after exactly width characters.
func cut(text string, width int) string {
	var b strings.Builder
	for line := range strings.SplitSeq(text, "\n") {
		at := 0
		for _, r := range line {
			if at == width {
				b.WriteString("\n")
				at = 0
			}
			b.WriteRune(r)
			at++
		}
		b.WriteString("\n")
	}
	return b.String()
}

// Quoted returns the posting as quoted in a reply to a mail.
func Quoted(title, text string) string { return quote(title + "\n\n" + Wrap(text, 72, 2)) }

func quote(text string) string {
	var b strings.Builder
	b.WriteString("On Mon, 2 Mar 2026 at 10:14, A. Person <a.person@example.org> wrote:\n>\n")
	for line := range strings.SplitSeq(text, "\n") {
		b.WriteString(strings.TrimRight("> "+line, " ") + "\n")
	}
	return b.String() + "\n-- \nB. Person\nExample Ltd, +00 0000 0000\n"
}

// PDF returns the posting as copied from a PDF file: with bullets, hyphens at
// the ends of rows, ligatures, and a header and footer on every page.
func PDF(title, text string, blanks bool) string {
	const width, page = 88, 46
	var b strings.Builder
	wrapLine(&b, title, "", width, true)
	for line := range strings.SplitSeq(text, "\n") {
		if strings.HasPrefix(line, "- ") {
			line = "•" + line[1:]
		}
		if line != "" || blanks {
			wrapLine(&b, line, "", width, true)
		}
	}
	rows := strings.Split(ligatures.Replace(strings.ReplaceAll(b.String(), " \n", "\n")), "\n")
	pages := (len(rows) + page - 1) / page
	if b.Reset(); pages == 1 {
		return strings.Join(rows, "\n") + "\f"
	}
	for p := range pages {
		fmt.Fprintf(&b, "Example Careers\n%s\n%d/%d\n\f", strings.Join(rows[p*page:min(len(rows), (p+1)*page)], "\n"), p+1, pages)
	}
	return b.String()
}

var ligatures = strings.NewReplacer("ffi", "ﬃ", "fi", "ﬁ", "fl", "ﬂ", "ff", "ﬀ")

// printed returns the posting as copied from a page set in a serif font, where
// the width of rows depends on their letters.
func printed(title, text string) string {
	var b strings.Builder
	b.WriteString(title + "\n\n")
	for line := range strings.SplitSeq(strings.ReplaceAll(text, "\n- ", "\n● "), "\n") {
		at := 0
		for i, word := range strings.Fields(line) {
			n := serifWidth(word)
			if i > 0 && at+25+n > 4200 {
				b.WriteString("\n")
				at = 0
			} else if i > 0 {
				b.WriteString(" ")
				at += 25
			}
			b.WriteString(word)
			at += n
		}
		b.WriteString("\n")
	}
	return b.String()
}

// serifWidth returns the approximate width of a word in a serif font, in
// hundredths of an em.
func serifWidth(word string) int {
	n := 0
	for _, r := range word {
		switch {
		case strings.ContainsRune("ijlt.,;:'!", r):
			n += 28
		case strings.ContainsRune("frsIJ()-", r):
			n += 35
		case strings.ContainsRune("aceyzg", r):
			n += 45
		case r == 'm' || r == 'w':
			n += 75
		case unicode.IsUpper(r):
			n += 68
		default:
			n += 50
		}
	}
	return n
}

// headed reports whether the line before next looks like a heading.
func headed(line, next string) bool {
	return len(line) > 3 && len(line) < 60 && !strings.HasPrefix(line, "- ") && !strings.ContainsAny(line[len(line)-1:], ".,;!") &&
		strings.HasPrefix(next, "- ")
}

// eachLine calls do for each nonempty line, with whether it looks like a
// heading.
func eachLine(text string, do func(line string, heading bool)) {
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	for i, line := range lines {
		do(line, i+1 < len(lines) && headed(line, lines[i+1]))
	}
}

// Markdown returns the posting as Markdown, with emphasis and links.
func Markdown(title, text string) string {
	var b strings.Builder
	b.WriteString("# " + title + "\n")
	item := false
	eachLine(text, func(line string, heading bool) {
		rest, bullet := strings.CutPrefix(line, "- ")
		if !bullet || !item {
			b.WriteString("\n")
		}
		switch item = bullet; {
		case heading:
			line = "## " + line
		case bullet:
			line = "* " + decorated(rest)
		default:
			line = decorated(line)
		}
		b.WriteString(line + "\n")
	})
	return b.String()
}

// decorated makes the second word of a long line bold and its fourth word a
// link.
func decorated(line string) string {
	words := strings.Split(line, " ")
	if len(words) < 6 {
		return line
	}
	if letters(words[1]) {
		words[1] = "**" + words[1] + "**"
	}
	if letters(words[3]) {
		words[3] = "[" + words[3] + "](https://www.example.org/" + words[3] + ")"
	}
	return strings.Join(words, " ")
}

const (
	pageTop = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>%[1]s | Example Careers</title>
<style>.a{color:red}</style><script>var a = "<p>no text</p>";</script></head><body>
<div class="cookie-banner"><p>We use cookies to improve your experience on our site.</p><button>Accept all</button></div>
<header><a href="#main">Skip to main content</a><nav><ul><li>Products</li><li>Careers</li></ul></nav></header>`
	pageEnd = `<form><label>Your e-mail address <input name="e"></label></form>
<section class="related-jobs"><h2>Similar jobs</h2><ul><li>Tax Accountant, Lund</li><li>Head Chef, Malmö</li></ul></section>
<footer><p>© 2026 Example Ltd. All rights reserved.</p></footer></body></html>`
)

// HTML returns the posting as a web page with headings, paragraphs and lists.
func HTML(title, text string) string {
	var b strings.Builder
	fmt.Fprintf(&b, pageTop+"\n<main><h1>%[1]s</h1>\n", html.EscapeString(title))
	item := false
	eachLine(text, func(line string, heading bool) {
		rest, bullet := strings.CutPrefix(line, "- ")
		if bullet != item {
			b.WriteString(map[bool]string{true: "<ul>\n", false: "</ul>\n"}[bullet])
		}
		switch item = bullet; {
		case heading:
			fmt.Fprintf(&b, "<h2>%s</h2>\n", html.EscapeString(line))
		case bullet:
			wrapLine(&b, "  <li><p>"+html.EscapeString(rest)+"</p></li>", "    ", 90, false)
		default:
			wrapLine(&b, "<p>"+html.EscapeString(line)+"</p>", "  ", 90, false)
		}
	})
	if item {
		b.WriteString("</ul>\n")
	}
	return b.String() + "</main>\n" + pageEnd
}

// divs returns a page without list or heading elements, made of divs, line
// breaks and bullets.
func divs(title, text string) string {
	var b strings.Builder
	fmt.Fprintf(&b, pageTop+"\n<div id=\"job\"><h1>%[1]s</h1><div>", html.EscapeString(title))
	eachLine(text, func(line string, heading bool) {
		rest, bullet := strings.CutPrefix(line, "- ")
		switch {
		case heading:
			fmt.Fprintf(&b, "</div><div><b>%s</b><br>", html.EscapeString(line))
		case bullet:
			fmt.Fprintf(&b, "•&nbsp;<span>%s</span><br/>", html.EscapeString(rest))
		default:
			fmt.Fprintf(&b, "<div><span>%s</span></div>", html.EscapeString(line))
		}
	})
	return b.String() + "</div></div>\n" + pageEnd
}
