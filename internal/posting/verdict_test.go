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

func TestVerdictAdmitsDoubt(t *testing.T) {
	doubtful := func(r Reading, words int) *Match {
		r.Doubt, r.Mix.Words = true, words
		return &Match{Reading: r}
	}
	one := doubtful(reading(One, "a"), 100)
	one.None.Share = 0.3
	require.Equal(t, "This posting may describe Role a.", one.verdictSentence())
	require.Equal(t, "Of 100 postings that read like this one, readers called 70 mainly Role a and 30 a different job.", one.confidenceSentence())
	require.Equal(t, "maybe Role a", one.describes())

	mixed := doubtful(reading(Mixed, "b", "c"), 100)
	require.Equal(t, "This posting may mix two roles: Role b and Role c.", mixed.verdictSentence())
	require.Equal(t, "maybe Role b + Role c", mixed.describes())

	none := doubtful(reading(None), 100)
	none.None.Share, none.Roles[0].Estimate.Share, none.Title.Claims = 0.55, 0.4, []string{"a"}
	require.Equal(t, "This posting may describe Role a, or a job outside these roles.", none.verdictSentence())
	require.Equal(t, "Of 100 postings that read like this one, readers called 55 a different job, 40 mainly Role a and 5 another of these roles.", none.confidenceSentence())
	require.Equal(t, "The title says Role a, but the text doesn't make that clear.", none.titleSentence())
	require.Equal(t, "another job, or Role a", none.describes())
	none.None.Share, none.Roles[0].Estimate.Share = 0.4, 0.6
	require.Equal(t, "Of 100 postings that read like this one, readers called 60 mainly Role a and 40 a different job.", none.confidenceSentence())
	require.Equal(t, "Role a, or another job", none.describes())
	require.Equal(t, "60", none.confidenceCell())

	short := doubtful(reading(None), 1)
	require.Equal(t, "This posting doesn't clearly describe any of these roles.", short.verdictSentence())
	require.Equal(t, "The text has only 1 word, too few to rely on this.", short.doubtSentence())
	require.Empty(t, short.confidenceSentence())
	require.Equal(t, "–", short.confidenceCell())
}

// Counts out of 100 add up to 100 at most, whatever the shares round to, and a
// mix of several roles isn't called a mix of two.
func TestCountsOutOfHundred(t *testing.T) {
	mixed := &Match{Reading: reading(Mixed, "a", "b")}
	mixed.Roles[0].Estimate.Share, mixed.Roles[1].Estimate.Share = 0.605, 0.395
	require.Equal(t, []int{60, 40}, mixed.inHundred())
	mixed.Doubt, mixed.None.Share = true, 0
	require.Equal(t, []int{59, 40, 1}, mixed.inHundred())
	require.Equal(t, "This posting may mix two roles: Role a and Role b.", mixed.verdictSentence())
	mixed.Roles[2].Estimate.Score = 0.2
	require.Equal(t, "This posting may mix several roles, mainly Role a and Role b.", mixed.verdictSentence())
}

// A city in the page's data isn't listed twice, and a list shows the pay per
// year rather than what is paid besides.
func TestPageDataAndPay(t *testing.T) {
	facts := withPageData([]fact.Fact{{Kind: fact.Location, Value: "Leeds"}}, &document.Facts{Locations: []string{"Leeds, GB"}})
	require.Len(t, facts, 1)
	require.NotNil(t, withPageData(nil, &document.Facts{}))
	week, year := &fact.Pay{Currency: "EUR", Min: 700, Max: 700, Per: "week"}, &fact.Pay{Currency: "EUR", Min: 60000, Max: 60000, Per: "year"}
	x := &Match{Facts: []fact.Fact{{Kind: fact.Salary, Pay: week}, {Kind: fact.Salary, Pay: year}}}
	require.Equal(t, "EUR 60,000", x.payCell())
}
