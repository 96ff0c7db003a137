// Package matchpage draws matches of postings as pages. It makes no decisions:
// what a posting describes and what is unusual about it is decided in package
// posting.
package matchpage

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/posting"
	"github.com/rolefit/rolefit/internal/posting/document"
)

// A view draws a match.
type view struct{ *posting.Match }

// Of returns the page for a match. The first screen shows the verdict, the
// job at a glance, and what is unusual. Then come the evidence, what the
// posting means for the person, what it requires, and questions to ask.
func Of(m *posting.Match) *page.Page {
	x := view{m}
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

func (x view) subtitle() string {
	var parts []string
	for _, s := range []string{x.Company, x.Source, x.Posted} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " · ")
}

func (x view) pageVerdict() []page.Block {
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

func (x view) titleOf(id string) string { return x.Role(id).Title }

// shortTitle returns a role's title without the last word that all titles
// share: Platform for Platform Engineer.
func (x view) shortTitle(id string) string {
	title := x.titleOf(id)
	i := strings.LastIndexByte(title, ' ')
	if i < 0 || slices.ContainsFunc(x.Roles, func(r posting.Role) bool { return !strings.HasSuffix(r.Title, title[i:]) }) {
		return title
	}
	return title[:i]
}

func (x view) pageUnusual() []page.Block {
	var items page.List
	condition := false // whether one is mentioned
	for _, u := range x.Unusual {
		count := inHundred(u.Share, 0, 100)
		item := page.Item{Text: fmt.Sprintf("Doesn't mention %s. %d of 100 %s postings do.", u.Name, count, x.shortTitle(u.Role))}
		if u.Mentioned {
			item.Text = fmt.Sprintf("Mentions %s. %d of 100 %s postings do.", u.Name, count, x.shortTitle(u.Role))
		}
		items = append(items, item)
		condition = condition || u.Mentioned && u.Quote == ""
	}
	if len(items) == 0 {
		return nil
	}
	if condition {
		return []page.Block{items, page.Note("Few postings mention what's unpleasant about a job, so a low count doesn't mean it's rare.")}
	}
	return []page.Block{items}
}

func (x view) pageEvidence() []page.Block {
	var out []page.Block
	for i, r := range x.Roles {
		if len(r.Evidence) == 0 || !slices.Contains(x.Named, r.ID) && !(x.Verdict == posting.None && i == 0) {
			continue
		}
		title, quotes := r.Title, r.Evidence
		if x.Verdict == posting.None {
			const nearest = 2
			title, quotes = "Closest to "+r.Title, quotes[:min(len(quotes), nearest)]
		}
		var items page.List
		for _, q := range quotes {
			items = append(items, quoteItem(&q))
		}
		out = append(out, page.Subheading(title), items)
	}
	return out
}

// item formats a quote as a list item with its most important words marked.
func quoteItem(q *posting.Quote) page.Item {
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

func (x view) pageSkills() []page.Block {
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
