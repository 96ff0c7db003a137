package matchpage

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/posting"
	"github.com/rolefit/rolefit/internal/posting/fact"
)

// reading returns a reading of a text of 100 words that a model made without
// doubts, for one or two of the roles a, b and c.
func reading(v posting.Verdict, named ...string) posting.Reading {
	r := posting.Reading{Verdict: v, Named: named, None: posting.Estimate{Share: 0.95, N: 40}, Mix: posting.Mix{Words: 100, Lines: 10}}
	for _, id := range []string{"a", "b", "c"} {
		r.Roles = append(r.Roles, posting.Role{ID: id, Title: "Role " + id, Estimate: posting.Estimate{Share: 0.4, N: 40}, Lines: 2})
	}
	r.Roles[0].Estimate.Share = 0.7
	r.Roles[0].Estimate.Score, r.Roles[1].Estimate.Score = 0.5, 0.4
	return r
}

func TestVerdictAdmitsDoubt(t *testing.T) {
	doubtful := func(r posting.Reading, words int) view {
		r.Doubt, r.Mix.Words = true, words
		return view{&posting.Match{Reading: r}}
	}
	one := doubtful(reading(posting.One, "a"), 100)
	one.None.Share = 0.3
	require.Equal(t, "This posting may describe Role a.", one.verdictSentence())
	require.Equal(t, "Of 100 postings that read like this one, readers called 70 mainly Role a and 30 a different job.", one.confidenceSentence())
	require.Equal(t, "maybe Role a", one.describes())

	mixed := doubtful(reading(posting.Mixed, "b", "c"), 100)
	require.Equal(t, "This posting may mix two roles: Role b and Role c.", mixed.verdictSentence())
	require.Equal(t, "maybe Role b + Role c", mixed.describes())

	none := doubtful(reading(posting.None), 100)
	none.None.Share, none.Roles[0].Estimate.Share, none.Title.Claims = 0.55, 0.4, []string{"a"}
	require.Equal(t, "This posting may describe Role a, or a job outside these roles.", none.verdictSentence())
	require.Equal(t, "Of 100 postings that read like this one, readers called 55 a different job, 40 mainly Role a and 5 another of these roles.", none.confidenceSentence())
	require.Equal(t, "The title says Role a, but the text doesn't make that clear.", none.titleSentence())
	require.Equal(t, "another job, or Role a", none.describes())
	none.None.Share, none.Roles[0].Estimate.Share = 0.4, 0.6
	require.Equal(t, "Of 100 postings that read like this one, readers called 60 mainly Role a and 40 a different job.", none.confidenceSentence())
	require.Equal(t, "Role a, or another job", none.describes())
	require.Equal(t, "60", none.confidenceCell())

	short := doubtful(reading(posting.None), 1)
	require.Equal(t, "This posting doesn't clearly describe any of these roles.", short.verdictSentence())
	require.Equal(t, "The text has only 1 word, too few to rely on this.", short.doubtSentence())
	require.Empty(t, short.confidenceSentence())
	require.Equal(t, "–", short.confidenceCell())
}

// Counts out of 100 add up to 100 at most, whatever the shares round to, and a
// mix of several roles isn't called a mix of two.
func TestCountsOutOfHundred(t *testing.T) {
	mixed := view{&posting.Match{Reading: reading(posting.Mixed, "a", "b")}}
	mixed.Roles[0].Estimate.Share, mixed.Roles[1].Estimate.Share = 0.605, 0.395
	require.Equal(t, []int{60, 40}, mixed.inHundred())
	mixed.Doubt, mixed.None.Share = true, 0
	require.Equal(t, []int{59, 40, 1}, mixed.inHundred())
	require.Equal(t, "This posting may mix two roles: Role a and Role b.", mixed.verdictSentence())
	mixed.Roles[2].Estimate.Score = 0.2
	require.Equal(t, "This posting may mix several roles, mainly Role a and Role b.", mixed.verdictSentence())
}

// A list shows the pay per year rather than what is paid besides.
func TestPayOfList(t *testing.T) {
	week, year := &fact.Pay{Currency: "EUR", Min: 700, Max: 700, Per: "week"}, &fact.Pay{Currency: "EUR", Min: 60000, Max: 60000, Per: "year"}
	x := view{&posting.Match{Facts: []fact.Fact{{Kind: fact.Salary, Pay: week}, {Kind: fact.Salary, Pay: year}}}}
	require.Equal(t, "EUR 60,000", x.payCell())
}
