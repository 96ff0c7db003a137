//go:build unix

package ask

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
)

func TestResize(t *testing.T) {
	x := begin(t, childOptions{}, 80, 24)
	s := x.next()
	x.Send(down)
	for _, size := range [][2]int{{40, 20}, {80, 24}, {1, 1}, {20, 8}, {200, 60}, {40, 20}} {
		x.Resize(size[0], size[1])
		if size[0] < 40 {
			x.Until("some of it", func(screen string) bool { return strings.TrimSpace(screen) != "" })
			continue
		}
		x.Until("all of it", func(screen string) bool { return whole(screen, s) })
		requireWhole(t, x.Screen(), s)
	}
	x.Send(enter + "1" + ctrlC)
	requireAnswers(t, []fit.Event{picked(s, 2, 1)}, x.result().Answers)
}

// Some terminals say that their size is 0x0.
func TestTerminalWithoutSize(t *testing.T) {
	x := begin(t, childOptions{}, 0, 0)
	x.Until("all of it", func(screen string) bool { return whole(screen, x.next()) })
	x.Send("12" + ctrlC)
	require.Len(t, x.result().Answers.All, 1)
}
