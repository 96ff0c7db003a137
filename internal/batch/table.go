package batch

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/safetext"
	"github.com/rolefit/rolefit/internal/survey"
)

// An input is a file that a run reads.
type input struct {
	file   string
	header *header // nil unless it is CSV
	slips  survey.Slips
	again  string // message about people who answered more than once, or empty
}

// notes returns messages about what was skipped in the file.
func (in *input) notes() (notes []string) {
	unit := "line"
	if in.header != nil {
		unit = "row"
	}
	all := in.slips.Notes(unit)
	if in.again != "" {
		all = append([]string{in.again}, all...)
	}
	for _, note := range all {
		notes = append(notes, in.file+": "+note)
	}
	return notes
}

// notes reports what was skipped in each file, and who may be there twice.
func (r *run) notes() {
	for _, err := range r.foreign {
		r.Note("skipped: " + safetext.Sanitize(err.Error()))
	}
	for _, in := range r.inputs {
		for _, note := range in.notes() {
			r.Note(note)
		}
	}
	for _, note := range r.repeats.notes() {
		r.Note(note)
	}
}

// scoreColumns contains the column numbers in a file that score wrote.
type scoreColumns struct {
	id, verdict, named int
	fits               map[string]int // by role
}

// newScoreColumns returns the columns of scores, or nil if these aren't the
// column names that score writes.
func newScoreColumns(p *fit.Pack, names []string) *scoreColumns {
	at := func(name string) int {
		return slices.IndexFunc(names, func(n string) bool { return strings.TrimSpace(n) == name })
	}
	s := &scoreColumns{id: at("id"), verdict: at("verdict"), named: at("named"), fits: map[string]int{}}
	for i := range p.Roles {
		if column := at("fit." + p.Roles[i].ID); column >= 0 {
			s.fits[p.Roles[i].ID] = column
		}
	}
	if s.verdict < 0 || len(s.fits) == 0 {
		return nil
	}
	return s
}

// read reads the scores of a person.
func (s *scoreColumns) read(cells []string) (*fit.Scores, error) {
	out := &fit.Scores{Schema: fit.ScoresSchema, Verdict: fit.Verdict(cells[s.verdict]), Fits: map[string]*float64{}}
	if s.id >= 0 {
		out.ID = survey.Short(cells[s.id])
	}
	if s.named >= 0 {
		out.Named = strings.Fields(cells[s.named])
	}
	for role, column := range s.fits {
		if cells[column] == "" {
			out.Fits[role] = nil
			continue
		}
		f, err := strconv.ParseFloat(cells[column], 64)
		if err != nil {
			return out, fmt.Errorf("fit.%s is %q, expected a number from 0 to 100, or nothing", role, survey.Short(cells[column]))
		}
		out.Fits[role] = &f
	}
	return out, nil
}
