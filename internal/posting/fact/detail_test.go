package fact

import (
	"strings"
	"testing"

	"github.com/rolefit/rolefit/internal/posting/document"
)

// TestDetails checks the terms of on-call work and travel, and that they aren't
// asked about.
func TestDetails(t *testing.T) {
	x := NewExtractor(Topics{})
	for text, want := range map[string]string{
		"On-call 1 week in 8, voluntary, EUR 400 a week.":                           "voluntary, 1 week in 8, paid",
		"You carry the pager every fourth week.":                                    "every fourth week",
		"On-call is voluntary and paid extra.":                                      "voluntary, paid",
		"All jobs are 100% remote, with optional travel to events.":                 "",
		"Paid time off, a gym, and on-call.":                                        "",
		"Business fluent German (C1)":                                               "C1",
		"Native or fluent Dutch":                                                    "fluent",
		"Spanish would be an asset.":                                                "a plus",
		"Good English (German is a plus)":                                           "",
		"You share the on-call rotation.":                                           "",
		"On-call for the booking system during business hours only.":                "business hours only",
		"You join the on-call rota, but there's no night work.":                     "no nights",
		"You join the on-call rotation, also outside business hours.":               "",
		"You keep it up and answer pages (one week in four).":                       "one week in four",
		"You're on call one week in six. We pay $600 for each on-call week.":        "one week in six, paid",
		"Participation in the on-call rota (every 8 weeks, remunerated separately)": "every 8 weeks, paid",
		"Ability to travel 10-20%, also to customers.":                              "10-20%",
		"Occasional travel to the other office may be required.":                    "occasional",
	} {
		r := x.Extract("", []document.Line{{Text: text}})
		if len(r.Facts) == 0 || r.Facts[0].Detail != want {
			t.Errorf("%q: got %v, want detail %q", text, r.Facts, want)
		}
		for _, q := range r.Open {
			if q.About == OnCall && (strings.Contains(want, "paid") == strings.Contains(q.Text, "paid") ||
				strings.Contains(want, "week") == strings.Contains(q.Text, "share")) && q.Quote != "" {
				t.Errorf("%q: asks %q", text, q.Text)
			}
		}
	}
}

// A label that is alone on its line belongs to the next line, and a minimum and
// a maximum on separate lines are a range.
func TestSeveralLines(t *testing.T) {
	x := NewExtractor(Topics{})
	for want, lines := range map[string][]string{
		"travel=yes":                      {"Travel requirement:", "10-20%"},
		"clearance=no":                    {"Clearance Required", "None"},
		"visa=not-sponsored":              {"Visa sponsorship", "Not available"},
		"location=Wien":                   {"Locations", "Wien"},
		"salary=$ 100000-150000 per year": {"Min: $100,000", "Mid: $125,000", "Max: $150,000"},
	} {
		var doc []document.Line
		for _, l := range lines {
			doc = append(doc, document.Line{Text: l})
		}
		r := x.Extract("", doc)
		if len(r.Facts) != 1 || string(r.Facts[0].Kind)+"="+r.Facts[0].Value != want {
			t.Errorf("%q: got %v, want %s", lines, r.Facts, want)
		}
	}
}

// The statement of a contract that says how long it is counts, so that nobody
// asks about that.
func TestContractLength(t *testing.T) {
	r := NewExtractor(Topics{}).Extract("Engineer (contract)", []document.Line{{Text: "6 months initial, likely extension"}})
	if len(r.Facts) != 1 || !strings.HasPrefix(r.Facts[0].Quote, "6 months") {
		t.Errorf("got %v", r.Facts)
	}
}
