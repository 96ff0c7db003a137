package fit

import (
	"fmt"
	"slices"
	"strings"
)

// A Kind is what a step of the interview asks for.
type Kind string

// The kinds of step, in the order of an interview.
const (
	AskQuestion Kind = "question"
	AskCards    Kind = "cards"
	AskSkill    Kind = "skill"
	Done        Kind = "done"
)

// CardsID is the id of the step that shows the role cards. No question has it.
const CardsID = "cards"

// A Step is what the interview shows next. It betrays no role.
type Step struct {
	Kind      Kind
	ID        string // of the question or skill, or CardsID; "" when done
	Dimension Dimension
	Prompt    string        // what is asked, in a sentence
	Skill     *Skill        // of a skill
	Options   []ShownOption // in shown order
	Previous  *Event        // the answer given before, when gone back to it

	Round        int // the set the question belongs to, from 0; of a step gone back to, the set at the front
	Index, Total int // which of the cards and skills this is, from 1; 0 for questions
	Answered     int // questions answered or skipped
	Skipped      int
	AtLeast      int // questions still to come, this one included
	AtMost       int
	SkillsLeft   int  // when done: skills that could still be rated
	CanBack      bool // whether there is a step before
	NewRound     bool // the first question of a further set: the verdict was looked at, and it was still close
}

// A Choice is one thing to pick, with the key to answer with.
type ShownOption struct {
	Key  string
	Text string
}

// A Reply is what a person does at a step: an answer with the id that it is
// for, or one of back, finish and more. It is the --answer of next and a line
// of a session.
type Event struct {
	ID      string   `json:"id,omitempty"`
	Best    string   `json:"best,omitempty"`
	Worst   string   `json:"worst,omitempty"`
	Skip    Skip     `json:"skip,omitempty"`
	Level   *int     `json:"level,omitempty"`
	Seconds *float64 `json:"seconds,omitempty"`
	Back    bool     `json:"back,omitempty"`   // go to the step before
	Finish  bool     `json:"finish,omitempty"` // end the questions now
	More    bool     `json:"more,omitempty"`   // when done: rate the remaining skills too
}

// An interview is a quiz with the answers so far, walked through.
type interview struct {
	quiz    *Quiz
	answers *Answers
	plan    *Schedule
	steps   []step // answered ones, then the front
}

type step struct {
	kind     Kind
	id       string
	question *Question
}

// walk asks the plan's questions of the answers until one is not answered.
func (q *Quiz) walk(a *Answers) *Schedule {
	p := NewSchedule(q, a.Seed)
	p.follow(func(x *Question) planAnswer {
		given := a.Answer(x.ID)
		if given == nil {
			return planAnswer{}
		}
		return planAnswer{known: true, skip: given.Skip != "", best: x.option(given.Best), worst: x.option(given.Worst)}
	})
	return p
}

func (q *Quiz) interview(a *Answers) *interview {
	v := &interview{quiz: q, answers: a, plan: q.walk(a)}
	for _, x := range v.plan.Asked() {
		if !a.QuestionsFixed {
			v.steps = append(v.steps, step{AskQuestion, x.ID, x})
		}
	}
	if x := v.plan.Next(); x != nil && !a.Finished {
		v.steps = append(v.steps, step{AskQuestion, x.ID, x})
		return v
	}
	v.steps = append(v.steps, step{kind: AskCards, id: CardsID})
	if a.Cards == (Cards{}) {
		return v
	}
	needed, others := q.skillsToRate(a)
	if a.AllSkills {
		needed, others = append(needed, others...), nil
	}
	for _, s := range needed {
		v.steps = append(v.steps, step{kind: AskSkill, id: s})
		if a.Rating(s) == nil {
			return v
		}
	}
	v.steps = append(v.steps, step{kind: Done})
	return v
}

// at is the index of the step to show: the front, or the one gone back to.
func (v *interview) at() int {
	if v.answers.BackTo != "" {
		if i := slices.IndexFunc(v.steps, func(s step) bool { return s.id == v.answers.BackTo }); i >= 0 {
			return i
		}
	}
	return len(v.steps) - 1
}

// skillsToRate are the skills that the first two roles need, and the others
// that some role of the quiz needs, in the pack's order.
func (q *Quiz) skillsToRate(a *Answers) (needed, others []string) {
	standing := q.tally(a).Standing()
	first := standing.First
	if len(first) == 0 {
		first = q.seedOrder(0)
	}
	for i := range q.Pack.Skills {
		id := q.Pack.Skills[i].ID
		switch {
		case slices.ContainsFunc(first, func(r int) bool { return q.Roles[r].Need(id) > 0 }):
			needed = append(needed, id)
		case slices.ContainsFunc(q.Roles, func(r *Role) bool { return r.Need(id) > 0 }):
			others = append(others, id)
		}
	}
	return needed, others
}

// Next is the step that the interview shows for the answers so far.
func (q *Quiz) Next(a *Answers) Step {
	v := q.interview(a)
	at := v.at()
	shown := v.steps[at]
	s := Step{Kind: shown.kind, ID: shown.id, Round: v.plan.Round(), CanBack: at > 0, Answered: len(v.plan.Asked())}
	for _, x := range v.plan.Asked() {
		if a.Answer(x.ID).Skip != "" {
			s.Skipped++
		}
	}
	if !a.Finished {
		s.AtLeast, s.AtMost = v.plan.Left()
	}
	switch shown.kind {
	case AskQuestion:
		s.question(shown.question, a)
		s.NewRound = at == len(v.steps)-1 && v.plan.next != nil && v.plan.newRound
	case AskCards:
		s.cards(q, a)
	case AskSkill:
		s.skill(q.Pack, shown.id, a)
	case Done:
		if _, others := q.skillsToRate(a); !a.AllSkills {
			for _, id := range others {
				if a.Rating(id) == nil {
					s.SkillsLeft++
				}
			}
		}
	}
	if shown.kind == AskSkill {
		for i, x := range v.steps {
			if x.kind == AskSkill && i <= at {
				s.Index++
			}
		}
		needed, others := q.skillsToRate(a)
		if s.Total = len(needed); a.AllSkills {
			s.Total += len(others)
		}
	}
	return s
}

func (s *Step) question(x *Question, a *Answers) {
	s.Dimension, s.Prompt = x.Dimension, x.Prompt
	for _, i := range Shuffle(a.Seed, x.ID, len(x.Options)) {
		s.Options = append(s.Options, ShownOption{x.Options[i].Key, x.Options[i].Text})
	}
	if given := a.Answer(x.ID); given != nil {
		s.Previous = &Event{ID: x.ID, Best: given.Best, Worst: given.Worst, Skip: given.Skip}
	}
}

// cardRoles are the roles whose cards are shown, in shown order; all of up to
// six, else the six that lead.
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

// CardKey is the key of the card in this place of those shown.
func CardKey(place int) string { return string(rune('a' + place)) }

// CardRole is the role whose card has this key for these answers; "" when no
// card has it. It is how a form, which must not name roles, is read.
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
	before := Event{ID: CardsID, Skip: a.Cards.Skip}
	for i, r := range q.cardRoles(a) {
		key := CardKey(i)
		s.Options = append(s.Options, ShownOption{key, q.Roles[r].Parts[Focus].Summary})
		switch q.Roles[r].ID {
		case a.Cards.Best:
			before.Best = key
		case a.Cards.Worst:
			before.Worst = key
		}
	}
	if a.Cards != (Cards{}) {
		s.Previous = &before
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
