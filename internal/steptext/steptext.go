// Package steptext contains the words of the interview's steps, which the
// terminal and the page for browsers share.
package steptext

import (
	"fmt"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/wording"
)

// Instructions and messages shown with a step.
const (
	Best   = "Which would you most like to do?"
	Worst  = "Which would you least like to do?"
	Better = "Which would you rather do?" // if there are only two options
	Start  = "Pick the closest one. It shapes your plan, not which role fits you."
	Level  = "How far along are you? If it's new to you, that's 0."

	NewRound = "Still close, so the quiz continues."
)

// Skip describes a reason to skip.
func Skip(s fit.Skip) string {
	switch s {
	case fit.Unsure:
		return "I can't choose"
	case fit.Unclear:
		return "I don't understand the question"
	}
	return "Nothing here appeals to me"
}

// Offer describes the benefit of accepting an offer.
func Offer(id string) string {
	switch id {
	case fit.OfferQuestions:
		return "They count like the others."
	case fit.OfferPart2:
		return "It doesn't change which role fits you. It adds what conflicts with a job, how ready you are, and what to learn next."
	}
	return "They don't change which role fits you, but the result says more about what you can do."
}

// FinishCost describes the consequence of finishing at a step.
func FinishCost(s fit.Step) string {
	const noneUnknown = "Unless you've seen all the jobs, the result can't say that none of them suits you."
	switch {
	case s.VerdictReady:
		return "What you haven't answered stays out of the result."
	case s.AtMost == 0:
		return noneUnknown
	}
	answered := s.Answered - s.Skipped
	cost := fmt.Sprintf("With %s left, the result is provisional: it may change, and it can lean toward a role at most.", questionsLeft(s))
	if answered < fit.MinAnswered {
		cost = fmt.Sprintf("You've answered %s. That's too few: the result would name no role. It takes at least %s.", Count(answered, "question"), wording.Number(fit.MinAnswered))
	}
	return cost + " You'd skip the descriptions of jobs, too, so it can't say that none of them suits you."
}

func questionsLeft(s fit.Step) string {
	if s.AtLeast == s.AtMost {
		return Count(s.AtLeast, "question")
	}
	return fmt.Sprintf("%d to %d questions", s.AtLeast, s.AtMost)
}

// Count formats a number and its noun. Numbers up to twelve are spelled out.
func Count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return wording.Number(n) + " " + noun
}
