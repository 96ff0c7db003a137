package cli

import (
	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/render"
)

func (a *app) explainCommand() *cobra.Command {
	me := false
	cmd := &cobra.Command{
		Use:   "explain ROLE",
		Short: "Explain what a role is",
		Long:  "Explain a role: what it is, a day's work, what success looks like, what it takes, and where people go from there.",
		Example: `  rolefit explain sre
  rolefit explain sre --me
  rolefit explain "Platform Engineer" --format markdown`,
		Args:              arguments(1, 1, "a role, as in: rolefit explain sre"),
		ValidArgsFunction: once(a.completeRoles),
		RunE:              func(_ *cobra.Command, args []string) error { return a.explain(args[0], me) },
	}
	meFlag(cmd, &me)
	return cmd
}

// meFlag adds --me.
func meFlag(cmd *cobra.Command, me *bool) {
	cmd.Flags().BoolVar(me, "me", false, "show how you stand to it, by your latest result")
}

func (a *app) explain(name string, wanted bool) error {
	format, style, err := a.page(pageFormats)
	if err != nil {
		return err
	}
	p, err := a.loadPack()
	if err != nil {
		return err
	}
	role, err := findRole(p, name)
	if err != nil {
		return err
	}
	me, err := a.me(p, wanted)
	if err != nil {
		return err
	}
	return a.show(render.Explanation(insight.Explain(p, role, me), format, style))
}

func (a *app) compareCommand() *cobra.Command {
	me := false
	cmd := &cobra.Command{
		Use:   "compare ROLE ROLE [ROLE ...]",
		Short: "Compare roles side by side",
		Long:  "Compare roles side by side: what they share, and what sets them apart.",
		Example: `  rolefit compare sre platform
  rolefit compare devops sre platform cloud
  rolefit compare sre platform --me`,
		Args:              arguments(2, -1, "two roles or more, as in: rolefit compare sre platform"),
		ValidArgsFunction: a.completeRoles,
		RunE:              func(_ *cobra.Command, args []string) error { return a.compare(args, me) },
	}
	meFlag(cmd, &me)
	return cmd
}

func (a *app) compare(names []string, wanted bool) error {
	format, style, err := a.page(pageFormats)
	if err != nil {
		return err
	}
	p, err := a.loadPack()
	if err != nil {
		return err
	}
	roles, err := findRoles(p, names)
	if err != nil {
		return err
	}
	me, err := a.me(p, wanted)
	if err != nil {
		return err
	}
	return a.show(render.Comparison(insight.Compare(p, roles, me), format, style))
}

func (a *app) rolesCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "roles",
		Short:   "List the roles, a line each",
		Example: "  rolefit roles",
		Args:    arguments(0, 0, "no argument"),

		ValidArgsFunction: cobra.NoFileCompletions,
		RunE:              func(*cobra.Command, []string) error { return a.roles() },
	}
}

func (a *app) roles() error {
	format, style, err := a.page(pageFormats)
	if err != nil {
		return err
	}
	p, err := a.loadPack()
	if err != nil {
		return err
	}
	return a.show(render.Roles(insight.ListRoles(p), format, style))
}
