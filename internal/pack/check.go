package pack

import (
	"path"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
)

// check tells what is wrong between the parts of a pack. A value that could
// not be read is told of already, and is passed over here, as is what refers
// into a file that could not be read.
func (l *loader) check() {
	l.checkNumber()
	l.checkNames()
	for _, r := range l.roles {
		l.checkRole(r)
	}
	l.checkSkills()
	l.checkQuestions()
	l.checkWording()
	l.checkQuiz()
}

// at is where the value at this address stands.
func (l *loader) at(address any) mark { return l.marks[address] }

// partly says whether some file of the folder could not be read, so that what
// it holds is not known.
func (l *loader) partly(dir string) bool {
	for name := range l.unread {
		if path.Dir(name) == dir || name == dir {
			return true
		}
	}
	return false
}

func (l *loader) checkNumber() {
	if len(l.roles) < 2 && !l.partly("roles") {
		l.fail(mark{file: "roles"}, "holds fewer than two roles, expected two or more")
	}
}

// nameKey is a name as people compare names: without case, hyphens as spaces.
func nameKey(name string) string { return strings.Join(tokens(name), " ") }

// checkNames holds that a name leads to one role: an id, a title or an alias
// of one is none of another.
func (l *loader) checkNames() {
	owners := map[string]*fit.Role{}
	for _, r := range l.roles {
		if first := owners[nameKey(r.ID)]; r.ID != "" && first != nil {
			l.fail(l.at(&r.ID), "id %q is that of %s already, expected another", r.ID, l.at(&first.ID).file)
		} else if r.ID != "" {
			owners[nameKey(r.ID)] = r
		}
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
				l.fail(l.at(alias), "alias %s has no letter or digit, expected a name", quote(*alias))
			case seen[key]:
				l.fail(l.at(alias), "alias %s is given twice, expected it once", quote(*alias))
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
		l.fail(l.at(name), "%s %s names role %q already, expected a name of one role only", what, quote(*name), owner.ID)
		return
	}
	owners[key] = r
}

func (l *loader) checkRole(r *fit.Role) {
	if stem := l.stem(r); r.ID != "" && r.ID != stem {
		l.fail(l.at(&r.ID), "id is %q, expected the file's name %s", r.ID, quote(stem))
	}
	facets := map[string]mark{}
	for d := range r.Parts {
		for i := range r.Parts[d].Facets {
			id := &r.Parts[d].Facets[i].ID
			if first, repeated := facets[*id]; repeated && *id != "" {
				l.fail(l.at(id), "facet id %q is given twice in the role, first in line %d, expected it once", *id, first.line)
			} else {
				facets[*id] = l.at(id)
			}
		}
	}
	l.checkPaths(r)
	l.checkNeeds(r)
}

func (l *loader) checkPaths(r *fit.Role) {
	known := l.roleIDs()
	for i := range r.Paths {
		switch to := &r.Paths[i].To; {
		case *to == "":
		case *to == r.ID:
			l.fail(l.at(to), "a path leads from role %q to itself, expected another role", r.ID)
		case !l.knowsRole(*to):
			l.fail(l.at(to), "role %q is not in the pack, expected one of %s%s", *to, strings.Join(known, ", "), didYouMean(*to, known))
		case slices.ContainsFunc(r.Paths[:i], func(p fit.Path) bool { return p.To == *to }):
			l.fail(l.at(to), "a path to role %q is given twice, expected it once", *to)
		}
	}
}

func (l *loader) roleIDs() []string {
	known := ids(l.roles, func(r *fit.Role) string { return r.ID })
	return slices.DeleteFunc(known, func(id string) bool { return id == "" })
}

// knowsRole says whether a role is in the pack, be it that its file could not
// be read, or that the id in it is wrong, which is told of once and there.
func (l *loader) knowsRole(id string) bool {
	return l.role(id) != nil || l.unread["roles/"+id+".yaml"] || l.unread["roles"] ||
		slices.ContainsFunc(l.roles, func(r *fit.Role) bool { return l.stem(r) == id })
}

// stem is the name of a role's file, which its id should be.
func (l *loader) stem(r *fit.Role) string {
	return strings.TrimSuffix(path.Base(l.at(r).file), ".yaml")
}

func (l *loader) role(id string) *fit.Role {
	if i := slices.IndexFunc(l.roles, func(r *fit.Role) bool { return r.ID == id && id != "" }); i >= 0 {
		return l.roles[i]
	}
	return nil
}

func (l *loader) checkNeeds(r *fit.Role) {
	known := ids(l.pack.Skills, func(s fit.Skill) string { return s.ID })
	for i := range r.Needs {
		switch skill := &r.Needs[i].Skill; {
		case *skill == "" || slices.Contains(known, *skill) || l.unread[skillsFile] || l.unread["quiz"]:
		case !l.skilled:
			l.fail(l.at(skill), "skill %q is needed, expected a file %s that has it", *skill, skillsFile)
		default:
			l.fail(l.at(skill), "skill %q is not in %s, expected it there, or one of %s%s", *skill, skillsFile, short(strings.Join(known, ", ")), didYouMean(*skill, known))
		}
	}
}

func (l *loader) checkSkills() {
	seen := map[string]mark{}
	for i := range l.pack.Skills {
		id := &l.pack.Skills[i].ID
		switch first, repeated := seen[*id]; {
		case *id == "":
		case *id == fit.CardsID:
			l.fail(l.at(id), "id is %q, which is the step of the role cards, expected another", *id)
		case repeated:
			l.fail(l.at(id), "skill %q is given twice, first in line %d, expected it once", *id, first.line)
		default:
			seen[*id] = l.at(id)
		}
	}
}
