package batch

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/safetext"
)

// errEmptyRow is the error for a row without content, which is skipped.
var errEmptyRow = errors.New("empty row")

// maxText is the maximum length of an id in characters, as in package pack.
const maxText = 1000

// row handles a row of CSV and returns its id.
func (w *worker) row(out []byte, h *header, line []byte) (_ []byte, id string, err error) {
	cells, err := w.cells.split(line, h.comma)
	if err != nil {
		return out, "", err
	}
	empty := true
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
		empty = empty && cells[i] == ""
	}
	if empty {
		return out, "", errEmptyRow
	}
	r := row{run: w.run, header: h, cells: cells}
	id = shortID(r.cell("id"))
	if len(cells) != h.columns {
		return out, id, fmt.Errorf("has %d cells, expected %d as the row of column names has", len(cells), h.columns)
	}
	if r.answers(&w.answers); len(r.problems) > 0 {
		return out, id, errors.New(join(r.problems))
	}
	out, err = w.person(out, w.quiz, &w.answers)
	return out, id, err
}

// A row holds the cells of one person.
type row struct {
	*run
	header   *header
	cells    []string
	problems []string
}

// cell returns the content of the column with the given name.
func (r *row) cell(name string) string {
	column, ok := r.header.fields[name]
	if !ok {
		return ""
	}
	return r.at(column)
}

func (r *row) at(column int) string {
	if column < 0 || column >= len(r.cells) {
		return ""
	}
	return r.cells[column]
}

func (r *row) problem(format string, args ...any) {
	r.problems = append(r.problems, fmt.Sprintf(format, args...))
}

func (r *row) unexpected(what, value, expected string) {
	r.problem("%s is %q, expected %s", what, shortID(value), expected)
}

// answers reads the row into a. Empty cells are not answered.
func (r *row) answers(a *fit.Answers) {
	*a = fit.Answers{All: a.All[:0], Cards: a.Cards[:0], Conditions: a.Conditions[:0], Skills: a.Skills[:0], ID: r.id(), Pack: r.cell("pack"), Taken: r.cell("taken")}
	if a.Pack != "" && a.Pack != r.Pack.ID {
		r.unexpected("pack", a.Pack, fmt.Sprintf("%q", r.Pack.ID))
	}
	if a.Taken != "" && new(time.Time).UnmarshalText([]byte(a.Taken)) != nil {
		r.unexpected("taken", a.Taken, "a moment such as 2026-01-02T15:04:05Z")
	}
	if seed := r.cell("seed"); seed != "" {
		a.Seed, a.Seeded = parseWhole(seed, fit.MaxSeed)
		if !a.Seeded {
			r.unexpected("seed", seed, fmt.Sprintf("a whole number from 0 to %d", fit.MaxSeed))
		}
	}
	for i := range r.header.questions {
		r.answer(a, &r.header.questions[i])
	}
	for _, s := range r.header.skills {
		r.rating(a, s)
	}
	for _, c := range r.header.cards { // after the answers, which decide what cards were shown
		r.card(a, c)
	}
	r.start(a)
	for _, c := range r.header.conditions {
		r.condition(a, c)
	}
}

func (r *row) id() string {
	id := strings.ReplaceAll(r.cell("id"), "\n", " ")
	switch i := strings.IndexFunc(id, safetext.HasControl); {
	case id == "" && !r.anonymous:
		r.problem("has no id, expected one for each person")
	case i >= 0:
		c, _ := utf8.DecodeRuneInString(id[i:])
		r.problem("id holds the control character %U, expected plain text", c)
	case utf8.RuneCountInString(id) > maxText:
		r.problem("id has more than %d characters, expected at most that", maxText)
	}
	return id
}

