package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"syscall"

	"github.com/rolefit/rolefit/internal/pack"
)

// The exit statuses.
const (
	exitDone        = 0
	exitFailed      = 1
	exitUsage       = 2
	exitInterrupted = 130
)

// exitStatuses explains them in help and in the manual.
var exitStatuses = fmt.Sprintf("Exit status: %d done, %d failed, %d wrong usage, %d a quiz that ended without a result.",
	exitDone, exitFailed, exitUsage, exitInterrupted)

// An exitError is an error with an exit status and a hint, which is printed on
// a line of its own. An empty message is not printed: whatever there was to say
// has been said.
type exitError struct {
	status  int
	message string
	help    string
}

func (e *exitError) Error() string { return e.message }

// hint says how to fix it.
func (e *exitError) hint(format string, args ...any) *exitError {
	e.help = fmt.Sprintf(format, args...)
	return e
}

func usagef(format string, args ...any) *exitError {
	return &exitError{status: exitUsage, message: fmt.Sprintf(format, args...)}
}

func failedf(format string, args ...any) *exitError {
	return &exitError{status: exitFailed, message: fmt.Sprintf(format, args...)}
}

// interruptedf is the error of a run that was stopped, or of a quiz that ended
// without a result.
func interruptedf(format string, args ...any) *exitError {
	return &exitError{status: exitInterrupted, message: fmt.Sprintf(format, args...)}
}

// errSaid is a failure that has been reported already.
var errSaid error = &exitError{status: exitFailed}

// report prints an error and returns its exit status. This is the one place
// that does either.
func (a *app) report(err error) int {
	if err == nil {
		return exitDone
	}
	if errors.Is(err, syscall.EPIPE) { // the reader is gone: there is nobody to report it to
		return exitFailed
	}
	var problems pack.Problems
	if errors.As(err, &problems) {
		a.sayProblems(problems)
		return exitFailed
	}
	var exit *exitError
	switch {
	case errors.As(err, &exit):
	case errors.Is(err, context.Canceled):
		exit = interruptedf("stopped: nothing was written")
	default:
		exit = failedf("%v", err)
	}
	if exit.message != "" {
		a.say("rolefit: %s", exit.message)
	}
	if exit.help != "" {
		a.say("%s", exit.help)
	}
	return exit.status
}

// sayProblems prints problems, a line each.
func (a *app) sayProblems(problems pack.Problems) {
	for line := range strings.Lines(problems.Error()) {
		a.say("%s", strings.TrimSuffix(line, "\n"))
	}
}

// command is a command line to type next. It names the pack if a flag did:
// otherwise that command would use another one.
func (a *app) command(line string) string {
	if a.pack == "" {
		return "rolefit " + line
	}
	return "rolefit " + line + " --pack " + shellWord(a.pack)
}

// shellWord quotes a name that a shell would split or expand.
func shellWord(name string) string {
	switch {
	case strings.ContainsAny(name, "$`\""):
		return "'" + strings.ReplaceAll(name, "'", `'\''`) + "'"
	case strings.ContainsAny(name, " \t'&|;<>()*?\\"):
		return `"` + name + `"`
	}
	return name
}
