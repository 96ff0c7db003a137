package fit

import (
	"fmt"
	"slices"
	"strings"
)

// A Kind identifies what a step of the interview asks for.
type Kind string

// The kinds of steps, in interview order.
const (
	AskQuestion  Kind = "question"
	AskCard      Kind = "card"
	AskStart     Kind = "start"
	AskCondition Kind = "condition"
	AskSkill     Kind = "skill"
	AskOffer     Kind = "offer"
	Done         Kind = "done"
)

// The prompts for a role card and for a condition, in the interview and in
// surveys.
const (
	StartPrompt     = "What's your background?"
	CardPrompt      = "Would you want this job?"
	ConditionPrompt = "Would that work for you?"
)

// StartID is the id of the step that asks where the person comes from.
const StartID = "start"

// Offer ids, which are also stored with the answers.
const (
	OfferQuestions = "more-questions" // questions left out by finishing early, or an extra round that may settle a close verdict
	OfferPart2     = "part-2"         // the conditions and skills
	OfferSkills    = "more-skills"    // skills that only other roles need
)

// Offers lists the offer ids in interview order.
var Offers = []string{OfferQuestions, OfferPart2, OfferSkills}

// The option keys of an offer.
const (
	Yes = "yes"
	No  = "no"
)

// A Step is what the interview shows next. Before the verdict it doesn't reveal
// any role, except in the start options of people who may already have the job.
type Step struct {
	Kind      Kind
	ID        string // id of the question, card, condition, skill or offer; StartID; "" when done
	Part      int    // 1 ends with the verdict; 2 is optional
	Dimension Dimension
	Prompt    string        // question to the person, in a sentence or two
	Text      string        // what a card or condition describes
	Skill     *Skill        // nil unless Kind is AskSkill
	Condition *Condition    // nil unless Kind is AskCondition
	Options   []ShownOption // in the order shown
	Previous  *Event        // previous answer, or nil

	Round        int // round of the latest question, counting from 0
	Index, Total int // for a card, condition or skill: position among its kind, from 1, and their number
	Answered     int // number of questions answered or skipped
	Skipped      int // number of questions skipped
	AtLeast      int // minimum number of questions still to come, including this one
	AtMost       int
	Remaining    int  // number of other steps still to come in this part, including this one
	Offered      int  // number of steps that an offer adds
	VerdictReady bool // whether part 1 is complete
	CanBack      bool // whether there is an earlier step
	NewRound     bool // whether this is the first question of a round after the first, which is asked because the verdict wasn't clear enough
}

// A ShownOption is an option or a card, and the key that chooses it.
type ShownOption struct {
	Key  string
	Text string
}

// An Event is what a person does at a step: answer it, go back, or finish. As
// JSON, it is the value of next --answer and a line of a session file.
type Event struct {
	Kind    Kind     `json:"kind,omitempty"` // kind of the step answered; if empty, that of the step shown
	ID      string   `json:"id,omitempty"`
	Best    string   `json:"best,omitempty"`
	Worst   string   `json:"worst,omitempty"`
	Pick    string   `json:"pick,omitempty"` // key of an option of a card, start, condition or offer
	Skip    Skip     `json:"skip,omitempty"`
	Level   *int     `json:"level,omitempty"`
	Seconds *float64 `json:"seconds,omitempty"`
	Shown   string   `json:"shown,omitempty"`  // facets of an assembled question; see Quiz.Answered
	Back    bool     `json:"back,omitempty"`   // go back to the previous step
	From    string   `json:"from,omitempty"`   // with Back: id of the step shown, to detect repeated events
	Finish  bool     `json:"finish,omitempty"` // end the questions, or the interview if the questions are over
}

// Answers reports whether the event answers a step.
func (e *Event) Answers() bool { return !e.Back && !e.Finish }

func (s *Step) question(question *Question, a *Answers) {
	s.Dimension, s.Prompt = question.Dimension, question.Prompt
	for _, i := range Shuffle(a.Seed, question.ID, len(question.Options)) {
		s.Options = append(s.Options, ShownOption{question.Options[i].Key, question.Options[i].Text})
	}
	if answer := a.Answer(question.ID); answer != nil {
		s.Previous = &Event{Kind: AskQuestion, ID: question.ID, Best: answer.Best, Worst: answer.Worst, Skip: answer.Skip}
	}
}

// cardRoles returns the roles whose cards are shown, in the order shown. With
// more than six roles, only the leading six have cards.
func (q *Quiz) cardRoles(a *Answers) []int {
	roles := q.seedOrder(a.Seed)
	if len(roles) > MaxCards {
		slices.SortStableFunc(roles, q.tally(a).byMean)
		roles = roles[:MaxCards]
	}
	slices.Sort(roles)
	shown := make([]int, len(roles))
	for i, j := range Shuffle(a.Seed, "cards", len(roles)) {
		shown[i] = roles[j]
	}
	return shown
}

