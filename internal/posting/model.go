package posting

import (
	"bytes"
	"fmt"
)

// A Model tells the roles and other jobs apart. It holds counts and weights, no
// text of a posting. It is immutable, so goroutines may share it.
type Model struct {
	Roles      []string
	Input      Input
	Evaluation Evaluation
	Plain      Threshold // for a text without a title
	Titled     Threshold
	RoleShare  Calibration // of a role's score: a reader calls the posting this role
	NoneShare  Calibration // of the probability of another job
	Skills     []TopicCount
	Conditions []TopicCount

	extractor *extractor
	lines     *regression
	heads     heads
	file      []byte // as ParseModel got it
}

// An Input is what a model was learned from.
type Input struct {
	Postings  int
	Read      int // of them, those that a reader judged
	None      int // of them, other jobs
	Groups    int
	Lines     int
	Source    string
	SHA256    string // of the postings and lines in their order
	Years     map[int]int
	RoleCount map[string]RoleCount // by title
}

// A RoleCount is how many postings have a role as their label, and of which years.
type RoleCount struct {
	Postings int
	Years    map[int]int
}

// A TopicCount is how many of each role's postings mention a topic.
type TopicCount struct {
	ID    string
	Count map[string]int // by role; of Input.RoleCount[role].Postings
}

// Share returns the share of a role's postings that mention a topic and how many
// postings that is of.
func (m *Model) Share(t TopicCount, role string) (share float64, n int) {
	n = m.Input.RoleCount[role].Postings
	if n == 0 {
		return 0, 0
	}
	return float64(t.Count[role]) / float64(n), n
}

// YAML returns the model as a file, quiz/postings.yaml of a pack.
func (m *Model) YAML() []byte { return bytes.Clone(m.file) }

// Learn learns a model from labeled postings and lines and measures it by
// cross-validation. The same input gives the same model.
func Learn(postings []LabeledPosting, lines []LabeledLine, o Options) (*Model, *Evaluation, error) {
	roles, err := rolesOf(postings, lines, o.Roles)
	if err != nil {
		return nil, nil, err
	}
	if err := checkInput(postings); err != nil {
		return nil, nil, err
	}
	o.progress("reading %d postings and %d lines", len(postings), len(lines))
	c := newCorpus(postings, lines, roles, &o)
	o.progress("learning what lines are about")
	l := newLearner(c)
	m := &Model{Roles: roles, Input: c.input(lines, &o), extractor: c.extractor}
	o.progress("learning what postings describe, %d folds", folds)
	held := l.crossValidate()
	m.Evaluation = Evaluation{Folds: folds, Plain: l.evaluate(held.plain), Titled: l.evaluate(held.titled)}
	if len(lines) > 0 {
		m.Evaluation.Lines = l.evaluateLines()
	}
	m.Plain, m.Titled = thresholdOf(l.judged(held.plain, -1)), thresholdOf(l.judged(held.titled, -1))
	role, none := l.outcomes(held.plain)
	m.RoleShare, m.NoneShare = calibrate(role), calibrate(none)
	m.lines = l.lineModels[[2]int{-1, -1}]
	m.heads = *l.fit(l.trainingSet(-1))
	m.Skills, m.Conditions = c.count(o.Skills), c.count(o.Conditions)
	m, err = ParseModel("postings.yaml", m.encode(c.usedPhrases(-1)))
	if err != nil {
		return nil, nil, fmt.Errorf("reading back what was learned: %w", err)
	}
	return m, &m.Evaluation, nil
}
