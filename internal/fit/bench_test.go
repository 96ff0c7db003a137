package fit_test

import (
	"fmt"
	"testing"

	"github.com/rolefit/rolefit/internal/fit/fittest"
)

func BenchmarkNewQuiz(b *testing.B) {
	for _, roles := range []int{4, 8, 12, 64} {
		p := fittest.Synthetic(roles, 9)
		b.Run(fmt.Sprint(roles), func(b *testing.B) {
			for range b.N {
				fittest.MustQuiz(p)
			}
		})
	}
}
