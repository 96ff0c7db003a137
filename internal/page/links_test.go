package page

import (
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

// markdownLink matches a link whose brackets aren't escaped.
var markdownLink = regexp.MustCompile(`(?:^|[^\\])\]\(([^)]*)`)

// FuzzLink checks that an address from a pack or a saved result becomes a link
// only to http or https, and that whatever it is, it stays on its line.
func FuzzLink(f *testing.F) {
	for _, address := range append([]string{
		"https://example.com/a_(b)?q=1#c", "http://example.com", "HTTPS://EXAMPLE.com", "javascript:alert(1)", "java\nscript:alert(1)", "//example.com",
		"https:evil", "https:///evil", "ftp://example.com", "https://a@b.example", "https://exa mple.com", "https://xn--80ak6aa92e.com", "https://exa<mp\x82e.com", "https://exa%3cmple.com", "https://[::1]/", "https://x\u202e.example",
	}, hostileTexts...) {
		f.Add("title", address, "book")
	}
	f.Fuzz(func(t *testing.T, title, address, note string) {
		p := &Page{Title: "Page"}
		p.Add("", Links{{title, Verbatim(address), note}})
		data, err := p.HTML()
		require.NoError(t, err)
		for target := range hrefs(t, string(data)) {
			require.Contains(t, []string{"http", "https"}, target.Scheme)
			require.NotEmpty(t, target.Hostname())
			require.Nil(t, target.User)
		}
		for _, link := range markdownLink.FindAllStringSubmatch(string(p.Markdown()), -1) {
			require.Regexp(t, "^https?://", link[1])
		}
		requireNoControl(t, "Markdown", string(p.Markdown()))
		requireNoControl(t, "text", string(p.Text(Style{Color: false})))
		require.Len(t, strings.Split(strings.TrimSpace(string(p.Markdown())), "\n"), 3, "a heading, a blank line, an item")
	})
}

// hrefs returns the targets of the links of a page.
func hrefs(t *testing.T, page string) map[*url.URL]bool {
	doc, err := html.Parse(strings.NewReader(page))
	require.NoError(t, err)
	found := map[*url.URL]bool{}
	for n := range doc.Descendants() {
		for _, a := range n.Attr {
			if a.Key == "href" && n.Data == "a" {
				u, err := url.Parse(a.Val)
				require.NoError(t, err)
				found[u] = true
			}
		}
	}
	return found
}

// An address stays in one piece, on a line of its own if necessary, unless the
// screen would cut it.
func TestAddressInOnePiece(t *testing.T) {
	p := &Page{}
	p.Add("", List{{Text: "Read this", Links: Links{{"A guide", "https://example.org/a-rather-long-address", "free"}, {"A book", "a shop in town", ""}}}})
	lines := func(s Style) []string { return strings.Split(strings.TrimSpace(string(p.Text(s))), "\n") }
	require.Equal(t, []string{"• Read this", "      • A guide (free): https://example.org/a-rather-long-address", "      • A book: a shop in town"}, lines(Style{Width: 80}))
	require.Equal(t, []string{"• Read this", "      • A guide (free):", "        https://example.org/a-rather-long-address", "      • A book: a shop in town"}, lines(Style{Width: 34}))
	require.Contains(t, lines(Style{Width: 30, Strict: true}), "        https://example.org/a-")
}

// On a screen that cuts lines, an address is broken only if it doesn't fit even
// without its indent.
func TestAddressStaysWhole(t *testing.T) {
	p := &Page{}
	p.Add("", List{{Text: "Bake", Links: Links{{Text: "A book about baking bread", Address: "https://example.org/best-practices-for-bread"}}}})
	require.Contains(t, string(p.Text(Style{Width: 50, Strict: true})), "https://example.org/best-practices-for-bread\n")
	require.NotContains(t, string(p.Text(Style{Width: 40, Strict: true})), "https://example.org/best-practices-for-bread\n")
}
