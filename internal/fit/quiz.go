package fit

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// Limits of a quiz.
const (
	MaxShown      = 4  // options in a question
	MaxRoles      = 64 // roles in a pack
	MaxInterview  = 12 // roles in an interview
	MaxCards      = 6  // role cards shown; with more roles, which of them depends on the answers
	minFirstRound = 12 // minimum number of questions in the first round with more than four roles
)

// A Quiz is a pack's questionnaire for some of its roles. It is safe for
// concurrent use.
type Quiz struct {
	Pack      *Pack
	Roles     []*Role // sorted by id
	Rounds    []int   // questions per round
	Questions []*Question
	Assembled bool // whether the questions were assembled from facets

	byID        map[string]*Question
	byDimension [len(Dimensions)][]*Question                   // in file order
	laterByID   func() map[string]*Question                    // returns all questions that only later rounds ask
	later       []atomic.Pointer[[len(Dimensions)][]*Question] // questions for later rounds, indexed by a bit set of the leading roles
}

// NewQuiz returns the quiz of a pack for the named roles, or for all roles if
// none is named. It returns an error if a role is unknown or repeated, or if
// there are fewer than two.
func NewQuiz(p *Pack, roles []string) (*Quiz, error) {
	q := &Quiz{Pack: p}
	for i := range p.Roles {
		if len(roles) == 0 || slices.Contains(roles, p.Roles[i].ID) {
			q.Roles = append(q.Roles, &p.Roles[i])
		}
	}
	for i, id := range roles {
		if p.Role(id) == nil {
			return nil, fmt.Errorf("role %q is not in pack %q, expected some of %s", id, p.ID, strings.Join(p.RoleIDs(), ", "))
		}
		if slices.Contains(roles[:i], id) {
			return nil, fmt.Errorf("role %q is named twice", id)
		}
	}
	if len(q.Roles) < 2 {
		return nil, fmt.Errorf("the number of roles of pack %q is %d, expected two or more", p.ID, len(q.Roles))
	}
	q.Rounds = roundSizes(p.Rounds, len(q.Roles))
	if q.Questions = q.written(); q.Questions == nil {
		q.Assembled = true
		q.Questions = assemble(p, q.Roles, 0)
	}
	q.byID = map[string]*Question{}
	for i, question := range q.Questions {
		question.index = i
		q.byID[question.ID] = question
	}
	q.byDimension = byDimension(q.Questions)
	if q.adapts() {
		q.later = make([]atomic.Pointer[[len(Dimensions)][]*Question], 1<<len(q.Roles))
	}
	q.laterByID = sync.OnceValue(q.allLater)
	return q, nil
}

// Chosen returns the ids of the quiz's roles, or nil if these are all roles of
// the pack, as in Answers.Roles.
func (q *Quiz) Chosen() []string {
	if len(q.Roles) == len(q.Pack.Roles) {
		return nil
	}
	ids := make([]string, len(q.Roles))
	for i, r := range q.Roles {
		ids[i] = r.ID
	}
	return ids
}

// defaultRounds are the rounds of a pack that doesn't set any, with up to four
// roles.
var defaultRounds = [...]int{12, 6, 6}

// roundSizes returns the number of questions in each round. The pack's own
// sizes are used if the first round then shows each role equally often in each
// dimension. Otherwise, with more than four roles, the first round has at least
// 1.5 questions per role. Later rounds show only the four leading roles and
// have half as many questions.
func roundSizes(own []int, roles int) []int {
	if HonorsRounds(own, roles) {
		return own
	}
	if roles <= MaxShown {
		return defaultRounds[:]
	}
	least := max(minFirstRound, len(Dimensions)*ceilDiv(3*roles, 2*len(Dimensions)))
	half := len(Dimensions) * ceilDiv(least, 2*len(Dimensions))
	return []int{ceilDiv(least, RoundStep(roles)) * RoundStep(roles), half, half}
}

// HonorsRounds reports whether these round sizes are used for an interview
// about this number of roles.
func HonorsRounds(rounds []int, roles int) bool {
	return len(rounds) > 0 && (rounds[0]%RoundStep(roles) == 0 || roles <= MaxShown)
}

// AllRounds returns the number of questions in the longest interview without
// skips or extra rounds.
func (q *Quiz) AllRounds() (questions int) {
	for _, n := range q.Rounds {
		questions += n
	}
	return questions
}

// InTurn returns the questions with alternating dimensions. Those of each
// dimension are in file order.
func (q *Quiz) InTurn() []*Question { return q.inTurn(len(q.Questions)) }

