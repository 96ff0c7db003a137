package fit

import (
	"cmp"
	"slices"
)

// A Plan walks through the interview of one person: it says which question
// comes next for the answers so far. It is the one plan behind the terminal,
// plain lines, next, forms and the audit.
type Schedule struct {
	quiz  *Quiz
	seed  uint64
	tally *Tally
	bank  *[len(Dimensions)][]*Question // what may be asked in this set
	at    [len(Dimensions)]int          // the place in the bank of the next question
	asked []*Question
	round int
	quota [len(Dimensions)]int // questions still to be answered in this set
	turn  int                  // the dimension whose turn it is
	next  *Question
	// further is whether next is the first question of a set after the first.
	newRound bool
	order    []int // scratch of leading
}

// NewPlan begins an interview. The seed only orders roles that are equal in M
// where the later sets show the leading four of more.
func NewSchedule(q *Quiz, seed uint64) *Schedule {
	p := &Schedule{quiz: q, tally: NewTally(q)}
	p.Reset(seed)
	return p
}

// Reset begins anew, for another person.
func (p *Schedule) Reset(seed uint64) {
	p.seed = seed
	p.tally.Reset()
	p.asked = p.asked[:0]
	p.bank, p.at = &p.quiz.byDimension, [len(Dimensions)]int{}
	p.newRound = false
	p.begin(0)
	p.find()
}

// Next is the question that comes next; nil when the questions are over.
func (p *Schedule) Next() *Question { return p.next }

// Set is the set that the next question belongs to, from 0.
func (p *Schedule) Round() int { return p.round }

// Asked are the questions answered or skipped so far, in their order. The
// slice is valid until the next call.
func (p *Schedule) Asked() []*Question { return p.asked }

// Tally holds the answers so far.
func (p *Schedule) Tally() *Tally { return p.tally }

// Answer answers the next question with the indexes of two options.
func (p *Schedule) Answer(best, worst int) {
	p.tally.Add(p.next, best, worst)
	p.quota[p.next.Dimension]--
	p.advance()
}

// Skip passes over the next question. The dimension's next unused one makes
// it good.
func (p *Schedule) Skip() { p.advance() }

// A reply is what was said to one question: nothing when it is not known.
type planAnswer struct {
	known, skip bool
	best, worst int // indexes of options
}

// follow answers question after question as find says, until it does not know.
func (p *Schedule) follow(find func(*Question) planAnswer) {
	for p.next != nil {
		switch r := find(p.next); {
		case !r.known:
			return
		case r.skip:
			p.Skip()
		default:
			p.Answer(r.best, r.worst)
		}
	}
}

func (p *Schedule) begin(set int) {
	p.round, p.turn = set, 0
	for d := range p.quota {
		p.quota[d] = p.quiz.Rounds[set] / len(Dimensions)
		p.at[d] = p.unused(d, p.at[d])
	}
}

func (p *Schedule) advance() {
	d := int(p.next.Dimension)
	p.asked = append(p.asked, p.next)
	p.newRound = false
	p.at[d] = p.unused(d, p.at[d]+1)
	p.turn = (d + 1) % len(Dimensions)
	p.find()
}

// unused is the place of the dimension's next unused question from a place on.
// Within one bank everything before it is used; only a bank of the leading
// roles can hold questions that were asked from another.
func (p *Schedule) unused(d, from int) int {
	if p.round == 0 || !p.quiz.adapts() {
		return from
	}
	for from < len(p.bank[d]) && slices.ContainsFunc(p.asked, func(q *Question) bool { return q.ID == p.bank[d][from].ID }) {
		from++
	}
	return from
}

// find looks for the next question: in this set, else in those that follow,
// unless the verdict so far ends the interview.
func (p *Schedule) find() {
	for {
		if p.next = p.inRound(); p.next != nil || p.round == len(p.quiz.Rounds)-1 || p.over() {
			return
		}
		if p.quiz.adapts() {
			p.bank, p.at = p.quiz.laterBank(p.leading()), [len(Dimensions)]int{}
		}
		p.begin(p.round + 1)
		p.newRound = true
	}
}

// unfinished says whether the interview would ask more of somebody with so many
// answered questions. The later sets of more than four roles depend on the
// answers before, so a form, which asks all of its questions at once, is
// finished with as many answers as an interview can have.
func (p *Schedule) unfinished(answered int) bool {
	most := 0
	for _, n := range p.quiz.Rounds {
		most += n
	}
	return p.next != nil && !(p.quiz.adapts() && answered >= most)
}

// inSet is the next question of the dimension whose turn it is, or of the one
// after; nil when the set is complete.
func (p *Schedule) inRound() *Question {
	for i := range Dimensions {
		d := (p.turn + i) % len(Dimensions)
		if p.quota[d] > 0 && p.at[d] < len(p.bank[d]) {
			return p.bank[d][p.at[d]]
		}
	}
	return nil
}

// over says whether the verdict ends the interview after the current set:
// after the first when it is clear, later when it is clear or leaning.
func (p *Schedule) over() bool {
	switch p.tally.Standing().Verdict {
	case Clear:
		return true
	case Leaning:
		return p.round > 0
	}
	return false
}

// leading are the four roles highest in M, ascending by index. Roles equal in
// M are ordered by a hash of seed and id.
func (p *Schedule) leading() []int {
	p.order = p.order[:0]
	for r := range p.quiz.Roles {
		p.order = append(p.order, r)
	}
	slices.SortFunc(p.order, func(a, b int) int {
		if c := p.tally.byMean(a, b); c != 0 {
			return c
		}
		return p.quiz.bySeed(p.seed, a, b)
	})
	leading := p.order[:MaxShown]
	slices.Sort(leading)
	return leading
}

// draw lists the quiz's roles in an order that depends on the seed alone.
func (q *Quiz) seedOrder(seed uint64) []int {
	roles := make([]int, len(q.Roles))
	for i := range roles {
		roles[i] = i
	}
	slices.SortFunc(roles, func(a, b int) int { return q.bySeed(seed, a, b) })
	return roles
}

func (q *Quiz) bySeed(seed uint64, a, b int) int {
	return cmp.Compare(hash(seed, q.Roles[a].ID), hash(seed, q.Roles[b].ID))
}

// Left is how many questions are still to come, the next included: at least,
// when this set ends the interview, and at most, when no set does. Questions
// that make good a skip to come are not counted.
func (p *Schedule) Left() (atLeast, atMost int) {
	if p.next == nil {
		return 0, 0
	}
	later := 0
	for _, n := range p.quiz.Rounds[p.round+1:] {
		later += n / len(Dimensions)
	}
	for d := range Dimensions {
		unused := len(p.bank[d]) - p.at[d]
		here := min(p.quota[d], unused)
		atLeast += here
		if p.quiz.adapts() {
			atMost += here + later // the later sets have a bank of their own
		} else {
			atMost += min(p.quota[d]+later, unused)
		}
	}
	return atLeast, atMost
}
