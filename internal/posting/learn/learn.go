package learn

import (
	"context"
	"fmt"

	"github.com/rolefit/rolefit/internal/posting"
)

// Options configures learning.
type Options struct {
	Roles      []string        // role ids, which must all occur in labels; nil means the roles of all frequent labels
	Lexicon    posting.Lexicon // may be empty
	Skills     []posting.Topic
	Conditions []posting.Topic
	Source     string                // where the postings come from
	Progress   func(done, total int) // called after each step, never concurrently; may be nil
}

// learn derives a model from labeled postings and lines, and evaluates it by
// cross-validation. The same input gives the same model. It returns the
// context's error if the context ends, or an error that describes a problem in
// the input.
func learn(ctx context.Context, postings []LabeledPosting, lines []LabeledLine, o Options) (*posting.Model, *posting.Evaluation, error) {
	if err := checkInput(postings); err != nil {
		return nil, nil, err
	}
	roles, err := rolesOf(postings, lines, o.Roles)
	if err != nil {
		return nil, nil, err
	}
	c := newCorpus(postings, lines, roles, &o)
	c.work = newWork(ctx, o.Progress)
	l := newLearner(c)
	m := &posting.Model{Counts: posting.Counts{Roles: roles, Input: c.input(lines, &o)}}
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	held := l.crossValidate()
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	m.Evaluation = posting.Evaluation{Folds: folds, Plain: l.evaluate(held.plain), Titled: l.evaluate(held.titled), Others: l.evaluateOthers(held.titled)}
	if len(lines) > 0 {
		m.Evaluation.Lines = l.evaluateLines()
	}
	m.Plain, m.Titled = thresholdOf(l.judged(held.plain, -1)), thresholdOf(l.judged(held.titled, -1))
	role, none := l.outcomes(held.plain)
	m.RoleShare, m.NoneShare = calibrate(role), calibrate(none)
	m.Weights = posting.Weights{Extractor: c.extractor, Lines: l.lineModels[[2]int{-1, -1}], Heads: *l.fit(l.trainingSet(-1))}
	m.Skills, m.Conditions = c.count(o.Skills), c.count(o.Conditions)
	m, err = posting.ParseModel("postings.yaml", m.YAML())
	if err != nil {
		return nil, nil, fmt.Errorf("reading back what was learned: %w", err)
	}
	return m, &m.Evaluation, nil
}

// Settings for the regressions. The cross-validation rounds weights just as the
// file does.
const (
	lineLimit   = 3500 // number of features in the regression on lines
	wordLimit   = 4000 // number of words and pairs in each regression on postings
	lineSteps   = 20
	headSteps   = 30
	linePenalty = 2
)

// penalties lists the candidates that are compared within each training set.
// Each fit starts from the previous one, and a few steps are enough to compare
// them.
const searchSteps = 16

var penalties = []float64{9, 3, 1}

// Weights of training examples. If a reader judged a posting, its weight
// depends on the reader's confidence, and otherwise on its title. Titles that
// name a role are less reliable than titles of other jobs, but there are many
// of the latter.
var readWeight = [...]float64{1, 0.5, 1, 1.5}

const (
	labelWeight     = 0.3
	noneLabelWeight = 0.3
	excerptWeight   = 0.5  // of an excerpt, relative to the posting
	mixedShare      = 0.75 // target of the first of two roles
)

// weightOf returns the weight of a posting as an example.
func (c *corpus) weightOf(t *truth) float64 {
	switch {
	case !c.anyRead:
		return 1
	case t.read:
		return readWeight[min(max(t.conf, 0), len(readWeight)-1)]
	case t.kind == posting.None:
		return noneLabelWeight
	}
	return labelWeight
}

// roleTarget returns the share of each role in a posting, or nil if the posting
// is for another job.
func (c *corpus) roleTarget(t *truth) []float64 {
	if t.kind == posting.None {
		return nil
	}
	target := make([]float64, len(c.roles))
	target[t.first] = 1
	if t.kind == posting.Mixed && t.second >= 0 {
		target[t.first] = mixedShare
		target[t.second] += 1 - mixedShare
	}
	return target
}

// A learner fits regressions on lines, each leaving out the lines in one or two
// folds.
type learner struct {
	*corpus
	lineModels map[[2]int]*posting.Regression
}

func newLearner(c *corpus) *learner {
	l := &learner{corpus: c, lineModels: map[[2]int]*posting.Regression{}}
	var pairs [][2]int
	for a := range folds {
		for b := a; b < folds; b++ {
			pairs = append(pairs, [2]int{a, b})
		}
	}
	pairs = append(pairs, [2]int{-1, -1})
	models := make([]*posting.Regression, len(pairs))
	l.work.inParallel(len(pairs), func(i int) { models[i] = l.fitLines(pairs[i][0], pairs[i][1]) })
	for i, p := range pairs {
		l.lineModels[p] = models[i]
	}
	return l
}

