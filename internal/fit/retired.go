package fit

import (
	"slices"
	"strings"
)

// An assembled question is retired when the pack gains roles or its facets
// move. Answers to a retired question still count, based on the facets stored
// with them.

// Facets returns the facets that a question shows, separated by spaces, as in
// Event.Shown.
func (q *Question) Facets() string {
	refs := make([]string, len(q.Options))
	for i, o := range q.Options {
		refs[i] = o.Ref()
	}
	return strings.Join(refs, " ")
}

// Answered returns the question that an answer is for. If the quiz can't ask
// the question any more, Answered builds it from the shown facets that still
// exist. It returns nil if fewer than two of them do.
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

// questionFor returns the question that an answer is for.
func (q *Quiz) questionFor(a *Answer) *Question { return q.Answered(a.Question, a.Shown) }

// finishedBefore reports whether a person with answers to retired questions had
// answered enough of them to end an interview with this verdict. It returns
// false if a role was added since.
func (q *Quiz) finishedBefore(t *Tally) bool {
	retired := func(a scored) bool { return q.Question(a.question.ID) == nil }
	if !q.Assembled || len(t.judged()) < len(q.Roles) || !slices.ContainsFunc(t.answers, retired) {
		return false
	}
	rounds, questions := len(q.Rounds), 0
	switch t.Standing().Verdict {
	case Clear:
		rounds = 1
	case Leaning:
		rounds = min(2, rounds)
	}
	for _, n := range q.Rounds[:rounds] {
		questions += n
	}
	return t.Answered() >= questions
}
