package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"unicode"

	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/safetext"
)

// Exit statuses.
const (
	exitDone        = 0
	exitFailed      = 1
	exitUsage       = 2
	exitInterrupted = 130
)

// exitStatuses explains the exit statuses in help and manual pages.
var exitStatuses = fmt.Sprintf("Exit status: %d success, %d failure, %d wrong usage, %d a quiz without a result.",
	exitDone, exitFailed, exitUsage, exitInterrupted)

// An exitError is an error with an exit status and a hint, which is printed on
// its own line. If the message is empty, everything has already been reported
// and nothing is printed.
type exitError struct {
	status  int
	message string
	help    string
}

func (e *exitError) Error() string { return e.message }

// hint adds advice on how to fix the error.
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

// interruptedf returns the error for a run that was interrupted, or for a quiz
// that ended without a result.
func interruptedf(format string, args ...any) *exitError {
	return &exitError{status: exitInterrupted, message: fmt.Sprintf(format, args...)}
}

// errSaid is the error for a failure that has already been reported.
var errSaid error = &exitError{status: exitFailed}

// report prints an error and returns its exit status. No other function does
// either.
func (a *app) report(err error) int {
	if err == nil {
		return exitDone
	}
	if readerGone(err) { // there is no one left to report this to
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
		exit = interruptedf("stopped; nothing was written")
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

// sayProblems prints problems, one per line.
func (a *app) sayProblems(problems pack.Problems) {
	for line := range strings.Lines(problems.Error()) {
		a.say("%s", strings.TrimSuffix(line, "\n"))
	}
}

// command returns a command line to suggest. It uses the pack in use.
func (a *app) command(line string) string {
	if a.plain {
		line += " --plain"
	}
	return "rolefit " + line + a.packFlag()
}

// packFlag returns the flag that selects the pack in use, preceded by a space.
// It returns "" if commands don't need it, because the pack is built in or
// ROLEFIT_PACK selects it.
func (a *app) packFlag() string {
	if a.pack == "" {
		return ""
	}
	return " --pack " + safetext.Sanitize(a.shellWord(a.pack))
}

// shellWord quotes a name if the user's shell would split or expand it. On
// Windows it uses double quotes, because cmd.exe doesn't treat single quotes as
// quotes, and names can't contain double quotes.
func (a *app) shellWord(name string) string {
	switch {
	case a.env.System == "windows":
		if strings.ContainsAny(name, " \t'&|;<>()^%!,=$`@") {
			return `"` + name + `"`
		}
		return name
	case strings.HasPrefix(name, "-"): // not a flag
		return a.shellWord("./" + name)
	case strings.ContainsAny(name, "$`\"\\!") || strings.ContainsFunc(name, unicode.IsControl):
		return "'" + strings.ReplaceAll(name, "'", `'\''`) + "'"
	case strings.ContainsAny(name, " '&|;<>()*?[]{}~#"):
		return `"` + name + `"`
	}
	return name
}
