package render

import (
	"encoding/json"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/safetext"
)

// nasty is what a hostile pack could have in any of its texts.
var nasty = strings.Join([]string{
	`<script>alert(1)</script><img src=http://evil.example/x onerror=alert(1)>"'` + "`--></style></title></svg>",
	"# | [a](javascript:alert(1)) ![b](http://evil.example/y) **c** _d_ <http://evil.example/z> www.evil.example",
	"\x1b[31mred\x1b]0;title\a \x1b[2J \u202eback\u2066wards \u009b31m \u200b\u00ad\U000e0041 \r\n# heading\n```\n- item\x00\xff",
	strings.Repeat("w", 300), strings.Repeat("漢", 100),
}, " ")

// A poison picks the texts of an object in whose place hostile ones stand.
type poison struct {
	picks func(string) bool
	text  string
}

// poisoned is a copy of v with the poison in it.
func poisoned[T any](v *T, p poison) *T {
	out := new(T)
	reflect.ValueOf(out).Elem().Set(p.into(reflect.ValueOf(v).Elem()))
	return out
}

func (p poison) into(v reflect.Value) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	out.Set(v)
	switch v.Kind() {
	case reflect.String:
		if p.picks(v.String()) {
			out.SetString(p.text)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			out.Set(reflect.New(v.Type().Elem()))
			out.Elem().Set(p.into(v.Elem()))
		}
	case reflect.Slice:
		out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		fallthrough
	case reflect.Array:
		for i := range v.Len() {
			out.Index(i).Set(p.into(v.Index(i)))
		}
	case reflect.Map:
		out.Set(reflect.MakeMap(v.Type()))
		for _, key := range v.MapKeys() {
			out.SetMapIndex(key, p.into(v.MapIndex(key)))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			out.Field(i).Set(p.into(v.Field(i)))
		}
	}
	return out
}

// text says whether a string is a text rather than an id or a word that the
// method knows.
func text(s string) bool { return strings.ContainsAny(s, " ABCDEFGHIJKLMNOPQRSTUVWXYZ") }

func anything(string) bool { return true }

// poisonedDrawer draws the page with the poison in it.
func poisonedDrawer(t *testing.T, from page, p poison) func(Format, Style) ([]byte, error) {
	t.Helper()
	return drawerOf(t, from, func(v any) any {
		switch v := v.(type) {
		case *fit.Result:
			return poisoned(v, p)
		case *insight.Explanation:
			return poisoned(v, p)
		case *insight.Comparison:
			return poisoned(v, p)
		case *insight.TeamReport:
			return poisoned(v, p)
		default:
			return poisoned(v.(*insight.RoleList), p)
		}
	})
}

// hostile lists drawers of hostile objects of every kind.
func hostile(t *testing.T) map[string]func(Format, Style) ([]byte, error) {
	t.Helper()
	out := map[string]func(Format, Style) ([]byte, error){}
	for _, p := range pages(t) {
		out[p.name+" text"] = poisonedDrawer(t, p, poison{text, nasty})
		out[p.name+" all"] = poisonedDrawer(t, p, poison{anything, nasty})
	}
	return out
}

// Words of 10,000 characters in every text are cut, so that no layout meets
// them; the record keeps them whole.
func TestLongWords(t *testing.T) {
	long := strings.Repeat("w", 10_000)
	for _, p := range pages(t) {
		draw := poisonedDrawer(t, p, poison{text, long})
		for _, f := range []Format{Text, Markdown, HTML} {
			got, err := draw(f, Style{Width: 40})
			require.NoError(t, err)
			require.NotContains(t, string(got), strings.Repeat("w", 100), "%s as %s", p.name, f)
			require.Contains(t, string(got), strings.Repeat("w", 20), "%s as %s", p.name, f)
		}
		got, err := draw(JSON, Style{})
		require.NoError(t, err)
		require.Contains(t, string(got), long, p.name)
	}
}

func TestHostileText(t *testing.T) {
	for name, draw := range hostile(t) {
		for _, width := range []int{40, 80, 100} {
			got, err := draw(Text, Style{Width: width})
			require.NoError(t, err)
			steersNothing(t, name, got)
			for _, line := range strings.Split(string(got), "\n") {
				require.LessOrEqual(t, ansi.StringWidth(line), width, "%s: %q", name, line)
			}
		}
	}
}

func TestHostileJSON(t *testing.T) {
	for name, draw := range hostile(t) {
		got, err := draw(JSON, Style{})
		require.NoError(t, err)
		steersNothing(t, name, got)
		var v any
		require.NoError(t, json.Unmarshal(got, &v))
	}
	r := &fit.Result{ID: "\x1b[31m\u202e\u009b\U000e0041<&>"}
	got, err := Result(r, JSON, Style{})
	require.NoError(t, err)
	var back fit.Result
	require.NoError(t, json.Unmarshal(got, &back))
	require.Equal(t, *r, back, "nothing is lost")
}

var openTag = regexp.MustCompile(`(?i)<(script|img|a |iframe|object|embed|link)|\son[a-z]+="|javascript:[^a]`)

func TestHostileHTML(t *testing.T) {
	for name, draw := range hostile(t) {
		got, err := draw(HTML, Style{})
		require.NoError(t, err)
		steersNothing(t, name, got)
		require.Empty(t, openTag.FindString(string(got)), name)
		require.Equal(t, 1, strings.Count(string(got), "</style>"), name)
		require.Less(t, len(got), 500_000, "%s: words are cut", name)
	}
}

func TestHostileMarkdown(t *testing.T) {
	bare := regexp.MustCompile(`(^|[^\\])[<>\[\]]`)
	for name, draw := range hostile(t) {
		got, err := draw(Markdown, Style{})
		require.NoError(t, err)
		steersNothing(t, name, got)
		cells := 0
		fenced := ""
		for _, line := range strings.Split(string(got), "\n") {
			switch {
			case fenced == "" && strings.HasPrefix(line, "```"):
				fenced = strings.TrimSuffix(line, "text")
			case fenced != "":
				if line == fenced {
					fenced = ""
				}
			default:
				require.Empty(t, bare.FindString(line), "%s: %q", name, line)
				require.NotContains(t, line, "http:", name)
				require.NotRegexp(t, `(^|[^\\])www\.`, line, name)
				n := strings.Count(strings.ReplaceAll(line, `\|`, ""), "|")
				if cells > 0 && n > 0 {
					require.Equal(t, cells, n, "%s: a row of the table: %q", name, line)
				}
				cells = n
			}
		}
		require.Empty(t, fenced, "%s: the fence is closed", name)
	}
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
}

func steersNothing(t *testing.T, name string, got []byte) {
	t.Helper()
	for i, r := range string(got) {
		if r != '\n' && safetext.HasControl(r) {
			require.Failf(t, "a character that acts", "%s: %U at byte %d", name, r, i)
		}
	}
}
