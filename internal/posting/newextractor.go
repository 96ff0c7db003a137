package posting

// The functions in this file make an Extractor. Only learning requires them.

// NewExtractor returns an extractor that knows the phrases of a lexicon. It
// numbers words and features as it finds them, until Fix is called.
func NewExtractor(lexicon Lexicon, roles []string) *Extractor {
	v := newVocabulary()
	return &Extractor{vocabulary: v, book: newPhraseIndex(lexicon, roles, v), lines: newIndex(0)}
}

// AddLine numbers the features of a line, and returns them and the phrases in
// the line.
func (x *Extractor) AddLine(line string, s *Scratch) ([]Feature, []Mention) {
	s.tokens = x.vocabulary.tokens(s.tokens[:0], line)
	s.line.reset()
	eachKey(s.tokens, func(k Key, _, _ int) { s.line.add(x.lines.add(k)) })
	return s.line.features(1), x.mentions(nil, s, 1)
}

// EachKey calls f for the keys in each sentence of a text.
func (x *Extractor) EachKey(text string, s *Scratch, f func(Key)) {
	s.spans = sentences(s.spans[:0], text)
	for _, place := range s.spans {
		s.tokens = x.vocabulary.tokens(s.tokens[:0], text[place.start:place.end])
		eachKey(s.tokens, func(k Key, _, _ int) { f(k) })
	}
}

// Fix sets the words in postings and in their titles that are features, and
// fixes the vocabulary.
func (x *Extractor) Fix(roles int, words, titles []Key) {
	x.words = newIndex(int32(x.Signals(roles)))
	for _, k := range words {
		x.words.add(k)
	}
	x.titles = newIndex(x.words.base + int32(len(words)))
	for _, k := range titles {
		x.titles.add(k)
	}
	x.fix()
}

// Signals returns the number of signals. Features with lower numbers are
// signals.
func (x *Extractor) Signals(roles int) int {
	return len(newSums(roles+ExtraClasses).signals(roles, x.book, make([]float64, len(x.book.themes))))
}

// Features returns the features of a posting for the regressions on postings,
// without those of its title. Its signals come from a regression on lines.
// Phrases that aren't used are ignored; nil means that all are used.
func (x *Extractor) Features(t *Text, lines *Regression, used []bool) []Feature {
	roles := lines.Classes - ExtraClasses
	return t.features(sumsOf(t.units, topics(t.units, lines), roles), x.book, used, roles)
}

// Reweigh adds the phrases in a line to the probabilities of what it is about.
func (x *Extractor) Reweigh(p []float64, mentions []Mention) {
	x.book.reweigh(p, mentions, len(p)-ExtraClasses)
}

// Phrases returns the number of phrases in the lexicon.
func (x *Extractor) Phrases() int { return len(x.book.phrases) }

// Sentences returns the sentences and list items in a logical line.
func Sentences(line string) []string {
	var out []string
	for _, place := range sentences(nil, line) {
		out = append(out, line[place.start:place.end])
	}
	return out
}
