package fast

import "github.com/rolefit/rolefit/internal/fit"

// A memo caches the part of an output line that depends only on the tally. Many
// people share a tally, because they were asked the same questions and the sums
// are small.
type memo struct {
	answered answeredBits
	total    uint64
	shown    sums // number of questions that show each role, by dimension
	text     string
}

// A Writer has 2^memoBits memos.
const memoBits = 14

// memo returns the memo for a tally or, if there is none, the memo to replace.
// A tally can be in either of two places, so that two tallies rarely keep
// replacing each other.
func (w *Writer) memo(t *tally, total uint64) (m *memo, found bool) {
	if w.memos == nil {
		w.memos = make([]memo, 1<<memoBits)
	}
	const golden = 0x9e3779b97f4a7c15 // 2^64 / golden ratio; spreads the differing bits
	i := (t.answered[0]*golden ^ t.answered[1] ^ total) * golden >> (64 - memoBits)
	first, second := &w.memos[i], &w.memos[i^1]
	switch {
	case first.total == total && first.answered == t.answered:
		return first, true
	case second.total == total && second.answered == t.answered:
		return second, true
	case first.text != "" && second.text == "":
		return second, false
	}
	return first, false
}

// remember appends the output for a line and returns true, if a memo contains
// all of it except the id. It creates the memo if necessary.
func (w *Writer) remember(out []byte, r *Reader) (_ []byte, ok bool) {
	if w.form == Whole || w.form == Brief && w.fields[0] != "id" || !r.summed() || len(r.cards) > 0 {
		return out, false
	}
	if w.form == Scores && (r.seeded || len(r.person.conditions) > 0) { // may have flags or conflicts
		return out, false
	}
	total := r.sums.total()
	m, found := w.memo(&r.tally, total)
	if !found && !w.learn(m, r, total) {
		return out, false
	}
	out = append(w.appendID(out, r.id), m.text...)
	if w.form == Scores {
		out = w.all.afterFits(out, r, m)
	}
	return out, true
}

// learn fills a memo. It returns false if the verdict depends on the order of
// the answers.
func (w *Writer) learn(m *memo, r *Reader, total uint64) bool {
	r.score(w.all.Scorer)
	standing := w.all.Standing()
	if standing.Verdict == fit.Clear || standing.Reason == fit.Provisional {
		return false
	}
	w.text = w.afterID(w.text[:0], w.all, &standing)
	*m = memo{answered: r.answered, total: total, text: string(w.text)}
	for role := range w.all.roles {
		for _, d := range fit.Dimensions {
			_, shown := w.all.SumIn(role, d)
			m.shown[d] |= uint64(shown) << (8 * role)
		}
	}
	return true
}

// sumIn is like fit.Scorer.SumIn, for the memo's tally.
func (m *memo) sumIn(t *tally, role int, d fit.Dimension) (sum, shown int) {
	shown = m.shown.of(role, d)
	return t.sums.of(role, d) - shown, shown
}
