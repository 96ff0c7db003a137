package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/batch"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/survey"
	"github.com/rolefit/rolefit/internal/wording"
)

// readMap reads the file that --map names, or returns nil if none is named.
func (a *app) readMap(ctx context.Context, name string) (*survey.Map, error) {
	switch name {
	case "":
		return nil, nil
	case "-":
		return nil, usagef("--map is -, expected a file, because standard input may contain the answers")
	}
	data, err := a.read(ctx, name)
	if err != nil {
		return nil, err
	}
	return survey.ParseMap(name, data)
}

// dryRun prints how the files were understood.
func (a *app) dryRun(ctx context.Context, options *batch.Options, o batchOptions) error {
	a.reportBad(options, func() {})
	options.Note = func(string) {} // the printed lines say more than these notes
	lines, sum, err := batch.DryRun(ctx, options)
	if err != nil {
		return a.batchStopped(err, sum)
	}
	if err := a.print(ctx, []byte(strings.Join(lines, "\n")+"\n")); err != nil {
		return err
	}
	if sum.People == 0 && sum.Bad == 0 {
		return failedf("no answers found").hint("expected JSON, YAML or CSV with one or more people: rolefit help groups")
	}
	return a.batchEnded("read", o.maxErrors, sum)
}

// surveyFlags adds --map and --dry-run.
func surveyFlags(cmd *cobra.Command, mapping *string, dryRun *bool) {
	cmd.Flags().StringVar(mapping, "map", "", "read the columns as described in `FILE`")
	cmd.Flags().BoolVar(dryRun, "dry-run", false, "only show how rolefit reads the answers")
}

// A surveyFile is a file that may have been exported by a survey tool.
type surveyFile struct {
	pack    *fit.Pack
	mapping *survey.Map
	name    string
	data    []byte
}

// options returns the options for reading data as the file's content.
func (s *surveyFile) options(data []byte, bad func(batch.BadLine)) *batch.Options {
	return &batch.Options{
		Pack: s.pack, Map: s.mapping, MaxBad: -1, BadLine: bad,
		Sources: []batch.Source{{Name: s.name, Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(data)), nil }}},
	}
}

// scoreTable scores the only person in a table. It returns nil if the file
// isn't a table.
func (a *app) scoreTable(ctx context.Context, s *surveyFile) (*fit.Result, error) {
	var bad *batch.BadLine // first bad line
	options := s.options(s.data, func(b batch.BadLine) {
		if bad == nil {
			bad = &b
		}
	})
	is, err := batch.IsTable(options, s.data)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", wording.Quote(s.name), err)
	}
	if !is {
		return nil, nil
	}
	options.CSV, options.Note = true, func(note string) { a.say("%s", note) }
	answers, people, err := batch.One(ctx, options)
	switch {
	case err != nil:
		return nil, err
	case bad != nil:
		return nil, errors.New(bad.String())
	case people != 1:
		return nil, failedf("%s contains %s, expected one", wording.Quote(s.name), wording.Plural(people, "person", "people")).hint("for all of them: %s, or %s", a.command("score FILE"), a.command("team FILE"))
	}
	return s.score(answers)
}

// scoreObject scores one person's answers in the format of SurveyJS. It returns
// nil if the file has another format.
func (a *app) scoreObject(ctx context.Context, s *surveyFile) *fit.Result {
	var line bytes.Buffer
	if json.Compact(&line, s.data) != nil {
		return nil
	}
	bad := false
	var notes []string
	options := s.options(line.Bytes(), func(batch.BadLine) { bad = true })
	options.Note = func(note string) { notes = append(notes, note) }
	answers, people, err := batch.One(ctx, options)
	if err != nil || bad || people != 1 {
		return nil
	}
	r, err := s.score(answers)
	if err != nil {
		return nil
	}
	for _, note := range notes {
		a.say("%s", note)
	}
	return r
}

func (s *surveyFile) score(answers *fit.Answers) (*fit.Result, error) {
	q, err := fit.NewQuiz(s.pack, nil)
	if err != nil {
		return nil, err
	}
	return fit.Score(q, answers), nil
}
