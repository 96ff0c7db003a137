package render

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/pack"
)

var update = flag.Bool("update", false, "make the stored objects and their goldens anew")

// extensions are the goldens of the formats; json is the stored object.
var extensions = map[Format]string{Text: ".txt", Markdown: ".md", HTML: ".html"}

// A page is a stored object, whatever its kind, ready to be drawn.
type page struct {
	name string
	draw func(Format, Style) ([]byte, error)
	json []byte
}

// pages reads every stored object of testdata, which is found by listing.
func pages(t *testing.T) []page {
	t.Helper()
	if *update {
		store(t)
	}
	files, err := filepath.Glob("testdata/*.json")
	require.NoError(t, err)
	var out []page
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		p := page{name: strings.TrimSuffix(file, ".json"), json: data}
		p.draw = drawerOf(t, p, func(v any) any { return v })
		out = append(out, p)
	}
	require.GreaterOrEqual(t, len(out), 7+2+2+1+1)
	return out
}

// drawerOf decodes an object by the kind in its file's name and draws what
// change makes of it.
func drawerOf(t *testing.T, p page, change func(any) any) func(Format, Style) ([]byte, error) {
	t.Helper()
	kind := filepath.Ext(p.name)
	v := map[string]any{".result": &fit.Result{}, ".explanation": &insight.Explanation{}, ".comparison": &insight.Comparison{}, ".roles": &insight.RoleList{}, ".team": &insight.TeamReport{}}[kind]
	require.NotNil(t, v, p.name)
	require.NoError(t, json.Unmarshal(p.json, v), p.name)
	v = change(v)
	return func(f Format, s Style) ([]byte, error) {
		switch v := v.(type) {
		case *fit.Result:
			return Result(v, f, s)
		case *insight.Explanation:
			return Explanation(v, f, s)
		case *insight.Comparison:
			return Comparison(v, f, s)
		case *insight.TeamReport:
			return Team(v, f, s)
		default:
			return Roles(v.(*insight.RoleList), f, s)
		}
	}
}

// store makes the objects from the built-in pack and real answers to it.
func store(t *testing.T) {
	t.Helper()
	p := pack.Builtin()
	q, err := fit.NewQuiz(p, nil)
	require.NoError(t, err)
	require.NoError(t, os.MkdirAll("testdata", 0o755))
	write := func(name string, v any) {
		data, err := Object(v)
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(filepath.Join("testdata", name+".json"), data, 0o644))
	}
	results := map[string]*fit.Result{}
	for name, someone := range people {
		results[name] = someone.result(t, q)
		write(name+".result", results[name])
	}
	write("sre.explanation", insight.Explain(p, p.Role("sre"), nil))
	write("platform-me.explanation", insight.Explain(p, p.Role("platform"), results["toss-up"]))
	write("sre-platform.comparison", insight.Compare(p, []*fit.Role{p.Role("sre"), p.Role("platform")}, nil))
	write("all-me.comparison", insight.Compare(p, []*fit.Role{p.Role("cloud"), p.Role("devops"), p.Role("platform"), p.Role("sre")}, results["leaning"]))
	write("ops.roles", insight.ListRoles(p))
	write("ops.team", group(t, p, q))
}

func TestGoldens(t *testing.T) {
	for _, p := range pages(t) {
		for f, ext := range extensions {
			got, err := p.draw(f, Style{})
			require.NoError(t, err)
			golden(t, p.name+ext, got)
		}
	}
}

// widths are those of text that have goldens of their own: 80, which the
// others have, is between them.
var widths = []int{40, 100}

func TestGoldensOfWidths(t *testing.T) {
	for _, p := range pages(t) {
		if filepath.Ext(p.name) != ".result" {
			continue
		}
		for _, width := range widths {
			got, err := p.draw(Text, Style{Width: width})
			require.NoError(t, err)
			golden(t, filepath.Join("testdata", "width", fmt.Sprintf("%s.%d.txt", filepath.Base(p.name), width)), got)
		}
	}
}

// golden requires that a page is as its file has it.
func golden(t *testing.T, file string, got []byte) {
	t.Helper()
	if *update {
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
		require.NoError(t, os.WriteFile(file, got, 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, string(want), string(got), file)
}

// The JSON is the record: what was stored comes out again, byte for byte.
func TestRoundTrip(t *testing.T) {
	for _, p := range pages(t) {
		got, err := p.draw(JSON, Style{})
		require.NoError(t, err)
		require.Equal(t, string(p.json), string(got), p.name)
	}
}

func TestTextKeepsWithinItsWidth(t *testing.T) {
	for _, p := range pages(t) {
		for _, width := range []int{28, 40, 59, 60, 80, 100} {
			for _, color := range []bool{false, true} {
				got, err := p.draw(Text, Style{Width: width, Color: color})
				require.NoError(t, err)
				for _, line := range strings.Split(string(got), "\n") {
					require.LessOrEqual(t, ansi.StringWidth(line), width, "%s at %d: %q", p.name, width, line)
				}
				require.Equal(t, color, strings.Contains(string(got), "\x1b"), p.name)
			}
		}
	}
}
