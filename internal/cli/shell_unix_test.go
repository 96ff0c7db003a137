//go:build unix

package cli

import (
	"os"
	"os/exec"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/ptytest"
)

// TestCompletionInShells loads the completion scripts in real shells, and
// presses Tab after a command, a role, a format, and something that nothing
// begins with. PowerShell isn't in Debian, so its script is only printed.
func TestCompletionInShells(t *testing.T) {
	home := t.TempDir()
	for _, shell := range []struct {
		args  []string
		setup string
	}{
		{[]string{"bash", "--norc", "--noprofile", "-i"}, "source /usr/share/bash-completion/bash_completion; source <(rolefit completion bash)"},
		{[]string{"zsh", "-f", "-i"}, "autoload -U compinit; compinit -u -d " + home + "/zcompdump; source <(rolefit completion zsh)"},
		{[]string{"fish", "--no-config", "--private", "-i"}, "rolefit completion fish | source"},
	} {
		t.Run(shell.args[0], func(t *testing.T) {
			cmd := exec.Command(shell.args[0], shell.args[1:]...)
			require.NoError(t, cmd.Err, "the shell is not installed; .ci/run installs it")
			cmd.Env = append(os.Environ(), "HOME="+home, "ROLEFIT_HOME="+home, "PS1=> ", "fish_greeting=")
			x := ptytest.Start(t, cmd, 100, 30)
			x.Send(shell.setup + "; printf 're%s\\n' ady\n")
			x.WaitFor("ready")
			x.Send("rolefit expl\t")
			x.WaitFor("rolefit explain")
			x.Send("plat\t")
			x.WaitFor("rolefit explain platform")
			x.Send("--format mark\t")
			x.WaitFor("rolefit explain platform --format markdown")
			x.Send("\x15")
			x.WaitGone("--format markdown")
			x.Send("rolefit zzz\tend")
			x.WaitFor("rolefit zzzend")
		})
	}
}
