package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/rolefit/rolefit/internal/batch"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/survey"
	"github.com/rolefit/rolefit/internal/wording"
)

// readMap reads the file of --map, or returns nil without one.
func (a *app) readMap(name string) (*survey.Map, error) {
	if name == "" {
		return nil, nil
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, failedf("reading %s: %v", wording.Quote(name), wording.Cause(err))
	}
	return survey.ParseMap(name, data)
}

// dryRun prints what was understood of the files.
func (a *app) dryRun(ctx context.Context, options *batch.Options, o batchOptions) error {
	options.Bad = func(b batch.BadLine) { fmt.Fprintln(a.env.Err, b) }
	options.Note = func(string) {} // the lines say more
	lines, sum, err := batch.DryRun(ctx, options)
	if err != nil {
		return a.batchStopped(err, sum)
	}
	if err := a.print(ctx, []byte(strings.Join(lines, "\n")+"\n")); err != nil {
		return err
	}
	return a.batchEnded("read", o.maxErrors, sum)
}

// scoreTable scores the one person in a table, or returns nil if a file isn't
// one.
func (a *app) scoreTable(ctx context.Context, p *fit.Pack, name string, data []byte) (*fit.Result, error) {
	var bad []batch.BadLine
	options := &batch.Options{
		Pack: p, MaxBad: -1, Bad: func(b batch.BadLine) { bad = append(bad, b) }, Note: func(note string) { a.say("%s", note) },
		Sources: []batch.Source{{Name: name, Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(data)), nil }}},
	}
	if is, err := batch.IsTable(options, data); err != nil || !is {
		return nil, err
	}
	options.CSV = true
	answers, people, err := batch.One(ctx, options)
	switch {
	case err != nil:
		return nil, err
	case len(bad) > 0:
		return nil, errors.New(bad[0].String())
	case people != 1:
		return nil, failedf("%s holds %s, expected one", wording.Quote(name), wording.Plural(people, "person", "people")).hint("for all of them: rolefit score FILE, or rolefit team FILE")
	}
	q, err := fit.NewQuiz(p, nil)
	if err != nil {
		return nil, err
	}
	return fit.Score(q, answers), nil
}
