package insight

import "github.com/rolefit/rolefit/internal/fit"

// ResultListSchema identifies the format of a ResultList.
const ResultListSchema = "rolefit/results/2"

// A ResultList is a list of saved results.
type ResultList struct {
	Schema  string         `json:"schema"`
	Results []ListedResult `json:"results"` // newest first
}

// A ListedResult is a result in a list.
type ListedResult struct {
	ID          string      `json:"id"`
	Taken       string      `json:"taken,omitempty"`
	Pack        fit.PackRef `json:"pack"`
	Verdict     fit.Verdict `json:"verdict"`
	Provisional bool        `json:"provisional"`
	Named       []RoleRef   `json:"named"`
	Lead        *fit.Lead   `json:"lead"`
}

// ListResults lists results in the given order.
func ListResults(results []*fit.Result) *ResultList {
	list := &ResultList{Schema: ResultListSchema, Results: []ListedResult{}}
	for _, r := range results {
		l := ListedResult{r.ID, r.Taken, r.Pack, r.Verdict, r.Provisional, []RoleRef{}, r.Lead}
		for _, id := range r.Named {
			named := RoleRef{id, id}
			if role := r.Role(id); role != nil {
				named.Title = role.Title
			}
			l.Named = append(l.Named, named)
		}
		list.Results = append(list.Results, l)
	}
	return list
}
