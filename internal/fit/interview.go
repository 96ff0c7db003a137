package fit

import "slices"

// An interview is the steps of a quiz, given the answers so far.
type interview struct {
	quiz     *Quiz
	answers  *Answers
	schedule *Schedule
	steps    []step // the answered ones, then the latest
}

type step struct {
	kind     Kind
	id       string
	question *Question
}

// walk follows the schedule through the answers until a question isn't
// answered.
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

// at returns the index of the step to show: the latest, or the one gone back
// to.
func (in *interview) at() int {
	if in.answers.BackTo != "" {
		if i := slices.IndexFunc(in.steps, func(s step) bool { return s.id == in.answers.BackTo }); i >= 0 {
			return i
		}
	}
	return len(in.steps) - 1
}

// skillsToRate returns the skills that the first two roles need and those that
// only other roles of the quiz need, both in the pack's order.
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

// skillIndex returns which of how many skills the step at this index is about,
// from 1.
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

// skillsLeft counts the skills that the interview can offer to rate at its end.
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
