package document_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/posting/document"
	"github.com/rolefit/rolefit/internal/posting/document/documenttest"
)

const title = "Site Reliability Engineer (m/f/d), Booking Platform"

// sample is a posting of typical length, written for these tests.
const sample = `Example AB makes booking software for small hotels in nine countries, and forty people in two offices look after it together with our partners. Twelve of them are engineers, and four of these share the care for everything that runs.

We are looking for a fifth. You do not need to know all of it on your first day; we would rather have somebody who asks, writes things down and leaves every system a little simpler than it was.

What you will do

- Agree with the people who build our booking engine what guests may expect of it, write that down as service level objectives, and look every month at what is left of the error budget before anything new is planned
- Take turns with the others in answering the call when something breaks at night, one week in five, and hold a blameless review afterwards with everybody who was there
- Find out which of our alerts wake somebody for nothing, and remove them
- Automate the release of the back-office, which is deployed by hand on Tuesdays
- Plan capacity for the summer, when half of the year's bookings are made in six weeks

What you bring

- Some years with Linux, networks and one of Go, Python or Rust
- You have been on call for a service that other people depend on, and you know what made it bearable
- Experience with Kubernetes, Terraform and a monitoring system such as Prometheus
- You like to explain things to people who have never seen them, in English and in one more language that our guests speak, and you do not mind explaining them twice

Nice to have

- A talk, a post or a patch in the open
- You know how a hotel works

What we offer

- Thirty days of holiday, a pension plan, a desk in Lund or at home, and a week every summer in one of the hotels that use our software
- A budget of your own for books and courses, and time to use it
- EUR 62,000 to 78,000 a year, depending on your experience

Write to us in a few sentences what you would like to change about the last system you looked after. A person reads every letter, and you will have an answer within two weeks.`

// TestTransforms checks that a posting reads the same, line by line, after each
// transform.
func TestTransforms(t *testing.T) {
	var want []string
	for line := range strings.SplitSeq(sample, "\n") {
		if line != "" {
			want = append(want, strings.TrimPrefix(line, "- "))
		}
	}
	for _, tr := range documenttest.Transforms() {
		docs, err := document.NewReader(nil).Read([]byte(tr.Do(title, sample)))
		require.NoError(t, err, tr.Name)
		require.Len(t, docs, 1, tr.Name)
		require.Equal(t, title, docs[0].Title, tr.Name)
		var got []string
		for _, l := range docs[0].Lines {
			got = append(got, l.Text)
		}
		require.Equal(t, want, got, tr.Name)
	}
}
