package page

import (
	"crypto/sha256"
	"encoding/base64"
	"html"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAddSkipsEmptySections(t *testing.T) {
	p := &Page{}
	p.Add("Nothing")
	require.Empty(t, p.Sections)
	p.Add("Something", Paragraph("x"))
	require.Len(t, p.Sections, 1)
}

// Empty pages, sections and blocks are drawn without errors.
func TestEmptyThings(t *testing.T) {
	empty := []Block{
		Headline(""), Paragraph(""), Note(""), Subheading(""), List{}, List{{}}, Numbered{}, Checklist{{}}, Terms{{}}, Commands{{}}, Links{{}}, Callout{},
		Quotes{{}}, Table{}, Table{Rows: [][]string{{"short", "long", "longer"}}}, Table{Head: []string{"a", "b", "c"}, Rows: [][]string{{}}, TextColumns: 1},
		Grid{}, Grid{Heads: []string{"a", "b"}, Rows: []GridRow{{}}}, Bars{}, Bars{Head: []string{"a"}, Rows: []Bar{{}, {Parts: []Figure{{}}}}},
		Gauge{}, Gauge{Marks: []GaugeMark{{}, {}}}, Levels{}, Levels{Rows: []Level{{}, {Need: -1}, {Need: 99}}}, Bars{Mark: 1, Rows: []Bar{{Spread: &Spread{High: -1, Low: 9}}}},
		Columns{}, Columns{{}}, Details{},
	}
	for _, p := range []*Page{{}, {Sections: []Section{{}, {Heading: "x"}}}, {Sections: []Section{{"", empty}}}} {
		drawn(t, p)
		fragment, err := p.HTMLFragment()
		require.NoError(t, err)
		require.NotContains(t, string(fragment), "<html")
	}
}

// Numbers outside their scale are drawn at its ends.
func TestFiguresOutsideScale(t *testing.T) {
	zero := 0.0
	for _, x := range []float64{-1e300, 1e300, 0 / zero, 1 / zero, -1 / zero} {
		p := &Page{}
		p.Add("", Bars{Max: x, Mark: x, Rows: []Bar{{Figure: Figure{Value: &x}}}}, Bars{Rows: []Bar{{Figure: Figure{Value: &x}}}},
			Gauge{Figure: Figure{Value: &x}, Marks: []GaugeMark{{At: x}}}, Bars{Head: []string{"a"}, Mark: x, Max: x, Rows: []Bar{{Spread: &Spread{x, x, x}}}})
		for format, got := range drawn(t, p) {
			require.NotRegexp(t, `NaN|Inf`, got, "%s of %g", format, x)
		}
	}
}

// The marks of a gauge are named below their columns, or line by line if the
// names would touch.
func TestGaugeTicks(t *testing.T) {
	g := Gauge{Max: 10, Marks: []GaugeMark{{0, "0", "a"}, {5, "5", "b"}}}
	require.Equal(t, []string{"▲ 0: a     ▲ 5: b"}, g.ticks(23, 23))
	require.Equal(t, []string{"▲ 0: a", "       ▲ 5: b"}, g.ticks(14, 14))
}

func TestColor(t *testing.T) {
	p := samplePage()
	colored := string(p.Text(Style{Color: true}))
	sgr := regexp.MustCompile(`\x1b\[\d*m`)
	require.Equal(t, string(p.Text(Style{})), sgr.ReplaceAllString(colored, ""), "color changes nothing else")
	require.Subset(t, []string{"\x1b[1m", "\x1b[2m", "\x1b[32m", "\x1b[m"}, sgr.FindAllString(colored, -1))
}

func TestASCII(t *testing.T) {
	got := string(samplePage().Text(Style{ASCII: true, Color: true}))
	require.NotRegexp(t, `[^\x00-\x7f]`, got)
}

// Spoken text has no pictures and no columns.
func TestSpokenTextHasNoPictures(t *testing.T) {
	got := string(samplePage().Text(Style{Spoken: true}))
	for line := range strings.Lines(got) {
		require.NotRegexp(t, `[━╌┿┊●■□·─┃▲]|\S {2,}\S`, line)
	}
}

// Verbatim words stay intact where other words are cut.
func TestLongWords(t *testing.T) {
	long := strings.Repeat("a", 100)
	p := &Page{}
	p.Add("", Paragraph(long), Commands{{"Open", Verbatim(long)}})
	got := string(p.Markdown())
	require.Contains(t, got, "\n"+long[:longestWord-1]+"…\n")
	require.Contains(t, got, "`"+long+"`")
}

// The policy allows the style sheet of the page, by its hash, and nothing else.
func TestPolicy(t *testing.T) {
	for name, p := range hostilePages() {
		b, err := p.HTML()
		require.NoError(t, err)
		got := string(b)
		sheets := regexp.MustCompile(`(?s)<style>(.*)</style>`).FindAllStringSubmatch(got, -1)
		require.Len(t, sheets, 1, name)
		sum := sha256.Sum256([]byte(sheets[0][1]))
		policy := regexp.MustCompile(`<meta http-equiv="Content-Security-Policy" content="([^"]*)">\n<meta[^>]*>\n<meta[^>]*>\n<meta[^>]*>\n<title>`).FindStringSubmatch(got)
		require.NotNil(t, policy, "%s: before anything foreign", name)
		require.Equal(t, "default-src 'none'; style-src 'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'; base-uri 'none'; form-action 'none'", html.UnescapeString(policy[1]))
		require.False(t, strings.Contains(got, `style="`), name)
	}
}

// A table of contents appears if there are enough headed sections. Every link
// in it leads to a heading, and no id is used twice.
func TestContents(t *testing.T) {
	p := &Page{Title: "Contents"}
	p.Add("", Paragraph("first"))
	p.Add("How ready you are", Paragraph("x"))
	p.Add("How ready you are!", Paragraph("x"))
	got, err := p.HTMLFragment()
	require.NoError(t, err)
	require.NotContains(t, string(got), "<nav")
	p.Add("日本", Paragraph("x"))
	got, err = p.HTMLFragment()
	require.NoError(t, err)
	require.Regexp(t, `(?s)first</p>\n</section>\n<nav`, string(got), "after what has no heading")
	var ids, links []string
	for _, m := range regexp.MustCompile(` id="([^"]+)"`).FindAllStringSubmatch(string(got), -1) {
		ids = append(ids, m[1])
	}
	for _, m := range regexp.MustCompile(` href="#([^"]+)"`).FindAllStringSubmatch(string(got), -1) {
		links = append(links, m[1])
	}
	require.Equal(t, []string{"s-how-ready-you-are", "s-how-ready-you-are--2", "s-"}, ids)
	require.Equal(t, ids, links)
}

// Heading levels increase by at most one, and pictures are either described or
// hidden from screen readers.
func TestHeadingsAndPictures(t *testing.T) {
	p := samplePage()
	p.Sections = append([]Section{{"", samples()}}, p.Sections...)
	b, err := p.HTML()
	require.NoError(t, err)
	got := string(b)
	before := byte('0')
	for _, m := range regexp.MustCompile(`<h([1-6])[ >]`).FindAllStringSubmatch(got, -1) {
		require.LessOrEqual(t, m[1][0], before+1)
		before = m[1][0]
	}
	require.Equal(t, 1, strings.Count(got, "<h1"))
	p.Sections[0].Blocks = []Block{Callout{Title: "Gardener", Tag: "clear"}, Callout{Title: "Second"}}
	b, err = p.HTML()
	require.NoError(t, err)
	require.Equal(t, 1, strings.Count(string(b), "<h1"))
	require.Regexp(t, `<h1[^>]*><strong>Gardener</strong><span class="hidden">: </span><span class="tag">clear<`, string(b), "a verdict is the main heading")
	for _, svg := range regexp.MustCompile(`<svg[^>]*>`).FindAllString(got, -1) {
		require.Contains(t, svg, `aria-hidden="true"`)
	}
}

// Text names the command for details instead of printing them, unless they are
// wanted.
func TestDetailsOnRequest(t *testing.T) {
	p := &Page{}
	p.Add("", Details{"Every answer", Command{"To see them", "rolefit result --all"}, []Block{Paragraph("Four of them.")}})
	require.Equal(t, "\nEvery answer.\n  To see them: rolefit result --all\n", string(p.Text(Style{})))
	require.Equal(t, "\nEvery answer\n  Four of them.\n", string(p.Text(Style{All: true})))
	for _, format := range []string{string(p.Markdown()), drawnHTML(t, p)} {
		require.Contains(t, format, "Four of them.")
		require.NotContains(t, format, "--all")
	}
}

// Text lists the sections of a long page before the first of them.
func TestContentsOfText(t *testing.T) {
	p := &Page{Title: "Long"}
	p.Add("", Paragraph("In short."))
	for _, heading := range []string{"One", "Two", "Three", "Four"} {
		p.Add(heading, Paragraph("Text."))
	}
	require.NotContains(t, string(p.Text(Style{})), "On this page")
	p.Add("Five", Paragraph("Text."))
	require.Contains(t, string(p.Text(Style{})), "In short.\n\nOn this page: One · Two · Three · Four · Five\n\nONE\n")
	require.NotContains(t, string(p.Text(Style{Spoken: true})), "On this page")
}

// The headings of bars can be for those who can't see the bars.
func TestBareBars(t *testing.T) {
	five := 5.0
	p := &Page{}
	p.Add("", Bars{Head: []string{"Role", "Fit"}, Bare: true, Rows: []Bar{{Label: "SRE", Figure: Figure{&five, "5"}}}})
	require.NotContains(t, string(p.Text(Style{})), "Role")
	require.Equal(t, "\nSRE: 5.\n", string(p.Text(Style{Spoken: true})))
	require.Contains(t, drawnHTML(t, p), `<thead class="hidden"><tr><th scope="col">Role</th><th scope="col" class="number">Fit</th></tr></thead>`)
	require.Contains(t, string(p.Markdown()), "Role")
}

func drawnHTML(t *testing.T, p *Page) string {
	t.Helper()
	data, err := p.HTMLFragment()
	require.NoError(t, err)
	return string(data)
}
