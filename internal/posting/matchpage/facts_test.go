package matchpage_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/posting"
	"github.com/rolefit/rolefit/internal/posting/fact"
	"github.com/rolefit/rolefit/internal/posting/matchpage"
)

func match(t *testing.T, text string) *posting.Match {
	data, err := pack.File("", pack.Postings)
	require.NoError(t, err)
	model, err := posting.ParseModel(pack.Postings, data)
	require.NoError(t, err)
	m, err := posting.NewMatcher(pack.Builtin(), nil, model)
	require.NoError(t, err)
	found, err := m.Match([]byte(text), posting.ReadOptions{}, nil)
	require.NoError(t, err)
	require.Len(t, found, 1)
	return found[0]
}

// TestGlance checks what the job at a glance says about pay and hours, and that
// quotes are listed once, also those of the title.
func TestGlance(t *testing.T) {
	x := match(t, "Support Technician (Remote, Canada)\n\n"+
		"$24.50 an hour. We grant stock options.\nThis is not an on-call role. You work 2nd shift, no weekends.\n"+
		"You work in a fast-paced place with changing priorities.\nYou answer tickets and set up laptops for our people.\n")
	text := string(matchpage.Of(x).Text(page.Style{Width: 120}))
	for _, part := range []string{"CAD 24.50 an hour; equity", "On-call  no\n", "shifts: yes; weekends: no; nights: not mentioned",
		"Workplace, Location: “Support Technician (Remote, Canada)” (in the title)"} {
		require.Contains(t, text, part)
	}
	require.Len(t, matchpage.Of(x).Sections[len(matchpage.Of(x).Sections)-1].Blocks[1], 1)
	for _, u := range x.Unusual {
		require.False(t, u.ID == "on-call" && u.Mentioned)
	}
}

// A sentence that contains two warning signs is quoted once.
func TestWarningIsQuotedOnce(t *testing.T) {
	x := &posting.Match{Facts: []fact.Fact{{Kind: fact.RedFlag, Quote: "Wear many hats and hit the ground running", Source: "a"},
		{Kind: fact.RedFlag, Quote: "Wear many hats and hit the ground running", Source: "b"}}}
	require.Equal(t, 1, strings.Count(string(matchpage.Of(x).Text(page.Style{})), "Wear many hats"))
}

// TestHostilePosting checks that a posting's content never becomes anything but
// text on a page, in any format.
func TestHostilePosting(t *testing.T) {
	text := "Site Reliability <script>alert(1)</script> Engineer\n\n- Share the on-call\x1b[31m rotation and \u202eincidents <img src=x onerror=alert(1)>\n" +
		"- Define service level objectives | `code` [a](javascript:alert(1)) *and* _alerts_ of production incidents\n- Salary: EUR 60,000 to 80,000 per year <b>\n"
	x := match(t, strings.Repeat(text, 3))
	p := matchpage.Of(x)
	html, err := p.HTML()
	require.NoError(t, err)
	require.NotContains(t, string(html), "<script>alert")
	require.NotContains(t, string(html), "<img")
	require.NotContains(t, string(p.Text(page.Style{})), "\x1b[31m")
	require.NotContains(t, string(p.Text(page.Style{})), "\u202e")
	require.NotContains(t, string(p.Markdown()), "[a](javascript")
}
