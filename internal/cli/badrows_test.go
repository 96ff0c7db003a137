package cli

import (
	"fmt"
	"os"
	"testing"

	"github.com/stretchr/testify/require"
)

// A problem of many rows is reported once, with the number of rows. The advice at
// the end is about tables.
func TestOneCauseIsReportedOnce(t *testing.T) {
	inFolder(t)
	table := "id,free-week.best,free-week.worst\n"
	for i := range 30 {
		table += fmt.Sprintf("r%d,Ja %d,nein\n", i, i)
	}
	require.NoError(t, os.WriteFile("survey.csv", []byte(table), 0o600))
	for _, command := range [][]string{{"score"}, {"team"}, {"score", "--dry-run"}, {"score", "--pages", "pages"}} {
		_, status, said := run(t, "", append(command, "survey.csv")...)
		require.Equal(t, exitFailed, status)
		require.Contains(t, said, `survey.csv:2: r0: no question can be used: `)
		require.Contains(t, said, "survey.csv: 29 more with the same problem as row 2: rows 3, 4, 5, 6, 7 and others\n")
		require.NotContains(t, said, "survey.csv:3:")
		if command[0] == "score" {
			require.Contains(t, said, "30 lines could not be ")
			require.Contains(t, said, "--map FILE (rolefit help groups)")
		}
	}
	require.NoError(t, os.WriteFile("mixed.csv", []byte("id,free-week.best,free-week.worst\na,a,b\nb,x,y\nc,a,b,c\nd,a,b,c,d\n"), 0o600))
	_, _, said := run(t, "", "score", "mixed.csv")
	require.Contains(t, said, "mixed.csv:3: b: no question")
	require.Contains(t, said, "mixed.csv:4: c: has 4 cells")
	require.Contains(t, said, "mixed.csv: 1 more with the same problem as row 4: row 5\n")
}
