package posting

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/rolefit/rolefit/internal/posting/document"
	"github.com/rolefit/rolefit/internal/posting/number"
)

// A guesser reads postings using only the wording of a pack: the phrases of its
// lexicon, the words of its facets, the names of its roles, and the terms for
// the skills that they need. It finds the most similar role, and can only guess
// whether a posting is for another job.
type guesser struct {
	roles []string
	*Extractor
}

// Minimum points for a verdict. They are higher than a single theme can reach.
const (
	leastPoints  = 1.4
	mixedPoints  = 0.6 // minimum ratio of the second role's points to the first's for naming both
	shortestWord = 4   // minimum length in bytes of a stem that counts by itself
)

func newGuesser(p packParts, roles []string) *guesser {
	v := newVocabulary()
	book := newPhraseIndex(p.Lexicon, roles, v)
	for _, role := range p.Roles {
		r := slices.Index(roles, role.ID)
		add := func(name string, phrases [][]int32) {
			book.themes = append(book.themes, theme{r, name})
			for _, stems := range phrases {
				book.add(stems, int32(len(book.themes)-1))
			}
		}
		for i, text := range role.Texts {
			add(strconv.Itoa(i), phrasesOf(text, v))
		}
		for _, name := range append([]string{role.Title}, role.Names...) {
			add("name", [][]int32{heavyStems(nil, v.tokens(nil, name), v)})
		}
		for _, s := range p.Skills {
			if !slices.Contains(role.Skills, s.ID) {
				continue
			}
			var terms [][]int32
			for _, t := range s.Terms {
				terms = append(terms, heavyStems(nil, v.tokens(nil, t), v))
			}
			add(s.ID, terms)
		}
	}
	book.weigh(len(roles))
	v.grows = false
	return &guesser{roles, &Extractor{vocabulary: v, book: book, lines: newIndex(0), words: newIndex(0), titles: newIndex(0)}}
}

// phrasesOf returns the longer words in text, and all pairs of consecutive
// words.
func phrasesOf(text string, v *vocabulary) [][]int32 {
	stems := heavyStems(nil, v.tokens(nil, text), v)
	var out [][]int32
	for i, s := range stems {
		if len(v.stems[s]) >= shortestWord {
			out = append(out, []int32{s})
		}
		if i+1 < len(stems) {
			out = append(out, []int32{s, stems[i+1]})
		}
	}
	return out
}

// read fills in a reading of the document, using the pack's wording.
func (g *guesser) read(d *document.Document, s *Scratch, out *Reading) {
	t := g.Text(d, s)
	points := make([]float64, len(g.roles))
	for i, x := range g.book.points(t.Mentions, nil) {
		points[g.book.themes[i].role] += x
	}
	quotes := make([][]Quote, len(g.roles))
	lines := make([]int, len(g.roles))
	for _, u := range t.units {
		text := d.Lines[u.line].Text[u.place.start:u.place.end]
		if r, worth, marks := g.about(text, s); worth > 0 {
			if marks = affirmed(text, marks); len(marks) == 0 {
				continue
			}
			lines[r]++
			q := quote(text, u.line, worth)
			q.Marks = slices.DeleteFunc(marks, func(m Mark) bool { return m.End > len(q.Text) })
			quotes[r] = append(quotes[r], q)
		}
	}
	out.Mix = Mix{Words: t.length, Lines: len(t.units), Other: len(t.units)}
	total := max(sum(points), 1e-9)
	for r, id := range g.roles {
		slices.SortStableFunc(quotes[r], func(a, b Quote) int { return cmp.Compare(b.Weight, a.Weight) })
		out.Roles = append(out.Roles, Role{ID: id, Estimate: Estimate{Score: points[r] / total}, Lines: lines[r],
			Evidence: append([]Quote{}, quotes[r][:min(len(quotes[r]), MaxEvidence)]...)})
		out.Mix.Other -= lines[r]
	}
	g.decide(points, out)
	out.sortRoles()
}

func (g *guesser) decide(points []float64, out *Reading) {
	first, second := firstTwo(points)
	switch {
	case points[first] < leastPoints:
		out.set(None, nil, g.roles, Score{Role: points})
	case points[second] >= mixedPoints*points[first]:
		out.set(Mixed, []int{first, second}, g.roles, Score{Role: points})
	default:
		out.set(One, []int{first}, g.roles, Score{Role: points})
	}
}

// about returns the role that a sentence supports most, the strength of that
// support in [0, 1), and the supporting words.
func (g *guesser) about(sentence string, s *Scratch) (role int, worth float64, marks []Mark) {
	s.tokens = g.vocabulary.tokens(s.tokens[:0], sentence)
	s.heavy = heavyStems(s.heavy[:0], s.tokens, g.vocabulary)
	s.phrases = g.book.find(s.phrases[:0], s.heavy)
	perRole := make([]float64, len(g.roles))
	for _, p := range s.phrases {
		for _, h := range g.book.holders[p] {
			perRole[g.book.themes[h.theme].role] += h.worth
		}
	}
	role = number.Argmax(perRole)
	if perRole[role] < leastEvidence {
		return role, 0, nil
	}
	for _, t := range s.tokens {
		if t.stem != unknown && slices.ContainsFunc(s.phrases, func(p int32) bool { return g.speaks(p, t.stem, role) }) {
			marks = append(marks, Mark{t.start, t.end})
		}
	}
	return role, 1 - number.Exp(-perRole[role]), marks
}

// speaks reports whether a phrase contains a stem and is worth something for a
// role.
func (g *guesser) speaks(phrase, stem int32, role int) bool {
	return slices.Contains(g.book.phrases[phrase], stem) && slices.ContainsFunc(g.book.holders[phrase], func(h holder) bool {
		return h.worth > 0 && g.book.themes[h.theme].role == role
	})
}
