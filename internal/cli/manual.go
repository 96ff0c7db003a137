package cli

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// manual returns a manual page and its file name. The page is for a command
// (section 1) or a help topic (section 7).
func manual(cmd *cobra.Command) (file string, page []byte) {
	name := strings.ReplaceAll(cmd.CommandPath(), " ", "-")
	m := &man{}
	if cmd.IsAdditionalHelpTopicCommand() {
		m.head(name, 7, cmd.Short)
		m.section("Description")
		m.WriteString(".in 0\n") // no indent, because lines may be as wide as a screen
		m.literally(topicText(cmd))
		m.WriteString(".in\n")
		m.seeAlso(cmd)
		return name + ".7", m.Bytes()
	}
	m.head(name, 1, cmd.Short)
	m.section("Synopsis")
	m.literally(cmd.UseLine())
	m.section("Description")
	about := cmd.Long
	if about == "" {
		about = cmd.Short + "."
	}
	m.prose(about)
	if cmd.HasAvailableLocalFlags() {
		m.section("Options")
		m.literally(cmd.LocalFlags().FlagUsagesWrapped(manualWidth))
	}
	if cmd.HasParent() {
		m.section("Options of every command")
		m.literally(cmd.InheritedFlags().FlagUsagesWrapped(manualWidth))
	}
	m.section("Exit status")
	m.prose(strings.TrimPrefix(exitStatuses, "Exit status: "))
	m.section("Examples")
	m.literally(cmd.Example)
	m.seeAlso(cmd)
	return name + ".1", m.Bytes()
}

// manualWidth is less than 80 columns, to leave room for the indent.
const manualWidth = 72

// topicText returns the help text of a topic.
func topicText(cmd *cobra.Command) string {
	var out bytes.Buffer
	cmd.SetOut(&out)
	cmd.HelpFunc()(cmd, nil)
	return out.String()
}

// A man is a manual page in the markup language of man(7).
type man struct{ bytes.Buffer }

func (m *man) head(name string, section int, short string) {
	fmt.Fprintf(m, ".TH %s %d \"\" rolefit \"Rolefit manual\"\n", roff(strings.ToUpper(name)), section)
	m.section("Name")
	fmt.Fprintf(m, "%s \\- %s\n", roff(name), roff(short))
}

func (m *man) section(title string) { fmt.Fprintf(m, ".SH %s\n", strings.ToUpper(title)) }

// literally writes text without refilling its lines.
func (m *man) literally(text string) {
	m.WriteString(".nf\n")
	for _, line := range strings.Split(strings.TrimRight(text, "\n"), "\n") {
		m.WriteString(roffLine(line))
	}
	m.WriteString(".fi\n")
}

// prose writes text as filled paragraphs, except that indented lines keep their
// line breaks.
func (m *man) prose(text string) {
	literal := false
	for _, line := range strings.Split(strings.TrimRight(text, "\n"), "\n") {
		if indented := strings.HasPrefix(line, " "); indented != literal && line != "" {
			literal = indented
			m.WriteString(literalMarks[literal])
		}
		if line == "" {
			m.WriteString(".PP\n")
			continue
		}
		m.WriteString(roffLine(line))
	}
	if literal {
		m.WriteString(literalMarks[false])
	}
}

// literalMarks begin and end text that keeps its line breaks. Its indent is
// smaller than that of prose, because its lines may be as wide as a screen.
var literalMarks = map[bool]string{true: ".nf\n.in 2n\n", false: ".in\n.fi\n"}

// seeAlso lists the parent and the subcommands.
func (m *man) seeAlso(cmd *cobra.Command) {
	var near []*cobra.Command
	if cmd.HasParent() {
		near = append(near, cmd.Parent())
	}
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() || c.IsAdditionalHelpTopicCommand() {
			near = append(near, c)
		}
	}
	if len(near) == 0 {
		return
	}
	m.section("See also")
	for i, c := range near {
		section, comma := 1, ","
		if c.IsAdditionalHelpTopicCommand() {
			section = 7
		}
		if i == len(near)-1 {
			comma = ""
		}
		fmt.Fprintf(m, ".BR %s (%d)%s\n", roff(strings.ReplaceAll(c.CommandPath(), " ", "-")), section, comma)
	}
}

// roffEscapes escapes the characters that man would replace by typographic
// ones, so that examples can be copied.
var roffEscapes = strings.NewReplacer(`\`, `\e`, `-`, `\-`, `'`, `\(aq`, "`", `\(ga`, `^`, `\(ha`, `~`, `\(ti`, `"`, `\(dq`)

func roff(text string) string { return roffEscapes.Replace(text) }

// roffLine escapes a line of text, including a leading dot, which would start a
// request.
func roffLine(line string) string {
	line = roff(line)
	if strings.HasPrefix(line, ".") {
		line = `\&` + line
	}
	return line + "\n"
}
