package ask

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/safetext"
	"github.com/rolefit/rolefit/internal/wording"
)

// Instructions on pages.
const (
	textBest        = "Best: pick the one that suits you most."
	textWorst       = "Worst: pick the one that suits you least."
	textBetter      = "Pick the one that suits you more."
	textLevel       = "How far are you in it? If you do not know it, that is 0."
	textSkip        = "A skip counts for nothing. Unless nothing appeals to you, another question replaces it while there is one."
	textStart       = "Pick the nearest one. It shapes the plan, not which role fits you."
	textMoreSkills  = "They change nothing in which role fits you; the result only says more about what you can do."
	textQuestions   = "The result counts them like the others."
	textPart2       = "It changes nothing in which role fits you; the result then says what conflicts with a job, how ready you are and what to learn next."
	textIsBest      = " is your best, so it cannot be the worst too."
	textBestCleared = "Your best is taken back."
	textUnsaved     = "Your answers are not being saved."
)

// The marks of chosen options.
const (
	markBest        = "best"
	markBestBefore  = "best before"
	markWorstBefore = "worst before"
	markBefore      = "before"
)

// skipReason describes a reason to skip.
func skipReason(s fit.Skip) string {
	switch s {
	case fit.Unsure:
		return "I cannot choose between them"
	case fit.Unclear:
		return "I do not understand the question"
	}
	return "Nothing here appeals to me"
}

// previousSkip says that the question was skipped earlier.
func previousSkip(kind fit.Kind, s fit.Skip) string {
	if kind != fit.AskQuestion {
		return "You skipped this."
	}
	return "You skipped this: " + strings.Replace(skipReason(s), "I ", "you ", 1) + "."
}

// progress describes the position of question n. Both numbers hold although the
// length of the quiz adapts: the first is the end of the round, the second the
// most that can follow.
func progress(n int, s fit.Step) string {
	text := fmt.Sprintf("Question %d of %d", n, s.Answered+s.AtLeast)
	if more := s.AtMost - s.AtLeast; more > 0 {
		text += fmt.Sprintf(", then at most %d more", more)
	}
	return text
}

// newRoundText explains why another round of n questions follows, without
// naming a role.
func newRoundText(n int) string {
	return fmt.Sprintf("It is still close between roles: %s may tell them apart.", count(n, "more question"))
}

// count spells out a number up to twelve, with its noun.
func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return number(n) + " " + noun
}

func number(n int) string {
	words := [...]string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
	if n < 0 || n >= len(words) {
		return fmt.Sprint(n)
	}
	return words[n]
}

// minutes describes a span of time.
func minutes(least, most time.Duration) string {
	from, to := int(least.Round(time.Minute).Minutes()), int(most.Round(time.Minute).Minutes())
	switch {
	case to == 0:
		return "less than a minute"
	case to == 1:
		return "about a minute"
	case max(from, 1) == to:
		return fmt.Sprintf("about %d minutes", to)
	}
	return fmt.Sprintf("about %d to %d minutes", max(from, 1), to)
}

// These constants estimate how long an interview takes. Reading and choosing
// together take three seconds per ten words, which is half the pace of reading
// alone.
const (
	perWord  = 300 * time.Millisecond
	perSkill = 5 * time.Second // or condition, or another single pick
)

// duration is how long part 1 of an interview with this first step takes, at
// least and at most.
func duration(q *fit.Quiz, first fit.Step) (least, most time.Duration) {
	after := timeAfterQuestions(q)
	return time.Duration(first.AtLeast)*perQuestion(q) + after, time.Duration(first.AtMost)*perQuestion(q) + after
}

// perQuestion is how long one question takes.
func perQuestion(q *fit.Quiz) time.Duration {
	words := 0
	for _, x := range q.Questions {
		words += x.Words()
	}
	return time.Duration(words) * perWord / time.Duration(max(len(q.Questions), 1))
}

// offerText says how long what is offered takes, and what it is good for.
func offerText(q *fit.Quiz, s fit.Step) string {
	needed, text := time.Duration(s.Offered)*perSkill, textPart2
	switch s.ID {
	case fit.OfferQuestions:
		needed, text = time.Duration(s.Offered)*perQuestion(q), textQuestions
	case fit.OfferSkills:
		text = textMoreSkills
	}
	return upper(minutes(needed, needed)) + ". " + text
}

