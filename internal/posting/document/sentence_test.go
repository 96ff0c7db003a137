package document

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestSentences(t *testing.T) {
	for line, want := range map[string][]string{
		"Linux":                   {"Linux"},
		"You run it. You fix it!": {"You run it.", "You fix it!"},
		"Clouds, e.g. AWS. Node.js too, for U.S. sites (or so.)": {"Clouds, e.g. AWS.", "Node.js too, for U.S. sites (or so.)"},
		"We ship every day.You will too":                         {"We ship every day.", "You will too"},
		"Duties:• Networks• Accounts":                            {"Duties:", "Networks", "Accounts"},
		"5.5 years, v1.2 of ASP.Net":                             {"5.5 years, v1.2 of ASP.Net"},
		"What You Will Be Doing- Keep the booking system of the hotels up in every season of the year- Agree on service levels with those who build it, on-call or not- Write down what you did and what the others should know about it.- Plan": {"What You Will Be Doing", "Keep the booking system of the hotels up in every season of the year",
			"Agree on service levels with those who build it, on-call or not", "Write down what you did and what the others should know about it.", "Plan"},
	} {
		require.Equal(t, want, Sentences(line))
	}
}
