package document

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Common mistakes of people who rarely write YAML are reported in the line to
// fix, with instructions.
func TestSyntaxErrors(t *testing.T) {
	const facets = `focus:
  summary: >-
    You find
    out why.
  facets:
    - id: first
      text: A first one
      terms: [one,
        two]
    - id: second
      text: A second one
`
	const spaces = " spaces before it, like the lines that it belongs to"
	for _, c := range []struct{ name, old, new, want string }{
		{"a field too far left", "      text: A second", "     text: A second", "11: is not valid YAML, expected 6" + spaces},
		{"a field too far right", "      text: A second", "       text: A second", "11: is not valid YAML, expected 6" + spaces},
		{"an entry too far left", "    - id: second", "   - id: second", "10: is not valid YAML, expected 4" + spaces},
		{"an entry too far right", "    - id: second", "     - id: second", "10: is not valid YAML, expected 4" + spaces},
		{"a tab", "      text: A second", "\ttext: A second", "11: is not valid YAML, expected spaces at the beginning of the line, and no tab"},
		{"a colon in a text", "A first one", "A first: one", "7: is not valid YAML, expected quotes around a text that contains a colon and a space"},
		{"no space after a colon", "text: A second", "text:A second", "11: is not valid YAML, expected a name, a colon and a space"},
		{"an apostrophe in quotes", "A first one", "'A ward's one'", "7: is not valid YAML, expected one closing quote, at the end of the text (in '...' an apostrophe is written twice)"},
		{"a quote never closed", "A first one", `"A first one`, "7: is not valid YAML, expected one closing quote, at the end of the text (in '...' an apostrophe is written twice)"},
		{"a list never closed", "two]", "two", "8: is not valid YAML, expected a list in [ ] or fields in { }, closed, with a comma between two"},
		{"braces never closed", "- id: second\n", "- {id: second, text: one\n", "10: is not valid YAML, expected a list in [ ] or fields in { }, closed, with a comma between two"},
		{"a star", "A second", "*A second", "11: is not valid YAML, expected quotes around a text that begins with *"},
		{"curly quotes around a colon", "A first one", "“A first: one”", "7: is not valid YAML, expected straight quotes (\" or ') around the text: YAML takes curly ones for part of it"},
		{"a non-breaking space", "      text: A first one", "      text:\u00a0A first one", "7: is not valid YAML, expected ordinary spaces: this line has a non-breaking one"},
		{"an at sign, far down", "A second one\n", "A second one\n" + strings.Repeat("    - id: more\n", 80) + "    - id: @\n", "92: is not valid YAML, expected quotes around a text that begins with @"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := &Document{File: "f"}
			require.Nil(t, d.YAML([]byte(strings.Replace(facets, c.old, c.new, 1))))
			require.Equal(t, "f:"+c.want, d.Problems.Error())
		})
	}
	d := &Document{File: "f"}
	require.NotNil(t, d.YAML([]byte(facets)), "the text that all are made from is well formed")
}

