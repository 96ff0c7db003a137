// Package pace estimates how long an interview takes.
package pace

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/rolefit/rolefit/internal/fit"
)

// Times per word and per step. Reading and choosing together take twice as long
// as reading alone.
const (
	perWord = 300 * time.Millisecond
	perStep = 5 * time.Second // a condition, a skill, or another single pick
)

// Steps returns the estimated time for n single picks.
func Steps(n int) time.Duration { return time.Duration(n) * perStep }

// Part1 returns the minimum and maximum estimated time for part 1 of an
// interview that begins with this step.
func Part1(q *fit.Quiz, first fit.Step) (least, most time.Duration) {
	after, each := afterQuestions(q), perQuestion(q)
	return time.Duration(first.AtLeast)*each + after, time.Duration(first.AtMost)*each + after
}

// perQuestion returns the estimated time for a question of average length.
func perQuestion(q *fit.Quiz) time.Duration {
	words := 0
	for _, x := range q.Questions {
		words += x.Words()
	}
	return time.Duration(words) * perWord / time.Duration(max(len(q.Questions), 1))
}

// afterQuestions returns the estimated time for the cards and the start.
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

// assumed is the weight of the estimate relative to the person's own answers,
// as a number of answers. It keeps the time left from jumping after the first
// few.
const assumed = 6

// ratio returns the person's time per question divided by the estimate. It uses
// their median time, which a coffee break doesn't distort.
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

// Left describes how long the rest of this part takes at the person's own pace.
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

// Minutes describes a range of durations, as in "about 5 to 9 minutes".
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
