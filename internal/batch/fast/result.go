package fast

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/rolefit/rolefit/internal/fit"
)

// result appends a complete fit.Result.
func (s *scorer) result(out []byte, p *person, standing *fit.Standing) []byte {
	if s.whole == nil {
		s.whole = newWhole(s.quiz)
	}
	asked, answered := len(s.Responses()), s.Answered()
	out = appendString(append(out, `{"schema":"`+fit.ResultSchema+`","id":`...), p.id)
	if len(p.taken) > 0 {
		out = appendString(append(out, `,"taken":`...), p.taken)
	}
	if p.seeded {
		out = strconv.AppendUint(append(out, `,"seed":`...), p.seed, 10)
	}
	out = append(append(out, `,"pack":`...), s.whole.pack...)
	out = strconv.AppendInt(append(out, `,"asked":`...), int64(asked), 10)
	out = strconv.AppendInt(append(out, `,"answered":`...), int64(answered), 10)
	out = strconv.AppendInt(append(out, `,"skipped":`...), int64(asked-answered), 10)
	if p.extra != 0 {
		out = strconv.AppendInt(append(out, `,"extraRounds":`...), int64(p.extra), 10)
	}
	out = appendVerdict(out, standing)
	out = s.appendNamed(append(out, `,"named":`...), standing.Named)
	out = s.appendNamed(append(out, `,"about":`...), standing.About())
	if len(standing.Close) > 0 {
		out = s.appendNamed(append(out, `,"close":`...), standing.Close)
	}
	out = strconv.AppendBool(append(out, `,"provisional":`...), s.Provisional())
	out = s.appendLead(append(out, `,"lead":`...), standing)
	changes := 0
	if standing.Second >= 0 {
		changes = s.Changes(standing)
	}
	out = strconv.AppendInt(append(out, `,"changes":`...), int64(changes), 10)
	out = s.appendDecisions(out, standing)
	out = s.appendRoles(append(out, `,"roles":`...), p, standing)
	order := s.Order()
	out = s.appendEvidence(append(out, `,"evidence":`...), order, standing)
	out = s.appendGaps(append(out, `,"gaps":`...), p, standing)
	out = s.appendAnswers(append(out, `,"answers":`...), order)
	out = s.appendSkills(append(out, `,"skills":`...), p)
	out = s.appendFlags(append(out, `,"flags":`...), p, standing)
	if len(p.start) > 0 {
		out = appendString(append(out, `,"start":`...), p.start)
		if name := s.quiz.StartName(string(p.start)); name != "" {
			out = appendString(append(out, `,"startName":`...), []byte(name))
		}
	}
	out = s.appendConditions(append(out, `,"conditions":`...), p)
	out = s.appendWholeConflicts(append(out, `,"conflicts":`...), p, standing)
	return append(out, "}\n"...)
}

// appendDecisions appends what fit.Result decides: the dimensions and the role
// to set aside.
func (s *scorer) appendDecisions(out []byte, standing *fit.Standing) []byte {
	out = append(out, `,"dimensions":`...)
	open := byte('[')
	for _, d := range fit.Dimensions {
		out = append(append(append(append(out, open), `{"dimension":"`...), d.String()...), `","first":`...)
		open = ','
		out = append(s.appendNamed(out, s.highest(d, standing)), `,"lead":`...)
		lead, ok, leans := fit.Lead{}, false, false
		if standing.Second >= 0 {
			lead, ok = s.LeadIn(standing.Leader, standing.Second, d)
		}
		if ok {
			out, leans = s.appendLeadOf(out, &lead), lead.Leans()
		} else {
			out = append(out, "null"...)
		}
		out = append(strconv.AppendBool(append(out, `,"leans":`...), leans), '}')
	}
	out = append(out, ']')
	if r := s.setAside(standing); r >= 0 {
		out = append(append(append(out, `,"setAside":"`...), s.quiz.Roles[r].ID...), '"')
	}
	return out
}

// noPreference is the fit that expresses no preference.
const noPreference = 50.0

// highest returns the roles with the highest fit in a dimension, or none if
// that fit doesn't exceed noPreference.
func (s *scorer) highest(d fit.Dimension, standing *fit.Standing) []int {
	best := noPreference
	s.first = s.first[:0]
	for _, r := range standing.Judged {
		switch f := fit.FitOf(s.SumIn(r, d)); {
		case f == nil || *f <= noPreference || *f < best:
		case *f > best:
			best, s.first = *f, append(s.first[:0], r)
		default:
			s.first = append(s.first, r)
		}
	}
	return s.first
}

