package cli

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/report"
	"github.com/rolefit/rolefit/internal/safetext"
	"github.com/rolefit/rolefit/internal/spell"
)

type rolesOptions struct{ format format }

func rolesCommand(_ *app, run func(context.Context, rolesOptions) error) *cobra.Command {
	var o rolesOptions
	cmd := &cobra.Command{
		Use:               "roles",
		Short:             "List the roles, one per line",
		Example:           "  rolefit roles",
		Args:              arguments(0, 0, "no arguments"),
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE:              func(cmd *cobra.Command, _ []string) error { return run(cmd.Context(), o) },
	}
	formatFlag(cmd, &o.format, reportFormats...)
	return cmd
}

func (a *app) roles(ctx context.Context, o rolesOptions) error {
	p, err := a.loadPack()
	if err != nil {
		return err
	}
	all := insight.ListRoles(p)
	return a.show(ctx, report.Roles(all), all, o.format)
}

// findRole returns the role with this id, alias or title. Case is ignored, and
// a space matches a hyphen. If the name is unknown, it returns a usage error
// that lists similar names.
func findRole(p *fit.Pack, name string) (*fit.Role, error) {
	wanted := fold(name)
	for i := range p.Roles {
		if slices.Contains(names(&p.Roles[i]), wanted) {
			return &p.Roles[i], nil
		}
	}
	err := usagef("unknown role %q", name)
	if near := nearRoles(p, wanted); len(near) > 0 {
		return nil, err.hint("did you mean: %s", commas(near))
	}
	return nil, err.hint("pack %q has these roles: %s", p.ID, commas(p.RoleIDs()))
}

// findRoles returns several roles, without duplicates; see findRole.
func findRoles(p *fit.Pack, wanted []string) ([]*fit.Role, error) {
	roles := make([]*fit.Role, 0, len(wanted))
	for _, name := range wanted {
		r, err := findRole(p, name)
		if err != nil {
			return nil, err
		}
		if slices.Contains(roles, r) {
			return nil, usagef("role %q is named twice", name)
		}
		roles = append(roles, r)
	}
	return roles, nil
}

// names returns the normalized names of a role.
func names(r *fit.Role) []string {
	all := []string{fold(r.ID), fold(r.Title)}
	for _, alias := range r.Aliases {
		all = append(all, fold(alias))
	}
	return all
}

func fold(s string) string {
	return strings.ToLower(strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '-' || r == '_' }), "-"))
}

// nearRoles returns the ids of roles with a similar name: one that contains the
// wanted name, or that differs in at most a third of its letters.
func nearRoles(p *fit.Pack, wanted string) []string {
	var near []string
	for i := range p.Roles {
		for _, name := range names(&p.Roles[i]) {
			if len(wanted) >= 2 && strings.Contains(name, wanted) || spell.Distance(name, wanted) <= max(1, len(name)/3) {
				near = append(near, p.Roles[i].ID)
				break
			}
		}
	}
	return near
}

// completeRoles completes the ids of roles that the command line doesn't name
// yet.
func (a *app) completeRoles(_ *cobra.Command, named []string, _ string) ([]string, cobra.ShellCompDirective) {
	p, err := a.readPack()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	var ids []string
	for _, r := range p.Roles {
		if !slices.Contains(named, r.ID) {
			ids = append(ids, r.ID+"\t"+safetext.Sanitize(r.Title))
		}
	}
	return ids, cobra.ShellCompDirectiveNoFileComp
}
