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
	for _, s := range []string{x.confidenceSentence(), x.mixSentence(), x.titleSentence()} {
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
	document.Short:   "The text is very short, so don't rely on this.",
	document.Several: "The file seems to contain more than one posting, and they were read as one. Save each to its own file.",
	document.Split:   "The file contains several postings. This is one of them.",
	document.Cut:     "The file is too long for a posting, so only the beginning was read.",
}

// sureShare is the minimum share of readers who agreed for a verdict to be
// stated as fact. A guess is never stated as fact.
const sureShare = 0.6

func (x *Match) verdictSentence() string {
	switch {
	case x.Foreign:
		return fmt.Sprintf("This posting is in %s. rolefit reads only English postings.", languageName(x.Lang))
	case x.Verdict == One && x.role(x.Named[0]).Estimate.Share < sureShare:
		return fmt.Sprintf("This posting reads most like one role: %s.", x.titleOf(x.Named[0]))
	case x.Verdict == One:
		return fmt.Sprintf("This posting describes one role: %s.", x.titleOf(x.Named[0]))
	case x.Verdict == Mixed:
		return fmt.Sprintf("This posting mixes two roles: %s and %s.", x.titleOf(x.Named[0]), x.titleOf(x.Named[1]))
	case x.None.Share < sureShare:
		return "This posting doesn't clearly describe any of these roles."
	}
	return "This posting describes a job outside these roles."
}

// confidenceSentence states how often readers agreed with similar scores for
// postings that the model hadn't seen.
func (x *Match) confidenceSentence() string {
	const like = "Of 100 postings that read like this one, readers called "
	switch {
	case x.Foreign || x.None.N == 0:
		return ""
	case x.Verdict == None:
		return like + inHundred(x.None) + " a different job."
	case x.Verdict == Mixed:
		return fmt.Sprintf("%s%s mainly %s and %s mainly %s.", like, inHundred(x.role(x.Named[0]).Estimate), x.titleOf(x.Named[0]),
			inHundred(x.role(x.Named[1]).Estimate), x.titleOf(x.Named[1]))
	}
	return fmt.Sprintf("%s%s mainly %s.", like, inHundred(x.role(x.Named[0]).Estimate), x.titleOf(x.Named[0]))
}

// inHundred formats a share as a count out of 100. It never returns 0 or 100,
// because a few hundred postings can't prove either.
func inHundred(e Estimate) string { return ofHundred(e.Share, 1, 99) }

func ofHundred(share float64, least, most int) string {
	return strconv.Itoa(min(max(int(math.Round(100*share)), least), most))
}

// mixSentence states how many lines are about each topic.
func (x *Match) mixSentence() string {
	var parts []string
	lines := func(n int) string {
		if len(parts) > 0 {
			return strconv.Itoa(n)
		}
		return wording.Count(n, "line")
	}
	for _, r := range slices.SortedStableFunc(slices.Values(x.Roles), func(a, b Role) int { return b.Lines - a.Lines }) {
		if r.Lines > 0 {
			parts = append(parts, lines(r.Lines)+" about "+x.shortTitle(r.ID)+" work")
		}
	}
	if x.Mix.Shared > 0 {
		parts = append(parts, lines(x.Mix.Shared)+" about work that all of these roles do")
	}
	if parts == nil || x.Foreign {
		return ""
	}
	if x.Mix.Other > 0 {
		parts = append(parts, lines(x.Mix.Other)+" about something else")
	}
	return wording.And(parts) + "."
}

// titleSentence compares the roles in the title with the text.
func (x *Match) titleSentence() string {
	if x.Foreign {
		return "" // the text wasn't searched for a role
	}
	var claims []string
	for _, id := range x.Title.Claims {
		claims = append(claims, x.titleOf(id))
	}
	names := wording.And(claims)
	switch {
	case names == "":
		return ""
	case x.Verdict == None:
		return fmt.Sprintf("The title says %s, but the text describes something else.", names)
	case x.Title.Differs:
		return fmt.Sprintf("The title says %s, but the text alone reads more like %s.", names, x.titleOf(x.textFirst()))
	case x.Verdict == Mixed && len(claims) == 1:
		return fmt.Sprintf("The title names only %s.", names)
	}
	return "The title matches."
}

// textFirst returns the role that the text supports most, not counting roles
// that the title names.
func (x *Match) textFirst() string {
	for _, r := range x.Roles {
		if !slices.Contains(x.Title.Claims, r.ID) {
			return r.ID
		}
	}
	return x.Roles[0].ID
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
	condition := false // whether one is mentioned
	for _, u := range x.Unusual {
		count := ofHundred(u.Share, 0, 100)
		item := page.Item{Text: fmt.Sprintf("Doesn't mention %s. %s of 100 %s postings do.", u.Name, count, x.shortTitle(u.Role))}
		if u.Mentioned {
			item.Text = fmt.Sprintf("Mentions %s. %s of 100 %s postings do.", u.Name, count, x.shortTitle(u.Role))
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
