package report

import (
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/wording"
)

// Roles returns the page that lists a pack's roles.
func Roles(l *insight.RoleList) *page.Page {
	p := &page.Page{Title: "Roles in " + l.Pack.ID, Subtitle: l.Pack.Title}
	t := page.Table{Head: []string{"Role", "Title", "In a sentence"}}
	for _, r := range l.Roles {
		t.Rows = append(t.Rows, []string{r.ID, r.Title, r.Tagline})
	}
	p.Add("", t)
	return p
}

// Results returns the page that lists saved results.
func Results(l *insight.ResultList) *page.Page {
	p := &page.Page{Title: "Your results", Subtitle: "newest first"}
	t := page.Table{Head: []string{"Result", "Date", "Verdict", "Roles"}, TextColumns: 4}
	for _, r := range l.Results {
		verdict := string(r.Verdict)
		if r.Provisional {
			verdict += ", so far"
		}
		var titles []string
		for _, role := range r.Named {
			titles = append(titles, role.Title)
		}
		roles := wording.And(titles)
		if roles == "" {
			roles = "–"
		}
		t.Rows = append(t.Rows, []string{r.ID, date(r.Taken), verdict, roles})
	}
	p.Add("", t)
	return p
}
