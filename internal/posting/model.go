package posting

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
)

// A Model distinguishes the roles from each other and from other jobs. It
// contains counts and weights, but no text from postings. It is immutable and
// safe for concurrent use.
type Model struct {
	Counts
	Plain     Threshold // thresholds for text without a title
	Titled    Threshold
	RoleShare Calibration // maps a role's score to the share of readers who would assign the role
	NoneShare Calibration // maps the probability of another job to the share of readers who would agree

	extractor *extractor
	lines     *regression
	heads     heads
	file      []byte // as passed to ParseModel
}

// Counts contains what was counted in the postings that a model was learned
// from, and an evaluation of the model.
type Counts struct {
	Roles      []string
	Input      Input
	Evaluation Evaluation
	Skills     []TopicCount
	Conditions []TopicCount
}

// Fits returns an error if the counts are for other roles. The roles must be
// sorted.
func (m *Counts) Fits(roles []string) error {
	if slices.Equal(roles, m.Roles) {
		return nil
	}
	return fmt.Errorf("learned for the roles %s, but the pack has %s", strings.Join(m.Roles, ", "), strings.Join(roles, ", "))
}

// An Input describes what a model was learned from.
type Input struct {
	Postings  int
	Read      int // number of postings that a reader judged
	None      int // number of postings for other jobs
	Groups    int
	Lines     int
	Source    string
	SHA256    string // hash of the postings and lines, in input order
	Years     map[int]int
	RoleCount map[string]RoleCount // by role in the title, or OtherJobs
}

// OtherJobs is the key for other jobs in counts by role. No role can have this
// id, because labels that begin with it mean that a posting is for another job.
const OtherJobs = nonePrefix

// A RoleCount is the number of postings labeled with a role, and the number in
// each year.
type RoleCount struct {
	Postings int
	Years    map[int]int
}

// A TopicCount is the number of postings for each role that mention a topic.
type TopicCount struct {
	ID    string
	Count map[string]int // by role or OtherJobs, out of Input.RoleCount[role].Postings
}

// Share returns the share of a role's postings that mention a topic, and the
// number of postings that it is based on.
func (m *Counts) Share(t TopicCount, role string) (share float64, n int) {
	n = m.Input.RoleCount[role].Postings
	if n == 0 {
		return 0, 0
	}
	return float64(t.Count[role]) / float64(n), n
}

// YAML returns the model in the format of a pack's quiz/postings.yaml.
func (m *Model) YAML() []byte { return bytes.Clone(m.file) }

// learn derives a model from labeled postings and lines, and evaluates it by
// cross-validation. The same input gives the same model. It returns the
// context's error if the context ends, or an error that describes a problem in
// the input.
func learn(ctx context.Context, postings []LabeledPosting, lines []LabeledLine, o Options) (*Model, *Evaluation, error) {
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
	m := &Model{Counts: Counts{Roles: roles, Input: c.input(lines, &o)}, extractor: c.extractor}
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	held := l.crossValidate()
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	m.Evaluation = Evaluation{Folds: folds, Plain: l.evaluate(held.plain), Titled: l.evaluate(held.titled), Others: l.evaluateOthers(held.titled)}
	if len(lines) > 0 {
		m.Evaluation.Lines = l.evaluateLines()
	}
	m.Plain, m.Titled = thresholdOf(l.judged(held.plain, -1)), thresholdOf(l.judged(held.titled, -1))
	role, none := l.outcomes(held.plain)
	m.RoleShare, m.NoneShare = calibrate(role), calibrate(none)
	m.lines = l.lineModels[[2]int{-1, -1}]
	m.heads = *l.fit(l.trainingSet(-1))
	m.Skills, m.Conditions = c.count(o.Skills), c.count(o.Conditions)
	m, err = ParseModel("postings.yaml", m.encode())
	if err != nil {
		return nil, nil, fmt.Errorf("reading back what was learned: %w", err)
	}
	return m, &m.Evaluation, nil
}
