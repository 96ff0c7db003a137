package posting

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// A Figure counts the held-out postings or lines for which its title is true.
type Figure struct {
	ID    string
	Title string
	Right int
	Of    int
}

// Share returns Right as a share of Of, or 0 if Of is 0.
func (f Figure) Share() float64 {
	if f.Of == 0 {
		return 0
	}
	return float64(f.Right) / float64(f.Of)
}

// An Evaluation contains the figures of the cross-validation by group. Plain is
// for texts without titles, and Titled for texts with titles. Others counts,
// for each kind of other job in the labels, the titled postings called none.
type Evaluation struct {
	Folds  int
	Lines  []Figure
	Plain  []Figure
	Titled []Figure
	Others []Figure
}

// Names of the figures, in the order of an Evaluation.
const (
	FigureFirst       = "first"
	FigureFirstTwo    = "first-two"
	FigureNone        = "none"
	FigureWronglyNone = "wrongly-none"
	FigureOne         = "one"
	FigureSaidOne     = "said-one"
	FigureBoth        = "both"
	FigureLabelNone   = "label-none"
	FigureLine        = "line"
	FigureLineRole    = "line-role"
)

var figureTitles = map[string]string{
	FigureFirst:       "first role right",
	FigureFirstTwo:    "among the first two",
	FigureNone:        "other jobs called none",
	FigureWronglyNone: "roles wrongly called none",
	FigureOne:         "right, where one role is named",
	FigureSaidOne:     "roles for which one is named",
	FigureBoth:        "both roles of a mixed posting named",
	FigureLabelNone:   "other jobs by title alone called none",
	FigureLine:        "lines: what they are about",
	FigureLineRole:    "lines about a role: which",
}

// A tally counts, for each figure, the postings for which it is true and the
// postings that it applies to.
type tally struct{ right, of map[string]int }

func (t *tally) count(id string, right bool) {
	t.of[id]++
	if right {
		t.right[id]++
	}
}

func (t *tally) figures(ids ...string) []Figure {
	var out []Figure
	for _, id := range ids {
		out = append(out, Figure{id, figureTitles[id], t.right[id], t.of[id]})
	}
	return out
}

// add counts the verdict on a judged posting.
func (t *tally) add(s score, at Threshold, truth *truth) {
	verdict, named := at.verdict(s)
	if truth.kind == None {
		t.count(FigureNone, verdict == None)
		return
	}
	first, second := firstTwo(s.role)
	t.count(FigureFirst, first == truth.first)
	t.count(FigureFirstTwo, first == truth.first || second == truth.first)
	t.count(FigureWronglyNone, verdict == None)
	t.count(FigureSaidOne, verdict == One)
	if verdict == One {
		t.count(FigureOne, named[0] == truth.first)
	}
	if truth.kind == Mixed {
		t.count(FigureBoth, verdict == Mixed && (named[0] == truth.first && named[1] == truth.second ||
			named[1] == truth.first && named[0] == truth.second))
	}
}

// judges reports whether a posting is used to measure accuracy. If a reader
// judged any postings, only those are used; otherwise all labeled postings are.
func (c *corpus) judges(i int) bool {
	t := &c.postings[i].truth
	return t.known && (t.read || !c.anyRead)
}

// judged returns the scores of the postings that measure accuracy, leaving out
// a fold.
func (l *learner) judged(scores []score, without int) []judged {
	var out []judged
	for i := range l.postings {
		if l.judges(i) && l.postings[i].fold != without {
			out = append(out, judged{scores[i], l.postings[i].truth})
		}
	}
	return out
}

// evaluate computes the figures for held-out scores. For each fold, the
// thresholds are chosen on the other folds.
func (l *learner) evaluate(scores []score) []Figure {
	t := tally{map[string]int{}, map[string]int{}}
	for fold := range folds {
		at := thresholdOf(l.judged(scores, fold))
		for i := range l.postings {
			s := &l.postings[i]
			switch {
			case s.fold != fold:
			case l.judges(i):
				t.add(scores[i], at, &s.truth)
			case s.truth.known && s.truth.kind == None:
				verdict, _ := at.verdict(scores[i])
				t.count(FigureLabelNone, verdict == None)
			}
		}
	}
	return t.figures(FigureFirst, FigureFirstTwo, FigureNone, FigureWronglyNone, FigureOne, FigureSaidOne, FigureBoth, FigureLabelNone)
}

// leastOfKind is the minimum number of postings for which a kind of other job
// is listed.
const leastOfKind = 20

// evaluateOthers computes a figure for each kind of other job that labels name
// (none:kind), by kind.
func (l *learner) evaluateOthers(scores []score) []Figure {
	t := tally{map[string]int{}, map[string]int{}}
	for fold := range folds {
		at := thresholdOf(l.judged(scores, fold))
		for i := range l.postings {
			s := &l.postings[i]
			if kind, ok := strings.CutPrefix(s.Label, nonePrefix+":"); ok && s.fold == fold && s.truth.kind == None && !l.judges(i) {
				verdict, _ := at.verdict(scores[i])
				t.count(kind, verdict == None)
			}
		}
	}
	var out []Figure
	for _, kind := range slices.Sorted(maps.Keys(t.of)) {
		if t.of[kind] >= leastOfKind && isSlug(kind) {
			out = append(out, Figure{kind, kind, t.right[kind], t.of[kind]})
		}
	}
	return out
}

// isSlug reports whether a kind can be a key in the file.
func isSlug(kind string) bool { return kind != "" && strings.Trim(kind, slugLetters) == "" }

const slugLetters = "abcdefghijklmnopqrstuvwxyz-"

// evaluateLines counts the held-out lines for which the first label is right.
func (l *learner) evaluateLines() []Figure {
	t := tally{map[string]int{}, map[string]int{}}
	for i := range l.lines {
		fold := l.lineFold[i]
		p := l.lineModels[[2]int{fold, fold}].probabilities(l.lines[i].features)
		l.extractor.book.reweigh(p, l.lineUses[i], len(l.roles))
		want := argmax(l.lines[i].target)
		t.count(FigureLine, argmax(p) == want)
		if n := len(l.roles); want < n {
			t.count(FigureLineRole, argmax(p[:n]) == want)
		}
	}
	return t.figures(FigureLine, FigureLineRole)
}

// outcomes returns the data for the two calibrations: the scores for roles and
// for other jobs, and whether the reader agreed with each.
func (l *learner) outcomes(scores []score) (role, none []outcome) {
	for _, j := range l.judged(scores, -1) {
		none = append(none, outcome{j.score.none, j.truth.kind == None})
		for r, p := range j.score.role {
			role = append(role, outcome{float64((1 - j.score.none) * p), j.truth.kind != None && j.truth.first == r})
		}
	}
	return role, none
}

// WriteTable writes the figures as a table.
func (e *Evaluation) WriteTable(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%-40s %14s %14s\n", fmt.Sprintf("on companies left out, %d folds", e.Folds), "text alone", "with title")
	for i, f := range e.Plain {
		fmt.Fprintf(&b, "%-40s %s %s\n", f.Title, f.cell(), e.Titled[i].cell())
	}
	for _, f := range e.Lines {
		fmt.Fprintf(&b, "%-40s %s\n", f.Title, f.cell())
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (f Figure) cell() string {
	return fmt.Sprintf("%14s", fmt.Sprintf("%.3f of %d", f.Share(), f.Of))
}
