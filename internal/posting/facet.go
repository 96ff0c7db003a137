package posting

import (
	"cmp"
	"slices"

	"github.com/rolefit/rolefit/internal/posting/document"
	"github.com/rolefit/rolefit/internal/posting/number"
)

// A FacetQuote is a sentence about a theme of a role. If the theme has the id
// of one of the role's facets, the sentence is about that facet.
type FacetQuote struct {
	Facet string `json:"facet"` // role and theme, such as "sre/alerting"
	Quote
}

// A sentence is about a theme if it is about the theme's role with at least
// this probability, and if the theme's phrases in it have at least this
// combined worth, as do one phrase of three words and another phrase. A single
// phrase is too often about something else.
const (
	facetProbability = 0.5
	facetWorth       = 1.3
)

// facets returns the themes that a posting mentions, each with its strongest
// sentence, ordered by role and theme. Each sentence counts for only one theme.
func (m *Model) facets(d *document.Document, t *Text, p [][]float64, s *Scratch) []FacetQuote {
	book := m.Extractor.book
	best := map[int32]FacetQuote{}
	for i, u := range t.units {
		role := number.Argmax(p[i][:len(m.Roles)])
		if p[i][role] < facetProbability || u.section == document.Company || u.section == document.Offer {
			continue
		}
		sentence := d.Lines[u.line].Text[u.place.start:u.place.end]
		theme, worth := m.themeOf(sentence, role, s)
		if theme < 0 || worth <= best[theme].Weight {
			continue
		}
		q := quote(sentence, u.line, worth)
		q.Marks = m.phraseMarks(q.Text, func(h holder) bool { return h.theme == theme }, s)
		best[theme] = FacetQuote{m.Roles[role] + "/" + book.themes[theme].name, q}
	}
	out := []FacetQuote{}
	for i := range book.themes {
		if q, ok := best[int32(i)]; ok {
			out = append(out, q)
		}
	}
	return out
}

// themeOf returns the theme of a role that a sentence is about, or -1, and the
// combined worth of its phrases.
func (m *Model) themeOf(sentence string, role int, s *Scratch) (theme int32, worth float64) {
	m.find(sentence, s)
	perTheme := map[int32]float64{}
	for i, p := range s.phrases {
		if slices.Contains(s.phrases[:i], p) {
			continue
		}
		for _, h := range m.Extractor.book.holders[p] {
			if m.Extractor.book.themes[h.theme].role == role {
				perTheme[h.theme] += h.worth
			}
		}
	}
	theme = -1
	for t, w := range perTheme {
		if c := cmp.Compare(w, worth); w >= facetWorth && (c > 0 || c == 0 && t < theme) {
			theme, worth = t, w
		}
	}
	return theme, worth
}

// find stores the phrases of a sentence in the scratch.
func (m *Model) find(sentence string, s *Scratch) {
	s.tokens = m.Extractor.vocabulary.tokens(s.tokens[:0], sentence)
	s.heavy = heavyStems(s.heavy[:0], s.tokens, m.Extractor.vocabulary)
	s.phrases = m.Extractor.book.find(s.phrases[:0], s.heavy)
}

// phraseMarks returns the words of a sentence that belong to phrases with a
// holder for which holds is true.
func (m *Model) phraseMarks(sentence string, holds func(holder) bool, s *Scratch) []Mark {
	m.find(sentence, s)
	book := m.Extractor.book
	out := []Mark{}
	for _, t := range s.tokens {
		in := t.stem != unknown && slices.ContainsFunc(s.phrases, func(p int32) bool {
			return slices.Contains(book.phrases[p], t.stem) && slices.ContainsFunc(book.holders[p], holds)
		})
		switch {
		case !in:
		case len(out) > 0 && t.start-out[len(out)-1].End <= 1:
			out[len(out)-1].End = t.end
		default:
			out = append(out, Mark{t.start, t.end})
		}
	}
	return out
}