// Cards returns the number of cards that the interview shows.
func (q *Quiz) Cards() int { return min(MaxCards, len(q.Roles)) }

// CardID returns the id of the card at a position, counting from 0.
func CardID(place int) string { return fmt.Sprint("card-", place+1) }

// CardRole returns the role whose card has this id for these answers, or "" if
// there is none. Forms refer to cards by id, because they must not name roles.
func (q *Quiz) CardRole(a *Answers, id string) string {
	for place, r := range q.cardRoles(a) {
		if CardID(place) == id {
			return q.Roles[r].ID
		}
	}
	return ""
}

func (s *Step) card(q *Quiz, a *Answers) {
	role := q.Pack.Role(q.CardRole(a, s.ID))
	s.Prompt, s.Text = CardPrompt, role.Parts[Focus].Summary
	for _, rating := range CardRatings {
		s.Options = append(s.Options, ShownOption{string(rating), rating.Text()})
	}
	s.picked(string(a.Card(role.ID)))
}

// picked sets Previous to the choice of the option with this key. It does
// nothing if the key is empty.
func (s *Step) picked(key string) {
	if key != "" {
		s.Previous = &Event{Kind: s.Kind, ID: s.ID, Pick: key}
	}
}

func (s *Step) start(q *Quiz, a *Answers) {
	s.Prompt = StartPrompt
	for i := range q.Pack.Starts {
		s.Options = append(s.Options, ShownOption{q.Pack.Starts[i].ID, q.Pack.Starts[i].Name})
	}
	for _, r := range q.Roles {
		s.Options = append(s.Options, ShownOption{CurrentPrefix + r.ID, "I already have this job: " + r.Title})
	}
	if s.picked(a.Start.ID); a.Start.Skip != "" {
		s.Previous = &Event{Kind: s.Kind, ID: s.ID, Skip: a.Start.Skip}
	}
}

// KnowsStart reports whether an id names a start of the pack or, for people who
// already have the job, a role of the quiz.
func (q *Quiz) KnowsStart(id string) bool {
	return q.Pack.Start(id) != nil || q.currentRole(id) != nil
}

// StartName returns the name of a start, or the title of the role that is the
// person's job. It returns "" if the id is unknown.
func (q *Quiz) StartName(id string) string {
	if role := q.currentRole(id); role != nil {
		return role.Title
	}
	if s := q.Pack.Start(id); s != nil {
		return s.Name
	}
	return ""
}

// currentRole returns the role that a start names as the person's job, or nil.
func (q *Quiz) currentRole(start string) *Role {
	id, ok := strings.CutPrefix(start, CurrentPrefix)
	if i := q.roleIndex(id); ok && i >= 0 {
		return q.Roles[i]
	}
	return nil
}

func (s *Step) condition(p *Pack, a *Answers) {
	s.Condition = p.Condition(s.ID)
	s.Prompt, s.Text = ConditionPrompt, s.Condition.Question
	for _, tolerance := range Tolerances {
		s.Options = append(s.Options, ShownOption{string(tolerance), tolerance.Text()})
	}
	s.picked(string(a.Tolerance(s.ID)))
}

func (s *Step) offer(in *interview) {
	needed, others := in.quiz.skillsToRate(in.answers)
	switch s.ID {
	case OfferQuestions:
		s.Offered = ExtraQuestions
		s.Prompt = fmt.Sprintf("It's close. Answer %d more questions, which may settle it?", s.Offered)
		if in.answers.Finished && in.schedule.Next() != nil {
			_, s.Offered = in.schedule.left()
			s.Prompt = fmt.Sprintf("You finished early. Answer the other questions, at most %d?", s.Offered)
		}
	case OfferPart2:
		s.Offered = len(in.quiz.Pack.Conditions) + len(needed)
		s.Prompt = "Continue with part 2: which conditions you can live with, and which skills you have?"
		if len(in.quiz.Pack.Conditions) == 0 {
			s.Prompt = "Continue with part 2: which skills you have?"
		}
	case OfferSkills:
		s.Offered = in.answers.unrated(others)
		s.Prompt = fmt.Sprintf("Rate %d more skills that other roles need?", s.Offered)
		if s.Offered == 1 {
			s.Prompt = "Rate one more skill that another role needs?"
		}
	}
	s.Options = []ShownOption{{Yes, "Yes"}, {No, "No, that's enough"}}
	if accepted, answered := in.answers.offered(s.ID); answered && accepted {
		s.picked(Yes)
	} else if answered {
		s.picked(No)
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
		s.Previous = &Event{Kind: AskSkill, ID: id, Skip: r.Skip}
		if r.Skip == "" {
			s.Previous.Level = &r.Level
		}
	}
}
