package survey

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/spell"
	"github.com/rolefit/rolefit/internal/wording"
)

// This file defines rolefit's own column names, which "rolefit form --format
// csv" writes.

// ownNames maps names to the columns that occur once.
var ownNames = map[string]kind{"id": isID, "pack": isPack, "taken": isTaken, "seed": isSeed, "start": isStart, "holds": isHolds}

// ownParts maps the last part of a name to one of a question's columns.
var ownParts = map[string]kind{"best": isBest, "worst": isWorst, "skip": isSkip, "seconds": isSeconds, "ranking": isWhole}

// ignoreName is the name in a Map for columns without answers.
const ignoreName = "ignore"

// isOwn reports whether a label has the form of rolefit's own names. Case is
// ignored, because spreadsheets capitalize what people type.
func isOwn(label string) bool {
	label = strings.ToLower(label)
	_, plain := ownNames[label]
	kind, _, dotted := strings.Cut(label, ".")
	_, part := ownParts[label[strings.LastIndexByte(label, '.')+1:]]
	return plain || dotted && (part || kind == "card" || kind == "condition" || kind == "skill")
}

// own returns the column with one of rolefit's own names, ignoring case. It
// returns an error if the name has the right form but refers to something that
// isn't in the pack.
func (f *Finder) own(label string) (column, error) {
	name := strings.ToLower(label)
	if k, ok := ownNames[name]; ok {
		return column{kind: k}, nil
	}
	kind, id, dotted := strings.Cut(name, ".")
	if !dotted {
		return column{}, nil
	}
	switch kind {
	case "card", "condition", "skill":
		return f.ownNamed(kind, id, label)
	}
	dot := strings.LastIndexByte(name, '.')
	x, part := f.quiz.Question(name[:dot]), name[dot+1:]
	k, known := ownParts[part]
	switch {
	case x == nil && known && !strings.ContainsAny(name[:dot], " ?."): // R replaces the spaces of a prompt by dots
		return column{}, unknownColumn(label, "question", name[:dot], wording.Names(f.quiz.Questions, func(q *fit.Question) string { return q.ID }))
	case x == nil:
		return column{}, nil
	case known:
		return column{kind: k, question: x}, nil
	}
	if i := f.readers[x.ID].byKey(part); i >= 0 {
		return column{kind: isOption, question: x, number: i}, nil
	}
	return column{}, nil
}

func (f *Finder) ownNamed(kind, id, label string) (column, error) {
	c, known := column{kind: isSkill, id: id}, wording.Names(f.quiz.Pack.Skills, func(s fit.Skill) string { return s.ID })
	switch kind {
	case "card":
		c.kind, known = isCard, wording.Names(f.quiz.Roles, func(r *fit.Role) string { return r.ID })
		if f.quiz.KnowsStep("card:" + id) {
			known = append(known, id)
		}
	case "condition":
		c.kind, known = isCondition, wording.Names(f.quiz.Pack.Conditions, func(c fit.Condition) string { return c.ID })
	}
	switch {
	case slices.Contains(known, id):
		return c, nil
	case strings.ContainsAny(id, " ?"): // a sentence and not a name
		return column{}, nil
	}
	return column{}, unknownColumn(label, kind, id, known)
}

func unknownColumn(name, kind, id string, known []string) error {
	err := fmt.Sprintf("column %q is of a %s that the pack does not have", name, kind)
	if near := spell.Nearest(id, known); near != "" {
		return fmt.Errorf("%s (did you mean %q?)", err, near)
	}
	return errors.New(err)
}

// name returns rolefit's own name for a column.
func (c column) name() string {
	if c.question != nil {
		return c.question.ID + "." + c.part()
	}
	for name, k := range ownNames {
		if k == c.kind {
			return name
		}
	}
	switch c.kind {
	case isCard:
		return "card." + c.id
	case isCondition:
		return "condition." + c.id
	case isSkill:
		return "skill." + c.id
	}
	return ignoreName
}

func (c column) part() string {
	switch c.kind {
	case isOption:
		return c.question.Options[c.number].Key
	case isNumbered:
		return fmt.Sprint(c.number + 1)
	}
	for part, k := range ownParts {
		if k == c.kind {
			return part
		}
	}
	return ""
}
