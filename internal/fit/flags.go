package fit

import "strings"

// A Flag identifies a pattern in the answers that a report asks about. It never
// changes a score.
type Flag string

// Flags for patterns that may mean that the answers aren't deliberate, or that
// they disagree with each other.
const (
	Fast      Flag = "fast"       // many answers came faster than the question can be read
	SamePlace Flag = "same-place" // several answers in a row chose the same positions on screen

	// CardDisagrees means that the person wanted some card, but not the card of
	// any role that the verdict is about.
	CardDisagrees Flag = "card-disagrees"
)

const (
	fastShare        = 4  // one in this many answers must be fast
	secondsPerOption = 2  // minimum time for an answer, per option
	wordsPerSecond   = 10 // faster than anyone reads
	sameInARow       = 4  // number of consecutive answers with the same positions
)

// flags returns the flags about how the questions were answered, given the
// answers in the order asked. It ignores answers whose time or positions on
// screen are unknown.
func (q *Quiz) flags(order []*Answer, a *Answers) []Flag {
	flags := []Flag{}
	answered, fast := 0, 0
	run, longest, last := 0, 0, [2]int{-1, -1}
	for _, answer := range order {
		if answer.Skip != "" {
			continue
		}
		answered++
		if answer.Seconds < 0 || !a.Seeded {
			continue
		}
		question := q.questionFor(answer)
		if answer.Seconds < question.fastest() {
			fast++
		}
		if places := question.places(a.Seed, answer); places == last {
			run++
		} else {
			run, last = 1, places
		}
		longest = max(longest, run)
	}
	if fast > 0 && fast*fastShare >= answered {
		flags = append(flags, Fast)
	}
	if longest >= sameInARow {
		flags = append(flags, SamePlace)
	}
	return flags
}

// fastest returns the minimum number of seconds needed to read and answer the
// question.
func (q *Question) fastest() float64 {
	return max(float64(secondsPerOption*len(q.Options)), float64(q.Words())/wordsPerSecond)
}

// Words returns the total number of words in the prompt and the options.
func (q *Question) Words() int {
	n := len(strings.Fields(q.Prompt))
	for i := range q.Options {
		n += len(strings.Fields(q.Options[i].Text))
	}
	return n
}

// places returns the positions on screen of the best and the worst option.
func (q *Question) places(seed uint64, answer *Answer) (places [2]int) {
	for place, i := range Shuffle(seed, q.ID, len(q.Options)) {
		switch q.Options[i].Key {
		case answer.Best:
			places[0] = place
		case answer.Worst:
			places[1] = place
		}
	}
	return places
}
