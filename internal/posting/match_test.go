package posting_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/fit/fittest"
	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/posting"
	"github.com/rolefit/rolefit/internal/posting/fact"
	"github.com/rolefit/rolefit/internal/posting/matchpage"
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
	low, high, refused := at(20), at(80), at(90)
	refused.Me.Conflicts = []posting.MeConflict{{Name: "On-call", Answer: fit.Refuse}}
	none := &posting.Match{Reading: posting.Reading{Verdict: posting.None}, Me: &posting.Me{}}
	noneRefused := &posting.Match{Source: "help desk", Reading: none.Reading, Me: &posting.Me{Conflicts: refused.Me.Conflicts}}
	list := posting.NewMatches([]*posting.Match{noneRefused, refused, none, low, high})
	require.Equal(t, []*posting.Match{high, low, none, refused, noneRefused}, list.Postings)
	require.Contains(t, string(matchpage.List(list).Text(page.Style{})), "help desk: On-call.")
}

// Without a result, roles come before other jobs, each with the most confident
// first and what wasn't measured, such as a short text, last.
func TestSeveralAreSortedByConfidence(t *testing.T) {
	at := func(v posting.Verdict, share float64, words int) *posting.Match {
		x := &posting.Match{Reading: posting.Reading{Verdict: v, None: posting.Estimate{Share: share, N: 40}, Mix: posting.Mix{Words: words},
			Roles: []posting.Role{{ID: "a", Estimate: posting.Estimate{Score: 1 - share, Share: 1 - share}}}}}
		if v != posting.None {
			x.Named = []string{"a"}
		}
		return x
	}
	sorted := []*posting.Match{at(posting.One, 0.1, 100), at(posting.Mixed, 0.4, 100), at(posting.One, 0.1, 10),
		at(posting.None, 0.6, 100), at(posting.None, 0.95, 100), at(posting.None, 0.8, 100), at(posting.None, 0.99, 10)}
	sorted[3].Doubt = true // it may be for a role
	shuffled := slices.Clone(sorted)
	slices.Reverse(shuffled)
	require.Equal(t, sorted, posting.NewMatches(shuffled).Postings)
}

// The first screen, at 80 columns and 22 lines, has the verdict, its
// confidence, the mix, what the title says, and the job at a glance.
func TestFirstScreen(t *testing.T) {
	x := match(t, "Senior DevOps Engineer\n\nRemote (Europe), full-time, EUR 60,000 to 80,000 per year. We sponsor visas. Travel to customers is required.\n"+strings.TrimPrefix(sreText, "Site Reliability Engineer\n"), nil)
	lines := strings.Split(string(matchpage.Of(x).Text(page.Style{Width: 80})), "\n")
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
				_ = matchpage.Of(x).Text(page.Style{Width: 40})
			}
			require.NotEmpty(t, matchpage.List(posting.NewMatches(found)).Text(page.Style{}), fmt.Sprint(len(found)))
		}
	})
}

// A condition that the person refuses and the posting states is a conflict, and
// such a posting comes after the others. Voluntary on-call is no conflict.
func TestRefusedConditions(t *testing.T) {
	q, err := fit.NewQuiz(pack.Builtin(), nil)
	require.NoError(t, err)
	answers := fit.Answers{All: []fit.Answer{{Question: q.Questions[0].ID, Best: "a", Worst: "b"}}}
	without := match(t, sreText, fit.Score(q, &answers))
	require.Empty(t, without.Me.Conflicts)
	answers.Conditions = []fit.ConditionAnswer{{Condition: "on-call", Tolerance: fit.Refuse}}
	me := fit.Score(q, &answers)
	with := match(t, sreText, me)
	require.Len(t, with.Me.Conflicts, 1)
	require.Equal(t, "Share the on-call rotation, lead incidents and write postmortems", with.Me.Conflicts[0].Quote)
	require.Contains(t, string(matchpage.Of(with).Text(page.Style{Width: 80})), "Conflict: On-call. You'd refuse this")
	voluntary := match(t, strings.Replace(sreText, "Share the", "Share the voluntary", 1), me)
	require.Empty(t, voluntary.Me.Conflicts)
	daytime := match(t, strings.Replace(sreText, "rotation, lead", "rotation during business hours, lead", 1), me)
	require.Empty(t, daytime.Me.Conflicts)
	require.Contains(t, string(matchpage.Of(daytime).Text(page.Style{Width: 80})), "yes (business hours only)")
	mentioned := match(t, strings.Replace(sreText, "Share the on-call rotation, lead", "Improve the on-call process, lead", 1), me)
	require.Empty(t, mentioned.Me.Conflicts)
	require.Contains(t, string(matchpage.Of(mentioned).Text(page.Style{Width: 80})), "not mentioned")
	list := posting.NewMatches([]*posting.Match{with, without})
	require.Equal(t, []*posting.Match{without, with}, list.Postings)
	require.Contains(t, string(matchpage.List(list).Text(page.Style{Width: 80})), "WHAT YOU'D REFUSE")
}

// In a list, a posting has what its row shows, and nothing else differs.
func TestBriefMatch(t *testing.T) {
	text := "Remote in Leeds. Salary: £50,000 to £60,000 a year plus equity.\n" + sreText
	all := match(t, text, nil)
	found, err := builtInMatcher(t).Match([]byte(text), posting.ReadOptions{Brief: true}, nil)
	require.NoError(t, err)
	row := func(x *posting.Match) string {
		return string(matchpage.List(posting.NewMatches([]*posting.Match{x})).Text(page.Style{Width: 80}))
	}
	require.Equal(t, row(all), row(found[0]))
	require.Contains(t, row(all), "GBP 50,000")
	require.Contains(t, row(all), "remote, Leeds")
	require.Empty(t, found[0].Skills)
}

// A posting for another job isn't asked about on-call, which it doesn't mention.
func TestQuestionsFitTheJob(t *testing.T) {
	x := match(t, "Pastry Chef\n\n- Bake bread and cakes every morning\n- Order flour, sugar and butter\n- Keep the kitchen clean\n- Train two apprentices", nil)
	require.Equal(t, posting.None, x.Verdict)
	for _, q := range x.Ask {
		require.NotContains(t, []fact.Kind{fact.OnCall, fact.Coding}, q.About)
	}
}

// A posting that may describe a role has a fit, as its headline names the role.
func TestFitOfADoubtfulPosting(t *testing.T) {
	me := fittest.Respondent(pack.Builtin(), fittest.Always("devops", "sre"), nil)
	x := match(t, `DevOps Specialist

The team helps clinics with their booking software. We have worked together for a long time, and we like clear words and quiet
afternoons. Every week we meet our customers and listen to what they need from us, and what they would rather not see again. We
write down what we learn, and we share it with everyone who asks us for it in the weeks after.

- Build and release our software with Jenkins
- Help users with their laptops and accounts
- Train new colleagues
`, me)
	text := string(matchpage.Of(x).Text(page.Style{Width: 200}))
	require.Contains(t, text, "This posting may describe DevOps Engineer, or a job outside these roles.")
	require.Contains(t, text, "If it's DevOps Engineer: your fit is")
	require.NotNil(t, x.Me.Fit)
	require.Contains(t, string(matchpage.List(posting.NewMatches([]*posting.Match{x})).Text(page.Style{Width: 200})), "DevOps, or another job")
}
