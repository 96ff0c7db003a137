package posting_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/posting"
	"github.com/rolefit/rolefit/internal/posting/matchpage"
)

// A job whose text only mentions operations isn't claimed to be an operations
// job.
func TestMentionIsNotARole(t *testing.T) {
	for _, text := range []string{`Technical Recruiter

- Find and hire site reliability engineers for our cloud teams
- Screen candidates by phone and close offers with them
- Keep our applicant tracking system tidy
- You know what Kubernetes is
`, `Account Executive

You sell our observability platform to companies that run software at scale.

- Build your own pipeline and carry a quota for three countries
- Run discovery calls with SRE leads, and demos with a solutions engineer
- Negotiate with procurement and legal until the contract is signed
- Travel to customers, up to half of the time
- Five years of closing experience, ideally in infrastructure software
- Forecast accurately every week, and keep the customer data up to date
`} {
		got := match(t, text, nil)
		require.True(t, got.Verdict == posting.None || got.Doubt, "%s: %s", got.Title.Text, got.Verdict)
	}
}

// A line that says what the job isn't is no evidence of a role.
func TestNegatedLineIsNoEvidence(t *testing.T) {
	got := match(t, `Account Executive, DACH

You will own the full sales cycle for our observability platform, from prospecting to close. You build pipeline with SREs and platform teams at enterprise accounts.
- Run discovery calls and demos with solution engineers
- Negotiate contracts with procurement and legal
- Travel up to 50%
You bring 5+ years of software sales. On-site in Munich 3 days a week. No on-call.
`, nil)
	for _, r := range got.Roles {
		for _, q := range r.Evidence {
			require.NotEqual(t, "No on-call.", q.Text)
		}
	}
}

// A title that names a role beside another profession is no evidence for the
// role, and a posting with such a title is never claimed to be for one.
func TestTitleForAnotherProfession(t *testing.T) {
	for title, want := range map[string]string{
		"Enterprise Account Executive, DevOps Platform": "other",
		"Technical Recruiter (SRE, DevOps & Cloud)":     "other",
		"SRE Recruiter":                              "other",
		"Support / DevOps Engineer":                  "other",
		"Cloud Support Engineer":                     "other",
		"Technical Writer - Platform Engineering":    "other",
		"Customer Engineer, Cloud":                   "other",
		"Sales Manager, DevOps Platform":             "other",
		"Site Reliability Engineer - Sales Platform": "sre",
		"SRE (Engineering Support)":                  "sre",
		"Marketing Platform Engineer":                "platform",
		"Senior Engineer, Support Tools":             "",
		"Software Engineer, Data Platform":           "",
		"DevOps/SRE Engineer":                        "devops sre",
		"Senior SRE":                                 "sre",
		"Lead Engineer (Platform)":                   "platform",
		"Cloud DevOps Engineer":                      "cloud devops",
		"DevSecOps Engineer, Senior":                 "devops",
	} {
		got := match(t, title+"\n\n"+strings.TrimPrefix(sreText, "Site Reliability Engineer\n"), nil)
		require.Equal(t, want == "other", got.Title.Other, title)
		if want != "other" {
			require.Equal(t, want, strings.Join(got.Title.Claims, " "), title)
			continue
		}
		require.Empty(t, got.Title.Claims, title)
		require.True(t, got.Doubt || got.Verdict == posting.None, title)
		require.Equal(t, got.Verdict == posting.None, got.Measured(), title)
		require.Contains(t, string(matchpage.Of(got).Text(page.Style{})), "The title is for a different job.")
	}
}

// Words of the trade that are too rare to learn from show what a line is about,
// and the shares of all roles and of other jobs sum to 1.
func TestRareWordsOfTheTrade(t *testing.T) {
	got := match(t, `Platform Engineer

Your tasks
- Design and operate our internal developer platform on Kubernetes with Backstage, Crossplane and Argo CD
- Build golden paths so that teams can start a service on their own
- Ask developers for feedback and remove what nobody uses
- Write documentation and hold office hours
`, nil)
	require.Equal(t, "platform", got.Roles[0].ID)
	require.GreaterOrEqual(t, got.Roles[0].Lines, 2)
	require.Contains(t, got.Roles[0].Evidence[0].Text+got.Roles[0].Evidence[1].Text, "golden paths")
	total := got.None.Share
	for _, r := range got.Roles {
		total += r.Estimate.Share
	}
	require.InDelta(t, 1, total, 1e-9)
}
