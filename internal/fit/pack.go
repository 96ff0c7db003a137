package fit

import (
	"strings"
)

// Limits of packs and answers.
const (
	MinFacets             = 3               // facets of a role in a dimension
	MaxUses               = 2               // questions that use one facet
	MaxOptionWords        = 14              // words of an option, so that four can be compared at a glance
	MaxSeed        uint64 = 1 << 53         // largest integer that every JSON reader represents exactly
	MaxSeconds            = 366 * 24 * 3600 // about a year per answer
)

// A Dimension is one of the three aspects in which roles are described and
// questions are asked.
type Dimension int

// The dimensions, in the order in which they are asked and shown.
const (
	Focus   Dimension = iota // your daily work
	Skills                   // what you get good at
	Success                  // what you are proud of
)

// Dimensions lists the dimensions in their order.
var Dimensions = [...]Dimension{Focus, Skills, Success}

// String returns the dimension's name as used in files and reports.
func (d Dimension) String() string { return dimensionNames[d] }

var dimensionNames = [len(Dimensions)]string{"focus", "skills", "success"}

// A Pack contains roles and a questionnaire as the author wrote them. The struct
// tags of its types define the file format, as described in package document,
// and the comments on their fields become the descriptions in the JSON Schemas.
type Pack struct {
	ID         string
	Version    int
	Title      string
	Hash       string // first 12 hex digits of the pack's content hash
	Rounds     []int  // questions per round, each a multiple of three
	Prompts    [len(Dimensions)]string
	Banned     []string   // words that no option may use
	Roles      []Role     // sorted by id
	Written    []Question // in file order; if empty, questions are assembled from the facets
	Levels     []Level    // indexed by level
	Grades     []string   // grades of a role, such as junior, lowest first; may be empty
	Skills     []Skill    // in file order
	Conditions []Condition
	Starts     []Start
}

// A Role is one role's definition. Its id is its file's name.
type Role struct {
	ID         string
	Title      string                `file:"title,required" is:"name"`                     // name of the role
	Aliases    []string              `file:"aliases" is:"name" most:"50"`                  // other names for the role, which no other role may have
	Tagline    string                `file:"tagline,required"`                             // the role in one line
	Impact     string                `file:"impact"`                                       // where the role has its impact
	Picture    string                `file:"picture"`                                      // the role's part in the pack's analogy
	Week       Week                  `file:"week"`                                         // a normal week in the role
	Try        Try                   `file:"try"`                                          // a small task to try this weekend
	Parts      [len(Dimensions)]Part `file:",inline,required" keys:"focus skills success"` // the role in this dimension
	Needs      []Need                `file:"skills.needs"`                                 // level of each skill that the role needs, as in {debugging: 3}
	Conditions []RoleCondition       `file:"conditions" most:"100"`                        // working conditions of the job
	Starts     []RoleStart           `file:"starts" most:"100"`                            // how to get into the role from elsewhere
	Lifecycle  string                `file:"lifecycle"`                                    // the role's contribution when something new is built
	Paths      []Path                `file:"paths" most:"64"`                              // roles that people move on to
}

// A Part describes a role in one dimension.
type Part struct {
	Summary string  `file:"summary,required"`                     // at most 30 words, without the role's names; the summary of focus is also the untitled role card
	Facets  []Facet `file:"facets,required" least:"3" most:"200"` // by id, at least 3; 5 or more make a full interview
}

// A Facet is one thing that a role does, learns or is proud of, in one dimension.
type Facet struct {
	ID     string `file:",key" is:"slug"`
	Option string `file:"option,required"` // wording in the quiz: a plain verb phrase of at most 14 words that names no role and contains no banned word
	Text   string `file:"text"`            // wording in explain and compare, which may name tools; the default is the option
}

// A Need is a skill that a role needs and the level needed: from 1 to 4, or one
// level per grade of the pack, from 0.
type Need struct {
	Skill  string `file:",key" is:"slug"`
	Levels []int  `file:",value" min:"0" max:"4" least:"1" most:"6" single:"true"` // one level, or one per grade of quiz/skills.yaml
	Level  int    // level for the pack's middle grade, which readiness and gaps use
}

// At returns the level needed for a grade, which is an index into Pack.Grades.
func (n *Need) At(grade int) int {
	if grade < len(n.Levels) {
		return n.Levels[grade]
	}
	return n.Level
}

