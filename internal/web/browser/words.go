package browser

import (
	"fmt"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/wording"
)

// Texts for the steps of the interview.
const (
	textBest     = "Pick the one that suits you best."
	textWorst    = "Now pick the one that suits you least."
	textBetter   = "Pick the one that suits you better."
	textStart    = "Pick the closest one. It shapes your plan, not which role fits you."
	textLevel    = "How far are you? If you don't know it, that's 0."
	textSkipStep = "Skip this"
)

var skipTexts = map[fit.Skip]string{
	fit.Unsure:  "I can't choose between them",
	fit.Unclear: "I don't understand the question",
	fit.None:    "Nothing here appeals to me",
}

// questionProgress describes the number of a question and how many there are.
// Both are correct even though the length of the quiz adapts.
func questionProgress(number int, s fit.Step) string {
	text := fmt.Sprintf("Question %d of %d", number, s.Answered+s.AtLeast)
	if more := s.AtMost - s.AtLeast; more > 0 {
		text += fmt.Sprintf(", then at most %d more", more)
	}
	return text
}

// finishCost describes the consequence of finishing at a step.
func finishCost(s fit.Step) string {
	switch {
	case s.VerdictReady:
		return "You'll see your result without the rest of part 2."
	case s.AtMost == 0:
		return "Unless you say what you think of every job, the result can't say that none of them suits you."
	case s.AtMost == s.AtLeast:
		return fmt.Sprintf("With %s left, the result will only be a lean at most.", wording.Count(s.AtLeast, "question"))
	}
	return fmt.Sprintf("With %d to %d questions left, the result will only be a lean at most.", s.AtLeast, s.AtMost)
}

// offerText describes the benefit of accepting an offer.
func offerText(s fit.Step) string {
	switch s.ID {
	case fit.OfferQuestions:
		return "They count like the others."
	case fit.OfferPart2:
		return "It doesn't change which role fits you. It adds what conflicts with a job, how ready you are, and what to learn next."
	}
	return "They don't change which role fits you. They only say more about what you can do."
}
