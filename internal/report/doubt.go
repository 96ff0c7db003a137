package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/wording"
)

// doubt returns the reasons that the answers may not mean much, or "" if there
// are none.
func doubt(flags []fit.Flag) string {
	switch {
	case slices.Contains(flags, fit.Fast):
		return "You answered faster than most can read. If you hurried, don't rely on this result."
	case slices.Contains(flags, fit.SamePlace):
		return "You often picked the same positions, so this may say little."
	}
	return ""
}

// doubtOf returns the reasons not to rely on the result behind a plan.
func doubtOf(plan *insight.Plan) []page.Block {
	if me := &plan.Me; me.Provisional {
		return []page.Block{
			page.Note(fmt.Sprintf("You finished the quiz early, after %s, so this plan may be for the wrong role.", count(me.Answered, "question"))),
			page.Commands{{Text: "Answer the rest", Line: command("rolefit quiz --settle", plan.Pack)}},
		}
	}
	if note := doubt(plan.Me.Flags); note != "" {
		return []page.Block{page.Note(note)}
	}
	return nil
}

// closeText names the roles that are too close to call, and the other roles.
func (w result) closeText() string {
	var out []string
	for _, r := range w.Roles {
		if r.Place > 0 && !slices.Contains(w.Close, r.ID) {
			out = append(out, r.Title)
		}
	}
	switch {
	case len(w.Close) == 0:
		return "Three or more roles are too close to call."
	case len(out) == 0:
		return fmt.Sprintf("All %s roles are too close to call.", wording.Number(len(w.Close)))
	}
	return fmt.Sprintf("%s are too close to call. %s%s further behind.", wording.And(w.titles(w.Close)), wording.And(out), verb(len(out), " is", " are"))
}

// conflict describes the most serious of the conditions that conflict with the
// answers, which is one that the person refuses if there is one. If several roles
// have conflicts, it names all of them by role instead.
func (w result) conflict() string {
	if len(w.Conflicts) == 0 {
		return ""
	}
	if roles := w.byFit(w.About); len(roles) > 1 && len(w.Conflicts) > 1 {
		return w.conflictsByRole(roles)
	}
	first := w.Conflicts[0]
	for _, c := range w.Conflicts {
		if c.Answer == fit.Refuse && first.Answer != fit.Refuse {
			first = c
		}
	}
	s := first.Name + ": " + w.clash(first)
	var more []string
	for _, c := range w.Conflicts {
		if c.Condition != first.Condition && !slices.Contains(more, c.Name) {
			more = append(more, c.Name)
		}
	}
	if n := len(more) - 2; n > 1 {
		more = append(more[:2], fmt.Sprintf("%d more", n))
	}
	if len(more) > 0 {
		s += " Also: " + wording.And(more) + "."
	}
	return s
}

// conflictsByRole names the conflicts of these roles, first those with what the
// person refuses.
func (w result) conflictsByRole(roles []string) string {
	var out []string
	for _, answer := range []fit.Tolerance{fit.Refuse, fit.RatherNot} {
		names := map[string][]string{}
		for _, c := range w.Conflicts {
			if c.Answer == answer {
				names[c.Role] = append(names[c.Role], c.Name)
			}
		}
		if s := w.byRole(roles, names); s != "" {
			out = append(out, map[fit.Tolerance]string{fit.Refuse: "You'd refuse these. ", fit.RatherNot: "You'd rather avoid these. "}[answer]+s)
		}
	}
	return strings.Join(out, " ")
}