// A Week describes a normal week in a role.
type Week struct {
	Short string `file:"short,required" json:"short"` // two lines
	Long  string `file:"long,required" json:"long"`   // five or six sentences on hours, people and friction
}

// A Try is a small task that shows what a role is like.
type Try struct {
	Hours     float64    `file:"hours,required" min:"0" max:"1000" json:"hours"` // approximate number of hours
	Short     string     `file:"short" json:"short,omitempty"`                   // the task in a sentence of at most 20 words
	Need      string     `file:"need" json:"need,omitempty"`                     // what to have before beginning
	Do        string     `file:"do,required" json:"do"`                          // instructions
	Done      string     `file:"done" json:"done,omitempty"`                     // how to know that it is done
	Notice    string     `file:"notice,required" json:"notice"`                  // what to notice about yourself while doing it
	Resources []Resource `file:"resources" most:"20" json:"resources,omitempty"` // materials for the task
}

// A Source is where a statement about a role comes from.
type Source string

const (
	FromPostings Source = "postings" // counted in job postings
	FromResearch Source = "research" // published
	Guess        Source = "guess"    // the author's own guess
)

// MaxOften is the highest frequency of a condition. The lowest is 0.
const MaxOften = 3

// A RoleCondition describes how often a condition comes with a role.
type RoleCondition struct {
	Condition string `file:",key" is:"slug"`
	Level     int    `file:"level,required" min:"0" max:"3"`                 // 0 rarely, 1 sometimes, 2 often, 3 nearly always
	Source    Source `file:"source,required" enum:"postings research guess"` // source of the level
}

// A RoleStart describes what a person with a given start brings to a role, and
// what is missing.
type RoleStart struct {
	Start   string `file:",key" is:"slug"`
	Brings  string `file:"brings,required"`  // what carries over
	Missing string `file:"missing,required"` // what is new
	First   string `file:"first,required"`   // where to begin
	Pitfall string `file:"pitfall,required"` // the most common mistake
	Source  string `file:"source,required"`  // where this comes from: a citation, or just guess if it is the author's own
}

// A Path is a role that people move on to, and the reason.
type Path struct {
	To  string `file:"to,required" is:"slug"` // id of another role
	Why string `file:"why,required"`          // reason to move on to it
}

// A Level is a level on the scale for rating skills.
type Level struct {
	Name   string `file:"name,required" is:"name"` // a word or two
	Anchor string `file:"anchor,required"`         // how a person at this level would describe themselves
}

// MaxLevel is the highest level of a skill. The lowest is 0.
const MaxLevel = 4

// A Skill is a skill that roles need and people rate themselves in.
type Skill struct {
	ID     string       `file:"id,required" is:"slug"`       // must never change
	Name   string       `file:"name,required" is:"name"`     // name of the skill
	Covers string       `file:"covers,required"`             // what the skill includes
	Terms  []string     `file:"terms" most:"200"`            // names in job postings
	Steps  [3]SkillStep `file:"steps,required" keys:"1 2 3"` // step that leads to this level
}

// A SkillStep leads to the next level of a skill. In files, a step without
// hours and resources is just its text.
type SkillStep struct {
	Text      string     `file:"text,required,value"`       // what to do, and how to know that you have done it
	Hours     float64    `file:"hours" min:"0" max:"10000"` // approximate number of hours
	Resources []Resource `file:"resources" most:"20"`       // learning materials
}

// A ResourceKind is a kind of resource.
type ResourceKind string

const (
	Book   ResourceKind = "book"
	Course ResourceKind = "course"
	Lab    ResourceKind = "lab"
	Docs   ResourceKind = "docs"
)

// A Resource is a book, a course or something else to learn from.
type Resource struct {
	Title   string       `file:"title,required" is:"name" json:"title"`                 // title of the material
	Kind    ResourceKind `file:"kind,required" enum:"book course lab docs" json:"kind"` // kind of material
	Address string       `file:"address,required" is:"address" json:"address"`          // web address
	Hours   float64      `file:"hours" min:"0" max:"10000" json:"hours"`                // approximate number of hours for all of it
	Free    bool         `file:"free" json:"free"`                                      // whether it costs nothing
}

