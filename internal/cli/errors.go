package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"syscall"

	"github.com/rolefit/rolefit/internal/safetext"
	"github.com/rolefit/rolefit/internal/pack"
)

// The exit statuses.
const (
	exitDone        = 0
	exitFailed      = 1
	exitUsage       = 2
	exitInterrupted = 130
)

// A failure is an error with an exit status and, on a line of its own, a way
// out. An empty message is not printed: what there is to say has been said.
type failure struct {
	status  int
	message string
	way     string
}

func (f *failure) Error() string { return f.message }

// hint sets the way out.
func (f *failure) hint(format string, args ...any) *failure {
	f.way = fmt.Sprintf(format, args...)
	return f
}

// command is a command line to type next. A pack named by a flag is named in
// it too: without it the next one would be about another pack.
func (a *app) command(line string) string {
	if a.pack == "" {
		return "rolefit " + line
	}
	return "rolefit " + line + " --pack " + word(a.pack)
}

// word is a name in quotes where a shell would take it apart.
func word(name string) string {
	if strings.ContainsAny(name, " \t'&|;<>()*?") {
		return strconv.Quote(name)
	}
	return name
}

func usagef(format string, args ...any) *failure {
	return &failure{status: exitUsage, message: fmt.Sprintf(format, args...)}
}

func failedf(format string, args ...any) *failure {
	return &failure{status: exitFailed, message: fmt.Sprintf(format, args...)}
}

// interrupted is a quiz that ended without a result.
func interrupted(format string, args ...any) *failure {
	return &failure{status: exitInterrupted, message: fmt.Sprintf(format, args...)}
}

// report prints an error and returns the exit status that it means.
func (a *app) report(err error) int {
	if err == nil {
		return exitDone
	}
	if errors.Is(err, syscall.EPIPE) { // the reader went away: nobody to tell
		return exitFailed
	}
	var problems pack.Problems
	if errors.As(err, &problems) {
		a.printProblems(a.env.Err, problems)
		return exitFailed
	}
	var f *failure
	switch {
	case errors.As(err, &f):
	case errors.Is(err, context.Canceled):
		f = interrupted("stopped: nothing was written")
	default:
		f = failedf("%v", err)
	}
	if f.message != "" {
		a.say("rolefit: %s", f.message)
	}
	if f.way != "" {
		a.say("%s", f.way)
	}
	return f.status
}

func (a *app) printProblems(w io.Writer, problems pack.Problems) {
	for _, line := range strings.Split(strings.TrimRight(problems.Error(), "\n"), "\n") {
		fmt.Fprintln(w, safetext.Sanitize(line))
	}
}
