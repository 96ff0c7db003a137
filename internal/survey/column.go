package survey

import (
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/wording"
)

// A kind identifies the content of a column.
type kind int

const (
	ignored    kind = iota
	isRepeated      // repeats another column, with ids instead of text
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
	isOption    // a cell marks an option as best or worst, or gives its place
	isNumbered  // like isOption, or a cell names the option in this place
	isWhole     // a cell lists all options from best to worst
	isCard      // identified by a role id or a card id
	isCondition // identified by a condition id
	isSkill     // identified by a skill id
)

// A column describes the content of one column of a table.
type column struct {
	kind     kind
	question *fit.Question
	number   int    // index of an option or a place, from 0
	id       string // id of a card, condition or skill
	guessed  bool   // whether the label names the question only by its number in the form
}

// A questionColumns contains the indexes of the columns for one question, or
// -1.
type questionColumns struct {
	*reader
	best, worst, skip, seconds int
	options                    [fit.MaxShown]int // by option index
	numbered                   [fit.MaxShown]int // by number in the label, from 0
	whole                      []int
}

func newQuestionColumns(x *fit.Question) *questionColumns {
	q := &questionColumns{reader: newReader(x), best: -1, worst: -1, skip: -1, seconds: -1}
	q.options, q.numbered = noColumns(), noColumns()
	return q
}

// noColumns returns the indexes of the columns for the options of a question
// that has none.
func noColumns() (none [fit.MaxShown]int) {
	for i := range none {
		none[i] = -1
	}
	return none
}

// onlyNumbered returns the index of the question's column that is numbered 1 or
// 2, or -1 if there isn't exactly one numbered column.
func (q *questionColumns) onlyNumbered() int {
	first, second := q.numbered[0], q.numbered[1]
	if q.numbered == noColumns() || first >= 0 && second >= 0 || slices.Max(q.numbered[2:]) >= 0 {
		return -1
	}
	return max(first, second)
}

// add sets the index of a column of the question. It returns false if there
// already is a column of this kind.
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

// settle interprets columns that are ambiguous by themselves. Two columns with
// the same label are best and worst, even if a tool numbered the second one, as
// Microsoft Forms (2) and pandas (.1) do. So are the two rows of a grid that
// has exactly two numbered rows.
func (q *questionColumns) settle() {
	if second := q.onlyNumbered(); q.best < 0 && q.worst < 0 && len(q.whole) == 1 && second > q.whole[0] {
		q.whole = append(q.whole, second)
		q.numbered = noColumns()
	}
	if q.best < 0 && q.worst < 0 && len(q.whole) == 2 {
		q.best, q.worst, q.whole = q.whole[0], q.whole[1], nil
	}
	if q.best < 0 && q.worst < 0 && q.numbered[0] >= 0 && q.numbered[1] >= 0 && q.numbered[2] < 0 && len(q.question.Options) > 2 {
		q.best, q.worst = q.numbered[0], q.numbered[1]
		q.numbered[0], q.numbered[1] = -1, -1
	}
}

// missing describes the columns that are missing for an answer to be complete, or
// returns "".
func (q *questionColumns) missing() string {
	n := len(q.question.Options)
	var missing []string
	for i := range n {
		if q.options[i] < 0 {
			missing = append(missing, "option "+q.question.Options[i].Key)
		}
	}
	switch {
	case len(q.whole) > 0, q.best >= 0 && q.worst >= 0, n == 2 && max(q.best, q.worst) >= 0, !slices.Contains(q.numbered[:n], -1), len(missing) == 0:
		return ""
	case q.best >= 0:
		return "worst"
	case q.worst >= 0:
		return "best"
	case len(missing) == n:
		return "best and worst"
	}
	return wording.And(missing)
}
