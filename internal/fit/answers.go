package fit

import (
	"fmt"
	"math"
	"slices"
)

// A Skip is the reason a question was skipped. It is empty if the question
// wasn't skipped.
type Skip string

// Reasons to skip a question. Unsure is the only reason to skip a skill or the
// start.
const (
	Unsure  Skip = "unsure"  // can't choose
	Unclear Skip = "unclear" // doesn't understand the question
	None    Skip = "none"    // nothing here appeals
)

// Skips lists the reasons in the order that they are offered.
var Skips = []Skip{Unsure, Unclear, None}

// A CardRating is a person's interest in the job on a role card.
type CardRating string

const (
	Want  CardRating = "want"
	Maybe CardRating = "maybe"
	Pass  CardRating = "pass"
)

// CardRatings lists the ratings in the order offered, the best first.
var CardRatings = []CardRating{Want, Maybe, Pass}

// Text returns the rating as the interview words it.
func (r CardRating) Text() string {
	return map[CardRating]string{Want: "I want it", Maybe: "Maybe", Pass: "I'd pass"}[r]
}

// A Tolerance is a person's answer to whether they could live with a condition.
type Tolerance string

const (
	Fine      Tolerance = "fine"
	RatherNot Tolerance = "rather-not"
	Refuse    Tolerance = "refuse"
)

// Tolerances lists the tolerances in the order offered.
var Tolerances = []Tolerance{Fine, RatherNot, Refuse}

// Text returns the tolerance as the interview words it.
func (t Tolerance) Text() string {
	return map[Tolerance]string{Fine: "Fine", RatherNot: "I'd rather not", Refuse: "I'd refuse"}[t]
}

// Answers contains one person's answers and their position in the interview.
type Answers struct {
	ID          string
	Pack        string   // pack id
	Roles       []string // ids of the roles compared; empty means all roles of the pack
	Seed        uint64   // determines the order of options
	Seeded      bool     // whether Seed is known
	Taken       string   // RFC 3339
	All         []Answer // in the order answered
	Cards       []Card
	Start       StartAnswer
	Holds       string // id of the person's current role, if they like it; otherwise ""
	Conditions  []ConditionAnswer
	Skills      []Rating
	Offers      []OfferAnswer
	ExtraRounds int      // extra rounds that the person accepted after the verdict
	Finished    bool     // whether the person ended the questions early, or left the last ones of a survey empty
	Form        bool     // whether all questions were asked at once, as in a form or a survey
	Stopped     bool     // whether the person ended the current part after its questions
	SkillsOnly  bool     // whether only skills are asked, because an earlier result has the rest
	BackTo      string   // the step gone back to, as KIND:ID; "" if at the latest step
	Uncounted   int      // number of answers whose facets the pack no longer has
	Previous    []Rating // levels from an earlier result: suggested, but not counted
}

// An Answer is a person's best and worst option in a question, or a skip.
type Answer struct {
	Question string
	Best     string // option key
	Worst    string // option key
	Skip     Skip
	Seconds  float64 // negative if unknown
	Shown    string  // facets of an assembled question that the quiz no longer asks; see Quiz.Answered
}

// A Card is a person's rating of a role card.
type Card struct {
	Role   string // role id
	Rating CardRating
}

// A StartAnswer is the background that a person comes from, or a skip. Its id
// is one of the pack's starts or, for a person who already has the job of a
// role, "current:" followed by the role's id.
type StartAnswer struct {
	ID   string
	Skip Skip
}

// CurrentPrefix begins the id of a start that is one of the quiz's roles, as in
// "current:sre".
const CurrentPrefix = "current:"

// A ConditionAnswer is the answer to one condition.
type ConditionAnswer struct {
	Condition string
	Tolerance Tolerance
}

// An OfferAnswer accepts or declines an offer.
type OfferAnswer struct {
	Offer string // offer id
	Yes   bool
}

// A Rating is a person's level in a skill, or a skip.
type Rating struct {
	Skill string
	Level int
	Skip  Skip
}

// Answer returns the answer to a question, or nil if there is none.
func (a *Answers) Answer(question string) *Answer {
	for i := range a.All {
		if a.All[i].Question == question {
			return &a.All[i]
		}
	}
	return nil
}

// Rating returns the rating of a skill, or nil if there is none.
func (a *Answers) Rating(skill string) *Rating {
	for i := range a.Skills {
		if a.Skills[i].Skill == skill {
			return &a.Skills[i]
		}
	}
	return nil
}

// Card returns the rating of a role's card, or "" if there is none.
func (a *Answers) Card(role string) CardRating {
	for _, c := range a.Cards {
		if c.Role == role {
			return c.Rating
		}
	}
	return ""
}

// Tolerance returns the answer to a condition, or "" if there is none.
func (a *Answers) Tolerance(condition string) Tolerance {
	for _, c := range a.Conditions {
		if c.Condition == condition {
			return c.Tolerance
		}
	}
	return ""
}

// offered reports whether an offer was accepted, and whether it was answered.
func (a *Answers) offered(id string) (yes, answered bool) {
	for _, o := range a.Offers {
		if o.Offer == id {
			return o.Yes, true
		}
	}
	return false, false
}

// level returns the level in a skill, and reports whether the skill is rated.
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

// Keys returns the option keys in file order.
func (q *Question) Keys() []string {
	keys := make([]string, len(q.Options))
	for i, o := range q.Options {
		keys[i] = o.Key
	}
	return keys
}

// OptionKey returns the option key that a word in a form refers to. The word
// can be a letter in either case or, as some people write, the option's number
// in file order. Other words are returned unchanged.
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

// maxThinking limits the seconds that count for a question. Nobody thinks that
// long about one.
const maxThinking = 3600

// TimeFor returns the seconds spent on a question, rounded to a tenth, or nil if
// they are unknown. now is the time since the question was shown. If the person
// went back to the question, both visits count, because the second one may only
// measure how fast they press Enter.
func (a *Answers) TimeFor(question string, now float64) *float64 {
	if !(now >= 0 && now <= maxThinking) {
		return nil
	}
	if before := a.Answer(question); before != nil {
		if before.Seconds < 0 {
			return nil
		}
		now += before.Seconds
	}
	return new(math.Round(now*10) / 10)
}

// Number returns the number of the question that a step asks, counting from 1.
func (a *Answers) Number(s *Step) int {
	if i := slices.IndexFunc(a.All, func(x Answer) bool { return x.Question == s.ID }); i >= 0 {
		return i + 1
	}
	return s.Answered + 1
}
