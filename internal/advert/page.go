package advert

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/wording"
)

// Page is the reading of one posting: the verdict, what it rests on, and, with
// a result, what it means to that person.
func (r *Reading) Page() *page.Page {
	p := &page.Page{Title: "What this posting describes", Subtitle: r.Source}
	p.Add("", r.pageVerdict()...)
	if !r.faint() {
		p.Add("The mix", r.pageMix()...)
		p.Add("What it says", r.pageEvidence()...)
	}
	p.Add("The skills it names", r.pageSkills()...)
	if r.Me != nil {
		p.Add("You and this job", r.pageYou()...)
		p.Add("What you would like about it", pageFacets(r.Me.Likes, "+")...)
		p.Add("What you wouldn't like", pageFacets(r.Me.Dislikes, "-")...)
		p.Add("What you are missing, and the next step", r.pageLacks()...)
	}
	return p
}

// faintPoints is half of one facet: below it, shares of a posting for none of
// the roles would mean nothing.
const faintPoints = 0.5

// faint reports whether a posting for none of the roles hardly touches any.
func (r *Reading) faint() bool {
	return r.Verdict == None && (len(r.Roles) == 0 || r.Roles[0].Points < faintPoints)
}

func (r *Reading) pageMix() []page.Block {
	if len(r.Roles) == 0 || r.Roles[0].Points == 0 {
		return nil
	}
	t := page.Table{Head: []string{"Role", "Share", "Parts of the role it mentions"}, TextColumns: 1}
	for _, role := range r.Roles {
		t.Rows = append(t.Rows, []string{role.Title, percent(role.Share), strconv.FormatFloat(role.Points, 'f', 1, 64)})
	}
	return []page.Block{t, page.Note(fmt.Sprintf("Shares are of everything that speaks for any of these roles, which is %s of the text. They say what the posting is about, not how good it is.", percent(r.Coverage)))}
}

// How many sentences are quoted for a role that the verdict names, and for
// each of the others.
const (
	namedQuotes = 6
	otherQuotes = 2
)

func (r *Reading) pageEvidence() []page.Block {
	var out []page.Block
	for i, role := range r.Roles {
		most := otherQuotes
		if slices.Contains(r.Named, role.ID) || len(r.Named) == 0 && i == 0 {
			most = namedQuotes
		}
		if items := pageQuotes(role.Evidence, most); len(items) > 0 {
			out = append(out, page.Subheading(role.Title), items)
		}
	}
	return out
}

// pageQuotes are the sentences that say most, each with what it is about.
func pageQuotes(evidence []Evidence, most int) page.List {
	var items page.List
	at := map[string]int{}
	seen := map[[2]string]bool{} // facets, per sentence
	for _, e := range evidence {
		i, ok := at[e.Quote]
		if seen[[2]string{e.Quote, e.Facet}] || !ok && len(items) == most {
			continue
		}
		seen[[2]string{e.Quote, e.Facet}] = true
		if ok {
			items[i].Note += "; " + e.words()
			continue
		}
		at[e.Quote] = len(items)
		items = append(items, page.Item{Text: "“" + e.Quote + "”", Note: fmt.Sprintf("line %d: %s", e.Line, e.words())})
	}
	return items
}

// words says which part of the role a phrase is about.
func (e Evidence) words() string {
	_, facet, ok := strings.Cut(e.Facet, "/")
	if !ok {
		return "the title"
	}
	return fmt.Sprintf("%s → %s", e.Phrase, strings.ReplaceAll(facet, "-", " "))
}

func (r *Reading) pageSkills() []page.Block {
	var items page.List
	for _, s := range r.Skills {
		i := page.Item{Label: s.Name, Text: strings.Join(s.Terms, ", ")}
		if s.Wanted == Nice {
			i.Note = "nice to have"
		}
		items = append(items, i)
	}
	if len(items) == 0 {
		return nil
	}
	return []page.Block{items}
}

func (r *Reading) pageYou() []page.Block {
	var out []page.Block
	for _, role := range r.Me.Roles {
		out = append(out, page.Paragraph(role.Title+": "+standing(&role.Me)+"."))
	}
	if len(r.Me.Roles) > 1 && r.Me.Fit != nil {
		out = append(out, page.Paragraph(fmt.Sprintf("Weighted by the mix, your fit is %s (50 is no preference).", whole(r.Me.Fit))))
	}
	if len(out) == 0 {
		return []page.Block{page.Paragraph("Your result is about the pack's roles, and this posting describes none of them.")}
	}
	return out
}

