package fit

import (
	"slices"
	"strings"
)

// What a pack must keep, and what answers may hold.
const (
	MinFacets      = 3               // facets of a role in a dimension
	MaxUses        = 2               // questions that ask one facet
	MaxOptionWords = 14              // words of an ask: what can be weighed at a glance, four at a time
	MaxSeed        = 1 << 53         // the largest whole number that every JSON reader keeps
	MaxSeconds     = 366 * 24 * 3600 // a year for one question
)

// A Dimension is one of the three ways in which a role is described and a
// question is asked.
type Dimension int

// The dimensions, in the order in which they are asked and shown.
const (
	Focus   Dimension = iota // what you do all day
	Skills                   // what you get good at
	Success                  // what you are proud of
)

// Dimensions lists the dimensions in their order.
var Dimensions = [...]Dimension{Focus, Skills, Success}

// String is the dimension's name in files and reports.
func (d Dimension) String() string { return [...]string{"focus", "skills", "success"}[d] }

// A Pack is roles and a questionnaire, as their author wrote them.
type Pack struct {
	ID      string
	Version int
	Title   string
	Hash    string // the first 12 hex digits of the pack's content hash
	Rounds  []int  // questions per set, each a multiple of three
	Prompts [len(Dimensions)]string
	Banned  []string
	Roles   []Role     // sorted by id
	Written []Question // in file order; empty when the pack leaves questions to be assembled
	Levels  []Level    // index is the level
	Skills  []Skill    // in file order
}

// A Role is one role's definition.
type Role struct {
	ID        string
	Title     string
	Aliases   []string
	Tagline   string
	Impact    string
	Picture   string
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

// A Facet is one thing that a role does, gets good at or is proud of.
type Facet struct {
	ID     string
	Text   string   // what explain and compare show
	Option string   // what the quiz shows
	Terms  []string // how a job advert says it
}

// A Need is a skill and the level of it (1 to 4) that a role takes.
type Need struct {
	Skill string
	Level int
}

// A Path is a role to which people move on, and why.
type Path struct {
	To  string
	Why string
}

// A Level is one step of the scale on which skills are rated.
type Level struct {
	Name   string
	Anchor string
}

// MaxLevel is the highest level of a skill; the lowest is 0.
const MaxLevel = 4

// A Skill is something one can be rated in.
type Skill struct {
	ID     string
	Name   string
	Covers string
	Terms  []string
	Steps  [3]string // the step that takes someone to level 1, 2 and 3
}

// A Question is a prompt and two to four options, each a facet of another role.
type Question struct {
	ID        string
	Dimension Dimension
	Prompt    string
	Options   []Option

	index int // in Quiz.Questions; -1 when only a later set asks it
}

// An Option is a facet as a question shows it.
type Option struct {
	Key   string // the letter under which the answer is stored
	Role  string
	Facet string
	Text  string

	role int // the role's index in the quiz
}

// Ref names the option's facet, as in "sre/error-budgets".
func (o Option) Ref() string { return o.Role + "/" + o.Facet }

// RoleOf is the role of the option with this index, as an index into
// Quiz.Roles. Only the questions of a quiz know it.
func (q *Question) RoleOf(option int) int { return q.Options[option].role }

// option is the index of the option with this key, or -1.
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

// Need is the level of a skill that the role needs, 0 when it does not.
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

// Step is what takes someone who is at this level to the next; from level 3
// on it is the last level's anchor.
func (p *Pack) Step(skill *Skill, level int) string {
	if level < len(skill.Steps) {
		return skill.Steps[level]
	}
	return p.Levels[MaxLevel].Anchor
}

// SkillName is the skill's name, else the words of its id.
func (p *Pack) SkillName(id string) string {
	if s := p.Skill(id); s != nil {
		return s.Name
	}
	return strings.ReplaceAll(id, "-", " ")
}

// RoleTitle is the role's title, else its id.
func (p *Pack) RoleTitle(id string) string {
	if r := p.Role(id); r != nil {
		return r.Title
	}
	return id
}
