package web_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/browsertest"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/fit/fittest"
	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/web"
)

// timed makes the page remember how long each call of the engine takes.
const timed = `(() => { const f = rolefit; window.calls = []; globalThis.rolefit = (n, a) => {
	const start = performance.now(), out = f(n, a); calls.push(n + " " + Math.round(performance.now() - start) + " ms"); return out; }; })()`

// TestInBrowser opens the page in one Chromium. Its parts wait for the page most
// of the time, so they do that together.
func TestInBrowser(t *testing.T) {
	b := browsertest.Start(t)
	for name, part := range map[string]func(*testing.T, *browsertest.Browser){
		"verdicts": verdicts, "resume": resume, "part two": partTwo, "six roles": sixRoles, "hostile words": hostileWords,
		"foreign answers": foreignAnswers, "hand in": handIn, "accessible": accessible, "focus": focus,
		"without scripts": withoutScripts, "engine fails": engineFails, "size and start": sizeAndStart,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			part(t, b)
		})
	}
}

// All five verdicts, from a file, with keys and taps. The answers that the page
// saves give the same result in the terminal, byte for byte.
func verdicts(t *testing.T, b *browsertest.Browser) {
	q := fittest.MustQuiz(pack.Builtin())
	for _, verdict := range []fit.Verdict{fit.Clear, fit.Leaning, fit.TossUp, fit.Undecided, fit.NoRole} {
		t.Run(string(verdict), func(t *testing.T) {
			t.Parallel()
			p := withVerdict(t, q, verdict)
			v := open(t, b, q, web.Options{})
			v.touch = verdict == fit.TossUp || verdict == fit.NoRole
			v.Show(browsertest.Screen{Width: 380, Height: 800})
			switch verdict {
			case fit.Clear:
				v.start()
			case fit.NoRole:
				v.resume(p.take(t, 8))
			default:
				v.resume(p.take(t, 2))
			}
			v.await()
			v.Eval(timed, nil)
			v.run(p)
			var address, calls string
			var memory int
			v.Eval("location.href", &address)
			require.NotContains(t, address, "#")
			v.Eval(`calls.filter((c) => c.startsWith("result")).join()`, &calls)
			v.Eval("Number(document.documentElement.dataset.memory)", &memory)
			require.Less(t, memory, 32<<20)
			t.Log(calls, memory, "bytes of memory")

			name, data := v.Download(func() { v.Click("#download") })
			require.Regexp(t, `^rolefit-web-[a-z0-9]+\.json$`, name)
			var shown string
			v.Eval(`JSON.parse(rolefit("json", "")).value`, &shown)
			require.Equal(t, terminal(t, data, "result", "--format", "json"), shown)
			var r fit.Result
			require.NoError(t, json.Unmarshal([]byte(shown), &r))
			require.Equal(t, verdict, r.Verdict)
			require.Contains(t, v.Text(), string(verdict))
			require.Equal(t, 1, strings.Count(terminal(t, data, "score", "--brief"), "\n"))
			v.requireQuiet()
		})
	}
}

