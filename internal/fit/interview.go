package fit

import "slices"

// An interview is the sequence of steps in a quiz, given the answers so far.
type interview struct {
	quiz     *Quiz
	answers  *Answers
	schedule *Schedule
	steps    []step // the answered steps, then the latest one
}

type step struct {
	kind     Kind
	id       string
	question *Question
}

// walk follows the schedule through the answers up to the first unanswered
// question.
func (q *Quiz) walk(a *Answers) *Schedule {
	schedule := NewSchedule(q, a.Seed)
	schedule.follow(func(question *Question) response {
		answer := a.Answer(question.ID)
		if answer == nil {
			return response{}
		}
		return response{known: true, skip: answer.Skip != "", best: question.option(answer.Best), worst: question.option(answer.Worst)}
	})
	return schedule
}

func (q *Quiz) interview(a *Answers) *interview {
	in := &interview{quiz: q, answers: a, schedule: q.walk(a)}
	for _, question := range in.schedule.Asked() {
		if !a.QuestionsFixed {
			in.steps = append(in.steps, step{AskQuestion, question.ID, question})
		}
	}
	if question := in.schedule.Next(); question != nil && !a.Finished {
		in.steps = append(in.steps, step{AskQuestion, question.ID, question})
		return in
	}
	in.steps = append(in.steps, step{kind: AskCards, id: CardsID})
	if a.Cards == (Cards{}) {
		return in
	}
	needed, others := q.skillsToRate(a)
	if a.AllSkills {
		needed, others = append(needed, others...), nil
	}
	for _, s := range needed {
		in.steps = append(in.steps, step{kind: AskSkill, id: s})
		if a.Rating(s) == nil {
			return in
		}
	}
	in.steps = append(in.steps, step{kind: Done})
	return in
}

// at returns the index of the current step: the latest, or the one the person
// went back to.
func (in *interview) at() int {
	if in.answers.BackTo != "" {
		if i := slices.IndexFunc(in.steps, func(s step) bool { return s.id == in.answers.BackTo }); i >= 0 {
			return i
		}
	}
	return len(in.steps) - 1
}

// skillsToRate returns the skills that the first two roles need and those that
// only other roles of the quiz need, both in pack order.
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

// Next returns the step that the interview shows next, given the answers so
// far.
func (q *Quiz) Next(a *Answers) Step {
	in := q.interview(a)
	at := in.at()
	shown := in.steps[at]
	s := Step{Kind: shown.kind, ID: shown.id, Round: in.schedule.Round(), CanBack: at > 0, Answered: len(in.schedule.Asked())}
	for _, question := range in.schedule.Asked() {
		if a.Answer(question.ID).Skip != "" {
			s.Skipped++
		}
	}
	if !a.Finished {
		s.AtLeast, s.AtMost = in.schedule.Left()
	}
	switch shown.kind {
	case AskQuestion:
		s.question(shown.question, a)
		s.NewRound = at == len(in.steps)-1 && in.schedule.next != nil && in.schedule.newRound
	case AskCards:
		s.cards(q, a)
	case AskSkill:
		s.skill(q.Pack, shown.id, a)
		s.Index, s.Total = in.skillIndex(at)
	case Done:
		s.SkillsLeft = q.skillsLeft(a)
	}
	return s
}

// skillIndex returns the position, from 1, of the step at this index among the
// skills to rate, and their number.
func (in *interview) skillIndex(at int) (index, total int) {
	for _, s := range in.steps[:at+1] {
		if s.kind == AskSkill {
			index++
		}
	}
	needed, others := in.quiz.skillsToRate(in.answers)
	if total = len(needed); in.answers.AllSkills {
		total += len(others)
	}
	return index, total
}

// skillsLeft returns the number of skills that can still be rated at the end of
// the interview.
func (q *Quiz) skillsLeft(a *Answers) (n int) {
	if a.AllSkills {
		return 0
	}
	_, others := q.skillsToRate(a)
	for _, id := range others {
		if a.Rating(id) == nil {
			n++
		}
	}
	return n
}
