package pack

import (
	"bytes"
	"path"
	"slices"
	"strconv"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/wording"
)

// This file reports what an author forgot to change or delete.

// checkLeftovers reports what was copied from the starter pack and not changed.
// The starter itself is one until it has another role.
func (l *loader) checkLeftovers() {
	defer l.rule("leftover")()
	var copied []*fit.Role
	for _, r := range l.roles {
		name := "roles/" + r.ID + ".yaml"
		if data, err := starter.ReadFile(path.Join("starter", name)); err == nil && sameLines(data, l.texts[l.label(name)]) {
			copied = append(copied, r)
		}
	}
	if len(copied) == len(l.roles) {
		return
	}
	for _, r := range copied {
		l.warn(&r.ID, "is an example of the starter, expected roles of this pack: delete the file, or edit it")
	}
	if _, read := l.marks[&l.questions.Title]; !read {
		return
	}
	if l.questions.Title == starterTitle {
		l.warn(&l.questions.Title, "title is that of the starter, expected one for this pack")
	}
	if slices.Equal(l.questions.Banned, starterBanned) {
		l.warn(&l.questions.Banned, "banned lists the words of the starter, expected those that reveal a role of this pack, or no list")
	}
}

// sameLines reports whether two files are equal except for their line endings.
func sameLines(a, b []byte) bool {
	return bytes.Equal(bytes.ReplaceAll(a, []byte("\r"), nil), bytes.ReplaceAll(b, []byte("\r"), nil))
}

// checkUses notes the skills, conditions and starts that no role refers to.
func (l *loader) checkUses() {
	defer l.rule("leftover")()
	used := map[string]bool{}
	for _, r := range l.roles {
		for _, n := range r.Needs {
			used["skill "+n.Skill] = true
		}
		for _, c := range r.Conditions {
			used["condition "+c.Condition] = true
		}
		for _, s := range r.Starts {
			used["start "+s.Start] = true
		}
	}
	for kind, ids := range map[string][]*string{
		"skill":     pointers(l.skills.Skills, func(s *fit.Skill) *string { return &s.ID }),
		"condition": pointers(l.conditions.Conditions, func(c *fit.Condition) *string { return &c.ID }),
		"start":     pointers(l.starts.Starts, func(s *fit.Start) *string { return &s.ID }),
	} {
		ids = slices.DeleteFunc(ids, func(id *string) bool { return used[kind+" "+*id] })
		if len(ids) > 0 {
			names := wording.Names(ids, func(id *string) string { return strconv.Quote(*id) })
			l.note(ids[0], "no role refers to the %s %s, expected only what roles refer to", kind, wording.And(names))
		}
	}
}

// starterTitle is the title of the starter's questionnaire, which a test
// compares with the file.
const starterTitle = "What kind of engineer are you on a team?"

var starterBanned = []string{"debugger", "profiler", "documentation", "tutorial", "script", "automation"}
