package fit

import (
	"slices"
	"strings"
)

// An interview is the sequence of steps that a quiz has shown one person,
// including the next.
type interview struct {
	quiz     *Quiz
	answers  *Answers
	schedule *Schedule
	steps    []step // answered steps, then the next one
	ready    int    // number of steps in part 1; -1 until it is complete
}

type step struct {
	kind     Kind
	id       string
	question *Question
}

// ref returns the step's kind and id, as in Answers.BackTo. An id alone is
// ambiguous, because different kinds may share it.
func (s step) ref() string { return string(s.kind) + ":" + s.id }

// walk returns a schedule that has advanced through the answers to the first
// unanswered question.
func (q *Quiz) walk(a *Answers) *Schedule {
	schedule := NewSchedule(q, a.Seed)
	schedule.Extend(a.ExtraRounds)
	schedule.follow(func(question *Question) response {
		answer := a.Answer(question.ID)
		if answer == nil {
			return response{}
		}
		return response{known: true, skip: answer.Skip, best: question.option(answer.Best), worst: question.option(answer.Worst)}
	})
	return schedule
}

func (q *Quiz) interview(a *Answers) *interview {
	in := &interview{quiz: q, answers: a, schedule: q.walk(a), ready: -1}
	if !a.SkillsOnly && !in.partOne() {
		return in
	}
	in.ready = len(in.steps)
	if !in.partTwo() {
		return in
	}
	in.steps = append(in.steps, step{kind: Done})
	return in
}

// add adds a step and reports whether the interview continues after it. It
// continues if the step is answered or omitted. An unanswered step is omitted
// if the person stopped earlier or, in part 1, if the offer of part 2 has been
// answered.
func (in *interview) add(kind Kind, id string, answered bool) bool {
	_, past := in.answers.offered(OfferPart2)
	if part1 := kind == AskCard || kind == AskStart; !answered && (in.answers.Stopped || part1 && past) {
		return true
	}
	in.steps = append(in.steps, step{kind: kind, id: id})
	return answered
}

// partOne adds the questions, the cards and the start. It reports whether part
// 1 is complete.
func (in *interview) partOne() bool {
	for _, question := range in.schedule.Asked() {
		in.steps = append(in.steps, step{AskQuestion, question.ID, question})
	}
	if question := in.schedule.Next(); question != nil && !in.answers.Finished {
		in.steps = append(in.steps, step{AskQuestion, question.ID, question})
		return false
	}
	for place, r := range in.quiz.cardRoles(in.answers) {
		if !in.add(AskCard, CardID(place), in.answers.Card(in.quiz.Roles[r].ID) != "") {
			return false
		}
	}
	return len(in.quiz.Pack.Starts) == 0 || in.add(AskStart, StartID, in.answers.Start != StartAnswer{})
}

// partTwo adds the offers, the conditions and the skills. It reports whether
// the interview is over.
func (in *interview) partTwo() bool {
	q, a := in.quiz, in.answers
	needed, others := q.skillsToRate(a)
	if a.SkillsOnly {
		return in.skills(needed) && in.offer(OfferSkills, len(others) > 0) != waiting && (!in.accepted(OfferSkills) || in.skills(others))
	}
	if in.offer(OfferQuestions, in.canExtend()) == waiting {
		return false
	}
	switch in.offer(OfferPart2, len(q.Pack.Conditions)+len(needed) > 0) {
	case waiting:
		return false
	case no:
		return true
	}
	for i := range q.Pack.Conditions {
		id := q.Pack.Conditions[i].ID
		if !in.add(AskCondition, id, a.Tolerance(id) != "") {
			return false
		}
	}
	if !in.skills(needed) {
		return false
	}
	switch in.offer(OfferSkills, len(others) > 0) {
	case waiting:
		return false
	case no:
		return true
	}
	return in.skills(others)
}

func (in *interview) skills(ids []string) bool {
	for _, id := range ids {
		if !in.add(AskSkill, id, in.answers.Rating(id) != nil) {
			return false
		}
	}
	return true
}

type offerState int

const (
	no      offerState = iota // the offer was declined or not made
	yes                       // the offer was accepted
	waiting                   // the offer hasn't been answered
)

// offer adds an offer if it can be made, and returns its state. A person who
// stopped during part 1 is still offered part 2 and the questions left out.
func (in *interview) offer(id string, made bool) offerState {
	accepted, answered := in.answers.offered(id)
	_, past := in.answers.offered(OfferPart2)
	leftOut := id == OfferQuestions && in.answers.Finished
	stopped := in.answers.Stopped && !leftOut && id != OfferPart2
	if !made || !answered && (stopped || leftOut && past) {
		return no
	}
	in.steps = append(in.steps, step{kind: AskOffer, id: id})
	switch {
	case !answered:
		return waiting
	case accepted:
		return yes
	}
	return no
}

func (in *interview) accepted(id string) bool {
	yes, _ := in.answers.offered(id)
	return yes
}

