package audit

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
)

// judge holds the figures against the limits and puts into words what is
// wrong. Structure comes first: what is wrong with it is the cause of most
// that is wrong elsewhere.
func (r *Report) judge() {
	r.judgeFacets()
	r.judgeBalance()
	r.judgePlaces()
	r.judgeLength()
	r.judgeSize()
	r.judgeOrder()
	r.judgeRandom()
	r.judgeTable()
	r.judgeOthers()
	if r.Sessions != nil {
		r.judgeSessions()
	}
	rank := []Severity{Error, Warning, Note}
	slices.SortStableFunc(r.Findings, func(a, b Finding) int {
		return cmp.Compare(slices.Index(rank, a.Severity), slices.Index(rank, b.Severity))
	})
}

// check records a figure beside its limit, and the finding when it is beyond.
func (r *Report) check(c Check, f Finding) {
	beyond := c.Limit - c.Figure
	if c.Most {
		beyond = c.Figure - c.Limit
	}
	c.OK = beyond <= LimitErrors*c.Error+1e-9
	c.Severity, f.Check = cmp.Or(c.Severity, Error), c.Name
	r.Checks = append(r.Checks, c)
	if !c.OK {
		f.Severity = c.Severity
		r.Findings = append(r.Findings, f)
	}
}

func (r *Report) judgeFacets() {
	least, where := math.MaxInt, ""
	for _, role := range r.Structure.Roles {
		for _, d := range fit.Dimensions {
			if n := role.Facets[d.String()]; n < least {
				least, where = n, fmt.Sprintf("role %s has only %d in %s", role.Role, n, d)
			}
		}
	}
	r.check(Check{Name: "facets", What: "fewest facets of a role in a dimension", Figure: float64(least), Limit: fit.MinFacets}, Finding{
		What: "too few facets: " + where,
		Why:  "a role is judged by what a question can show of it; with few facets the same ones come again and again, or the dimension cannot be asked at all",
		Mend: "add facets to that role and dimension",
	})
	unknown := r.Structure.Unknown
	r.check(Check{Name: "known facets", What: "options that name a facet which their role does not have", Figure: float64(len(unknown)), Most: true}, Finding{
		What: "options name facets that do not exist: " + some(unknown),
		Why:  "what such an option stands for cannot be explained to anybody",
		Mend: "write the facet into the role's file, in the question's dimension, or correct the option",
	})
	most, over, unused := 0, []string{}, []string{}
	for _, f := range r.Structure.Facets {
		most = max(most, f.Uses)
		if f.Uses > fit.MaxUses {
			over = append(over, f.Facet)
		}
		if f.Uses == 0 {
			unused = append(unused, f.Facet)
		}
	}
	r.check(Check{Name: "uses", What: "most questions that ask one facet", Figure: float64(most), Limit: fit.MaxUses, Most: true}, Finding{
		What: "facets asked too often: " + some(over),
		Why:  "one strong like or dislike then counts several times, and the verdict hangs on it",
		Mend: "give these questions other facets of the same roles",
	})
	if len(unused) > 0 {
		r.Findings = append(r.Findings, Finding{
			Severity: Note, What: "facets that no question asks: " + some(unused),
			Why:  "they are shown by explain and compare, but nobody is asked about them",
			Mend: "fine if they are there to be read; else put them into a question",
		})
	}
}

func (r *Report) judgeBalance() {
	ratio, where := 1.0, ""
	for i := range r.Structure.Roles {
		role := &r.Structure.Roles[i]
		for _, d := range fit.Dimensions {
			if x := role.Asked[d.String()] / mostAsked(r.Structure.Roles, d.String()); x < ratio {
				ratio, where = x, fmt.Sprintf("role %s in %s", role.Role, d)
			}
		}
	}
	r.check(Check{Name: "shown", What: "how often interviews show the least shown role, over the most shown one", Figure: ratio, Limit: minShown, Share: true}, Finding{
		What: "roles are not shown equally often: least " + where,
		Why:  "a role that is seldom shown is judged by few answers, and luck lifts or drops it more than the others",
		Mend: "show it in more questions of that dimension, or give it the facets for them",
	})
}

