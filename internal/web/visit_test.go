package web_test

import (
	"encoding/base64"
	"flag"
	"fmt"
	"hash/crc32"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/browsertest"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/web"
)

var shots = flag.String("shots", "", "folder in which to keep screenshots of the page")

// built is a folder with the real engine and the terminal program.
var built = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "webtest")
	if err != nil {
		return "", err
	}
	for _, args := range [][]string{
		{"run", "github.com/rolefit/rolefit/internal/web/build", dir},
		{"build", "-buildvcs=false", "-o", filepath.Join(dir, "rolefit"), "github.com/rolefit/rolefit/cmd/rolefit"},
	} {
		if out, err := exec.Command("go", args...).CombinedOutput(); err != nil {
			return dir, fmt.Errorf("go %s: %v\n%s", args[0], err, out)
		}
	}
	return dir, nil
})

func TestMain(m *testing.M) {
	flag.Parse()
	flag.Set("test.parallel", "4") // they wait more than they compute
	status := m.Run()
	if dir, err := built(); err == nil {
		os.RemoveAll(dir)
	}
	os.Exit(status)
}

// engine returns the real engine.
func engine(t *testing.T) web.Engine {
	t.Helper()
	dir, err := built()
	require.NoError(t, err)
	e, err := web.ReadEngine(os.DirFS(dir), ".")
	require.NoError(t, err)
	return e
}

// write writes the page of a quiz to a file.
func write(t *testing.T, q *fit.Quiz, o web.Options) string {
	t.Helper()
	html, err := web.Page(q, engine(t), o)
	require.NoError(t, err)
	file := filepath.Join(t.TempDir(), "quiz.html")
	require.NoError(t, os.WriteFile(file, html, 0o644))
	return file
}

// A visit is a person at the page, with a copy of the quiz to know what the page
// has to show.
type visit struct {
	*browsertest.Page
	t     *testing.T
	quiz  *fit.Quiz
	touch bool // whether the person taps instead of typing
}

func open(t *testing.T, b *browsertest.Browser, q *fit.Quiz, o web.Options) *visit {
	t.Helper()
	v := &visit{Page: b.OpenFile(t, write(t, q, o)), t: t, quiz: q}
	v.Await("document.documentElement.dataset.ready")
	return v
}

// resume continues from answers, as a bookmark does.
func (v *visit) resume(a *fit.Answers) {
	v.t.Helper()
	v.Eval("location.hash = "+quote(fragment(v.t, v.quiz, a)), nil)
	v.Await(`rolefit("answers", "").includes("` + a.ID + `")`)
}

// reload reloads the page and waits for its engine.
func (v *visit) reload() {
	v.t.Helper()
	v.Reload()
	v.Await("document.documentElement.dataset.ready")
}

// requireQuiet requires that the page has requested and logged nothing.
func (v *visit) requireQuiet() {
	v.t.Helper()
	require.Empty(v.t, v.Requests())
	require.Empty(v.t, v.Console())
}

// start begins the interview.
func (v *visit) start() {
	v.t.Helper()
	v.press("#begin", "\t\r")
	v.await()
}

// press taps an element or presses keys.
func (v *visit) press(selector, keys string) {
	v.t.Helper()
	if v.touch {
		v.Tap(selector)
	} else {
		v.Press(keys)
	}
}

// answers returns the answers that the page has.
func (v *visit) answers() *fit.Answers {
	v.t.Helper()
	var line string
	v.Eval(`JSON.parse(rolefit("answers", "")).value`, &line)
	_, a, err := pack.NewReader(v.quiz.Pack).Answers("page", []byte(line))
	require.NoError(v.t, err)
	return a
}

// await waits until the page shows the step that follows from its answers, and
// returns it.
func (v *visit) await() fit.Step {
	v.t.Helper()
	step := v.quiz.Next(v.answers())
	part := "step"
	if step.Kind == fit.AskOffer || step.Kind == fit.Done {
		part = "end"
	}
	v.Await(fmt.Sprintf("!document.getElementById(%q).hidden && document.getElementById(%q).dataset.step === %q", part, part, string(step.Kind)+":"+step.ID))
	return step
}

// run answers steps as a person does, until the page shows a result.
func (v *visit) run(p person) {
	v.t.Helper()
	for {
		step := v.await()
		if step.Kind == fit.AskOffer || step.Kind == fit.Done {
			return
		}
		v.answer(step, p.event(step))
	}
}

