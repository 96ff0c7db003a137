package fit

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// A vector is answers and what was worked out from them by hand. An answer is
// "dimension-letter shown best worst"; best "-" is a skip, "none" one as None.
type vector struct {
	Why     string
	Answers []string
	Cards   map[string]CardRating
	Verdict Verdict
	Reason  Reason
	Named   []string
	Fits    map[string]float64
	Lead    Lead
	Places  map[string]int
	Changes *int
}

func TestVectors(t *testing.T) {
	files, err := filepath.Glob("../../testdata/vectors/*.json")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".json"), func(t *testing.T) {
			data, err := os.ReadFile(file)
			require.NoError(t, err)
			var v vector
			require.NoError(t, json.Unmarshal(data, &v))
			checkVector(t, v)
		})
	}
}

func checkVector(t *testing.T, v vector) {
	q, tally := tallyOf(v.Answers)
	in := Interest{Cards: make([]CardRating, len(q.Roles)), Asked: len(v.Answers)}
	for i, r := range q.Roles {
		in.Cards[i] = v.Cards[r.ID]
	}
	for _, answer := range v.Answers {
		if strings.Contains(answer, " none") {
			in.None++
		}
	}
	s := tally.Standing().With(in, false)
	require.Equal(t, v.Verdict, s.Verdict)
	require.Equal(t, v.Reason, s.Reason)
	require.ElementsMatch(t, v.Named, q.ids(s.Named))
	fits := map[string]float64{}
	places := map[string]int{}
	for i, r := range s.Judged {
		fits[q.Roles[r].ID] = *FitOf(tally.roles[r].s(), tally.roles[r].n())
		places[q.Roles[r].ID] = tally.places(s.Judged)[i]
	}
	require.InDeltaMapValues(t, v.Fits, fits, 1e-6)
	require.Equal(t, v.Lead.Role, q.Roles[s.Leader].ID)
	require.Equal(t, v.Lead.Over, q.Roles[s.Second].ID)
	require.InDelta(t, v.Lead.Points, s.Lead, 1e-6)
	require.InDelta(t, v.Lead.StdErr, s.StdErr, 1e-6)
	require.InDelta(t, v.Lead.ClearAt, clearAt(s.StdErr), 1e-6)
	if v.Places != nil {
		require.Equal(t, v.Places, places)
	}
	if v.Changes != nil {
		require.Equal(t, *v.Changes, tally.changesNeeded(s.Leader, s.Second))
	}
}

// The package comment works out one of the vectors.
func TestWorkedExample(t *testing.T) {
	manual, err := os.ReadFile("doc.go")
	require.NoError(t, err)
	data, err := os.ReadFile("../../testdata/vectors/worked-example.json")
	require.NoError(t, err)
	var v vector
	require.NoError(t, json.Unmarshal(data, &v))
	for id, fit := range v.Fits {
		require.Regexp(t, fmt.Sprintf(`\n//\t%s .* %.1f      %d\n`, id, fit, v.Places[id]), string(manual))
	}
	text := strings.ReplaceAll(string(manual), "\n// ", " ")
	require.Contains(t, text, fmt.Sprintf("by %.1f points", v.Lead.Points))
	require.Contains(t, text, fmt.Sprintf("= %.1f points, so clearAt is %.1f and a rival is close below %.1f", v.Lead.StdErr, v.Lead.ClearAt, LeaningShare*v.Lead.ClearAt))
	require.Contains(t, text, fmt.Sprintf("Changes is %d.", *v.Changes))
	for _, n := range []float64{12, 18, 24} {
		require.Regexp(t, fmt.Sprintf("%.1f( points)? after %.0f", clearAt(onFitScale(4/(3*n))), n), text)
	}
}

// tallyOf tallies answers such as "f ABCD A B", to questions made for them.
func tallyOf(answers []string) (*Quiz, *Tally) {
	q := &Quiz{}
	for _, id := range []string{"A", "B", "C", "D", "E"} {
		if strings.Contains(strings.Join(answers, " "), id) {
			q.Roles = append(q.Roles, &Role{ID: id})
		}
	}
	t := NewTally(q)
	for _, line := range answers {
		part := strings.Fields(line)
		question := &Question{Dimension: map[string]Dimension{"f": Focus, "k": Skills, "s": Success}[part[0]]}
		for _, r := range part[1] {
			question.Options = append(question.Options, Option{Key: string(r), role: q.roleIndex(string(r))})
		}
		if part[2] != "-" && part[2] != "none" {
			t.Add(question, question.option(part[2]), question.option(part[3]))
		}
	}
	return q, t
}