// setAside returns the role that was worst most often, if it was worst more
// often than best. It returns -1 if there is no single such role or if the
// verdict is about it.
func (s *scorer) setAside(standing *fit.Standing) int {
	last, lastWorst, lastBest, ties := -1, 0, 0, 0
	for _, r := range standing.Judged {
		switch best, worst := s.Extremes(r); {
		case worst > lastWorst:
			last, lastWorst, lastBest, ties = r, worst, best, 0
		case worst == lastWorst:
			ties++
		}
	}
	if last < 0 || ties > 0 || lastWorst <= lastBest || slices.Contains(standing.About(), last) {
		return -1
	}
	return last
}

func (s *scorer) appendRoles(out []byte, p *person, standing *fit.Standing) []byte {
	open := byte('[')
	places := s.Places(standing)
	for i, r := range standing.Judged {
		out = s.appendRole(append(out, open), r, places[i], p)
		open = ','
	}
	for r := range s.roles {
		if _, shown := s.Sum(r); shown == 0 {
			out = s.appendRole(append(out, open), r, 0, p)
			open = ','
		}
	}
	return closed(out, open, '[', ']')
}

func (s *scorer) appendRole(out []byte, role, place int, p *person) []byte {
	t := &s.whole.roles[role]
	out = strconv.AppendInt(append(out, t.before...), int64(place), 10)
	out = appendOrNull(append(out, `,"fit":`...), s.fit(role))
	out = s.appendDimensionsOf(append(out, `,"dimensions":`...), role, s.SumIn)
	if c := p.card(role); c != "" {
		out = append(append(append(out, `,"card":"`...), c...), '"')
	}
	best, worst := s.Extremes(role)
	_, shown := s.Sum(role)
	out = strconv.AppendInt(append(out, `,"best":`...), int64(best), 10)
	out = strconv.AppendInt(append(out, `,"worst":`...), int64(worst), 10)
	out = strconv.AppendInt(append(out, `,"shown":`...), int64(shown), 10)
	out = append(out, `,"readiness":`...)
	share, rated := s.readiness(role, p)
	if rated > 0 {
		out = s.appendNumber(out, share)
	} else {
		out = append(out, "null"...)
	}
	out = strconv.AppendInt(append(out, `,"rated":`...), int64(rated), 10)
	out = strconv.AppendInt(append(out, `,"needed":`...), int64(len(s.needs[role])), 10)
	out = s.appendNeeds(append(out, `,"needs":`...), role, p)
	if rated > 0 && len(s.quiz.Pack.Grades) > 0 {
		out = s.appendGrade(append(out, `,"grade":`...), role, len(s.needs[role])-rated, p)
	}
	return append(out, t.after...)
}

// appendGrade appends the fit.GradeResult of a role.
func (s *scorer) appendGrade(out []byte, role, unrated int, p *person) []byte {
	grades, needs, open := s.quiz.Pack.Grades, s.whole.roles[role].grades, byte('{')
	ready := slices.IndexFunc(needs, func(of []gradeNeed) bool { return slices.ContainsFunc(of, p.lacks) })
	if ready < 0 {
		ready = len(grades)
	}
	if ready > 0 {
		out = append(append(append(append(out, open), `"ready":"`...), grades[ready-1]...), '"')
		open = ','
	}
	if ready < len(grades) {
		out = append(append(append(append(out, open), `"next":"`...), grades[ready]...), '"')
		open = ','
	}
	out = append(append(out, open), `"lacks":`...)
	open = '['
	if ready < len(grades) {
		for _, n := range needs[ready] {
			if p.lacks(n) {
				level, _ := p.level(n.skill)
				out = append(strconv.AppendInt(append(append(out, open), n.text...), int64(level), 10), '}')
				open = ','
			}
		}
	}
	out = closed(out, open, '[', ']')
	out = strconv.AppendInt(append(out, `,"unrated":`...), int64(unrated), 10)
	out = append(append(out, `,"levels":"`...), s.quiz.Pack.MiddleGrade()...)
	return append(out, `"}`...)
}

// lacks reports whether a person rated a skill lower than a grade needs.
func (p *person) lacks(n gradeNeed) bool {
	level, rated := p.level(n.skill)
	return rated && level < n.level
}

// A quoted is a response that may be quoted as evidence.
type quoted struct{ response, weight int }

// perSide is the number of answers quoted for each of the two roles.
const perSide = 3

func (s *scorer) appendEvidence(out []byte, order []int, standing *fit.Standing) []byte {
	open := byte('[')
	if standing.Second >= 0 {
		s.weigh(order, standing)
		for side, role := range []int{standing.Leader, standing.Second} {
			for _, e := range s.sides[side][:min(perSide, len(s.sides[side]))] {
				r := &s.Responses()[e.response]
				t := s.whole.question(r.Question)
				out = append(append(append(append(out, open), t.evidence...), '"'), s.quiz.Roles[role].ID...)
				out = strconv.AppendInt(append(out, `","weight":`...), int64(e.weight), 10)
				out = append(append(out, `,"best":`...), t.options[r.Best].quoted...)
				out = append(append(append(out, `,"worst":`...), t.options[r.Worst].quoted...), '}')
				open = ','
			}
		}
	}
	return closed(out, open, '[', ']')
}