// timeAfterQuestions is how long the cards and the start take.
func timeAfterQuestions(q *fit.Quiz) time.Duration {
	words := 0
	for _, r := range q.Roles {
		words += len(strings.Fields(r.Parts[fit.Focus].Summary))
	}
	estimate := time.Duration(words) * perWord
	if len(q.Pack.Starts) > 0 {
		estimate += perSkill
	}
	return estimate
}

// medianPace returns the median time of this person's answers, which a single
// coffee break doesn't distort. It needs at least three answers with known
// times.
func medianPace(a *fit.Answers) (time.Duration, bool) {
	var seconds []float64
	for _, answer := range a.All {
		if answer.Skip == "" && answer.Seconds >= 0 {
			seconds = append(seconds, answer.Seconds)
		}
	}
	if len(seconds) < 3 {
		return 0, false
	}
	slices.Sort(seconds)
	return time.Duration(seconds[len(seconds)/2] * float64(time.Second)), true
}

// timeLeft says how long the rest of part 1 takes at the person's own pace; ""
// when that is not known.
func timeLeft(q *fit.Quiz, a *fit.Answers, s fit.Step) string {
	each, known := medianPace(a)
	if !known || s.AtMost == 0 {
		return ""
	}
	after := timeAfterQuestions(q)
	return minutes(after+time.Duration(s.AtLeast)*each, after+time.Duration(s.AtMost)*each) + " left"
}

// welcome is the first screen: what the quiz is, how long it takes, and how to
// answer.
func welcome(q *fit.Quiz, first fit.Step) []string {
	questions := fmt.Sprintf("%d to %d questions", first.AtLeast, first.AtMost)
	if first.AtLeast == first.AtMost {
		questions = count(first.AtLeast, "question")
	}
	how := "Each question shows " + number(min(fit.MaxShown, len(q.Roles))) + " things. Pick the best for you, then the worst: " +
		"what you would rather do, not what you know already."
	if len(q.Roles) == 2 {
		how = "Each question shows two things. Pick the better one for you: what you would rather do, not what you know already."
	}
	return []string{
		"What would you rather do, get better at and be proud of? At the end you see which of " + number(len(q.Roles)) +
			" roles fits that best, and how sure that is.",
		upper(questions) + ", " + minutes(duration(q, first)) + ". A short second part about conditions and skills is up to you.",
		how,
		"Nothing leaves this machine. It is no validated test, but a way to think.",
	}
}

func upper(s string) string {
	if s == "" {
		return ""
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// hiddenLines describes how many lines of a page are off screen, in at most the
// given number of columns.
func hiddenLines(above, below, cells int) string {
	if long := fmt.Sprintf("(%s above, %d below)", wording.Count(above, "line"), below); len(long) < cells {
		return long
	}
	return fmt.Sprintf("(%d up, %d down)", above, below)
}

// help explains the keys and the kind of question.
func help(lines bool) []string {
	choose, back := "1 to 4 pick at once; or up and down, then Enter.", "b or left: back to the pick or the question before. The answer given there is marked; Enter keeps it."
	if lines {
		choose, back = "Type a number and Enter to pick.", "b: back to the pick or the question before. The answer given there is marked; Enter alone keeps it."
	}
	skills := "Jobs, conditions and skills: one key each."
	if lines {
		skills = "Jobs, conditions and skills: one number each. ?: these lines, and the question again. Words do as well as letters: skip, back, help."
	}
	return []string{
		choose,
		back,
		"s: skip. A skip counts for nothing, neither for nor against.",
		"f: finish. q: go on, leave or finish. Ctrl-C or Ctrl-D: leave at once.",
		skills,
		"Why best and worst? Only what you prefer to something else counts, so liking everything moves nothing.",
	}
}

// finishCost says what finishing at a step costs.
func finishCost(s fit.Step) string {
	switch {
	case s.VerdictReady:
		return "What you haven't answered stays out of the result."
	case s.AtMost == 0:
		return "Without your view of all the jobs, the result can't say that none of them suits you."
	case s.AtMost == s.AtLeast:
		return fmt.Sprintf("With %s left, the result is provisional and leaning at most.", count(s.AtLeast, "question"))
	}
	return fmt.Sprintf("With %d to %d questions left, the result is provisional and leaning at most.", s.AtLeast, s.AtMost)
}

// quitText says what happens to the answers of a person who quits.
func quitText(kept string, unsaved bool) string {
	switch {
	case kept == "":
		return "Leave: nothing is kept"
	case unsaved:
		return "Leave: the last answers could not be saved"
	}
	return "Leave: " + safetext.Sanitize(kept)
}
