package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/rolefit/rolefit/internal/wording"
)

// A choice is a flag with a fixed set of values. The first one is the default.
type choice struct {
	name  string
	of    []string
	usage string
}

// A choiceError lists the values that a flag accepts.
type choiceError struct{ of []string }

func (e *choiceError) Error() string { return "expected " + wording.Or(e.of) }

// A choiceValue implements pflag.Value for a choice. It rejects other values
// during parsing.
type choiceValue[T ~string] struct {
	value *T
	of    []string
}

func (v choiceValue[T]) String() string {
	if v.value == nil {
		return ""
	}
	return string(*v.value)
}

func (v choiceValue[T]) Type() string { return "string" }

func (v choiceValue[T]) Set(s string) error {
	if s = strings.ToLower(s); !slices.Contains(v.of, s) {
		return &choiceError{v.of}
	}
	*v.value = T(s)
	return nil
}

// choose adds a flag for a choice, with completion.
func choose[T ~string](cmd *cobra.Command, flags *pflag.FlagSet, value *T, c choice) {
	*value = T(c.of[0])
	flags.Var(choiceValue[T]{value, c.of}, c.name, c.usage)
	complete(cmd, c.name, words(c.of...))
}

// formatFlag adds --format with a command's formats, the default first.
func formatFlag(cmd *cobra.Command, value *format, formats ...format) {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = string(f)
	}
	choose(cmd, cmd.Flags(), value, choice{name: "format", of: names, usage: "print as `FORMAT`: " + wording.Or(names)})
}

// seedFlag adds --seed.
func seedFlag(cmd *cobra.Command, value *string) {
	cmd.Flags().StringVar(value, "seed", "", "shuffle the options with `NUMBER` as the random seed")
}

// rolesFlag adds --roles.
func rolesFlag(a *app, cmd *cobra.Command, value *[]string) {
	cmd.Flags().StringSliceVar(value, "roles", nil, "ask only about `ROLES`, such as sre,platform")
	complete(cmd, "roles", completeList(a.completeRoles))
}

// meFlag adds --me.
func meFlag(cmd *cobra.Command, me *bool) {
	cmd.Flags().BoolVar(me, "me", false, "compare with your latest result")
}

// arguments accepts between least and most arguments. If most is -1, there is
// no maximum.
func arguments(least, most int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return usagef("%s needs %s", cmd.CommandPath(), what).hint("see: %s --help", cmd.CommandPath())
		case most >= 0 && len(args) > most:
			return usagef("%s has an unexpected argument: %q", cmd.CommandPath(), args[most]).hint("see: %s --help", cmd.CommandPath())
		}
		return nil
	}
}

// first returns the first argument, or "".
func first(args []string) string {
	if len(args) == 0 {
		return ""
	}
	return args[0]
}

// commas joins names with commas.
func commas(names []string) string { return strings.Join(names, ", ") }

// once limits completion to the first argument.
func once(f cobra.CompletionFunc) cobra.CompletionFunc {
	return func(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return f(cmd, args, typed)
	}
}

// completeList completes the last item in a comma-separated list.
func completeList(f cobra.CompletionFunc) cobra.CompletionFunc {
	return func(cmd *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		before := typed[:strings.LastIndex(typed, ",")+1]
		found, directive := f(cmd, strings.Split(before, ","), typed[len(before):])
		for i := range found {
			found[i] = before + found[i]
		}
		return found, directive | cobra.ShellCompDirectiveNoSpace
	}
}

// folders completes folder names.
func folders(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveFilterDirs
}

// words returns a function that completes these words.
func words(words ...string) cobra.CompletionFunc {
	return cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)
}

func complete(cmd *cobra.Command, flag string, f cobra.CompletionFunc) {
	if err := cmd.RegisterFlagCompletionFunc(flag, f); err != nil {
		panic(err) // no such flag, which is a programming error
	}
}
