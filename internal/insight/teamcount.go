package insight

import (
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// addNotes counts what a result says beside its verdict and fits.
func (t *Team) addNotes(r *fit.Result) {
	if slices.Contains(r.Flags, fit.Fast) {
		t.fast++
	}
	if slices.ContainsFunc(r.Roles, func(role fit.RoleResult) bool { return role.Card != "" }) {
		t.carded++
	}
	for _, role := range r.Named {
		t.named[role]++
	}
}

// endedEarly reports whether a result is of an interview that ended after a round
// that wasn't the last. A form doesn't end there, unless by coincidence.
func (t *Team) endedEarly(r *fit.Result) bool {
	counted := r.Answered
	for i := range r.Answers {
		if r.Answers[i].Skip == fit.None {
			counted++
		}
	}
	return !r.Provisional && counted < t.planned && slices.Contains(t.ends, counted)
}

// Merge adds the counts of another team of the same pack.
func (t *Team) Merge(o *Team) {
	t.people += o.people
	t.unfinished += o.unfinished
	t.fast, t.carded = t.fast+o.fast, t.carded+o.carded
	for role, n := range o.named {
		t.named[role] += n
	}
	for v, n := range o.verdicts {
		t.verdicts[v] += n
	}
	for id, c := range o.roles {
		to := t.roles[id]
		to.lead += c.lead
		for d := range c.fits {
			for f, n := range c.fits[d] {
				to.fits[d][f] += n
			}
		}
	}
	t.onlyScores += o.onlyScores
	t.early, t.partial = t.early || o.early, t.partial || o.partial
	for n, people := range o.answered {
		t.answered[n] += people
	}
	for id, people := range o.starts {
		t.starts[id] += people
	}
	for id, answers := range o.conditions {
		for answer, people := range answers {
			t.conditions[id][answer] += people
		}
	}
	for id, levels := range o.skills {
		for l, n := range levels {
			t.skills[id][l] += n
		}
	}
}
