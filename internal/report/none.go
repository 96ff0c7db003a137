package report

import (
	"fmt"
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/wording"
)

// noneTerms returns the terms for a person who wants none of the roles.
func (w result) noneTerms() []page.Term {
	return []page.Term{
		{Name: "Fit", Text: w.leadSentence()},
		{Name: "Look at", Text: w.neighbors()},
		{Name: "Or", Text: "You can compare other jobs. Describe them in text files, and rolefit makes a quiz from them."},
		{Name: "Later", Text: retake},
	}
}

// nothingWanted explains why the verdict is none.
func (w result) nothingWanted() string {
	if none := w.skippedAs(fit.None); none > 0 {
		text := fmt.Sprintf("You found nothing appealing in %d of %s", none, count(w.Asked, "question"))
		if slices.ContainsFunc(w.Roles, func(r fit.RoleResult) bool { return r.Card != "" }) {
			text += ", and you didn't want any of the jobs on the role cards"
		}
		return text + "."
	}
	return "You passed on every job on the role cards. That's an answer, too."
}

// neighbors lists related fields for a person who wants none of the roles.
func (w result) neighbors() string {
	if w.Pack.ID != fit.BuiltinPack {
		return "Jobs of people you work with, or would like to work with."
	}
	return "Neighboring fields: " + wording.And([]string{"back-end development", "security", "data engineering", "testing", "technical support"}) + "."
}
