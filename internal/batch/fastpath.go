package batch

import (
	"github.com/rolefit/rolefit/internal/batch/fast"
	"github.com/rolefit/rolefit/internal/fit"
)

// withFastPath returns the task with its fast fields set, which doesn't change
// the output. Lines that the fast path refuses and rows of CSV are also scored
// faster, unless the format has fields of a full result.
func withFastPath(t task, q *fit.Quiz, f *Format) task {
	r, person := fast.NewReader(q), t.person
	var a fit.Answers
	write := func(out []byte) ([]byte, error) {
		r.Answers(&a)
		return person(out, q, &a)
	}
	if f != nil {
		if w := f.fastWriter(q); w != nil {
			write = func(out []byte) ([]byte, error) { return w.Line(out, r), nil }
			t.person = func(out []byte, q *fit.Quiz, a *fit.Answers) ([]byte, error) { return w.Answers(out, q, a), nil }
		}
	}
	t.fast = func(out, line []byte) ([]byte, bool, error) {
		if !r.Read(line) {
			return out, false, nil
		}
		out, err := write(out)
		return out, true, err
	}
	var last *header
	t.fastRow = func(out []byte, h *header, row []byte) ([]byte, bool, error) {
		if h != last {
			r.SetTable(tableColumns(h), byte(h.comma))
			last = h
		}
		if !r.ReadRow(row) {
			return out, false, nil
		}
		out, err := write(out)
		return out, true, err
	}
	return t
}

// tableColumns returns the columns of a table for the fast path, or nil if the
// fast path can't read the table.
func tableColumns(h *header) (columns []fast.Column) {
	if h.scores != nil {
		return nil
	}
	for _, p := range h.columns.Parts() {
		columns = append(columns, fast.Column(p))
	}
	return columns
}

// fastWriter returns a fast writer for the format, or nil if there is none.
func (f *Format) fastWriter(q *fit.Quiz) *fast.Writer {
	switch {
	case len(f.Fields) > 0 || f.CSV:
		return fast.NewBriefWriter(q, f.Fields, f.CSV)
	case f.Texts:
		return fast.NewWriter(q, fast.Whole)
	}
	return fast.NewWriter(q, fast.Scores)
}
