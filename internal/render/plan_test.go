package render

import (
	"encoding/json"
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

// storeWays makes the stored plans, changes and lists from the stored results.
func storeWays(t *testing.T) {
	t.Helper()
	p := pack.Builtin()
	result := func(name string) *fit.Result {
		data, err := os.ReadFile("testdata/" + name + ".result.json")
		require.NoError(t, err)
		r := &fit.Result{}
		require.NoError(t, json.Unmarshal(data, r))
		return r
	}
	require.NoError(t, os.MkdirAll("testdata/ways", 0o755))
	write := func(name string, v any) {
		data, err := Object(v)
		require.NoError(t, err)
		require.NoError(t, os.WriteFile("testdata/ways/"+name+".json", data, 0o644))
	}
	for name, c := range map[string]struct{ result, role string }{
		"lead": {"clear", "sre"}, "other": {"clear", "cloud"}, "hybrid": {"toss-up", "platform"}, "unrated": {"skipped", "cloud"},
	} {
		write(name+".plan", insight.NewPlan(p, result(c.result), c.role))
	}
	for name, c := range map[string][2]string{"same": {"clear", "clear"}, "moved": {"clear", "leaning"}, "little": {"leaning", "undecided"}} {
		write(name+".change", insight.Change(result(c[0]), result(c[1])))
	}
	newer := result("clear")
	newer.Pack.Version++
	write("version.change", insight.Change(result("clear"), newer))
	write("all.results", insight.ListResults([]*fit.Result{result("clear"), result("toss-up"), result("undecided"), result("provisional")}))
}

// storedWays reads the stored objects, which are found by listing, and puts
// the poison into them.
func storedWays(t *testing.T, p poison) map[string]func(Format, Style) ([]byte, error) {
	t.Helper()
	if *update {
		storeWays(t)
	}
	files, err := filepath.Glob("testdata/ways/*.json")
	require.NoError(t, err)
	require.GreaterOrEqual(t, len(files), 9)
	out := map[string]func(Format, Style) ([]byte, error){}
	for _, file := range files {
		name := strings.TrimSuffix(file, ".json")
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		switch filepath.Ext(name) {
		case ".plan":
			out[name] = stored(t, data, p, Plan)
		case ".change":
			out[name] = stored(t, data, p, Change)
		case ".results":
			out[name] = stored(t, data, p, Results)
		default:
			t.Fatalf("%s: what is it?", file)
		}
	}
	return out
}

func stored[T any](t *testing.T, data []byte, p poison, draw func(*T, Format, Style) ([]byte, error)) func(Format, Style) ([]byte, error) {
	v := new(T)
	require.NoError(t, json.Unmarshal(data, v))
	if p.picks != nil {
		v = poisoned(v, p)
	}
	return func(f Format, s Style) ([]byte, error) { return draw(v, f, s) }
}

func TestWays(t *testing.T) {
	for name, draw := range storedWays(t, poison{}) {
		for f, ext := range map[Format]string{Text: ".txt", Markdown: ".md", JSON: ".json"} {
			got, err := draw(f, Style{})
			require.NoError(t, err)
			golden(t, name+ext, got)
		}
		for _, width := range []int{28, 40, 80} {
			got, err := draw(Text, Style{Width: width})
			require.NoError(t, err)
			for _, line := range strings.Split(string(got), "\n") {
				require.LessOrEqual(t, ansi.StringWidth(line), width, "%s at %d: %q", name, width, line)
			}
		}
	}
}

// The texts of a plan and of a change are a pack's too.
func TestHostileWays(t *testing.T) {
	for _, picks := range []func(string) bool{text, anything} {
		for name, draw := range storedWays(t, poison{picks, nasty}) {
			for _, f := range []Format{Text, Markdown, JSON} {
				got, err := draw(f, Style{Width: 40})
				require.NoError(t, err)
				steersNothing(t, name, got)
				for _, line := range strings.Split(string(got), "\n") {
					require.True(t, f != Text || ansi.StringWidth(line) <= 40, "%s: %q", name, line)
				}
			}
		}
	}
}