// A Condition is something that comes with a job for everyone who does it.
type Condition struct {
	ID       string   `file:"id,required" is:"slug"`   // must never change
	Name     string   `file:"name,required" is:"name"` // name of the condition
	Question string   `file:"question,required"`       // question to the person
	Terms    []string `file:"terms" most:"200"`        // names in job postings
}

// A Start is a background that a person comes from.
type Start struct {
	ID   string `file:"id,required" is:"slug"`   // must never change
	Name string `file:"name,required" is:"name"` // name of the start
}

// A Question is a prompt and two to four options, each a facet of a different
// role.
type Question struct {
	ID        string    `file:"id,required" is:"slug"`                          // must never change, and neither may the options and their order
	Dimension Dimension `file:"dimension,required" enum:"focus skills success"` // dimension of its facets
	Prompt    string    `file:"prompt,required"`                                // the situation, in at most 30 words
	Options   []Option  `file:"options,required" is:"ref" least:"2" most:"4"`   // facets of different roles, as in sre/error-budgets

	index int // index in Quiz.Questions, or -1 if only a later round asks it
}

// An Option is a facet shown in a question.
type Option struct {
	Key   string // letter that identifies the option in answers
	Role  string
	Facet string
	Text  string

	role int // index of the role in the quiz
}

// Ref returns the name of the option's facet, such as "sre/error-budgets".
func (o Option) Ref() string { return o.Role + "/" + o.Facet }

// SetRef sets the option's facet from a name in the form that Ref returns.
func (o *Option) SetRef(ref string) { o.Role, o.Facet, _ = strings.Cut(ref, "/") }

// RoleOf returns the role of an option as an index into Quiz.Roles. It is only
// valid for questions returned by a Quiz.
func (q *Question) RoleOf(option int) int { return q.Options[option].role }

// option returns the index of the option with this key, or -1.
func (q *Question) option(key string) int {
	for i := range q.Options {
		if k := q.Options[i].Key; len(key) == 1 && len(k) == 1 && k[0] == key[0] {
			return i
		}
	}
	return -1
}

// Role returns the role of the pack with the given id, or nil.
func (p *Pack) Role(id string) *Role {
	for i := range p.Roles {
		if p.Roles[i].ID == id {
			return &p.Roles[i]
		}
	}
	return nil
}

// RoleIDs returns the ids of the pack's roles.
func (p *Pack) RoleIDs() []string {
	ids := make([]string, len(p.Roles))
	for i := range p.Roles {
		ids[i] = p.Roles[i].ID
	}
	return ids
}

// Need returns the level of a skill that the role needs, or 0.
func (r *Role) Need(skill string) int {
	for _, n := range r.Needs {
		if n.Skill == skill {
			return n.Level
		}
	}
	return 0
}

// Skill returns the skill of the pack with the given id, or nil.
func (p *Pack) Skill(id string) *Skill {
	for i := range p.Skills {
		if p.Skills[i].ID == id {
			return &p.Skills[i]
		}
	}
	return nil
}

// Condition returns the condition of the pack with the given id, or nil.
func (p *Pack) Condition(id string) *Condition {
	for i := range p.Conditions {
		if p.Conditions[i].ID == id {
			return &p.Conditions[i]
		}
	}
	return nil
}

// Start returns the start of the pack with the given id, or nil.
func (p *Pack) Start(id string) *Start {
	for i := range p.Starts {
		if p.Starts[i].ID == id {
			return &p.Starts[i]
		}
	}
	return nil
}

// Step returns the text of the next step in a skill from this level. From level
// 3 on, that is the anchor of level 4.
func (p *Pack) Step(skill *Skill, level int) string {
	if level < len(skill.Steps) {
		return skill.Steps[level].Text
	}
	return p.Levels[MaxLevel].Anchor
}

// SkillName returns the skill's name or, if the pack doesn't have it, the words
// of its id.
func (p *Pack) SkillName(id string) string {
	if s := p.Skill(id); s != nil {
		return s.Name
	}
	return strings.ReplaceAll(id, "-", " ")
}

// RoleTitle returns the role's title or, if the pack doesn't have it, its id.
func (p *Pack) RoleTitle(id string) string {
	if r := p.Role(id); r != nil {
		return r.Title
	}
	return id
}
