// Package cli implements the commands. Each command has its own file with an
// options struct filled by flags and a function that runs it, so that parsing
// can be tested separately. An app holds what all commands share.
//
// Streams: only results go to standard output. Prompts, progress, messages and
// errors go to standard error. An output file (-o) is written completely or not
// at all.
//
// Errors: Run is the only place that prints them and turns them into an exit
// status. See errors.go.
package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/rolefit/rolefit/internal/safetext"
	"github.com/rolefit/rolefit/internal/spell"
	"github.com/rolefit/rolefit/internal/wrap"
)

// An app is one run of the program: its environment, and the flags that all
// commands share.
type app struct {
	env    Env
	pack   string
	output string
	color  string
	plain  bool
}

// Run runs a command line and returns the exit status.
func Run(ctx context.Context, env Env, args []string) int {
	out := &standardOutput{Writer: env.Out}
	env.Out = out
	a := &app{env: env}
	root := a.root()
	root.SetArgs(args)
	root.SetIn(env.In)
	var help bytes.Buffer
	root.SetOut(&help)
	root.SetErr(env.Err)
	err := root.ExecuteContext(ctx)
	a.writeHelp(help.String())
	if err == nil {
		err = out.err
	}
	return a.report(err)
}

// writeHelp writes what Cobra has printed: help, or words to complete.
func (a *app) writeHelp(text string) {
	if text != "" && a.env.OutTerminal {
		if columns, _ := a.env.Size(); columns > 0 {
			text = wrapHelp(text, columns)
		}
	}
	io.WriteString(a.env.Out, text) // an error stays in standardOutput
}

// The groups of commands, in the order that help shows them.
const (
	groupYou    = "you"
	groupRoles  = "roles"
	groupPeople = "people"
	groupTools  = "tools"
)

// keepOrder makes Cobra list commands in the order they were added.
var keepOrder = sync.OnceFunc(func() { cobra.EnableCommandSorting = false })

func (a *app) root() *cobra.Command {
	keepOrder()
	version := false
	root := &cobra.Command{
		Use:   "rolefit",
		Short: "Find out which engineering role fits you, and why",
		Long: `Find out which role fits you: DevOps Engineer, Site Reliability Engineer, Platform
Engineer or Cloud Engineer. rolefit asks what you'd rather do, learn and be proud
of, and shows which answers led to the result. Nothing leaves your machine.

` + exitStatuses,
		Example: `  rolefit quiz
  rolefit compare sre platform
  rolefit explain devops`,
		Args: noSuchCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if version {
				return a.print(cmd.Context(), []byte(versionText()))
			}
			cmd.Print(firstSteps)
			return nil
		},
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error {
			if err := cmd.ValidateFlagGroups(); err != nil { // Cobra's own check comes later, and its error has no exit status.
				return usagef("%v", err).hint("see: %s --help", cmd.CommandPath())
			}
			return nil
		},
		SuggestionsMinimumDistance: 2,

		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.SetFlagErrorFunc(flagError)
	root.Flags().BoolVar(&version, "version", false, "print the version")
	a.globalFlags(root)
	a.addCommands(root)
	walk(root, func(cmd *cobra.Command) { cmd.Flags().SortFlags = false })
	root.PersistentFlags().SortFlags = false
	return root
}

// firstSteps is what the program prints without a command.
const firstSteps = `Find out which engineering role fits you, and why.

  rolefit quiz      take the quiz, which takes a few minutes
  rolefit result    read your result again
  rolefit plan      plan how to get to the role

All commands and flags: rolefit --help
`

func (a *app) globalFlags(root *cobra.Command) {
	flags := root.PersistentFlags()
	flags.StringVar(&a.pack, "pack", "", "use the pack in this `DIR` instead of the built-in one (also ROLEFIT_PACK)")
	flags.StringVarP(&a.output, "output", "o", "-", "write to `FILE` instead of standard output")
	choose(root, flags, &a.color, choice{name: "color", of: []string{"auto", "always", "never"}, usage: "use color: `WHEN` is auto, always or never (NO_COLOR is honored)"})
	flags.BoolVar(&a.plain, "plain", false, "print lines for a screen reader: no charts, no columns (also ACCESSIBLE, or TERM=dumb)")
	complete(root, "pack", folders)
}

func (a *app) addCommands(root *cobra.Command) {
	root.AddGroup(
		&cobra.Group{ID: groupYou, Title: "Find your role:"},
		&cobra.Group{ID: groupRoles, Title: "Read about roles and postings:"},
		&cobra.Group{ID: groupPeople, Title: "Score many people:"},
		&cobra.Group{ID: groupTools, Title: "Use your own roles and front ends:"},
	)
	add := func(group string, commands ...*cobra.Command) {
		for _, cmd := range commands {
			cmd.GroupID = group
			root.AddCommand(cmd)
		}
	}
	add(groupYou, quizCommand(a, a.quiz), formCommand(a, a.form), resultCommand(a, a.result), planCommand(a, a.plan))
	add(groupRoles, explainCommand(a, a.explain), compareCommand(a, a.compare), rolesCommand(a, a.roles), matchCommand(a, a.match))
	add(groupPeople, scoreCommand(a, a.score), teamCommand(a, a.team), webCommand(a, a.web))
	add(groupTools, packCommand(a), nextCommand(a, a.next))
	root.AddCommand(completionCommand(a), versionCommand(a))
	root.AddCommand(topics(a)...)
	root.SetHelpCommand(helpCommand())
}

// noSuchCommand rejects any argument where a command is expected.
func noSuchCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	err := usagef("unknown command %q", args[0])
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		for i := range near {
			near[i] = cmd.CommandPath() + " " + near[i]
		}
		return err.hint("did you mean: %s", list(near))
	}
	return err.hint("see: %s --help", cmd.CommandPath())
}

// flagError describes an invalid flag. If the flag is unknown, it suggests the
// nearest one.
func flagError(cmd *cobra.Command, err error) error {
	see := usagef("%v", err).hint("see: %s --help", cmd.CommandPath())
	var invalid *pflag.InvalidValueError
	if errors.As(err, &invalid) {
		var expected *choiceError
		if errors.As(err, &expected) {
			return usagef("--%s is %q, %v", invalid.GetFlag().Name, invalid.GetValue(), expected)
		}
		return see
	}
	var unknown *pflag.NotExistError
	if !errors.As(err, &unknown) || len(unknown.GetSpecifiedName()) < 2 {
		return see
	}
	var flags []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { flags = append(flags, f.Name) })
	if near := spell.Nearest(unknown.GetSpecifiedName(), flags); near != "" {
		return see.hint("did you mean: --%s", near)
	}
	return see
}

// say writes a one-line message to standard error. A terminal gets it broken
// between words.
func (a *app) say(format string, args ...any) {
	text := safetext.Sanitize(fmt.Sprintf(format, args...))
	if a.env.ErrTerminal {
		if columns, _ := a.env.Size(); columns > 0 && wrap.Width(text) > columns {
			text = strings.Join(wrap.Lines(text, columns), "\n")
		}
	}
	fmt.Fprintln(a.env.Err, text)
}