// canExtend reports whether there are more questions to offer: those left out
// by finishing early, or an extra round that may settle a close verdict.
func (in *interview) canExtend() bool {
	switch {
	case in.answers.Finished && in.schedule.Next() != nil:
		return true
	case in.answers.Finished || in.answers.ExtraRounds >= MaxExtraRounds || !in.schedule.CanExtend():
		return false
	}
	if in.schedule.Tally().Standing().With(in.quiz.interest(in.answers), false).Reason != Close {
		return false
	}
	more := *in.answers
	more.ExtraRounds++
	return in.quiz.walk(&more).Next() != nil // a form may have answered them already
}

// at returns the index of the step to show, which is the latest step unless the
// person went back.
func (in *interview) at() int {
	if in.answers.BackTo != "" {
		if i := slices.IndexFunc(in.steps, func(s step) bool { return s.ref() == in.answers.BackTo }); i >= 0 {
			return i
		}
	}
	return len(in.steps) - 1
}

// KnowsStep reports whether ref, in the form of Answers.BackTo, names a step
// that the interview can have.
func (q *Quiz) KnowsStep(ref string) bool {
	kind, id, _ := strings.Cut(ref, ":")
	switch Kind(kind) {
	case AskQuestion:
		return q.Question(id) != nil
	case AskCard:
		return q.CardRole(&Answers{}, id) != ""
	case AskStart:
		return id == StartID
	case AskCondition:
		return q.Pack.Condition(id) != nil
	case AskSkill:
		return q.Pack.Skill(id) != nil
	case AskOffer:
		return slices.Contains(Offers, id)
	}
	return false
}

// skillsToRate returns the skills that the first two roles need, and those that
// only other roles of the quiz need. Both are in pack order.
func (q *Quiz) skillsToRate(a *Answers) (needed, others []string) {
	standing := q.tally(a).Standing()
	first := standing.First
	if len(first) == 0 {
		first = q.seedOrder(0)
	}
	for _, s := range q.NeededSkills() {
		if slices.ContainsFunc(first, func(r int) bool { return q.Roles[r].Need(s.ID) > 0 }) {
			needed = append(needed, s.ID)
		} else {
			others = append(others, s.ID)
		}
	}
	return needed, others
}

// Next returns the next step of the interview, or the step that the person went
// back to.
func (q *Quiz) Next(a *Answers) Step {
	in := q.interview(a)
	at := in.at()
	shown := in.steps[at]
	s := Step{Kind: shown.kind, ID: shown.id, Part: 1, Round: in.schedule.Round(), CanBack: at > 0, Answered: len(in.schedule.Asked())}
	if s.VerdictReady = in.ready >= 0; in.ready >= 0 && at >= in.ready {
		s.Part = 2
	}
	for _, question := range in.schedule.Asked() {
		if a.Answer(question.ID).Skip != "" {
			s.Skipped++
		}
	}
	if !a.Finished {
		s.AtLeast, s.AtMost = in.schedule.left()
	}
	s.Remaining = in.remaining(s.Part)
	in.show(&s, at)
	return s
}

// remaining returns the number of unanswered steps in a part, not counting
// questions and offers.
func (in *interview) remaining(part int) int {
	q, a := in.quiz, in.answers
	if part == 1 {
		n := q.Cards() - len(a.Cards)
		if len(q.Pack.Starts) > 0 && a.Start == (StartAnswer{}) {
			n++
		}
		return n
	}
	needed, others := q.skillsToRate(a)
	n := a.unrated(needed)
	if in.accepted(OfferSkills) {
		n += a.unrated(others)
	}
	if !a.SkillsOnly {
		n += len(q.Pack.Conditions) - len(a.Conditions)
	}
	return n
}

// show fills in the contents of the step at this index.
func (in *interview) show(s *Step, at int) {
	q, a := in.quiz, in.answers
	switch shown := in.steps[at]; shown.kind {
	case AskQuestion:
		s.question(shown.question, a)
		s.NewRound = at == len(in.steps)-1 && in.schedule.next != nil && in.schedule.newRound
	case AskCard:
		s.card(q, a)
		s.Index, s.Total = in.index(at), q.Cards()
	case AskStart:
		s.start(q, a)
	case AskCondition:
		s.condition(q.Pack, a)
		s.Index, s.Total = in.index(at), len(q.Pack.Conditions)
	case AskSkill:
		s.skill(q.Pack, shown.id, a)
		s.Index, s.Total = in.index(at), in.skillTotal()
	case AskOffer:
		s.offer(in)
	}
}

// index returns the step's position among steps of its kind, counting from 1.
func (in *interview) index(at int) (n int) {
	for _, s := range in.steps[:at+1] {
		if s.kind == in.steps[at].kind {
			n++
		}
	}
	return n
}

// skillTotal returns the number of skills that the interview asks about.
func (in *interview) skillTotal() int {
	needed, others := in.quiz.skillsToRate(in.answers)
	if in.accepted(OfferSkills) {
		return len(needed) + len(others)
	}
	return len(needed)
}

// unrated returns the number of skills that aren't rated yet.
func (a *Answers) unrated(skills []string) (n int) {
	for _, id := range skills {
		if a.Rating(id) == nil {
			n++
		}
	}
	return n
}
