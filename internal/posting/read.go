package posting

import (
	"cmp"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/posting/document"
	"github.com/rolefit/rolefit/internal/posting/number"
)

// leastWork is the minimum number of lines about a role or its work. With
// fewer, there is no verdict if the model doesn't know other jobs.
const leastWork = 1.0

// read fills in a reading of the document, using the model.
func (m *Model) read(d *document.Document, s *Scratch, out *Reading) {
	roles := len(m.Roles)
	t := m.Extractor.Text(d, s)
	p := topics(t.units, m.Lines)
	total := sumsOf(t.units, p, roles)
	features := t.features(total, m.Extractor.book, nil, roles)
	plain := m.Heads.Score(features)
	at, say := m.Plain, plain
	if len(t.Title) > 0 {
		at, say = m.Titled, m.Heads.Score(t.WithTitle(features))
	}
	verdict, named := out.thresholds(at).Verdict(say)
	if out.Title.Other && t.length < ShortWords || m.Input.None == 0 && sum(total.all[:roles+1]) < leastWork || len(t.units) == 0 {
		verdict, named = None, nil
	}
	out.set(verdict, named, m.Roles, plain)
	out.None = m.NoneShare.at(say.None)
	out.Facets = m.facets(d, t, p, s)
	for i, u := range t.units {
		m.Extractor.book.reweigh(p[i], t.Mentions[u.mentions.start:u.mentions.end], roles)
	}
	count := sumsOf(t.units, p, roles).count
	out.Mix = Mix{Words: t.length, Lines: len(t.units), Shared: int(count[roles]), Other: int(count[roles+1])}
	for r, id := range m.Roles {
		e := m.RoleShare.at(float64((1 - say.None) * say.Role[r]))
		out.Roles = append(out.Roles, Role{ID: id, Estimate: e, Lines: int(count[r]), Evidence: m.evidence(d, t, p, r)})
	}
	out.scaleShares()
	out.sortRoles()
}

// thresholds returns the thresholds for the verdict. With a title for another
// profession, the text must be more likely to be for a role than not.
func (out *Reading) thresholds(at Threshold) Threshold {
	const even = 0.5
	if out.Title.Other {
		at.None = min(at.None, even)
	}
	return at
}

// set sets the verdict and whether the title disagrees with the text.
func (out *Reading) set(v Verdict, named []int, roles []string, plain Score) {
	out.Verdict = v
	for _, r := range named {
		out.Named = append(out.Named, roles[r])
	}
	first := roles[number.Argmax(plain.Role)]
	out.Title.Differs = v != None && len(out.Title.Claims) > 0 && !slices.Contains(out.Title.Claims, first)
}

// scaleShares scales the shares so that those of all roles and of other jobs sum
// to 1. They were measured separately, but a reader names one of them.
func (out *Reading) scaleShares() {
	total := out.None.Share
	for _, r := range out.Roles {
		total += r.Estimate.Share
	}
	if total == 0 {
		return
	}
	out.None.Share /= total
	for i := range out.Roles {
		out.Roles[i].Estimate.Share /= total
	}
}

func (out *Reading) sortRoles() {
	slices.SortStableFunc(out.Roles, func(a, b Role) int { return cmp.Compare(b.Estimate.Score, a.Estimate.Score) })
}

func sum(v []float64) float64 {
	total := 0.0
	for _, x := range v {
		total += x
	}
	return total
}

// Minimum probabilities for a line to be quoted for a role. The second applies
// if no line reaches the first.
const (
	leastEvidence = 0.5
	weakEvidence  = 0.25
)

// evidence returns the lines that support a role most strongly.
func (m *Model) evidence(d *document.Document, t *Text, p [][]float64, role int) []Quote {
	out := m.quotes(d, t, p, role, leastEvidence)
	if len(out) == 0 {
		out = m.quotes(d, t, p, role, weakEvidence)
	}
	return out
}

func (m *Model) quotes(d *document.Document, t *Text, p [][]float64, role int, least float64) []Quote {
	var best []int
	for i := range p {
		if p[i][role] >= least && number.Argmax(p[i][:len(m.Roles)]) == role {
			best = append(best, i)
		}
	}
	slices.SortStableFunc(best, func(a, b int) int { return cmp.Compare(p[b][role], p[a][role]) })
	out := []Quote{}
	for _, i := range best {
		u := t.units[i]
		q := quote(d.Lines[u.line].Text[u.place.start:u.place.end], u.line, p[i][role])
		if repeated(out, q.Text) {
			continue
		}
		if q.Marks = affirmed(q.Text, m.marks(q.Text, role)); len(q.Marks) == 0 {
			holds := func(h holder) bool { return m.Extractor.book.themes[h.theme].role == role }
			q.Marks = affirmed(q.Text, m.phraseMarks(q.Text, holds, new(Scratch)))
		}
		if len(q.Marks) == 0 {
			continue
		}
		if out = append(out, q); len(out) == MaxEvidence {
			break
		}
	}
	return out
}

// repeated reports whether the list already contains the text, ignoring
// punctuation.
func repeated(list []Quote, text string) bool {
	bare := func(s string) string { return strings.TrimRight(s, " .;,:") }
	return slices.ContainsFunc(list, func(q Quote) bool { return strings.EqualFold(bare(q.Text), bare(text)) })
}

// quote returns a quote of the text, which is cut after a word if it is too
// long.
func quote(text string, line int, weight float64) Quote {
	q := Quote{Text: text, Weight: weight, Line: line, Marks: []Mark{}}
	if len(text) <= MaxQuote {
		return q
	}
	end := MaxQuote
	for end > 0 && text[end] != ' ' {
		end--
	}
	if end == 0 {
		for end = MaxQuote; end > 0 && text[end]&0xC0 == 0x80; {
			end--
		}
	}
	q.Text, q.Cut = text[:end], true
	return q
}

const (
	leastMark = 0.35 // minimum weight of a marked word, relative to its mean weight in the other classes
	maxMarks  = 6
)

// marks returns the words in a line that support a role most. A word's support
// is the weight of its stem, and half the weight of each pair that contains it,
// both relative to the mean of the other classes. Light words and numbers
// aren't marked.
func (m *Model) marks(line string, role int) []Mark {
	x := m.Extractor
	tokens := x.vocabulary.tokens(nil, line)
	weight := make([]float64, len(tokens))
	eachKey(tokens, func(k Key, first, last int) {
		id, ok := x.lines.number[k]
		if !ok {
			return
		}
		w := m.Lines.Weights[int(id)*m.Lines.Classes : int(id+1)*m.Lines.Classes]
		excess := w[role] - (sum(w)-w[role])/float64(len(w)-1)
		weight[first] += float64(excess / 2) // the conversion keeps processors from fusing this with the sum
		weight[last] += float64(excess / 2)
	})
	var chosen []int
	for i, w := range weight {
		if w >= leastMark && !x.vocabulary.light[tokens[i].stem] && !isNumber(line[tokens[i].start:tokens[i].end]) {
			chosen = append(chosen, i)
		}
	}
	slices.SortStableFunc(chosen, func(a, b int) int { return cmp.Compare(weight[b], weight[a]) })
	chosen = chosen[:min(len(chosen), maxMarks)]
	slices.Sort(chosen)
	out := []Mark{}
	for k, i := range chosen {
		if k > 0 && chosen[k-1] == i-1 && tokens[i].start-tokens[i-1].end == 1 {
			out[len(out)-1].End = tokens[i].end
			continue
		}
		out = append(out, Mark{tokens[i].start, tokens[i].end})
	}
	return out
}

func isNumber(word string) bool { return strings.Trim(word, "0123456789") == "" }
