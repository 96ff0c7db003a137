package posting_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/posting"
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
