//go:build unix

package cli

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/safetext"
)

// hostileWord contains an escape sequence, a character that reverses the
// reading direction, and a line break.
const hostileWord = "\x1b[31mX\x1b]0;title\a\u202e\u009b2J\u2028\x7fZ\xff\nsecond line"

// hostileLines are command lines with a hostile word in every possible place:
// as a command, an argument, a flag, and the value of each flag.
func hostileLines() [][]string {
	lines := [][]string{{"--pack", hostileWord, "roles"}, {"roles", "--format", hostileWord}, {"roles", "--color", hostileWord}, {"roles", "-o", hostileWord + "/x"}, {"-" + hostileWord}}
	var walk func(cmd *cobra.Command, path []string)
	walk = func(cmd *cobra.Command, path []string) {
		at := func(more ...string) []string { return append(append([]string(nil), path...), more...) }
		lines = append(lines, at(hostileWord), at("x", hostileWord), at("sre", hostileWord), at(hostileWord+"/x"), at("--"+hostileWord), at("help", hostileWord))
		cmd.LocalNonPersistentFlags().VisitAll(func(f *pflag.Flag) {
			lines = append(lines, at("--"+f.Name+"="+hostileWord), at("form.yaml", "--"+f.Name+"="+hostileWord))
		})
		for _, sub := range cmd.Commands() {
			walk(sub, at(sub.Name()))
		}
	}
	walk((&app{}).root(), nil)
	return lines
}

// harmless requires that output contains nothing that controls a terminal, and
// that no line begins with the text after hostileWord's line break.
func harmless(t *testing.T, args []string, texts ...string) {
	for _, text := range texts {
		for _, r := range text {
			require.False(t, r != '\n' && safetext.HasControl(r), "%U of %q in %q", r, args, text)
		}
		require.NotContains(t, "\n"+text, "\nsecond line", "%q", args)
	}
}

// TestHostileWords checks that whatever a command line contains, the message
// about it is harmless and a single line.
func TestHostileWords(t *testing.T) {
	inFolder(t)
	lines := hostileLines()
	require.Greater(t, len(lines), 150, "every command and flag is walked to")
	said := 0
	for _, args := range lines {
		out, status, message := run(t, "", args...)
		harmless(t, args, out, message)
		require.NoError(t, os.RemoveAll(hostileWord)) // next and pack init create files that don't exist yet
		if status != 0 {
			require.NotEmpty(t, message, "%q", args)
			said++
		}
	}
	require.Greater(t, said, len(lines)/2)
}

// TestHostileEnvironment makes the same check for environment variables.
func TestHostileEnvironment(t *testing.T) {
	inFolder(t)
	file, err := os.CreateTemp("", "")
	require.NoError(t, err)
	require.NoError(t, file.Close())
	defer os.Remove(file.Name())
	for name, values := range map[string][]string{
		"ROLEFIT_HOME":   {hostileWord, "/proc/" + hostileWord, file.Name() + "/" + hostileWord},
		"XDG_STATE_HOME": {"/proc/" + hostileWord, file.Name() + "/" + hostileWord},
		"ROLEFIT_PACK":   {hostileWord, "/proc/" + hostileWord},
	} {
		for _, value := range values {
			for _, line := range []string{"result form.yaml --save", "quiz --plain", "result", "result --list", "result --delete x", "explain sre --me", "roles", "plan"} {
				var out, said bytes.Buffer
				env := OS()
				env.In, env.Out, env.Err, env.System, env.Home = strings.NewReader("\n1\n2\n"), &out, &said, "linux", "/proc/nobody"
				env.InTerminal, env.OutTerminal, env.ErrTerminal = false, false, false
				env.Getenv = func(n string) string { return map[string]string{name: value}[n] }
				status := Run(t.Context(), env, arg(line))
				harmless(t, []string{name, value, line}, out.String(), said.String())
				if line == "result form.yaml --save" {
					require.Equal(t, exitFailed, status)
					require.Contains(t, said.String(), `X`)
				}
			}
		}
	}
}

// File names are untrusted too: they can't control a terminal, and programs get
// them unchanged.
func TestHostileFileNames(t *testing.T) {
	dir := fiveRoles(t)
	name := "\u202e\u009b31m\x1b[2Jlmay.yaml"
	require.NoError(t, os.WriteFile(filepath.Join(dir, "roles", name), []byte("id: x\n"), 0o600))
	text, status, said := run(t, "", "pack", "check", dir)
	require.Equal(t, 1, status)
	out, status, _ := run(t, "", "pack", "check", dir, "--format", "json")
	require.Equal(t, 1, status)
	for _, shown := range []string{text, said, out} {
		require.Equal(t, shown, strings.Map(func(r rune) rune {
			if r != '\n' && safetext.HasControl(r) {
				return -1
			}
			return r
		}, shown))
	}
	var report struct {
		OK       bool           `json:"ok"`
		Problems []pack.Problem `json:"problems"`
	}
	require.NoError(t, json.Unmarshal([]byte(out), &report))
	require.False(t, report.OK)
	require.Equal(t, dir+"/roles/"+name, report.Problems[0].File)
	require.Zero(t, report.Problems[0].Column, "the problem is the name")
}
