package batch

import (
	"github.com/rolefit/rolefit/internal/batch/fast"
	"github.com/rolefit/rolefit/internal/fit"
)

// withFastPath returns the task with its fast field set; the output stays the
// same. Unless the format asks for some fields of a whole result, rows of CSV
// and lines that the fast path refuses are scored faster too.
func withFastPath(t task, q *fit.Quiz, f *Format) task {
	r, person := fast.NewReader(q), t.person
	if f != nil {
		if w := f.fastWriter(q); w != nil {
			t.fast = func(out, line []byte) ([]byte, bool, error) {
				if !r.Read(line) {
					return out, false, nil
				}
				return w.Line(out, r), true, nil
			}
			t.person = func(out []byte, q *fit.Quiz, a *fit.Answers) ([]byte, error) { return w.Answers(out, q, a), nil }
			return t
		}
	}
	var a fit.Answers
	t.fast = func(out, line []byte) ([]byte, bool, error) {
		if !r.Read(line) {
			return out, false, nil
		}
		r.Answers(&a)
		out, err := person(out, q, &a)
		return out, true, err
	}
	return t
}

// fastWriter returns a writer of the format, or nil if there is none.
func (f *Format) fastWriter(q *fit.Quiz) *fast.Writer {
	switch {
	case len(f.Fields) > 0 || f.CSV:
		return fast.NewBriefWriter(q, f.Fields, f.CSV)
	case f.Texts:
		return fast.NewWriter(q, fast.Whole)
	}
	return fast.NewWriter(q, fast.Scores)
}
