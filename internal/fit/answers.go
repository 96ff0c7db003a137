package fit

import (
	"fmt"
	"slices"
)

// A Skip is the reason for which a question was passed over; empty when it
// was not.
type Skip string

// The reasons to skip. Skills and cards know only Unsure.
const (
	Unsure  Skip = "unsure"  // cannot choose
	Unclear Skip = "unclear" // does not understand the question
	None    Skip = "none"    // nothing here appeals
)

// Skips lists the reasons in the order in which they are offered.
var Skips = []Skip{Unsure, Unclear, None}

// Answers are what one person said, in the order in which it was given.
type Answers struct {
	ID             string
	Pack           string
	Roles          []string // the roles asked for; empty means all of the pack
	Seed           uint64
	Seeded         bool // whether Seed is known
	Taken          string
	All            []Answer
	Cards          Cards
	Skills         []Rating
	Finished       bool     // the person ended the questions early
	QuestionsFixed bool     // the questions were those of an earlier result: no way leads back to them
	AllSkills      bool     // the person wants to rate the remaining skills too
	BackTo         string   // the step gone back to, "" when at the front
	Previous       []Rating // levels of an earlier result, shown beside the question and not counted
}

// An Answer is the best and worst option of one question, or a skip.
type Answer struct {
	Question string
	Best     string // an option's key
	Worst    string
	Skip     Skip
	Seconds  float64 // negative when unknown
}

// Cards is the choice between the untitled role summaries: role ids, or a skip.
type Cards struct {
	Best  string
	Worst string
	Skip  Skip
}

// A Rating is a skill and one's level in it, or a skip.
type Rating struct {
	Skill string
	Level int
	Skip  Skip
}

// Answer finds the answer to a question; nil when there is none.
func (a *Answers) Answer(question string) *Answer {
	for i := range a.All {
		if a.All[i].Question == question {
			return &a.All[i]
		}
	}
	return nil
}

// Rating finds the rating of a skill; nil when there is none.
func (a *Answers) Rating(skill string) *Rating {
	for i := range a.Skills {
		if a.Skills[i].Skill == skill {
			return &a.Skills[i]
		}
	}
	return nil
}

// level is the rated level of a skill, and whether it is rated.
func (a *Answers) level(skill string) (int, bool) {
	r := a.Rating(skill)
	if r == nil || r.Skip != "" {
		return 0, false
	}
	return r.Level, true
}

// Check says what is wrong with an answer to this question, or nil.
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
	for _, pick := range []struct{ name, key string }{{"best", a.Best}, {"worst", a.Worst}} {
		if pick.key == "" {
			return fmt.Errorf("%s is missing, expected a letter from %s to %s, or a skip", pick.name, q.Options[0].Key, last)
		}
		if q.option(pick.key) < 0 {
			return fmt.Errorf("%s is %q, expected one of %s", pick.name, pick.key, q.Keys())
		}
	}
	if a.Best == a.Worst {
		return fmt.Errorf("best and worst are both %q, expected two different options", a.Best)
	}
	return nil
}

// Keys lists the letters of the options, in file order.
func (q *Question) Keys() []string {
	keys := make([]string, len(q.Options))
	for i, o := range q.Options {
		keys[i] = o.Key
	}
	return keys
}
