package web_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/browsertest"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/fit/fittest"
	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/web"
)

// The whole of part 1 in Firefox, from a file, by keys, with a reload after the
// first answer and one at the result.
func TestFirefox(t *testing.T) {
	q := fittest.MustQuiz(pack.Builtin())
	p := withVerdict(t, q, fit.Clear)
	file := write(t, q, web.Options{})
	f := browsertest.StartFirefox(t, file)
	f.Await("document.documentElement.dataset.ready")
	f.Eval(`document.getElementById("begin").click()`, nil)
	for reloaded := false; ; {
		var line string
		f.Eval(`JSON.parse(window.rolefit("answers", "")).value`, &line)
		_, a, err := pack.NewReader(q.Pack).Answers("page", []byte(line))
		require.NoError(t, err)
		step := q.Next(a)
		if len(a.All) == 1 && !reloaded {
			f.Reload()
			f.Await("document.documentElement.dataset.ready")
			reloaded = true
			continue
		}
		if step.Kind == fit.AskOffer {
			require.Equal(t, fit.Clear, fit.Score(q, a).Verdict)
			break
		}
		f.Await(fmt.Sprintf(`document.getElementById("step").dataset.step === %q`, string(step.Kind)+":"+step.ID))
		e := p.event(step)
		for _, key := range []string{e.Best, e.Worst, e.Pick} {
			if i := slices.IndexFunc(step.Options, func(o fit.ShownOption) bool { return o.Key == key }); i >= 0 {
				f.Press(fmt.Sprint(i + 1))
			}
		}
	}
	f.Await(`document.getElementById("report").innerText.includes("clear")`)
	var address string
	f.Eval("location.href", &address)
	require.NotContains(t, address, "#")
	f.Reload()
	f.Await(`document.getElementById("report").innerText.includes("clear")`)
}
