package survey

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/rolefit/rolefit/internal/wording"
)

// A Slip is a reason to skip a question or a cell and to keep the person's
// other answers. People make slips that survey tools can't prevent, such as
// choosing the same option as best and worst.
type Slip int

// Slips in questions come first.
const (
	Same       Slip = iota // one option is best and worst
	TwoBests               // two options are best
	TwoWorsts              // two options are worst
	Half                   // only a best or only a worst, or no last place
	Unknown                // a cell that doesn't name an option
	Unreadable             // a cell about something else, such as a level
	Ambiguous              // a number that may count from 0 or from 1
	Stamp                  // a time stamp
	Stopped                // the last questions are empty
	numberOfSlips
)

// slipTexts explains what was skipped and why.
var slipTexts = [numberOfSlips]struct{ what, why string }{
	Same:       {"question", "best and worst were the same"},
	TwoBests:   {"question", "two options were best"},
	TwoWorsts:  {"question", "two options were worst"},
	Half:       {"question", "the best or the worst was missing"},
	Unknown:    {"question", "an answer was none of the options"},
	Unreadable: {"cell", "the value wasn't expected; to say what it means: --map FILE"},
	Ambiguous:  {"cell", "it isn't clear whether the numbers start at 0 or at 1; to say so: --map FILE, with numbers: 0 or numbers: 1"},
	Stopped:    {}, // see stopNote
	Stamp:      {"time stamp", "the format was ambiguous or unknown; expected one such as 2026-01-02T15:04:05Z"},
}

// A Skipped is a question or cell that was skipped, or the point where a person
// stopped.
type Skipped struct {
	Slip     Slip
	Text     string // what is wrong with it, for a message, or empty
	Value    string // the value that wasn't expected, for a message, or empty
	Question string // id of the skipped question, or empty
	After    int    // for Stopped, the position of the last question that isn't empty, from 1
	Of       int    // for Stopped, the number of questions
}

// A Slips counts what was skipped in a file. It is safe for concurrent use.
type Slips struct {
	mu     sync.Mutex
	counts [numberOfSlips]slipCount
}

type slipCount struct {
	skipped, people int
	lines           []int          // first lines, sorted
	first           string         // text of the first line
	questions       map[string]int // number of times that each question was skipped
	values          map[string]int // number of times that each value occurred
	least, most, of int            // for Stopped, the range of After, and Of
}

// maxLines is the maximum number of lines that a note lists.
const maxLines = 5

// Add counts what was skipped for the person in a line of the file.
func (s *Slips) Add(line int, skipped []Skipped) {
	if len(skipped) == 0 {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	var seen [numberOfSlips]bool
	for _, x := range skipped {
		n := &s.counts[x.Slip]
		n.skipped++
		countItem(&n.questions, x.Question)
		countItem(&n.values, x.Value)
		if x.Slip == Stopped {
			n.least, n.most, n.of = min(cmp.Or(n.least, x.After), x.After), max(n.most, x.After), x.Of
		}
		if seen[x.Slip] {
			continue
		}
		seen[x.Slip] = true
		n.people++
		at, _ := slices.BinarySearch(n.lines, line)
		if at == 0 {
			n.first = x.Text
		}
		n.lines = slices.Insert(n.lines, at, line)
		n.lines = n.lines[:min(len(n.lines), maxLines+1)]
	}
}

// maxDistinct is the maximum number of items counted for a note.
const maxDistinct = 1000

// countItem counts an item unless it is empty.
func countItem(counts *map[string]int, item string) {
	if item == "" || len(*counts) == maxDistinct && (*counts)[item] == 0 {
		return
	}
	if *counts == nil {
		*counts = map[string]int{}
	}
	(*counts)[item]++
}

// Notes returns a message about each kind of slip in the file. unit is row or
// line.
func (s *Slips) Notes(unit string) (notes []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for slip, n := range s.counts {
		if n.skipped == 0 {
			continue
		}
		if Slip(slip) == Stopped {
			notes = append(notes, n.stopNote(unit))
			continue
		}
		text := slipTexts[slip]
		note := fmt.Sprintf("%s of %s %s skipped, because %s (%s)", wording.Count(n.skipped, text.what), wording.Plural(n.people, "person", "people"),
			map[bool]string{true: "was", false: "were"}[n.skipped == 1], text.why, Places(unit, n.lines))
		if len(n.questions) > 0 {
			note += ": " + mostFrequent(n.questions, "%s")
		}
		if n.first != "" && Slip(slip) >= Unknown {
			note += ": " + n.first
		}
		if len(n.values) > 1 {
			note += fmt.Sprintf("; the values were %s; to say what they mean: --map FILE", mostFrequent(n.values, "%q"))
		}
		notes = append(notes, note)
	}
	return notes
}

// stopNote returns a message about the people who stopped.
func (n *slipCount) stopNote(unit string) string {
	after := fmt.Sprint(n.least)
	if n.most > n.least {
		after = fmt.Sprintf("%d to %d", n.least, n.most)
	}
	return fmt.Sprintf("%s stopped after %s of %s (%s)", wording.Plural(n.people, "person", "people"), after, wording.Count(n.of, "question"), Places(unit, n.lines))
}

// maxItems is the maximum number of items that a note lists.
const maxItems = 3

// mostFrequent lists the most frequent items in a format.
func mostFrequent(counts map[string]int, format string) string {
	keys := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(counts[b]-counts[a], strings.Compare(a, b))
	})
	var items []string
	for _, key := range keys[:min(len(keys), maxItems)] {
		items = append(items, fmt.Sprintf(format+" (%d)", key, counts[key]))
	}
	if more := len(keys) - maxItems; more > 0 {
		items = append(items, fmt.Sprintf("%d more", more))
	}
	return wording.And(items)
}

// Places formats the numbers of rows or lines for a message, which unit names. It
// shows only the first ones.
func Places(unit string, lines []int) string {
	var items []string
	for _, line := range lines[:min(len(lines), maxLines)] {
		items = append(items, fmt.Sprint(line))
	}
	if len(lines) > maxLines {
		items = append(items, "others")
	}
	if len(items) > 1 {
		unit += "s"
	}
	return unit + " " + wording.And(items)
}
