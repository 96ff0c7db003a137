package cli

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// progressOn returns a progress that starts now, its output, and its clock.
func progressOn(env Env, total int64) (bar *progress, drawn *bytes.Buffer, now *time.Time) {
	drawn, now = &bytes.Buffer{}, new(time.Unix(0, 0))
	env.Err, env.ErrTerminal, env.Now = drawn, true, func() time.Time { return *now }
	return (&app{env: env, output: "-"}).newProgress("scoring", total), drawn, now
}

func lines(spent time.Duration) string { return fmt.Sprintf("after %s", spent) }

func TestProgress(t *testing.T) {
	bar, drawn, now := progressOn(still(nil, nil, nil), 4_000_000)
	bar.set(1, nil)
	*now = now.Add(barAfter / 2)
	bar.set(2, nil)
	require.Empty(t, drawn.String(), "quick work needs no bar")
	*now = now.Add(2*time.Second - barAfter/2)
	bar.set(1_000_000, lines)
	require.Equal(t, "\rscoring  "+strings.Repeat("█", 7)+strings.Repeat("░", 23)+"  25%  6s left  after 2s\x1b[K", drawn.String())
	drawn.Reset()
	*now = now.Add(barEvery / 2)
	bar.set(1_000_001, lines)
	require.Empty(t, drawn.String(), "not drawn too often")
	bar.clear()
	require.Equal(t, "\r\x1b[K", drawn.String())
	bar.clear()
	require.Equal(t, "\r\x1b[K", drawn.String(), "cleared once")
}

func TestProgressOfUnknownLength(t *testing.T) {
	env := still(nil, nil, nil)
	env.Size = func() (int, int) { return 14, 24 }
	bar, drawn, now := progressOn(env, 0)
	*now = now.Add(time.Second)
	bar.set(5, lines)
	require.Equal(t, "\rscoring  afte\x1b[K", drawn.String(), "cut to the screen")
}

func TestProgressIsHidden(t *testing.T) {
	for name, hide := range map[string]func(*progress){
		"no terminal":             func(p *progress) { p.a.env.ErrTerminal = false },
		"a screen reader":         func(p *progress) { p.a.plain = true },
		"results pass through it": func(p *progress) { p.a.env.OutTerminal, p.streams = true, true },
	} {
		bar, drawn, now := progressOn(still(nil, nil, nil), 100)
		hide(bar)
		*now = now.Add(time.Minute)
		bar.set(50, nil)
		require.Empty(t, drawn.String(), name)
	}
}
