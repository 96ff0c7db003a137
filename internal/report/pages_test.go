package report

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/safetext"
)

var update = flag.Bool("update", false, "write the golden files")

// A sample is an object and the page made from it.
type sample struct {
	object any
	draw   func(object any) *page.Page
}

func of[T any](object *T, draw func(*T) *page.Page) sample {
	return sample{object, func(v any) *page.Page { return draw(v.(*T)) }}
}

func (s sample) page() *page.Page { return s.draw(s.object) }

// samples returns pages of every kind.
func samples(t *testing.T) map[string]sample {
	t.Helper()
	p, r := kitchen(), results(t)
	market := kitchenMarket()
	out := map[string]sample{
		"explanation":      of(insight.Explain(p, p.Role("baker"), nil), Explanation),
		"explanation-me":   of(explained(p, p.Role("chef"), r["toss-up"], market), Explanation),
		"explanation-bare": of(insight.Explain(bare(), bare().Role("left"), nil), Explanation),
		"comparison":       of(insight.Compare(p, []*fit.Role{p.Role("baker"), p.Role("chef")}, nil), Comparison),
		"comparison-me":    of(compared(p, r["leaning"], market), Comparison),
		"roles":            of(insight.ListRoles(p), Roles),
		"results":          of(insight.ListResults([]*fit.Result{r["clear"], r["toss-up"], r["undecided"], r["provisional"]}), Results),
		"team":             of(team(t, r), Team),
	}
	for name, result := range r {
		out["result-"+name] = of(result, Result)
	}
	for name, x := range map[string][2]string{"first": {"clear", "baker"}, "other": {"clear", "roaster"}, "toss-up": {"toss-up", "baker"}, "unrated": {"skipped", "roaster"}} {
		out["plan-"+name] = of(insight.NewPlan(p, r[x[0]], insight.PlanRequest{Role: x[1], Done: []string{"doughs-and-batters/1", "plating/2"}}), Plan)
	}
	newer := *r["clear"]
	newer.Pack.Version++
	out["change-same"] = of(insight.NewChange(r["clear"], r["clear"]), Change)
	out["change-moved"] = of(insight.NewChange(r["clear"], r["leaning"]), Change)
	out["change-little"] = of(insight.NewChange(r["leaning"], r["undecided"]), Change)
	out["change-version"] = of(insight.NewChange(r["clear"], &newer), Change)
	return out
}

func explained(p *fit.Pack, role *fit.Role, me *fit.Result, m *insight.Market) *insight.Explanation {
	e := insight.Explain(p, role, me)
	e.AddMarket(p, m)
	return e
}

func compared(p *fit.Pack, me *fit.Result, m *insight.Market) *insight.Comparison {
	c := insight.Compare(p, []*fit.Role{p.Role("baker"), p.Role("chef"), p.Role("roaster"), p.Role("waiter")}, me)
	c.AddMarket(p, m)
	return c
}

// team is everybody who took the whole quiz, each once and some twice: enough
// people to report on, and too few for some of the skills.
func team(t *testing.T, r map[string]*fit.Result) *insight.TeamReport {
	t.Helper()
	group := insight.NewTeam(kitchen())
	for _, name := range []string{"clear", "leaning", "leaning", "toss-up", "toss-up", "undecided", "provisional", "skipped", "flagged"} {
		require.NoError(t, group.Add(r[name]))
	}
	report, err := group.Report()
	require.NoError(t, err)
	return report
}

// TestGoldens draws one page of each kind as text, and one page in every
// format.
func TestGoldens(t *testing.T) {
	all := samples(t)
	goldens := map[string][]byte{}
	for _, name := range []string{"result-leaning", "result-undecided", "comparison-me", "plan-toss-up", "change-moved", "team"} {
		goldens[name+".txt"] = all[name].page().Text(page.Style{})
	}
	goldens["result-leaning.40.txt"] = all["result-leaning"].page().Text(page.Style{Width: 40})
	goldens["result-leaning.spoken.txt"] = all["result-leaning"].page().Text(page.Style{Spoken: true})
	goldens["explanation-me.md"] = all["explanation-me"].page().Markdown()
	html, err := all["result-toss-up"].page().HTMLFragment()
	require.NoError(t, err)
	goldens["result-toss-up.html"] = html
	for name, got := range goldens {
		file := filepath.Join("testdata", name)
		if *update {
			require.NoError(t, os.WriteFile(file, got, 0o644))
		}
		want, err := os.ReadFile(file)
		require.NoError(t, err)
		require.Equal(t, string(want), string(got), file)
	}
}

