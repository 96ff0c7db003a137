package fit

import (
	"fmt"
	"slices"
	"strings"
)

// A Kind says what a step of the interview asks for.
type Kind string

// The kinds of steps, in interview order.
const (
	AskQuestion Kind = "question"
	AskCards    Kind = "cards"
	AskSkill    Kind = "skill"
	Done        Kind = "done"
)

// CardsID is the id of the step that shows the role cards. No question has this
// id.
const CardsID = "cards"

// A Step is what the interview shows next. It doesn't reveal any role.
type Step struct {
	Kind      Kind
	ID        string // id of the question or skill, or CardsID; empty when done
	Dimension Dimension
	Prompt    string        // the question as a sentence
	Skill     *Skill        // nil unless Kind is AskSkill
	Options   []ShownOption // in the order shown
	Previous  *Event        // the current answer, if any

	Round        int // round of the latest question, from 0
	Index, Total int // for a skill: its position, from 1, among the skills to rate
	Answered     int // number of questions answered or skipped
	Skipped      int // number of questions skipped
	AtLeast      int // number of questions still to come, including this one
	AtMost       int
	SkillsLeft   int  // when done: number of skills that can still be rated
	CanBack      bool // whether there is an earlier step
	NewRound     bool // whether this is the first question of a round after the first, which is asked because the verdict wasn't clear enough
}

// A ShownOption is an option or a card, with the key that chooses it.
type ShownOption struct {
	Key  string
	Text string
}

// An Event is what a person does at a step: an answer to the step with the
// given id, or one of Back, Finish and More. Its JSON form is the value of next
// --answer and a line of a session file.
type Event struct {
	ID      string   `json:"id,omitempty"`
	Best    string   `json:"best,omitempty"`
	Worst   string   `json:"worst,omitempty"`
	Skip    Skip     `json:"skip,omitempty"`
	Level   *int     `json:"level,omitempty"`
	Seconds *float64 `json:"seconds,omitempty"`
	Back    bool     `json:"back,omitempty"`   // go to the previous step
	Finish  bool     `json:"finish,omitempty"` // end the questions now
	More    bool     `json:"more,omitempty"`   // when done: rate the remaining skills as well
}

func (s *Step) question(question *Question, a *Answers) {
	s.Dimension, s.Prompt = question.Dimension, question.Prompt
	for _, i := range Shuffle(a.Seed, question.ID, len(question.Options)) {
		s.Options = append(s.Options, ShownOption{question.Options[i].Key, question.Options[i].Text})
	}
	if answer := a.Answer(question.ID); answer != nil {
		s.Previous = &Event{ID: question.ID, Best: answer.Best, Worst: answer.Worst, Skip: answer.Skip}
	}
}

// cardRoles returns the roles whose cards are shown, in the order shown: all of
// up to six roles, or else the leading six.
func (q *Quiz) cardRoles(a *Answers) []int {
	roles := q.seedOrder(a.Seed)
	if len(roles) > maxCards {
		slices.SortStableFunc(roles, q.tally(a).byMean)
		roles = roles[:maxCards]
	}
	slices.Sort(roles)
	shown := make([]int, len(roles))
	for i, j := range Shuffle(a.Seed, CardsID, len(roles)) {
		shown[i] = roles[j]
	}
	return shown
}

// CardKey returns the key of the card at this position, counting from 0.
func CardKey(place int) string { return string(rune('a' + place)) }

// CardRole returns the role whose card has this key, given the answers, or ""
// if there is none. It is used to read forms, which must not name roles.
func (q *Quiz) CardRole(a *Answers, key string) string {
	for i, r := range q.cardRoles(a) {
		if CardKey(i) == strings.ToLower(key) {
			return q.Roles[r].ID
		}
	}
	return ""
}

func (s *Step) cards(q *Quiz, a *Answers) {
	s.Prompt = "Each of these is one role's ordinary work. Which would you like best, and which least?"
	previous := Event{ID: CardsID, Skip: a.Cards.Skip}
	for i, r := range q.cardRoles(a) {
		key := CardKey(i)
		s.Options = append(s.Options, ShownOption{key, q.Roles[r].Parts[Focus].Summary})
		switch q.Roles[r].ID {
		case a.Cards.Best:
			previous.Best = key
		case a.Cards.Worst:
			previous.Worst = key
		}
	}
	if a.Cards != (Cards{}) {
		s.Previous = &previous
	}
}

func (s *Step) skill(p *Pack, id string, a *Answers) {
	s.Skill = p.Skill(id)
	s.Prompt = fmt.Sprintf("How far are you in %s (%s)?", s.Skill.Name, s.Skill.Covers)
	for level, l := range p.Levels {
		s.Options = append(s.Options, ShownOption{fmt.Sprint(level), l.Anchor})
	}
	r := a.Rating(id)
	if r == nil {
		r = a.previous(id)
	}
	if r != nil {
		s.Previous = &Event{ID: id, Skip: r.Skip}
		if r.Skip == "" {
			s.Previous.Level = &r.Level
		}
	}
}
