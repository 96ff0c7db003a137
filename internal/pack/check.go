package pack

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/document"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/wording"
)

func (l *loader) read(fsys fs.FS) {
	files := l.files(fsys)
	l.pack.Hash = hash(files)
	for _, f := range files {
		l.texts[l.label(f.name)] = f.data
		l.decode(f)
	}
	l.finish()
}

// check reports inconsistencies between the parts of a pack. It ignores values
// that couldn't be read, which have already been reported, and references to
// files that couldn't be read.
func (l *loader) check() {
	if len(l.roles) < 2 && !l.partly("roles") && !l.misnamedRoles() {
		l.fail("roles", "contains fewer than two roles, expected two or more")
	}
	for _, c := range []struct {
		rule  string
		check func()
	}{
		{"ids", l.checkNames},
		{"references", l.checkRoles},
		{"ids", l.checkIDs},
		{"questions", l.checkQuestions},
		{"files", l.checkMisnamed},
		{"wording", l.checkWording},
		{"wording", l.checkStyle},
		{"questions", l.checkQuiz},
	} {
		end := l.rule(c.rule)
		c.check()
		end()
	}
	l.rank()
}

// rank ranks the problems, so that causes come before their consequences: what
// keeps a file from being read comes first, and roles come before the questions
// about them.
func (l *loader) rank() {
	for i := range l.problems {
		p := &l.problems[i]
		if !slices.Contains([]string{"files", "yaml", "format", "ids"}, p.Rule) {
			p.Rank += 2
		}
		if strings.HasPrefix(p.File, l.label("quiz")) {
			p.Rank++
		}
	}
}

// partly reports whether a file in a folder couldn't be read, so that the
// folder's content isn't fully known.
func (l *loader) partly(dir string) bool {
	for name := range l.unread {
		if path.Dir(name) == dir || name == dir {
			return true
		}
	}
	return false
}

// nameKey returns a name in the form used for comparisons: in lower case, with
// spaces instead of hyphens.
func nameKey(name string) string { return strings.Join(tokens(name), " ") }

// checkNames checks that each name refers to only one role: no id, title or
// alias may be shared by two roles.
func (l *loader) checkNames() {
	owners := map[string]*fit.Role{}
	for _, r := range l.roles {
		if !document.IsSlug(r.ID) {
			l.fail(&r.ID, "the name %s is not an id, expected 2 to %d lowercase letters, digits and single hyphens before .yaml%s", document.Quote(r.ID), document.MaxSlug, renameTo(r.ID))
		}
		owners[nameKey(r.ID)] = r
	}
	for _, r := range l.roles {
		l.checkName(owners, r, "title", &r.Title)
	}
	for _, r := range l.roles {
		seen := map[string]bool{}
		for i := range r.Aliases {
			alias := &r.Aliases[i]
			switch key := nameKey(*alias); {
			case *alias == "":
			case key == "":
				l.fail(alias, "alias %s has no letter or digit, expected a name", document.Quote(*alias))
			case seen[key]:
				l.fail(alias, "alias %s is listed twice, expected once", document.Quote(*alias))
			default:
				seen[key] = true
				l.checkName(owners, r, "alias", alias)
			}
		}
	}
}

func (l *loader) checkName(owners map[string]*fit.Role, r *fit.Role, what string, name *string) {
	key := nameKey(*name)
	if key == "" {
		return
	}
	if owner := owners[key]; owner != nil && owner != r {
		l.fail(name, "%s %s names role %q already, expected a name of one role only", what, document.Quote(*name), owner.ID)
		return
	}
	owners[key] = r
}

func (l *loader) checkRoles() {
	for _, r := range l.roles {
		l.checkRole(r)
	}
}

func (l *loader) checkRole(r *fit.Role) {
	var seen []*string
	for f := range facets(r) {
		seen = append(seen, &f.ID)
	}
	l.unique(seen, "facet")
	l.checkPaths(r)
	for i := range r.Needs {
		l.known(&r.Needs[i].Skill, "skill", skillsName, wording.Names(l.pack.Skills, func(s fit.Skill) string { return s.ID }))
	}
	for i := range r.Needs {
		l.checkLevels(&r.Needs[i])
	}
	for i := range r.Conditions {
		l.known(&r.Conditions[i].Condition, "condition", conditionsName, wording.Names(l.pack.Conditions, func(c fit.Condition) string { return c.ID }))
	}
	for i := range r.Starts {
		l.checkSource(&r.Starts[i].Source)
		l.known(&r.Starts[i].Start, "start", startsName, wording.Names(l.pack.Starts, func(s fit.Start) string { return s.ID }))
	}
}

// renameTo suggests a file name for a role.
func renameTo(id string) string {
	if to := folderID(id); document.IsSlug(to) && to != "pack" {
		return ": rename the file to " + document.Quote(to+".yaml")
	}
	return ""
}

// unique checks that no id occurs twice.
func (l *loader) unique(ids []*string, what string) {
	first := map[string]*string{}
	for _, id := range ids {
		if before := first[*id]; before != nil && *id != "" {
			l.fail(id, "%s %q is listed twice, first on line %d, expected once", what, *id, l.at(before).Line)
			continue
		}
		first[*id] = id
	}
}

// checkIDs checks that the ids of each kind are unique, and that no question
// has the id of a skill.
func (l *loader) checkIDs() {
	questions := pointers(l.questions.Questions, func(q *fit.Question) *string { return &q.ID })
	skills := pointers(l.skills.Skills, func(s *fit.Skill) *string { return &s.ID })
	l.unique(questions, "question")
	l.unique(skills, "skill")
	l.unique(pointers(l.conditions.Conditions, func(c *fit.Condition) *string { return &c.ID }), "condition")
	l.unique(pointers(l.starts.Starts, func(s *fit.Start) *string { return &s.ID }), "start")
	for _, id := range questions {
		if l.pack.Skill(*id) != nil && *id != "" {
			l.fail(id, "id %q is that of a skill, expected another", *id)
		}
	}
}

// pointers returns the addresses of the items' ids.
func pointers[T any](things []T, id func(*T) *string) []*string {
	var out []*string
	for i := range things {
		out = append(out, id(&things[i]))
	}
	return out
}

func (l *loader) checkPaths(r *fit.Role) {
	for i := range r.Paths {
		switch to := &r.Paths[i].To; {
		case *to == "":
		case *to == r.ID:
			l.fail(to, "a path leads from role %q to itself, expected another role", r.ID)
		case !l.knowsRole(*to):
			l.missingRole(to, *to)
		case slices.ContainsFunc(r.Paths[:i], func(p fit.Path) bool { return p.To == *to }):
			l.fail(to, "a path to role %q is listed twice, expected once", *to)
		}
	}
}
