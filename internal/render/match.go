package render

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/advert"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
)

// Match draws what a job advert says, as text, Markdown or JSON.
func Match(r *advert.Reading, f Format, s Style) ([]byte, error) {
	return pageOf(r, matchDoc, f, s)
}

// Matches draws several adverts, a line each.
func Matches(l *advert.List, f Format, s Style) ([]byte, error) {
	return pageOf(l, matchesDoc, f, s)
}

// matchDoc begins with the verdict, then what it rests on, and then, if
// somebody's result is there, what it means to that person.
func matchDoc(r *advert.Reading) *doc {
	d := &doc{Title: "What this advert describes", Subtitle: r.Source}
	d.add("", matchVerdict(r)...)
	if !faint(r) {
		d.add("The mix", matchMix(r)...)
		d.add("What it says", matchEvidence(r)...)
	}
	d.add("The skills it names", matchSkills(r)...)
	if r.Me != nil {
		d.add("You and this job", matchYou(r)...)
		d.add("What you would like of it", matchFacets(r.Me.Likes, markFor)...)
		d.add("What you would not", matchFacets(r.Me.Dislikes, markAgainst)...)
		d.add("What you lack for it, and the next step", matchLacks(r.Me, r.Pack)...)
	}
	return d
}

// faintPoints is half of one facet: what is below it, in an advert for none of
// the roles, is chance, and shares of it would only look like something.
const faintPoints = 0.5

// faint says whether an advert for none of the roles hardly touches any.
func faint(r *advert.Reading) bool {
	return r.Verdict == advert.None && (len(r.Roles) == 0 || r.Roles[0].Points < faintPoints)
}

func matchMix(r *advert.Reading) []block {
	if len(r.Roles) == 0 || r.Roles[0].Points == 0 {
		return nil
	}
	t := table{Head: []string{"Role", "Share", "Parts of the role it speaks of"}, Numbers: 1}
	for _, role := range r.Roles {
		t.Rows = append(t.Rows, []string{role.Title, share(role.Share), number(role.Points)})
	}
	return []block{t, para{note, fmt.Sprintf("Shares are of all that speaks for any of these roles; %s of the text does. They say what the advert is about, not how good it is.", share(r.Coverage))}}
}

// How many sentences are quoted for a role that the verdict names, and for
// each of the others.
const (
	namedQuotes = 6
	otherQuotes = 2
)

func matchEvidence(r *advert.Reading) []block {
	var out []block
	for i, role := range r.Roles {
		most := otherQuotes
		if slices.Contains(r.Named, role.ID) || len(r.Named) == 0 && i == 0 {
			most = namedQuotes
		}
		if items := matchQuotes(role.Evidence, most); len(items) > 0 {
			out = append(out, subheading{role.Title}, list{items})
		}
	}
	return out
}

// matchQuotes are the sentences that say most, each with what it speaks of.
func matchQuotes(evidence []advert.Evidence, most int) []item {
	var items []item
	at := map[string]int{}
	told := map[[2]string]bool{} // facets, per sentence
	for _, e := range evidence {
		i, ok := at[e.Quote]
		if told[[2]string{e.Quote, e.Facet}] || !ok && len(items) == most {
			continue
		}
		told[[2]string{e.Quote, e.Facet}] = true
		if ok {
			items[i].Note += "; " + facetWords(e)
			continue
		}
		at[e.Quote] = len(items)
		items = append(items, item{Text: "“" + e.Quote + "”", Note: fmt.Sprintf("line %d: %s", e.Line, facetWords(e))})
	}
	return items
}

// facetWords says which part of the role a phrase speaks of.
func facetWords(e advert.Evidence) string {
	_, facet, ok := strings.Cut(e.Facet, "/")
	if !ok {
		return "the title"
	}
	return fmt.Sprintf("%s → %s", e.Phrase, strings.ReplaceAll(facet, "-", " "))
}

func matchSkills(r *advert.Reading) []block {
	var items []item
	for _, s := range r.Skills {
		i := item{Label: s.Name, Text: strings.Join(s.Terms, ", ")}
		if s.Wanted == advert.Nice {
			i.Note = "welcome, not asked for"
		}
		items = append(items, i)
	}
	if len(items) == 0 {
		return nil
	}
	return []block{list{items}}
}

