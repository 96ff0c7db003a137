package survey

import "github.com/rolefit/rolefit/internal/fit"

// A kind says what a column holds.
type kind int

const (
	ignored    kind = iota
	isRepeated      // what another column says, as ids
	isID
	isPack
	isTaken
	isSeed
	isStart
	isHolds
	isBest
	isWorst
	isSkip
	isSeconds
	isOption    // whether an option is best or worst, or its place
	isNumbered  // as isOption, or the option in this place
	isWhole     // all options from best to worst
	isCard      // by the id of a role or of a card
	isCondition // by id
	isSkill     // by id
)

// A column is what one column of a table holds.
type column struct {
	kind     kind
	question *fit.Question
	number   int    // of an option or a place, from 0
	id       string // of a card, condition or skill
	guessed  bool   // the label names the question only by its number in the form
}

// questionColumns holds the columns of one question, -1 for missing ones.
type questionColumns struct {
	*reader
	best, worst, skip, seconds int
	options                    [fit.MaxShown]int // by option
	numbered                   [fit.MaxShown]int // by number
	whole                      []int
}

func newQuestionColumns(x *fit.Question) *questionColumns {
	q := &questionColumns{reader: newReader(x), best: -1, worst: -1, skip: -1, seconds: -1}
	for i := range q.options {
		q.options[i], q.numbered[i] = -1, -1
	}
	return q
}

// add adds a column, unless the question has one of the kind.
func (q *questionColumns) add(c column, at int) (added bool) {
	to := (*int)(nil)
	switch c.kind {
	case isBest:
		to = &q.best
	case isWorst:
		to = &q.worst
	case isSkip:
		to = &q.skip
	case isSeconds:
		to = &q.seconds
	case isOption:
		to = &q.options[c.number]
	case isNumbered:
		to = &q.numbered[c.number]
	case isWhole:
		q.whole = append(q.whole, at)
		return true
	}
	if *to >= 0 {
		return false
	}
	*to = at
	return true
}

// settle decides what columns are that more than one reading fits. Two columns
// with the same label are best and worst; so are the only two rows of a grid
// whose rows have codes.
func (q *questionColumns) settle() {
	if q.best < 0 && q.worst < 0 && len(q.whole) == 2 {
		q.best, q.worst, q.whole = q.whole[0], q.whole[1], nil
	}
	if q.best < 0 && q.worst < 0 && q.numbered[0] >= 0 && q.numbered[1] >= 0 && q.numbered[2] < 0 && len(q.question.Options) > 2 {
		q.best, q.worst = q.numbered[0], q.numbered[1]
		q.numbered[0], q.numbered[1] = -1, -1
	}
}
