package batch

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
)

// surveyOf returns a table of all questions of a form. The person in each row
// likes SRE least in the first questions and best in the others, so that an
// interview would take long. mistake changes a row's cells for one question.
func surveyOf(t testing.TB, quote string, rows int, mistake func(row, question int) (cells [2]string, changed bool)) string {
	q, err := fit.NewQuiz(pack.Builtin(), nil)
	require.NoError(t, err)
	form := q.Planned()
	header := []string{"id"}
	for _, x := range form {
		header = append(header, x.ID+".best", x.ID+".worst")
	}
	table := []string{strings.Join(header, ",")}
	for row := range rows {
		cells := []string{fmt.Sprint(quote, "r", row, quote)}
		for i, x := range form {
			two := [2]string{}
			for o, option := range x.Options {
				switch {
				case option.Role == "sre":
					two[0] = option.Key
				case two[1] == "" && (o+i)%2 == 0 || o == len(x.Options)-1 && two[1] == "":
					two[1] = option.Key
				}
			}
			if i < disliked {
				two[0], two[1] = two[1], two[0]
			}
			if changed, ok := mistake(row, i); ok {
				two = changed
			}
			cells = append(cells, two[:]...)
		}
		table = append(table, strings.Join(cells, ","))
	}
	return lines(table...)
}

const disliked = 3

// The verdict doesn't depend on which question a person couldn't answer, nor on
// whether the fast path reads the row, nor is someone who stopped halfway
// treated differently.
func TestSlipsDoNotMakeResultsProvisional(t *testing.T) {
	mistakes := map[string]func(row, question int) ([2]string, bool){
		"same twice": func(row, question int) ([2]string, bool) { return [2]string{"a", "a"}, row == question },
		"half":       func(row, question int) ([2]string, bool) { return [2]string{"a", ""}, row == question },
		"blank":      func(row, question int) ([2]string, bool) { return [2]string{}, row == question },
		"skipped":    func(row, question int) ([2]string, bool) { return [2]string{"unsure", ""}, row == question },
		"stopped":    func(row, question int) ([2]string, bool) { return [2]string{}, question >= max(row, 16) },
	}
	for name, mistake := range mistakes {
		for _, format := range []Format{{Fields: []string{"id", "verdict", "provisional"}}, {}, {Texts: true}, {Fields: BriefFields()}} {
			tr := trial{format: format, texts: []string{surveyOf(t, "", 24, mistake)}}
			tr.MaxBad = -1
			got, _, sum, err := tr.run(t)
			require.NoError(t, err)
			require.Equal(t, 24, sum.People)
			require.Equal(t, 24, strings.Count(got, `"verdict":"clear"`), "%s\n%.300s", name, got)
			require.NotContains(t, got, `"provisional":true`, name)
			tr.texts = []string{surveyOf(t, `"`, 24, mistake)}
			want, _, _, err := tr.run(t)
			require.NoError(t, err)
			require.Equal(t, want, got, "the fast path and the slow one")
		}
	}
}

// Messages name the questions that were skipped, the columns that are missing,
// and where people stopped. A question without a column for its worst option
// isn't found.
func TestSurveyNotes(t *testing.T) {
	text := surveyOf(t, "", 6, func(row, question int) ([2]string, bool) {
		switch {
		case row >= 4:
			return [2]string{}, question >= 8*(row-3)
		case question == row/2:
			return [2]string{"a", "a"}, true
		}
		return [2]string{}, false
	})
	text = strings.Replace(text, "proud-next-year.worst", "something else", 1)
	tr := trial{texts: []string{text}}
	tr.MaxBad = -1
	_, notes, _, err := tr.run(t)
	require.NoError(t, err)
	slips := []string{
		"f0: 4 questions of 4 people were skipped, because best and worst were the same (rows 2, 3, 4 and 5): free-week (2) and learn-from-the-best (2)",
		"f0: 6 questions of 6 people were skipped, because the best or the worst was missing (rows 2, 3, 4, 5, 6 and others): proud-next-year (6)",
		"f0: 2 people stopped after 8 to 16 of 24 questions (rows 6 and 7)",
	}
	require.Equal(t, append([]string{
		"f0: columns are missing for 1 question: proud-next-year (worst)",
		`f0: columns left out: "something else"`,
	}, slips...), notes)
	described, _, err := DryRun(t.Context(), &tr.Options)
	require.NoError(t, err)
	require.Equal(t, append([]string{
		"6 people can be read, 0 lines cannot",
		"f0: 23 of 24 questions found, 1 column ignored",
		"  columns are missing: proud-next-year (worst)",
		`  ignored: "something else"`,
	}, slips...), described[:7])

	tr.Map = tr.Map.WithID("Email Adress")
	_, _, _, err = tr.run(t)
	require.ErrorContains(t, err, `names column "Email Adress", which isn't in the table; columns that answer no question: "id" and "something else"`)
}
