// Package pack reads packs and answers. It is strict: unknown fields, repeated
// keys, wrong types and broken references are problems. All of them are
// reported together, with their file, line and column, and nothing is repaired.
// A pack may come from an untrusted source, so reading it takes bounded time
// and memory and accesses nothing outside its folder.
//
// The file formats are defined by the struct tags of fit.Role and of the types
// in format.go. Package document reads files according to these tags, and the
// JSON Schemas in quiz/schema are generated from them. Reading takes two steps.
// The first reads each file by itself and records the position of each value.
// The second checks references between files and the rules for wording.
//
// The built-in pack is decoded from builtin.txt, which is much faster than
// parsing YAML. That file is generated from the files in roles/ and quiz/, and
// a test compares it with them. In the browser, package document doesn't
// support YAML: only answers are read, as JSON.
package pack

import (
	"bytes"
	"fmt"
	"iter"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/rolefit/rolefit/internal/document"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/spell"
	"github.com/rolefit/rolefit/internal/wording"
)

// A Problem is a problem in a file.
type Problem = document.Problem

// Problems lists the problems of a pack or of answers.
type Problems = document.Problems

const (
	questionsName  = "quiz/questions.yaml"
	skillsName     = "quiz/skills.yaml"
	conditionsName = "quiz/conditions.yaml"
	startsName     = "quiz/starts.yaml"
	lexiconName    = "quiz/lexicon.yaml"
	postingsName   = "quiz/postings.yaml"
)

// Load reads the pack in a folder. If the pack has errors, Load returns them as
// Problems, without warnings. If the folder can't be opened, it returns the
// reason.
func Load(dir string) (*fit.Pack, error) {
	p, problems, err := check(dir)
	if err != nil {
		return nil, fmt.Errorf("reading pack %s: %s", wording.Quote(dir), err)
	}
	return p, problems.AsError()
}

// Check reads the pack in a folder, or the built-in pack if dir is "". It
// returns all problems, including warnings. The pack is nil if there are
// errors.
func Check(dir string) (*fit.Pack, Problems) {
	p, problems, err := check(dir)
	if err != nil {
		return nil, Problems{{File: dir, Message: "cannot be read: " + err.Error(), Rule: "files"}}
	}
	return p, problems
}

func check(dir string) (*fit.Pack, Problems, error) {
	l := &loader{ruleName: "files", dir: dir, pack: &fit.Pack{}, questions: defaults(folderID(dir)), marks: map[any]document.Mark{}, unread: map[string]bool{}, texts: map[string][]byte{}, repeats: map[string]*repeat{}, faulty: map[*fit.Role]bool{}}
	if dir == "" {
		l.read(builtinFS{})
	} else {
		f, err := openFolder(dir)
		if err != nil {
			return nil, nil, err
		}
		defer f.Close()
		l.read(f)
	}
	l.check()
	problems := l.problems.Sort()
	l.quoteSources(problems)
	if len(problems.Errors()) > 0 {
		return nil, problems, nil
	}
	return l.pack, problems, nil
}

// quoteSources sets the source line of each problem.
func (l *loader) quoteSources(problems Problems) {
	for i := range problems {
		p := &problems[i]
		lines := bytes.Split(l.texts[p.File], []byte("\n"))
		if p.Line > 0 && p.Line <= len(lines) && utf8.Valid(lines[p.Line-1]) {
			p.Source = strings.TrimRight(string(lines[p.Line-1]), "\r")
		}
	}
}

