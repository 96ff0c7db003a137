// Package pack reads packs and answers, and is strict with both: unknown
// fields, repeated keys, wrong types and broken references are problems with
// their file and line, all told at once, and nothing is repaired. A pack may be
// anybody's, so reading one is bounded in time and memory and reaches nothing
// outside its folder. Only this package knows YAML.
//
// Two stages: a decoder takes one file into the types of package fit and marks
// where each value stood; a loader puts the files together and checks what they
// say of each other. The built-in pack is Go values made from its files, and a
// test holds them to each other.
package pack

import (
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/wording"
)

const (
	questionsFile = "quiz/questions.yaml"
	skillsFile    = "quiz/skills.yaml"
)

// Builtin is the pack ops-roles, which the program carries as values, so that
// no command waits for its files to be read.
func Builtin() *fit.Pack {
	p := builtin
	return &p
}

// Load reads the pack in a folder. The error is Problems, its errors only, or
// says why the folder cannot be opened.
func Load(dir string) (*fit.Pack, error) {
	p, problems, err := check(dir)
	if err != nil {
		return nil, fmt.Errorf("reading pack %s: %s", wording.Quote(dir), err)
	}
	return p, problems.asError()
}

// Check reads the pack in a folder, the built-in one for "", and tells all
// that is wrong with it, warnings included. The pack is nil when there are
// errors.
func Check(dir string) (*fit.Pack, Problems) {
	p, problems, err := check(dir)
	if err != nil {
		return nil, Problems{{File: dir, Message: "cannot be read: " + err.Error()}}
	}
	return p, problems
}

func check(dir string) (*fit.Pack, Problems, error) {
	l := newLoader(dir)
	if dir == "" {
		l.read(builtinFS{}, "")
	} else {
		f, err := openFolder(dir)
		if err != nil {
			return nil, nil, err
		}
		defer f.Close()
		l.read(f, folderID(dir))
	}
	l.check()
	problems := l.problems.sort()
	if len(problems.Errors()) > 0 {
		return nil, problems, nil
	}
	return l.pack, problems, nil
}

// folderID is a folder's name as the id of a pack that gives itself none.
func folderID(dir string) string {
	if abs, err := filepath.Abs(dir); err == nil {
		dir = abs
	}
	words := strings.FieldsFunc(strings.ToLower(filepath.Base(dir)), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
	id := strings.Join(words, "-")
	id = strings.Trim(id[:min(len(id), maxSlug)], "-")
	if len(id) < minSlug {
		return "pack"
	}
	return id
}

// A loader gathers a pack and what is wrong with it.
type loader struct {
	dir      string // as the user gave it
	pack     *fit.Pack
	problems Problems
	roles    []*fit.Role
	marks    map[any]mark    // where a value of the pack stands, by its address
	unread   map[string]bool // files that are there but could not be read
	skilled  bool            // whether the pack has a file of skills
}

func newLoader(dir string) *loader {
	return &loader{dir: dir, pack: defaults(), marks: map[any]mark{}, unread: map[string]bool{}}
}

// label is the name of a file of the pack as problems tell it.
func (l *loader) label(name string) string {
	switch dir := strings.TrimRightFunc(l.dir, func(r rune) bool { return r == '/' || r == filepath.Separator }); {
	case l.dir == "" || l.dir == ".":
		return name
	case name == "":
		return l.dir
	default:
		return dir + "/" + name
	}
}

// maxTold bounds the problems of a pack that are gathered beyond those of the
// single files.
const maxTold = 1000

func (l *loader) add(m mark, warning bool, format string, args []any) {
	if len(l.problems) < maxTold {
		l.problems = append(l.problems, Problem{l.label(m.file), m.line, m.column, fmt.Sprintf(format, args...), warning})
	}
}

func (l *loader) fail(m mark, format string, args ...any) { l.add(m, false, format, args) }
func (l *loader) warn(m mark, format string, args ...any) { l.add(m, true, format, args) }

// read reads the files of a pack; id is for a pack without a questionnaire.
func (l *loader) read(fsys fs.FS, id string) {
	l.pack.ID = id
	files := l.files(fsys)
	l.pack.Hash = hash(files)
	for _, f := range files {
		l.decode(f)
	}
	if !l.skilled {
		l.pack.Levels = builtin.Levels
	}
	l.finish()
}

// decode reads one file into the pack.
func (l *loader) decode(f file) {
	dir, name := path.Split(f.name)
	if dir == "quiz/" && f.name != questionsFile && f.name != skillsFile {
		l.warn(mark{file: f.name}, "is not read, expected questions.yaml or skills.yaml%s", didYouMean(name, []string{path.Base(questionsFile), path.Base(skillsFile)}))
		return
	}
	d := &decoder{file: f.name, marks: l.marks}
	n := d.parse(f.data)
	switch {
	case n == nil:
		l.unread[f.name] = true
	case f.name == questionsFile:
		d.questions(n, l.pack)
	case f.name == skillsFile:
		d.skills(n, l.pack)
	default:
		l.roles = append(l.roles, d.role(n))
		l.marks[l.roles[len(l.roles)-1]] = mark{file: f.name}
	}
	l.skilled = l.skilled || f.name == skillsFile
	for _, p := range d.problems {
		p.File = l.label(p.File)
		l.problems = append(l.problems, p)
	}
}

// finish puts the roles into the pack, sorted by id, with their needs in the
// pack's order of skills.
func (l *loader) finish() {
	order := map[string]int{}
	for i, s := range l.pack.Skills {
		order[s.ID] = i
	}
	slices.SortStableFunc(l.roles, func(a, b *fit.Role) int { return strings.Compare(a.ID, b.ID) })
	for _, r := range l.roles {
		sorted := *r
		sorted.Needs = slices.Clone(r.Needs)
		slices.SortStableFunc(sorted.Needs, func(a, b fit.Need) int { return order[a.Skill] - order[b.Skill] })
		l.pack.Roles = append(l.pack.Roles, sorted)
	}
	l.askOptions()
}

// askOptions gives the written questions' options the texts of their facets.
func (l *loader) askOptions() {
	asks := map[string]string{}
	for _, r := range l.roles {
		for _, d := range fit.Dimensions {
			for _, f := range r.Parts[d].Facets {
				asks[d.String()+" "+r.ID+"/"+f.ID] = f.Option
			}
		}
	}
	for i := range l.pack.Written {
		q := &l.pack.Written[i]
		for j := range q.Options {
			q.Options[j].Text = asks[q.Dimension.String()+" "+q.Options[j].Ref()]
		}
	}
}
