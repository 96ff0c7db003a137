package fit_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/fit/fittest"
)

func TestBounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := fittest.DrawQuiz(t)
		a := fittest.DrawAnswers(t, q)
		r := fit.Score(q, a)
		require.Len(t, r.Roles, len(q.Roles))
		require.Equal(t, r.Asked, r.Answered+r.Skipped)
		for i, role := range r.Roles {
			if role.Fit == nil {
				require.Zero(t, role.Place)
				continue
			}
			require.GreaterOrEqual(t, *role.Fit, 0.0)
			require.LessOrEqual(t, *role.Fit, 100.0)
			if i > 0 {
				require.GreaterOrEqual(t, *r.Roles[i-1].Fit, *role.Fit, "sorted by fit")
			}
		}
		if r.Lead != nil {
			require.GreaterOrEqual(t, r.Lead.Points, 0.0)
			require.Positive(t, r.Lead.StdErr)
			require.GreaterOrEqual(t, r.Changes, 1)
			require.LessOrEqual(t, r.Changes, r.Answered)
		}
		require.Equal(t, map[fit.Verdict]int{fit.Clear: 1, fit.Leaning: 1, fit.TossUp: 2, fit.Undecided: 0}[r.Verdict], len(r.Named))
		if r.Provisional {
			require.NotEqual(t, fit.Clear, r.Verdict)
		}
	})
}

// fits returns the fits in a result by role.
func fits(r *fit.Result) map[string]float64 {
	m := map[string]float64{}
	for _, role := range r.Roles {
		if role.Fit != nil {
			m[role.ID] = *role.Fit
		}
	}
	return m
}

// TestSwappingRoles checks that swapping roles A and B in the answers swaps
// them in the verdict.
func TestSwappingRoles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := fittest.MustQuiz(fittest.Synthetic(4, 9))
		a := fittest.DrawAnswers(t, q)
		b := *a
		b.All = slices.Clone(a.All)
		for i := range b.All {
			question := q.Question(b.All[i].Question)
			b.All[i].Best, b.All[i].Worst = swapped(question, b.All[i].Best), swapped(question, b.All[i].Worst)
		}
		before, after := fit.Score(q, a), fit.Score(q, &b)
		require.Equal(t, before.Verdict, after.Verdict)
		one, other := fits(before), fits(after)
		one["r00"], one["r01"] = one["r01"], one["r00"]
		if len(other) > 0 {
			require.InDeltaMapValues(t, one, other, 1e-9)
		}
	})
}

// swapped exchanges the keys of the options of roles 0 and 1.
func swapped(question *fit.Question, key string) string {
	other := map[string]string{"r00": "r01", "r01": "r00"}
	for _, o := range question.Options {
		if o.Key != key || other[o.Role] == "" {
			continue
		}
		for _, p := range question.Options {
			if p.Role == other[o.Role] {
				return p.Key
			}
		}
	}
	return key
}

// TestOrderChangesNothing checks that neither the order of answers nor that of
// options in the file affects scores or verdicts.
func TestOrderChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := written(4, 9)
		q := fittest.MustQuiz(p)
		a := fittest.DrawAnswers(t, q)
		want := fit.Score(q, a)

		b := *a
		b.All = rapid.Permutation(a.All).Draw(t, "answers")
		got := fit.Score(q, &b)
		require.Equal(t, want.Verdict, got.Verdict)
		require.Equal(t, fits(want), fits(got))

		shuffled := written(4, 9)
		for i := range shuffled.Written {
			shuffled.Written[i].Options = rapid.Permutation(shuffled.Written[i].Options).Draw(t, "options")
		}
		slices.Reverse(shuffled.Roles)
		got = fit.Score(fittest.MustQuiz(shuffled), a)
		require.Equal(t, want.Verdict, got.Verdict)
		require.Equal(t, fits(want), fits(got))
		require.ElementsMatch(t, want.Named, got.Named)
	})
}

// written returns a synthetic pack whose assembled questions are included as
// written ones.
func written(roles, facets int) *fit.Pack {
	p := fittest.Synthetic(roles, facets)
	for _, question := range fittest.MustQuiz(p).Questions {
		p.Written = append(p.Written, *question)
	}
	return p
}

// TestSkipIsNotNeutralAnswer checks that a skipped question leaves every score
// as if it hadn't been asked.
func TestSkipIsNotNeutralAnswer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := fittest.DrawQuiz(t)
		a := fittest.DrawAnswers(t, q)
		b := *a
		b.All = slices.DeleteFunc(slices.Clone(a.All), func(a fit.Answer) bool { return a.Skip != "" })
		require.Equal(t, fits(fit.Score(q, &b)), fits(fit.Score(q, a)))
	})
}

// TestBetterAnswerNeverLowersFit checks that a role's fit never drops when
// its option becomes best instead of neither, or neither instead of worst.
func TestBetterAnswerNeverLowersFit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := fittest.DrawQuiz(t)
		a := fittest.DrawAnswers(t, q)
		at := slices.IndexFunc(a.All, func(a fit.Answer) bool { return a.Skip == "" })
		if at < 0 {
			return
		}
		question := q.Question(a.All[at].Question)
		role, key := question.Options[0].Role, question.Options[0].Key
		if a.All[at].Best == key {
			return
		}
		before := fits(fit.Score(q, a))[role]
		b := *a
		b.All = slices.Clone(a.All)
		if b.All[at].Worst == key {
			b.All[at].Worst = b.All[at].Best
		}
		b.All[at].Best = key
		require.Greater(t, fits(fit.Score(q, &b))[role], before)
	})
}