// A reload, a bookmark and a saved file continue where the person was, and going
// back works from anywhere. Nothing that is shared has answers in it.
func resume(t *testing.T, b *browsertest.Browser) {
	q := fittest.MustQuiz(fittest.Whole(4))
	p := withVerdict(t, q, fit.Clear)
	v := open(t, b, q, web.Options{})
	v.start()
	for range 3 {
		step := v.await()
		v.answer(step, p.event(step))
	}
	step := v.await()
	before := v.answers()
	v.Press("2")
	v.Press("b") // takes back the best option only
	require.Equal(t, before, v.answers())
	v.reload()
	require.Equal(t, step.ID, v.await().ID)
	require.Equal(t, before, v.answers())

	v.Press("b")
	require.Equal(t, before.All[2].Question, v.await().ID)
	var marks string
	v.Eval(`[...document.querySelectorAll(".mark.past")].map((m) => m.textContent).sort().join()`, &marks)
	require.Equal(t, "was best,was worst", marks)
	v.reload()
	require.Equal(t, before.All[2].Question, v.await().ID)

	v.resume(p.take(t, 2))
	v.run(p)
	v.Eval(`document.getElementById("live").textContent = ""`, nil)
	shown := v.Text()
	v.reload()
	v.await()
	require.Equal(t, shown, v.Text())
	v.Click(`a[href^="#s-"]`)
	v.reload()
	v.await()
	require.Equal(t, shown, v.Text())

	_, data := v.Download(func() { v.Click("#download") })
	file := filepath.Join(t.TempDir(), "answers.json")
	require.NoError(t, os.WriteFile(file, data, 0o600))
	other := open(t, b, q, web.Options{})
	other.Choose("#open", file)
	other.Await(`!document.getElementById("end").hidden`)
	require.Equal(t, v.answers(), other.answers())

	v.Click("#edit")
	v.Await(`document.getElementById("step").dataset.step === "ask:edit"`)
	v.Eval(`[...document.querySelectorAll("#options button")].find((b) => b.textContent.includes("Job 4 of 4")).click()`, nil)
	v.Await(`document.getElementById("step").dataset.step === "card:card-4"`)
	v.Press("1")
	v.run(p)
	v.Click("#again")
	v.Await(`document.getElementById("step").dataset.step`)
	v.Press("1")
	v.Await(`!document.getElementById("intro").hidden`)
	v.reload()
	v.Await(`!document.getElementById("intro").hidden`)
	v.requireQuiet()
}

// Part 2 adds to the result, skipping and finishing early work, and the plan is
// there.
func partTwo(t *testing.T, b *browsertest.Browser) {
	q := fittest.MustQuiz(pack.Builtin())
	p := withVerdict(t, q, fit.Clear)
	v := open(t, b, q, web.Options{})
	v.resume(p.take(t, 1))
	require.Equal(t, fit.AskStart, v.await().Kind)
	v.Press("s")
	require.Equal(t, fit.OfferPart2, v.await().ID)
	v.Click("#offer-options button")
	require.Equal(t, fit.AskCondition, v.await().Kind)
	v.Press("3")
	v.await()
	v.Press("f")
	v.Await(`document.getElementById("step").dataset.step === "ask:finish"`)
	v.Press("2")
	require.Equal(t, fit.AskCondition, v.await().Kind)
	v.run(p)
	require.Len(t, v.answers().Conditions, len(q.Pack.Conditions))
	require.NotEmpty(t, v.answers().Skills)
	require.Contains(t, v.Text(), "Possible dealbreakers")
	v.Click("#plans button")
	v.Await(`!document.getElementById("plan").hidden`)
	require.Contains(t, v.Text(), "Your plan for")
	v.Click("#plan-back")
	name, data := v.Download(func() { v.Click("#save") })
	require.Equal(t, "rolefit-result.html", name)
	saved := b.Open(t, data)
	require.Contains(t, saved.Text(), "Possible dealbreakers")
	require.Empty(t, saved.Console())
	v.requireQuiet()
}

// A pack of six roles, in which later rounds depend on the answers.
func sixRoles(t *testing.T, b *browsertest.Browser) {
	q := fittest.MustQuiz(fittest.Whole(6))
	p := withVerdict(t, q, fit.Clear)
	v := open(t, b, q, web.Options{})
	v.resume(p.take(t, 12))
	v.run(p)
	require.Equal(t, fit.Clear, fit.Score(q, v.answers()).Verdict)
	v.requireQuiet()
}

