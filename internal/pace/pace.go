// Package pace estimates how long an interview takes.
package pace

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/rolefit/rolefit/internal/fit"
)

// Reading and choosing together take three seconds per ten words, which is half
// the pace of reading alone.
const (
	perWord = 300 * time.Millisecond
	perStep = 5 * time.Second // a condition, a skill, or another single pick
)

// Steps is how long n single picks take.
func Steps(n int) time.Duration { return time.Duration(n) * perStep }

// Part1 is how long part 1 of an interview with this first step takes, at least
// and at most.
func Part1(q *fit.Quiz, first fit.Step) (least, most time.Duration) {
	after, each := afterQuestions(q), perQuestion(q)
	return time.Duration(first.AtLeast)*each + after, time.Duration(first.AtMost)*each + after
}

// perQuestion is how long one question takes.
func perQuestion(q *fit.Quiz) time.Duration {
	words := 0
	for _, x := range q.Questions {
		words += x.Words()
	}
	return time.Duration(words) * perWord / time.Duration(max(len(q.Questions), 1))
}

// afterQuestions is how long the cards and the start take.
func afterQuestions(q *fit.Quiz) time.Duration {
	words := 0
	for _, r := range q.Roles[:q.Cards()] {
		words += len(strings.Fields(r.Parts[fit.Focus].Summary))
	}
	estimate := time.Duration(words) * perWord
	if len(q.Pack.Starts) > 0 {
		estimate += perStep
	}
	return estimate
}

// assumed is how many answers the estimate counts as, so that the time left
// follows a person gradually.
const assumed = 6

// ratio returns how long this person takes compared with the estimate: the median
// of their answers, which a single coffee break doesn't distort.
func ratio(q *fit.Quiz, a *fit.Answers) float64 {
	var seconds []float64
	for _, answer := range a.All {
		if answer.Skip == "" && answer.Seconds >= 0 {
			seconds = append(seconds, answer.Seconds)
		}
	}
	estimate, n := perQuestion(q).Seconds(), float64(len(seconds))
	if n < 3 || estimate == 0 {
		return 1
	}
	slices.Sort(seconds)
	return (float64(seconds[len(seconds)/2]/estimate*n) + assumed) / (n + assumed)
}

// Left says how long the rest of this part takes at the person's own pace.
func Left(q *fit.Quiz, a *fit.Answers, s fit.Step) string {
	each, rest := time.Duration(0), Steps(s.Remaining)
	if s.Part == 1 {
		all := q.Cards()
		if len(q.Pack.Starts) > 0 {
			all++
		}
		each, rest = perQuestion(q), afterQuestions(q)*time.Duration(s.Remaining)/time.Duration(all)
	}
	scaled := func(questions int) time.Duration {
		return time.Duration(float64(time.Duration(questions)*each+rest) * ratio(q, a))
	}
	return Minutes(scaled(s.AtLeast), scaled(s.AtMost)) + " left"
}

// Minutes describes a span of time.
func Minutes(least, most time.Duration) string {
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
