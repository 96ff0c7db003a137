package fit

import (
	"fmt"
	"slices"
)

// A Skip is the reason a question was skipped. It is empty if the question
// wasn't skipped.
type Skip string

// Reasons to skip. For skills and the start, only Unsure is allowed.
const (
	Unsure  Skip = "unsure"  // can't choose
	Unclear Skip = "unclear" // doesn't understand the question
	None    Skip = "none"    // nothing here appeals
)

// Skips lists the reasons in the order that they are offered.
var Skips = []Skip{Unsure, Unclear, None}

// A CardRating is how much a person wants the job on a role card.
type CardRating string

// The ratings of a role card.
const (
	Want  CardRating = "want"
	Maybe CardRating = "maybe"
	Pass  CardRating = "pass"
)

// CardRatings lists the ratings in the order in which they are offered.
var CardRatings = []CardRating{Want, Maybe, Pass}

// A Tolerance is how well a condition works for a person.
type Tolerance string

// The tolerances of a condition.
const (
	Fine      Tolerance = "fine"
	RatherNot Tolerance = "rather-not"
	Refuse    Tolerance = "refuse"
)

// Tolerances lists the tolerances in the order in which they are offered.
var Tolerances = []Tolerance{Fine, RatherNot, Refuse}

// Answers are all answers of one person, and where that person is in the
// interview.
type Answers struct {
	ID          string
	Pack        string   // id of the pack
	Roles       []string // ids of the roles asked about; empty means all of the pack
	Seed        uint64   // orders what is shown
	Seeded      bool     // whether Seed is known
	Taken       string   // RFC 3339
	All         []Answer // in the order given
	Cards       []Card
	Start       StartAnswer
	Holds       string // id of a role that the person has and likes; "" when that isn't known
	Conditions  []ConditionAnswer
	Skills      []Rating
	Offers      []OfferAnswer
	ExtraRounds int      // rounds of more questions that the person accepted after the verdict
	Finished    bool     // the person ended the questions early
	Stopped     bool     // the person ended the part after its questions: nothing else of it is asked
	SkillsOnly  bool     // only skills are asked: the rest was answered for an earlier result
	BackTo      string   // the step gone back to, as KIND:ID; "" when at the latest one
	Uncounted   int      // answers whose facets the pack no longer has
	Previous    []Rating // levels of an earlier result: suggested, not counted
}

// An Answer is the best and the worst option of a question, or a skip.
type Answer struct {
	Question string
	Best     string // key of an option
	Worst    string // key of an option
	Skip     Skip
	Seconds  float64 // negative if unknown
	Shown    string  // the facets of an assembled question that the quiz no longer asks; see Quiz.Answered
}

// A Card is the answer to the role card of one role.
type Card struct {
	Role   string // id
	Rating CardRating
}

// A StartAnswer is where the person comes from, or a skip. The id is that of a
// start of the pack or, for a person who has the job of a role already,
// "current:" and the role's id.
type StartAnswer struct {
	ID   string
	Skip Skip
}

// CurrentPrefix begins the id of a start that is one of the quiz's roles.
const CurrentPrefix = "current:"

// A ConditionAnswer is the answer to one condition.
type ConditionAnswer struct {
	Condition string
	Tolerance Tolerance
}

// An OfferAnswer accepts or declines an offer.
type OfferAnswer struct {
	Offer string // id of the offer
	Yes   bool
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

// Card returns the rating of a role's card; "" when it isn't rated.
func (a *Answers) Card(role string) CardRating {
	for _, c := range a.Cards {
		if c.Role == role {
			return c.Rating
		}
	}
	return ""
}

// Tolerance returns the answer to a condition; "" when there is none.
func (a *Answers) Tolerance(condition string) Tolerance {
	for _, c := range a.Conditions {
		if c.Condition == condition {
			return c.Tolerance
		}
	}
	return ""
}

// offered returns whether an offer was accepted, and whether it was answered.
func (a *Answers) offered(id string) (yes, answered bool) {
	for _, o := range a.Offers {
		if o.Offer == id {
			return o.Yes, true
		}
	}
	return false, false
}

// level returns the level in a skill, and whether it is rated.
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
