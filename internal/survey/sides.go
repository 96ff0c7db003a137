package survey

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
)

// sides reads the best and worst option of a question from its columns.
func (r *row) sides(q *questionColumns, a *fit.Answer) {
	best, worst, skip := r.answer(q.best), r.answer(q.worst), r.content(q.skip)
	switch {
	case skip != "":
		a.Skip = fit.Skip(skip)
		if why := skipOf(skip); why != "" {
			a.Skip = why
		} else if isBlank(skip) {
			a.Skip = ""
		}
	case skipOf(best) != "" && (worst == "" || squash(best) == squash(worst)):
		a.Skip = skipOf(best)
		return
	}
	if best != "" || worst != "" {
		a.Best, a.Worst = r.key(q, q.best), r.key(q, q.worst)
		return
	}
	for _, columns := range [][fit.MaxShown]int{q.options, q.numbered} {
		if cells := r.grid(columns); cells != nil {
			r.fromGrid(q, a, cells, columns == q.numbered)
			return
		}
	}
	if len(q.whole) > 0 {
		r.fromList(q, a, q.whole[0])
	}
}

// key returns the key of the option in a column. It prefers the column that
// repeats it as ids to the option's text.
func (r *row) key(q *questionColumns, at int) string {
	if id, ok := r.idsOf[at]; ok && q.byKey(r.content(id)) >= 0 {
		return q.reader.key(r.content(id))
	}
	return q.reader.key(r.answer(at))
}

// grid returns the cells of a grid's columns, or nil if all are empty.
func (r *row) grid(columns [fit.MaxShown]int) []string {
	cells, empty := make([]string, len(columns)), true
	for i, at := range columns {
		cells[i] = r.answer(at)
		empty = empty && cells[i] == ""
	}
	if empty {
		return nil
	}
	return cells
}

// fromGrid reads a grid. Its cells contain best and worst, the places of the
// options, or the options in these places.
func (r *row) fromGrid(q *questionColumns, a *fit.Answer, cells []string, numbered bool) {
	if numbered && r.byPlace(q, cells) {
		a.Best, a.Worst = q.reader.key(cells[0]), q.reader.key(last(cells, len(q.reader.question.Options)))
		return
	}
	if places := placesOf(cells); places != nil {
		r.fromPlaces(q, a, places)
		return
	}
	keys := q.reader.question.Keys()
	var bests, worsts []string
	for i, cell := range cells {
		switch {
		case cell == "" || i >= len(keys):
		case sideOfCell(cell) == bestSide:
			bests = append(bests, keys[i])
		case sideOfCell(cell) == worstSide:
			worsts = append(worsts, keys[i])
		default:
			r.unexpected(Unknown, fmt.Sprintf("option %s of question %q", keys[i], q.reader.question.ID), cell, "best or worst")
		}
	}
	switch {
	case len(bests) > 1:
		r.skip(TwoBests, "question %q has two bests, %s, expected one", q.reader.question.ID, strings.Join(bests, " and "))
	case len(worsts) > 1:
		r.skip(TwoWorsts, "question %q has two worsts, %s, expected one", q.reader.question.ID, strings.Join(worsts, " and "))
	}
	a.Best, a.Worst = strings.Join(bests, ""), strings.Join(worsts, "")
}

// sideOfCell returns the side that a cell of a grid names, by a word or by the
// code for the grid's first or second column.
func sideOfCell(cell string) side {
	switch codeOf(cell) {
	case "1":
		return bestSide
	case "2":
		return worstSide
	}
	return sideOf(cell)
}

// byPlace reports whether each column of a ranking is a place and its cells are
// options, as in LimeSurvey.
func (r *row) byPlace(q *questionColumns, cells []string) bool {
	if cells[0] == "" || len(cells) > 1 && sideOfCell(cells[0]) != noSide && codeOf(cells[0]) == "" {
		return false
	}
	var seen []int
	for i, cell := range cells[:len(q.reader.question.Options)] {
		at := q.option(cell)
		if at < 0 || slices.Contains(seen, at) {
			return false
		}
		if _, err := strconv.Atoi(cells[i]); err == nil && !r.limeSurvey {
			return false
		}
		seen = append(seen, at)
	}
	return true
}

// placesOf parses cells as whole numbers, with 0 for empty cells. It returns
// nil if a cell isn't a number.
func placesOf(cells []string) []int {
	var places []int
	for _, cell := range cells {
		n, err := strconv.Atoi(cell)
		if cell != "" && (err != nil || n < 1) {
			return nil
		}
		places = append(places, n)
	}
	return places
}

// fromPlaces reads the places of the options: the first place is best, and the
// last is worst. If only two options have a number, as in a MaxDiff question in
// Qualtrics, the higher one is best.
func (r *row) fromPlaces(q *questionColumns, a *fit.Answer, places []int) {
	keys := q.reader.question.Keys()
	var ranked []int
	for i, place := range places {
		if place > 0 && i < len(keys) {
			ranked = append(ranked, i)
		}
	}
	slices.SortStableFunc(ranked, func(x, y int) int { return places[x] - places[y] })
	if len(ranked) == 0 {
		return
	}
	first, final := ranked[0], ranked[len(ranked)-1]
	switch {
	case len(ranked) == 2 && r.qualtrics && len(keys) > 2:
		first, final = final, first
	case len(ranked) < len(keys) && places[final] != len(keys):
		r.skip(Half, "question %q has no last place, expected a place for each of its %d options", q.reader.question.ID, len(keys))
		return
	}
	switch {
	case len(ranked) > 1 && places[ranked[0]] == places[ranked[1]]:
		r.skip(TwoBests, "question %q has two options in place %d, expected one", q.reader.question.ID, places[ranked[0]])
		return
	case len(ranked) > 1 && places[ranked[len(ranked)-2]] == places[ranked[len(ranked)-1]]:
		r.skip(TwoWorsts, "question %q has two options in place %d, expected one", q.reader.question.ID, places[ranked[len(ranked)-1]])
		return
	}
	a.Best, a.Worst = keys[first], keys[final]
}

// fromList reads a cell that lists all options from best to worst.
func (r *row) fromList(q *questionColumns, a *fit.Answer, at int) {
	cell := r.answer(at)
	if cell == "" {
		return
	}
	if why := skipOf(cell); why != "" {
		a.Skip = why
		return
	}
	keys := q.list(cell)
	if id, ok := r.idsOf[at]; ok && keys == nil {
		keys = q.list(r.content(id))
	}
	if keys == nil {
		r.unexpected(Unknown, fmt.Sprintf("question %q", q.reader.question.ID), cell, fmt.Sprintf("its %d options from best to worst", len(q.reader.question.Options)))
		return
	}
	a.Best, a.Worst = keys[0], last(keys, len(keys))
}

func last(items []string, n int) string { return items[n-1] }

// checkNumbers refuses a person whose options are numbered from 0. They are if
// a 0 names an option, and the number of the last option never does.
func (r *row) checkNumbers() {
	if r.numbers != nil || len(r.questions) == 0 || r.questions[0].best >= 0 && r.origin(r.questions[0].best) == fromZero {
		return
	}
	zero := false
	for _, q := range r.questions {
		for _, cell := range []string{r.content(q.best), r.content(q.worst)} {
			if cell == strconv.Itoa(len(q.reader.question.Options)) {
				return
			}
			zero = zero || cell == "0"
		}
	}
	if zero {
		r.problem("a best or worst option is 0, and none has the number of the last option, expected numbers from 1; to read numbers from 0: --map FILE, with numbers: 0")
	}
}
