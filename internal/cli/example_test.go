package cli

import (
	"bytes"
	"compress/gzip"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/ptytest"
	"github.com/rolefit/rolefit/internal/wording"
)

var update = flag.Bool("update", false, "regenerate what the README shows")

// commands returns the visible commands of the program.
func commands() []*cobra.Command {
	root := (&app{env: OS()}).root()
	root.InitDefaultHelpCmd()
	var all []*cobra.Command
	walk(root, func(cmd *cobra.Command) { all = append(all, cmd) })
	return all
}

// exampleLines returns the lines that are commands: those that begin with the
// program's name or pipe something into it. Text after three spaces is a
// remark. A line with a word in capitals shows usage rather than an example.
func exampleLines(text string) []string {
	var found []string
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimPrefix(strings.TrimSpace(line), "$ ")
		line, _, _ = strings.Cut(line, "   ")
		if commandLine.MatchString(line) && !placeholder.MatchString(line) {
			found = append(found, line)
		}
	}
	return found
}

var (
	commandLine = regexp.MustCompile(`^rolefit [a-z-]|[(|] *rolefit [a-z-]`)
	placeholder = regexp.MustCompile(`(^|[ '])[A-Z]+\b`)
)

// TestCommandHelp checks that every command is in the list of commands and
// has examples, which TestExamples runs.
func TestCommandHelp(t *testing.T) {
	for _, cmd := range commands() {
		require.Regexp(t, `^[A-Z][^.]{10,80}[^.]$`, cmd.Short, cmd.CommandPath())
		if cmd.IsAdditionalHelpTopicCommand() {
			continue
		}
		lines := strings.Split(cmd.Example, "\n")
		require.Len(t, exampleLines(cmd.Example), len(lines), "%s: every example is a command\n%s", cmd.CommandPath(), cmd.Example)
	}
}

