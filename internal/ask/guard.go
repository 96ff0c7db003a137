package ask

import "time"

// A guard detects keys that a person holds down, so that none of them answers
// more than one prompt.
type guard struct {
	now  func() time.Time
	key  string    // last key
	at   time.Time // time of the last key
	from string    // key that opened the page; "" if the page accepts it again at once
}

// heldGap is longer than the interval at which a terminal repeats a key that is
// held down, and shorter than the one at which people press it again and again.
const heldGap = 250 * time.Millisecond

// arrive starts the guard for a page that a key has opened. If one question
// follows another, it accepts the same key at once, because people often type
// numbers ahead.
func (g *guard) arrive(key string, was, now pageID) {
	if g.from = key; was.isQuestion() && now.isQuestion() && key != "enter" {
		g.from = ""
	}
}

// held reports whether a key has been held down since the previous page.
func (g *guard) held(key string) bool {
	before := *g
	g.key, g.at = key, g.now()
	elapsed := g.at.Sub(before.at)
	return key == before.key && key == g.from && elapsed >= 0 && elapsed < heldGap
}