// Texts of a hostile pack are shown as they are.
func hostileWords(t *testing.T, b *browsertest.Browser) {
	q := fittest.MustQuiz(hostile())
	p := withVerdict(t, q, fit.Clear)
	v := open(t, b, q, web.Options{Collect: evil, Consent: evil, AskJob: true})
	v.resume(p.take(t, 3))
	v.run(p)
	v.Click("#offer-options button")
	v.await()
	v.run(p)
	v.Click("#plans button")
	dom := v.DOM()
	require.Contains(t, dom, "&lt;img src=x")
	require.NotContains(t, dom, "<img")
	var title string
	v.Eval("document.title", &title)
	require.Regexp(t, `^Your plan for </script>.* \| </script>`, title)
	var elements int
	v.Eval(`document.querySelectorAll("script").length`, &elements)
	require.Equal(t, 4, elements, "those of the page, without the engine's")
	v.requireQuiet()
}

// Answers that don't fit the page are explained, and change nothing.
func foreignAnswers(t *testing.T, b *browsertest.Browser) {
	q := fittest.MustQuiz(fittest.Whole(4))
	v := open(t, b, q, web.Options{})
	for _, bad := range []string{"#a=", "#a=%%%", "#a=e30x", fragment(t, q, &fit.Answers{Roles: []string{"r00", "r01"}})} {
		v.Eval("location.hash = "+quote(bad), nil)
		v.Await(`document.getElementById("loading").textContent.startsWith("Those answers don't fit")`)
		v.Await(`!location.hash`)
		v.Eval(`document.getElementById("loading").textContent = ""`, nil)
	}
	v.Eval(`history.replaceState(null, "", "#a=")`, nil) // a link that was cut off
	v.reload()
	v.Await(`!document.getElementById("begin").hidden`)
	v.start()
	mine := withVerdict(t, q, fit.Clear).take(t, 5)
	v.resume(mine)
	v.Eval("location.hash = '#a=e30x'", nil)
	v.Await(`document.getElementById("failed").textContent.endsWith("You can continue with yours.")`)
	require.Equal(t, q.Next(mine), v.await())
	require.Equal(t, mine, v.answers())
	v.requireQuiet()
}

// Where someone collects answers, people can hand them in once they agree, with
// the job that they have.
func handIn(t *testing.T, b *browsertest.Browser) {
	q := fittest.MustQuiz(pack.Builtin())
	p := withVerdict(t, q, fit.Clear)
	v := open(t, b, q, web.Options{Collect: "Mail it to jo@example.com.", Consent: "I agree.", AskJob: true})
	v.resume(p.take(t, 0))
	v.await()
	var first bool
	v.Eval(`!document.getElementById("part-2-first").hidden`, &first)
	require.Equal(t, q.Next(p.take(t, 0)).ID == fit.OfferPart2, first)
	var disabled []bool
	v.Eval(`[...document.querySelectorAll("#download, #copy")].map((b) => b.disabled)`, &disabled)
	require.Equal(t, []bool{true, true}, disabled)
	v.Click("#consent")
	v.Eval(`document.getElementById("holds").value = "sre"`, nil)
	_, data := v.Download(func() { v.Click("#download") })
	require.Contains(t, string(data), `"holds":"sre"`)
	terminal(t, data, "result")

	v.Click("#copy")
	v.Await(`document.getElementById("done").textContent === "Copied: your answers."`)

	// Without a clipboard, there is a field to copy from.
	v.Eval(`Object.defineProperty(navigator, "clipboard", { value: undefined }), true`, nil)
	var copied string
	v.Click("#copy")
	v.Await(`!document.getElementById("copy-fallback").hidden`)
	v.Eval(`document.getElementById("copy-text").value`, &copied)
	require.Equal(t, string(data), copied)
	v.Click("#link")
	v.Await(`!document.getElementById("copy-text").value.includes("answers")`)
	v.Eval(`document.getElementById("copy-text").value`, &copied)
	require.Regexp(t, `^file:///.*/quiz\.html$`, copied)
	v.requireQuiet()
}

func quote(text string) string {
	data, err := json.Marshal(text)
	if err != nil {
		panic(err) // a string can always be written
	}
	return string(data)
}
