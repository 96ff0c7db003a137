package fit

import "strings"

// A Flag is something about how the answers were given that a report asks
// about. It never changes a score.
type Flag string

// The flags.
const (
	Fast      Flag = "fast"       // many answers faster than the question can be read
	SamePlace Flag = "same-place" // the same places on screen, again and again
	Elsewhere Flag = "elsewhere"  // many questions in which nothing appealed
)

// The thresholds of the flags.
const (
	fastShare        = 4  // one in so many answers is fast
	secondsPerOption = 2  // the least that an answer takes, per option
	wordsPerSecond   = 10 // nobody reads faster
	sameInARow       = 4
	elsewhereShare   = 3 // one in so many questions is skipped as none
)

func (q *Quiz) flags(order []*Answer, a *Answers) []Flag {
	flags := []Flag{}
	answered, fast, none := 0, 0, 0
	run, longest, last := 0, 0, [2]int{-1, -1}
	for _, given := range order {
		if given.Skip == None {
			none++
		}
		if given.Skip != "" {
			continue
		}
		answered++
		if given.Seconds < 0 || !a.Seeded {
			continue
		}
		x := q.Question(given.Question)
		if given.Seconds < x.fastest() {
			fast++
		}
		if places := x.places(a.Seed, given); places == last {
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

// fastest is the number of seconds below which the question cannot have been
// read and answered.
func (x *Question) fastest() float64 {
	return max(secondsPerOption*float64(len(x.Options)), float64(x.Words())/wordsPerSecond)
}

// Words is how many words the question and its options have.
func (x *Question) Words() int {
	n := len(strings.Fields(x.Prompt))
	for i := range x.Options {
		n += len(strings.Fields(x.Options[i].Text))
	}
	return n
}

// places are where on screen the best and the worst option stood.
func (x *Question) places(seed uint64, given *Answer) (places [2]int) {
	for place, i := range Shuffle(seed, x.ID, len(x.Options)) {
		switch x.Options[i].Key {
		case given.Best:
			places[0] = place
		case given.Worst:
			places[1] = place
		}
	}
	return places
}
