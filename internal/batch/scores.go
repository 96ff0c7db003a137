package batch

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
)

// Scores are results without their details, as Score writes them as CSV and as
// brief output: id, verdict, named roles and fits. A team can count them.

// scoresNote says what counting scores leaves out.
const scoresNote = "holds scores: without dimensions and skills, and without counting provisional results unless that column is there"

// isScores reports whether the columns are those of scores.
func (h *header) isScores() bool {
	_, verdict := h.fields["verdict"]
	_, named := h.fields["named"]
	return verdict && named && len(h.fits) > 0
}

// scores reads a row of scores.
func (r *row) scores() (*fit.Result, error) {
	fits := map[string]*float64{}
	for _, f := range r.header.fits {
		value := r.at(f.column)
		if value == "" {
			continue
		}
		n, err := strconv.ParseFloat(value, 64)
		if err != nil {
			return nil, fmt.Errorf("the fit of role %q is %q, expected a number from 0 to 100", f.id, shortID(value))
		}
		fits[f.id] = &n
	}
	result := resultOf(r.Pack, fits)
	result.Verdict, result.Named = fit.Verdict(r.cell("verdict")), strings.Fields(r.cell("named"))
	result.Provisional = r.cell("provisional") == "true"
	return result, nil
}

// resultOf returns a result with only the fits of roles, and the place of those
// with the highest.
func resultOf(p *fit.Pack, fits map[string]*float64) *fit.Result {
	r := &fit.Result{Schema: fit.ResultSchema, Pack: p.Ref()}
	highest := -1.0
	for _, f := range fits {
		if f != nil {
			highest = max(highest, *f)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(fits)) {
		role := fit.RoleResult{ID: id, Fit: fits[id]}
		if role.Fit != nil && *role.Fit == highest {
			role.Place = 1
		}
		r.Roles = append(r.Roles, role)
	}
	return r
}
