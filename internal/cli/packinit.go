package cli

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/wording"
)

type packInitOptions struct{ dir, from string }

func packInitCommand(_ *app, run func(context.Context, packInitOptions) error) *cobra.Command {
	var o packInitOptions
	cmd := &cobra.Command{
		Use:   "init DIR",
		Short: "Create your own pack: three small roles with comments, or a copy",
		Long: `Create a pack in the folder DIR. It has three example roles, with comments that
explain each line. With --from ` + fit.BuiltinPack + `, it's a copy of the built-in pack.

The pack includes the schemas that editors use to complete and check its files. If
DIR doesn't exist, rolefit creates it. It never overwrites a file.`,
		Example: `  rolefit pack init my-roles
  rolefit pack init --from ` + fit.BuiltinPack + ` our-roles
  rolefit pack check my-roles
  rolefit quiz --pack my-roles`,
		Args:              arguments(1, 1, "a folder, as in: rolefit pack init my-roles"),
		ValidArgsFunction: once(folders),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.dir = args[0]
			return run(cmd.Context(), o)
		},
	}
	choose(cmd, cmd.Flags(), &o.from, choice{name: "from", of: pack.Templates(), usage: "start from `PACK`: " + wording.Or(pack.Templates())})
	return cmd
}

func (a *app) packInit(_ context.Context, o packInitOptions) error {
	if err := pack.Init(o.dir, o.from); err != nil {
		return err
	}
	a.say("Created a pack in %s. To learn how it works, read the comments in its files and 'rolefit help packs'.", wording.Quote(o.dir))
	if o.from == fit.BuiltinPack {
		a.say("Its id is still %s: change it in quiz/questions.yaml before you change the pack.", o.from)
	}
	a.say("Check the pack: rolefit pack check %s", a.shellWord(o.dir))
	a.say("Take its quiz: rolefit quiz --pack %s", a.shellWord(o.dir))
	return nil
}
