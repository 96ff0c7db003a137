package posting

import (
	"bytes"
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

	Weights

	file []byte // as passed to ParseModel
}

// Weights is the part of a model that reads postings.
type Weights struct {
	Extractor *Extractor
	Lines     *Regression // predicts what a line is about
	Heads     Heads
}

// Precision is the inverse of the precision of weights in a file.
const Precision = 100

// ExtraClasses is the number of classes of lines in addition to the roles: work
// that fits any of them, and everything else.
const ExtraClasses = 2

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
const OtherJobs = "none"

// A RoleCount is the number of postings labeled with a role, and the number in
// each year.
type RoleCount struct {
	Postings int
	Years    map[int]int
}

// A Topic is a skill or a working condition that postings mention under several
// names.
type Topic struct {
	ID    string
	Terms []string
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

// YAML returns the model in the format of a pack's quiz/postings.yaml. For a
// parsed model, that is the file it was parsed from.
func (m *Model) YAML() []byte {
	if m.file == nil {
		return m.encode()
	}
	return bytes.Clone(m.file)
}
