package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/pack"
)

func (a *app) packInitCommand() *cobra.Command {
	from := pack.Templates()[0]
	cmd := &cobra.Command{
		Use:   "init DIR",
		Short: "Begin a pack of your own: three small roles with comments, or a copy",
		Long: `Write a pack into the folder DIR: three made-up roles with comments that say
what each line is for, or with --from ` + pack.BuiltinID + ` a copy of the built-in pack, and the
schemas by which editors complete and check. The folder is made if it is not
there. Nothing is overwritten, and the pack is written whole or not at all.`,
		Example: `  rolefit pack init my-roles
  rolefit pack init --from ` + pack.BuiltinID + ` our-roles
  rolefit pack check my-roles
  rolefit quiz --pack my-roles`,
		Args:              arguments(1, 1, "a folder, as in: rolefit pack init my-roles"),
		ValidArgsFunction: once(folders),
		RunE:              func(_ *cobra.Command, args []string) error { return a.packInit(args[0], from) },
	}
	cmd.Flags().StringVar(&from, "from", from, "begin from this `PACK`: "+strings.Join(pack.Templates(), " or "))
	complete(cmd, "from", words(pack.Templates()...))
	return cmd
}

func (a *app) packInit(dir, from string) error {
	if !slices.Contains(pack.Templates(), from) {
		return usagef("--from is %q, expected %s", from, strings.Join(pack.Templates(), " or "))
	}
	if err := pack.Init(dir, from); err != nil {
		return err
	}
	a.say("The pack is in %q. What its lines mean is said in the files, and in: rolefit help packs", dir)
	if from == pack.BuiltinID {
		a.say("It is %s still: give it an id of its own in quiz/questions.yaml before you change it.", from)
	}
	a.say("See what is wrong with it: rolefit pack check %s", word(dir))
	a.say("Take its quiz: rolefit quiz --pack %s", word(dir))
	return nil
}
