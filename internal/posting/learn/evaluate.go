package learn

import (
	"maps"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/posting"
	"github.com/rolefit/rolefit/internal/posting/number"
)

// A tally counts, for each figure, the postings for which it is true and the
// postings that it applies to.
type tally struct{ right, of map[string]int }

func (t *tally) count(id string, right bool) {
	t.of[id]++
	if right {
		t.right[id]++
	}
}

func (t *tally) figures(ids ...string) []posting.Figure {
	var out []posting.Figure
	for _, id := range ids {
		out = append(out, posting.NewFigure(id, t.right[id], t.of[id]))
	}
	return out
}

// add counts the verdict on a judged posting.
func (t *tally) add(s posting.Score, at posting.Threshold, truth *truth) {
	verdict, named := at.Verdict(s)
	if truth.kind == posting.None {
		t.count(posting.FigureNone, verdict == posting.None)
		return
	}
	first, second := s.FirstTwo()
	t.count(posting.FigureFirst, first == truth.first)
	t.count(posting.FigureFirstTwo, first == truth.first || second == truth.first)
	t.count(posting.FigureWronglyNone, verdict == posting.None)
	t.count(posting.FigureSaidOne, verdict == posting.One)
	if verdict == posting.One {
		t.count(posting.FigureOne, named[0] == truth.first)
	}
	if truth.kind == posting.Mixed {
		t.count(posting.FigureBoth, verdict == posting.Mixed && (named[0] == truth.first && named[1] == truth.second ||
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
func (l *learner) judged(scores []posting.Score, without int) []judged {
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
func (l *learner) evaluate(scores []posting.Score) []posting.Figure {
	t := tally{map[string]int{}, map[string]int{}}
	for fold := range folds {
		at := thresholdOf(l.judged(scores, fold))
		for i := range l.postings {
			s := &l.postings[i]
			switch {
			case s.fold != fold:
			case l.judges(i):
				t.add(scores[i], at, &s.truth)
			case s.truth.known && s.truth.kind == posting.None:
				verdict, _ := at.Verdict(scores[i])
				t.count(posting.FigureLabelNone, verdict == posting.None)
			}
		}
	}
	return t.figures(posting.FigureFirst, posting.FigureFirstTwo, posting.FigureNone, posting.FigureWronglyNone, posting.FigureOne, posting.FigureSaidOne, posting.FigureBoth, posting.FigureLabelNone)
}

// leastOfKind is the minimum number of postings for which a kind of other job
// is listed.
const leastOfKind = 20

// evaluateOthers computes a figure for each kind of other job that labels name
// (none:kind), by kind.
func (l *learner) evaluateOthers(scores []posting.Score) []posting.Figure {
	t := tally{map[string]int{}, map[string]int{}}
	for fold := range folds {
		at := thresholdOf(l.judged(scores, fold))
		for i := range l.postings {
			s := &l.postings[i]
			if kind, ok := strings.CutPrefix(s.Label, posting.OtherJobs+":"); ok && s.fold == fold && s.truth.kind == posting.None && !l.judges(i) {
				verdict, _ := at.Verdict(scores[i])
				t.count(kind, verdict == posting.None)
			}
		}
	}
	var out []posting.Figure
	for _, kind := range slices.Sorted(maps.Keys(t.of)) {
		if t.of[kind] >= leastOfKind && isSlug(kind) {
			out = append(out, posting.NewFigure(kind, t.right[kind], t.of[kind]))
		}
	}
	return out
}

// isSlug reports whether a kind can be a key in the file.
func isSlug(kind string) bool { return kind != "" && strings.Trim(kind, slugLetters) == "" }

const slugLetters = "abcdefghijklmnopqrstuvwxyz-"

// evaluateLines counts the held-out lines for which the first label is right.
func (l *learner) evaluateLines() []posting.Figure {
	t := tally{map[string]int{}, map[string]int{}}
	for i := range l.lines {
		fold := l.lines[i].fold
		p := l.lineModels[[2]int{fold, fold}].Probabilities(l.lines[i].features)
		l.extractor.Reweigh(p, l.lineUses[i])
		want := number.Argmax(l.lines[i].target)
		t.count(posting.FigureLine, number.Argmax(p) == want)
		if n := len(l.roles); want < n {
			t.count(posting.FigureLineRole, number.Argmax(p[:n]) == want)
		}
	}
	return t.figures(posting.FigureLine, posting.FigureLineRole)
}

// outcomes returns the data for the two calibrations: the scores for roles and
// for other jobs, and whether the reader agreed with each.
func (l *learner) outcomes(scores []posting.Score) (role, none []outcome) {
	for _, j := range l.judged(scores, -1) {
		none = append(none, outcome{j.score.None, j.truth.kind == posting.None})
		for r, p := range j.score.Role {
			role = append(role, outcome{float64((1 - j.score.None) * p), j.truth.kind != posting.None && j.truth.first == r})
		}
	}
	return role, none
}
