package posting

import (
	"maps"
	"slices"

	"github.com/rolefit/rolefit/internal/posting/number"
)

// A Lexicon lists, for each role and each theme of its work, phrases that
// postings use for the theme. It is written by hand.
type Lexicon map[string]map[string][]string

// maxPhrase is the maximum number of words in a phrase, not counting light
// words.
const maxPhrase = 5

// A theme identifies a theme of one role in a lexicon.
type theme struct {
	role int
	name string
}

// A holder is a theme that lists a phrase, and the phrase's worth for that
// theme.
type holder struct {
	theme int32
	worth float64
}

// A phraseIndex finds the phrases of a lexicon in sentences, comparing the
// stems of words that aren't light.
type phraseIndex struct {
	themes  []theme
	phrases [][]int32  // stems
	holders [][]holder // per phrase
	next    []map[int32]int32
	ends    []int32 // for each node of the trie, 1 + the phrase that ends there
}

// newPhraseIndex numbers the phrases of a lexicon, ordered by role, theme and
// phrase. It ignores roles that aren't listed in roles.
func newPhraseIndex(lexicon Lexicon, roles []string, v *vocabulary) *phraseIndex {
	b := emptyPhraseIndex()
	for r, role := range roles {
		for _, name := range slices.Sorted(maps.Keys(lexicon[role])) {
			b.themes = append(b.themes, theme{r, name})
			for _, phrase := range lexicon[role][name] {
				b.add(heavyStems(nil, v.tokens(nil, phrase), v), int32(len(b.themes)-1))
			}
		}
	}
	b.weigh(len(roles))
	return b
}

func emptyPhraseIndex() *phraseIndex {
	return &phraseIndex{next: []map[int32]int32{{}}, ends: []int32{0}}
}

// heavyStems appends the stems of the tokens that aren't light.
func heavyStems(buf []int32, tokens []token, v *vocabulary) []int32 {
	for _, t := range tokens {
		if t.stem == unknown || !v.light[t.stem] {
			buf = append(buf, t.stem)
		}
	}
	return buf
}

// add adds a phrase to a theme, unless the phrase is empty or too long.
func (b *phraseIndex) add(stems []int32, theme int32) {
	if len(stems) == 0 || len(stems) > maxPhrase {
		return
	}
	at := int32(0)
	for _, s := range stems {
		to, ok := b.next[at][s]
		if !ok {
			to = int32(len(b.next))
			b.next[at][s] = to
			b.next, b.ends = append(b.next, map[int32]int32{}), append(b.ends, 0)
		}
		at = to
	}
	if b.ends[at] == 0 {
		b.phrases, b.holders = append(b.phrases, stems), append(b.holders, nil)
		b.ends[at] = int32(len(b.phrases))
	}
	p := b.ends[at] - 1
	if !slices.ContainsFunc(b.holders[p], func(h holder) bool { return h.theme == theme }) {
		b.holders[p] = append(b.holders[p], holder{theme: theme})
	}
}

// worthOf is the worth of a phrase by its number of words; the last entry also
// applies to longer phrases. Short phrases are worth less, because they often
// match by accident.
var worthOf = [...]float64{0.3, 0.8, 1}

// weigh computes the worth of each phrase. The more roles list a phrase, the
// less it is worth, down to 0 if all do. Themes of the same role share the
// worth.
func (b *phraseIndex) weigh(roles int) {
	for p, holders := range b.holders {
		perRole := map[int]int{}
		for _, h := range holders {
			perRole[b.themes[h.theme].role]++
		}
		distinct := 1.0
		if roles > 1 {
			distinct = (1/float64(len(perRole)) - 1/float64(roles)) / (1 - 1/float64(roles))
		}
		worth := float64(worthOf[min(len(b.phrases[p]), len(worthOf))-1] * distinct)
		for i, h := range holders {
			holders[i].worth = worth / float64(perRole[b.themes[h.theme].role])
		}
	}
}

// find appends the phrases in a sentence that has these heavy stems.
func (b *phraseIndex) find(buf []int32, stems []int32) []int32 {
	for i := range stems {
		at := int32(0)
		for _, s := range stems[i:] {
			to, ok := b.next[at][s]
			if !ok {
				break
			}
			if at = to; b.ends[at] != 0 {
				buf = append(buf, b.ends[at]-1)
			}
		}
	}
	return buf
}

// A Mention is a phrase of the lexicon that a posting contains, and its weight
// there.
type Mention struct {
	Phrase int32 // its number, from 0
	weight float64
}

// phraseWeight is the weight of a line's phrases in what the line is about. With
// it, most of the labeled lines are read correctly.
const phraseWeight = 2

// reweigh multiplies the probabilities of the roles for a line by the odds that
// its phrases add, because the trade has more words than labeled lines contain.
func (b *phraseIndex) reweigh(p []float64, mentions []Mention, roles int) {
	if len(mentions) == 0 {
		return
	}
	worth := make([]float64, roles)
	for _, m := range mentions {
		for _, h := range b.holders[m.Phrase] {
			worth[b.themes[h.theme].role] += h.worth
		}
	}
	for r, x := range worth {
		p[r] *= number.Exp(float64(phraseWeight * (1 - number.Exp(-x))))
	}
	total := sum(p)
	for k := range p {
		p[k] /= total
	}
}

// points returns the points of each theme in [0, 1). Repeated mentions count
// less and less, so a theme never reaches one point. Phrases that aren't used
// are ignored; nil means that all are used.
func (b *phraseIndex) points(mentions []Mention, used []bool) []float64 {
	x := make([]float64, len(b.themes))
	for _, m := range mentions {
		if used != nil && !used[m.Phrase] {
			continue
		}
		for _, h := range b.holders[m.Phrase] {
			x[h.theme] += float64(m.weight * h.worth)
		}
	}
	for i := range x {
		x[i] = 1 - number.Exp(-x[i])
	}
	return x
}
