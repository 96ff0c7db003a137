//go:build unix

package cli

import (
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/ptytest"
)

// TestSilentTerminal checks that a command that only prints sends no query to
// the terminal and doesn't wait for a response, although the library behind the
// quiz would do both. See package quietterm.
func TestSilentTerminal(t *testing.T) {
	cmd := exec.Command("rolefit", "explain", "sre", "--color", "never")
	cmd.Env = append(os.Environ(), "TERM=xterm-256color")
	began := time.Now()
	x := ptytest.Start(t, cmd, 80, 40)
	require.Equal(t, 0, x.Wait())
	require.NotContains(t, x.Raw(), "\x1b")
	require.Less(t, time.Since(began), 4*time.Second, "the library's own wait is 5 s")
}