// Mistakes in the style of roles/README.md, a facet a line, are reported in the
// line to fix and no other.
func TestSyntaxErrorsInBraces(t *testing.T) {
	const role = `title: Network Engineer
tagline: Designs links.
focus:
  summary: You design links.
  facets:
    links: {option: Design a link}
    ring: {option: Design a ring}
    plan: {option: Plan a move}
    graph: {option: Read a graph}
skills:
  summary: You learn to design links.
  facets:
    routes: {option: Learn a route}
paths:
  - to: netsec
    why: It's near.
  - to: other
    why: It's far.
`
	for _, c := range []struct{ name, old, new, want string }{
		{"one space too few", "    graph", "   graph", "f:9: is not valid YAML, expected 4 spaces before it, like the lines that it belongs to"},
		{"one space too many", "    ring", "     ring", "f:7: is not valid YAML, expected 4 spaces before it, like the lines that it belongs to"},
		{"the first two", "    links: {option: Design a link}\n    ring", "   links: {option: Design a link}\n   ring",
			"f:6: is not valid YAML, expected 4 spaces before it, like the lines that it belongs to\nf:7: is not valid YAML, expected 4 spaces before it, like the lines that it belongs to"},
		{"a summary", "  summary: You design", "   summary: You design", "f:4: is not valid YAML, expected 2 spaces before it, like the lines that it belongs to"},
		{"two spaces too many", "    graph", "      graph", "f:9: is not valid YAML, expected 4 spaces before it, as in line 8"},
		{"a group too far left", "  facets:\n    routes", "facets:\n    routes: {option: Learn}\n  other", "f:14: is not valid YAML, expected 4 spaces before it, as in line 13, or 2 before line 12"},
		{"a field beside its group", "skills:\n  summary: You learn to design links.\n  facets", "skills:\nsummary: You learn to design links.\n  facets", "f:12: is not valid YAML, expected 0 spaces before it, as in line 11, or 2 before line 11"},
		{"a hyphen too many", "    graph: {option: Read a graph}\n", "    - graph: {option: Read a graph}\n    last: {option: Go}\n", `f:9: is not valid YAML, expected no "- " before it, as in line 8`},
		{"a hyphen too few", "  - to: other\n    why: It's far.", "  to: other\n  why: It's far.", `f:17: is not valid YAML, expected "- " before it, as in line 15, or none there`},
		{"a tab", "    ring", "\tring", "f:7: is not valid YAML, expected spaces at the beginning of the line, and no tab"},
		{"an apostrophe", "Plan a move", "'Plan where it doesn't move'", "f:8: is not valid YAML, expected two apostrophes for one in '...', or \"...\" around the text"},
		{"a long dash", "  - to: netsec", "  – to: netsec", "f:15: is not valid YAML, expected the hyphen, -, as a list mark: this is –"},
		{"a number sign", "Read a graph", "Close issue #7", "f:9: is not valid YAML, expected quotes around a text that contains a space and #: YAML takes the rest of the line for a comment"},
		{"an open brace", "Plan a move}", "Plan a move", "f:8: is not valid YAML, expected a list in [ ] or fields in { }, closed, with a comma between two"},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Contains(t, role, c.old)
			d := &Document{File: "f"}
			require.Nil(t, d.YAML([]byte(strings.Replace(role, c.old, c.new, 1))))
			require.Equal(t, c.want, d.Problems.Error())
		})
	}
}

// Several errors of a file are reported at once.
func TestSeveralSyntaxErrors(t *testing.T) {
	d := &Document{File: "f"}
	require.Nil(t, d.YAML([]byte("a: b: c\nd: 'e'f'\ng: fine\nh: @i\n")))
	require.Len(t, d.Problems, 3)
	for i, line := range []int{1, 2, 4} {
		require.Equal(t, line, d.Problems[i].Line)
	}
}

// Characters that look like YAML's are named.
func TestLookalikes(t *testing.T) {
	for text, want := range map[string]string{
		"a:\n  – one\n  – two":     "YAML knows only the hyphen, -, as a list mark, and this is –",
		"a: [one]\nb:\u00a0two: 1": "ordinary spaces: this has a non-breaking one",
		"a:\u00a0[one]":            "a non-breaking one",
	} {
		var to struct {
			A []string `file:"a"`
			B string   `file:"b"`
		}
		d := &Document{File: "f"}
		if n := d.YAML([]byte(text)); n != nil {
			d.Read(n, "it", &to)
		}
		require.Contains(t, d.Problems.Error(), want, "%q", text)
	}
}

// A caret points to the column, also in a long line.
func TestPointer(t *testing.T) {
	require.Empty(t, Problem{Line: 3}.Pointer())
	require.Equal(t, "    a: b\n       ^", Problem{Column: 4, Source: "a: b"}.Pointer())
	require.Equal(t, "      a: b\n      ^", Problem{Source: "  a: b"}.Pointer())
	lines := strings.Split(Problem{Column: 301, Source: strings.Repeat("x", 300) + "!" + strings.Repeat("y", 300)}.Pointer(), "\n")
	require.Equal(t, strings.Index(lines[0], "!"), strings.Index(lines[1], "^"))
	require.Less(t, len(lines[0]), 120)
}
