package web_test

import (
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

// screens lists small and large phones and a desktop, in light and dark mode.
func screens() []browsertest.Screen {
	return append(browsertest.Screens(), browsertest.Screen{Name: "small telephone", Width: 320, Height: 640}, browsertest.Screen{Name: "wide desk", Width: 2000, Height: 1000})
}

// requireAccessible requires that axe-core finds nothing, and that on every
// screen nothing is wider than the screen and all text has enough contrast.
func (v *visit) requireAccessible(name string) {
	v.t.Helper()
	for _, screen := range screens() {
		v.Show(screen)
		m := v.Measure()
		require.Zero(v.t, m.Overflow, "%s on a %s", name, screen.Name)
		require.GreaterOrEqual(v.t, m.Contrast, 4.5, "%s on a %s", name, screen.Name)
		if *shots != "" {
			require.NoError(v.t, os.MkdirAll(*shots, 0o755))
			require.NoError(v.t, os.WriteFile(filepath.Join(*shots, name+" on a "+screen.Name+".png"), v.Screenshot("png"), 0o644))
		}
		if screen.Width == 380 && screen.Dark {
			require.Empty(v.t, v.Violations(), "%s on a %s", name, screen.Name)
		}
	}
	v.Show(browsertest.Screen{Width: 1000, Height: 900})
	require.Empty(v.t, v.Violations(), name)
}

// Every part of the page passes axe-core, on every screen.
func accessible(t *testing.T, b *browsertest.Browser) {
	q := fittest.MustQuiz(pack.Builtin())
	p := withVerdict(t, q, fit.TossUp)
	v := open(t, b, q, web.Options{Collect: "Mail it to jo@example.com.", Consent: "I agree that my answers are used.", AskJob: true})
	v.requireAccessible("intro")
	v.start()
	v.requireAccessible("question")
	v.Press("2")
	v.Click("#keys summary")
	v.requireAccessible("best")
	v.Click("#skip")
	v.Await(`document.getElementById("step").dataset.step === "ask:skip"`)
	v.requireAccessible("skip")
	for name, before := range map[string]int{"card": 3, "start": 1, "result": 0} {
		a := p.take(t, before)
		a.ID += name
		v.resume(a)
		v.await()
		v.requireAccessible(name)
		if name == "result" {
			require.LessOrEqual(t, len(v.Sheets(browsertest.A4)), 3, "only the report is printed")
		}
	}
	v.resume(p.take(t, 0))
	v.await()
	v.Click("#plans button")
	v.requireAccessible("plan")
	v.requireQuiet()
}

// The focus moves to each new heading, which has what a screen reader should say
// next to it, and keys can be turned off.
func focus(t *testing.T, b *browsertest.Browser) {
	q := fittest.MustQuiz(fittest.Whole(4))
	v := open(t, b, q, web.Options{})
	focused := func() (text string) {
		v.Eval("document.activeElement.textContent", &text)
		return text
	}
	live := func() (text string) {
		v.Eval(`document.getElementById("live").textContent`, &text)
		return text
	}
	v.start()
	step := v.await()
	require.Equal(t, step.Prompt, focused())
	var described string
	v.Eval(`document.activeElement.getAttribute("aria-describedby").split(" ").map((id) => document.getElementById(id).textContent).join(" | ")`, &described)
	require.Equal(t, "Question 1 of 12, then at most 12 more |  |  | Pick the best. Which would you most like to do?", described)

	v.Press("\t\r") // the first option
	require.Equal(t, "Best: "+step.Options[0].Text+". Now the worst. Which would you least like to do?", live())
	var pressed int
	v.Eval(`document.querySelectorAll("[aria-pressed=true]").length`, &pressed)
	require.Equal(t, 1, pressed)
	v.Press("\r") // takes it back
	require.Equal(t, "Pick the best. Which would you most like to do?", live())
	v.Eval(`document.getElementById("shortcuts").checked = false`, nil)
	v.Press("12sb")
	require.Empty(t, v.answers().All)
	require.Equal(t, "Pick the best. Which would you most like to do?", live())
	v.Eval(`document.getElementById("shortcuts").checked = true`, nil)
	v.Eval(`(() => { const now = performance.now(); performance.now = () => now; })()`, nil)
	v.Press("1234") // the second key answers; the next question needs time to be read
	require.Len(t, v.answers().All, 1)
	v.Eval(`delete performance.now`, nil)
	next := v.await()
	require.Equal(t, next.Prompt, focused())
	require.Equal(t, "Worst: "+step.Options[1].Text+".", live())
	v.press("#skip", "s")
	v.Await(`document.getElementById("step").dataset.step === "ask:skip"`)
	v.Eval(`document.getElementById("text").textContent`, &described)
	require.Contains(t, described, "A skipped question counts for nothing.")
	v.Press("1")
	v.await()
	require.Equal(t, "Skipped.", live())
	v.requireQuiet()
}

// Without scripts or WebAssembly, the page says what is missing and has the quiz
// on paper.
func withoutScripts(t *testing.T, b *browsertest.Browser) {
	q := fittest.MustQuiz(pack.Builtin())
	file := write(t, q, web.Options{})
	p := b.OpenFile(t, file)
	require.NotContains(t, p.Text(), "The quiz on paper")
	p.Scripts(false)
	p.Reload()
	require.Contains(t, p.Text(), "it needs JavaScript, which is off here")
	require.Contains(t, p.Text(), "24 of 24")
	require.NotContains(t, p.Text(), "Start")
	require.Zero(t, p.Measure().Overflow)
	require.LessOrEqual(t, len(p.Sheets(browsertest.A4)), 8)

	p = b.OpenFile(t, file)
	p.BeforeLoad("delete globalThis.WebAssembly")
	p.Reload()
	p.Await(`!document.documentElement.classList.contains("scripts")`)
	require.Contains(t, p.Text(), "with WebAssembly turned on. (WebAssembly is not defined)")
	require.Contains(t, p.Text(), "24 of 24")
	require.Empty(t, p.Console())
}

// When the engine fails, the page says what to do, and a reload continues.
func engineFails(t *testing.T, b *browsertest.Browser) {
	q := fittest.MustQuiz(fittest.Whole(4))
	v := open(t, b, q, web.Options{})
	v.resume(withVerdict(t, q, fit.Clear).take(t, 10))
	step := v.await()
	v.Eval(`globalThis.rolefit = () => { throw new Error("gone"); }`, nil)
	v.Press("12")
	v.Await(`!document.getElementById("failed").hidden`)
	require.Contains(t, v.Text(), "Reload this page to continue with your answers.")
	require.NotEmpty(t, v.Console())
	v.reload()
	require.Equal(t, step, v.await())
}

// The page is small enough to be sent by mail, and the introduction is there
// before the engine.
func sizeAndStart(t *testing.T, b *browsertest.Browser) {
	file := write(t, fittest.MustQuiz(pack.Builtin()), web.Options{})
	html, err := os.ReadFile(file)
	require.NoError(t, err)
	require.LessOrEqual(t, len(html), 3_500_000, "it can be sent by mail")
	t.Log(len(html), "bytes")
	require.Less(t, strings.Index(string(html), `id="begin"`), 40_000)
	for _, notice := range []string{"Go\n==\n", "Copyright 2009 The Go Authors", "github.com/charmbracelet/x/ansi v", "Permission is hereby granted"} {
		require.True(t, strings.Contains(string(html), notice), notice)
	}

	p := b.OpenFile(t, file)
	p.BeforeLoad("const compile = WebAssembly.instantiate; WebAssembly.instantiate = (...a) => new Promise((done) => { globalThis.allow = () => done(compile(...a)); })")
	p.Reload()
	require.Contains(t, p.Text(), "What would you rather do")
	p.Press("\t\r")
	p.Await(`document.getElementById("loading").textContent === "Getting ready …"`)
	p.Await("globalThis.allow")
	p.Eval("allow()", nil)
	p.Await(`document.getElementById("step").dataset.step`)
	require.Empty(t, p.Console())

	// Someone is faster than the browser can read the page.
	p = b.OpenFile(t, file)
	p.BeforeLoad(`addEventListener("readystatechange", () => { if (document.readyState === "interactive") document.getElementById("begin").click() }, true)`)
	p.Reload()
	p.Await(`document.getElementById("step").dataset.step`)
	require.Empty(t, p.Console())
}
