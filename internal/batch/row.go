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
	*a = fit.Answers{All: a.All[:0], Skills: a.Skills[:0], ID: r.id(), Pack: r.cell("pack"), Taken: r.cell("taken")}
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
	r.cards(a)
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
func (r *row) rating(a *fit.Answers, s skillColumn) {
	value := r.at(s.column)
	if value == "" {
		return
	}
	rating := fit.Rating{Skill: s.skill}
	if value == string(fit.Unsure) {
		rating.Skip = fit.Unsure
	} else if n, ok := parseWhole(value, fit.MaxLevel); ok {
		rating.Level = int(n)
	} else {
		r.unexpected(fmt.Sprintf("the level of %q", s.skill), value, fmt.Sprintf("a whole number from 0 to %d", fit.MaxLevel))
		return
	}
	a.Skills = append(a.Skills, rating)
}

// cards reads the answer about the role cards, by role or by letter.
func (r *row) cards(a *fit.Answers) {
	c := fit.Cards{Best: r.card(a, "cards.best"), Worst: r.card(a, "cards.worst"), Skip: fit.Skip(r.cell("cards.skip"))}
	switch {
	case c.Skip != "" && c.Skip != fit.Unsure:
		r.unexpected("skip of the cards", string(c.Skip), string(fit.Unsure))
	case c.Skip != "" && c.Best+c.Worst != "":
		r.problem("cards are both skipped and answered, expected one of the two")
	case (c.Best == "") != (c.Worst == "") && len(r.problems) == 0:
		r.problem("cards have only one of best and worst, expected both, or a skip")
	case c.Best != "" && c.Best == c.Worst:
		r.problem("cards have role %q both as best and as worst, expected two different ones", c.Best)
	}
	a.Cards = c
}

func (r *row) card(a *fit.Answers, name string) string {
	value := r.cell(name)
	if value == "" {
		return ""
	}
	roles := ids(r.quiz.Roles, func(r *fit.Role) string { return r.ID })
	if slices.Contains(roles, value) {
		return value
	}
	role := r.quiz.CardRole(a, fit.OptionKey(value))
	if role == "" {
		r.unexpected(name, value, "a card's letter or one of "+strings.Join(roles, ", "))
		return ""
	}
	return role
}

// parseWhole parses a whole number up to most, without a sign or a leading
// zero.
func parseWhole(s string, most uint64) (uint64, bool) {
	n, err := strconv.ParseUint(s, 10, 64)
	return n, err == nil && n <= most && strconv.FormatUint(n, 10) == s
}
