package posting

import (
	"cmp"
	"slices"
	"sync"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/posting/document"
	"github.com/rolefit/rolefit/internal/posting/fact"
)

// MatchesSchema identifies the format of Matches.
const MatchesSchema = "rolefit/matches/2"

// Matches is a list of postings, best first.
type Matches struct {
	Schema   string   `json:"schema"`
	Postings []*Match `json:"postings"`
}

// NewMatches sorts postings: by fit if they were compared with a person's
// result, with those that include something that the person refuses after the
// others, and otherwise by how likely each describes one of the roles. Postings
// for other jobs, and postings that couldn't be understood, come last. The sort
// is stable.
func NewMatches(list []*Match) *Matches {
	slices.SortStableFunc(list, func(a, b *Match) int {
		return cmp.Or(cmp.Compare(a.rank(), b.rank()), cmp.Compare(b.merit(), a.merit()))
	})
	return &Matches{MatchesSchema, list}
}

func (x *Match) rank() int {
	refused := x.Me != nil && len(x.Me.refused()) > 0
	switch {
	case x.Verdict == None:
		return 5
	case x.Me != nil && x.Me.Fit != nil && !refused:
		return 0
	case x.Me != nil && x.Me.Fit != nil:
		return 1
	case refused:
		return 4
	case x.Verdict == One:
		return 2
	}
	return 3
}

// merit returns the sort key within a rank: the fit if there is one, and
// otherwise the score of the first role.
func (x *Match) merit() float64 {
	switch {
	case x.Me != nil && x.Me.Fit != nil:
		return *x.Me.Fit
	case len(x.Roles) > 0:
		return x.Roles[0].Estimate.Score
	}
	return 0
}

// extractors returns the extractor for one posting, and one for a list, which
// are created on first use. The latter finds what a row shows, and the facts
// that the pack has conditions for.
func extractors(p *fit.Pack) (all, brief func() *fact.Extractor) {
	kinds := []fact.Kind{fact.Salary, fact.Workplace, fact.Location, fact.OnCall}
	var conditions []fact.Topic
	for _, c := range p.Conditions {
		conditions = append(conditions, fact.Topic{ID: c.ID, Name: c.Name, Terms: c.Terms})
		kinds = append(kinds, fact.Kind(c.ID))
	}
	lazily := func(t fact.Topics, kinds ...fact.Kind) func() *fact.Extractor {
		return sync.OnceValue(func() *fact.Extractor { return fact.NewExtractor(t, kinds...) })
	}
	return lazily(fact.Topics{Skills: skillTopics(p), Conditions: conditions}), lazily(fact.Topics{Conditions: conditions}, kinds...)
}

// briefly adds the facts that a list shows.
func (m *Matcher) briefly(x *Match, d *document.Document) *Match {
	if !x.Foreign {
		report := m.brief().Extract(d.Title, d.Lines)
		x.Facts, x.mentions = withPageData(report.Facts, &d.Facts), report.Mentions
	}
	return x
}
