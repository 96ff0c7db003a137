package posting

import (
	"math"

	"github.com/rolefit/rolefit/internal/posting/document"
)

// A unit is a sentence or a list item in a posting.
type unit struct {
	line     int // line index in the document
	place    span
	section  document.Section
	features []feature // features for the regression on lines
	mentions span      // range of its mentions in the text
}

// A text is a posting converted to features.
type text struct {
	units    []unit
	length   int // number of words
	words    []feature
	title    []feature
	mentions []mention
}

// An extractor converts documents to features, using fixed indexes. It is
// immutable.
type extractor struct {
	vocabulary *vocabulary
	book       *phraseIndex
	lines      *index // features of lines
	words      *index // words of a posting
	titles     *index // words of its title
}

// A scratch contains buffers that are reused from one posting to the next.
type scratch struct {
	tokens  []token
	spans   []span
	heavy   []int32
	phrases []int32
	line    counter
	word    counter
}

// wordScale and wordPlus determine the value of a word in a posting, which
// decreases with the posting's length.
const (
	wordScale = 6.5
	wordPlus  = 8
)

// maxUnits is the maximum number of sentences read in a document. Real postings
// have fewer.
const maxUnits = 2000

func (x *extractor) text(d *document.Document, s *scratch) *text {
	out := &text{}
	s.word.reset()
	for i, l := range d.Lines {
		s.spans = sentences(s.spans[:0], l.Text)
		for _, place := range s.spans {
			if len(out.units) == maxUnits {
				break
			}
			s.tokens = x.vocabulary.tokens(s.tokens[:0], l.Text[place.start:place.end])
			out.length += len(s.tokens)
			u := unit{line: i, place: place, section: l.Section}
			u.features = x.line(s)
			first := len(out.mentions)
			out.mentions = x.mentions(out.mentions, s, sectionWeight[l.Section])
			u.mentions = span{first, len(out.mentions)}
			out.units = append(out.units, u)
		}
	}
	out.words = s.word.features(wordScale / math.Sqrt(float64(out.length+wordPlus)))
	out.title = x.title(d.Title, s)
	return out
}

// line returns the features of the sentence whose tokens are in the scratch,
// and counts its words for the posting.
func (x *extractor) line(s *scratch) []feature {
	s.line.reset()
	eachKey(s.tokens, func(k key, _, _ int) {
		if id, ok := x.lines.number[k]; ok {
			s.line.add(id)
		}
		if id, ok := x.words.number[k]; ok {
			s.word.add(id)
		}
	})
	return s.line.features(1)
}

func (x *extractor) mentions(buf []mention, s *scratch, weight float64) []mention {
	s.heavy = heavyStems(s.heavy[:0], s.tokens, x.vocabulary)
	s.phrases = x.book.find(s.phrases[:0], s.heavy)
	for _, p := range s.phrases {
		buf = append(buf, mention{p, weight})
	}
	return buf
}

func (x *extractor) title(title string, s *scratch) []feature {
	s.tokens = x.vocabulary.tokens(s.tokens[:0], title)
	s.word.reset()
	eachKey(s.tokens, func(k key, _, _ int) {
		if id, ok := x.titles.number[k]; ok {
			s.word.add(id)
		}
	})
	return s.word.features(1)
}
