package batch

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
)

// TestRowsWithQuotes compares random rows with the same rows whose first cell
// has quotes, which the fast path refuses and which mean the same.
func TestRowsWithQuotes(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	for _, header := range []string{
		"id,free-week.best,free-week.worst,new-service.worst,new-service.best",
		"id;free-week.best;Remarks;new-service.best;new-service.worst;free-week.worst;good-tuesday.best;good-tuesday.worst",
		"id,free-week.best,free-week.worst,start,card.sre,skill.linux",
		"id,free-week.best,free-week.worst,seed,new-service.skip,new-service.best,new-service.worst",
		"id,free-week.best,free-week.worst,free-week.ranking",
		"Name,free-week.best,free-week.worst,new-service.best,new-service.worst",
	} {
		comma, fast, slow := ",", []string{header}, []string{header}
		if strings.Contains(header, ";") {
			comma = ";"
		}
		for i := range 2000 {
			row := randomRow(rng, i, strings.Count(header, comma), comma)
			id, rest, _ := strings.Cut(row, comma)
			fast, slow = append(fast, row), append(slow, `"`+id+`"`+comma+rest)
		}
		for _, format := range []Format{{Fields: BriefFields()}, {}} {
			a, b := trial{texts: []string{lines(fast...)}, format: format}, trial{texts: []string{lines(slow...)}, format: format}
			a.MaxBad, b.MaxBad = -1, -1
			want, wantBad, wantSum, err := b.run(t)
			require.NoError(t, err, header)
			got, gotBad, gotSum, err := a.run(t)
			require.NoError(t, err)
			for i := range wantBad {
				require.Equal(t, wantBad[i], gotBad[i], header)
			}
			require.Equal(t, wantSum, gotSum)
			require.True(t, want == got, header)
			require.Positive(t, gotSum.People)
		}
	}
}

// randomRow returns a row with an id and n more cells, most of them letters.
func randomRow(rng *rand.Rand, i, n int, comma string) string {
	row := fmt.Sprintf("r%d", i)
	for range n {
		row += comma + []string{"a", "b", "c", "d", ""}[rng.IntN(5)]
	}
	if rng.IntN(4) == 0 {
		at, odd := rng.IntN(len(row)+1), []string{",", " ", "-", "=", "e", "A", "é", "1", "'=", "\t", ";", "b", "<"}
		row = row[:at] + odd[rng.IntN(len(odd))] + row[at:]
	}
	if rng.IntN(50) == 0 {
		row += "\r"
	}
	return row
}

// A row is equivalent to the same line of JSON: both are accepted with the same
// answers, or the line is refused and the row is refused or partly skipped.
func TestRowMatchesLine(t *testing.T) {
	values := map[string][]string{
		"id":                {"r1", "r1", "ü", "x\ty", "", strings.Repeat("i", 1001)},
		"pack":              {"", "ops-roles", "other"},
		"taken":             {"", "2026-01-02T15:04:05Z"},
		"seed":              {"", "0", "42", "042", "-1", "1.5", "9007199254740993"},
		"free-week.best":    {"", "a", "b", "c", "e", "A", "4", "5"},
		"free-week.worst":   {"", "a", "b", "d", "ab"},
		"free-week.skip":    {"", "", "", "none", "unsure", "never"},
		"free-week.seconds": {"", "", "3", "1.5", "1e1", "-1", "x", "1e9", "0x1", "NaN"},
		"new-service.best":  {""},
		"new-service.worst": {""},
		"new-service.skip":  {"", "unclear"},
		"skill.linux":       {"", "0", "4", "5", "03", "unsure", "none", "2.5"},
		"card.card-2":       {"", "", "want", "yes"},
		"card.cloud":        {"", "", "Pass", "maybe"},
		"card.sre":          {"", "", "no", "true", "nobody"},
		"start":             {"", "", "current:sre", "backend"},
	}
	names := slices.Sorted(maps.Keys(values))
	r := rand.New(rand.NewPCG(1, 2))
	accepted := 0
	for range 1000 {
		var cells []string
		line := map[string]any{"answers": map[string]any{"free-week": map[string]any{}, "new-service": map[string]any{}}, "skills": map[string]any{}, "cards": map[string]any{}}
		for _, name := range names {
			value := values[name][0]
			if r.IntN(3) == 0 {
				value = values[name][r.IntN(len(values[name]))]
			}
			cells = append(cells, `"`+value+`"`)
			setIn(line, name, value)
		}
		text, err := json.Marshal(line)
		require.NoError(t, err)
		asJSON, _ := readOne(t, string(text), false)
		asCSV, problem := readOne(t, strings.Join(names, ",")+"\n"+strings.Join(cells, ",")+"\n", true)
		if asJSON == nil {
			require.True(t, asCSV == nil || problem != "", "%s", text)
			continue
		}
		require.Equal(t, asJSON, asCSV, "%s: %s", text, problem)
		require.Empty(t, problem, "%s", text)
		accepted++
	}
	require.Greater(t, accepted, 70)
}

// setIn sets the value of a cell at its place in the JSON object.
func setIn(line map[string]any, name, value string) {
	at, key, ok := strings.Cut(name, ".")
	to := line
	switch {
	case at == "skill":
		to = line["skills"].(map[string]any)
	case at == "card":
		to = line["cards"].(map[string]any)
	case ok:
		to = line["answers"].(map[string]any)[at].(map[string]any)
	default:
		key = name
	}
	switch {
	case value == "":
	case at == "skill" && value == "unsure":
		to[key] = map[string]any{"skip": value}
	case (at == "skill" || key == "seed" || key == "seconds") && json.Valid([]byte(value)):
		to[key] = json.RawMessage(value)
	default:
		to[key] = value
	}
}

// readOne returns the answers in a text, or nil, and the last message.
func readOne(t *testing.T, text string, csv bool) (a *fit.Answers, problem string) {
	o := Options{Pack: pack.Builtin(), CSV: csv, MaxBad: -1, BadLine: func(b BadLine) { problem = b.Message }, Note: func(note string) {
		if !strings.Contains(note, " stopped after ") {
			problem = note
		}
	},
		Sources: []Source{{Name: "f", Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }}}}
	r := newRun(&o)
	_, err := r.process(t.Context(), io.Discard, func() task {
		return task{person: func(out []byte, _ *fit.Quiz, got *fit.Answers) ([]byte, error) {
			a = &fit.Answers{}
			*a = *got
			a.Form, a.Finished = false, false // a row is from a form
			a.All, a.Skills = slices.Clone(got.All), slices.Clone(got.Skills)
			if len(a.All) == 0 {
				a.All = nil
			}
			if len(a.Skills) == 0 {
				a.Skills = nil
			}
			return out, nil
		}}
	})
	require.NoError(t, err, text)
	return a, problem
}
