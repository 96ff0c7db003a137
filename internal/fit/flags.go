package fit

import "strings"

// A Flag is a pattern in how a person answered that a report points out. It
// never changes a score.
type Flag string

// Known flags.
const (
	Fast      Flag = "fast"       // many answers came faster than the question can be read
	SamePlace Flag = "same-place" // the same positions on screen were chosen several times in a row
	Elsewhere Flag = "elsewhere"  // many questions skipped as None
)

// Thresholds of the flags.
const (
	fastShare        = 4  // one in four answers is fast
	secondsPerOption = 2  // minimum seconds per option
	wordsPerSecond   = 10 // faster than anyone reads
	sameInARow       = 4  // consecutive answers with the same positions
	elsewhereShare   = 3  // one in three questions is skipped as None
)

// flags returns the flags for answers in the order asked. Fast and SamePlace
// consider only answers whose time and positions on screen are known.
func (q *Quiz) flags(order []*Answer, a *Answers) []Flag {
	flags := []Flag{}
	answered, fast, none := 0, 0, 0
	run, longest, last := 0, 0, [2]int{-1, -1}
	for _, answer := range order {
		if answer.Skip == None {
			none++
		}
		if answer.Skip != "" {
			continue
		}
		answered++
		if answer.Seconds < 0 || !a.Seeded {
			continue
		}
		question := q.Question(answer.Question)
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
	if none > 0 && none*elsewhereShare >= len(order) {
		flags = append(flags, Elsewhere)
	}
	return flags
}

// fastest returns the minimum number of seconds that it takes to read and
// answer the question.
func (q *Question) fastest() float64 {
	return max(float64(secondsPerOption*len(q.Options)), float64(q.Words())/wordsPerSecond)
}

// Words returns the number of words in the prompt and the options.
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
