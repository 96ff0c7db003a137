package fact

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/posting/document"
)

// TestSharedMarks checks which currency '$' and 'kr' mean.
func TestSharedMarks(t *testing.T) {
	x := NewExtractor(Topics{})
	for _, c := range []struct{ title, text, want string }{
		{"", "Salary: $120,000", "$"},
		{"Analyst (Toronto)", "Salary: $120,000", "CAD"},
		{"Analyst (Remote, Canada)", "CAN base pay range: $120,000 - $140,000", "CAD"},
		{"Analyst (US or Canada)", "Salary: $120,000", "$"},
		{"Analyst (US or Canada)", "The Canadian salary range is $120,000 - $130,000", "CAD"},
		{"Analyst - Vancouver, WA", "Salary: $120,000", "USD"},
		{"Analyst - Perth, WA", "Salary: $120,000", "AUD"},
		{"Analyst - London", "Salary: $120,000", "$"},
		{"Analyst - Singapore", "Salary: $9,000 a month", "SGD"},
		{"Analyst", "Salary: $120,000. We offer a 401(k).", "USD"},
		{"Analyst", "Salary: $120,000 + super, in Australia.", "AUD"},
		{"Analyst - Oslo", "Lønn: salary 60 000 kr per month", "NOK"},
		{"Analyst - Toronto", "Salary: US$120,000", "USD"},
	} {
		r := x.Extract(c.title, []document.Line{{Text: c.text}})
		require.NotEmpty(t, r.Facts, c.text)
		require.NotNil(t, r.Facts[0].Pay, c.text)
		require.Equal(t, c.want, r.Facts[0].Pay.Currency, "%s: %s", c.title, c.text)
		require.Contains(t, r.Facts[0].Value, c.want)
	}
}
