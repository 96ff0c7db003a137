package main

import (
	"os"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"
)

// A figure is a number in a document and the place in the code that it comes
// from. Each pattern has one group.
type figure struct{ text, file, code string }

// figures lists the numbers in SECURITY.md and CONTRIBUTING.md. Numbers in code
// spans, of lists and of exit statuses in prose count as text.
var figures = map[string][]figure{
	"SECURITY.md": {
		{`at most (\d+) MB`, "internal/posting/document/decode.go", `maxFile = (\d+) << 20`},
		{`created 0(\d+) in`, "internal/state/state.go", `fileMode +fs.FileMode = 0o(\d+)`},
		{`folders 0(\d+),`, "internal/state/state.go", `folderMode fs.FileMode = 0o(\d+)`},
	},
	"CONTRIBUTING.md": {
		{`need Go (\d+\.\d+)`, "go.mod", `(?m)^go (\d+\.\d+)`},
		{`fails below (\d+)%`, "Makefile", `--threshold-efficacy (\d+)`},
		{`0 to (\d+) \|`, "internal/fit/pack.go", `MaxLevel +\w* *= (\d+)`},
		{`for (\d+) seconds`, "internal/atomicfile/retry.go", `patience = (\d+) \* time.Second`},
		{`exit status (130)`, "internal/cli/errors.go", `exitInterrupted = (\d+)`},
		{`exit(?:s with)? status (1)\b`, "internal/cli/errors.go", `exitFailed += (\d+)`},
	},
}

// notFigures matches text whose digits are no figures: code, the numbers of
// lists, addresses, the scale of fit, and names.
var notFigures = regexp.MustCompile("`[^`]*`" + `|(?m:^\d+\. )|\]\([^)]*\)|0 to 100|\b50 (is|means) no preference|\bpart \d\b|UTF-8`)

func document(t *testing.T, name string) string {
	data, err := os.ReadFile("../../" + name)
	require.NoError(t, err)
	return string(data)
}

// TestFiguresComeFromTheCode checks that each number in these documents is that
// of the code, and that none is written by hand alone.
func TestFiguresComeFromTheCode(t *testing.T) {
	for name, list := range figures {
		text := notFigures.ReplaceAllString(document(t, name), "")
		for _, f := range list {
			pattern := regexp.MustCompile(f.text)
			found := pattern.FindAllStringSubmatch(text, -1)
			require.NotEmpty(t, found, "%s: %s", name, f.text)
			code := regexp.MustCompile(f.code).FindStringSubmatch(document(t, f.file))
			require.NotNil(t, code, "%s: %s", f.file, f.code)
			for _, m := range found {
				require.Equal(t, code[1], m[1], "%s: %s", name, m[0])
			}
			text = pattern.ReplaceAllString(text, "")
		}
		require.Empty(t, regexp.MustCompile(`.*\d.*`).FindAllString(text, -1), "%s: add these to figures, with where they come from", name)
	}
}
