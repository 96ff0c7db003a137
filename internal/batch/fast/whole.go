package fast

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"

	"github.com/rolefit/rolefit/internal/fit"
)

// A whole contains the parts of full results that are the same for many people,
// as JSON. They are encoded from the types of package fit, so the fields and
// their order can't differ.
type whole struct {
	pack       []byte
	roles      []roleText
	questions  map[*fit.Question]*questionText
	skills     []skillText
	bySkill    []int                      // indexes of the skills, sorted by id
	conditions []map[fit.Tolerance]string // one per condition of the pack
	conflicts  map[conflict]string
}

// A roleText is the JSON of a fit.RoleResult in pieces: the part before the
// place, the needs, and the rest. unrated contains the needs of a person who
// rated no skill.
type roleText struct {
	before, after string
	needs         []string // each ends where the person's level follows
	unrated       string
	grades        [][]gradeNeed
}

// A gradeNeed is the level of a skill that a grade of a role needs, and the
// JSON of its fit.NeedResult up to the person's level.
type gradeNeed struct {
	need
	text string
}

// A questionText is the JSON of a question in a fit.AnswerResult, without the
// closing brace, and of its options in fit.AnswerResult and fit.Evidence.
type questionText struct {
	answer   string
	evidence string // ends before the value of "for"
	options  []optionText
}

type optionText struct{ ref, quoted string }

// A skillText is the JSON of a skill in a fit.Result and, by level, in a
// fit.Gap.
type skillText struct {
	unsure string
	levels [fit.MaxLevel + 1]string
	gaps   [fit.MaxLevel + 1]gapText
}

type gapText struct{ before, after string }

type conflict struct {
	condition, role int
	answer          fit.Tolerance
}

func newWhole(q *fit.Quiz) *whole {
	w := &whole{pack: encode(q.Pack.Ref()), questions: map[*fit.Question]*questionText{}, conflicts: map[conflict]string{}}
	for _, r := range q.Roles {
		w.roles = append(w.roles, newRoleText(q.Pack, r))
	}
	for i := range q.Pack.Skills {
		w.skills = append(w.skills, newSkillText(&q.Pack.Skills[i]))
		w.bySkill = append(w.bySkill, i)
	}
	slices.SortFunc(w.bySkill, func(a, b int) int { return bytes.Compare([]byte(q.Pack.Skills[a].ID), []byte(q.Pack.Skills[b].ID)) })
	for i := range q.Pack.Conditions {
		c := &q.Pack.Conditions[i]
		texts := map[fit.Tolerance]string{}
		for _, t := range fit.Tolerances {
			texts[t] = string(encode(q.ConditionResult(c, t)))
		}
		w.conditions = append(w.conditions, texts)
	}
	return w
}

func newRoleText(p *fit.Pack, r *fit.Role) (t roleText) {
	text := string(encode(fit.RoleResult{ID: r.ID, Title: r.Title, Tagline: r.Tagline, Impact: r.Impact, Week: r.Week, Try: r.Try, Needs: []fit.NeedResult{}}))
	t.before, _ = cut(text, `"place":`)
	_, t.after = cut(text, `"needs":[]`)
	open := "["
	for _, n := range r.Needs {
		before, _ := cut(string(encode(fit.NeedResult{Skill: n.Skill, Name: p.Skill(n.Skill).Name, Needed: n.Level})), `"level":`)
		t.needs = append(t.needs, before)
		t.unrated += open + before + "null}"
		open = ","
	}
	if open == "[" {
		t.unrated = "["
	}
	t.unrated += "]"
	for grade := range p.Grades {
		var needs []gradeNeed
		for _, n := range r.Needs {
			skill := slices.IndexFunc(p.Skills, func(x fit.Skill) bool { return x.ID == n.Skill })
			text, _ := cut(string(encode(fit.NeedResult{Skill: n.Skill, Name: p.SkillName(n.Skill), Needed: n.At(grade)})), `"level":`)
			needs = append(needs, gradeNeed{need{skill, n.At(grade)}, text})
		}
		t.grades = append(t.grades, needs)
	}
	return t
}

func newSkillText(skill *fit.Skill) (t skillText) {
	key := string(encode(skill.ID)) + ":"
	t.unsure = key + string(encode(fit.Rated{Name: skill.Name, Skip: fit.Unsure}))
	for level := range t.levels {
		t.levels[level] = key + string(encode(fit.Rated{Name: skill.Name, Level: &level}))
	}
	return t
}

// gap returns the JSON of a gap, which is encoded the first time that a person
// has it. There is no gap at the highest level.
func (s *scorer) gap(skill, level int) *gapText {
	t := &s.whole.skills[skill].gaps[level]
	if t.before == "" {
		text := string(encode(fit.GapAt(s.quiz.Pack, &s.quiz.Pack.Skills[skill], level)))
		t.before, _ = cut(text, `"needed":`)
		_, t.after = cut(text, `"roles":null`)
	}
	return t
}

func (w *whole) question(x *fit.Question) *questionText {
	if t := w.questions[x]; t != nil {
		return t
	}
	t, r := new(questionText), fit.AnswerResult{Question: x.ID, Dimension: x.Dimension.String(), Prompt: x.Prompt}
	for _, o := range x.Options {
		r.Shown, r.Texts = append(r.Shown, o.Ref()), append(r.Texts, o.Text)
		t.options = append(t.options, optionText{string(encode(o.Ref())), string(encode(fit.QuotedOption{Role: o.Role, Text: o.Text}))})
	}
	text := string(encode(r))
	t.answer = text[:len(text)-1]
	t.evidence, _ = cut(string(encode(fit.Evidence{Question: x.ID})), `"for":`)
	w.questions[x] = t
	return t
}

// cut splits JSON after a key, so that before ends with the key. The match is
// never inside a string, because quotes in strings are escaped.
func cut(text, key string) (before, after string) {
	i := bytes.Index([]byte(text), []byte(key)) + len(key)
	return text[:i], text[i:]
}

func encode(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(v) // can't fail for these types
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

// appendNeeds appends the skills that a role needs.
func (s *scorer) appendNeeds(out []byte, role int, p *person) []byte {
	t := &s.whole.roles[role]
	if len(p.ratings) == 0 {
		return append(out, t.unrated...)
	}
	open := byte('[')
	for i, n := range s.needs[role] {
		out = append(append(out, open), t.needs[i]...)
		open = ','
		if level, ok := p.level(n.skill); ok {
			out = strconv.AppendInt(out, int64(level), 10)
		} else {
			out = append(out, "null"...)
		}
		out = append(out, '}')
	}
	return closed(out, open, '[', ']')
}
