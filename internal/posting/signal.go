package posting

import (
	"github.com/rolefit/rolefit/internal/posting/document"
	"github.com/rolefit/rolefit/internal/posting/number"
)

// sectionWeight is the weight of a lexicon phrase in each section.
var sectionWeight = map[document.Section]float64{
	document.Unknown: 0.8, document.Duties: 1, document.Requirements: 0.7,
	document.NiceToHave: 0.4, document.Company: 0.4, document.Offer: 0.1,
}

// A sums contains sums of the probabilities of a posting's lines, by class.
type sums struct {
	lines    float64
	all      []float64 // for each class
	duties   []float64 // over lines in the duties or without a heading
	required []float64 // over lines in the requirements
	top      []float64 // the maximum
	count    []float64 // number of lines that are most about the class
}

func newSums(classes int) *sums {
	v := make([]float64, 5*classes)
	part := func(i int) []float64 { return v[i*classes : (i+1)*classes] }
	return &sums{all: part(0), duties: part(1), required: part(2), top: part(3), count: part(4)}
}

// topics returns the probabilities of the classes for each unit.
func topics(units []unit, lines *Regression) [][]float64 {
	k := lines.Classes
	p, flat := make([][]float64, len(units)), make([]float64, len(units)*k)
	for i, u := range units {
		p[i] = flat[i*k : (i+1)*k]
		lines.scores(u.features, p[i])
		number.Softmax(p[i])
	}
	return p
}

// sumsOf returns the sums for units with these probabilities.
func sumsOf(units []unit, p [][]float64, roles int) *sums {
	s := newSums(roles + ExtraClasses)
	for i, u := range units {
		s.add(p[i], u.section)
	}
	return s
}

func (s *sums) add(p []float64, section document.Section) {
	s.lines++
	for c, x := range p {
		s.all[c] += x
		s.top[c] = max(s.top[c], x)
		switch section {
		case document.Duties, document.Unknown:
			s.duties[c] += x
		case document.Requirements, document.NiceToHave:
			s.required[c] += x
		}
	}
	s.count[number.Argmax(p)]++
}

// floor keeps the logarithm of a sum finite. It is worth less than a single
// line.
const floor = 0.3

// signals returns the dense features of a posting: its sums on a log scale and
// as shares, followed by the points of the lexicon. Their number depends only
// on the numbers of roles and themes.
func (s *sums) signals(roles int, book *phraseIndex, points []float64) []Feature {
	var out []Feature
	add := func(x float64) { out = append(out, Feature{int32(len(out)), x}) }
	share := func(x, of, plus float64) { add(float64(2*x) / (of + plus)) }
	total := func(v []float64) float64 {
		sum := 0.0
		for _, x := range v[:roles] {
			sum += x
		}
		return sum
	}
	of, ofDuties := total(s.all), total(s.duties)
	work := of + s.all[roles]
	for _, x := range s.all {
		add(number.Ln(floor + x))
	}
	share(work, s.lines, 1)
	share(of, s.lines, 1)
	add(number.Ln(floor + of))
	add(number.Ln(floor + work))
	for r := range roles {
		share(s.all[r], of, 0.5)
		add(s.top[r])
		add(number.Ln(0.5 + s.count[r]))
		add(number.Ln(floor + s.duties[r]))
		share(s.duties[r], ofDuties, 0.5)
		add(number.Ln(floor + s.required[r]))
	}
	add(number.Ln(floor + s.duties[roles]))
	add(number.Ln(floor + s.duties[roles+1]))
	perRole := make([]float64, roles)
	for t, x := range points {
		perRole[book.themes[t].role] += x
	}
	sum := total(perRole)
	for _, x := range perRole {
		add(number.Ln(floor + x))
		share(x, sum, 1)
	}
	add(number.Ln(floor + sum))
	for _, x := range points {
		add(x)
	}
	return out
}

// features returns the features of a posting for the regressions on postings,
// without those of the title. Phrases that aren't used are ignored; nil means
// that all are used.
func (t *Text) features(s *sums, book *phraseIndex, used []bool, roles int) []Feature {
	return append(s.signals(roles, book, book.points(t.Mentions, used)), t.words...)
}

// WithTitle adds the features of the title to those of the posting.
func (t *Text) WithTitle(features []Feature) []Feature {
	return append(features[:len(features):len(features)], t.Title...)
}
