package ask

import "time"

// A guard ignores keys that were meant for the page before, so that a key that
// is held down or pressed too often never answers two prompts.
type guard struct {
	now     func() time.Time
	since   time.Time     // when the page came up
	key     string        // the key that brought it up
	pause   time.Duration // how long the page ignores any key
	repeats bool          // whether the page takes that key at once
	ignored time.Time     // when a key was last ignored
}

const (
	// keyPause is how long keys do nothing after a prompt has come up. Keys that
	// follow an ignored one more closely repeat it.
	keyPause = time.Second / 4
	// repeatDelay is longer than a keyboard waits before it repeats a key that is
	// held down.
	repeatDelay = 700 * time.Millisecond
)

// arrive starts the guard for a page that a key has brought up. Questions take
// keys at once, because they are often typed ahead; after another question, even
// the same key.
func (g *guard) arrive(key string, was, now pageID) {
	*g = guard{now: g.now, since: g.now(), key: key, repeats: was.isQuestion() && now.isQuestion()}
	if !now.isQuestion() {
		g.pause = keyPause
	}
}

// ignores reports whether a key comes too early.
func (g *guard) ignores(key string) bool {
	now, wait := g.now(), g.pause
	if key == g.key && !g.repeats {
		wait = repeatDelay
	}
	early := func(since time.Time, wait time.Duration) bool {
		elapsed := now.Sub(since)
		return elapsed >= 0 && elapsed < wait
	}
	if !early(g.since, wait) && !early(g.ignored, keyPause) {
		return false
	}
	g.ignored = now
	return true
}
