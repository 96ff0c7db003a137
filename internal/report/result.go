package report

import (
	"math"
	"strconv"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/page"
)

// A result is a fit.Result being turned into a page.
type result struct{ *fit.Result }

// Result returns the page of a result. The first screen is complete in itself.
// The rest follows in the order of use: the job, the reasons, what to do about
// it, and the numbers.
func Result(r *fit.Result) *page.Page {
	w := result{r}
	p := &page.Page{Title: w.heading(), Context: "rolefit"}
	if r.Pack.Title != "" {
		p.Context += ": " + r.Pack.Title
	}
	p.Add("", w.firstScreen()...)
	p.Add("How to decide", w.deciding()...)
	p.Add("What the job is like", w.job()...)
	p.Add("Possible dealbreakers", w.conflicts()...)
	switch {
	case r.Verdict == fit.TossUp && len(r.Named) == 2:
		w.tossUp(p)
	case w.few():
		p.Add("What your answers show so far", w.why()...)
	case r.Verdict == fit.Undecided:
		p.Add("What your answers do show", w.undecided()...)
		w.firstTwo(p)
	case r.Verdict == fit.NoRole:
		p.Add("Where to look instead", w.elsewhere()...)
		if !w.Thin() {
			p.Add("What your answers do show", w.undecided()...)
		}
	default:
		p.Add("Why this result", w.why()...)
	}
	p.Add("How ready you are", w.readiness()...)
	p.Add("Next steps", w.gaps()...)
	if !w.few() && r.Verdict != fit.NoRole {
		p.Add("How close it is", w.closeness()...)
	}
	if !w.Thin() {
		p.Add("Fit by dimension", w.dimensions()...)
	}
	p.Add("The role cards", w.cards()...)
	p.Add("Before you rely on it", w.caveats()...)
	p.Add("All your answers", w.answers()...)
	return p
}

// Brief returns the first screen of a result.
func Brief(r *fit.Result) *page.Page {
	p := &page.Page{Title: result{r}.heading()}
	p.Add("", result{r}.firstScreen()...)
	return p
}

// few reports whether there are too few answers for a verdict.
func (w result) few() bool { return w.Reason == fit.TooFew || w.Reason == fit.NotCompared }

func (w result) heading() string {
	if w.Taken == "" {
		return "Your result"
	}
	return "Your result of " + day(w.Taken)
}

// leadNumbers returns the lead and the threshold as printed. The lead is the
// difference of the printed fits. Both get a decimal if whole numbers would
// contradict the verdict.
func (w result) leadNumbers() (lead, threshold string) {
	return printedLead(w.role(w.Lead.Role).Fit, w.role(w.Lead.Over).Fit, *w.Lead)
}

// printedLead returns a lead between roles with these fits and its threshold as
// printed; see leadNumbers.
func printedLead(a, b *float64, l fit.Lead) (lead, threshold string) {
	if a == nil || b == nil {
		return decimal(l.Points), decimal(l.ClearAt)
	}
	printed, needed := math.Round(*a)-math.Round(*b), math.Round(l.ClearAt)
	if (printed >= needed) != l.Reached() || printed == 0 && math.Abs(l.Points) >= 0.05 {
		return decimal(l.Points), decimal(l.ClearAt)
	}
	return strconv.Itoa(int(printed)), strconv.Itoa(int(needed))
}

// evidence returns the answers for a role, the strongest first. Those whose best
// option is of the role come before those that only have another role's option
// as the worst.
func (w result) evidence(role string) []fit.Evidence {
	var direct, rest []fit.Evidence
	for _, e := range w.Evidence {
		switch {
		case e.For == role && e.Best.Role == role:
			direct = append(direct, e)
		case e.For == role:
			rest = append(rest, e)
		}
	}
	return append(direct, rest...)
}

// strongest returns the answer that is the strongest argument for a role, or
// nil if there is none.
func (w result) strongest(role string) *fit.Evidence {
	if all := w.evidence(role); len(all) > 0 {
		return &all[0]
	}
	return nil
}

// near returns the two roles of the lead, which the experiments are about.
// Without a lead, it returns the judged roles, at most two.
func (w result) near() []string {
	if w.Lead != nil {
		return []string{w.Lead.Role, w.Lead.Over}
	}
	var ids []string
	for _, r := range w.Roles {
		if r.Place > 0 && len(ids) < 2 {
			ids = append(ids, r.ID)
		}
	}
	return ids
}

// contenders returns the roles to choose between if no single role is named:
// all that are too close to call, or else the first two.
func (w result) contenders() []string {
	if len(w.Close) > 2 {
		return w.Close
	}
	return w.near()
}

// maxArgued is the maximum number of roles that a page argues for.
const maxArgued = 3

// argued returns the first roles that the person has to choose between.
func (w result) argued() []string {
	ids := w.contenders()
	return ids[:min(maxArgued, len(ids))]
}

// role returns a role of the result, or an empty one if a result written by
// another program lacks it.
func (w result) role(id string) fit.RoleResult {
	if r := w.Role(id); r != nil {
		return *r
	}
	return fit.RoleResult{ID: id, Title: id}
}

func (w result) title(id string) string { return w.role(id).Title }

func (w result) titles(ids []string) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = w.title(id)
	}
	return out
}
