package posting

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/posting/document"
	"github.com/rolefit/rolefit/internal/posting/fact"
)

// reading returns a reading of a text of 100 words that a model made without
// doubts, for one or two of the roles a, b and c.
func reading(v Verdict, named ...string) Reading {
	r := Reading{Verdict: v, Named: named, None: Estimate{Share: 0.95, N: 40}, Mix: Mix{Words: 100, Lines: 10}}
	for _, id := range []string{"a", "b", "c"} {
		r.Roles = append(r.Roles, Role{ID: id, Title: "Role " + id, Estimate: Estimate{Share: 0.4, N: 40}, Lines: 2})
	}
	r.Roles[0].Estimate.Share = 0.7
	r.Roles[0].Estimate.Score, r.Roles[1].Estimate.Score = 0.5, 0.4
	return r
}

func TestDoubts(t *testing.T) {
	one, mixed, none := reading(One, "a"), reading(Mixed, "b", "c"), reading(None)
	for _, r := range []Reading{one, mixed, none} {
		require.False(t, r.doubts(), r.Verdict)
	}
	change := func(r Reading, f func(*Reading)) Reading {
		r.Roles = append([]Role{}, r.Roles...)
		f(&r)
		return r
	}
	for name, r := range map[string]Reading{
		"readers disagreed":         change(one, func(r *Reading) { r.Roles[0].Estimate.Share = 0.69 }),
		"about both":                change(mixed, func(r *Reading) { r.Roles[1].Estimate.Share = 0.29 }),
		"one line about one":        change(mixed, func(r *Reading) { r.Roles[2].Lines = 1 }),
		"three roles":               change(mixed, func(r *Reading) { r.Roles[2].Estimate.Score = 0.2 }),
		"title for another job":     change(one, func(r *Reading) { r.Title.Other = true }),
		"one line":                  change(one, func(r *Reading) { r.Roles[0].Lines = 1 }),
		"few lines about any role":  change(one, func(r *Reading) { r.Mix.Lines = 61 }),
		"short":                     change(one, func(r *Reading) { r.Mix.Words = 59 }),
		"a guess":                   change(one, func(r *Reading) { r.Guess = true }),
		"another job or not":        change(none, func(r *Reading) { r.None.Share = 0.69 }),
		"another job, says a title": change(none, func(r *Reading) { r.None.Share, r.Title.Claims = 0.89, []string{"a"} }),
		"another job, and short":    change(none, func(r *Reading) { r.None.Share, r.Mix.Words = 0.89, 59 }),
	} {
		require.True(t, r.doubts(), name)
	}
	agreed := change(one, func(r *Reading) { r.Roles[0].Lines, r.Roles[0].Estimate.Share = 1, 0.9 })
	require.False(t, agreed.doubts(), "readers agreed about one line")
}

// A city in the page's data isn't listed twice.
func TestPageData(t *testing.T) {
	facts := withPageData([]fact.Fact{{Kind: fact.Location, Value: "Leeds"}}, &document.Facts{Locations: []string{"Leeds, GB"}})
	require.Len(t, facts, 1)
	require.NotNil(t, withPageData(nil, &document.Facts{}))
}
