package state

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/report"
)

// maxUse is more than it takes to use any result, on a machine under load.
const maxUse = 10 * time.Second

// FuzzUse requires that a result that ParseResult accepts can be shown and
// continued in every way, in bounded time, and that what follows is a valid
// result again.
func FuzzUse(f *testing.F) {
	q := quiz(testPack())
	whole, err := json.Marshal(result(f, "test", noon))
	require.NoError(f, err)
	f.Add(whole)
	for old, replacement := range map[string]string{
		`"asked":`:           `"extraRounds":4611686018427387904,"asked":`,
		`"schema":`:          `"seed":1,"extraRounds":20,"start":"current:ant","schema":`,
		`"provisional":true`: `"provisional":false`,
		`"answers":[`:        `"answers":[{"question":"focus-000000","dimension":"focus","skip":"none"},`,
	} {
		f.Add([]byte(strings.Replace(string(whole), old, replacement, 1)))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		slow := time.AfterFunc(maxUse, func() { panic("using it takes too long: " + string(data)) })
		defer slow.Stop()
		r, err := ParseResult(data)
		if err != nil {
			return
		}
		report.Result(r).Text(page.Style{Width: 60})
		for _, how := range []fit.Continuation{fit.Edit, fit.Settle, fit.Part2, fit.Rerate} {
			a, err := q.Continue(r, how)
			if err != nil {
				continue
			}
			if step := q.Next(a); step.Kind != fit.Done {
				if err := q.Record(a, nextEvent(step, 1)); err != nil {
					t.Fatalf("%s: %v", how, err)
				}
			}
			q.Next(a)
			after := q.Continued(r, a)
			if err := after.Check(); err != nil {
				t.Fatalf("%s: %v", how, err)
			}
			report.Result(after).Text(page.Style{Width: 60})
		}
	})
}
