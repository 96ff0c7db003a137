package cli

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// manual returns the manual page of a command (section 1) or of a help topic
// (section 7), and its file name.
func manual(cmd *cobra.Command) (file string, page []byte) {
	name := strings.ReplaceAll(cmd.CommandPath(), " ", "-")
	m := &man{}
	if cmd.IsAdditionalHelpTopicCommand() {
		m.head(name, 7, cmd.Short)
		m.section("Description")
		m.WriteString(".in 0\n") // lines can be as wide as a screen
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

// manualWidth leaves room for the indent on a terminal with 80 columns.
const manualWidth = 72

// topicText returns the help text of a topic.
func topicText(cmd *cobra.Command) string {
	var out bytes.Buffer
	cmd.SetOut(&out)
	cmd.HelpFunc()(cmd, nil)
	return out.String()
}

// A man is a manual page in the man(7) markup language.
type man struct{ bytes.Buffer }

func (m *man) head(name string, section int, short string) {
	fmt.Fprintf(m, ".TH %s %d \"\" rolefit \"Rolefit manual\"\n", roff(strings.ToUpper(name)), section)
	m.section("Name")
	fmt.Fprintf(m, "%s \\- %s\n", roff(name), roff(short))
}

func (m *man) section(title string) { fmt.Fprintf(m, ".SH %s\n", strings.ToUpper(title)) }

// literally writes text and keeps its line breaks.
func (m *man) literally(text string) {
	m.WriteString(".nf\n")
	for _, line := range strings.Split(strings.TrimRight(text, "\n"), "\n") {
		m.WriteString(roffLine(line))
	}
	m.WriteString(".fi\n")
}

// prose fills paragraphs but keeps the line breaks of indented lines.
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

// literalMarks begin and end text that keeps its line breaks. It is indented
// less than prose, because its lines may be as wide as a screen.
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

// roffEscapes protects the characters that man would replace with typographic
// ones, so that examples can be copied from a page.
var roffEscapes = strings.NewReplacer(`\`, `\e`, `-`, `\-`, `'`, `\(aq`, "`", `\(ga`, `^`, `\(ha`, `~`, `\(ti`, `"`, `\(dq`)

func roff(text string) string { return roffEscapes.Replace(text) }

// roffLine returns a line of text, escaped so that a leading dot isn't a
// request.
func roffLine(line string) string {
	line = roff(line)
	if strings.HasPrefix(line, ".") {
		line = `\&` + line
	}
	return line + "\n"
}
