package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// windowsApp returns an app that behaves as on Windows.
func windowsApp() *app { return &app{env: Env{System: "windows"}} }

// Patterns are expanded, because cmd.exe and PowerShell don't, nor do other shells
// if the pattern is in quotes.
func TestPatternsAreExpanded(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"b.txt", "a.txt", "c.html", "[1].txt"} {
		require.NoError(t, os.WriteFile(name, nil, 0o600))
	}
	names := []string{"*.txt", "none*", "[1].txt", "-", "c.html"}
	require.Equal(t, []string{"[1].txt", "a.txt", "b.txt", "none*", "[1].txt", "-", "c.html"}, expand(names))
}

func TestShellWordForWindows(t *testing.T) {
	for name, want := range map[string]string{
		`C:\packs\mine`: `C:\packs\mine`, `\\?\C:\my pack`: `"\\?\C:\my pack"`, "it's": `"it's"`, "a&b": `"a&b"`, "100%": `"100%"`,
	} {
		require.Equal(t, want, windowsApp().shellWord(name))
	}
}

// A console that doesn't know escape sequences gets none, but those that the
// user asks for.
func TestConsoleWithoutEscapes(t *testing.T) {
	inFolder(t)
	for _, c := range []struct {
		escapes bool
		color   string
		want    bool
	}{{true, "auto", true}, {false, "auto", false}, {false, "always", true}} {
		env := OS()
		var out, said bytes.Buffer
		env.Out, env.Err, env.OutTerminal, env.ErrTerminal, env.NoEscapes = &out, &said, true, true, !c.escapes
		env.Getenv = func(string) string { return "" }
		env.Size = func() (int, int) { return 80, 24 }
		require.Equal(t, 0, Run(t.Context(), env, []string{"explain", "sre", "--color", c.color}), said.String())
		require.Equal(t, c.want, strings.Contains(out.String(), "\x1b"), "%+v", c)
		bar := (&app{env: env, color: c.color}).newProgress("scoring", 1)
		require.Equal(t, c.escapes, bar.visible())
	}
}

func TestEndOfInputIsNamed(t *testing.T) {
	for system, want := range map[string]string{"windows": "Ctrl-Z and Enter at the end", "linux": "Ctrl-D at the end"} {
		env := OS()
		var said bytes.Buffer
		env.In, env.Out, env.Err, env.InTerminal, env.System = strings.NewReader(""), &bytes.Buffer{}, &said, true, system
		Run(t.Context(), env, []string{"score"})
		require.Contains(t, said.String(), want)
	}
}

// An answer may come from a file, in the encoding in which PowerShell writes it.
func TestAnswerFromFile(t *testing.T) {
	inFolder(t)
	const answer = `{"kind":"question","id":"free-week","best":"a","worst":"b"}`
	wide := []byte("\xff\xfe")
	for _, c := range []byte(answer + "\r\n") {
		wide = append(wide, c, 0)
	}
	for name, data := range map[string][]byte{"plain.json": []byte(answer), "wide.json": wide} {
		require.NoError(t, os.WriteFile(name, data, 0o600))
		file := "me-" + name
		_, status, said := run(t, "", "next", file, "--seed", "1")
		require.Equal(t, 0, status, said)
		out, status, said := run(t, "", "next", file, "--answer", "@"+name)
		require.Equal(t, 0, status, said)
		require.Contains(t, out, `"answered":1,`)
	}
	out, status, said := run(t, `{"back":true}`, "next", "me-plain.json", "--answer", "@-")
	require.Equal(t, 0, status, said)
	require.Contains(t, out, `"before":{`)
	_, status, said = run(t, "", "next", "me-plain.json", "--answer", "@none.json")
	require.Equal(t, exitFailed, status)
	require.Equal(t, "rolefit: reading \"none.json\": no such file or directory\n", said)
}

// Two names for the file of the answers are recognized before it exists.
func TestNextDoesNotReplaceNewAnswers(t *testing.T) {
	inFolder(t)
	require.NoError(t, os.Mkdir("folder", 0o700))
	before := entries(t, ".")
	names := []string{"new.json", filepath.Join("folder", "..", "new.json")}
	if _, err := os.Stat("FORM.YAML"); err == nil { // the file system ignores case
		names = append(names, "NEW.JSON")
	}
	for _, name := range names {
		out, status, said := run(t, "", "next", "new.json", "-o", name)
		require.Equal(t, exitUsage, status)
		require.Empty(t, out)
		require.Contains(t, said, "which contains the answers")
		require.Equal(t, before, entries(t, "."))
	}
}

// What others can read depends on the system.
func TestPrivacyForTheSystem(t *testing.T) {
	for system, want := range map[string]string{"windows": "Windows lets you and administrators read", "linux": "Only you can read its files (mode 0600"} {
		env := OS()
		var out bytes.Buffer
		env.Out, env.System, env.OutTerminal = &out, system, false
		require.Equal(t, 0, Run(t.Context(), env, []string{"help", "privacy"}))
		require.Contains(t, strings.Join(strings.Fields(out.String()), " "), want)
	}
}