// weigh sorts the answers that favor the leader and those that favor the second
// role, each by weight.
func (s *scorer) weigh(order []int, standing *fit.Standing) {
	s.sides[0], s.sides[1] = s.sides[0][:0], s.sides[1][:0]
	for _, i := range order {
		r := &s.Responses()[i]
		if r.Skip != "" {
			continue
		}
		switch weight := r.Score(standing.Leader) - r.Score(standing.Second); {
		case weight > 0:
			s.sides[0] = append(s.sides[0], quoted{i, weight})
		case weight < 0:
			s.sides[1] = append(s.sides[1], quoted{i, -weight})
		}
	}
	for _, side := range s.sides {
		slices.SortStableFunc(side, func(a, b quoted) int { return cmp.Compare(b.weight, a.weight) })
	}
}

func (s *scorer) appendGaps(out []byte, p *person, standing *fit.Standing) []byte {
	open := byte('[')
	for _, g := range s.gaps(p, standing) {
		i := slices.IndexFunc(s.quiz.Pack.Skills, func(x fit.Skill) bool { return x.ID == g.Skill })
		t := s.gap(i, g.Level)
		out = strconv.AppendInt(append(append(out, open), t.before...), int64(g.Needed), 10)
		open = ','
		out = append(out, `,"roles":["`...)
		for i, role := range g.Roles {
			if i > 0 {
				out = append(out, `","`...)
			}
			out = append(out, role...)
		}
		out = append(append(out, `"]`...), t.after...)
	}
	return closed(out, open, '[', ']')
}

func (s *scorer) gaps(p *person, standing *fit.Standing) []fit.Gap {
	if len(p.ratings) == 0 {
		return nil
	}
	var roles []*fit.Role
	for _, r := range standing.About() {
		roles = append(roles, s.quiz.Roles[r])
	}
	return fit.Gaps(s.quiz.Pack, func(id string) (int, bool) {
		return p.level(slices.IndexFunc(s.quiz.Pack.Skills, func(x fit.Skill) bool { return x.ID == id }))
	}, roles)
}

func (s *scorer) appendAnswers(out []byte, order []int) []byte {
	open := byte('[')
	for _, i := range order {
		r := &s.Responses()[i]
		t := s.whole.question(r.Question)
		out = append(append(out, open), t.answer...)
		open = ','
		if r.Skip != "" {
			out = append(append(append(out, `,"skip":"`...), r.Skip...), `"}`...)
			continue
		}
		out = append(append(out, `,"best":`...), t.options[r.Best].ref...)
		out = append(append(append(out, `,"worst":`...), t.options[r.Worst].ref...), '}')
	}
	return closed(out, open, '[', ']')
}

func (s *scorer) appendSkills(out []byte, p *person) []byte {
	open := byte('{')
	if len(p.ratings) > 0 {
		for _, skill := range s.whole.bySkill {
			i := slices.IndexFunc(p.ratings, func(r rating) bool { return r.skill == skill })
			if i < 0 {
				continue
			}
			out = append(out, open)
			open = ','
			if t := &s.whole.skills[skill]; p.ratings[i].skip != "" {
				out = append(out, t.unsure...)
			} else {
				out = append(out, t.levels[p.ratings[i].level]...)
			}
		}
	}
	return closed(out, open, '{', '}')
}

func (s *scorer) appendConditions(out []byte, p *person) []byte {
	open := byte('[')
	for i, texts := range s.whole.conditions {
		if answer := p.tolerance(i); answer != "" {
			out = append(append(out, open), texts[answer]...)
			open = ','
		}
	}
	return closed(out, open, '[', ']')
}

func (s *scorer) appendWholeConflicts(out []byte, p *person, standing *fit.Standing) []byte {
	open := byte('[')
	s.conflicts(p, standing, func(condition int, c conditional, answer fit.Tolerance) {
		key := conflict{condition, c.role, answer}
		if s.whole.conflicts[key] == "" {
			of := &s.quiz.Pack.Conditions[condition]
			s.whole.conflicts[key] = string(encode(fit.Conflict{Condition: of.ID, Name: of.Name, Role: s.quiz.Roles[c.role].ID, Level: c.level, Answer: answer, Source: c.source}))
		}
		out = append(append(out, open), s.whole.conflicts[key]...)
		open = ','
	})
	return closed(out, open, '[', ']')
}
