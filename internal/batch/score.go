package batch

import (
	"context"
	"io"

	"github.com/rolefit/rolefit/internal/fit"
)

// Score writes a line for each person's answers: an object of the fields, or a
// row of CSV below one of column names.
func Score(ctx context.Context, o *Options, out io.Writer, f Form) (Summary, error) {
	if f.CSV {
		if _, err := out.Write(f.head(o.Pack)); err != nil {
			return Summary{}, err
		}
	}
	return run(ctx, o, out, func() (lineHandler, error) { return newScorer(o, f) })
}

// newScorer makes what scores the lines of one worker.
func newScorer(o *Options, f Form) (lineHandler, error) {
	d, err := newDecoder(o.answers)
	if err != nil {
		return nil, err
	}
	if f.brief() {
		b := &brief{decoder: d, form: f, quizzes: map[*fit.Quiz]*briefQuiz{}}
		return b.line, nil
	}
	w := &full{decoder: d, form: f}
	return w.line, nil
}

// full writes fields of the whole result.
type full struct {
	*decoder
	form    Form
	answers fit.Answers
}

func (w *full) line(p *part, line []byte) error {
	q, a := w.quiz, &w.answers
	if w.scanner.read(line) {
		w.scanner.fill(a)
	} else {
		var err error
		if q, a, err = w.slow(line); err != nil {
			return err
		}
	}
	var err error
	p.out, err = w.form.result(p.out, q.Pack, fit.Score(q, a))
	return err
}
