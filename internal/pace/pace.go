package ask

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/rolefit/rolefit/internal/fit"
)

// These constants estimate how long an interview takes. Reading and choosing
// together take three seconds per ten words, which is half the pace of reading
// alone.
const (
	perWord = 300 * time.Millisecond
	perStep = 5 * time.Second // a condition, a skill, or another single pick
)

// stepTime is how long n single picks take, as a range for minutes.
func stepTime(n int) (least, most time.Duration) {
	return time.Duration(n) * perStep, time.Duration(n) * perStep
}

// duration is how long part 1 of an interview with this first step takes, at
// least and at most.
func duration(q *fit.Quiz, first fit.Step) (least, most time.Duration) {
	after, each := timeAfterQuestions(q), perQuestion(q)
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

// timeAfterQuestions is how long the cards and the start take.
func timeAfterQuestions(q *fit.Quiz) time.Duration {
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

// pace returns how long this person takes compared with the estimate. It needs
// at least three answers with known times, and uses their median, which a
// single coffee break doesn't distort.
func pace(q *fit.Quiz, a *fit.Answers) float64 {
	var seconds []float64
	for _, answer := range a.All {
		if answer.Skip == "" && answer.Seconds >= 0 {
			seconds = append(seconds, answer.Seconds)
		}
	}
	estimate := perQuestion(q).Seconds()
	if len(seconds) < 3 || estimate == 0 {
		return 1
	}
	slices.Sort(seconds)
	return seconds[len(seconds)/2] / estimate
}

// timeLeft says how long the rest of this part takes at the person's own pace.
func timeLeft(q *fit.Quiz, a *fit.Answers, s fit.Step) string {
	each, rest := time.Duration(0), time.Duration(s.Remaining)*perStep
	if s.Part == 1 {
		all := q.Cards()
		if len(q.Pack.Starts) > 0 {
			all++
		}
		each, rest = perQuestion(q), timeAfterQuestions(q)*time.Duration(s.Remaining)/time.Duration(all)
	}
	scaled := func(questions int) time.Duration {
		return time.Duration(float64(time.Duration(questions)*each+rest) * pace(q, a))
	}
	return minutes(scaled(s.AtLeast), scaled(s.AtMost)) + " left"
}

// bar returns the progress of this part.
func (f *flow) bar() bar {
	s, a := f.step, f.Answers
	if s.Part == 2 {
		return bar{len(a.Conditions) + len(a.Skills), s.Remaining, 0}
	}
	done := s.Answered + len(a.Cards)
	if a.Start != (fit.StartAnswer{}) {
		done++
	}
	return bar{done, s.AtLeast + s.Remaining, s.AtMost - s.AtLeast}
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