// standing is how the person of a result compares with a role.
func standing(m *insight.Me) string {
	s := "not judged by your result"
	if m.Fit != nil {
		s = fmt.Sprintf("fit %s (50 is no preference), place %d of %d", whole(m.Fit), m.Place, m.Of)
	}
	if m.Readiness != nil {
		s += fmt.Sprintf("; you have %s of what it needs (%d of %d skills rated)", percent(*m.Readiness), m.Rated, m.Needed)
	}
	return s
}

func pageFacets(facets []MeFacet, mark string) []page.Block {
	var items page.List
	for _, f := range facets {
		items = append(items, page.Item{Mark: mark, Text: f.Text, Note: fmt.Sprintf("line %d: “%s”", f.Line, f.Phrase)})
	}
	if len(items) == 0 {
		return nil
	}
	return []page.Block{items}
}

func (r *Reading) pageLacks() []page.Block {
	var out []page.Block
	var items page.List
	for _, s := range r.Me.Lacks {
		item := page.Item{Label: s.Name, Text: s.Next, Note: fmt.Sprintf("you have %d, it takes about %d", *s.Level, s.Needed)}
		if *s.Level >= fit.MaxLevel-1 {
			item.Text = "you're there when you can say “" + s.Next + "”"
		}
		if s.Wanted == Nice {
			item.Note += "; nice to have"
		}
		items = append(items, item)
	}
	if len(items) > 0 {
		out = append(out, page.Note("A posting names no levels. These are what the role needs, or else enough to work alone."), items)
	} else if len(r.Me.Has) > 0 {
		out = append(out, page.Paragraph("None of the skills you rated."))
	}
	if names := skillNames(r.Me.Has); len(names) > 0 {
		out = append(out, page.Paragraph("You have what it takes in "+wording.And(names)+"."))
	}
	if names := skillNames(r.Me.Unrated); len(names) > 0 {
		line := "rolefit quiz --skills"
		if r.Pack.ID != "" && r.Pack.ID != "ops-roles" {
			line += " --pack DIR"
		}
		out = append(out, page.Paragraph("Not rated yet: "+wording.And(names)+"."), page.Commands{{Text: "Rate your skills", Line: page.Verbatim(line)}})
	}
	return out
}

func skillNames(skills []MeSkill) []string {
	var names []string
	for _, s := range skills {
		names = append(names, s.Name)
	}
	return names
}

// Page is a line for each posting.
func (l *List) Page() *page.Page {
	p := &page.Page{Title: wording.Count(len(l.Adverts), "posting"), Subtitle: "the clearest first"}
	t := page.Table{Head: []string{"Posting", "Describes", "Mix"}, TextColumns: 3}
	mine := slices.ContainsFunc(l.Adverts, func(r *Reading) bool { return r.Me != nil })
	if mine {
		p.Subtitle = "the best fit for you first"
		t.Head = append(t.Head, "Your fit")
	}
	for _, r := range l.Adverts {
		row := []string{r.Source, r.describes(), r.mix()}
		if mine {
			row = append(row, "–")
			if r.Me != nil {
				row[3] = whole(r.Me.Fit)
			}
		}
		t.Rows = append(t.Rows, row)
	}
	p.Add("", t)
	if mine {
		p.Add("", page.Note("Your fit is that of the roles, weighted by the posting's shares; 50 is no preference."))
	}
	return p
}

// describes names the roles of a posting in a cell.
func (r *Reading) describes() string {
	switch {
	case len(r.Named) > 0:
		return wording.And(r.titles(r.Named))
	case r.Words == 0:
		return "no text"
	case slices.Contains(r.Notes, Foreign):
		return "nothing recognized"
	}
	return "none of these roles"
}

// mix is the shares of a posting in a cell, those of a tenth or more.
func (r *Reading) mix() string {
	var parts []string
	for _, role := range r.Roles {
		if r.Verdict != None && role.Share >= 0.1 {
			parts = append(parts, percent(role.Share)+" "+role.ID)
		}
	}
	if parts == nil {
		return "–"
	}
	return strings.Join(parts, ", ")
}

// titles are the titles of roles by id.
func (r *Reading) titles(ids []string) []string {
	var out []string
	for _, id := range ids {
		for _, role := range r.Roles {
			if role.ID == id {
				out = append(out, role.Title)
			}
		}
	}
	return out
}

// percent is a share of 1 as a percentage.
func percent(x float64) string { return strconv.Itoa(int(math.Round(100*x))) + "%" }

// whole is x without decimals; "–" for an unknown number.
func whole(x *float64) string {
	if x == nil {
		return "–"
	}
	return strconv.Itoa(int(math.Round(*x)))
}
