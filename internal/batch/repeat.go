package batch

import (
	"cmp"
	"fmt"
	"hash/maphash"
	"slices"
	"strings"
	"sync"

	"github.com/rolefit/rolefit/internal/survey"
	"github.com/rolefit/rolefit/internal/wording"
)

// MaxCompared is the number of lines of each file that are compared to find
// people who are in the input twice. It bounds the memory, and the time that a
// large input takes.
const MaxCompared = 10_000

const (
	maxRepeats = 5 // maximum number of messages
	minSame    = 6 // fewer answers may be the same at random
)

// A repeats finds lines with the same content and lines with the same id. It
// only reports them: each line counts as a person.
type repeats struct {
	mu        sync.Mutex
	seed      maphash.Seed
	same, ids map[uint64][]place // by hash
}

// A place is where a person's answers are.
type place struct {
	file string
	unit string // row or line
	line int
}

func newRepeats() *repeats {
	return &repeats{seed: maphash.MakeSeed(), same: map[uint64][]place{}, ids: map[uint64][]place{}}
}

// add adds a person with content that identifies their answers and with an id.
// Either can be empty.
func (r *repeats) add(at place, content []byte, id string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(content) > 0 {
		h := maphash.Bytes(r.seed, content)
		r.same[h] = append(r.same[h], at)
	}
	if id != "" {
		h := maphash.String(r.seed, id)
		r.ids[h] = append(r.ids[h], at)
	}
}

// notes returns a message for each group of lines that may be one person.
func (r *repeats) notes() (notes []string) {
	var seen [][]place
	for _, places := range several(r.same) {
		seen = append(seen, places)
		notes = append(notes, listPlaces(places)+" have the same answers")
	}
	for _, places := range several(r.ids) {
		if !slices.ContainsFunc(seen, func(s []place) bool { return slices.Equal(s, places) }) {
			notes = append(notes, listPlaces(places)+" have the same id")
		}
	}
	if n := len(notes) - maxRepeats; n > 0 {
		notes = append(notes[:maxRepeats], fmt.Sprintf("and %s", wording.Plural(n, "more repetition", "more repetitions")))
	}
	if len(notes) > 0 {
		notes = append(notes, "Each of these counts as a person. If someone submitted twice, delete the copies and run this again.")
	}
	return notes
}

// several returns the groups of more than one place, in input order.
func several(by map[uint64][]place) (groups [][]place) {
	before := func(a, b place) int { return cmp.Or(strings.Compare(a.file, b.file), cmp.Compare(a.line, b.line)) }
	for _, places := range by {
		if len(places) > 1 {
			slices.SortFunc(places, before)
			groups = append(groups, places)
		}
	}
	slices.SortFunc(groups, func(a, b []place) int { return before(a[0], b[0]) })
	return groups
}

func listPlaces(places []place) string {
	if !slices.ContainsFunc(places, func(p place) bool { return p.file != places[0].file }) {
		var lines []int
		for _, p := range places {
			lines = append(lines, p.line)
		}
		return places[0].file + ": " + survey.Places(places[0].unit, lines)
	}
	var all []string
	for _, p := range places[:min(len(places), maxRepeats)] {
		all = append(all, fmt.Sprintf("%s:%d", p.file, p.line))
	}
	if len(places) > maxRepeats {
		all = append(all, "others")
	}
	return wording.And(all)
}

// compare remembers a line or document that was read, unless it is too late in
// its file. Lines of JSON aren't compared if they are scored, because there may be
// millions, or if they have no id and no time, because several people may give the
// same few answers.
func (w *worker) compare(c *chunk, first int, line []byte) {
	at := place{c.file, c.unit(), c.line + first}
	switch {
	case at.line > MaxCompared || c.header != nil && c.header.scores != nil:
	case c.header != nil:
		w.compareRow(at, c.header, line)
	case c.document, w.results && (strings.Contains(string(line), `"id"`) || strings.Contains(string(line), `"taken"`)):
		w.repeats.add(at, content(line), findID(line))
	}
}

// compareRow remembers a row of a table by all cells except the time and the id
// that the survey tool gave.
func (w *worker) compareRow(at place, h *header, line []byte) {
	cells, err := w.cells.split(line, h.comma)
	if err != nil {
		return
	}
	id, rest := h.columns.Identity(cells)
	if h.columns.Questions() < minSame {
		rest = ""
	}
	w.repeats.add(at, []byte(rest), id)
}
