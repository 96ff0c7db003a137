package posting

import "sync"

// workers is how many goroutines learn at a time. The result does not depend on it.
const workers = 2

// inParallel calls f for 0 to n-1 and returns when all calls have.
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
