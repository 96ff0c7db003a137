package posting

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/posting/document"
	"github.com/rolefit/rolefit/internal/wording"
)

// Page returns the page for a match. The first screen shows the verdict, the
// job at a glance, and what is unusual. Then come the evidence, what the
// posting means for the person, what it requires, and questions to ask.
func (x *Match) Page() *page.Page {
	p := &page.Page{Title: x.Title.Text, Subtitle: x.subtitle()}
	if p.Title == "" {
		p.Title = "A job posting"
	}
	p.Add("", x.pageVerdict()...)
	if !x.Foreign {
		p.Add("At a glance", x.pageGlance())
	}
	p.Add("What's unusual", x.pageUnusual()...)
	if x.Me != nil {
		x.addYou(p)
	}
	p.Add("Lines that show it", x.pageEvidence()...)
	p.Add("Skills it names", x.pageSkills()...)
	p.Add("In the posting's words", x.pageFacts()...)
	p.Add("What to ask them", x.pageAsk()...)
	p.Add("Worth a second look", x.pageFlags()...)
	return p
}

func (x *Match) subtitle() string {
	var parts []string
	for _, s := range []string{x.Company, x.Source, x.Posted} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " · ")
}

func (x *Match) pageVerdict() []page.Block {
	out := []page.Block{page.Headline(x.verdictSentence())}
	for _, s := range []string{x.confidenceSentence(), x.doubtSentence(), x.mixSentence(), x.titleSentence()} {
		if s != "" {
			out = append(out, page.Paragraph(s))
		}
	}
	if x.Guess && !x.Foreign {
		out = append(out, page.Note("This is a guess based on the pack's own wording, because the pack has no quiz/postings.yaml. To create one from labeled postings, use rolefit pack learn."))
	}
	for _, n := range x.Notes {
		if s := noteSentences[n]; s != "" {
			out = append(out, page.Note(s))
		}
	}
	return out
}

// noteSentences contains the notes on a document that a reader should know
// about.
var noteSentences = map[document.Note]string{
	document.Several: "The file seems to contain more than one posting, and they were read as one. Save each to its own file.",
	document.Split:   "The file contains several postings. This is one of them.",
	document.Cut:     "The file is too long for a posting, so only the beginning was read.",
}

func (x *Match) role(id string) *Role {
	return &x.Roles[slices.IndexFunc(x.Roles, func(r Role) bool { return r.ID == id })]
}

func (x *Match) titleOf(id string) string { return x.role(id).Title }

// shortTitle returns a role's title without the last word that all titles
// share: Platform for Platform Engineer.
func (x *Match) shortTitle(id string) string {
	title := x.titleOf(id)
	i := strings.LastIndexByte(title, ' ')
	if i < 0 || slices.ContainsFunc(x.Roles, func(r Role) bool { return !strings.HasSuffix(r.Title, title[i:]) }) {
		return title
	}
	return title[:i]
}

func (x *Match) pageUnusual() []page.Block {
	var items page.List
	for _, u := range x.Unusual {
		count := ofHundred(u.Share, 0, 100)
		item := page.Item{Text: fmt.Sprintf("Doesn't mention %s; %s of 100 %s postings do.", u.Name, count, x.shortTitle(u.Role))}
		if u.Mentioned {
			item.Text = fmt.Sprintf("Mentions %s; only %s of 100 %s postings do.", u.Name, count, x.shortTitle(u.Role))
		}
		items = append(items, item)
	}
	if len(items) == 0 {
		return nil
	}
	return []page.Block{items}
}

func (x *Match) pageEvidence() []page.Block {
	var out []page.Block
	for i, r := range x.Roles {
		if len(r.Evidence) == 0 || !slices.Contains(x.Named, r.ID) && !(x.Verdict == None && i == 0) {
			continue
		}
		title, quotes := r.Title, r.Evidence
		if x.Verdict == None {
			const nearest = 2
			title, quotes = "Closest to "+r.Title, quotes[:min(len(quotes), nearest)]
		}
		var items page.List
		for _, q := range quotes {
			items = append(items, q.item())
		}
		out = append(out, page.Subheading(title), items)
	}
	return out
}

// item formats a quote as a list item with its most important words marked.
func (q Quote) item() page.Item {
	text := q.Text
	if q.Cut {
		text += " …"
	}
	var words []string
	for _, m := range q.Marks {
		if w := q.Text[m.Start:m.End]; !slices.Contains(words, w) {
			words = append(words, w)
		}
	}
	return page.Item{Text: "“" + text + "”", Note: strings.Join(words, ", ")}
}

func (x *Match) pageSkills() []page.Block {
	var named, nice []string
	for _, s := range x.Skills {
		if s.Nice {
			nice = append(nice, s.Name)
		} else {
			named = append(named, s.Name)
		}
	}
	var out []page.Block
	if named != nil {
		out = append(out, page.Paragraph(strings.Join(named, ", ")+"."))
	}
	if nice != nil {
		out = append(out, page.Paragraph("Nice to have: "+strings.Join(nice, ", ")+"."))
	}
	return out
}

// Page returns a table with one row per posting.
func (l *Matches) Page() *page.Page {
	p := &page.Page{Title: wording.Count(len(l.Postings), "posting"), Subtitle: "most confident first"}
	t := page.Table{Head: []string{"Posting", "Describes", "Pay", "Of 100"}, TextColumns: 3}
	mine := slices.ContainsFunc(l.Postings, func(x *Match) bool { return x.Me != nil })
	if mine {
		p.Subtitle = "best fit for you first"
		t.Head = append(t.Head, "Your fit")
	}
	for _, x := range l.Postings {
		row := []string{x.Source, x.describes(), x.payCell(), x.confidenceCell()}
		if mine {
			row = append(row, "–")
			if x.Me != nil && x.Me.Fit != nil {
				row[4] = strconv.Itoa(int(math.Round(*x.Me.Fit)))
			}
		}
		t.Rows = append(t.Rows, row)
	}
	p.Add("", t, page.Note("Of 100: out of 100 postings that read like this one, how many readers labeled the same way."))
	if mine {
		p.Add("", page.Note("Your fit combines your fits for its roles, weighted by how much the posting describes each. 50 means no preference."))
	}
	return p
}

// describes names the roles of a posting in a table cell.
func (x *Match) describes() string {
	switch {
	case x.Foreign:
		return "not read, in " + languageName(x.Lang)
	case x.even():
		return "another job, or " + x.shortTitle(x.Roles[0].ID)
	}
	titles := "another job"
	if len(x.Named) > 0 {
		titles = x.shortTitle(x.Named[0])
	}
	for _, id := range x.Named[min(len(x.Named), 1):] {
		titles += " + " + x.shortTitle(id)
	}
	if x.Doubt {
		return "maybe " + titles
	}
	return titles
}

// confidenceCell formats the confidence for a table cell. It is the first
// number in confidenceSentence.
func (x *Match) confidenceCell() string {
	switch {
	case !x.measured():
		return "–"
	case len(x.Named) == 0:
		return inHundred(x.None)
	}
	return inHundred(x.role(x.Named[0]).Estimate)
}
