package audit

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
)

// judge compares the results with the limits and reports the findings. Findings
// about structure come first, because they cause most of the others.
func (r *Report) judge() {
	r.judgeFacets()
	r.judgeBalance()
	r.judgePlaces()
	r.judgeLength()
	r.judgeSize()
	r.judgeOrder()
	r.judgeRandom()
	r.judgeTable()
	r.judgeNicerAndHybrids()
	if r.Observed != nil {
		r.judgeObserved()
	}
	rank := []Severity{Error, Warning, Note}
	slices.SortStableFunc(r.Findings, func(a, b Finding) int {
		return cmp.Compare(slices.Index(rank, a.Severity), slices.Index(rank, b.Severity))
	})
}

// check records a result and its limit. If the result is beyond the limit, it
// also reports the finding.
func (r *Report) check(c Check, f Finding) {
	beyond := c.Limit - c.Figure
	if c.AtMost {
		beyond = c.Figure - c.Limit
	}
	c.OK = beyond <= float64(LimitStdErrs*c.StdErr)+1e-9
	c.Unsure = c.OK && beyond > 1e-9
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
		Why:  "with few facets, the same ones come up again and again, or no question can cover the dimension",
		Fix:  "add facets to that role and dimension",
	})
	unknown := r.Structure.Unknown
	r.check(Check{Name: "known facets", What: "options that name a facet that their role doesn't have", Figure: float64(len(unknown)), AtMost: true}, Finding{
		What: "options name facets that don't exist: " + some(unknown),
		Why:  "a report can't explain what such an option means",
		Fix:  "add the facet to the role's file, in the question's dimension, or correct the option",
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
	r.check(Check{Name: "uses", What: "most questions that use one facet", Figure: float64(most), Limit: fit.MaxUses, AtMost: true}, Finding{
		What: "facets used too often: " + some(over),
		Why:  "one strong like or dislike then counts several times and can decide the verdict",
		Fix:  "use other facets of the same roles in these questions",
	})
	if len(unused) > 0 {
		r.Findings = append(r.Findings, Finding{
			Severity: Note, What: "facets that no question uses: " + some(unused),
			Why: "explain and compare show them, but no question asks about them",
			Fix: "use them in a question, unless they're only meant for reading",
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
	r.check(Check{Name: "shown", What: "how often interviews show the least shown role, relative to the most shown one", Figure: ratio, Limit: minShown, Share: true}, Finding{
		What: "some roles are shown less often than others: the least is " + where,
		Why:  "a role that's rarely shown depends on few answers, so random answers move it more than the others",
		Fix:  "show it in more questions of that dimension, or add facets to it",
	})
}

func (r *Report) judgePlaces() {
	place, where := 0.0, ""
	for i := range r.Structure.Roles {
		role := &r.Structure.Roles[i]
		if role.PlaceBias > place {
			letter := 'a' + rune(slices.Index(role.Places, slices.Max(role.Places)))
			place, where = role.PlaceBias, fmt.Sprintf("role %s, whose options are too often in place %c", role.Role, letter)
		}
	}
	c := Check{Name: "places", What: "share of a role's options in one place, above an equal share", Figure: place, Limit: maxPlace, AtMost: true, Share: true}
	if place <= maxPlace {
		c.Limit, c.Severity = warnPlace, Warning
	}
	r.check(c, Finding{
		What: "places are unbalanced: " + where,
		Why:  "a form shows options in the file's order, so an option's place shouldn't reveal its role",
		Fix:  "reorder the options of some questions, and give those questions new ids",
	})
}

func (r *Report) judgeLength() {
	words := func(a, b RoleStructure) int { return cmp.Compare(a.Words, b.Words) }
	low, high := slices.MinFunc(r.Structure.Roles, words), slices.MaxFunc(r.Structure.Roles, words)
	r.check(Check{
		Name: "length", What: "difference in mean words between two roles' options", Severity: Warning,
		Figure: high.Words - low.Words, Limit: maxWordsDiff, AtMost: true,
	}, Finding{
		What: fmt.Sprintf("the options of role %s are longer than those of role %s", high.Role, low.Role),
		Why:  "length reveals the role, and longer options look more important",
		Fix:  "shorten the longer options, or lengthen the shorter ones",
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
			Why:  "the interview runs out of questions before its rounds are complete, or can't replace a skipped one",
			Fix:  "write more questions for this dimension, or remove the written ones to have them assembled",
		}
		if r.Interviews.Assembled {
			f.Fix = r.fewestFacets(d)
		}
		c := Check{Name: "questions, " + d.Dimension, What: "questions in " + d.Dimension, Figure: float64(d.Questions), Limit: float64(d.AtMost + minSpare)}
		if d.Questions >= d.AtMost {
			c.Severity = Warning
		}
		r.check(c, f)
	}
	if r.Structure.Written > 0 && r.Interviews.Assembled {
		r.Findings = append(r.Findings, Finding{
			Severity: Warning, What: "the pack's written questions aren't used: the quiz uses questions assembled from the facets",
			Why: "a written question must show four roles, or all if there are fewer, and every role must be in one",
			Fix: "if you added a role and are happy with these questions, do nothing; otherwise, write questions that show the missing roles",
		})
	}
	r.check(Check{Name: "words", What: "words of the longest option", Figure: float64(r.Structure.Reading.Option.Max), Limit: fit.MaxOptionWords, AtMost: true, Severity: Warning}, Finding{
		What: "some options are long",
		Why:  "reading four long options is tiring, and tired people choose by position",
		Fix:  "use fewer words; rolefit pack check shows the lines",
	})
}

// fewestFacets describes the role that limits the number of assembled questions
// in a dimension, and how many facets would be enough.
func (r *Report) fewestFacets(d DimensionSize) string {
	fewest := slices.MinFunc(r.Structure.Roles, func(a, b RoleStructure) int {
		return cmp.Compare(a.Facets[d.Dimension], b.Facets[d.Dimension])
	})
	roles := r.Interviews.Roles
	shows := (d.AtMost + minSpare) * min(fit.MaxShown, roles) // number of facets shown, over all roles
	enough := (shows + fit.MaxUses*roles - 1) / (fit.MaxUses * roles)
	return fmt.Sprintf("give role %s more facets in %s: it has %d, and %d for each role would be enough",
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
	r.check(Check{Name: "order", What: "verdicts that change with the order of roles, questions and options", Figure: float64(changed), AtMost: true}, Finding{
		What: "the verdict changes with the order of " + strings.Join(what, "; "),
		Why:  "the same answers must give the same verdict, whatever the order in a file",
		Fix:  "this is a bug in rolefit, not in your pack, so please report it",
	})
}

// some joins the first few names into a list.
func some(names []string) string {
	const shown = 5
	if len(names) <= shown {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:shown], ", "), len(names)-shown)
}
