package page

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rolefit/rolefit/internal/wrap"
)

// Links lists links for further reading.
type Links []Link

// A Link is a title and an address. Only absolute http and https addresses
// become links; any other address is shown as text.
type Link struct {
	Text    string
	Address Verbatim
	Note    string
}

func (l Links) margins() (above, below int) { return 0, 1 }
func (l Links) spoken(w *textWriter)        { l.text(w) }

func (l Links) text(w *textWriter) {
	for _, link := range l {
		i := Item{Text: link.Text + bracketed(link.Note)}
		full := i.Text + ": " + string(link.Address)
		switch indent := wrap.Width("  " + bullet + " "); {
		case link.Address == "":
			i.text(w, bullet)
		case link.Target() == "" || indent+wrap.Width(full) <= w.proseWidth():
			Item{Text: full}.text(w, bullet)
		default:
			i.Text += ":"
			i.text(w, bullet)
			w.address(strings.Repeat(" ", indent), string(link.Address))
		}
	}
}

// address writes an address on a line of its own, so that it can be clicked and
// copied.
func (w *textWriter) address(indent, s string) {
	if w.style.Strict {
		if n := wrap.Width(s); n <= w.width && wrap.Width(indent)+n > w.width {
			indent = ""
		}
		w.lines(indent, s, plain)
		return
	}
	w.print(indent, s, "\n")
}

func (l Links) markdown(w *markdownWriter) {
	for _, link := range l {
		w.line("- ", link.inMarkdown())
	}
}

func (l Links) html(w *htmlWriter) { w.draw(linksHTML, l) }

// Target returns the address if it is safe to link to, and "" otherwise.
func (l Link) Target() string {
	u, err := url.Parse(string(l.Address))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || !isHost(u) || u.User != nil {
		return ""
	}
	return u.String()
}

// isHost reports whether u has a host name that browsers use unchanged.
func isHost(u *url.URL) bool {
	return u.Hostname() != "" && !strings.ContainsFunc(u.Host, func(r rune) bool {
		return r == utf8.RuneError || !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(".-_:[]", r)
	})
}

// inMarkdown returns the link as a single line of Markdown.
func (l Link) inMarkdown() string {
	note := ""
	if l.Note != "" {
		note = "*(" + escape(l.Note) + ")*"
	}
	if target := l.Target(); target != "" {
		return joined([]string{"[" + escape(l.Text) + "](" + markdownURL(target) + ")", note})
	}
	return joined([]string{escape(l.Text), escape(string(l.Address)), note})
}

// markdownURL escapes the characters that could end an address in Markdown.
func markdownURL(target string) string {
	return strings.NewReplacer("(", "%28", ")", "%29", "<", "%3C", ">", "%3E", "|", "%7C", `\`, "%5C", "`", "%60", " ", "%20").Replace(target)
}

const linksHTML = `
<ul class="links">
{{- range .}}
<li>{{if .Target}}<a href="{{.Target}}" rel="noopener noreferrer">{{or .Text .Address}}</a>
{{- else}}{{.Text}} {{.Address}}{{end}}{{with .Note}} <span class="note">({{.}})</span>{{end}}</li>
{{- end}}
</ul>`
