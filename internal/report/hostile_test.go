package report

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"html"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/page"
)

// hostileText is text that a malicious pack or result could contain in any
// string.
var hostileText = strings.Join([]string{
	`<script>alert(1)</script><img src=http://evil.example/x onerror=alert(1)>"'` + "`--></style></title></svg>",
	"# | [a](javascript:alert(1)) ![b](http://evil.example/y) **c** _d_ <http://evil.example/z> www.evil.example",
	"\x1b[31mred\x1b]0;title\a \x1b[2J \u202eback\u2066wards \u009b31m \u200b\u00ad\U000e0041 \r\n# heading\n```\n- item\x00\xff",
	strings.Repeat("w", 300), strings.Repeat("漢", 100), "%s %d",
}, " ")

// newLike returns a pointer to a zero value of the type that v points to.
func newLike(v any) any { return reflect.New(reflect.TypeOf(v).Elem()).Interface() }

// replaced returns a deep copy of what v points to, with the selected strings
// replaced by text.
func replaced(v any, match func(string) bool, text string) any {
	return replacedIn(reflect.ValueOf(v), match, text).Interface()
}

func replacedIn(v reflect.Value, match func(string) bool, text string) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	out.Set(v)
	switch v.Kind() {
	case reflect.String:
		if match(v.String()) {
			out.SetString(text)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			out.Set(reflect.New(v.Type().Elem()))
			out.Elem().Set(replacedIn(v.Elem(), match, text))
		}
	case reflect.Slice:
		if !v.IsNil() {
			out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		}
		for i := range v.Len() {
			out.Index(i).Set(replacedIn(v.Index(i), match, text))
		}
	case reflect.Map:
		out.Set(reflect.MakeMap(v.Type()))
		for _, key := range v.MapKeys() {
			out.SetMapIndex(key, replacedIn(v.MapIndex(key), match, text))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			out.Field(i).Set(replacedIn(v.Field(i), match, text))
		}
	}
	return out
}

// isText reports whether a string is prose rather than an id or a fixed word.
func isText(s string) bool { return strings.ContainsAny(s, " ABCDEFGHIJKLMNOPQRSTUVWXYZ") }

func anything(string) bool { return true }

// hostileSamples returns the samples with hostile text, once in all prose and
// once in all strings.
func hostileSamples(t *testing.T) map[string]sample {
	t.Helper()
	out := map[string]sample{}
	for name, s := range samples(t) {
		out[name+" texts"] = sample{replaced(s.object, isText, hostileText), s.draw}
		out[name+" all"] = sample{replaced(s.object, anything, hostileText), s.draw}
	}
	return out
}

func TestHostileText(t *testing.T) {
	for name, s := range hostileSamples(t) {
		p := s.page()
		for _, style := range []page.Style{{Width: 40}, {}, {Width: 100}, {Width: 40, Spoken: true}} {
			got := string(p.Text(style))
			requireNoControl(t, name, got)
			limit := style.Width
			if limit == 0 {
				limit = 80
			}
			for line := range strings.Lines(got) {
				require.LessOrEqual(t, ansi.StringWidth(strings.TrimSuffix(line, "\n")), limit, "%s: %q", name, line)
			}
		}
	}
}

func TestHostileJSON(t *testing.T) {
	for name, s := range hostileSamples(t) {
		got, err := JSON(s.object)
		require.NoError(t, err)
		requireNoControl(t, name, string(got))
		require.True(t, json.Valid(got))
	}
}

func TestHostileMarkdown(t *testing.T) {
	code := regexp.MustCompile("`[^`]*`")
	box := regexp.MustCompile(`^- \[[ x]\] `)
	link := regexp.MustCompile(`^( *- )\[(.*)\]\(https://example\.org/\w+\)`) // a resource of the sample
	for name, s := range hostileSamples(t) {
		got := string(s.page().Markdown())
		requireNoControl(t, name, got)
		cells, width := 0, 0
		for line := range strings.Lines(got) {
			text := code.ReplaceAllString(strings.ReplaceAll(line, "\\`", ""), "")
			text = link.ReplaceAllString(box.ReplaceAllString(text, "- "), "$1$2")
			require.NotRegexp(t, `(^|[^\\])[<>\]]|https?:/|(^|[^\\])www\.`, strings.TrimPrefix(text, ">"), name)
			if !strings.HasPrefix(line, "| ") {
				cells = 0
				continue
			}
			n := strings.Count(strings.ReplaceAll(line, `\|`, ""), "|")
			if cells > 0 {
				require.Equal(t, cells, n, "%s: cells of %q", name, line)
				require.Equal(t, width, ansi.StringWidth(line), "%s: width of %q", name, line)
			}
			cells, width = n, ansi.StringWidth(line)
		}
	}
}

// Hostile text creates no elements, and the policy allows only the page's style
// sheet, by its hash.
func TestHostileHTML(t *testing.T) {
	element := regexp.MustCompile(`(?i)<(script|img|iframe|object|embed|link)|\son[a-z]+="|(href|src)="(javascript|data)`)
	sheet := regexp.MustCompile(`(?s)<style>(.*)</style>`)
	for name, s := range hostileSamples(t) {
		data, err := s.page().HTML()
		require.NoError(t, err)
		got := string(data)
		requireNoControl(t, name, got)
		require.Empty(t, element.FindString(got), name)
		require.Less(t, len(got), 500_000, "%s: long words are cut", name)
		sheets := sheet.FindAllStringSubmatch(got, -1)
		require.Len(t, sheets, 1, name)
		sum := sha256.Sum256([]byte(sheets[0][1]))
		policy := "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; base-uri 'none'; form-action 'none'"
		at := strings.Index(html.UnescapeString(got), policy)
		require.Positive(t, at, name)
		require.Less(t, at, strings.Index(got, "<title>"), "%s: before anything foreign", name)
		require.NotContains(t, got, `style="`, name)
	}
}

// Words of 10,000 characters are cut on every page but kept in JSON.
func TestLongWords(t *testing.T) {
	long := strings.Repeat("w", 10_000)
	for name, s := range samples(t) {
		object := replaced(s.object, isText, long)
		p := s.draw(object)
		html, err := p.HTML()
		require.NoError(t, err)
		for _, got := range [][]byte{p.Text(page.Style{Width: 40}), p.Markdown(), html} {
			require.NotContains(t, string(got), strings.Repeat("w", 100), name)
			require.Contains(t, string(got), strings.Repeat("w", 20), name)
		}
		got, err := JSON(object)
		require.NoError(t, err)
		require.Contains(t, string(got), long, name)
	}
}
