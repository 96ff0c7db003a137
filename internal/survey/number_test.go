package survey

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
)

// The numbers in all rows show where each column's numbers start. A column whose
// numbers may start at 0 or 1 is skipped, and the reason is given.
func TestOrigins(t *testing.T) {
	prompt, _ := freeWeek(builtin(t))
	header := []string{prompt + " (best)", prompt + " (worst)", "Linux", "Scripting", "card-1", "condition-on-call", "start"}
	for _, x := range []struct {
		name string
		rows string // the first one is read
		want string
		note string
		m    *Map
	}{
		{"from 1", "1 2 2 1 1 3 1/4 3 5 4 3 1 2", "ab linux=1 scripting=0 want on-call=refuse backend", "levels are numbered from 1 to 5", nil},
		{"from 0", "0 1 2 0 0 2 0/3 2 4 4 1 1 1", "ab linux=2 scripting=0 want on-call=refuse backend", "choices are numbered from 0", nil},
		{"levels from 0, others from 1", "1 4 2 0 2 3 1", "ad linux=2 scripting=0 maybe on-call=refuse backend", "", nil},
		{"codes", "A1 A4 A2 A1 A2 A3 A1/A1 A2 A5 A1 A3 A1 A1", "ad linux=1 scripting=0 maybe on-call=refuse backend", "levels are numbered from 1 to 5", nil},
		{"decimals", "1,0 4,0 2,0 0,0 2,0 3,0 1,0", "ad linux=2 scripting=0 maybe on-call=refuse backend", "", nil},
		{"levels of which none is the first or the last", "1 4 2 3 1 1 1", "ad want on-call=fine backend skipped=2", "", nil},
		{"nothing known", "a b 2 3 1 1 1", "ab skipped=5", "", nil},
		{"texts need no numbers", "a b on_my_own 3 want refuse 2", "ab linux=2 on-call=refuse want skipped=2", "", nil},
		{"columns that differ", "1 4 2 2 1 1 1/1 4 0 5 1 1 1", "ad linux=2 scripting=1 want on-call=fine backend", "levels are numbered from 1 to 5", nil},
		{"a column with both", "1 4 2 2 1 1 1/1 4 0 5 1 1 1/1 4 5 4 1 1 1", "ad scripting=1 want on-call=fine backend skipped=1", "levels are numbered from 1 to 5", nil},
		{"later rows that differ", "1 4 5 1 0 1 1", "ad linux=4 scripting=0 backend on-call=fine skipped=1", "levels are numbered from 1 to 5", nil},
		{"a map that says so", "1 2 2 3 1 1 1", "ab linux=1 scripting=2 want on-call=fine backend", "", &Map{Numbers: new(1)}},
	} {
		c, err := builtin(t).Match([][]string{header}, x.m)
		require.NoError(t, err)
		var rows [][]string
		for row := range strings.SplitSeq(x.rows, "/") {
			rows = append(rows, strings.Split(row, " "))
		}
		if x.name == "later rows that differ" {
			c.Sample([][]string{{"1", "4", "5", "1", "3", "3", "1"}})
		} else {
			c.Sample(rows)
		}
		a := &fit.Answers{}
		skipped, problems := c.Answers(rows[0], "x", a)
		require.Empty(t, problems, x.name)
		require.ElementsMatch(t, strings.Fields(x.want), strings.Fields(summary(a, skipped)), x.name)
		require.Equal(t, x.note != "", len(c.NumberNotes()) > 0, x.name)
		require.Contains(t, strings.Join(c.NumberNotes(), ""), x.note)
	}
}

// summary lists answers as a test compares them.
func summary(a *fit.Answers, skipped []Skipped) (out string) {
	for _, x := range a.All {
		out += x.Best + x.Worst + " "
	}
	for _, s := range a.Skills {
		out += fmt.Sprintf("%s=%d ", s.Skill, s.Level)
	}
	for _, c := range a.Cards {
		out += string(c.Rating) + " "
	}
	for _, c := range a.Conditions {
		out += fmt.Sprintf("%s=%s ", c.Condition, c.Tolerance)
	}
	if out += a.Start.ID; len(skipped) > 0 {
		out += fmt.Sprintf(" skipped=%d", len(skipped))
	}
	return out
}

// A map whose values mean nothing is refused, and its labels may differ in case.
func TestMapTargets(t *testing.T) {
	header := []string{"Mail Address", "free-week.best"}
	for to, known := range map[string]bool{"nope": false, "x": false, "refuse": true, "Want": true, "b": true, "2": true, "unsure": true, "N/A": true, "backend": true, "on my own": true, "best": true, "sre": true} {
		_, err := builtin(t).Match([][]string{header}, &Map{Values: []mapped{{"Nein", to}}})
		if known {
			require.NoError(t, err, to)
		} else {
			require.EqualError(t, err, fmt.Sprintf("--map reads \"Nein\" as %q, which means nothing in an answer; expected a letter, a number, a word such as want, fine or unsure, or the text of a choice", to))
		}
	}
	c, err := builtin(t).Match([][]string{header}, (*Map)(nil).WithID("mail address"))
	require.NoError(t, err)
	require.True(t, c.NamesPeople())
	_, err = builtin(t).Match([][]string{header}, (*Map)(nil).WithID("mail adress"))
	require.ErrorContains(t, err, `(did you mean "Mail Address"?)`)
}