// The first screen of a result ends where its first section begins. With the
// lines of a prompt it fits a terminal of 24 lines. It says what speaks against
// the role and what to try, unless there are too few answers.
func TestFirstScreen(t *testing.T) {
	all := results(t)
	all["long"] = wordy(t, all["leaning"])
	for name, r := range all {
		p := Result(r)
		p.Sections = p.Sections[:1]
		text := string(p.Text(page.Style{}))
		require.LessOrEqual(t, strings.Count(text, "\n"), 22, "%s:\n%s", name, text)
		if w := (result{r}); w.few() || name == "bare" || name == "long" || r.Verdict == fit.NoRole {
			continue
		}
		require.Contains(t, text, "for six people", name)
		against := len(r.Named) == 1 && result{r}.strongest(r.Lead.Over) != nil
		require.Equal(t, against, strings.Contains(text, "\nBut "), name)
	}
}

// wordy is a result with long texts.
func wordy(t *testing.T, r *fit.Result) *fit.Result {
	t.Helper()
	long := replaced(r, func(string) bool { return false }, "").(*fit.Result)
	for i := range long.Roles {
		role := &long.Roles[i]
		role.Try.Do = strings.Repeat("And do this and that for an hour, or as long as it takes you. ", 9)
		role.Week.Short = strings.Repeat(role.Week.Short+" ", 2)
	}
	for i := range long.Evidence {
		long.Evidence[i].Best.Text = strings.Repeat(long.Evidence[i].Best.Text+" ", 2)
	}
	return long
}

// Every word about a person is one that they were shown.
func TestAnswersAreQuotedAsShown(t *testing.T) {
	r := results(t)["leaning"]
	text := strings.Join(strings.Fields(string(Result(r).Text(page.Style{All: true}))), " ")
	for i := range r.Answers {
		a := &r.Answers[i]
		require.Contains(t, text, "(best: "+a.Text(a.Best)+"; worst: "+a.Text(a.Worst)+")")
	}
	require.NotContains(t, text, "with all that this takes", "which explain shows, and the quiz doesn't")
}

func TestTextKeepsWithinItsWidth(t *testing.T) {
	for name, s := range samples(t) {
		for _, width := range []int{28, 40, 59, 60, 80, 100} {
			for line := range strings.Lines(string(s.page().Text(page.Style{Width: width, Strict: true}))) {
				require.LessOrEqual(t, ansi.StringWidth(strings.TrimSuffix(line, "\n")), width, "%s: %q", name, line)
			}
		}
	}
}

// A percentage says what it is a percentage of, and how much of that is known.
func TestPercentagesHaveAReference(t *testing.T) {
	whole := regexp.MustCompile(`\d+% of what [\w ]+ needs in (its \d+ skills|the \d+ of its \d+ skills you've rated|the skills you rated, (up|down) from \d+%)`)
	seen := 0
	for name, s := range samples(t) {
		got := whole.ReplaceAllString(string(s.page().Markdown()), "") // break no lines
		require.NotContains(t, got, "%", name)
		seen += len(whole.FindAllString(string(s.page().Markdown()), -1))
	}
	require.Greater(t, seen, 10)
}

// Text for screen readers has no pictures and no columns.
func TestSpokenTextHasNoPictures(t *testing.T) {
	for name, s := range samples(t) {
		for line := range strings.Lines(string(s.page().Text(page.Style{Spoken: true}))) {
			require.NotRegexp(t, `[━╌┿┊●■□─┃▲]|\S {2,}\S`, line, name)
		}
	}
}

// The JSON form is the object itself: decoding and encoding it again yields the
// same bytes.
func TestJSONRoundTrip(t *testing.T) {
	for name, s := range samples(t) {
		first, err := JSON(s.object)
		require.NoError(t, err)
		back := newLike(s.object)
		require.NoError(t, json.Unmarshal(first, back), name)
		again, err := JSON(back)
		require.NoError(t, err)
		require.Equal(t, string(first), string(again), name)
	}
	r := &fit.Result{ID: "\x1b[31m\u202e\u009b\U000e0041<&>"}
	got, err := JSON(r)
	require.NoError(t, err)
	requireNoControl(t, "JSON", string(got))
	var back fit.Result
	require.NoError(t, json.Unmarshal(got, &back))
	require.Equal(t, *r, back, "nothing is lost")
}

func requireNoControl(t *testing.T, name, got string) {
	t.Helper()
	for i, r := range got {
		if r != '\n' && safetext.HasControl(r) {
			require.Failf(t, "control character", "%s: %U at byte %d", name, r, i)
		}
	}
}
