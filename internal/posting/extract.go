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
	features []Feature // features for the regression on lines
	mentions span      // range of its mentions in the text
}

// A Text is a posting converted to features.
type Text struct {
	units    []unit
	length   int // number of words
	words    []Feature
	Title    []Feature
	Mentions []Mention // phrases of the lexicon in it
}

// An Extractor converts documents to features. It is immutable, except during
// learning, until Fix fixes its indexes.
type Extractor struct {
	vocabulary *vocabulary
	book       *phraseIndex
	lines      *index          // features of lines
	words      *index          // words of a posting
	titles     *index          // words of its title
	numbers    map[Key]numbers // of lines and words, which are looked up together; see fix
}

// A numbers contains the numbers of a key in two indexes, or -1.
type numbers struct{ line, word int32 }

// fix makes the extractor immutable.
func (x *Extractor) fix() {
	x.vocabulary.grows = false
	x.numbers = make(map[Key]numbers, len(x.lines.keys)+len(x.words.keys))
	for k, id := range x.lines.number {
		x.numbers[k] = numbers{id, -1}
	}
	for k, id := range x.words.number {
		n, ok := x.numbers[k]
		if !ok {
			n.line = -1
		}
		x.numbers[k] = numbers{n.line, id}
	}
}

// A Scratch contains buffers that are reused from one posting to the next.
type Scratch struct {
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

// Text converts a document to features.
func (x *Extractor) Text(d *document.Document, s *Scratch) *Text {
	out := &Text{}
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
			first := len(out.Mentions)
			out.Mentions = x.mentions(out.Mentions, s, sectionWeight[l.Section])
			u.mentions = span{first, len(out.Mentions)}
			out.units = append(out.units, u)
		}
	}
	out.words = s.word.features(wordScale / math.Sqrt(float64(out.length+wordPlus)))
	out.Title = x.title(d.Title, s)
	return out
}

// line returns the features of the sentence whose tokens are in the scratch,
// and counts its words for the posting.
func (x *Extractor) line(s *Scratch) []Feature {
	s.line.reset()
	eachKey(s.tokens, func(k Key, _, _ int) {
		n, ok := x.numbers[k]
		if ok && n.line >= 0 {
			s.line.add(n.line)
		}
		if ok && n.word >= 0 {
			s.word.add(n.word)
		}
	})
	return s.line.features(1)
}

func (x *Extractor) mentions(buf []Mention, s *Scratch, weight float64) []Mention {
	s.heavy = heavyStems(s.heavy[:0], s.tokens, x.vocabulary)
	s.phrases = x.book.find(s.phrases[:0], s.heavy)
	for _, p := range s.phrases {
		buf = append(buf, Mention{p, weight})
	}
	return buf
}

func (x *Extractor) title(title string, s *Scratch) []Feature {
	s.tokens = x.vocabulary.tokens(s.tokens[:0], title)
	s.word.reset()
	eachKey(s.tokens, func(k Key, _, _ int) {
		if id, ok := x.titles.number[k]; ok {
			s.word.add(id)
		}
	})
	return s.word.features(1)
}
