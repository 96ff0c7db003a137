package browser_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/fit/fittest"
	"github.com/rolefit/rolefit/internal/web/browser"
)

// Answers come from an address or a file that anyone can have made. Whatever is
// in them, every function returns, and answers that are accepted come back the
// same.
func FuzzRestore(f *testing.F) {
	pack, err := json.Marshal(map[string]any{"pack": fittest.Whole(4), "id": "x", "seed": 1})
	require.NoError(f, err)
	for _, text := range []string{
		"", "{}", `{"roles":["","r00"]}`, `{"seed":7,"finished":true,"stopped":true,"extra":20,"at":"skill:u","holds":"r01"}`,
		`{"answers":{"focus-75747a":{"best":"a","worst":"c","seconds":2}},"cards":{"r00":"want"},"start":"current:r01"}`,
		`{"conditions":{"on-call":"refuse"},"skills":{"u":4,"v":{"skip":"unsure"}},"offers":{"part-2":"yes","more-questions":"no"}}`,
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s := newSession()
		call[browser.View](t, s, "open", string(pack))
		var restored struct {
			Value browser.View
			Error string
		}
		require.NoError(t, json.Unmarshal([]byte(s.Call("restore", text)), &restored))
		if restored.Error != "" {
			return
		}
		again := call[browser.View](t, s, "restore", restored.Value.Answers)
		require.Equal(t, restored.Value, again)
		call[browser.Report](t, s, "result", "")
		call[browser.Report](t, s, "plan", "r00")
		if again.Kind != fit.Done {
			call[browser.View](t, s, "record", event(again))
		}
		if again.CanBack {
			call[browser.View](t, s, "record", `{"back":true}`)
		}
	})
}
