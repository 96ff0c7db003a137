package fit

import (
	"slices"
	"strings"
)

// Limits of packs and answers.
const (
	MinFacets      = 3               // facets of a role in a dimension
	MaxUses        = 2               // questions that use one facet
	MaxOptionWords = 14              // words of an option, so that four can be compared at a glance
	MaxSeed        = 1 << 53         // the largest integer that every JSON reader preserves
	MaxSeconds     = 366 * 24 * 3600 // a year for one answer
)

// A Dimension is one of the three ways in which a role is described and a
// question is asked.
type Dimension int

// The dimensions, in the order in which they are asked and shown.
const (
	Focus   Dimension = iota // your daily work
	Skills                   // what you get good at
	Success                  // what you are proud of
)

// Dimensions lists the dimensions in their order.
var Dimensions = [...]Dimension{Focus, Skills, Success}

var dimensionNames = [len(Dimensions)]string{"focus", "skills", "success"}

// String returns the dimension's name in files and reports.
func (d Dimension) String() string { return dimensionNames[d] }

// A Pack is roles and a questionnaire, as the author wrote them.
type Pack struct {
	ID      string
	Version int
	Title   string
	Hash    string // the first 12 hex digits of the pack's content hash
	Rounds  []int  // questions per round, each a multiple of three
	Prompts [len(Dimensions)]string
	Banned  []string   // words that no option may use
	Roles   []Role     // sorted by id
	Written []Question // in file order; without them questions are assembled from the facets
	Levels  []Level    // index is the level
	Skills  []Skill    // in file order
}

// A Role is the definition of one role.
type Role struct {
	ID        string
	Title     string
	Aliases   []string
	Tagline   string
	Impact    string
	Picture   string // its part in the pack's analogy
	Parts     [len(Dimensions)]Part
	Needs     []Need // in the pack's order of skills
	Lifecycle string
	Paths     []Path
}

// A Part is what a role is in one dimension.
type Part struct {
	Summary string
	Facets  []Facet
}

// A Facet is one item of a role under a dimension.
type Facet struct {
	ID     string
	Text   string   // for explain and compare
	Option string   // for the quiz
	Terms  []string // how job postings name it
}

// A Need is a skill and the level, 1 to 4, that a role needs.
type Need struct {
	Skill string
	Level int
}

// A Path is a role that people move on to, and why.
type Path struct {
	To  string
	Why string
}

// A Level is one point of the scale on which skills are rated.
type Level struct {
	Name   string
	Anchor string
}

// MaxLevel is the highest level of a skill; the lowest is 0.
const MaxLevel = 4

// A Skill is something that roles need and people rate themselves in.
type Skill struct {
	ID     string
	Name   string
	Covers string
	Terms  []string  // how job postings name it
	Steps  [3]string // the next steps, to levels 1, 2 and 3
}

// A Question is a prompt and two to four options, each a facet of a different
// role.
type Question struct {
	ID        string
	Dimension Dimension
	Prompt    string
	Options   []Option

	index int // in Quiz.Questions; -1 when only a later round asks it
}

// An Option is a facet in a question.
type Option struct {
	Key   string // the letter that answers are stored by
	Role  string
	Facet string
	Text  string

	role int // the role's index in the quiz
}

// Ref names the option's facet, such as "sre/error-budgets".
func (o Option) Ref() string { return o.Role + "/" + o.Facet }

// RoleOf returns the role of an option, as an index into Quiz.Roles. Only the
// questions of a Quiz know it.
func (q *Question) RoleOf(option int) int { return q.Options[option].role }

// option returns the index of the option with this key, or -1.
func (q *Question) option(key string) int {
	return slices.IndexFunc(q.Options, func(o Option) bool { return o.Key == key })
}

// Role finds a role of the pack by id; nil when there is none.
func (p *Pack) Role(id string) *Role {
	for i := range p.Roles {
		if p.Roles[i].ID == id {
			return &p.Roles[i]
		}
	}
	return nil
}

// Need returns the level of a skill that the role needs; 0 when it needs none.
func (r *Role) Need(skill string) int {
	for _, n := range r.Needs {
		if n.Skill == skill {
			return n.Level
		}
	}
	return 0
}

// Skill finds a skill of the pack by id; nil when there is none.
func (p *Pack) Skill(id string) *Skill {
	for i := range p.Skills {
		if p.Skills[i].ID == id {
			return &p.Skills[i]
		}
	}
	return nil
}

// Step returns the next step in a skill from this level; from level 3 on it is
// the anchor of level 4.
func (p *Pack) Step(skill *Skill, level int) string {
	if level < len(skill.Steps) {
		return skill.Steps[level]
	}
	return p.Levels[MaxLevel].Anchor
}

// SkillName returns the skill's name, or else the words of its id.
func (p *Pack) SkillName(id string) string {
	if s := p.Skill(id); s != nil {
		return s.Name
	}
	return strings.ReplaceAll(id, "-", " ")
}

// RoleTitle returns the role's title, or else its id.
func (p *Pack) RoleTitle(id string) string {
	if r := p.Role(id); r != nil {
		return r.Title
	}
	return id
}
