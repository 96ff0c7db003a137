package report

import (
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/page"
)

// Verdict returns the verdict of a result as a callout.
func Verdict(r *fit.Result) page.Callout { return result{r}.callout() }

// Follows returns what follows from a verdict, in this many lines of this style
// if possible. It reports whether nothing important is left out.
func Follows(r *fit.Result, s page.Style, lines int) (p *page.Page, complete bool) {
	w := result{r}
	p, d := w.fitted(s, lines+1, func(d detail) *page.Page { // a page begins with an empty line
		blocks := w.follows(d)
		if s.Width > 0 && s.Width < narrow {
			blocks = warningsFirst(blocks)
		}
		return &page.Page{Sections: []page.Section{{Blocks: blocks}}}
	})
	return p, d.complete()
}

// narrow is the width below which not all that follows fits on a screen.
const narrow = 60

// warningsFirst moves the reasons not to rely on a verdict, and what conflicts
// with the job, to the beginning.
func warningsFirst(blocks []page.Block) (all []page.Block) {
	var warnings, rest page.Terms
	for _, b := range blocks {
		terms, ok := b.(page.Terms)
		if !ok {
			all = append(all, b)
		}
		for _, t := range terms {
			if t.Name == "Note" || t.Name == "Conflict" {
				warnings = append(warnings, t)
			} else {
				rest = append(rest, t)
			}
		}
	}
	if len(warnings) > 0 {
		all = append([]page.Block{warnings}, all...)
	}
	if len(rest) > 0 {
		all = append(all, rest)
	}
	return all
}
