package document

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// mainText returns the part of a page that is the posting, with Markdown marks
// for headings, list items and bold text. It also returns the page's heading,
// which is the first h1 or, if there is none, the first h2 that names a job.
func (p *page) mainText(names func(string) bool) (heading, text string) {
	p.body.prune(p.body.size, false)
	p.body.measure()
	p.body.find(func(n *node) bool {
		if n.level(2) > 0 && n.size > 0 {
			text := strings.Join(strings.Fields(strings.ReplaceAll(render(n.children), "**", "")), " ")
			if n.tag == atom.H1 || heading == "" && names(text) {
				heading = text
			}
		}
		return n.tag == atom.H1 && heading != ""
	})
	return heading, render([]*node{p.root()})
}

// root returns the element that contains the posting: the smallest element that
// is marked as one and contains most of the text of its parent.
func (p *page) root() *node {
	root := p.body
	for _, says := range []func(*node) bool{
		func(n *node) bool { return n.tag == atom.Main || strings.HasPrefix(n.marks, " main") },
		func(n *node) bool { return n.tag == atom.Article },
		func(n *node) bool {
			return n.prop == "description" || contains(n.marks, "job-description", "jobdescription", "job_description", "job-posting", "jobposting")
		},
	} {
		if n := root.largest(says); n != nil && n.size*5 >= root.size*2 && n.size >= leastText {
			root = n
		}
	}
	return root
}

// leastText is the minimum number of bytes of text in an element that may be a
// posting.
const leastText = 120

func (n *node) largest(is func(*node) bool) *node {
	var best *node
	if is(n) {
		best = n
	}
	for _, c := range n.children {
		if b := c.largest(is); b != nil && (best == nil || b.size > best.size) {
			best = b
		}
	}
	return best
}

func (n *node) find(is func(*node) bool) *node {
	if is(n) {
		return n
	}
	for _, c := range n.children {
		if f := c.find(is); f != nil {
			return f
		}
	}
	return nil
}

// dropped lists elements whose text is never part of the posting.
var dropped = atoms(atom.Noscript, atom.Template, atom.Svg, atom.Nav, atom.Footer, atom.Aside, atom.Button, atom.Select, atom.Iframe, atom.Dialog,
	atom.Label, atom.Textarea, atom.Object, atom.Audio, atom.Video, atom.Canvas)

// aroundMarks lists parts of the names that sites give to elements around a
// posting. Each matches the beginning of a word. If it ends with $, it matches
// only the whole word.
var aroundMarks = []string{"cookie", "consent", "gdpr", "onetrust", "navigation", "navbar", "nav$", "site-header", "global-header", "site-menu", "menu$", "breadcrumb", "sidebar", "side-bar",
	"similar", "related", "recommend", "also-view", "alsoview", "other-jobs", "more-jobs", "otherjobs", "morejobs", "job-alert", "jobalert",
	"newsletter", "subscribe", "social", "share-", "footer", "banner", "modal", "popup", "contentinfo", "complementary", "skip-link", "skiplink",
	"sr-only", "visually-hidden", "search-form", "searchbar", "login", "signin", "sign-in", "talent-community", "apply-form", "application-form"}

// prune removes the elements around the posting. It keeps an element that
// contains the page's heading or most of its text, whatever the element's name.
func (n *node) prune(all int, inside bool) {
	inside = inside || n.tag == atom.Main || n.tag == atom.Article
	kept := n.children[:0]
	for i := 0; i < len(n.children); i++ {
		c := n.children[i]
		if c.isAround(all, inside) {
			continue
		}
		if level := c.endsPosting(); level > 0 {
			for i+1 < len(n.children) && n.children[i+1].level(level) == 0 {
				i++
			}
			continue
		}
		c.prune(all, inside)
		kept = append(kept, c)
	}
	clear(n.children[len(kept):])
	n.children = kept
}

// isAround reports whether an element is outside the posting. inside is whether
// the element is a descendant of the element with the main text.
func (n *node) isAround(all int, inside bool) bool {
	most := n.size*2 > all || n.titled
	switch {
	case n.hidden:
		return true
	case n.tag == atom.Header:
		return !most && !inside
	case n.tag == atom.Form:
		return !most
	case n.tag == atom.Button && n.size <= headingBytes && sectionOf(render(n.children)) != Unknown:
		return false // this header belongs to the section below it
	case dropped[n.tag] && !n.shadow:
		return !most || n.tag != atom.Aside && n.tag != atom.Dialog
	}
	return !most && n.marks != "" && marked(n.marks, aroundMarks)
}

// marked reports whether a word in marks starts with one of the names. A name
// that ends with $ must equal the word.
func marked(marks string, names []string) bool {
	for _, name := range names {
		name, whole := strings.CutSuffix(name, "$")
		for from := 0; ; from++ {
			i := strings.Index(marks[from:], name)
			if i < 0 {
				break
			}
			from += i
			if wordEnd(marks, from-1) && (!whole || wordEnd(marks, from+len(name))) {
				return true
			}
		}
	}
	return false
}

// wordEnd reports whether a word of an attribute's value ends before byte i.
func wordEnd(s string, i int) bool {
	return i < 0 || i >= len(s) || strings.IndexByte(" -_:", s[i]) >= 0
}

// level returns the level of a heading, counting h4 to h6 as 4. It returns 0 if
// the level is above most or if the element isn't a heading.
func (n *node) level(most int) int {
	l := 0
	switch n.tag {
	case atom.H1:
		l = 1
	case atom.H2:
		l = 2
	case atom.H3:
		l = 3
	case atom.H4, atom.H5, atom.H6:
		l = 4
	}
	if l > most {
		return 0
	}
	return l
}

// endsPosting returns the level of a heading that introduces other jobs, or 0
// if the element isn't one. The element may also contain the heading as its
// first child.
func (n *node) endsPosting() int {
	for n.level(4) == 0 {
		i := 0
		for i < len(n.children) && n.children[i].size == 0 {
			i++
		}
		if i == len(n.children) || n.titled {
			return 0
		}
		n = n.children[i]
	}
	if n.size <= headingBytes && listsOtherJobs(render(n.children)) {
		return n.level(4)
	}
	return 0
}

// otherJobs lists headings of sections with other jobs.
var otherJobs = []string{"similar job", "similar position", "similar role", "similar opening", "similar opportunit", "related job", "related position", "related opening",
	"people also viewed", "people also view", "you may also like", "you might also like", "recommended job", "recommended for you", "more jobs", "other jobs",
	"other open", "other opportunit", "more open", "more opportunit", "jobs you may", "jobs you might", "you might be interested in", "you may be interested in", "latest jobs", "recently viewed",
	"explore more", "explore other", "browse jobs", "job alerts", "get notified about", "set alert", "referrals increase"}

func listsOtherJobs(heading string) bool {
	return len(heading) <= headingBytes && contains(lower(heading), otherJobs...)
}

func contains(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// lower converts text to lower case and curly apostrophes to straight ones.
func lower(text string) string { return strings.ReplaceAll(strings.ToLower(text), "’", "'") }
