package fact

import (
	"slices"
	"strings"
)

// open returns questions for an interview about what a posting doesn't say, and
// about statements that leave something open.
func open(facts []Fact) []Question {
	known := map[Kind]bool{}
	for _, f := range facts {
		known[f.Kind] = true
	}
	remote := false
	for _, f := range facts {
		remote = remote || f.Kind == Workplace && f.Value == "remote"
	}
	out := []Question{}
	for _, q := range unsaid {
		if !known[q.about] && (q.about != TimeZone || remote) {
			out = append(out, Question{About: q.about, Text: q.text})
		}
	}
	for _, f := range facts {
		if text := followUp(f); text != "" && !slices.ContainsFunc(out, func(q Question) bool { return q.Text == text }) {
			out = append(out, Question{About: f.Kind, Text: text, Quote: f.Quote})
		}
	}
	return out
}

// followUp returns the question that a fact leaves open, or "". It doesn't ask
// about what the fact already states.
func followUp(f Fact) string {
	switch {
	case f.Kind == OnCall && f.Value == "yes" && f.Detail != "":
		return onCallQuestion(f.Detail)
	case f.Kind == Travel && f.Value == "yes" && f.Detail != "":
		return "How long is a typical trip, and how far ahead do people know about it?"
	case f.Kind == Contract && f.Value == "contract" && months.MatchString(lower(f.Quote)):
		return "How often do you extend such a contract, and what happens to benefits and time off?"
	}
	return followUps[f.Kind][f.Value]
}

// months matches the length of a contract, such as "6 months".
var months = re(`\d+ ?\+?[- ]?(months?|mos?|years?)\b|\b(three|six|twelve)[- ]months?\b`)

// onCallQuestion asks about the terms of on-call that a posting doesn't state.
func onCallQuestion(terms string) string {
	parts := []string{"How often did on-call page someone at night last month"}
	if containsAny(terms, Daytime, NoNights) {
		parts[0] = "How often did on-call page someone last month"
	}
	if !strings.ContainsAny(terms, "0123456789") && share.FindStringIndex(terms) == nil {
		parts = append(parts, "how many people share the rotation")
	}
	if !strings.Contains(terms, "paid") {
		parts = append(parts, "how is it paid")
	}
	if len(parts) == 1 {
		return parts[0] + "?"
	}
	return strings.Join(parts[:len(parts)-1], ", ") + ", and " + parts[len(parts)-1] + "?"
}

// unsaid lists subjects that a posting may not mention, and the question to ask
// about each. They are the questions that people regret not having asked.
var unsaid = []struct {
	about Kind
	text  string
}{
	{OnCall, "Is anyone on the team on call? If so, how many people share the rotation, and what did last month look like?"},
	{Salary, "What salary range have you budgeted for this role?"},
	{Workplace, "Where does the team actually work on a normal Tuesday, and how much of that is up to me?"},
	{TimeZone, "Which hours does the team expect everyone to be online?"},
	{Coding, "In a normal week, how much time would I spend writing code, and how much on tickets, meetings, and config?"},
	{Team, "How many people are on the team, who would I report to, and why is the position open?"},
	{Contract, "Is this a permanent, full-time position, or is there an end date?"},
}

const nightsQuestion = "How many nights or weekends did people on the team work last quarter, and did they get time off for it?"

// followUps contains the questions that a statement leaves open, by the value
// of the fact.
var followUps = map[Kind]map[string]string{
	OnCall:    {"yes": "How many people share the on-call rotation, how often did it page someone at night last month, and how is it paid?"},
	Shifts:    {"yes": "What does a typical month of shifts look like, and how far ahead do people know theirs?"},
	Nights:    {"yes": nightsQuestion},
	Weekends:  {"yes": nightsQuestion},
	Travel:    {"yes": "How many trips did people in this role make last year, and how long were they away?"},
	Workplace: {"hybrid": "Which days are in the office, who decides that, and has it changed in the past year?"},
	Contract: {
		"contract":  "How long is the contract, how often do you extend one, and what happens to benefits and time off?",
		"temporary": "What happens when the contract ends: how many people stayed on last time?",
	},
	Degree: {"required": "I'd like to be upfront about my background: how strict is the degree requirement in practice?"},
	RedFlag: {
		"hero-words":          "What did the last person who was praised on this team do, and how late did they have to stay?",
		"many-hats":           "Which of these hats would I wear in my first three months, and who wears the others?",
		"under-pressure":      "Tell me about the last stressful week: what caused it, and what did you change afterward?",
		"fast-pace":           "What did the team decide not to do last quarter so that everything else could move fast?",
		"multitasking":        "How many projects would I have at once, and who decides what comes first?",
		"shifting-priorities": "When did priorities last change halfway through, and what happened to the work already started?",
		"other-duties":        "What does this role spend time on that isn't in the posting?",
		"alone":               "Who covers for me when I'm on vacation, and who reviews my work?",
		"always-on":           "What happens if I don't see a message until the next morning?",
		"whole-lifecycle":     "Which parts of the lifecycle have an owner today, and which are nobody's job?",
		"family":              "When did people on the team last work a weekend, and why?",
	},
}
