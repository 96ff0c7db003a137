package learn

import (
	"context"
	"sync"
)

// workers is the number of goroutines used for learning. It doesn't affect the
// result.
const workers = 2

// inParallel calls f for 0 to n-1 concurrently and waits until all calls have
// returned.
func inParallel(n int, f func(i int)) {
	var wait sync.WaitGroup
	next := make(chan int)
	for range min(workers, n) {
		wait.Go(func() {
			for i := range next {
				f(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wait.Wait()
}

// A work is the long-running part of learning. It counts completed steps and
// stops when its context ends.
type work struct {
	ctx      context.Context
	progress func(done, total int)
	mutex    sync.Mutex
	done     int
}

func newWork(ctx context.Context, progress func(done, total int)) *work {
	return &work{ctx: ctx, progress: progress}
}

// workSteps is the number of steps in learning: a regression on lines for each
// pair of folds and one for all lines, and the heads for each fold.
const workSteps = folds*(folds+1)/2 + 1 + folds

// inParallel calls f for 0 to n-1, counting each call as a step, until the
// context ends.
func (w *work) inParallel(n int, f func(i int)) {
	inParallel(n, func(i int) {
		if w.ctx.Err() != nil {
			return
		}
		f(i)
		w.mutex.Lock()
		defer w.mutex.Unlock()
		w.done++
		if w.progress != nil {
			w.progress(w.done, workSteps)
		}
	})
}
