// Package cli implements the commands. Each command has its own file with an
// options struct filled by flags and a function that runs it, so that parsing
// can be tested separately. An app contains what all commands share.
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
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/rolefit/rolefit/internal/safetext"
	"github.com/rolefit/rolefit/internal/spell"
	"github.com/rolefit/rolefit/internal/wrap"
)

// An app is one run of the program. It contains the environment and the flags
// that all commands share.
type app struct {
	env    Env
	pack   string
	output string
	color  string
	plain  bool
	all    bool     // whether text shows details that it otherwise leaves out
	brief  bool     // whether a result is only its first screen
	noted  bool     // whether the app has said that it doesn't use the pack in the working directory
	bad    *badRows // bad lines of a run over many people, or nil

	unknown error // set if help was requested for an unknown command
}

// Run runs a command line, reports any error, and returns the exit status.
func Run(ctx context.Context, env Env, args []string) int {
	out := &standardOutput{Writer: env.Out}
	env.Out = out
	a := &app{env: env, output: "-"}
	if slices.Equal(args, []string{"--version"}) { // scripts ask for it often, and starting Cobra takes longer
		return a.report(a.print(ctx, []byte(versionText())))
	}
	root := a.root(args...)
	root.SetArgs(args)
	root.SetIn(env.In)
	var help bytes.Buffer
	root.SetOut(&help)
	root.SetErr(env.Err)
	err := root.ExecuteContext(ctx)
	a.writeHelp(help.String(), args)
	if err == nil {
		err = cmp.Or(a.unknown, out.err)
	}
	return a.report(err)
}

// checkHelp makes --help after an unknown command an error. Cobra shows the help
// of the last command that it knows.
func (a *app) checkHelp(root *cobra.Command) {
	show := root.HelpFunc()
	root.SetHelpFunc(func(cmd *cobra.Command, args []string) {
		if cmd.HasSubCommands() {
			if a.unknown = noSuchCommand(cmd, cmd.Flags().Args()); a.unknown != nil {
				return
			}
		}
		show(cmd, args)
	})
}

// helpWidth is the width of help that isn't for a terminal.
const helpWidth = 80

// writeHelp writes what Cobra printed: help, which it wraps, or words for
// completion.
func (a *app) writeHelp(text string, args []string) {
	width := helpWidth
	if a.env.OutTerminal {
		if columns, _ := a.env.Size(); columns > 0 {
			width = columns
		}
	}
	if text != "" && !strings.HasPrefix(first(args), cobra.ShellCompRequestCmd) {
		text = wrapHelp(text, width)
	}
	io.WriteString(a.env.Out, text) // an error stays in standardOutput
}

// Groups of commands, in the order of the help.
const (
	groupYou    = "you"
	groupRoles  = "roles"
	groupPeople = "people"
	groupTools  = "tools"
)

// keepOrder makes Cobra list commands in the order they were added.
var keepOrder = sync.OnceFunc(func() { cobra.EnableCommandSorting = false })