// fitLines fits the regression on lines, leaving out two folds.
func (l *learner) fitLines(a, b int) *posting.Regression {
	train, _ := split(l.lines, func(e example) bool { return e.fold == a || e.fold == b })
	return fitting{penalty: linePenalty, limit: lineLimit, steps: lineSteps, precision: posting.Precision}.fit(train, len(l.roles)+posting.ExtraClasses)
}

// features returns the features of a text from a posting for the heads of a
// fold. The signals among them come from a regression on lines that was trained
// on neither that fold nor the posting's own.
func (l *learner) features(t *posting.Text, own, fold int, used []bool) []posting.Feature {
	if t == nil {
		return nil
	}
	if fold < 0 {
		fold = own
	}
	m := l.lineModels[[2]int{min(own, fold), max(own, fold)}]
	return l.extractor.Features(t, m, used)
}

// A trainingSet contains the postings outside a fold, converted to features.
// Its slices have an element for each posting in the corpus.
type trainingSet struct {
	features [][]posting.Feature
	excerpts [][]posting.Feature
	mentions [][]posting.Feature // an element is nil if there is no such text, or if the posting is in the fold
	fold     int
}

func (l *learner) trainingSet(fold int) *trainingSet {
	used := l.usedPhrases(fold)
	n := len(l.postings)
	t := &trainingSet{make([][]posting.Feature, n), make([][]posting.Feature, n), make([][]posting.Feature, n), fold}
	for i := range l.postings {
		s := &l.postings[i]
		phrases := used
		if s.fold == fold {
			phrases = nil // rare phrases count in use
		}
		t.features[i] = l.features(s.text, s.fold, fold, phrases)
		if s.fold != fold {
			t.excerpts[i] = l.features(s.excerpt, s.fold, fold, used)
			t.mentions[i] = l.features(s.mention, s.fold, fold, used)
		}
	}
	return t
}

// examples returns the examples for both heads, from the postings outside the
// fold. Each judged posting is included with and without its title, because a
// reading must work in both cases. Postings that have only a label are included
// once, and every second one has its title. The examples of other jobs also
// include the excerpts, because a short text says less.
func (l *learner) examples(t *trainingSet) (role, none []example) {
	add := func(s *sample, features []posting.Feature, weight float64) {
		if target := l.roleTarget(&s.truth); target != nil {
			role = append(role, example{features, target, weight, s.group, s.fold})
		}
		none = append(none, example{features, noneTarget(&s.truth), weight, s.group, s.fold})
	}
	for i := range l.postings {
		s := &l.postings[i]
		if !s.truth.known || s.fold == t.fold {
			continue
		}
		weight := l.weightOf(&s.truth)
		for k, part := range [][]posting.Feature{t.excerpts[i], t.mentions[i]} {
			if part == nil {
				continue
			}
			if (i/2+k)%2 == 0 {
				part = s.text.WithTitle(part)
			}
			none = append(none, example{part, noneTarget(&s.truth), excerptWeight * weight, s.group, s.fold})
		}
		switch {
		case l.judges(i):
			add(s, t.features[i], weight/2)
			add(s, s.text.WithTitle(t.features[i]), weight/2)
		case i%2 == 0:
			add(s, t.features[i], weight)
		default:
			add(s, s.text.WithTitle(t.features[i]), weight)
		}
	}
	return role, none
}

func noneTarget(t *truth) []float64 {
	if t.kind == posting.None {
		return []float64{1}
	}
	return []float64{0}
}

// fit fits the heads to a training set. For each head, it uses the penalty that
// performs best on a third of the set's folds after fitting on the others.
func (l *learner) fit(t *trainingSet) *posting.Heads {
	isCheck := func(e example) bool { return (e.fold+max(t.fold, 0))%3 == 0 }
	f := fitting{limit: wordLimit, steps: headSteps, always: l.signals, precision: posting.Precision}
	fit := func(all []example, classes int) *posting.Regression {
		train, check := split(all, isCheck)
		return f.withBestPenalty(train, check, classes).fit(all, classes)
	}
	role, none := l.examples(t)
	h := &posting.Heads{Role: fit(role, len(l.roles))}
	if l.anyNone {
		h.None = fit(none, 1)
	}
	return h
}

// A heldOut contains the scores of all postings, computed by heads that weren't
// trained on the posting's fold.
type heldOut struct {
	plain  []posting.Score // without the title
	titled []posting.Score // with the title
}

// crossValidate scores each posting with heads that were trained on the other
// folds.
func (l *learner) crossValidate() *heldOut {
	out := &heldOut{plain: make([]posting.Score, len(l.postings)), titled: make([]posting.Score, len(l.postings))}
	l.work.inParallel(folds, func(fold int) {
		t := l.trainingSet(fold)
		h := l.fit(t)
		for i := range l.postings {
			if l.postings[i].fold == fold {
				out.plain[i] = h.Score(t.features[i])
				out.titled[i] = h.Score(l.postings[i].text.WithTitle(t.features[i]))
			}
		}
	})
	return out
}
