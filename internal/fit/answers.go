package fit

import (
	"fmt"
	"slices"
)

// A Skip is the reason a question was skipped. It is empty if the question
// wasn't skipped.
type Skip string

// Reasons to skip. Skills and cards accept only Unsure.
const (
	Unsure  Skip = "unsure"  // can't choose
	Unclear Skip = "unclear" // doesn't understand the question
	None    Skip = "none"    // nothing here appeals
)

// Skips lists the reasons in the order that they are offered.
var Skips = []Skip{Unsure, Unclear, None}

// Answers holds all answers of one person and that person's position in the
// interview.
type Answers struct {
	ID             string
	Pack           string   // id of the pack
	Roles          []string // ids of the roles asked about; empty means all roles of the pack
	Seed           uint64   // determines the order of options and cards
	Seeded         bool     // whether Seed is known
	Taken          string   // RFC 3339
	All            []Answer // in the order they were answered
	Cards          Cards
	Skills         []Rating
	Finished       bool     // the person ended the questions early
	QuestionsFixed bool     // the questions were answered for an earlier result and are final
	AllSkills      bool     // the person wants to rate the remaining skills too
	BackTo         string   // id of the step the person went back to; empty at the latest step
	Previous       []Rating // levels from an earlier result, which are suggested but don't count
}

// An Answer is the best and the worst option of a question, or a skip.
type Answer struct {
	Question string
	Best     string // key of an option
	Worst    string // key of an option
	Skip     Skip
	Seconds  float64 // negative if unknown
}

// Cards is the best and the worst role card, or a skip.
type Cards struct {
	Best  string // id of a role
	Worst string // id of a role
	Skip  Skip
}

// A Rating is a person's level in a skill, or a skip.
type Rating struct {
	Skill string
	Level int
	Skip  Skip
}

// Answer returns the answer to a question, or nil.
func (a *Answers) Answer(question string) *Answer {
	for i := range a.All {
		if a.All[i].Question == question {
			return &a.All[i]
		}
	}
	return nil
}

// Rating returns the rating of a skill, or nil.
func (a *Answers) Rating(skill string) *Rating {
	for i := range a.Skills {
		if a.Skills[i].Skill == skill {
			return &a.Skills[i]
		}
	}
	return nil
}

// level returns the level of a skill and whether it is rated.
func (a *Answers) level(skill string) (int, bool) {
	r := a.Rating(skill)
	if r == nil || r.Skip != "" {
		return 0, false
	}
	return r.Level, true
}

// Check returns an error if the answer isn't a valid answer to the question.
func (q *Question) Check(a Answer) error {
	if a.Skip != "" {
		if !slices.Contains(Skips, a.Skip) {
			return fmt.Errorf("skip is %q, expected one of %s", a.Skip, Skips)
		}
		if a.Best != "" || a.Worst != "" {
			return fmt.Errorf("both skipped and answered, expected one of the two")
		}
		return nil
	}
	last := q.Options[len(q.Options)-1].Key
	for _, side := range []struct{ name, key string }{{"best", a.Best}, {"worst", a.Worst}} {
		if side.key == "" {
			return fmt.Errorf("%s is missing, expected a letter from %s to %s, or a skip", side.name, q.Options[0].Key, last)
		}
		if q.option(side.key) < 0 {
			return fmt.Errorf("%s is %q, expected one of %s", side.name, side.key, q.Keys())
		}
	}
	if a.Best == a.Worst {
		return fmt.Errorf("best and worst are both %q, expected two different options", a.Best)
	}
	return nil
}

// Keys returns the keys of the options in file order.
func (q *Question) Keys() []string {
	keys := make([]string, len(q.Options))
	for i, o := range q.Options {
		keys[i] = o.Key
	}
	return keys
}

// OptionKey returns the option key for a word in a form. The word can be a
// letter in either case or, as some people write, the number of the option in
// file order. Other words are returned unchanged.
func OptionKey(word string) string {
	if len(word) != 1 {
		return word
	}
	switch c := word[0]; {
	case c >= '1' && c <= '9':
		return string('a' + rune(c-'1'))
	case c >= 'A' && c <= 'Z':
		return string(rune(c) + 'a' - 'A')
	}
	return word
}
