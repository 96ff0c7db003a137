package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/spell"
	"github.com/rolefit/rolefit/internal/safetext"
)

// findRole finds a role by id, alias or title, in any case, with spaces and
// hyphens alike. An unknown name is wrong usage and lists the near ones.
func findRole(p *fit.Pack, name string) (*fit.Role, error) {
	wanted := fold(name)
	for i := range p.Roles {
		if slices.Contains(names(&p.Roles[i]), wanted) {
			return &p.Roles[i], nil
		}
	}
	err := usagef("unknown role %q", name)
	if near := nearRoles(p, wanted); len(near) > 0 {
		return nil, err.hint("did you mean: %s", strings.Join(near, ", "))
	}
	ids := make([]string, len(p.Roles))
	for i, r := range p.Roles {
		ids[i] = r.ID
	}
	return nil, err.hint("roles of pack %q: %s", p.ID, strings.Join(ids, ", "))
}

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

// names are what a role may be called, folded.
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

// nearRoles lists the ids of the roles with a name that the wanted one is part
// of, or differs from by a third of its letters at most.
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

// completeRoles completes the ids of roles that are not named yet.
func (a *app) completeRoles(_ *cobra.Command, named []string, _ string) ([]string, cobra.ShellCompDirective) {
	p, err := a.loadPack()
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

// completeRoleFlag completes a flag that takes roles, with commas between.
func (a *app) completeRoleFlag(cmd *cobra.Command, flag string) {
	complete(cmd, flag, listed(a.completeRoles))
}
