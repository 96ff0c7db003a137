package posting

import (
	"slices"
	"strings"
)

// lexicon reads the themes and their phrases, which become the first words of
// the vocabulary.
func (p *parser) lexicon() error {
	v := newVocabulary()
	book := emptyPhraseIndex()
	p.model.Extractor = &Extractor{vocabulary: v, book: book}
	line := p.file.Lexicon.line
	for row := range strings.Lines(p.file.Lexicon.text) {
		name, phrases, ok := strings.Cut(strings.TrimSuffix(row, "\n"), ":")
		role, themeName, _ := strings.Cut(name, "/")
		r := slices.Index(p.model.Roles, role)
		if !ok || r < 0 || len(book.themes) == maxThemes {
			return p.errorf(line, "expected role/theme: phrases, at most %d of them", maxThemes)
		}
		book.themes = append(book.themes, theme{r, themeName})
		for phrase := range strings.SplitSeq(phrases, ",") {
			var stems []int32
			for w := range strings.FieldsSeq(phrase) {
				stems = append(stems, v.of([]byte(w)))
			}
			book.add(stems, int32(len(book.themes)-1))
		}
		line++
	}
	book.weigh(len(p.model.Roles))
	return nil
}

// A rowReader reads the rows of a block. A row is words, a tab, and weights in
// hundredths.
type rowReader struct {
	*parser
	rest string
	line int
}

func (p *parser) rows(b block) *rowReader { return &rowReader{p, b.text, b.line} }

// next stores the weights of the next row and returns its words. It returns
// false at the end.
func (r *rowReader) next(weights []float64) (name string, ok bool, err error) {
	if r.rest == "" {
		return "", false, nil
	}
	row, rest, _ := strings.Cut(r.rest, "\n")
	r.rest = rest
	name, numbers, found := strings.Cut(row, "\t")
	if !found || name == "" || len(name) > 2*maxWord+1 {
		return "", false, r.errorf(r.line, "expected a feature, a tab and %d weights", len(weights))
	}
	for i := range weights {
		n, after, ok := leadingInt(numbers)
		if !ok || (after == "") != (i == len(weights)-1) {
			return "", false, r.errorf(r.line, "expected %d weights, each a whole number of at most %d", len(weights), maxWeight)
		}
		weights[i] = float64(n) / Precision
		numbers = after
	}
	r.line++
	return name, true, nil
}

// leadingInt parses a number and the space after it.
func leadingInt(s string) (n int, rest string, ok bool) {
	i := 0
	negative := strings.HasPrefix(s, "-")
	if negative {
		i++
	}
	digits := i
	for i < len(s) && s[i] >= '0' && s[i] <= '9' && n <= maxWeight {
		n = 10*n + int(s[i]-'0')
		i++
	}
	if i == digits || n > maxWeight {
		return 0, "", false
	}
	if negative {
		n = -n
	}
	if i < len(s) {
		if s[i] != ' ' {
			return 0, "", false
		}
		i++
	}
	return n, s[i:], true
}

// key returns the key for a row's words.
func (r *rowReader) key(name string) Key {
	v := r.model.Extractor.vocabulary
	first, second, pair := strings.Cut(name, " ")
	if !pair {
		return keyOf(v.of([]byte(first)), unknown)
	}
	return keyOf(v.of([]byte(first)), v.of([]byte(second)))
}

// bias reads the first row of a block, which is the bias.
func (r *rowReader) bias(classes int) ([]float64, error) {
	w := make([]float64, classes)
	name, ok, err := r.next(w)
	if err == nil && (!ok || name != "=") {
		err = r.errorf(r.line, "expected the bias, a row that begins with =")
	}
	return w, err
}

// features reads the rows of an index and appends their weights to the list,
// one row per feature.
func (r *rowReader) features(x *index, weights []float64, classes int) ([]float64, error) {
	w := make([]float64, classes)
	for {
		name, ok, err := r.next(w)
		if err != nil || !ok {
			return weights, err
		}
		before := len(x.keys)
		x.add(r.key(name))
		if len(x.keys) == before || len(x.keys) > maxRows {
			return nil, r.errorf(r.line-1, "expected at most %d different features", maxRows)
		}
		weights = append(weights, w...)
	}
}

func (p *parser) lines() error {
	classes := len(p.model.Roles) + ExtraClasses
	rows := p.rows(p.file.Weights.Lines)
	bias, err := rows.bias(classes)
	if err != nil {
		return err
	}
	x := newIndex(0)
	weights, err := rows.features(x, nil, classes)
	if err != nil {
		return err
	}
	p.model.Extractor.lines = x
	p.model.Lines = dense(len(x.keys), classes, append(weights, bias...))
	return nil
}

// dense returns a regression on features 0 to n-1, which have one row each.
func dense(n, classes int, weights []float64) *Regression {
	r := &Regression{Classes: classes, Row: make([]int32, n), Rows: n, Weights: weights}
	for i := range r.Row {
		r.Row[i] = int32(i) + 1
	}
	return r
}

// heads reads the two regressions on postings. They share rows, in which the
// weight for another job comes last.
func (p *parser) heads() error {
	n := len(p.model.Roles)
	x := p.model.Extractor
	rows := p.rows(p.file.Weights.Signals)
	bias, err := rows.bias(n + 1)
	if err != nil {
		return err
	}
	signals := x.Signals(n)
	weights := make([]float64, 0, (signals+1)*(n+1))
	for i := range signals {
		w := make([]float64, n+1)
		if _, ok, err := rows.next(w); err != nil || !ok {
			return p.errorf(rows.line, "found %d signals, expected %d", i, signals)
		}
		weights = append(weights, w...)
	}
	if rows.rest != "" {
		return p.errorf(rows.line, "more than %d signals", signals)
	}
	x.words = newIndex(int32(signals))
	if weights, err = p.rows(p.file.Weights.Words).features(x.words, weights, n+1); err != nil {
		return err
	}
	x.titles = newIndex(int32(signals + len(x.words.keys)))
	if weights, err = p.rows(p.file.Weights.Titles).features(x.titles, weights, n+1); err != nil {
		return err
	}
	p.model.Heads = splitHeads(append(weights, bias...), n)
	return nil
}

// splitHeads splits shared rows into the weights of the two regressions.
func splitHeads(weights []float64, roles int) Heads {
	rows := len(weights)/(roles+1) - 1
	role, none := make([]float64, 0, (rows+1)*roles), make([]float64, 0, rows+1)
	for i := range rows + 1 {
		w := weights[i*(roles+1) : (i+1)*(roles+1)]
		role = append(role, w[:roles]...)
		none = append(none, w[roles])
	}
	return Heads{Role: dense(rows, roles, role), None: dense(rows, 1, none)}
}
