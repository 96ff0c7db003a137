//go:build unix

package cli

import (
	"os"
	"os/exec"
	"testing"

	"github.com/rolefit/rolefit/internal/ptytest"
)

// TestFieldReportsInTerminal tries what public reports say went wrong in other
// programs for terminals, in a shell: keys that filter a list (huh#610), a
// canceled choice on standard output (gum#880), its exit status (gum#771), raw
// mode afterward (vite-task#305), and process substitution (bubbletea#792).
func TestFieldReportsInTerminal(t *testing.T) {
	inFolder(t)
	cmd := exec.Command("bash", "--norc", "--noprofile", "-i")
	cmd.Env = append(os.Environ(), "ROLEFIT_HOME="+t.TempDir(), "PS1=> ")
	x := ptytest.Start(t, cmd, 90, 40)
	mode := `stty -a | grep -oE -- '-?\b(icanon|isig|echo)\b' | tr '\n' ' '; printf "%s\n" ]`
	x.Send("rolefit quiz --new > out.txt\n")
	x.WaitFor("Enter start")
	x.Send("\r")
	x.WaitFor("PICK THE BEST")
	x.Send("/")
	x.Send("zz")
	x.Send("\x1b[B")
	x.WaitFor("❯ ▲ 2")
	x.WaitFor("4 ") // all four options are still there
	x.Send("\x03")
	x.WaitFor("to start over: rolefit quiz")
	x.Send("echo status $? $(wc -c < out.txt)\n")
	x.WaitFor("status 130 0")
	x.Send(mode + "\n")
	x.WaitFor("isig icanon echo ]")

	x.Send("clear; cat <(rolefit quiz --new)\n")
	x.WaitFor("Enter start")
	x.Send("q")
	x.WaitFor("rolefit: could not read keys, because another command has the terminal; run the quiz by")
	x.Send("\x03\n")
	x.Send("clear; " + mode + "\n")
	x.WaitFor("isig icanon echo ]")
}
