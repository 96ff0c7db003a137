package fast

import (
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// fields lists the fields that a Writer can write.
var fields = []string{"id", "verdict", "named", "fits"}

// A Writer writes brief output: any of id, verdict, named and fits. It must not
// be used concurrently.
type Writer struct {
	fields []string
	csv    bool
	all    *scorer // for all roles of the pack
	some   *scorer // for the roles of the most recent answers that covered only some
}

// NewWriter returns a writer of these fields as JSON or CSV, for people who
// take q or the quiz of some of its roles. It returns nil if one of the fields
// isn't part of brief output.
func NewWriter(q *fit.Quiz, names []string, csv bool) *Writer {
	if len(names) == 0 || slices.ContainsFunc(names, func(name string) bool { return !slices.Contains(fields, name) }) {
		return nil
	}
	return &Writer{fields: names, csv: csv, all: newScorer(q)}
}

// Line appends the output for the line most recently read by r.
func (w *Writer) Line(out []byte, r *Reader) []byte {
	r.score(w.all.Scorer)
	return w.write(out, w.all, r.id, w.all.Standing(r.seed))
}

// Answers appends the output for answers to the quiz q.
func (w *Writer) Answers(out []byte, q *fit.Quiz, a *fit.Answers) []byte {
	s := w.scorer(q)
	s.Reset()
	s.AddAll(a)
	s.id = append(s.id[:0], a.ID...)
	return w.write(out, s, s.id, s.Standing(a.Seed))
}

func (w *Writer) scorer(q *fit.Quiz) *scorer {
	if q == w.all.quiz {
		return w.all
	}
	if w.some == nil || w.some.quiz != q {
		w.some = newScorer(q)
	}
	return w.some
}

func (w *Writer) write(out []byte, s *scorer, id []byte, standing fit.Standing) []byte {
	if w.csv {
		return w.row(out, s, id, standing)
	}
	return w.object(out, s, id, standing)
}
