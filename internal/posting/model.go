package posting

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
)

// A Model tells the roles and other jobs apart. It holds counts and weights, no
// text of a posting. It is immutable, so goroutines may share it.
type Model struct {
	Counts
	Plain     Threshold // for a text without a title
	Titled    Threshold
	RoleShare Calibration // of a role's score: a reader calls the posting this role
	NoneShare Calibration // of the probability of another job

	extractor *extractor
	lines     *regression
	heads     heads
	file      []byte // as ParseModel got it
}

// Counts are what was counted in the postings that a model was learned from, and
// how well it reads others.
type Counts struct {
	Roles      []string
	Input      Input
	Evaluation Evaluation
	Skills     []TopicCount
	Conditions []TopicCount
}

// Fits returns an error unless the counts are of these roles, which are sorted.
func (m *Counts) Fits(roles []string) error {
	if slices.Equal(roles, m.Roles) {
		return nil
	}
	return fmt.Errorf("learned for the roles %s, but the pack has %s", strings.Join(m.Roles, ", "), strings.Join(roles, ", "))
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
	RoleCount map[string]RoleCount // by title, and for OtherJobs
}

// OtherJobs is the key of other jobs among the counts by role. Labels that begin
// with it say that a posting is for another job, so no role has this id.
const OtherJobs = nonePrefix

// A RoleCount is how many postings have a role as their label, and from which years.
type RoleCount struct {
	Postings int
	Years    map[int]int
}

// A TopicCount is how many of each role's postings mention a topic.
type TopicCount struct {
	ID    string
	Count map[string]int // by role and for OtherJobs; of Input.RoleCount[role].Postings
}

// Share returns the share of a role's postings that mention a topic and how many
// postings that is of.
func (m *Counts) Share(t TopicCount, role string) (share float64, n int) {
	n = m.Input.RoleCount[role].Postings
	if n == 0 {
		return 0, 0
	}
	return float64(t.Count[role]) / float64(n), n
}

// YAML returns the model as a file, quiz/postings.yaml of a pack.
func (m *Model) YAML() []byte { return bytes.Clone(m.file) }

// Learn learns a model from labeled postings and lines and measures it by
// cross-validation. The same input gives the same model. The error is that of
// the context, or says what is wrong with the input.
func Learn(ctx context.Context, postings []LabeledPosting, lines []LabeledLine, o Options) (*Model, *Evaluation, error) {
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