// root returns the program's command with the subcommands that these arguments
// may need. Without arguments, it has all of them.
func (a *app) root(args ...string) *cobra.Command {
	keepOrder()
	version := false
	root := &cobra.Command{
		Use:   "rolefit",
		Short: "Find out whether DevOps, SRE, Platform or Cloud engineering fits you, and why",
		Long: `Find out which role fits you: DevOps Engineer, Site Reliability Engineer, Platform
Engineer or Cloud Engineer. rolefit asks what you'd rather do, learn and be proud
of. Then it shows you which role fits, and which of your answers led to the result.
Nothing leaves your machine.

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
			if err := cmd.ValidateFlagGroups(); err != nil { // Cobra checks this later, and its error has no exit status
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
	a.addCommands(root, first(args))
	a.checkHelp(root)
	walk(root, func(cmd *cobra.Command) { cmd.Flags().SortFlags = false })
	root.PersistentFlags().SortFlags = false
	return root
}

// firstSteps is the text that the program prints when it is run without a
// command.
const firstSteps = `Find out whether DevOps, SRE, Platform or Cloud engineering fits you, and why.

  rolefit quiz      take the quiz (it takes a few minutes)
  rolefit result    read your result again
  rolefit plan      plan how to get to the role

With a screen reader, add --plain to any command, or set ACCESSIBLE=1.

All commands and flags: rolefit --help
`

func (a *app) globalFlags(root *cobra.Command) {
	flags := root.PersistentFlags()
	flags.StringVar(&a.pack, "pack", "", "use the pack in `DIR` instead of the built-in one (also ROLEFIT_PACK)")
	flags.StringVarP(&a.output, "output", "o", "-", "write to `FILE` instead of standard output")
	choose(root, flags, &a.color, choice{name: "color", of: []string{"auto", "always", "never"}, usage: "use color `WHEN`: auto, always or never (also NO_COLOR)"})
	flags.BoolVar(&a.plain, "plain", false, "print plain lines for screen readers, without charts or columns (also ACCESSIBLE or TERM=dumb)")
	complete(root, "pack", folders)
}

// A subcommand is built only when it is needed, because building all of them
// takes longer than running most of them.
type subcommand struct {
	group, name string
	build       func() *cobra.Command
}

func (a *app) subcommands() []subcommand {
	return []subcommand{
		{groupYou, "quiz", func() *cobra.Command { return quizCommand(a, a.quiz) }},
		{groupYou, "form", func() *cobra.Command { return formCommand(a, a.form) }},
		{groupYou, "result", func() *cobra.Command { return resultCommand(a, a.result) }},
		{groupYou, "plan", func() *cobra.Command { return planCommand(a, a.plan) }},
		{groupRoles, "explain", func() *cobra.Command { return explainCommand(a, a.explain) }},
		{groupRoles, "compare", func() *cobra.Command { return compareCommand(a, a.compare) }},
		{groupRoles, "roles", func() *cobra.Command { return rolesCommand(a, a.roles) }},
		{groupRoles, "match", func() *cobra.Command { return matchCommand(a, a.match) }},
		{groupPeople, "score", func() *cobra.Command { return scoreCommand(a, a.score) }},
		{groupPeople, "team", func() *cobra.Command { return teamCommand(a, a.team) }},
		{groupPeople, "web", func() *cobra.Command { return webCommand(a, a.web) }},
		{groupTools, "pack", func() *cobra.Command { return packCommand(a) }},
		{groupTools, "next", func() *cobra.Command { return nextCommand(a, a.next) }},
		{"", "completion", func() *cobra.Command { return completionCommand(a) }},
		{"", "version", func() *cobra.Command { return versionCommand(a) }},
	}
}

// addCommands adds the named command, or if there is none, all commands and
// help topics.
func (a *app) addCommands(root *cobra.Command, name string) {
	root.AddGroup(
		&cobra.Group{ID: groupYou, Title: "Find your role:"},
		&cobra.Group{ID: groupRoles, Title: "Read about roles and postings:"},
		&cobra.Group{ID: groupPeople, Title: "Score many people:"},
		&cobra.Group{ID: groupTools, Title: "Use your own roles and front ends:"},
	)
	root.SetHelpCommand(helpCommand())
	all := a.subcommands()
	only := slices.IndexFunc(all, func(s subcommand) bool { return s.name == name })
	for i, s := range all {
		if only < 0 || i == only {
			cmd := s.build()
			cmd.GroupID = s.group
			root.AddCommand(cmd)
		}
	}
	if only < 0 {
		root.AddCommand(topics(a)...)
	}
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
		return err.hint("did you mean: %s", commas(near))
	}
	return err.hint("see: %s --help", cmd.CommandPath())
}

// flagError describes an invalid flag. If the flag is unknown, it suggests the
// most similar one.
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

// say writes a message to standard error. On a terminal, it wraps the message
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
