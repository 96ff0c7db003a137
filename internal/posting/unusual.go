package posting

import (
	"cmp"
	"slices"

	"github.com/rolefit/rolefit/internal/posting/document"
	"github.com/rolefit/rolefit/internal/posting/fact"
)

// An Unusual is a skill or condition that the posting mentions although few
// postings for its role do, or doesn't mention although most do.
type Unusual struct {
	ID        string  `json:"id"`
	Name      string  `json:"name"`
	Mentioned bool    `json:"mentioned"`
	Quote     string  `json:"quote,omitempty"` // sentence that mentions a skill
	Role      string  `json:"role"`
	Title     string  `json:"title"`
	Share     float64 `json:"share"` // share of the role's postings that mention it
	N         int     `json:"n"`     // number of postings counted
}

// Thresholds for listing a topic as unusual: the minimum number of postings for
// the role, and the shares of them that mention the topic. At most maxUnusual
// topics of each kind are listed.
const (
	rareShare    = 0.15
	commonShare  = 0.45
	leastCounted = 30
	maxUnusual   = 2
)

// unusual compares a posting with other postings for the roles that it names.
// If it names two roles, a topic must be unusual for both, and the count is for
// the first.
func (m *Matcher) unusual(x *Match) []Unusual {
	out := []Unusual{}
	if m.model == nil || len(x.Named) == 0 || slices.Contains(x.Notes, document.Short) {
		return out
	}
	role := m.pack.Role(x.Named[0])
	var rare, missing []Unusual
	add := func(t TopicCount, name string, mentioned bool, quote string) {
		share, n := m.model.Share(t, role.ID)
		least, most, fewest := share, share, n
		for _, id := range x.Named[1:] {
			other, n := m.model.Share(t, id)
			least, most, fewest = min(least, other), max(most, other), min(fewest, n)
		}
		u := Unusual{t.ID, name, mentioned, quote, role.ID, role.Title, share, n}
		switch {
		case fewest < leastCounted:
		case mentioned && most <= rareShare:
			rare = append(rare, u)
		case !mentioned && least >= commonShare:
			missing = append(missing, u)
		}
	}
	for _, t := range m.model.Skills {
		if s := m.pack.Skill(t.ID); s != nil {
			i := slices.IndexFunc(x.Skills, func(n NamedSkill) bool { return n.Skill == t.ID })
			quote := ""
			if i >= 0 {
				quote = x.Skills[i].Quote
			}
			add(t, s.Name, i >= 0, quote)
		}
	}
	for _, t := range m.model.Conditions {
		for _, c := range m.pack.Conditions {
			if c.ID == t.ID {
				if k := fact.Kind(c.ID); !says(x.Facts, k, "no") {
					mentioned := says(x.Facts, k, "yes") || k != fact.OnCall && x.mentions[t.ID] != ""
					add(t, c.Name, mentioned, "")
				}
			}
		}
	}
	slices.SortStableFunc(missing, func(a, b Unusual) int { return cmp.Compare(b.Share, a.Share) })
	slices.SortStableFunc(rare, func(a, b Unusual) int { return cmp.Compare(a.Share, b.Share) })
	return append(append(out, missing[:min(len(missing), maxUnusual)]...), rare[:min(len(rare), maxUnusual)]...)
}

// says reports whether a fact of this kind has this value.
func says(facts []fact.Fact, k fact.Kind, value string) bool {
	return slices.ContainsFunc(facts, func(f fact.Fact) bool { return f.Kind == k && f.Value == value })
}
