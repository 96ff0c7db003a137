package batch

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/survey"
)

// If the organizer names the column that identifies people, only the last
// answers of each count. Without that, each row counts.
func TestLastAnswersCount(t *testing.T) {
	text := "Mail,Note,free-week.best,free-week.worst\nann,\"two\nlines\",a,b\nbob,,b,a\n,,c,a\nann,,c,b\nbob,,d,a\n,,c,a\nann,,d,b\n"
	for _, chunk := range []int{1, 30, 0} {
		tr := trial{format: Format{Fields: []string{"id"}}, texts: []string{text}}
		tr.MaxBad, tr.Chunk, tr.Map = -1, chunk, (*survey.Map)(nil).WithID("Mail")
		got, notes, sum, err := tr.run(t)
		require.NoError(t, err)
		require.Equal(t, 4, sum.People)
		require.Equal(t, `{"id":"row-4"} {"id":"bob"} {"id":"row-7"} {"id":"ann"}`, strings.Join(strings.Fields(got), " "))
		require.Contains(t, notes, "f0: 2 people answered more than once, so only their last answers count; left out: rows 2, 3 and 5")
		described, _, err := DryRun(t.Context(), &tr.Options)
		require.NoError(t, err)
		require.Contains(t, described, notes[len(notes)-1])
		tr.Map = nil
		_, _, sum, err = tr.run(t)
		require.NoError(t, err)
		require.Equal(t, 7, sum.People)
	}
}

// The first part of a table shows where numbers start, however it arrives. Later
// rows don't change that.
func TestNumbersDoNotDependOnChunks(t *testing.T) {
	text := "id,free-week.best,free-week.worst,Linux\n"
	for i := range sampleSize / 12 {
		text += fmt.Sprintf("r%d,1,4,%d\n", i, 1+i%4+i/1000*i/1000%2)
	}
	text += "late,1,4,0\n"
	var first string
	for _, chunk := range []int{2000, 50000, 0} {
		tr := trial{format: Format{Fields: []string{"id", "answered"}}, texts: []string{text}}
		tr.MaxBad, tr.Chunk = -1, chunk
		got, notes, _, err := tr.run(t)
		require.NoError(t, err)
		require.Contains(t, strings.Join(notes, "\n"), "levels are numbered from 1 to 5")
		require.Contains(t, strings.Join(notes, "\n"), `the level of "linux" is "0 of 1 to 5"`)
		if first == "" {
			first = got + strings.Join(notes, "\n")
		}
		require.Equal(t, first, got+strings.Join(notes, "\n"))
	}
}