func (r *Report) judgePlaces() {
	place, where := 0.0, ""
	for i := range r.Structure.Roles {
		role := &r.Structure.Roles[i]
		if role.Most > place {
			letter := 'a' + rune(slices.Index(role.Places, slices.Max(role.Places)))
			place, where = role.Most, fmt.Sprintf("role %s, whose options are too often in place %c", role.Role, letter)
		}
	}
	c := Check{Name: "places", What: "share of a role's options in one place, above an equal share", Figure: place, Limit: maxPlace, Most: true, Share: true}
	if place <= maxPlace {
		c.Limit, c.Severity = roughPlace, Warning
	}
	r.check(c, Finding{
		What: "places are not balanced: " + where,
		Why:  "a form shows options in the file's order, and where an option stands must say nothing about its role",
		Mend: "put the options of some questions in another order, under a new id",
	})
}

func (r *Report) judgeLength() {
	words := func(a, b RoleStructure) int { return cmp.Compare(a.Words, b.Words) }
	low, high := slices.MinFunc(r.Structure.Roles, words), slices.MaxFunc(r.Structure.Roles, words)
	r.check(Check{
		Name: "length", What: "difference in mean words between two roles' options", Severity: Warning,
		Figure: high.Words - low.Words, Limit: maxWordsDiff, Most: true,
	}, Finding{
		What: fmt.Sprintf("the options of role %s are longer than those of role %s", high.Role, low.Role),
		Why:  "length gives a role away, and longer options look weightier",
		Mend: "shorten the one's asks or say more in the other's",
	})
}

func mostAsked(roles []RoleStructure, dimension string) float64 {
	most := 0.0
	for i := range roles {
		most = max(most, roles[i].Asked[dimension])
	}
	return max(most, 1e-9)
}

func (r *Report) judgeSize() {
	for _, d := range r.Structure.Dimensions {
		f := Finding{
			What: fmt.Sprintf("too few questions in %s", d.Dimension),
			Why:  "the interview runs out of questions before its sets are full, or cannot make good a question that somebody skips",
			Mend: "write further questions of this dimension",
		}
		if r.Interviews.Assembled {
			f.Mend = r.fewestFacets(d)
		}
		c := Check{Name: "questions, " + d.Dimension, What: "questions in " + d.Dimension, Figure: float64(d.Questions), Limit: float64(d.AtMost)}
		if d.Questions >= d.AtMost {
			c.Limit, c.Severity = float64(d.AtMost+minSpare), Warning
		}
		r.check(c, f)
	}
	if r.Structure.Written > 0 && r.Interviews.Assembled {
		r.Findings = append(r.Findings, Finding{
			Severity: Warning, What: "the pack's written questions are not used: they were assembled from the facets",
			Why:  "a written question must show four roles, or all when there are fewer, and every role must be in one",
			Mend: "fine if you added a role and are content with these; else write questions that show the roles that are missing",
		})
	}
	r.check(Check{Name: "words", What: "words of the longest option", Figure: float64(r.Structure.Reading.Option.Most), Limit: fit.MaxOptionWords, Most: true, Severity: Warning}, Finding{
		What: "some options are long",
		Why:  "four long options at a time tire people, and tired people pick by place",
		Mend: "say it in fewer words; pack check names the lines",
	})
}

// fewestFacets says whose facets keep a dimension short of questions that are
// assembled, and how many facets would do.
func (r *Report) fewestFacets(d DimensionSize) string {
	fewest := slices.MinFunc(r.Structure.Roles, func(a, b RoleStructure) int {
		return cmp.Compare(a.Facets[d.Dimension], b.Facets[d.Dimension])
	})
	roles := r.Interviews.Roles
	shows := (d.AtMost + minSpare) * min(fit.MaxShown, roles) // of all roles together
	enough := (shows + fit.MaxUses*roles - 1) / (fit.MaxUses * roles)
	return fmt.Sprintf("give role %s more facets in %s: it has %d, and %d for each role would do",
		fewest.Role, d.Dimension, fewest.Facets[d.Dimension], enough)
}

func (r *Report) judgeOrder() {
	changed, what := 0, []string{}
	for _, p := range r.Order {
		if p.Changed > 0 {
			changed += p.Changed
			what = append(what, p.What)
		}
	}
	r.check(Check{Name: "order", What: "verdicts that change with the order of roles, questions and options", Figure: float64(changed), Most: true}, Finding{
		What: "the verdict changes with the order of " + strings.Join(what, "; "),
		Why:  "the same answers must say the same, whatever stands first in a file",
		Mend: "this is a fault of the program, not of the pack: please report it",
	})
}

// some are the first few of a list of names.
func some(names []string) string {
	const shown = 5
	if len(names) <= shown {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:shown], ", "), len(names)-shown)
}
