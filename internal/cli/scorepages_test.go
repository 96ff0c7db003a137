package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Each person gets a page of their own. Whatever their id is, the page is in the
// folder, and the id can't add markup.
func TestScorePages(t *testing.T) {
	inFolder(t)
	table := "Mail,free-week.best,free-week.worst\n"
	ids := []string{"ann@example.com", "ANN@example.com", "../../etc/x", `c:\x`, "-o", ".hidden", "<b>&.html", "con", "LPT1.txt", strings.Repeat("é", 300)}
	for i, id := range ids {
		table += fmt.Sprintf("%s,%s,d\n", id, []string{"a", "b"}[i%2])
	}
	require.NoError(t, os.WriteFile("survey.csv", []byte(table), 0o600))
	before := len(namesIn(t, "."))
	out, status, said := run(t, "", "score", "--pages", filepath.Join("new", "pages"), "--id", "Mail", "survey.csv")
	require.Equal(t, exitDone, status, said)
	require.Empty(t, out)
	require.Contains(t, said, "wrote 10 pages to ")
	require.Equal(t, []string{"ANN@example.com-2.html", "ann@example.com.html", "c--x.html", "etc-x.html", "hidden.html", "html.html", "o.html", "person-LPT1.txt.html", "person-con.html", strings.Repeat("é", 50) + ".html"},
		namesIn(t, filepath.Join("new", "pages")))
	require.Len(t, namesIn(t, "."), before+1)
	ann, err := os.ReadFile(filepath.Join("new", "pages", "ann@example.com.html"))
	require.NoError(t, err)
	require.Contains(t, string(ann), "Debug an outage that nobody has been able to explain")

	// Writing again replaces the pages, and a link in the folder isn't followed.
	link := filepath.Join("new", "pages", "o.html")
	require.NoError(t, os.Remove(link))
	if os.Symlink(filepath.Join("..", "..", "survey.csv"), link) == nil {
		_, status, said = run(t, "", "score", "--pages", filepath.Join("new", "pages"), "--id", "mail", "survey.csv")
		require.Equal(t, exitDone, status, said)
		require.Len(t, namesIn(t, filepath.Join("new", "pages")), 10)
		same, err := os.ReadFile("survey.csv")
		require.NoError(t, err)
		require.Equal(t, table, string(same))
	}

	_, status, said = run(t, "", "score", "--pages", "survey.csv", "survey.csv")
	require.Equal(t, exitFailed, status)
	require.Contains(t, said, `rolefit: writing to "survey.csv": `)
	for _, other := range [][]string{{"--format", "csv"}, {"-o", "x"}, {"--brief"}, {"--texts"}} {
		_, status, _ = run(t, "", append([]string{"score", "--pages", "x", "survey.csv"}, other...)...)
		require.Equal(t, exitUsage, status, other)
	}
}

// namesIn returns the sorted names of the files in a folder.
func namesIn(t *testing.T, folder string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	require.NoError(t, err)
	for _, e := range entries {
		names = append(names, e.Name())
	}
	slices.Sort(names)
	return names
}
