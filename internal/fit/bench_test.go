package fit_test

import (
	"fmt"
	"testing"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/fit/fittest"
)

func BenchmarkNewQuiz(b *testing.B) {
	for _, roles := range []int{4, 8, 12, 64} {
		p := fittest.Synthetic(roles, 9)
		b.Run(fmt.Sprint(roles), func(b *testing.B) {
			for b.Loop() {
				fittest.MustQuiz(p)
			}
		})
	}
}

// BenchmarkScorer scores one complete form, which is the hot path of a batch.
func BenchmarkScorer(b *testing.B) {
	for _, roles := range []int{4, 8} {
		q := fittest.MustQuiz(fittest.Synthetic(roles, 9))
		s := fit.NewScorer(q)
		b.Run(fmt.Sprint(roles), func(b *testing.B) {
			for b.Loop() {
				s.Reset(1, false)
				for i, question := range q.Questions[:24] {
					best := i % len(question.Options)
					s.Add(question, best, (best+1+i/4%3)%len(question.Options), -1)
				}
				s.Standing()
			}
		})
	}
}

// BenchmarkInterview simulates one interview, which is the hot path of an
// audit.
func BenchmarkInterview(b *testing.B) {
	for _, roles := range []int{4, 8} {
		schedule := fit.NewSchedule(fittest.MustQuiz(fittest.Synthetic(roles, 9)), 0)
		b.Run(fmt.Sprint(roles), func(b *testing.B) {
			for b.Loop() {
				schedule.Reset(1)
				for i := 0; schedule.Next() != nil; i++ {
					schedule.Answer(i%4, (i%4+1+i/4%3)%4)
				}
				schedule.Tally().Standing()
			}
		})
	}
}

// BenchmarkScore computes one full result.
func BenchmarkScore(b *testing.B) {
	q := fittest.MustQuiz(fittest.Skilled(4))
	a := &fit.Answers{}
	for i, question := range q.Questions[:24] {
		a.All = append(a.All, fit.Answer{Question: question.ID, Best: question.Options[i%4].Key, Worst: question.Options[(i+1+i/4%3)%4].Key})
	}
	for b.Loop() {
		fit.Score(q, a)
	}
}
