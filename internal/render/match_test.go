package render

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/advert"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
)

const reliableAdvert = `Title: Senior DevOps Engineer

We look for a colleague who keeps our booking system up.

What you will do
- Share the on-call duty, lead incidents and write post-mortems
- Define service level objectives and alert on them
- Find out why things failed, and prevent the next time
- Plan capacity before the busy days; load tests
- Describe our infrastructure in Terraform

What you bring
- Kubernetes, Prometheus, Python
- Nice to have: chaos engineering
`

// storeMatches makes readings of each kind: one with a person, none, foreign
// and a list.
func storeMatches(t *testing.T) {
	t.Helper()
	p := pack.Builtin()
	data, err := os.ReadFile("testdata/toss-up.result.json")
	require.NoError(t, err)
	me := &fit.Result{}
	require.NoError(t, json.Unmarshal(data, me))
	reader := advert.New(p)
	read := func(name, text string) *advert.Reading {
		r := reader.Read([]byte(text), advert.Options{})
		r.Source = name
		return r
	}
	one := read("advert.txt", reliableAdvert)
	one.Me = reader.For(one, me)
	none := read("cook.txt", "We look for a cook with a feeling for vegetables, who buys, cooks and cleans with us, writes the menu of the week and "+
		"knows how to keep twenty guests happy on a rainy evening without ever raising the voice.")
	foreign := read("koch.txt", "Title: SRE\nWir suchen Verstärkung für unsere Küche und freuen uns auf Menschen, die gern kochen und Kubernetes mögen.")
	require.NoError(t, os.MkdirAll("testdata/match", 0o755))
	for name, v := range map[string]any{"one": one, "none": none, "foreign": foreign, "list": advert.NewList([]*advert.Reading{none, one})} {
		data, err := Object(v)
		require.NoError(t, err)
		require.NoError(t, os.WriteFile("testdata/match/"+name+".json", data, 0o644))
	}
}

// matchDrawer draws a stored reading, or a list of them.
func matchDrawer(t *testing.T, file string, change func(*advert.Reading) *advert.Reading) func(Format, Style) ([]byte, error) {
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	if strings.HasSuffix(file, "list.json") {
		l := &advert.List{}
		require.NoError(t, json.Unmarshal(data, l))
		for i := range l.Adverts {
			l.Adverts[i] = change(l.Adverts[i])
		}
		return func(f Format, s Style) ([]byte, error) { return Matches(l, f, s) }
	}
	r := &advert.Reading{}
	require.NoError(t, json.Unmarshal(data, r))
	r = change(r)
	return func(f Format, s Style) ([]byte, error) { return Match(r, f, s) }
}

func TestMatch(t *testing.T) {
	if *update {
		storeMatches(t)
	}
	files, err := filepath.Glob("testdata/match/*.json")
	require.NoError(t, err)
	require.Len(t, files, 4)
	for _, file := range files {
		draw := matchDrawer(t, file, func(r *advert.Reading) *advert.Reading { return r })
		stored, err := os.ReadFile(file)
		require.NoError(t, err)
		again, err := draw(JSON, Style{})
		require.NoError(t, err)
		require.Equal(t, string(stored), string(again), "the JSON goes round")
		for format, extension := range map[Format]string{Text: ".txt", Markdown: ".md"} {
			got, err := draw(format, Style{})
			require.NoError(t, err)
			golden(t, strings.TrimSuffix(file, ".json")+extension, got)
		}
	}
}

// An advert is foreign text: nothing of it acts on a terminal, in a page or on
// the layout.
func TestHostileAdvert(t *testing.T) {
	for _, file := range []string{"testdata/match/one.json", "testdata/match/list.json"} {
		draw := matchDrawer(t, file, func(r *advert.Reading) *advert.Reading {
			picks := func(s string) bool { return strings.Contains(s, " ") || s == r.Source || s == r.Title.Text }
			return poisoned(r, poison{picks, nasty})
		})
		for _, width := range []int{28, 80} {
			got, err := draw(Text, Style{Width: width})
			require.NoError(t, err)
			for _, line := range strings.Split(string(got), "\n") {
				require.LessOrEqual(t, ansi.StringWidth(line), width)
				require.Equal(t, fit.Plain(line), line)
			}
		}
		got, err := draw(Markdown, Style{})
		require.NoError(t, err)
		require.NotRegexp(t, `[^\\](<script|\]\(javascript)`, string(got))
		got, err = draw(JSON, Style{})
		require.NoError(t, err)
		require.True(t, json.Valid(got))
		require.NotContains(t, string(got), "\x1b")
	}
}
