package insight

import (
	"cmp"
	"maps"
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// A Market contains what was counted in job postings for the roles of a pack.
type Market struct {
	Source string // origin of the postings
	Roles  map[string]MarketRole
}

// A MarketRole contains the counts for one role, by the ids of skills and
// conditions.
type MarketRole struct {
	Postings   int
	Years      map[int]int
	Skills     map[string]int
	Conditions map[string]int
}

// A MarketCounts describes what employers ask for in a role: how many of its
// postings mention each skill and condition of the pack, most frequent first.
type MarketCounts struct {
	Postings   int           `json:"postings"`
	MainYear   int           `json:"mainYear"` // year of most postings; 0 if unknown
	FirstYear  int           `json:"firstYear"`
	LastYear   int           `json:"lastYear"`
	Source     string        `json:"source"`
	Skills     []MarketShare `json:"skills"`
	Conditions []MarketShare `json:"conditions"`
}

// A MarketShare is the share of a role's postings that mention something.
type MarketShare struct {
	ID    string  `json:"id"`
	Name  string  `json:"name"`
	Share float64 `json:"share"`
}

// counts returns the counts for a role, or nil if there are too few postings.
func (m *Market) counts(p *fit.Pack, role string) *MarketCounts {
	if m == nil || m.Roles[role].Postings < leastPostings {
		return nil
	}
	r := m.Roles[role]
	out := &MarketCounts{Postings: r.Postings, Source: m.Source, Skills: []MarketShare{}, Conditions: []MarketShare{}}
	years := slices.Sorted(maps.Keys(r.Years))
	for _, y := range years {
		if r.Years[y] > r.Years[out.MainYear] {
			out.MainYear = y
		}
	}
	if len(years) > 0 {
		out.FirstYear, out.LastYear = years[0], years[len(years)-1]
	}
	for _, s := range p.Skills {
		if n, counted := r.Skills[s.ID]; counted {
			out.Skills = append(out.Skills, MarketShare{s.ID, s.Name, float64(n) / float64(r.Postings)})
		}
	}
	for _, c := range p.Conditions {
		if n, counted := r.Conditions[c.ID]; counted {
			out.Conditions = append(out.Conditions, MarketShare{c.ID, c.Name, float64(n) / float64(r.Postings)})
		}
	}
	most := func(a, b MarketShare) int { return cmp.Compare(b.Share, a.Share) }
	slices.SortStableFunc(out.Skills, most)
	slices.SortStableFunc(out.Conditions, most)
	return out
}

// leastPostings is the minimum number of postings for a share. At the minimum,
// the standard error of a share of one half is nine percentage points.
const leastPostings = 30

// shareOf returns the share of an id in a list, or nil.
func shareOf(list []MarketShare, id string) *float64 {
	for i := range list {
		if list[i].ID == id {
			return &list[i].Share
		}
	}
	return nil
}

// A ComparedMarket compares what employers ask for in several roles, in the
// order of the roles.
type ComparedMarket struct {
	Postings   []int           `json:"postings"`
	MainYear   int             `json:"mainYear"` // year of most postings of every role; 0 if the roles differ
	FirstYear  int             `json:"firstYear"`
	LastYear   int             `json:"lastYear"`
	Source     string          `json:"source"`
	Skills     []ComparedShare `json:"skills"` // by the largest share, highest first
	Conditions []ComparedShare `json:"conditions"`
}

// A ComparedShare is the share of each role's postings that mention a skill or
// condition.
type ComparedShare struct {
	ID     string    `json:"id"`
	Name   string    `json:"name"`
	Shares []float64 `json:"shares"`
	Shared bool      `json:"shared"` // whether employers ask for it in all of the roles
}

// sharedShare is the share of every role's postings that must mention a skill
// for the skill to be shared by the roles.
const sharedShare = 0.4

// AddMarket adds the counts for the roles. It adds nothing if m is nil or if
// one of the roles wasn't counted.
func (c *Comparison) AddMarket(p *fit.Pack, m *Market) {
	out := &ComparedMarket{}
	var all []*MarketCounts
	for _, r := range c.Roles {
		counts := m.counts(p, r.ID)
		if counts == nil {
			return
		}
		all = append(all, counts)
		out.Postings = append(out.Postings, counts.Postings)
		out.Source = counts.Source
		if len(all) == 1 {
			out.MainYear, out.FirstYear = counts.MainYear, counts.FirstYear
		}
		if counts.MainYear != out.MainYear {
			out.MainYear = 0
		}
		out.FirstYear, out.LastYear = min(out.FirstYear, counts.FirstYear), max(out.LastYear, counts.LastYear)
	}
	out.Skills = compareShares(all, func(c *MarketCounts) []MarketShare { return c.Skills })
	out.Conditions = compareShares(all, func(c *MarketCounts) []MarketShare { return c.Conditions })
	c.Market = out
}

func compareShares(all []*MarketCounts, list func(*MarketCounts) []MarketShare) []ComparedShare {
	out := []ComparedShare{}
	for _, s := range list(all[0]) {
		x := ComparedShare{ID: s.ID, Name: s.Name, Shared: true}
		for _, c := range all {
			share := *shareOf(list(c), s.ID)
			x.Shares = append(x.Shares, share)
			x.Shared = x.Shared && share >= sharedShare
		}
		out = append(out, x)
	}
	slices.SortStableFunc(out, func(a, b ComparedShare) int { return cmp.Compare(slices.Max(b.Shares), slices.Max(a.Shares)) })
	return out
}
