package cli

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const readme = "../../README.md"

// readmeBlocks matches the code blocks of a page, indented by four or fenced.
var readmeBlocks = regexp.MustCompile("(?m)(?:^    .*\n|^\n    .*\n)+|^```.*\n(?s:.*?)^```$")

// TestExamplesInReadme runs every command in the README's code blocks that
// isn't also an example in the help. Lines below a line that begins with a
// dollar sign are its expected output.
func TestExamplesInReadme(t *testing.T) {
	data, err := os.ReadFile(readme)
	require.NoError(t, err)
	x, ran, compared := newExampleHome(t), 0, 0
	elsewhere := helpExamples()
	page := readmeBlocks.ReplaceAllStringFunc(string(data), func(block string) string {
		indent := "    "
		if strings.HasPrefix(block, "```") {
			indent = ""
		}
		var out []string
		shown := false // whether the lines are output of a command
		lines := strings.Split(block, "\n")
		for i, line := range lines {
			dollar := strings.HasPrefix(line, indent+"$ ")
			if last := i == len(lines)-1; shown && !dollar && !last {
				continue
			}
			shown = dollar
			out = append(out, line)
			for _, command := range exampleLines(line) {
				if !dollar && slices.Contains(elsewhere, command) {
					continue
				}
				ran++
				printed := x.run(t, command)
				if dollar {
					compared++
					out = append(out, indentLines(printed, indent)...)
				}
			}
		}
		return strings.Join(out, "\n")
	})
	require.NotZero(t, ran)
	require.NotZero(t, compared, "the README shows what the program prints")
	if *update {
		require.NoError(t, os.WriteFile(readme, []byte(page), 0o644))
		return
	}
	require.Equal(t, string(data), page, "make update regenerates it")
}

func indentLines(text, indent string) []string {
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	for i, line := range lines {
		if line != "" {
			lines[i] = indent + line
		}
	}
	return lines
}
