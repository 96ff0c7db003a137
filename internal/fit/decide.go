package fit

import "slices"

// decide sets Dimensions and SetAside, which follow from the other fields.
func (r *Result) decide() {
	r.Dimensions = make([]DimensionResult, 0, len(Dimensions))
	for _, d := range Dimensions {
		r.Dimensions = append(r.Dimensions, r.dimension(d))
	}
	r.SetAside = r.setAside()
}

// dimension compares the two roles of the overall lead in one dimension,
// listing the one with the higher fit first.
func (r *Result) dimension(d Dimension) DimensionResult {
	out := DimensionResult{Dimension: d.String(), First: r.highest(d)}
	if r.Lead == nil {
		return out
	}
	if l := r.LeadBetween(r.Lead.Role, r.Lead.Over, d); l != nil {
		if l.Points < 0 {
			l = newLead(l.Over, l.Role, -l.Points, l.StdErr)
		}
		out.Lead, out.Leans = l, l.Leans()
	}
	return out
}

// highest returns the roles with the highest fit in a dimension, if that fit is
// above noPreference.
func (r *Result) highest(d Dimension) []string {
	best, first := noPreference, []string{}
	for i := range r.Roles {
		switch fit := r.Roles[i].Dimensions[d.String()]; {
		case fit == nil || *fit <= noPreference || *fit < best:
		case *fit > best:
			best, first = *fit, []string{r.Roles[i].ID}
		default:
			first = append(first, r.Roles[i].ID)
		}
	}
	return first
}

// setAside returns the role that was worst most often, if it was worst more
// often than best. It returns "" if there is no single such role or if the
// verdict is about it.
func (r *Result) setAside() string {
	last, ties := &RoleResult{}, 0
	for i := range r.Roles {
		switch role := &r.Roles[i]; {
		case role.Worst > last.Worst:
			last, ties = role, 0
		case role.Worst == last.Worst:
			ties++
		}
	}
	if ties > 0 || last.Worst <= last.Best || slices.Contains(r.About, last.ID) {
		return ""
	}
	return last.ID
}