func matchYou(r *advert.Reading) []block {
	var out []block
	for _, role := range r.Me.Roles {
		out = append(out, para{body, fmt.Sprintf("%s: %s", role.Title, standing(&role.Me))})
	}
	if len(r.Me.Roles) > 1 && r.Me.Fit != nil {
		out = append(out, para{body, fmt.Sprintf("By the shares of the mix your fit is %s (50 is no preference).", whole(r.Me.Fit))})
	}
	if len(out) == 0 {
		return []block{para{body, "Your result speaks of the pack's roles, and this advert describes none of them."}}
	}
	return out
}

func matchFacets(facets []advert.MeFacet, mark string) []block {
	var items []item
	for _, f := range facets {
		items = append(items, item{Mark: mark, Text: f.Text, Note: fmt.Sprintf("line %d: “%s”", f.Line, f.Phrase)})
	}
	if len(items) == 0 {
		return nil
	}
	return []block{list{items}}
}

func matchLacks(me *advert.Me, p fit.PackRef) []block {
	var out []block
	var items []item
	for _, s := range me.Lacks {
		note := fmt.Sprintf("you have %d, it takes about %d", *s.Level, s.Needed)
		if s.Wanted == advert.Nice {
			note += "; welcome, not asked for"
		}
		items = append(items, item{Label: s.Name, Text: nextStep(&insight.PlanGap{Level: *s.Level, Next: s.Next}), Note: note})
	}
	if len(items) > 0 {
		out = append(out, para{note, "An advert names no levels: they are what the role needs, else those of somebody who has done it alone."}, list{items})
	} else if len(me.Has) > 0 {
		out = append(out, para{body, "Of the skills that you rated, none that it names."})
	}
	if names := skillNames(me.Has); len(names) > 0 {
		out = append(out, para{body, "You have what it takes in " + and(names) + "."})
	}
	if names := skillNames(me.Unrated); len(names) > 0 {
		out = append(out, para{body, "Not rated yet: " + and(names) + "."}, command{"rate your skills", ofPack(rateSkills, p)})
	}
	return out
}

func skillNames(skills []advert.MeSkill) []string {
	var names []string
	for _, s := range skills {
		names = append(names, s.Name)
	}
	return names
}

func matchesDoc(l *advert.List) *doc {
	d := &doc{Title: count(len(l.Adverts), "advert"), Subtitle: "the clearest first"}
	t := table{Head: []string{"Advert", "Describes", "Mix"}, Numbers: 3}
	mine := slices.ContainsFunc(l.Adverts, func(r *advert.Reading) bool { return r.Me != nil })
	if mine {
		d.Subtitle = "what fits you most first"
		t.Head = append(t.Head, "Your fit")
	}
	for _, r := range l.Adverts {
		row := []string{r.Source, describes(r), orDash(mixWords(r))}
		if mine {
			row = append(row, "–")
			if r.Me != nil {
				row[3] = whole(r.Me.Fit)
			}
		}
		t.Rows = append(t.Rows, row)
	}
	d.add("", t)
	if mine {
		d.add("", para{note, "Your fit is that of the roles, weighed by the advert's shares; 50 is no preference."})
	}
	return d
}

// describes names the roles of an advert in a cell.
func describes(r *advert.Reading) string {
	switch {
	case len(r.Named) > 0:
		return and(titlesOf(r, r.Named))
	case r.Words == 0:
		return "no text"
	case slices.Contains(r.Notes, advert.Foreign):
		return "nothing recognised"
	}
	return "none of these roles"
}

// mixWords are the shares of an advert in a cell, those of a tenth or more.
func mixWords(r *advert.Reading) string {
	var parts []string
	for _, role := range r.Roles {
		if r.Verdict != advert.None && role.Share >= 0.1 {
			parts = append(parts, share(role.Share)+" "+role.ID)
		}
	}
	return strings.Join(parts, ", ")
}

// titlesOf are the titles of roles by id.
func titlesOf(r *advert.Reading, ids []string) []string {
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