// answer gives an answer to a step with keys or taps.
func (v *visit) answer(step fit.Step, e fit.Event) {
	v.t.Helper()
	keys := []string{e.Pick}
	switch {
	case e.Best != "" && len(step.Options) > 2:
		keys = []string{e.Best, e.Worst}
	case e.Best != "":
		keys = []string{e.Best}
	case e.Level != nil:
		keys = []string{fmt.Sprint(*e.Level)}
	}
	for _, key := range keys {
		i := slices.IndexFunc(step.Options, func(o fit.ShownOption) bool { return o.Key == key })
		require.GreaterOrEqual(v.t, i, 0)
		typed := fmt.Sprint(i + 1)
		if step.Kind == fit.AskSkill {
			typed = key
		}
		v.press(fmt.Sprintf("#options li:nth-child(%d) button", i+1), typed)
	}
}

// A person has an opinion of each role, and some noise on top of it.
type person struct {
	quiz  *fit.Quiz
	likes map[string]float64 // by role
	noise float64
	cards fit.CardRating
	seed  uint64
}

// event answers a step.
func (p person) event(step fit.Step) fit.Event {
	e := fit.Event{Kind: step.Kind, ID: step.ID}
	one := 1
	switch step.Kind {
	case fit.AskQuestion:
		e.Best, e.Worst = p.choose(step.ID)
	case fit.AskCard:
		e.Pick = string(p.cards)
	case fit.AskSkill:
		e.Level = &one
	default:
		e.Pick = step.Options[0].Key
	}
	return e
}

func (p person) choose(question string) (best, worst string) {
	random := rand.New(rand.NewPCG(p.seed, uint64(crc32.ChecksumIEEE([]byte(question)))))
	high, low := -1e9, 1e9
	for _, o := range p.quiz.Question(question).Options {
		x := p.likes[o.Role] + p.noise*random.NormFloat64()
		if x > high {
			high, best = x, o.Key
		}
		if x < low {
			low, worst = x, o.Key
		}
	}
	return best, worst
}

// take takes part 1 without a browser, up to so many steps before its end, and
// returns the answers.
func (p person) take(t *testing.T, before int) *fit.Answers {
	t.Helper()
	a := &fit.Answers{Pack: p.quiz.Pack.ID, Roles: p.quiz.Chosen(), ID: "web-test", Seed: 5, Seeded: true}
	var events []fit.Event
	for step := p.quiz.Next(a); step.Part == 1; step = p.quiz.Next(a) {
		events = append(events, p.event(step))
		require.NoError(t, p.quiz.Record(a, events[len(events)-1]))
	}
	a = &fit.Answers{Pack: a.Pack, Roles: a.Roles, ID: a.ID, Seed: a.Seed, Seeded: true}
	for _, e := range events[:len(events)-before] {
		require.NoError(t, p.quiz.Record(a, e))
	}
	return a
}

// withVerdict returns a person whose verdict is this one.
func withVerdict(t *testing.T, q *fit.Quiz, verdict fit.Verdict) person {
	t.Helper()
	for seed := range uint64(1000) {
		p := person{quiz: q, likes: map[string]float64{}, noise: 1, cards: fit.Maybe, seed: seed}
		for i, r := range q.Roles {
			p.likes[r.ID] = float64(seed%4) / float64(1+i)
		}
		if verdict == fit.NoRole {
			p.cards = fit.Pass
		}
		if fit.Score(q, p.take(t, 0)).Verdict == verdict {
			return p
		}
	}
	require.FailNow(t, "nobody has this verdict", verdict)
	return person{}
}

// fragment returns answers as the page keeps them in its address.
func fragment(t *testing.T, q *fit.Quiz, a *fit.Answers) string {
	t.Helper()
	data, err := pack.JSON(q, a)
	require.NoError(t, err)
	return "#a=" + base64.RawURLEncoding.EncodeToString(data)
}

// terminal runs the terminal program on a file.
func terminal(t *testing.T, data []byte, args ...string) string {
	t.Helper()
	dir, err := built()
	require.NoError(t, err)
	file := filepath.Join(t.TempDir(), "answers.json")
	require.NoError(t, os.WriteFile(file, data, 0o600))
	cmd := exec.Command(filepath.Join(dir, "rolefit"), append(args, file)...)
	cmd.Env = append(os.Environ(), "ROLEFIT_PACK=", "ROLEFIT_HOME="+t.TempDir())
	var said strings.Builder
	cmd.Stderr = &said
	out, err := cmd.Output()
	require.NoError(t, err, said.String())
	return string(out)
}
