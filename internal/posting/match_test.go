package posting_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/posting"
	"github.com/rolefit/rolefit/internal/posting/fact"
)

func builtInModel(t testing.TB) *posting.Model {
	data, err := pack.File("", pack.Postings)
	require.NoError(t, err)
	m, err := posting.ParseModel(pack.Postings, data)
	require.NoError(t, err)
	return m
}

func builtInMatcher(t testing.TB) *posting.Matcher {
	m, err := posting.NewMatcher(pack.Builtin(), nil, builtInModel(t))
	require.NoError(t, err)
	return m
}

func match(t testing.TB, text string, me *fit.Result) *posting.Match {
	found, err := builtInMatcher(t).Match([]byte(text), posting.ReadOptions{}, me)
	require.NoError(t, err)
	require.Len(t, found, 1)
	return found[0]
}

const sreText = `Site Reliability Engineer

What you will do
- Share the on-call rotation, lead incidents and write postmortems
- Define service level objectives (SLOs) with the product teams
- Build a payments ledger in Backstage and an internal developer portal
- Plan capacity before the busy season and run load tests
- Keep our production services available and find root causes of outages

What you bring
- Experience with Python and Linux
- Nice to have: Kubernetes
- A degree in computer science, or what you learned without one
`

// The topics compared with the counts are found in the right postings.
func TestUnusualFollowsTheCounts(t *testing.T) {
	x := match(t, sreText, nil)
	require.Equal(t, []string{"sre"}, x.Named)
	require.NotEmpty(t, x.Unusual)
	m := builtInModel(t)
	for _, u := range x.Unusual {
		i := slices.IndexFunc(append(m.Skills, m.Conditions...), func(c posting.TopicCount) bool { return c.ID == u.ID })
		require.GreaterOrEqual(t, i, 0)
		share, n := m.Share(append(m.Skills, m.Conditions...)[i], "sre")
		require.Equal(t, share, u.Share)
		require.Equal(t, n, u.N)
		named := slices.ContainsFunc(x.Skills, func(s posting.NamedSkill) bool { return s.Skill == u.ID })
		require.Equal(t, named, u.Mentioned, u.ID)
		require.True(t, u.Mentioned == (u.Share < 0.3), u.ID)
	}
	require.False(t, slices.ContainsFunc(x.Unusual, func(u posting.Unusual) bool { return u.ID == "on-call" }), "it mentions on-call, as half of them do")
}

// A degree is quoted but not interpreted, and a skill is either named or nice
// to have.
func TestUnreliableFactsAreLeftOut(t *testing.T) {
	x := match(t, sreText, nil)
	i := slices.IndexFunc(x.Facts, func(f fact.Fact) bool { return f.Kind == fact.Degree })
	require.GreaterOrEqual(t, i, 0)
	require.Equal(t, posting.DegreeMentioned, x.Facts[i].Value)
	for _, f := range x.Facts {
		require.NotContains(t, []fact.Kind{fact.Team, fact.Coding}, f.Kind)
	}
	nice := map[string]bool{}
	for _, s := range x.Skills {
		nice[s.Skill] = s.Nice
	}
	require.True(t, nice["kubernetes"])
	require.False(t, nice["linux"])
}

// A liked facet is quoted only if a sentence has several of the lexicon's
// phrases for it: being on call isn't the same as choosing alerts.
func TestLikesQuoteSentences(t *testing.T) {
	x := match(t, sreText, nil)
	var themes []string
	for _, f := range x.Facets {
		themes = append(themes, f.Facet)
	}
	require.Contains(t, themes, "sre/objectives")
	require.NotContains(t, themes, "sre/alerting")
}

func TestSeveralAreSortedByFit(t *testing.T) {
	at := func(fit float64) *posting.Match {
		return &posting.Match{Reading: posting.Reading{Verdict: posting.One}, Me: &posting.Me{Fit: &fit}}
	}
	low, high := at(20), at(80)
	none := &posting.Match{Reading: posting.Reading{Verdict: posting.None}, Me: &posting.Me{}}
	require.Equal(t, []*posting.Match{high, low, none}, posting.NewMatches([]*posting.Match{none, low, high}).Postings)
}

// TestHostilePosting checks that a posting's content never becomes anything but
// text on a page, in any format.
func TestHostilePosting(t *testing.T) {
	text := "Site Reliability <script>alert(1)</script> Engineer\n\n- Share the on-call\x1b[31m rotation and \u202eincidents <img src=x onerror=alert(1)>\n" +
		"- Define service level objectives | `code` [a](javascript:alert(1)) *and* _alerts_ of production incidents\n- Salary: EUR 60,000 to 80,000 per year <b>\n"
	x := match(t, strings.Repeat(text, 3), nil)
	p := x.Page()
	html, err := p.HTML()
	require.NoError(t, err)
	require.NotContains(t, string(html), "<script>alert")
	require.NotContains(t, string(html), "<img")
	require.NotContains(t, string(p.Text(page.Style{})), "\x1b[31m")
	require.NotContains(t, string(p.Text(page.Style{})), "\u202e")
	require.NotContains(t, string(p.Markdown()), "[a](javascript")
}

// The first screen, at 80 columns and 22 lines, has the verdict, its
// confidence, the mix, what the title says, and the job at a glance.
func TestFirstScreen(t *testing.T) {
	x := match(t, "Senior DevOps Engineer\n\nRemote (Europe), full-time, EUR 60,000 to 80,000 per year. We sponsor visas. Travel to customers is required.\n"+strings.TrimPrefix(sreText, "Site Reliability Engineer\n"), nil)
	lines := strings.Split(string(x.Page().Text(page.Style{Width: 80})), "\n")
	screen := strings.Join(lines[:22], "\n")
	for _, part := range []string{"This posting", "Of 100 postings", "lines about", "The title", "Pay", "On-call", "Where", "Level", "WHAT'S UNUSUAL"} {
		require.Contains(t, screen, part)
	}
}

// FuzzMatch checks that any input, with a result and without, can be drawn as
// pages.
func FuzzMatch(f *testing.F) {
	p := pack.Builtin()
	matcher := builtInMatcher(f)
	guess, err := posting.NewMatcher(p, posting.Lexicon{"sre": {"alerting": {"alerts", "on-call rotation"}}}, nil)
	require.NoError(f, err)
	q, err := fit.NewQuiz(p, nil)
	require.NoError(f, err)
	me := fit.Score(q, &fit.Answers{All: []fit.Answer{{Question: q.Questions[0].ID, Best: "a", Worst: "b"}}})
	f.Add([]byte(sreText))
	f.Add([]byte("SRE gesucht\nWir suchen Verstärkung für unser Team: du betreust die Cluster und baust mit uns an den Diensten für die Kunden."))
	f.Add([]byte("<h1>SRE</h1><p>on-call, incidents and postmortems every day of the week"))
	f.Add([]byte("\xff\xfe\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, m := range []*posting.Matcher{matcher, guess} {
			found, err := m.Match(data, posting.ReadOptions{}, me)
			if err != nil {
				continue
			}
			for _, x := range found {
				_ = x.Page().Text(page.Style{Width: 40})
			}
			require.NotEmpty(t, posting.NewMatches(found).Page().Text(page.Style{}), fmt.Sprint(len(found)))
		}
	})
}