// helpExamples returns the examples of all commands and topics without
// duplicates. It leaves out commands that a topic marks as untested.
func helpExamples() []string {
	var all []string
	for _, cmd := range commands() {
		text := cmd.Example
		if cmd.IsAdditionalHelpTopicCommand() {
			text = untried.ReplaceAllString(topicText(cmd), "")
		}
		all = append(all, exampleLines(text)...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

var untried = regexp.MustCompile(`(?ms)^NOT TRIED HERE$.*?(^[A-Z]{2}|\z)`)

// TestExamples runs every example in the help of every command and topic.
func TestExamples(t *testing.T) {
	x := newExampleHome(t)
	for _, line := range helpExamples() {
		t.Run(line, func(t *testing.T) { t.Parallel(); x.run(t, line) })
	}
}

// TestFormatFlag checks that completion and help list exactly the
// formats that --format accepts, and that any other format is a usage error.
func TestFormatFlag(t *testing.T) {
	with := 0
	for _, cmd := range commands() {
		flag := cmd.Flags().Lookup("format")
		if flag == nil {
			continue
		}
		with++
		completions, found := cmd.GetFlagCompletionFunc("format")
		require.True(t, found, cmd.CommandPath())
		formats, _ := completions(cmd, nil, "")
		require.Contains(t, flag.Usage, wording.Or(formats))
		require.Equal(t, formats[0], flag.DefValue, "the first is the default")
		for _, f := range formats {
			require.NoError(t, flag.Value.Set(f))
		}
		args := append(strings.Fields(cmd.CommandPath())[1:], "--format", "none-such")
		_, status, said := run(t, "", args...)
		require.Equal(t, exitUsage, status)
		require.Equal(t, "rolefit: --format is \"none-such\", expected "+wording.Or(formats)+"\n", said)
	}
	require.Greater(t, with, 10)
}

// TestExamplesInManual checks that manual pages show the same examples as
// the help, which are run.
func TestExamplesInManual(t *testing.T) {
	for _, cmd := range commands() {
		name, page := manual(cmd)
		text := cmd.Example
		if cmd.IsAdditionalHelpTopicCommand() {
			text = topicText(cmd)
		}
		require.Contains(t, unroff(string(page)), strings.TrimRight(text, "\n"), name)
	}
}

// unroff returns escaped text as man displays it.
func unroff(page string) string {
	return strings.NewReplacer(`\(aq`, "'", `\(ga`, "`", `\(ha`, "^", `\(ti`, "~", `\(dq`, `"`, `\-`, "-", `\&`, "", `\e`, `\`).Replace(page)
}

// An exampleHome is a folder with the files that the examples use.
type exampleHome struct{ files string }

func newExampleHome(t *testing.T) exampleHome {
	x := exampleHome{files: t.TempDir()}
	write := func(name string, data []byte) {
		name = filepath.Join(x.files, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o700))
		require.NoError(t, os.WriteFile(name, data, 0o600))
	}
	for _, name := range []string{"posting.txt", "postings/one.txt", "postings/two.txt"} {
		write(name, []byte("Site Reliability Engineer\n\n"+examplePosting))
	}
	write("posting.html", []byte("<!DOCTYPE html><h1>Site Reliability Engineer</h1><p>"+examplePosting+"</p>"))
	form, err := os.ReadFile("../../testdata/answers/example.yaml")
	require.NoError(t, err)
	write("form.yaml", form)
	table := "id,Email Address,new-service.best,new-service.worst,skill.linux\n"
	for i := range 5 {
		table += fmt.Sprintf("r%d,a%[1]d@example.com,b,a,3\n", i)
	}
	write("survey.csv", []byte(table))
	write("map.yaml", []byte("columns: {id: id}\n"))

	people := examplePeople(t, form)
	write("people.jsonl", people)
	for i, person := range bytes.Split(bytes.TrimSpace(people), []byte("\n")) {
		write(fmt.Sprintf("answers/%d.json", i), append(person, '\n'))
		write(fmt.Sprintf("results/r%d.json", i+1), person)
	}
	write("postings.jsonl", labeledPostings())
	write("lines.jsonl", labeledLines())
	write("sessions.jsonl", people)
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	_, err = z.Write(people)
	require.NoError(t, errors.Join(err, z.Close()))
	write("people.jsonl.gz", packed.Bytes())
	require.NoError(t, pack.Init(filepath.Join(x.files, "my-roles"), pack.Templates()[0]))
	return x
}

const examplePosting = `What you will do: share the on-call duty and lead incidents, write post-mortems,
define service level objectives and alert on them.
`

// examplePeople returns five people with the answers of a form, one per line.
func examplePeople(t *testing.T, form []byte) []byte {
	p := pack.Builtin()
	q, a, err := pack.NewReader(p).Answers("form.yaml", form)
	require.NoError(t, err)
	var lines []byte
	for i := range 5 {
		a.ID = fmt.Sprintf("r%d", i+1)
		data, err := pack.JSON(q, a)
		require.NoError(t, err)
		lines = append(lines, bytes.ReplaceAll(data, []byte("\n"), []byte(" "))...)
		lines = append(lines, '\n')
	}
	return lines
}

// exampleResult is the id of the result that the examples use.
const exampleResult = "20261122-153012-9f3a"

// home makes a home folder with a saved result and, for examples that resume
// one, with an unfinished quiz.
func (x exampleHome) home(t *testing.T, unfinished bool) string {
	home := filepath.Join(t.TempDir(), "home")
	s, q := openStore(t, home), builtinQuiz(t)
	form, err := os.ReadFile(filepath.Join(x.files, "form.yaml"))
	require.NoError(t, err)
	_, answers, err := pack.NewReader(q.Pack).Answers("form.yaml", form)
	require.NoError(t, err)
	taken := time.Date(2026, 11, 22, 15, 30, 12, 621_979_000, time.UTC)
	answers.Taken = taken.Format(time.RFC3339)
	r := fit.Score(q, answers)
	require.NoError(t, s.Add(r, taken))
	require.Equal(t, exampleResult, r.ID)
	if unfinished {
		session, err := s.Begin(q, &fit.Answers{Pack: q.Pack.ID, Seed: 1, Seeded: true})
		require.NoError(t, err)
		require.NoError(t, session.Append(fit.Event{Kind: fit.AskQuestion, ID: q.Questions[0].ID, Best: "a", Worst: "b"}))
		require.NoError(t, session.Close())
	}
	return home
}

// command returns a command that runs a line in a shell, in its own folder and
// home.
func (x exampleHome) command(t *testing.T, line string) *exec.Cmd {
	dir := t.TempDir()
	require.NoError(t, os.CopyFS(dir, os.DirFS(x.files)))
	testdata, err := filepath.Abs("../../testdata")
	require.NoError(t, err)
	require.NoError(t, os.Symlink(testdata, filepath.Join(dir, "testdata")))
	if _, made, found := strings.Cut(line, "pack init "); found {
		words := strings.Fields(made)
		require.NoError(t, os.RemoveAll(filepath.Join(dir, words[len(words)-1])))
	}
	if strings.Contains(line, "pack audit") && !strings.Contains(line, "--people") {
		line += " --people 500" // the number of people doesn't change the output, only the time
	}
	line = strings.ReplaceAll(line, " --watch", "") // which ends with Ctrl-C; see TestWatch
	inUse := ""
	switch {
	case strings.Contains(line, "pack learn --"): // the built-in pack can't be changed
		inUse = filepath.Join(dir, "my-roles")
	case strings.Contains(line, "rolefit pack") && !strings.Contains(line, "my-roles"): // about the pack in the folder, or the built-in one
		require.NoError(t, os.RemoveAll(filepath.Join(dir, "my-roles")))
	}
	cmd := exec.Command("bash", "-euo", "pipefail", "-c", line) // testscript has put rolefit on the PATH
	cmd.Dir = dir
	cmd.Env = append(ptytest.Environ(os.Environ()), "ROLEFIT_PACK="+inUse, "ROLEFIT_HOME="+x.home(t, strings.Contains(line, "--resume")))
	return cmd
}

// run runs a line and returns its output. It stops a quiz in a terminal at the
// first question, and answers a quiz in plain lines to the end.
func (x exampleHome) run(t *testing.T, line string) string {
	cmd := x.command(t, line)
	if onTerminal.MatchString(line) && !offTerminal.MatchString(line) {
		screen := ptytest.Start(t, cmd, 80, 24)
		screen.Until("the interview", regexp.MustCompile(`Enter (start|continue)|[Qq]uestion \d|[Cc]ondition \d|[Ss]kill \d`).MatchString)
		screen.Send("\x03")
		require.Equal(t, exitInterrupted, screen.Wait(), screen.Screen())
		return ""
	}
	var out, said bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(strings.Repeat("1\n2\n", 100)), &out, &said
	require.NoError(t, cmd.Run(), "%s\n%s", line, &said)
	return out.String()
}

var (
	onTerminal  = regexp.MustCompile(`\brolefit quiz\b`)
	offTerminal = regexp.MustCompile(`--(plain|help)\b`)
)
