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

// Team counts the people in the sources. A source contains answers or full
// results, one per line or row, or a single person's document, which may be
// YAML or indented JSON. People don't need an id.
func Team(ctx context.Context, o *Options) (*insight.Team, Summary, error) {
	r := newRun(o)
	r.anonymous, r.results = true, true
	var teams []*insight.Team // one per worker
	sum, err := r.process(ctx, io.Discard, func() task {
		team := insight.NewTeam(o.Pack)
		teams = append(teams, team)
		return task{
			person: func(out []byte, q *fit.Quiz, a *fit.Answers) ([]byte, error) { return out, team.AddAnswers(q, a) },
			result: team.Add,
			score:  team.AddScores,
		}
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

// readScores reads scores in the format of fit.Scores. It returns nil for
// anything else.
func readScores(text []byte) (*fit.Scores, error) {
	if !bytes.Contains(text, []byte(`"verdict"`)) {
		return nil, nil
	}
	scores := new(fit.Scores)
	if err := json.Unmarshal(text, scores); err != nil || scores.Verdict == "" {
		return nil, nil
	}
	switch scores.Schema {
	case fit.ScoresSchema:
	case "":
		if scores.Fits == nil {
			return nil, errors.New("holds only part of a result, expected at least its verdict and fits, as score prints, or answers")
		}
	default:
		return nil, nil
	}
	return scores, nil
}

// readResult reads a result. It returns nil for anything else.
func readResult(text []byte) (*fit.Result, error) {
	if !bytes.Contains(text, []byte(`"schema"`)) && !bytes.Contains(text, []byte(`"verdict"`)) {
		return nil, nil
	}
	var head struct {
		Schema  string
		Verdict fit.Verdict
	}
	switch err := json.Unmarshal(text, &head); {
	case err != nil, !strings.HasPrefix(head.Schema, "rolefit/"):
		return nil, nil
	case head.Schema == fit.ScoresSchema:
		return nil, nil
	case head.Schema != fit.ResultSchema:
		return nil, fmt.Errorf("schema is %q, expected %q or answers", head.Schema, fit.ResultSchema)
	}
	result := new(fit.Result)
	if err := json.Unmarshal(text, result); err != nil {
		return nil, fmt.Errorf("is not a result: %v", err)
	}
	return result, nil
}
