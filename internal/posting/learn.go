package posting

// Options configures learning.
type Options struct {
	Roles      []string // role ids, which must all occur in labels; nil means the roles of all frequent labels
	Lexicon    Lexicon  // may be empty
	Skills     []Topic
	Conditions []Topic
	Source     string                // where the postings come from
	Progress   func(done, total int) // called after each step, never concurrently; may be nil
}

// Settings for the regressions. The cross-validation rounds weights just as the
// file does.
const (
	precision   = 100
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
	case t.kind == None:
		return noneLabelWeight
	}
	return labelWeight
}

// roleTarget returns the share of each role in a posting, or nil if the posting
// is for another job.
func (c *corpus) roleTarget(t *truth) []float64 {
	if t.kind == None {
		return nil
	}
	target := make([]float64, len(c.roles))
	target[t.first] = 1
	if t.kind == Mixed && t.second >= 0 {
		target[t.first] = mixedShare
		target[t.second] += 1 - mixedShare
	}
	return target
}

// heads contains the two regressions on postings: one predicts the role, and the
// other whether it is another job.
type heads struct {
	role, none *regression
}

// A score is the output of the heads.
type score struct {
	role []float64 // probability of each role, assuming that it is one of them
	none float64   // probability that it is another job
}

func (h *heads) score(features []feature) score {
	s := score{role: h.role.probabilities(features)}
	if h.none != nil {
		s.none = h.none.probabilities(features)[0]
	}
	return s
}

// A learner fits regressions on lines, each leaving out the lines in one or two
// folds.
type learner struct {
	*corpus
	lineModels map[[2]int]*regression
}

func newLearner(c *corpus) *learner {
	l := &learner{corpus: c, lineModels: map[[2]int]*regression{}}
	var pairs [][2]int
	for a := range folds {
		for b := a; b < folds; b++ {
			pairs = append(pairs, [2]int{a, b})
		}
	}
	pairs = append(pairs, [2]int{-1, -1})
	models := make([]*regression, len(pairs))
	l.work.inParallel(len(pairs), func(i int) { models[i] = l.fitLines(pairs[i][0], pairs[i][1]) })
	for i, p := range pairs {
		l.lineModels[p] = models[i]
	}
	return l
}

// fitLines fits the regression on lines, leaving out two folds.
func (l *learner) fitLines(a, b int) *regression {
	var train []example
	for i := range l.lines {
		if f := l.lineFold[i]; f != a && f != b {
			train = append(train, l.lines[i])
		}
	}
	return fitting{penalty: linePenalty, limit: lineLimit, steps: lineSteps, precision: precision}.fit(train, len(l.roles)+extraClasses)
}

// features returns the features of a text from a posting for the heads of a
// fold. The signals among them come from a regression on lines that was trained
// on neither that fold nor the posting's own.
func (l *learner) features(t *text, own, fold int, used []bool) []feature {
	if t == nil {
		return nil
	}
	if fold < 0 {
		fold = own
	}
	m := l.lineModels[[2]int{min(own, fold), max(own, fold)}]
	return t.features(sumsOf(t.units, topics(t.units, m), len(l.roles)), l.extractor.book, used, len(l.roles))
}

// A trainingSet contains the postings outside a fold, converted to features.
// Its slices have an element for each posting in the corpus.
type trainingSet struct {
	features [][]feature
	excerpts [][]feature
	mentions [][]feature // an element is nil if there is no such text
	fold     int
}

func (l *learner) trainingSet(fold int) *trainingSet {
	used := l.usedPhrases(fold)
	n := len(l.postings)
	t := &trainingSet{make([][]feature, n), make([][]feature, n), make([][]feature, n), fold}
	for i := range l.postings {
		s := &l.postings[i]
		phrases := used
		if s.fold == fold {
			phrases = nil // rare phrases count in use
		}
		t.features[i] = l.features(s.text, s.fold, fold, phrases)
		t.excerpts[i] = l.features(s.excerpt, s.fold, fold, used)
		t.mentions[i] = l.features(s.mention, s.fold, fold, used)
	}
	return t
}

// examples returns the examples for both heads, using the postings in folds
// that keep accepts. Each judged posting is included with and without its
// title, because a reading must work in both cases. Postings that have only a
// label are included once, and every second one has its title. The examples of
// other jobs also include the excerpts, because a short text says less.
func (l *learner) examples(t *trainingSet, keep func(fold int) bool) (role, none []example) {
	add := func(s *sample, features []feature, weight float64) {
		if target := l.roleTarget(&s.truth); target != nil {
			role = append(role, example{features, target, weight, s.group})
		}
		none = append(none, example{features, noneTarget(&s.truth), weight, s.group})
	}
	for i := range l.postings {
		s := &l.postings[i]
		if !s.truth.known || s.fold == t.fold || !keep(s.fold) {
			continue
		}
		plain, titled := t.features[i], withTitle(t.features[i], s.text)
		weight := l.weightOf(&s.truth)
		for k, part := range [][]feature{t.excerpts[i], t.mentions[i]} {
			if part == nil {
				continue
			}
			if (i/2+k)%2 == 0 {
				part = withTitle(part, s.text)
			}
			none = append(none, example{part, noneTarget(&s.truth), excerptWeight * weight, s.group})
		}
		switch {
		case l.judges(i):
			add(s, plain, weight/2)
			add(s, titled, weight/2)
		case i%2 == 0:
			add(s, plain, weight)
		default:
			add(s, titled, weight)
		}
	}
	return role, none
}

func noneTarget(t *truth) []float64 {
	if t.kind == None {
		return []float64{1}
	}
	return []float64{0}
}

func withTitle(features []feature, t *text) []feature {
	return append(features[:len(features):len(features)], t.title...)
}

// fit fits the heads to a training set. For each head, it uses the penalty that
// performs best on a third of the set's folds after fitting on the others.
func (l *learner) fit(t *trainingSet) *heads {
	inner := func(fold int) bool { return (fold+max(t.fold, 0))%3 != 0 }
	outer := func(fold int) bool { return !inner(fold) }
	role, none := l.examples(t, inner)
	checkRole, checkNone := l.examples(t, outer)
	allRole, allNone := l.examples(t, func(int) bool { return true })
	f := fitting{limit: wordLimit, steps: headSteps, always: l.signals, precision: precision}
	h := &heads{role: f.withBestPenalty(role, checkRole, len(l.roles)).fit(allRole, len(l.roles))}
	if l.anyNone {
		h.none = f.withBestPenalty(none, checkNone, 1).fit(allNone, 1)
	}
	return h
}

// A heldOut contains the scores of all postings, computed by heads that weren't
// trained on the posting's fold.
type heldOut struct {
	plain  []score // without the title
	titled []score // with the title
}

// crossValidate scores each posting with heads that were trained on the other
// folds.
func (l *learner) crossValidate() *heldOut {
	out := &heldOut{plain: make([]score, len(l.postings)), titled: make([]score, len(l.postings))}
	l.work.inParallel(folds, func(fold int) {
		t := l.trainingSet(fold)
		h := l.fit(t)
		for i := range l.postings {
			if l.postings[i].fold == fold {
				out.plain[i] = h.score(t.features[i])
				out.titled[i] = h.score(withTitle(t.features[i], l.postings[i].text))
			}
		}
	})
	return out
}
