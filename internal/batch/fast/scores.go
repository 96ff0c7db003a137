package fast

import (
	"strconv"

	"github.com/rolefit/rolefit/internal/fit"
)

const scoresBeginning = `{"schema":"` + fit.ScoresSchema + `","id":`

// scores appends a fit.Scores, starting after the id.
func (s *scorer) scores(out []byte, p *person, standing *fit.Standing) []byte {
	out = s.upToFits(appendString(append(out, scoresBeginning...), p.id), standing)
	out = s.appendDimensions(append(out, `,"dimensions":`...), s.SumIn)
	out = s.appendCards(append(out, `,"cards":`...), p)
	out = s.appendReadiness(append(out, `,"readiness":`...), p)
	out = s.appendConflicts(append(out, `,"conflicts":`...), p, standing)
	out = s.appendFlags(append(out, `,"flags":`...), p, standing)
	return append(out, "}\n"...)
}

func (s *scorer) upToFits(out []byte, standing *fit.Standing) []byte {
	out = appendVerdict(out, standing)
	out = s.appendNamed(append(out, `,"named":`...), standing.Named)
	out = s.appendLead(append(out, `,"lead":`...), standing)
	return s.appendFits(append(out, `,"fits":`...))
}

// afterFits appends the fields that follow the fits, for a person without
// cards, conditions and flags.
func (s *scorer) afterFits(out []byte, r *Reader, m *memo) []byte {
	out = s.appendDimensions(append(out, `,"dimensions":`...), func(role int, d fit.Dimension) (sum, shown int) { return m.sumIn(&r.tally, role, d) })
	out = s.appendReadiness(append(out, `,"cards":{},"readiness":`...), &r.person)
	return append(out, `,"conflicts":[],"flags":[]}`+"\n"...)
}

func appendVerdict(out []byte, standing *fit.Standing) []byte {
	out = append(append(append(out, `,"verdict":"`...), standing.Verdict...), '"')
	if standing.Reason != "" {
		out = append(append(append(out, `,"reason":"`...), standing.Reason...), '"')
	}
	return out
}

func (s *scorer) appendLead(out []byte, standing *fit.Standing) []byte {
	if standing.Second < 0 {
		return append(out, "null"...)
	}
	lead := s.Lead(standing)
	return s.appendLeadOf(out, &lead)
}

func (s *scorer) appendLeadOf(out []byte, l *fit.Lead) []byte {
	out = append(append(append(out, `{"role":"`...), l.Role...), `","over":"`...)
	out = s.appendNumber(append(append(out, l.Over...), `","points":`...), l.Points)
	out = s.appendNumber(append(out, `,"stdErr":`...), l.StdErr)
	out = s.appendNumber(append(out, `,"clearAt":`...), l.ClearAt)
	return append(out, '}')
}

// A sumIn is a function like fit.Scorer.SumIn.
type sumIn func(role int, d fit.Dimension) (sum, shown int)

func (s *scorer) appendDimensions(out []byte, sum sumIn) []byte {
	open := byte('{')
	for r, name := range s.roles {
		out = s.appendDimensionsOf(append(append(out, open), name...), r, sum)
		open = ','
	}
	return append(out, '}')
}

// appendDimensionsOf appends the fit of a role in each dimension. Dimensions
// are in alphabetical order, as encoding/json writes them.
func (s *scorer) appendDimensionsOf(out []byte, role int, sum sumIn) []byte {
	for _, d := range fit.Dimensions {
		out = append(out, dimensionKeys[d]...)
		out = appendOrNull(out, s.fitText(sum(role, d)))
	}
	return append(out, '}')
}

var dimensionKeys = [len(fit.Dimensions)]string{`{"focus":`, `,"skills":`, `,"success":`}

func (s *scorer) appendCards(out []byte, p *person) []byte {
	open := byte('{')
	if len(p.cards) > 0 {
		for r, name := range s.roles {
			if rating := p.card(r); rating != "" {
				out = append(append(out, open), name...)
				out = append(append(append(out, '"'), rating...), '"')
				open = ','
			}
		}
	}
	return closed(out, open, '{', '}')
}

// closed appends the closing bracket of a list. If the list is empty, it
// appends the opening bracket first.
func closed(out []byte, open, begin, end byte) []byte {
	if open == begin {
		out = append(out, begin)
	}
	return append(out, end)
}

func (s *scorer) appendReadiness(out []byte, p *person) []byte {
	open := byte('{')
	for r, name := range s.roles {
		share, rated := s.readiness(r, p)
		if rated == 0 {
			continue
		}
		out = append(append(out, open), name...)
		open = ','
		out = s.appendNumber(append(out, `{"share":`...), share)
		out = strconv.AppendInt(append(out, `,"rated":`...), int64(rated), 10)
		out = strconv.AppendInt(append(out, `,"needed":`...), int64(len(s.needs[r])), 10)
		out = append(out, '}')
	}
	return closed(out, open, '{', '}')
}

// readiness is like fit.Readiness for a role.
func (s *scorer) readiness(role int, p *person) (share float64, rated int) {
	if len(p.ratings) == 0 {
		return 0, 0
	}
	have, needed := 0, 0
	for _, n := range s.needs[role] {
		if level, ok := p.level(n.skill); ok {
			have, needed, rated = have+min(level, n.level), needed+n.level, rated+1
		}
	}
	return float64(have) / float64(needed), rated
}

// conflicts calls each for each conflict of the roles that the verdict is
// about.
func (s *scorer) conflicts(p *person, standing *fit.Standing, each func(condition int, c conditional, answer fit.Tolerance)) {
	if len(p.conditions) == 0 {
		return
	}
	for i, usual := range s.usual {
		answer := p.tolerance(i)
		for _, r := range standing.About() {
			for _, c := range usual {
				if c.role == r && answer.Conflicts(c.level) {
					each(i, c, answer)
				}
			}
		}
	}
}

func (s *scorer) appendConflicts(out []byte, p *person, standing *fit.Standing) []byte {
	open := byte('[')
	s.conflicts(p, standing, func(condition int, c conditional, answer fit.Tolerance) {
		out = append(append(append(out, open), `{"condition":"`...), s.quiz.Pack.Conditions[condition].ID...)
		out = append(append(out, `","role":"`...), s.quiz.Roles[c.role].ID...)
		out = strconv.AppendInt(append(out, `","level":`...), int64(c.level), 10)
		out = append(append(append(out, `,"answer":"`...), answer...), `"}`...)
		open = ','
	})
	return closed(out, open, '[', ']')
}

func (s *scorer) appendFlags(out []byte, p *person, standing *fit.Standing) []byte {
	open := byte('[')
	s.flags = s.Flags(s.flags[:0], standing)
	for _, f := range s.flags {
		out = append(append(append(append(out, open), '"'), f...), '"')
		open = ','
	}
	return closed(out, open, '[', ']')
}
