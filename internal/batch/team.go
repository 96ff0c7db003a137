package batch

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
)

// Team counts the people of the sources: answers or results, a line each, or
// one person's in a file of its own, which may be YAML or indented JSON. An id
// is not needed, and is not looked at.
func Team(ctx context.Context, o *Options) (*insight.Team, Summary, error) {
	o.whole = true
	var teams []*insight.Team
	sum, err := run(ctx, o, io.Discard, func() (lineHandler, error) {
		d, err := newDecoder(o.answers)
		if err != nil {
			return nil, err
		}
		w := &teamLine{decoder: d, team: insight.NewTeam(o.Pack)}
		teams = append(teams, w.team)
		return w.line, nil
	})
	if err != nil {
		return nil, sum, err
	}
	all := insight.NewTeam(o.Pack)
	for _, t := range teams {
		all.Merge(t)
	}
	return all, sum, nil
}

// teamLine counts the people of one worker.
type teamLine struct {
	*decoder
	team    *insight.Team
	answers fit.Answers
}

func (w *teamLine) line(_ *part, line []byte) error {
	if w.scanner.read(line) {
		w.scanner.fill(&w.answers)
		return w.team.Add(fit.Score(w.quiz, &w.answers))
	}
	if r, err := result(line); r != nil || err != nil {
		if err == nil {
			err = w.team.Add(r)
		}
		return err
	}
	q, a, err := w.reader.Answers("", line)
	if err != nil {
		return errors.New(messages(err))
	}
	return w.team.Add(fit.Score(q, a))
}

// result reads a result; nil when the line is none.
func result(line []byte) (*fit.Result, error) {
	if !bytes.Contains(line, []byte(`"schema"`)) {
		if bytes.Contains(line, []byte(`"verdict"`)) {
			return nil, errors.New("is only a part of a result, expected a whole one, as score prints without --brief and --fields, or answers")
		}
		return nil, nil
	}
	var head struct{ Schema string }
	if json.Unmarshal(line, &head) != nil || !strings.HasPrefix(head.Schema, "rolefit/") {
		return nil, nil
	}
	if head.Schema != fit.ResultSchema {
		return nil, fmt.Errorf("schema is %q, expected %q or answers", head.Schema, fit.ResultSchema)
	}
	var r fit.Result
	if err := json.Unmarshal(line, &r); err != nil {
		return nil, fmt.Errorf("is not a result: %v", err)
	}
	return &r, nil
}
