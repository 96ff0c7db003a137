package fast

import (
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/safetext"
)

// fields lists the fields of brief output in their order.
var fields = []string{"id", "verdict", "named", "fits"}

// A Form determines what a Writer writes for each person.
type Form int

const (
	Brief  Form = iota // id, verdict, named and fits, or some of these
	Scores             // a fit.Scores
	Whole              // a fit.Result
)

// A Writer writes output in one Form. It isn't safe for concurrent use.
type Writer struct {
	form   Form
	fields []string // fields of brief output
	csv    bool     // whether brief output is CSV
	all    *scorer  // scores answers for all roles of the pack
	some   *scorer  // scores answers for some roles; replaced when these change
	memos  []memo   // created when needed
	text   []byte   // buffer for learn
}

// NewWriter returns a writer for answers to q, or to quizzes about a subset of
// q's roles.
func NewWriter(q *fit.Quiz, form Form) *Writer {
	return &Writer{form: form, all: newScorer(q)}
}

// NewBriefWriter returns a writer of the named fields as JSON or CSV. It
// returns nil if a name isn't a field of brief output.
func NewBriefWriter(q *fit.Quiz, names []string, csv bool) *Writer {
	if len(names) == 0 || slices.ContainsFunc(names, func(name string) bool { return !slices.Contains(fields, name) }) {
		return nil
	}
	w := NewWriter(q, Brief)
	w.fields, w.csv, w.all.csv = names, csv, csv
	return w
}

// Line appends the output for the last line read by r.
func (w *Writer) Line(out []byte, r *Reader) []byte {
	if out, ok := w.remember(out, r); ok {
		return out
	}
	r.score(w.all.Scorer)
	return w.write(out, w.all, &r.person)
}

// Answers appends the output for answers to the quiz q.
func (w *Writer) Answers(out []byte, q *fit.Quiz, a *fit.Answers) []byte {
	s := w.scorer(q)
	s.Reset(a.Seed, a.Seeded)
	s.AddAll(a)
	s.person.take(q, a)
	return w.write(out, s, &s.person)
}

func (w *Writer) scorer(q *fit.Quiz) *scorer {
	if q == w.all.quiz {
		return w.all
	}
	if w.some == nil || w.some.quiz != q {
		w.some = newScorer(q)
		w.some.csv = w.csv
	}
	return w.some
}

func (w *Writer) write(out []byte, s *scorer, p *person) []byte {
	standing := s.Standing()
	switch {
	case w.form == Scores:
		return s.scores(out, p, &standing)
	case w.form == Whole:
		return s.result(out, p, &standing)
	case w.csv:
		return w.row(out, s, p.id, &standing, 0)
	}
	return w.object(out, s, p.id, &standing, 0)
}

// afterID appends the output after the id. For scores, it stops before the
// fits.
func (w *Writer) afterID(out []byte, s *scorer, standing *fit.Standing) []byte {
	switch {
	case w.form == Scores:
		return s.upToFits(out, standing)
	case w.csv:
		return w.row(out, s, nil, standing, 1)
	}
	return w.object(out, s, nil, standing, 1)
}

// appendID appends the beginning of a line with an id that needs no JSON
// escapes, which is true of every id that a Reader accepts.
func (w *Writer) appendID(out, id []byte) []byte {
	switch {
	case w.csv:
		return safetext.AppendCell(out, string(id))
	case w.form == Scores:
		out = append(out, scoresBeginning...)
	default:
		out = append(out, `{"id":`...)
	}
	return append(append(append(out, '"'), id...), '"')
}