// folderID derives an id from a folder's name, for a pack without a
// questionnaire.
func folderID(dir string) string {
	if abs, err := filepath.Abs(dir); err == nil {
		dir = abs
	}
	words := strings.FieldsFunc(strings.ToLower(filepath.Base(dir)), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
	id := strings.Join(words, "-")
	if id = strings.Trim(id[:min(len(id), document.MaxSlug)], "-"); !document.IsSlug(id) {
		return "pack"
	}
	return id
}

// defaults returns the questionnaire of a pack that doesn't have one.
func defaults(id string) questionsFile {
	return questionsFile{
		ID: id,
		Prompts: [...]string{
			fit.Focus:   "Which of these would you rather do on a normal workday?",
			fit.Skills:  "Which of these would you most like to learn to do well?",
			fit.Success: "Which of these would you be proudest to accomplish?",
		},
	}
}

// A loader collects the parts of a pack and the problems found.
type loader struct {
	dir      string // path as entered by the user
	pack     *fit.Pack
	problems Problems
	marks    map[any]document.Mark // positions of the pack's values, by address
	unread   map[string]bool       // files that exist but couldn't be read
	texts    map[string][]byte     // files by label
	repeats  map[string]*repeat    // problems that occur in several places; see failOnce
	misnames []misname             // files that aren't read because of their names
	faulty   map[*fit.Role]bool    // roles whose file has an error of its own
	ruleName string                // rule that is being checked; see Rules
	products map[string]bool       // see isProduct

	roles      []*fit.Role
	questions  questionsFile
	skills     skillsFile
	conditions conditionsFile
	starts     startsFile
}

// label returns the name of a pack's file, for problems.
func (l *loader) label(name string) string {
	switch dir := strings.TrimRightFunc(l.dir, func(r rune) bool { return r == '/' || r == filepath.Separator }); {
	case l.dir == "" || l.dir == ".":
		return name
	case name == "":
		return l.dir
	default:
		return dir + string(filepath.Separator) + filepath.FromSlash(name)
	}
}

// maxProblems is the maximum number of problems reported for a pack, in
// addition to the limit per file.
const maxProblems = 1000

func (l *loader) add(m document.Mark, p Problem, format string, args []any) {
	if len(l.problems) < maxProblems {
		p.File, p.Line, p.Column, p.Rule = l.label(m.File), m.Line, m.Column, l.ruleName
		p.Message = fmt.Sprintf(format, args...)
		l.problems = append(l.problems, p)
	}
}

// fail reports an error in the value at an address, warn reports a warning, and
// note reports something to consider. To report a problem with an entire file,
// pass its name as the address.
func (l *loader) fail(at any, format string, args ...any) { l.add(l.at(at), Problem{}, format, args) }
func (l *loader) warn(at any, format string, args ...any) {
	l.add(l.at(at), Problem{Warning: true}, format, args)
}
func (l *loader) note(at any, format string, args ...any) {
	l.add(l.at(at), Problem{Warning: true, Note: true}, format, args)
}

// rule sets the rule for the problems reported until end is called.
func (l *loader) rule(name string) (end func()) {
	before := l.ruleName
	l.ruleName = name
	return func() { l.ruleName = before }
}

// at returns the position of a value.
func (l *loader) at(address any) document.Mark {
	if name, ok := address.(string); ok {
		return document.Mark{File: name}
	}
	return l.marks[address]
}

// target returns the destination for the content of a file, and a description
// of that content for problems. It returns nil if the loader doesn't read files
// with this name.
func (l *loader) target(name string) (to any, what string) {
	switch name {
	case questionsName:
		return &l.questions, "the questionnaire"
	case skillsName:
		return &l.skills, "the skills file"
	case conditionsName:
		return &l.conditions, "the conditions file"
	case startsName:
		return &l.starts, "the starts file"
	}
	if id, ok := strings.CutPrefix(name, "roles/"); ok {
		return &fit.Role{ID: strings.TrimSuffix(id, ".yaml")}, "the role"
	}
	return nil, ""
}

func (l *loader) decode(f file) {
	to, what := l.target(f.name)
	if to == nil {
		known := []string{path.Base(questionsName), path.Base(skillsName), path.Base(conditionsName), path.Base(startsName), path.Base(lexiconName), path.Base(postingsName)}
		near := spell.Nearest(path.Base(f.name), known)
		l.misnames = append(l.misnames, misname{file: f.name, meant: path.Join("quiz", near), problem: fmt.Sprintf("is not read, expected %s%s", document.OneOf(known), document.DidYouMean(path.Base(f.name), known))})
		return
	}
	d := &document.Document{File: f.name, Marks: l.marks}
	n := d.YAML(f.data)
	r, role := to.(*fit.Role)
	switch {
	case n == nil:
		l.unread[f.name] = true
	case role:
		l.roles = append(l.roles, r)
		l.marks[&r.ID] = document.Mark{File: f.name}
		d.Hints = map[string]string{"id": "the file's name is the id"}
		fallthrough
	default:
		d.Read(n, what, to)
	}
	l.faulty[r] = len(d.Problems.Errors()) > 0
	for _, p := range d.Problems {
		p.File, p.Rule = l.label(p.File), "format"
		if n == nil {
			p.Rule = "yaml"
		}
		l.problems = append(l.problems, p)
	}
}

// finish assembles the pack. It sorts roles by id, sorts their needs in the
// order of the skills, and fills in defaults.
func (l *loader) finish() {
	q := &l.questions
	l.pack.ID, l.pack.Version, l.pack.Title = q.ID, max(1, q.Version), q.Title
	l.pack.Rounds, l.pack.Prompts, l.pack.Banned, l.pack.Written = q.Rounds, q.Prompts, q.Banned, q.Questions
	l.pack.Levels, l.pack.Skills, l.pack.Grades = l.skills.Levels, l.skills.Skills, l.skills.Grades
	l.pack.Conditions, l.pack.Starts = l.conditions.Conditions, l.starts.Starts
	if len(l.pack.Levels) == 0 {
		l.pack.Levels = Builtin().Levels
	}
	order := map[string]int{}
	for i, s := range l.pack.Skills {
		order[s.ID] = i
	}
	slices.SortFunc(l.roles, func(a, b *fit.Role) int { return strings.Compare(a.ID, b.ID) })
	for _, r := range l.roles {
		for f := range facets(r) {
			if f.Text == "" {
				f.Text = f.Option
			}
		}
		for i := range r.Needs {
			if n := &r.Needs[i]; len(n.Levels) > 0 {
				n.Level = n.Levels[len(n.Levels)/2]
			}
		}
		sorted := *r
		sorted.Needs = slices.Clone(r.Needs)
		slices.SortStableFunc(sorted.Needs, func(a, b fit.Need) int { return order[a.Skill] - order[b.Skill] })
		l.pack.Roles = append(l.pack.Roles, sorted)
	}
	for i := range q.Questions {
		for j := range q.Questions[i].Options {
			o := &q.Questions[i].Options[j]
			o.Key = string(rune('a' + j))
			if f := l.facet(q.Questions[i].Dimension, o); f != nil {
				o.Text = f.Option
			}
		}
	}
}

// facet returns the facet that an option in a dimension shows, or nil.
func (l *loader) facet(d fit.Dimension, o *fit.Option) *fit.Facet {
	if r := l.role(o.Role); r != nil {
		part := &r.Parts[d]
		if i := slices.IndexFunc(part.Facets, func(f fit.Facet) bool { return f.ID == o.Facet && f.ID != "" }); i >= 0 {
			return &part.Facets[i]
		}
	}
	return nil
}

// role returns the role with the given id, or nil.
func (l *loader) role(id string) *fit.Role {
	if i := slices.IndexFunc(l.roles, func(r *fit.Role) bool { return r.ID == id }); i >= 0 {
		return l.roles[i]
	}
	return nil
}

// facets iterates over the facets of a role, with the dimension of each.
func facets(r *fit.Role) iter.Seq2[*fit.Facet, fit.Dimension] {
	return func(yield func(*fit.Facet, fit.Dimension) bool) {
		for _, d := range fit.Dimensions {
			for i := range r.Parts[d].Facets {
				if !yield(&r.Parts[d].Facets[i], d) {
					return
				}
			}
		}
	}
}
