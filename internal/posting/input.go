package posting

import (
	"fmt"
	"slices"
	"strings"
)

// A LabeledPosting is a posting to learn from.
type LabeledPosting struct {
	ID    string    `json:"id"`
	Group string    `json:"group"` // the same for all postings of one company; its id when empty
	Title string    `json:"title"`
	Label string    `json:"label"` // from the title: a role, "hybrid:a+b" or "none...": another job; others are ignored
	Year  int       `json:"year"`
	Read  *Judgment `json:"read"` // what a reader of the text says, if anyone read it; it counts more than the label
	Text  string    `json:"text"`
}

// A Judgment is what a reader says a posting describes.
type Judgment struct {
	Kind   Verdict `json:"kind"`
	First  string  `json:"first"`
	Second string  `json:"second"`
	Conf   int     `json:"conf"` // 1 to 3, 0 for unknown
}

// A LabeledLine is a single line of a posting and what a reader says it is about:
// one or two of the roles, AboutWork or AboutOther, the main one first.
type LabeledLine struct {
	ID    string   `json:"id"`
	Group string   `json:"group"`
	About []string `json:"about"`
	Text  string   `json:"text"`
}

// What a line is about when it is not about one of the roles.
const (
	AboutWork  = "operations" // work that fits any of the roles
	AboutOther = "other"
)

// Classes of lines besides the roles.
const extraClasses = 2

// A Topic is something that postings mention by several names: a skill, or a
// condition of the work.
type Topic struct {
	ID    string
	Terms []string
}

const (
	nonePrefix   = "none"
	hybridPrefix = "hybrid:"
	leastOfRole  = 10 // postings that make a label a role, when no roles are given
)

// rolesOf returns the roles that input labels are about, sorted: the given ones
// that occur, or else those of lines and of the labels that are frequent enough.
func rolesOf(postings []LabeledPosting, lines []LabeledLine, given []string) ([]string, error) {
	count := map[string]int{}
	for _, l := range lines {
		for _, a := range l.About {
			count[a] += leastOfRole
		}
	}
	for _, p := range postings {
		if !strings.HasPrefix(p.Label, nonePrefix) && !strings.HasPrefix(p.Label, hybridPrefix) {
			count[p.Label]++
		}
	}
	var roles []string
	for id, n := range count {
		switch {
		case id == AboutWork || id == AboutOther || id == "":
		case given != nil && slices.Contains(given, id), given == nil && n >= leastOfRole:
			roles = append(roles, id)
		}
	}
	slices.Sort(roles)
	for _, id := range given {
		if count[id] < leastOfRole {
			return nil, fmt.Errorf("found %d postings labeled %q, expected %d or more for each role of the pack", count[id], id, leastOfRole)
		}
	}
	if len(roles) < 2 {
		return nil, fmt.Errorf("found labels of %d roles, expected two or more, each as the label of %d postings or lines at least", len(roles), leastOfRole)
	}
	return roles, nil
}

// A truth is what a posting is taken to be, for learning and judging.
type truth struct {
	known  bool
	read   bool // a reader said so
	kind   Verdict
	first  int // index of the role; for another job the one most like it, -1 for unknown
	second int // or -1
	conf   int
}

// truthOf prefers what a reader says to the label.
func truthOf(p *LabeledPosting, roles []string) truth {
	if r := p.Read; r != nil {
		t := truth{read: true, kind: r.Kind, first: slices.Index(roles, r.First), second: slices.Index(roles, r.Second), conf: r.Conf}
		t.known = r.Kind == None || (r.Kind == One || r.Kind == Mixed) && t.first >= 0
		return t
	}
	if strings.HasPrefix(p.Label, nonePrefix) {
		return truth{known: true, kind: None, first: -1, second: -1}
	}
	if list, ok := strings.CutPrefix(p.Label, hybridPrefix); ok {
		first, second, _ := strings.Cut(list, "+")
		second, _, _ = strings.Cut(second, "+")
		t := truth{kind: Mixed, first: slices.Index(roles, first), second: slices.Index(roles, second)}
		t.known = t.first >= 0 && t.second >= 0
		return t
	}
	t := truth{kind: One, first: slices.Index(roles, p.Label), second: -1}
	t.known = t.first >= 0
	return t
}