// answer reads the answer to one question. If it has two options, one choice
// implies the other.
func (r *row) answer(a *fit.Answers, q *questionColumns) {
	x := q.question
	answer := fit.Answer{Question: x.ID, Best: fit.OptionKey(r.at(q.best)), Worst: fit.OptionKey(r.at(q.worst)), Skip: fit.Skip(r.at(q.skip)), Seconds: -1}
	if seconds := r.at(q.seconds); seconds != "" {
		n, err := strconv.ParseFloat(seconds, 64)
		if err != nil || !json.Valid([]byte(seconds)) || n < 0 || n >= fit.MaxSeconds {
			r.unexpected(fmt.Sprintf("seconds of question %q", x.ID), seconds, "a number of seconds, 0 or more")
			return
		}
		answer.Seconds = n
	}
	if answer.Best == "" && answer.Worst == "" && answer.Skip == "" {
		if answer.Seconds >= 0 {
			r.problem("question %q has seconds and no answer, expected best and worst, or a skip", x.ID)
		}
		return
	}
	if len(x.Options) == 2 && answer.Skip == "" {
		keys := x.Keys()
		answer.Best, answer.Worst = cmp.Or(answer.Best, otherOf(keys, answer.Worst)), cmp.Or(answer.Worst, otherOf(keys, answer.Best))
	}
	if err := x.Check(answer); err != nil {
		r.problem("question %q: %v", x.ID, err)
		return
	}
	a.All = append(a.All, answer)
}

// otherOf returns the other of two keys, or "" if key is neither.
func otherOf(keys []string, key string) string {
	switch key {
	case keys[0]:
		return keys[1]
	case keys[1]:
		return keys[0]
	}
	return ""
}

// rating reads the level of a skill, or unsure.
func (r *row) rating(a *fit.Answers, s namedColumn) {
	value := r.at(s.column)
	if value == "" {
		return
	}
	rating := fit.Rating{Skill: s.id}
	if value == string(fit.Unsure) {
		rating.Skip = fit.Unsure
	} else if n, ok := parseWhole(value, fit.MaxLevel); ok {
		rating.Level = int(n)
	} else {
		r.unexpected(fmt.Sprintf("the level of %q", s.id), value, fmt.Sprintf("a whole number from 0 to %d", fit.MaxLevel))
		return
	}
	a.Skills = append(a.Skills, rating)
}

// card reads the rating of a role card, by its role or its place.
func (r *row) card(a *fit.Answers, c namedColumn) {
	value := strings.ToLower(r.at(c.column))
	if value == "" {
		return
	}
	role := c.id
	if !slices.ContainsFunc(r.quiz.Roles, func(r *fit.Role) bool { return r.ID == role }) {
		role = r.quiz.CardRole(a, role)
	}
	switch rating := pack.CardRating(value); {
	case rating == "":
		r.unexpected(fmt.Sprintf("card %q", c.id), value, "want, maybe or pass")
	case a.Card(role) != "":
		r.problem("the card of %q is rated twice, expected it once", c.id)
	default:
		a.Cards = append(a.Cards, fit.Card{Role: role, Rating: rating})
	}
}

// start reads where the person comes from, or unsure.
func (r *row) start(a *fit.Answers) {
	switch value := r.cell("start"); {
	case value == string(fit.Unsure):
		a.Start.Skip = fit.Unsure
	case value != "" && !r.quiz.KnowsStart(value):
		known := ids(r.Pack.Starts, func(s fit.Start) string { return s.ID })
		r.unexpected("start", value, "one of "+strings.Join(append(known, "current:ROLE"), ", "))
	default:
		a.Start.ID = value
	}
}

// condition reads whether a condition works for the person.
func (r *row) condition(a *fit.Answers, c namedColumn) {
	value := fit.Tolerance(r.at(c.column))
	switch {
	case value == "":
	case !slices.Contains(fit.Tolerances, value):
		r.unexpected(fmt.Sprintf("condition %q", c.id), string(value), "fine, rather-not or refuse")
	default:
		a.Conditions = append(a.Conditions, fit.ConditionAnswer{Condition: c.id, Tolerance: value})
	}
}

// parseWhole parses a whole number up to most, without a sign or a leading
// zero.
func parseWhole(s string, most uint64) (uint64, bool) {
	n, err := strconv.ParseUint(s, 10, 64)
	return n, err == nil && n <= most && strconv.FormatUint(n, 10) == s
}
