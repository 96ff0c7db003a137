package learn

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/posting"
)

// A LabeledPosting is a posting to learn from.
type LabeledPosting struct {
	ID    string    `json:"id"`
	Group string    `json:"group"` // postings from the same company share a group; if empty, the id is used
	Title string    `json:"title"`
	Label string    `json:"label"` // label from the title: a role, "hybrid:a+b", or "none..." for another job; other labels are ignored
	Year  int       `json:"year"`
	Read  *Judgment `json:"read"` // judgment of a reader, which takes precedence over the label; may be nil
	Text  string    `json:"text"`
}

// A Judgment is a reader's opinion of what a posting describes.
type Judgment struct {
	Kind   posting.Verdict `json:"kind"`
	First  string          `json:"first"`
	Second string          `json:"second"`
	Conf   int             `json:"conf"` // confidence from 1 to 3, or 0 if unknown
}

// A LabeledLine is a line of a posting and a reader's opinion of what it is
// about. Its labels are one or two of the roles, AboutWork and AboutOther, with
// the main one first.
type LabeledLine struct {
	ID    string   `json:"id"`
	Group string   `json:"group"`
	About []string `json:"about"`
	Text  string   `json:"text"`
}

// Labels of lines that aren't about one of the roles.
const (
	AboutWork  = "operations" // work that fits any of the roles
	AboutOther = "other"
)

const (
	hybridPrefix = "hybrid:"
	leastOfRole  = 10 // minimum number of postings with a label for it to be a role, if no roles are specified
)

// rolesOf returns the sorted roles that labels refer to: the wanted ones, or if
// none are specified, the roles of labeled lines and of frequent labels.
func rolesOf(postings []LabeledPosting, lines []LabeledLine, wanted []string) ([]string, error) {
	count := map[string]int{}
	for _, l := range lines {
		for _, a := range l.About {
			count[a] += leastOfRole
		}
	}
	for _, p := range postings {
		if !strings.HasPrefix(p.Label, posting.OtherJobs) && !strings.HasPrefix(p.Label, hybridPrefix) {
			count[p.Label]++
		}
	}
	var roles []string
	for id, n := range count {
		switch {
		case id == AboutWork || id == AboutOther || id == "":
		case wanted != nil && slices.Contains(wanted, id), wanted == nil && n >= leastOfRole:
			roles = append(roles, id)
		}
	}
	slices.Sort(roles)
	for _, id := range wanted {
		if count[id] < leastOfRole {
			return nil, fmt.Errorf("found %d postings labeled %q, expected %d or more for each role of the pack", count[id], id, leastOfRole)
		}
	}
	if len(roles) < 2 {
		return nil, fmt.Errorf("found labels for %d roles, expected at least two, each for at least %d postings or lines", len(roles), leastOfRole)
	}
	return roles, nil
}

// A truth is what a posting is assumed to describe, for learning and for
// measuring accuracy.
type truth struct {
	known  bool
	read   bool // whether a reader judged the posting
	kind   posting.Verdict
	first  int // role index; for another job, the most similar role, or -1 if unknown
	second int // index of the second role, or -1
	conf   int
}

// truthOf returns the truth about a posting. A reader's judgment takes
// precedence over the label.
func truthOf(p *LabeledPosting, roles []string) truth {
	if r := p.Read; r != nil {
		t := truth{read: true, kind: r.Kind, first: slices.Index(roles, r.First), second: slices.Index(roles, r.Second), conf: r.Conf}
		t.known = r.Kind == posting.None || (r.Kind == posting.One || r.Kind == posting.Mixed) && t.first >= 0
		return t
	}
	if strings.HasPrefix(p.Label, posting.OtherJobs) {
		return truth{known: true, kind: posting.None, first: -1, second: -1}
	}
	if list, ok := strings.CutPrefix(p.Label, hybridPrefix); ok {
		first, second, _ := strings.Cut(list, "+")
		second, _, _ = strings.Cut(second, "+")
		t := truth{kind: posting.Mixed, first: slices.Index(roles, first), second: slices.Index(roles, second)}
		t.known = t.first >= 0 && t.second >= 0
		return t
	}
	t := truth{kind: posting.One, first: slices.Index(roles, p.Label), second: -1}
	t.known = t.first >= 0
	return t
}
