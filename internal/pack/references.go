package pack

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/document"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/wording"
)

// This file checks references between files. A mistake in one file can break
// many references to it, so each is reported once, and not at all if the cause
// is reported anyway.

// A repeat is a problem that occurs in several places.
type repeat struct {
	problem int // index in the loader's problems
	message string
	more    int // number of places after the first
}

// failOnce reports an error in the first of several values with the same
// problem, which the key identifies. The message counts the others. warnOnce
// reports a warning in the same way.
func (l *loader) failOnce(key string, at any, format string, args ...any) {
	l.once(key, at, l.fail, fmt.Sprintf(format, args...))
}
func (l *loader) warnOnce(key string, at any, format string, args ...any) {
	l.once(key, at, l.warn, fmt.Sprintf(format, args...))
}

func (l *loader) once(key string, at any, report func(any, string, ...any), message string) {
	r := l.repeats[key]
	if r == nil {
		l.repeats[key] = &repeat{len(l.problems), message, 0}
		report(at, "%s", message)
		return
	}
	r.more++
	if r.problem < len(l.problems) { // not over the limit
		l.problems[r.problem].Message = fmt.Sprintf("%s; also in %s", r.message, document.Count(r.more, "other place"))
	}
}

// A misname is a file that isn't read because of its name.
type misname struct {
	file    string
	meant   string // file that it seems to be
	problem string
	needed  bool // whether something refers to the file that it seems to be
}

// misnamed reports whether the file of this name is missing, but another one
// seems to be it. The other file is then reported as an error.
func (l *loader) misnamed(name string) bool {
	i := slices.IndexFunc(l.misnames, func(m misname) bool { return m.meant == name })
	if i < 0 || l.texts[l.label(name)] != nil {
		return false
	}
	l.misnames[i].needed = true
	return true
}

// misnamedRoles reports whether the pack would have more roles if their files
// had other names.
func (l *loader) misnamedRoles() bool {
	found := false
	for _, m := range l.misnames {
		found = strings.HasPrefix(m.meant, "roles/") && l.misnamed(m.meant) || found
	}
	return found
}

// checkMisnamed reports files that aren't read because of their names. It is an
// error if the pack refers to one.
func (l *loader) checkMisnamed() {
	for _, m := range l.misnames {
		if m.needed {
			l.fail(m.file, "%s", m.problem)
		} else {
			l.warn(m.file, "%s", m.problem)
		}
	}
}

// known checks that an id is one of the known ids, which are defined in the
// given file.
func (l *loader) known(id *string, what, file string, known []string) {
	switch {
	case *id == "" || slices.Contains(known, *id) || l.unread[file] || l.unread["quiz"]:
	case slices.Contains(known, "") || len(known) == 0 && l.misnamed(file): // reported where it should be defined
	case len(known) == 0:
		l.fail(id, "%s %q is not defined, expected it in %s, which defines none", what, *id, file)
		l.unread[file] = true // report a missing file only once
	default:
		one := document.DidYouMean(*id, known)
		if one == "" {
			one = ": " + document.Some(*id, slices.Compact(slices.Clone(known)))
		}
		l.failOnce(what+" "+*id, id, "%s %q is not in %s, expected one of its %d%s", what, *id, file, len(known), one)
	}
}

// checkLevels checks that a need has either one level or one for each grade.
func (l *loader) checkLevels(n *fit.Need) {
	grades := l.pack.Grades
	for i := range n.Levels {
		if _, read := l.marks[&n.Levels[i]]; !read {
			return
		}
	}
	switch {
	case len(n.Levels) < 2 || l.unread[skillsName] || l.unread["quiz"] || slices.Contains(grades, ""): // one level, or unread grades
	case len(grades) == 0 && l.misnamed(skillsName):
	case len(grades) == 0:
		l.failOnce("grades", &n.Levels, "%q has %s, one for each grade, but %s has no grades, expected a list of them there, such as grades: [junior, mid, senior]", n.Skill, document.Count(len(n.Levels), "level"), skillsName)
	case len(n.Levels) != len(grades):
		l.fail(&n.Levels, "%q has %s, expected one level, or one for each of the %d grades in %s", n.Skill, document.Count(len(n.Levels), "level"), len(grades), skillsName)
	case !slices.IsSorted(n.Levels):
		l.fail(&n.Levels, "levels of %q are %v, expected none lower than that of the grade before", n.Skill, n.Levels)
	case n.Level == 0:
		l.fail(&n.Levels, "levels of %q are %v, expected at least 1 for %s, which readiness refers to", n.Skill, n.Levels, grades[len(grades)/2])
	}
}

// knowsRole reports whether a role is in the pack, or its file has a problem
// that is reported.
func (l *loader) knowsRole(id string) bool {
	file := "roles/" + id + ".yaml"
	return l.role(id) != nil || l.unread[file] || l.unread["roles"] || l.misnamed(file) ||
		slices.ContainsFunc(l.roles, func(r *fit.Role) bool { return !document.IsSlug(r.ID) && folderID(r.ID) == id })
}

// missingRole reports a reference to a role that isn't in the pack.
func (l *loader) missingRole(at any, id string) {
	known := slices.DeleteFunc(wording.Names(l.roles, func(r *fit.Role) string { return r.ID }), func(id string) bool { return !document.IsSlug(id) })
	l.failOnce("role "+id, at, "role %s is not in the pack, expected one of %s%s", document.Quote(id), strings.Join(known, ", "), document.DidYouMean(id, known))
}

// missingFacet reports an option that names a facet that its role doesn't have
// in the question's dimension. It reports nothing if the role's file has a
// problem in that dimension, which may be the cause.
func (l *loader) missingFacet(r *fit.Role, d fit.Dimension, o *fit.Option) {
	if _, whole := l.marks[&r.Parts[d]]; !whole && l.faulty[r] {
		return
	}
	known := wording.Names(r.Parts[d].Facets, func(f fit.Facet) string { return f.ID })
	l.failOnce("facet "+o.Ref(), o, "option %s: role %q has no such facet in dimension %s, expected one of its %d%s", document.Quote(o.Ref()), r.ID, d, len(known), document.DidYouMean(o.Facet, known))
}
