package fit

import (
	"slices"
	"strings"
)

// An assembled question is no longer asked when roles were added to the pack
// since, or facets moved. Answers to it still count, by the facets that they
// name.

// Facets names the facets that a question shows, separated by spaces, as in
// Event.Shown.
func (q *Question) Facets() string {
	refs := make([]string, len(q.Options))
	for i, o := range q.Options {
		refs[i] = o.Ref()
	}
	return strings.Join(refs, " ")
}

// Answered returns the question that an answer is for: one that the quiz can
// ask or else, made up of the facets shown that still exist, one that it no
// longer asks. It returns nil if fewer than two of them exist.
func (q *Quiz) Answered(id, shown string) *Question {
	if asked := q.Question(id); asked != nil {
		return asked
	}
	name, _, _ := strings.Cut(id, "-")
	d := slices.Index(dimensionNames[:], name)
	if d < 0 || shown == "" {
		return nil
	}
	question := &Question{ID: id, Dimension: Dimension(d), Prompt: q.Pack.Prompts[d], index: -1}
	for i, ref := range strings.Fields(shown) {
		o := Option{Key: string(rune('a' + i))}
		o.SetRef(ref)
		if o.role = q.roleIndex(o.Role); o.role < 0 || i >= MaxShown || question.shows(o.role) {
			continue
		}
		facets := q.Roles[o.role].Parts[d].Facets
		if f := slices.IndexFunc(facets, func(f Facet) bool { return f.ID == o.Facet }); f >= 0 {
			o.Text = facets[f].Option
			question.Options = append(question.Options, o)
		}
	}
	if len(question.Options) < 2 {
		return nil
	}
	return question
}

// shows reports whether a question shows a role.
func (q *Question) shows(role int) bool {
	return slices.ContainsFunc(q.Options, func(o Option) bool { return o.role == role })
}

// of returns the question that an answer of the quiz is for.
func (q *Quiz) of(a *Answer) *Question { return q.Answered(a.Question, a.Shown) }
