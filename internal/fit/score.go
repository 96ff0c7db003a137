package fit

import "slices"

// tally counts all answers, including those to questions that the schedule
// doesn't ask.
func (q *Quiz) tally(a *Answers) *Tally {
	t := NewTally(q)
	for i := range a.All {
		if answer := &a.All[i]; answer.Skip == "" {
			question := q.questionFor(answer)
			t.Add(question, question.option(answer.Best), question.option(answer.Worst))
		}
	}
	return t
}

// answersInOrder returns the answers in the order asked: first those that the
// schedule asked for, then the others in the order they were recorded. It also
// returns the schedule in its final state.
func (q *Quiz) answersInOrder(a *Answers) (order []*Answer, schedule *Schedule) {
	schedule = q.walk(a)
	for _, question := range schedule.Asked() {
		order = append(order, a.Answer(question.ID))
	}
	for i := range a.All {
		if !slices.Contains(order, &a.All[i]) {
			order = append(order, &a.All[i])
		}
	}
	return order, schedule
}

// Score returns the result for answers that were checked or recorded with
// Record.
func Score(q *Quiz, a *Answers) *Result {
	order, schedule := q.answersInOrder(a)
	return q.result(a, order, schedule.unfinished(q.tally(a), q.origin(a)))
}

// AtOnce reports whether the person was asked all questions at once, and not in
// an interview; see the package comment.
func (q *Quiz) AtOnce(a *Answers) bool { return q.walk(a).atOnce(q.origin(a)) }

func (q *Quiz) origin(a *Answers) origin {
	from := origin{form: a.Form, finished: a.Finished}
	for i := range a.All {
		if q.byID[a.All[i].Question] != nil {
			from.answers++
		}
	}
	return from
}

// result returns the result for answers in the order asked; more is true if the
// interview would ask further questions.
func (q *Quiz) result(a *Answers, order []*Answer, more bool) *Result {
	t := q.tally(a)
	interest := q.interest(a)
	standing := t.Standing().With(interest, more)
	r := &Result{
		Schema: ResultSchema, ID: a.ID, Taken: a.Taken,
		Pack:  q.Pack.Ref(),
		Asked: len(a.All), Answered: t.Answered(), Skipped: len(a.All) - t.Answered(), ExtraRounds: a.ExtraRounds, Uncounted: a.Uncounted,
		Verdict: standing.Verdict, Reason: standing.Reason, Provisional: more,
		Named: q.ids(standing.Named), About: q.ids(standing.About()),
		Evidence: []Evidence{}, Answers: make([]AnswerResult, 0, len(order)),
	}
	if a.Seeded {
		seed := a.Seed
		r.Seed = &seed
	}
	if len(standing.Close) > 0 {
		r.Close = q.ids(standing.Close)
	}
	if standing.Second >= 0 {
		r.Lead = newLead(q.Roles[standing.Leader].ID, q.Roles[standing.Second].ID, standing.Lead, standing.StdErr)
		r.Changes = t.changesNeeded(standing.Leader, standing.Second)
		r.Evidence = q.evidence(order, standing)
	}
	r.Roles = q.roleResults(t, standing, a)
	r.Gaps = q.gaps(standing, a)
	for _, answer := range order {
		r.Answers = append(r.Answers, q.answerResult(answer))
	}
	r.decide()
	r.Skills = q.rated(a)
	r.Flags = q.flags(order, a)
	if interest.disagrees(&standing) {
		r.Flags = append(r.Flags, CardDisagrees)
	}
	r.Start, r.StartName = a.Start.ID, q.StartName(a.Start.ID)
	r.Conditions, r.Conflicts = q.conditionResults(a), q.conflicts(standing, a)
	return r
}

func (q *Quiz) answerResult(a *Answer) AnswerResult {
	question := q.questionFor(a)
	result := AnswerResult{Question: question.ID, Dimension: question.Dimension.String(), Prompt: question.Prompt, Skip: a.Skip}
	result.Shown, result.Texts = make([]string, len(question.Options)), make([]string, len(question.Options))
	for i, o := range question.Options {
		result.Shown[i], result.Texts[i] = o.Ref(), o.Text
	}
	if a.Skip == "" {
		result.Best = result.Shown[question.option(a.Best)]
		result.Worst = result.Shown[question.option(a.Worst)]
	}
	return result
}

func (q *Quiz) rated(a *Answers) map[string]Rated {
	skills := map[string]Rated{}
	for _, rating := range a.Skills {
		rated := Rated{Name: q.Pack.Skill(rating.Skill).Name, Skip: rating.Skip}
		if rating.Skip == "" {
			rated.Level = &rating.Level
		}
		skills[rating.Skill] = rated
	}
	return skills
}

func (q *Quiz) ids(roles []int) []string {
	ids := make([]string, len(roles))
	for i, r := range roles {
		ids[i] = q.Roles[r].ID
	}
	return ids
}

// roleResults returns the results of the roles by M, highest first. Roles that
// aren't judged come last.
func (q *Quiz) roleResults(t *Tally, standing Standing, a *Answers) []RoleResult {
	out := make([]RoleResult, 0, len(q.Roles))
	places := t.places(standing.Judged)
	for i, r := range standing.Judged {
		out = append(out, q.roleResult(&t.roles[r], q.Roles[r], places[i], a))
	}
	for r, role := range q.Roles {
		if t.roles[r].n() == 0 {
			out = append(out, q.roleResult(&t.roles[r], role, 0, a))
		}
	}
	return out
}

func (q *Quiz) roleResult(t *roleTally, role *Role, place int, a *Answers) RoleResult {
	r := RoleResult{
		ID: role.ID, Title: role.Title, Tagline: role.Tagline, Impact: role.Impact, Place: place,
		Fit: FitOf(t.s(), t.n()), Dimensions: map[string]*float64{},
		Card: a.Card(role.ID), Best: t.best, Worst: t.worst, Shown: t.n(), Needed: len(role.Needs), Needs: []NeedResult{},
		Week: role.Week, Try: role.Try,
	}
	for _, d := range Dimensions {
		r.Dimensions[d.String()] = FitOf(t.sum[d], t.shown[d])
	}
	for _, need := range role.Needs {
		n := NeedResult{Skill: need.Skill, Name: q.Pack.Skill(need.Skill).Name, Needed: need.Level}
		if level, rated := a.level(need.Skill); rated {
			n.Level = &level
		}
		r.Needs = append(r.Needs, n)
	}
	r.Readiness, r.Rated = Readiness(r.Needs)
	r.Grade = q.Pack.Grade(role, a.level)
	return r
}

// Readiness returns the sum of min(level, needed) divided by the sum of needed,
// both over the rated needs, and the number of rated needs. The ratio is nil if
// none is rated.
func Readiness(needs []NeedResult) (ready *float64, rated int) {
	have, needed := 0, 0
	for _, n := range needs {
		if n.Level != nil {
			have += min(*n.Level, n.Needed)
			needed += n.Needed
			rated++
		}
	}
	if rated == 0 {
		return nil, 0
	}
	share := float64(have) / float64(needed)
	return &share, rated
}

// FitOf returns a role's fit, from 0 to 100: 50 (1 + sum/shown), where sum is
// the sum of its scores over shown answered questions. It returns nil if shown
// is 0.
func FitOf(sum, shown int) *float64 {
	if shown == 0 {
		return nil
	}
	return new(float64(50 * (1 + float64(sum)/float64(shown))))
}
