package survey

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/rolefit/rolefit/internal/fit"
)

// Length limits for an id in characters: in data, as in package pack, and in
// messages.
const (
	maxText  = 1000
	maxShown = 60
)

// A row is the cells of one person and what was found to be wrong with them.
type row struct {
	*Columns
	cells    []string
	skipped  []Skipped
	problems []string // reasons to refuse the whole person
}

// Answers parses one person's cells and stores the answers in a. An empty cell
// means no answer. If the table has no column named id, the person gets the
// given id. Answers returns what it skipped. If there are problems, the person
// can't be used at all.
func (c *Columns) Answers(cells []string, id string, a *fit.Answers) (skipped []Skipped, problems []string) {
	r := row{Columns: c, cells: cells}
	for i := range cells {
		r.normalize(i)
	}
	r.answers(a, id)
	r.checkAny(a)
	r.checkNumbers()
	return r.skipped, r.problems
}

// normalize rewrites a cell: it removes markup, applies the Map, and makes
// numbers start where the rest of this package expects them to.
func (r *row) normalize(i int) {
	if len(r.cells[i]) > 1 || r.values != nil {
		r.cells[i] = plain(r.cells[i])
		if r.values != nil {
			r.cells[i] = r.values.read(r.cells[i])
		}
		if i < len(r.columns) && (r.columns[i].kind >= isBest || r.columns[i].kind == isStart) {
			r.cells[i] = withoutZero(r.cells[i])
		}
	}
	if i < len(r.columns) && r.cells[i] != "" {
		r.renumber(i)
	}
}

// checkAny refuses a person if every answered question was skipped. The columns
// are then probably not what they seem.
func (r *row) checkAny(a *fit.Answers) {
	if len(a.All) > 0 || len(r.problems) > 0 {
		return
	}
	for _, x := range r.skipped {
		if x.Slip < Unreadable {
			r.problems = append(r.problems, x.Text)
		}
	}
	if len(r.problems) > 0 {
		r.problems[0] = "no question can be used: " + r.problems[0]
	}
}

// cell returns the content of the column of a kind, or "" if there is no such
// column.
func (r *row) cell(k kind) string {
	at, ok := r.Columns.at[k]
	if !ok {
		return ""
	}
	return r.content(at)
}

func (r *row) content(column int) string {
	if column < 0 || column >= len(r.cells) {
		return ""
	}
	return strings.TrimSpace(r.cells[column])
}

// answer returns the content of a column, or "" if it means that there is no
// answer.
func (r *row) answer(column int) string {
	if cell := r.content(column); !isBlank(cell) {
		return cell
	}
	return ""
}

func (r *row) problem(format string, args ...any) {
	r.problems = append(r.problems, fmt.Sprintf(format, args...))
}

func (r *row) skip(slip Slip, format string, args ...any) {
	r.skipped = append(r.skipped, Skipped{Slip: slip, Text: fmt.Sprintf(format, args...)})
}

// unexpected skips a cell, or the question that it belongs to.
func (r *row) unexpected(slip Slip, what, value, expected string) {
	r.skip(slip, "%s is %q, expected %s", what, Short(value), expected)
	r.skipped[len(r.skipped)-1].Value = Short(value)
}

// Short returns text, cut to a length that is suitable for a message.
func Short(text string) string {
	if runes := []rune(text); len(runes) > maxShown {
		return string(runes[:maxShown]) + "..."
	}
	return text
}

func (r *row) answers(a *fit.Answers, id string) {
	*a = fit.Answers{All: a.All[:0], Cards: a.Cards[:0], Conditions: a.Conditions[:0], Skills: a.Skills[:0], Pack: r.cell(isPack), Form: true}
	a.ID = r.id(id)
	if a.Pack != "" && a.Pack != r.quiz.Pack.ID {
		r.problem("pack is %q, expected %q", Short(a.Pack), r.quiz.Pack.ID)
	}
	if stamp := r.cell(isTaken); stamp != "" {
		if new(time.Time).UnmarshalText([]byte(stamp)) == nil {
			a.Taken = stamp
		} else if a.Taken = moment(stamp); a.Taken == "" {
			r.skipped = append(r.skipped, Skipped{Slip: Stamp})
		}
	}
	if seed := r.cell(isSeed); seed != "" {
		a.Seed, a.Seeded = wholeNumber(seed, fit.MaxSeed)
		if !a.Seeded {
			r.unexpected(Unreadable, "seed", seed, fmt.Sprintf("a whole number from 0 to %d", fit.MaxSeed))
		}
	}
	r.allQuestions(a)
	for i, c := range r.columns {
		switch value := r.answer(i); {
		case value == "":
		case c.kind == isSkill:
			r.skill(a, c.id, value)
		case c.kind == isCard: // read after the questions, which determine what cards were shown
			r.card(a, c.id, value)
		case c.kind == isCondition:
			r.condition(a, c.id, value)
		}
	}
	r.start(a)
	if a.Holds = r.role(r.answer(r.column(isHolds))); a.Holds == "" && r.answer(r.column(isHolds)) != "" {
		r.unexpected(Unreadable, "holds", r.cell(isHolds), "a role of the pack")
	}
}

