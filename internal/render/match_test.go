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
	"github.com/rolefit/rolefit/internal/safetext"
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

// One role that has less than half of the mix reads less sure, and a title that
// names another role too does not only agree.
func TestMatchSaysHowFar(t *testing.T) {
	for _, c := range []struct {
		shares        []float64
		claims        []string
		first, second string
		verdict       advert.Verdict
		named         []string
	}{
		{[]float64{0.8, 0.1, 0.1}, []string{"a"}, "One role: A.", "says so too.", advert.One, []string{"a"}},
		{[]float64{0.48, 0.26, 0.26}, []string{"a", "b"}, "One role more than any other: A.", "says so too, but it also names B.", advert.One, []string{"a"}},
		{[]float64{0.5, 0.4, 0.1}, []string{"b"}, "Two roles mixed: A and B.", "names only B of the two.", advert.Mixed, []string{"a", "b"}},
		{[]float64{0.5, 0.4, 0.1}, []string{"a", "b"}, "Two roles mixed: A and B.", "says so too.", advert.Mixed, []string{"a", "b"}},
	} {
		r := &advert.Reading{Words: 100, Verdict: c.verdict, Named: c.named, Title: advert.Title{Text: "T", Claims: c.claims}, Pack: fit.PackRef{ID: "mine"}}
		for i, s := range c.shares {
			r.Roles = append(r.Roles, advert.Role{ID: string(rune('a' + i)), Title: string(rune('A' + i)), Share: s, Points: 10 * s})
		}
		r.Me = &advert.Me{Unrated: []advert.MeSkill{{Name: "S"}}}
		got, err := Match(r, Text, Style{})
		require.NoError(t, err)
		require.Contains(t, string(got), "\n"+c.first+"\n")
		require.Contains(t, string(got), "Its title, “T”, "+c.second)
		require.Contains(t, string(got), "rolefit quiz --skills --pack DIR")
		require.Equal(t, c.shares[0] == 0.48, strings.Contains(string(got), "48% of the mix, not more than all others together; B comes next with 26%."))
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
				require.Equal(t, safetext.Sanitize(line), line)
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
