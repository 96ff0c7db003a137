// Package cli holds the commands. Each is an options struct that flags fill
// and a function that runs it, so that parsing is tested apart from running.
//
// Streams: results go to standard output and nothing else does; prompts,
// progress, messages and errors go to standard error. An output file (-o) is
// written whole or not at all.
//
// Errors: Run turns them into exit codes and prints them, once. See errors.go.
package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/spell"
	"github.com/rolefit/rolefit/internal/safetext"
	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/render"
)

// An app is one run of the program: its environment and the flags that every
// command has.
type app struct {
	ctx    context.Context // done when the run is told to end
	env    Env
	pack   string
	format string
	output string
	color  string
	plain  bool
}

// Run runs the command line and returns the exit status: 0 done, 1 failed, 2
// wrong usage, 130 a quiz that ended without a result.
func Run(ctx context.Context, env Env, args []string) int {
	out := &standardOutput{Writer: env.Out}
	env.Out = out
	a := &app{ctx: ctx, env: env}
	root := a.root()
	root.SetArgs(args)
	root.SetIn(env.In)
	root.SetOut(env.Out)
	root.SetErr(env.Err)
	err := root.ExecuteContext(ctx)
	if err == nil {
		err = out.err
	}
	return a.report(err)
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "rolefit",
		Short: "Find out which engineering role fits you, how sure that is, and why",
		Long: `Rolefit asks what you would rather do, get better at and be proud of, and says
which role that is: DevOps Engineer, Site Reliability Engineer, Platform Engineer
or Cloud Engineer. Nothing leaves this machine.

` + exitStatuses,
		Example: `  rolefit quiz
  rolefit compare sre platform
  rolefit explain devops`,
		Args:                       a.noSuchCommand,
		RunE:                       func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
		SuggestionsMinimumDistance: 2,

		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		if near := nearFlag(cmd, err); near != "" {
			return usagef("%v", err).hint("did you mean: --%s", near)
		}
		return usagef("%v", err).hint("see: %s --help", cmd.CommandPath())
	})
	flags := root.PersistentFlags()
	flags.StringVar(&a.pack, "pack", "", "use the pack in this `DIR` instead of the built-in one (also ROLEFIT_PACK)")
	flags.StringVar(&a.format, "format", string(render.Text), "print as `FORMAT`: text, markdown or json (html where a command says so)")
	flags.StringVarP(&a.output, "output", "o", "-", "write to `FILE` instead of standard output, whole or not at all")
	flags.StringVar(&a.color, "color", "auto", "colour: auto, always or never (NO_COLOR is honoured)")
	flags.BoolVar(&a.plain, "plain", false, "in lines to be heard: no pictures, no columns (also ACCESSIBLE, or TERM=dumb)")
	a.completeFlags(root)
	root.AddCommand(a.quizCommand(), a.nextCommand(), a.explainCommand(), a.compareCommand(), a.rolesCommand(),
		a.resultCommand(), a.planCommand(), a.matchCommand(), a.scoreCommand(), a.teamCommand(), a.packCommand(), a.versionCommand(), a.completionCommand(),
		methodTopic(), batchTopic(), a.privacyTopic(), packsTopic())
	root.SetHelpCommand(a.helpCommand())
	return root
}

func (a *app) noSuchCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	err := usagef("unknown command %q", args[0])
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		for i := range near {
			near[i] = cmd.CommandPath() + " " + near[i]
		}
		return err.hint("did you mean: %s", strings.Join(near, ", "))
	}
	return err.hint("see: %s --help", cmd.CommandPath())
}

// nearFlag is the flag nearest to one that there is not, "" when none is near.
func nearFlag(cmd *cobra.Command, err error) string {
	var unknown *pflag.NotExistError
	if !errors.As(err, &unknown) || len(unknown.GetSpecifiedName()) < 2 {
		return ""
	}
	var flags []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { flags = append(flags, f.Name) })
	return spell.Nearest(unknown.GetSpecifiedName(), flags)
}

// arguments wants between least and most of them; most is -1 for any number.
func arguments(least, most int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return usagef("%s wants %s", cmd.CommandPath(), what).hint("see: %s --help", cmd.CommandPath())
		case most >= 0 && len(args) > most:
			return usagef("%s has an argument too many: %q", cmd.CommandPath(), args[most]).hint("see: %s --help", cmd.CommandPath())
		}
		return nil
	}
}

// notTogether is wrong usage when two of the flags are given.
func notTogether(cmd *cobra.Command, flags ...string) error {
	given := ""
	for _, f := range flags {
		switch {
		case !cmd.Flags().Changed(f):
		case given != "":
			return usagef("--%s and --%s do not go together", given, f).hint("see: %s --help", cmd.CommandPath())
		default:
			given = f
		}
	}
	return nil
}

// packDir is the folder of the pack that was asked for; "" is the built-in one.
func (a *app) packDir() string {
	if a.pack != "" {
		return a.pack
	}
	return a.env.Getenv("ROLEFIT_PACK")
}

func (a *app) loadPack() (*fit.Pack, error) {
	dir := a.packDir()
	if dir == "" {
		return pack.Builtin(), nil
	}
	p, err := pack.Load(dir)
	var problems pack.Problems
	if err != nil && a.pack == "" && !errors.As(err, &problems) {
		return nil, failedf("%v", err).hint("ROLEFIT_PACK says so: set it to the full path of a pack, or unset it")
	}
	return p, err
}

// style is how text is drawn where the command's output goes.
func (a *app) style() (render.Style, error) {
	s := render.Style{}
	terminal := a.env.OutTerminal && a.output == "-"
	s.Spoken = a.accessible() || terminal && a.dumb()
	if terminal {
		s.Width, _ = a.env.Size()
	}
	switch a.color {
	case "always":
		s.Color = true
	case "never":
	case "auto":
		s.Color = terminal && a.colorful()
	default:
		return s, usagef("--color is %q, expected auto, always or never", a.color)
	}
	return s, nil
}

// colorful says whether the environment lets a terminal have colours.
func (a *app) colorful() bool {
	return a.env.Getenv("NO_COLOR") == "" && !a.dumb()
}

// dumb says whether the terminal is none that can be drawn on.
func (a *app) dumb() bool { return a.env.Getenv("TERM") == "dumb" }

// accessible says whether somebody asked for lines that can be heard.
func (a *app) accessible() bool { return a.plain || a.env.Getenv("ACCESSIBLE") != "" }

// inLines says whether nothing is drawn over what stands on the screen.
func (a *app) inLines() bool { return a.accessible() || a.dumb() }

// uiColor is whether prompts on standard error have colours.
func (a *app) uiColor() bool {
	return a.color == "always" || a.color == "auto" && a.env.ErrTerminal && a.colorful()
}

// say writes a message to standard error, as one line.
func (a *app) say(format string, args ...any) {
	fmt.Fprintln(a.env.Err, safetext.Sanitize(fmt.Sprintf(format, args...)))
}
