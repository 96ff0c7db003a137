package insight

import "github.com/rolefit/rolefit/internal/fit"

// RoleListSchema identifies the format of a RoleList.
const RoleListSchema = "rolefit/roles/2"

// A RoleList lists the roles of a pack.
type RoleList struct {
	Schema string       `json:"schema"`
	Pack   fit.PackRef  `json:"pack"`
	Roles  []ListedRole `json:"roles"` // by id
}

// A ListedRole is a role in a list.
type ListedRole struct {
	ID      string   `json:"id"`
	Title   string   `json:"title"`
	Aliases []string `json:"aliases"`
	Tagline string   `json:"tagline"`
}

// ListRoles returns the list of a pack's roles.
func ListRoles(p *fit.Pack) *RoleList {
	list := &RoleList{Schema: RoleListSchema, Pack: p.Ref(), Roles: []ListedRole{}}
	for i := range p.Roles {
		r := &p.Roles[i]
		list.Roles = append(list.Roles, ListedRole{r.ID, r.Title, append([]string{}, r.Aliases...), r.Tagline})
	}
	return list
}
