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

// Matches is a list of postings, in the order of NewMatches.
type Matches struct {
	Schema   string   `json:"schema"`
	Postings []*Match `json:"postings"`
}

// NewMatches sorts postings. Postings for one of the roles come first, then
// those that may be, and then the others. Each kind is sorted by confidence, and
// a posting whose confidence wasn't measured comes after those for which it was.
// If they were compared with a person's result, postings with a fit come before
// all of these, sorted by fit, and postings with something that the person
// refuses come after all others. The sort is stable.
func NewMatches(list []*Match) *Matches {
	slices.SortStableFunc(list, func(a, b *Match) int {
		return cmp.Or(cmp.Compare(a.rank(), b.rank()), cmp.Compare(b.merit(), a.merit()))
	})
	return &Matches{MatchesSchema, list}
}

// Ranks of postings in a list. Those that include something that the person
// refuses have the same ranks, but behind all others.
const (
	rankFit = iota
	rankRole
	rankRoleUnmeasured
	rankEven
	rankOther
	rankOtherUnmeasured
	ranks
)

func (x *Match) rank() int {
	rank := rankOther
	switch {
	case x.Me != nil && x.Me.Fit != nil:
		rank = rankFit
	case x.Verdict != None && x.Measured():
		rank = rankRole
	case x.Verdict != None:
		rank = rankRoleUnmeasured
	case x.Measured() && x.Even():
		rank = rankEven
	case !x.Measured():
		rank = rankOtherUnmeasured
	}
	if len(x.Me.Refused()) > 0 {
		rank += ranks
	}
	return rank
}

// merit returns the sort key within a rank: the fit if there is one, and
// otherwise the confidence.
func (x *Match) merit() float64 {
	switch {
	case x.Me != nil && x.Me.Fit != nil:
		return *x.Me.Fit
	case x.Foreign:
		return -1
	case len(x.Named) > 0 && x.Measured():
		return x.Role(x.Named[0]).Estimate.Share
	case len(x.Named) > 0:
		return x.Role(x.Named[0]).Estimate.Score
	}
	return x.None.Share
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
