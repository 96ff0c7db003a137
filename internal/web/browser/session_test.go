package browser_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/fit/fittest"
	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/web/browser"
)

func newSession() *browser.Session {
	return &browser.Session{Now: func() time.Time { return time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC) }}
}

// call calls a function of a session, which must not fail, and decodes what it
// returns.
func call[T any](t *testing.T, s *browser.Session, function string, argument any) (value T) {
	t.Helper()
	text, isText := argument.(string)
	if !isText {
		data, err := json.Marshal(argument)
		require.NoError(t, err)
		text = string(data)
	}
	var out struct {
		Value T
		Error string
	}
	require.NoError(t, json.Unmarshal([]byte(s.Call(function, text)), &out))
	require.Empty(t, out.Error)
	return out.Value
}

// failure returns the error of a call.
func failure(t *testing.T, s *browser.Session, function, argument string) string {
	t.Helper()
	var out struct{ Error string }
	require.NoError(t, json.Unmarshal([]byte(s.Call(function, argument)), &out))
	require.NotEmpty(t, out.Error)
	return out.Error
}

// event answers a view with its first options.
func event(v browser.View) map[string]any {
	e := map[string]any{"kind": v.Kind, "id": v.ID, "shown": 2.04}
	switch {
	case v.Kind == fit.AskQuestion:
		e["best"] = v.Options[0].Key
		if v.Then != "" {
			e["worst"] = v.Options[1].Key
		}
	case v.Kind == fit.AskSkill:
		e["level"] = 1
	default:
		e["pick"] = v.Options[0].Key
	}
	return e
}

// The whole interview: every kind of step is described, and the answers, read by
// the terminal program, give the result that the page shows.
func TestInterview(t *testing.T) {
	p := fittest.Whole(4)
	s := newSession()
	v := call[browser.View](t, s, "open", map[string]any{"pack": p, "id": "web-1", "seed": 7})
	kinds := map[fit.Kind]int{}
	for v.Kind != fit.Done {
		kinds[v.Kind]++
		require.NotEmpty(t, v.Heading)
		require.GreaterOrEqual(t, len(v.Options), 2)
		require.Equal(t, v.Kind == fit.AskOffer, v.Progress.Label == "")
		v = call[browser.View](t, s, "record", event(v))
	}
	for _, kind := range []fit.Kind{fit.AskQuestion, fit.AskCard, fit.AskStart, fit.AskCondition, fit.AskSkill, fit.AskOffer} {
		require.NotZero(t, kinds[kind], kind)
	}
	shown := call[browser.Report](t, s, "result", "")
	require.Contains(t, shown.HTML, "Your result of January 2, 2026")
	require.NotRegexp(t, terminalCommand, shown.HTML)
	plan := call[browser.Report](t, s, "plan", shown.Roles[0].Key)
	require.Contains(t, plan.HTML, "Your plan for "+shown.Roles[0].Text)
	require.NotRegexp(t, terminalCommand, plan.HTML)
	require.Contains(t, call[string](t, s, "page", ""), "</html>")

	line := call[string](t, s, "answers", "r01")
	require.Equal(t, 1, strings.Count(line, "\n"))
	q, a, err := pack.NewReader(p).Answers("answers", []byte(line))
	require.NoError(t, err)
	require.Equal(t, "r01", a.Holds)
	require.Equal(t, "web-1", a.ID)
	require.Equal(t, 2.0, a.All[0].Seconds)
	again := newSession()
	call[browser.View](t, again, "open", map[string]any{"pack": p})
	call[browser.View](t, again, "restore", line)
	require.Equal(t, shown, call[browser.Report](t, again, "result", ""))
	require.Equal(t, "2026-01-02T03:04:05Z", fit.Score(q, a).Taken)
}

// terminalCommand matches a command, which nobody can type in a browser.
const terminalCommand = `rolefit (quiz|result|plan|explain|compare|help|pack)`

// A result from a few answers, and a plan from it, name what the page offers
// instead of commands.
func TestPageNamesItsOffers(t *testing.T) {
	s := newSession()
	v := call[browser.View](t, s, "open", map[string]any{"pack": fittest.Whole(4), "id": "web-1", "seed": 7})
	call[browser.View](t, s, "record", event(v))
	call[browser.View](t, s, "record", map[string]any{"finish": true})
	shown := call[browser.Report](t, s, "result", "")
	require.NotRegexp(t, terminalCommand, shown.HTML)
	require.Contains(t, shown.HTML, "The rest of the questions is offered with your result.")
	plan := call[browser.Report](t, s, "plan", shown.Roles[0].Key)
	require.NotRegexp(t, terminalCommand, plan.HTML)
	require.Contains(t, plan.HTML, "Part 2 of the quiz asks for your skills.")
}

