package batch

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/safetext"
	"github.com/rolefit/rolefit/internal/survey"
)

// Limits of a run.
const (
	MaxLine      = 256 << 10 // bytes of a line or of a row of CSV
	MaxWorkers   = 256
	defaultChunk = 256 << 10
	partSize     = 64 << 10 // bytes of output passed to the writer at once
	perWorker    = 3        // chunks in progress
)

// Options configures a run.
type Options struct {
	Pack     *fit.Pack
	Sources  []Source
	CSV      bool        // the input is CSV, even if it doesn't look like it
	JSON     bool        // the input is JSON, even if it looks like CSV
	Map      *survey.Map // what the columns of CSV hold, or nil
	Workers  int         // 0 means the number of processors
	Chunk    int         // bytes of a chunk; 0 means a good default
	MaxBad   int         // stop after more bad lines than this; negative means never
	Bad      func(BadLine)
	Note     func(string)   // receives warnings about the input
	Progress func(Progress) // called whenever a part is written; may be nil
}

// A Source is one input.
type Source struct {
	Name string // used in messages
	Open func() (io.ReadCloser, error)
}

// A BadLine is a line that could not be read.
type BadLine struct {
	File    string
	Line    int
	ID      string // the respondent's id, or empty if unknown
	Message string
}

// String formats the line as "file:line: id: message".
func (b BadLine) String() string {
	id := b.ID
	if id == "" {
		id = "-"
	}
	return safetext.Sanitize(fmt.Sprintf("%s:%d: %s: %s", b.File, b.Line, id, b.Message))
}

// Progress describes how far a run has come.
type Progress struct {
	Bytes int64 // bytes of the input on disk
	Lines int
}

// A Summary describes a finished run.
type Summary struct {
	People int // read and handled
	Bad    int // lines
}

// ErrTooManyBad is the error of a run stopped by Options.MaxBad.
var ErrTooManyBad = errors.New("too many bad lines")

// Score writes one line per person: an object with the fields of the format, or
// a row of CSV below a header.
func Score(ctx context.Context, o *Options, out io.Writer, f Format) (Summary, error) {
	if err := f.Check(); err != nil {
		return Summary{}, err
	}
	if f.CSV {
		if _, err := out.Write(f.header(o.Pack)); err != nil {
			return Summary{}, err
		}
	}
	r := newRun(o)
	r.format = &f
	return r.run(ctx, out, func() task {
		return task{person: func(out []byte, q *fit.Quiz, a *fit.Answers) ([]byte, error) {
			return f.append(out, q.Pack, fit.Score(q, a))
		}}
	})
}

// Each calls a function for each person, in input order. Answers need no id
// here. They are valid until the function returns.
func Each(ctx context.Context, o *Options, each func(*fit.Quiz, *fit.Answers)) (Summary, error) {
	r := newRun(o)
	r.Workers, r.anonymous = 1, true
	return r.run(ctx, io.Discard, func() task {
		return task{person: func(out []byte, q *fit.Quiz, a *fit.Answers) ([]byte, error) {
			each(q, a)
			return out, nil
		}}
	})
}
