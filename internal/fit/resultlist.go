package fit

// ResultListSchema names the form of a ResultList.
const ResultListSchema = "rolefit/results/1"

// A ResultList is saved results, a line each.
type ResultList struct {
	Schema  string         `json:"schema"`
	Results []ListedResult `json:"results"` // newest first
}

// A ListedResult is what tells one result from another at a glance.
type ListedResult struct {
	ID          string      `json:"id"`
	Taken       string      `json:"taken,omitempty"`
	Pack        PackRef     `json:"pack"`
	Verdict     Verdict     `json:"verdict"`
	Provisional bool        `json:"provisional"`
	Named       []RouteRole `json:"named"`
	Lead        *Lead       `json:"lead"`
}

// ListResults lists results in the order given.
func ListResults(results []*Result) *ResultList {
	list := &ResultList{Schema: ResultListSchema, Results: []ListedResult{}}
	for _, r := range results {
		l := ListedResult{r.ID, r.Taken, r.Pack, r.Verdict, r.Provisional, []RouteRole{}, r.Lead}
		for _, id := range r.Named {
			named := RouteRole{id, id}
			if role := r.roleResult(id); role != nil {
				named.Title = role.Title
			}
			l.Named = append(l.Named, named)
		}
		list.Results = append(list.Results, l)
	}
	return list
}