// allQuestions reads the answers to the questions. A person whose last questions
// are empty stopped before them.
func (r *row) allQuestions(a *fit.Answers) {
	last := 0
	for i, q := range r.questions {
		before := len(r.skipped)
		answer, ok := r.question(q)
		if ok {
			a.All = append(a.All, answer)
		}
		for j := range r.skipped[before:] {
			if x := &r.skipped[before+j]; x.Slip < Unreadable {
				x.Question = q.reader.question.ID
			}
		}
		if ok || len(r.skipped) > before {
			last = i + 1
		}
	}
	if last > 0 && last < len(r.questions) {
		a.Finished = true
		r.skipped = append(r.skipped, Skipped{Slip: Stopped, After: last, Of: len(r.questions)})
	}
}

// column returns the index of the column of a kind, or -1.
func (r *row) column(k kind) int {
	if at, ok := r.Columns.at[k]; ok {
		return at
	}
	return -1
}

// question returns the answer to a question, and reports whether there is one.
// If a question has two options, choosing one implies the other.
func (r *row) question(q *questionColumns) (answer fit.Answer, ok bool) {
	x := q.reader.question
	answer, before := fit.Answer{Question: x.ID, Seconds: -1}, len(r.skipped)
	r.sides(q, &answer)
	if len(r.skipped) > before {
		r.skipped = r.skipped[:before+1] // one reason is enough
		return answer, false
	}
	if answer.Best == "" && answer.Worst == "" && answer.Skip == "" {
		if seconds := r.content(q.seconds); seconds != "" {
			r.skip(Unreadable, "question %q has seconds and no answer", x.ID)
		}
		return answer, false
	}
	r.seconds(q, &answer)
	if len(x.Options) == 2 && answer.Skip == "" {
		keys := x.Keys()
		answer.Best, answer.Worst = cmp.Or(answer.Best, otherOf(keys, answer.Worst)), cmp.Or(answer.Worst, otherOf(keys, answer.Best))
	}
	if err := x.Check(answer); err != nil {
		r.skip(slipOf(x, answer), "question %q: %v", x.ID, err)
		for _, key := range []string{answer.Best, answer.Worst} {
			if x := &r.skipped[len(r.skipped)-1]; x.Slip == Unknown && !slices.Contains(q.question.Keys(), key) {
				x.Value = Short(key)
			}
		}
		return answer, false
	}
	return answer, true
}

// seconds reads the time that the answer took.
func (r *row) seconds(q *questionColumns, a *fit.Answer) {
	cell := r.content(q.seconds)
	if cell == "" {
		return
	}
	n, err := strconv.ParseFloat(cell, 64)
	if err != nil || !json.Valid([]byte(cell)) || n < 0 || n > fit.MaxSeconds {
		r.unexpected(Unreadable, fmt.Sprintf("seconds of question %q", a.Question), cell, fmt.Sprintf("a number of seconds from 0 to %d", fit.MaxSeconds))
		return
	}
	a.Seconds = n
}

// slipOf returns what is wrong with an invalid answer.
func slipOf(x *fit.Question, a fit.Answer) Slip {
	known := func(key string) bool { return key == "" || slices.Contains(x.Keys(), key) }
	switch {
	case !known(a.Best) || !known(a.Worst) || a.Skip != "":
		return Unknown
	case a.Best == "" || a.Worst == "":
		return Half
	}
	return Same
}

// otherOf returns the other one of two keys. It returns "" if key isn't one of
// the two.
func otherOf(keys []string, key string) string {
	switch key {
	case keys[0]:
		return keys[1]
	case keys[1]:
		return keys[0]
	}
	return ""
}
