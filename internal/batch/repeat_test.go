package batch

import (
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
)

// notesOf counts the people in files and returns the notes about them.
func notesOf(t *testing.T, files map[string]string, names ...string) (people int, notes []string) {
	o := Options{Pack: pack.Builtin(), MaxBad: -1, Note: func(n string) { notes = append(notes, n) }, BadLine: func(b BadLine) { notes = append(notes, b.String()) }}
	for _, name := range names {
		o.Sources = append(o.Sources, Source{Name: name, Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(files[name])), nil }})
	}
	_, sum, err := Team(t.Context(), &o)
	require.NoError(t, err)
	return sum.People, notes
}

const eachCounts = "Each of these counts as a person. If someone submitted twice, delete the copies and run this again."

// Rows with the same answers are reported, whatever the time, unless another
// cell differs or there are too few questions. So are rows with the same id.
func TestRepeatedRows(t *testing.T) {
	var head, cells []string
	q, err := fit.NewQuiz(pack.Builtin(), nil)
	require.NoError(t, err)
	for _, x := range q.Questions[:minSame] {
		head, cells = append(head, x.ID+".best", x.ID+".worst"), append(cells, "a", "b")
	}
	answers := strings.Join(cells, ",")
	files := map[string]string{
		"long":  lines("Timestamp,seed,Your name,"+strings.Join(head, ","), "2026/11/28 10:39:41 PM GMT+1,1,Ann,"+answers, "2026/11/28 10:39:41 PM GMT+1,2,Bob,"+answers, "2026/11/28 10:40:02 PM GMT+1,3,Ann,"+answers),
		"short": lines("free-week.best,free-week.worst", "a,b", "a,b"),
		"ids":   lines("id,free-week.best,free-week.worst", "r1,a,b", "r2,a,b", "r1,c,b"),
	}
	people, notes := notesOf(t, files, "long", "short", "ids")
	require.Equal(t, 8, people, "each row counts")
	require.Equal(t, []string{`long: columns left out: "Your name"`, "long: rows 2 and 4 have the same answers", "ids: rows 2 and 4 have the same id", eachCounts}, notes)
}

// The same file twice is reported, and so are two documents in one stream.
func TestRepeatedDocuments(t *testing.T) {
	ann := "{\n  \"id\": \"ann\",\n  \"answers\": {\"free-week\": {\"best\": \"a\", \"worst\": \"b\"}}\n}\n"
	files := map[string]string{"ann.json": ann, "ann (1).json": ann, "-": ann + "\n" + strings.ReplaceAll(ann, "ann", "bob") + "{\n  \"id\": 1\n}" + ann}
	people, notes := notesOf(t, files, "ann.json", "ann (1).json")
	require.Equal(t, 2, people)
	require.Equal(t, []string{"ann (1).json:1 and ann.json:1 have the same answers", eachCounts}, notes)
	people, notes = notesOf(t, files, "-")
	require.Equal(t, 3, people)
	require.Len(t, notes, 3)
	require.Contains(t, notes[0], "-:10: 1: id is ")
	require.Equal(t, "-: lines 1 and 13 have the same answers", notes[1])
}
