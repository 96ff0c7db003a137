package fit

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// Limits of a quiz.
const (
	MaxShown      = 4  // options of a question
	MaxRoles      = 64 // roles of a pack
	MaxInterview  = 12 // roles of an interview
	maxCards      = 6  // role cards shown
	minFirstRound = 12 // questions of the first set with more than four roles
	rolesPerFirst = 1.5
)

// A Quiz is a pack's questionnaire for the roles asked for. It is made once
// and then only read; several goroutines may share it.
type Quiz struct {
	Pack      *Pack
	Roles     []*Role // sorted by id
	Rounds    []int   // questions per set
	Questions []*Question
	Assembled bool // whether the questions were made from the facets

	byID        map[string]*Question
	byDimension [len(Dimensions)][]*Question // in file order
	laterByID   func() map[string]*Question
	later       []atomic.Pointer[[len(Dimensions)][]*Question] // index has the bits of the leading roles
}

// NewQuiz makes the quiz of a pack for some of its roles, all when none is
// named. It fails for an unknown or repeated role, and for fewer than two.
func NewQuiz(p *Pack, roles []string) (*Quiz, error) {
	q := &Quiz{Pack: p}
	for i := range p.Roles {
		if len(roles) == 0 || slices.Contains(roles, p.Roles[i].ID) {
			q.Roles = append(q.Roles, &p.Roles[i])
		}
	}
	for i, id := range roles {
		if p.Role(id) == nil {
			return nil, fmt.Errorf("role %q is not in pack %q, expected some of %s", id, p.ID, strings.Join(roleIDs(p), ", "))
		}
		if slices.Contains(roles[:i], id) {
			return nil, fmt.Errorf("role %q is named twice", id)
		}
	}
	if len(q.Roles) < 2 {
		return nil, fmt.Errorf("%d of the roles of pack %q to choose from, expected two or more", len(q.Roles), p.ID)
	}
	q.Rounds = roundSizes(p.Rounds, len(q.Roles))
	if q.Questions = q.written(); q.Questions == nil {
		q.Assembled = true
		q.Questions = assemble(p, q.Roles, q.bankSize(), q.Rounds[0]/len(Dimensions), 0)
	}
	q.byID = map[string]*Question{}
	for i, x := range q.Questions {
		x.index = i
		q.byID[x.ID] = x
	}
	q.byDimension = byDimension(q.Questions)
	if q.adapts() {
		q.later = make([]atomic.Pointer[[len(Dimensions)][]*Question], 1<<len(q.Roles))
	}
	q.laterByID = sync.OnceValue(q.allLater)
	return q, nil
}

// Chosen are the ids of the quiz's roles if they are fewer than the pack's, as
// Answers name them; else nil.
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

func roleIDs(p *Pack) []string {
	ids := make([]string, len(p.Roles))
	for i, r := range p.Roles {
		ids[i] = r.ID
	}
	return ids
}

// setSizes are the questions per set: the pack's own for up to four roles.
func roundSizes(sets []int, roles int) []int {
	if roles <= MaxShown {
		return sets
	}
	first := max(minFirstRound, ceil3(rolesPerFirst*float64(roles)))
	half := ceil3(float64(first) / 2)
	return []int{first, half, half}
}

func ceil3(x float64) int { return 3 * int(math.Ceil(x/3)) }

// bankSize is how many questions a dimension should have: those of all sets
// and, to make skips good, half of the first again.
func (q *Quiz) bankSize() int {
	total := 0
	for _, n := range q.Rounds {
		total += n
	}
	return (total + q.Rounds[0]/2) / len(Dimensions)
}

// written cuts the pack's own questions down to the roles of the quiz; nil
// when they do not serve it: one shows too few, or a role is never shown.
func (q *Quiz) written() []*Question {
	if len(q.Pack.Written) == 0 {
		return nil
	}
	shown := make([]bool, len(q.Roles))
	var cut []*Question
	for _, w := range q.Pack.Written {
		c := w
		c.Options = nil
		for _, o := range w.Options {
			if o.role = q.roleIndex(o.Role); o.role >= 0 {
				c.Options = append(c.Options, o)
				shown[o.role] = true
			}
		}
		if len(c.Options) < min(MaxShown, len(q.Roles)) {
			return nil
		}
		cut = append(cut, &c)
	}
	if slices.Contains(shown, false) {
		return nil
	}
	return cut
}

func (q *Quiz) roleIndex(id string) int {
	return slices.IndexFunc(q.Roles, func(r *Role) bool { return r.ID == id })
}

// Question finds a question that this quiz can ask, by id; nil when there is
// none.
func (q *Quiz) Question(id string) *Question {
	if found := q.byID[id]; found != nil {
		return found
	}
	if !q.adapts() {
		return nil
	}
	return q.laterByID()[id]
}

// adapts says whether the later sets show only the leading roles.
func (q *Quiz) adapts() bool { return len(q.Roles) > MaxShown && len(q.Roles) <= MaxInterview }

// laterBank holds the questions, by dimension, that show only these roles
// (indexes, ascending).
func (q *Quiz) laterBank(leading []int) *[len(Dimensions)][]*Question {
	bits := 0
	for _, r := range leading {
		bits |= 1 << r
	}
	if made := q.later[bits].Load(); made != nil {
		return made
	}
	var questions []*Question
	if q.Assembled {
		questions = q.assembleLater(leading)
	} else {
		for _, x := range q.Questions {
			if !slices.ContainsFunc(x.Options, func(o Option) bool { return !slices.Contains(leading, o.role) }) {
				questions = append(questions, x)
			}
		}
	}
	bank := byDimension(questions)
	q.later[bits].CompareAndSwap(nil, &bank)
	return q.later[bits].Load()
}

// assembleLater makes the questions of the later sets for the leading roles.
// Their facets begin where those of the first set end.
func (q *Quiz) assembleLater(leading []int) []*Question {
	roles := make([]*Role, len(leading))
	for i, r := range leading {
		roles[i] = q.Roles[r]
	}
	perRole := (q.Rounds[0]/len(Dimensions)*MaxShown + len(q.Roles) - 1) / len(q.Roles)
	total := 0
	for _, n := range q.Rounds[1:] {
		total += n
	}
	questions := assemble(q.Pack, roles, (total+q.Rounds[1]/2)/len(Dimensions), q.Rounds[1]/len(Dimensions), perRole)
	for _, x := range questions {
		x.index = -1
		for i := range x.Options {
			x.Options[i].role = leading[x.Options[i].role]
		}
	}
	return questions
}

// allLater indexes the later questions of every four roles: what an answer
// may be for when a changed answer has changed who leads.
func (q *Quiz) allLater() map[string]*Question {
	all := map[string]*Question{}
	n := len(q.Roles)
	for a := range n {
		for b := a + 1; b < n; b++ {
			for c := b + 1; c < n; c++ {
				for d := c + 1; d < n; d++ {
					for _, questions := range q.laterBank([]int{a, b, c, d}) {
						for _, x := range questions {
							all[x.ID] = x
						}
					}
				}
			}
		}
	}
	return all
}

func byDimension(questions []*Question) (by [len(Dimensions)][]*Question) {
	for _, x := range questions {
		by[x.Dimension] = append(by[x.Dimension], x)
	}
	return by
}
