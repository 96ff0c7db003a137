package render

import (
	"fmt"
	"regexp"
	"strings"
	"sync"

	"github.com/charmbracelet/x/ansi"
)

// A markdownDrawer writes a document as GitHub-flavoured Markdown. Everything
// is escaped, so that no text of a pack is markup, a link or a mention of an
// issue.
type markdownDrawer struct{ strings.Builder }

func drawMarkdown(d *doc) []byte {
	m := &markdownDrawer{}
	fmt.Fprintf(m, "# %s\n", escape(d.Title))
	if d.Subtitle != "" {
		fmt.Fprintf(m, "\n%s\n", escape(d.Subtitle))
	}
	for _, s := range d.Sections {
		if s.Heading != "" {
			fmt.Fprintf(m, "\n## %s\n", escape(s.Heading))
		}
		for _, b := range s.Blocks {
			m.WriteByte('\n')
			m.block(b)
		}
	}
	return []byte(m.String())
}

func (m *markdownDrawer) block(b block) {
	switch b := b.(type) {
	case para:
		around := map[paraKind]string{verdict: "**", note: "*"}[b.Kind]
		fmt.Fprintf(m, "%s%s%s\n", around, escape(b.Text), around)
	case subheading:
		fmt.Fprintf(m, "### %s\n", escape(b.Text))
	case list:
		for _, i := range b.Items {
			m.item(i)
		}
	case command:
		fmt.Fprintf(m, "%s: `%s`\n", escape(b.Text), b.Command)
	case quotes:
		m.quotes(b)
	case table:
		m.table(b)
	case grid:
		m.grid(b)
	case fitChart:
		m.fitChart(b)
	case leadChart:
		m.leadChart(b)
	case needChart:
		m.needChart(b)
	case countChart:
		m.countChart(b)
	case spreadChart:
		m.spreadChart(b)
	}
}

func (m *markdownDrawer) item(i item) {
	s := escape(i.Text)
	if i.Mark != "" {
		s = "**" + escape(i.Mark) + "** " + s
	}
	if i.Label != "" {
		s = strings.TrimSuffix("**"+escape(i.Label)+":** "+s, " ")
	}
	if i.Note != "" {
		s += " *(" + escape(i.Note) + ")*"
	}
	fmt.Fprintf(m, "- %s\n", s)
}

func (m *markdownDrawer) quotes(q quotes) {
	fmt.Fprintf(m, "### %s\n\n", escape(q.Title))
	if len(q.Items) == 0 {
		fmt.Fprintf(m, "%s\n", escape(q.None))
	}
	for _, x := range q.Items {
		fmt.Fprintf(m, "- %s\n", escape(x.Prompt))
		fmt.Fprintf(m, "  - best: **%s** (%s)\n", escape(x.Best), escape(x.BestRole))
		fmt.Fprintf(m, "  - worst: %s (%s)\n", escape(x.Worst), escape(x.WorstRole))
	}
}

func (m *markdownDrawer) table(b table) {
	rows := [][]string{escapeAll(b.Head)}
	for _, row := range b.Rows {
		rows = append(rows, escapeAll(row))
	}
	m.rows(rows, b.Numbers)
}

// rows writes cells that are Markdown already, the first row as the head;
// columns from numbers on stand to the right. The source is aligned too.
func (m *markdownDrawer) rows(rows [][]string, numbers int) {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], 3, ansi.StringWidth(cell))
		}
	}
	for n, row := range rows {
		for i, cell := range row {
			pad := strings.Repeat(" ", widths[i]-ansi.StringWidth(cell))
			if i >= numbers {
				m.WriteString("| " + pad + cell + " ")
			} else {
				m.WriteString("| " + cell + pad + " ")
			}
		}
		m.WriteString("|\n")
		if n > 0 {
			continue
		}
		for i, width := range widths {
			if i >= numbers {
				m.WriteString("| " + strings.Repeat("-", width-1) + ": ")
			} else {
				m.WriteString("| " + strings.Repeat("-", width) + " ")
			}
		}
		m.WriteString("|\n")
	}
}

func (m *markdownDrawer) grid(g grid) {
	t := table{Head: append([]string{""}, g.Heads...), Numbers: len(g.Heads) + 1}
	for _, r := range g.Rows {
		t.Rows = append(t.Rows, append([]string{r.Label}, r.Cells...))
	}
	m.table(t)
}

// barHalf is half of a bar's characters in Markdown.
const barHalf = 10

func (m *markdownDrawer) fitChart(c fitChart) {
	rows := [][]string{{"Place", "Role", "0 · 50 · 100", "Fit"}}
	rows[0] = append(rows[0], escapeAll(c.Dimensions)...)
	for _, r := range c.Rows {
		title := escape(r.Title)
		if r.Named {
			title = "**" + title + "**"
		}
		row := []string{r.Place, title, "`" + bar(r.Fit, barHalf) + "`", whole(r.Fit)}
		for _, part := range r.Parts {
			row = append(row, whole(part))
		}
		rows = append(rows, row)
	}
	m.rows(rows, 3)
}

// leadChart puts the picture of text into a code block, whose fence is longer
// than any row of backticks in it.
func (m *markdownDrawer) leadChart(c leadChart) {
	t := &textDrawer{width: defaultWidth}
	t.leadChart(c)
	fence := "```"
	for strings.Contains(t.String(), fence) {
		fence += "`"
	}
	fmt.Fprintf(m, "%stext\n%s%s\n", fence, t.String(), fence)
}

func (m *markdownDrawer) needChart(c needChart) {
	fmt.Fprintf(m, "### %s\n\n%s\n", escape(c.Title), escape(upper(c.Summary)))
	if len(c.Rows) == 0 {
		return
	}
	rows := [][]string{{"Skill", "", "Have", "Needs"}}
	for _, r := range c.Rows {
		have := "not rated"
		if r.Level != nil {
			have = fmt.Sprint(*r.Level)
		}
		rows = append(rows, []string{escape(r.Name), "`" + boxes(r) + "`", have, fmt.Sprint(r.Needed)})
	}
	m.WriteByte('\n')
	m.rows(rows, 2)
}

func escapeAll(cells []string) []string {
	out := make([]string, len(cells))
	for i, cell := range cells {
		out[i] = escape(cell)
	}
	return out
}

// What Markdown would take for markup: characters that are it anywhere,
// numbers of issues, what begins a list or underlines a heading, and bare
// addresses, which many hosts turn into links.
var (
	markup  = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "|", `\|`, "~", `\~`, "&", `\&`, "$", `\$`, "@", `\@`)
	hash    = lazily(`(^|[^\pL\pN])#`)
	starts  = lazily(`^([-+=]|\d+[.)])`)
	address = lazily(`(?i)(://|\bwww\.|\bmailto:)`)
)

// lazily is a pattern that is compiled when it is first wanted: most runs of
// the program print something else.
func lazily(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// escape is s as Markdown text that shows as s.
func escape(s string) string {
	s = markup.Replace(s)
	s = hash().ReplaceAllString(s, `$1\#`)
	s = address().ReplaceAllStringFunc(s, func(x string) string {
		if i := strings.IndexAny(x, ":."); i >= 0 {
			return x[:i] + `\` + x[i:]
		}
		return x
	})
	return starts().ReplaceAllStringFunc(s, func(x string) string { return x[:len(x)-1] + `\` + x[len(x)-1:] })
}
