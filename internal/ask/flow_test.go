package ask

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
)

// The time of a question runs from when it appears until both options are
// chosen, and includes every visit to it.
func TestQuestionSeconds(t *testing.T) {
	now := time.Unix(1000, 0)
	pass := func(d time.Duration) { now = now.Add(d) }
	a := &fit.Answers{}
	f := newFlow(builtinQuiz(t), a, Options{Now: func() time.Time { return now }})
	answer := func(best, worst time.Duration) {
		pass(best)
		f.page().choices[0].choose()
		pass(worst)
		f.page().choices[1].choose()
	}
	pass(time.Minute) // reading the welcome screen
	f.start()
	answer(4*time.Second, 2530*time.Millisecond)
	require.InDelta(t, 6.5, a.All[0].Seconds, 1e-9)
	f.back()
	answer(time.Second, time.Second)
	require.InDelta(t, 8.5, a.All[0].Seconds, 1e-9)
	answer(2*time.Hour, time.Second)
	require.Less(t, a.All[1].Seconds, 0.0, "who went away is not slow")
	f.back()
	answer(time.Second, time.Second)
	require.Less(t, a.All[1].Seconds, 0.0, "a part of the time is not the time")
	answer(-time.Hour, 0)
	require.Len(t, a.All, 3, "a clock that is set back loses no answer")
}