// Planned returns the questions of all rounds in interview order. A form can't
// restrict questions to the leading roles, so it has as many as are needed to
// show each role equally often.
func (q *Quiz) Planned() []*Question {
	step := RoundStep(len(q.Roles))
	return q.inTurn(ceilDiv(q.AllRounds(), step) * step / len(Dimensions))
}

func (q *Quiz) inTurn(perDimension int) (questions []*Question) {
	for i := range perDimension {
		for _, of := range q.byDimension {
			if i < len(of) {
				questions = append(questions, of[i])
			}
		}
	}
	return questions
}

// NeededSkills returns the skills that at least one role of the quiz needs, in
// pack order.
func (q *Quiz) NeededSkills() (skills []*Skill) {
	for i := range q.Pack.Skills {
		s := &q.Pack.Skills[i]
		if slices.ContainsFunc(q.Roles, func(r *Role) bool { return r.Need(s.ID) > 0 }) {
			skills = append(skills, s)
		}
	}
	return skills
}

func ceilDiv(a, b int) int { return (a + b - 1) / b }

// written returns the pack's own questions, restricted to the roles of the
// quiz. It returns nil if a question would then show too few roles, or if a
// role would never be shown.
func (q *Quiz) written() []*Question {
	if len(q.Pack.Written) == 0 {
		return nil
	}
	shown := make([]bool, len(q.Roles))
	var questions []*Question
	for _, written := range q.Pack.Written {
		question := written
		question.Options = nil
		for _, o := range written.Options {
			if o.role = q.roleIndex(o.Role); o.role >= 0 {
				question.Options = append(question.Options, o)
				shown[o.role] = true
			}
		}
		if len(question.Options) < min(MaxShown, len(q.Roles)) {
			return nil
		}
		questions = append(questions, &question)
	}
	if slices.Contains(shown, false) {
		return nil
	}
	return questions
}

func (q *Quiz) roleIndex(id string) int {
	return slices.IndexFunc(q.Roles, func(r *Role) bool { return r.ID == id })
}

// Question returns the question with the given id, or nil if the quiz can't ask
// it.
func (q *Quiz) Question(id string) *Question {
	if found := q.byID[id]; found != nil {
		return found
	}
	if !q.adapts() {
		return nil
	}
	return q.laterByID()[id]
}

// adapts reports whether the later rounds show only the leading roles.
func (q *Quiz) adapts() bool { return len(q.Roles) > MaxShown && len(q.Roles) <= MaxInterview }

// laterBank returns the questions, by dimension, that show only the given
// roles. The roles are indexes in ascending order.
func (q *Quiz) laterBank(leading []int) *[len(Dimensions)][]*Question {
	set := 0
	for _, r := range leading {
		set |= 1 << r
	}
	if bank := q.later[set].Load(); bank != nil {
		return bank
	}
	var questions []*Question
	if q.Assembled {
		questions = q.assembleLater(leading)
	} else {
		for _, question := range q.Questions {
			if !slices.ContainsFunc(question.Options, func(o Option) bool { return !slices.Contains(leading, o.role) }) {
				questions = append(questions, question)
			}
		}
	}
	bank := byDimension(questions)
	q.later[set].CompareAndSwap(nil, &bank)
	return q.later[set].Load()
}

// assembleLater assembles the questions of the later rounds for the leading
// roles, starting with facets that the first round doesn't use.
func (q *Quiz) assembleLater(leading []int) []*Question {
	roles := make([]*Role, len(leading))
	for i, r := range leading {
		roles[i] = q.Roles[r]
	}
	perRole := q.Rounds[0] / len(Dimensions) * MaxShown / len(q.Roles)
	questions := assemble(q.Pack, roles, perRole)
	for _, question := range questions {
		question.index = -1
		for i := range question.Options {
			question.Options[i].role = leading[question.Options[i].role]
		}
	}
	return questions
}

// allLater returns the later questions for every set of four roles, by id.
// Answers may refer to any of them, because changing an answer can change which
// roles lead.
func (q *Quiz) allLater() map[string]*Question {
	all := map[string]*Question{}
	for set := range uint(1) << len(q.Roles) {
		if bits.OnesCount(set) != MaxShown {
			continue
		}
		var leading []int
		for r := range q.Roles {
			if set>>r&1 == 1 {
				leading = append(leading, r)
			}
		}
		for _, questions := range q.laterBank(leading) {
			for _, question := range questions {
				all[question.ID] = question
			}
		}
	}
	return all
}

func byDimension(questions []*Question) (by [len(Dimensions)][]*Question) {
	for _, question := range questions {
		by[question.Dimension] = append(by[question.Dimension], question)
	}
	return by
}
