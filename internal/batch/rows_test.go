package batch

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
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
