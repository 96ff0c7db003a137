package ask

import "time"

// A guard finds the keys that a person holds down, so that none of them answers
// more than one prompt.
type guard struct {
	now  func() time.Time
	key  string    // the last one
	at   time.Time // when it came
	from string    // the key that brought up the page; "" if the page takes it again at once
}

// heldGap is longer than a terminal takes to repeat a key that is held down.
const heldGap = 300 * time.Millisecond

// arrive starts the guard for a page that a key has brought up. After a question,
// the next one takes the same key at once, because numbers are often typed ahead.
func (g *guard) arrive(key string, was, now pageID) {
	if g.from = key; was.isQuestion() && now.isQuestion() && key != "enter" {
		g.from = ""
	}
}

// held reports whether a key is held down since the page before.
func (g *guard) held(key string) bool {
	before := *g
	g.key, g.at = key, g.now()
	elapsed := g.at.Sub(before.at)
	return key == before.key && key == g.from && elapsed >= 0 && elapsed < heldGap
}
