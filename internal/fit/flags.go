package fit

import "strings"

// A Flag is a pattern in the answers that a report asks about. It never changes
// a score.
type Flag string

// Known flags.
const (
	Fast      Flag = "fast"       // many answers given faster than the question can be read
	SamePlace Flag = "same-place" // the same places on screen several times in a row

	// CardDisagrees says that another card was wanted and that of the leading
	// role was not.
	CardDisagrees Flag = "card-disagrees"
)

// Thresholds of the flags.
const (
	fastShare        = 4  // one in four answers is fast
	secondsPerOption = 2  // the least time an answer takes, per option
	wordsPerSecond   = 10 // faster than anybody reads
	sameInARow       = 4  // answers with the same places
)

// flags returns the flags of how questions were answered, in the order asked.
// They look only at answers whose time and places on screen are known.
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
		question := q.of(answer)
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
