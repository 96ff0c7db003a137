package page

import (
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/safetext"
)

// hostileTexts are texts that a malicious pack could contain in any string.
var hostileTexts = []string{
	`<script>alert(1)</script><img src=http://evil.example/x onerror=alert(1)>"'` + "`--></style></title></svg>",
	"# | [a](javascript:alert(1)) ![b](http://evil.example/y) **c** _d_ <http://evil.example/z> www.evil.example",
	"\x1b[31mred\x1b]0;title\a \x1b[2J \u202eback\u2066wards \u009b31m \u200b\u00ad\U000e0041 \r\n# heading\n```\n- item\x00\xff",
	strings.Repeat("w", 300), strings.Repeat("漢", 100), "", "javascript:alert(1)", "https://user@evil.example/", "data:text/html,x",
	"{{.}} {{template \"x\"}} | ` `` ```", "a", "-", "1. x",
}

// hostilePages returns pages with each hostile text in every string.
func hostilePages() map[string]*Page {
	texts := append([]string{strings.Join(hostileTexts, " ")}, hostileTexts...)
	out := map[string]*Page{"none": samplePage()}
	for i, text := range texts {
		blocks := each(func(_ string, v reflect.Value) { v.SetString(text) })
		p := &Page{Title: text, Subtitle: text}
		p.Add("", blocks...)
		for range contentsFrom {
			p.Add(text, Paragraph(text))
		}
		out[fmt.Sprintf("%d %.20q", i, text)] = p
	}
	return out
}

func requireNoControl(t *testing.T, name, got string) {
	t.Helper()
	for i, r := range got {
		if r != '\n' && safetext.HasControl(r) {
			require.Failf(t, "control character", "%s: %U at byte %d", name, r, i)
		}
	}
}

func TestHostileText(t *testing.T) {
	for name, p := range hostilePages() {
		for _, s := range []Style{{Strict: true}, {ASCII: true, Strict: true}, {Spoken: true, Strict: true}} {
			for _, s.Width = range []int{1, 28, 40, 59, 60, 80, 100, 160, 1000} {
				got := string(p.Text(s))
				requireNoControl(t, name, got)
				require.False(t, strings.Contains(got, strings.Repeat("w", widest+1)), name)
				limit := max(narrowest, min(widest, s.Width))
				for line := range strings.Lines(got) {
					require.LessOrEqual(t, ansi.StringWidth(strings.TrimSuffix(line, "\n")), limit, "%s %+v: %q", name, s, line)
				}
			}
		}
	}
}

func TestHostileHTML(t *testing.T) {
	tag := regexp.MustCompile(`(?i)<(script|img|iframe|object|embed|link)|\son[a-z]+="|(href|src)="(javascript|data)`)
	for name, p := range hostilePages() {
		page, err := p.HTML()
		require.NoError(t, err)
		got := string(page)
		requireNoControl(t, name, got)
		require.Empty(t, tag.FindString(got), name)
		require.Equal(t, 1, strings.Count(got, "</style>"), name)
		require.Equal(t, strings.Count(got, "<div"), strings.Count(got, "</div>"), name)
	}
}

// unspanned removes code spans and link targets from a line of Markdown.
func unspanned(t *testing.T, line string) string {
	t.Helper()
	target := regexp.MustCompile(`\]\(https?://[^\s()<>|\\` + "`" + `]*\)`)
	line = target.ReplaceAllString(line, "")
	var out strings.Builder
	for {
		start := strings.Index(line, "`")
		if start < 0 {
			return out.String() + line
		}
		if start > 0 && line[start-1] == '\\' {
			out.WriteString(line[:start+1])
			line = line[start+1:]
			continue
		}
		rest := strings.TrimLeft(line[start:], "`")
		fence := line[start : len(line)-len(rest)]
		end := regexp.MustCompile("(^|[^`])" + fence + "($|[^`])").FindStringIndex(rest)
		require.NotNil(t, end, "a code span is not closed: %q", line)
		out.WriteString(line[:start])
		line = rest[strings.Index(rest[end[0]:], fence)+end[0]+len(fence):]
	}
}

func TestHostileMarkdown(t *testing.T) {
	bare := regexp.MustCompile(`(^|[^\\])[<>\]|]`)
	for name, p := range hostilePages() {
		got := string(p.Markdown())
		requireNoControl(t, name, got)
		cells, width := 0, 0
		for line := range strings.Lines(got) {
			line = strings.TrimSuffix(line, "\n")
			text := unspanned(t, line)
			require.NotRegexp(t, `https?:/`, text, name)
			require.NotRegexp(t, `(^|[^\\])www\.`, text, name)
			if !strings.HasPrefix(line, "| ") {
				cells, width = 0, 0
				text = regexp.MustCompile(`^> ?|\[[ x]\] |^ *\[`).ReplaceAllString(text, "")
				require.NotRegexp(t, bare, text, name)
				continue
			}
			n := strings.Count(strings.ReplaceAll(line, `\|`, ""), "|")
			if cells > 0 {
				require.Equal(t, cells, n, "%s: cells of a row: %q", name, line)
				require.Equal(t, width, ansi.StringWidth(line), "%s: width of a row: %q", name, line)
			}
			cells, width = n, ansi.StringWidth(line)
		}
	}
}

func TestLinksAreHTTP(t *testing.T) {
	for address, want := range map[string]string{
		"https://example.org/a?b=c":      "https://example.org/a?b=c",
		"http://example.org":             "http://example.org",
		"HTTPS://example.org/":           "https://example.org/",
		"https://example.org/a b":        "https://example.org/a%20b",
		"javascript:alert(1)":            "",
		"data:text/html,x":               "",
		"file:///etc/passwd":             "",
		"//example.org/x":                "",
		"https://":                       "",
		"https://:443/":                  "",
		"https://bank.example@evil.test": "",
		"https://[::1":                   "",
		"":                               "",
	} {
		require.Equal(t, want, Link{Address: Verbatim(address)}.Target(), address)
	}
	l := Link{Text: "a]b", Address: "https://example.org/(x)|`<y>\\"}
	require.Equal(t, "[a\\]b](https://example.org/%28x%29%7C%60%3Cy%3E%5C)", l.inMarkdown())
}

func TestEscape(t *testing.T) {
	for in, want := range map[string]string{
		"- a":               `\- a`,
		"12. a":             `12\. a`,
		"# a #1 C#":         `\# a \#1 C#`,
		"a|b `c` <d> [e]":   "a\\|b \\`c\\` \\<d\\> \\[e\\]",
		"see https://a.b/c": `see https\://a.b/c`,
		"WWW.a.b":           `WWW\.a.b`,
		`\*`:                `\\\*`,
		"&lt; 1-2 = 3":      `\&lt; 1-2 = 3`,
	} {
		require.Equal(t, want, escape(in))
	}
	require.Equal(t, "`` a`b ``", code("a`b"))
}