// Going back shows the answer so far and counts the time of both visits. A
// skipped question says why it can be skipped.
func TestBackAndSkip(t *testing.T) {
	s := newSession()
	v := call[browser.View](t, s, "open", map[string]any{"pack": fittest.Whole(4)})
	require.False(t, v.CanBack)
	require.Empty(t, v.Finish)
	require.Len(t, v.Skips, len(fit.Skips))
	require.Equal(t, "Question 1 of 12, then at most 12 more", v.Progress.Label)
	first := v.ID
	call[browser.View](t, s, "record", event(v))
	v = call[browser.View](t, s, "record", map[string]any{"back": true})
	require.Equal(t, first, v.ID)
	require.Equal(t, []string{"best", "worst", "", ""}, []string{v.Options[0].Before, v.Options[1].Before, v.Options[2].Before, v.Options[3].Before})
	require.Contains(t, v.Answers, `"at":"question:`+first)
	v = call[browser.View](t, s, "record", map[string]any{"kind": "question", "id": first, "skip": "none", "shown": 1})
	require.Contains(t, v.Finish, "That's too few")
	require.Regexp(t, `\{"skip":"none","shown":"[^"]+","seconds":3\}`, call[string](t, s, "answers", ""))
}

// Wrong input is an error and changes nothing.
func TestErrors(t *testing.T) {
	s := newSession()
	require.Equal(t, "expected open first", failure(t, s, "result", ""))
	for _, config := range []string{"", "{}", `{"pack":{}}`, `{"pack":null}`} {
		failure(t, s, "open", config)
	}
	v := call[browser.View](t, s, "open", map[string]any{"pack": fittest.Whole(4), "seed": 1, "id": "x"})
	v = call[browser.View](t, s, "record", event(v))
	before := call[string](t, s, "answers", "")
	for _, text := range []string{"", "x", "{}x", `{"answers":{"nowhere":{"best":"a","worst":"b"}}}`, `{"pack":"other"}`, `{"roles":["r00","r01"]}`, "\xff", strings.Repeat("[", 1e5)} {
		failure(t, s, "restore", text)
	}
	for _, text := range []string{"", "{}", `{"id":"nowhere"}`, fmt.Sprintf(`{"kind":"question","id":%q,"best":"a","worst":"a"}`, v.ID), `{"back":true,"evil":1}`} {
		failure(t, s, "record", text)
	}
	failure(t, s, "plan", "nobody")
	failure(t, s, "answers", "nobody")
	failure(t, s, "nothing", "")
	require.Equal(t, before, call[string](t, s, "answers", ""))
}

// No text of a pack can control what shows it.
func TestHostilePack(t *testing.T) {
	evil := "<script>x</script>\x1b[2J\u202e\n\"'&"
	p := fittest.Whole(4)
	for i := range p.Roles {
		r := &p.Roles[i]
		r.Title, r.Tagline, r.Week.Short, r.Try.Do = evil, evil, evil, evil
		for d := range r.Parts {
			r.Parts[d].Summary = evil
			for f := range r.Parts[d].Facets {
				r.Parts[d].Facets[f].Option = evil
			}
		}
	}
	for i := range p.Prompts {
		p.Prompts[i] = evil
	}
	p.Starts[0].Name, p.Conditions[0].Question, p.Conditions[0].Name, p.Skills[0].Name, p.Levels[0].Anchor = evil, evil, evil, evil, evil
	s := newSession()
	v := call[browser.View](t, s, "open", map[string]any{"pack": p})
	for v.Kind != fit.Done {
		for _, text := range append(v.Text, v.Heading, v.Options[0].Text) {
			require.NotContains(t, text, "\x1b")
			require.NotContains(t, text, "\u202e")
			require.NotContains(t, text, "\n")
		}
		v = call[browser.View](t, s, "record", event(v))
	}
	for _, function := range []string{"result", "plan"} {
		html := call[browser.Report](t, s, function, map[string]string{"result": "", "plan": "r00"}[function]).HTML
		require.NotContains(t, html, "<script")
		require.Contains(t, html, "&lt;script&gt;")
	}
}

// Warming up ends, and leaves the answers alone.
func TestWarm(t *testing.T) {
	s := newSession()
	call[browser.View](t, s, "open", map[string]any{"pack": fittest.Whole(4)})
	before := call[string](t, s, "answers", "")
	n := 0
	for call[bool](t, s, "warm", fmt.Sprint(n)) {
		n++
	}
	require.Greater(t, n, 5)
	require.Equal(t, before, call[string](t, s, "answers", ""))
}

// The built-in pack survives the way into the page.
func TestPackAsJSON(t *testing.T) {
	want := pack.Builtin()
	data, err := json.Marshal(want)
	require.NoError(t, err)
	var got fit.Pack
	require.NoError(t, json.NewDecoder(bytes.NewReader(data)).Decode(&got))
	require.Equal(t, *want, got)
}
