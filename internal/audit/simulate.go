package audit

import (
	"context"
	"math/rand/v2"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/rolefit/rolefit/internal/fit"
)

// block is how many people share a stream of random numbers. The streams hang
// on the seed, the scenario and the block alone, so that it does not matter
// which processor takes a block, nor how many there are.
const block = 500

// A simulation lets the people of several scenarios answer a pack.
type simulation struct {
	quizzes   []*fit.Quiz
	roles     int     // of the pack
	members   [][]int // of each quiz: index in the quiz -> index in the pack
	seed      uint64
	workers   int
	progress  func(done, total int)
	scenarios []*scenario
}

// run returns the counts of each scenario. It ends early, with the context's
// error, when the context does.
func (m *simulation) run(ctx context.Context) ([]*counts, error) {
	type task struct{ scenario, block int }
	var tasks []task
	for i, s := range m.scenarios {
		for b := 0; b*block < s.people; b++ {
			tasks = append(tasks, task{i, b})
		}
	}
	var next, done atomic.Int64
	var shared sync.Mutex
	total := m.counts()
	var wait sync.WaitGroup
	for range m.parallel(len(tasks)) {
		wait.Go(func() {
			w := m.worker()
			for i := int(next.Add(1) - 1); i < len(tasks) && ctx.Err() == nil; i = int(next.Add(1) - 1) {
				w.block(tasks[i].scenario, tasks[i].block)
				if n := int(done.Add(1)); m.progress != nil {
					shared.Lock()
					m.progress(n, len(tasks))
					shared.Unlock()
				}
			}
			shared.Lock()
			defer shared.Unlock()
			for i := range total {
				total[i].add(w.counts[i])
			}
		})
	}
	wait.Wait()
	return total, ctx.Err()
}

func (m *simulation) parallel(tasks int) int {
	workers := m.workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	return min(workers, tasks)
}

func (m *simulation) counts() []*counts {
	all := make([]*counts, len(m.scenarios))
	for i, s := range m.scenarios {
		all[i] = newCounts(m.roles, s.shown)
	}
	return all
}

// A worker is what one processor needs to simulate people, one at a time.
type worker struct {
	m      *simulation
	seats  []*seat
	source *rand.PCG
	person person
	counts []*counts
}

func (m *simulation) worker() *worker {
	w := &worker{m: m, source: rand.NewPCG(0, 0), counts: m.counts()}
	w.person.rng = rand.New(w.source)
	for i, q := range m.quizzes {
		w.seats = append(w.seats, &seat{quiz: q, plan: fit.NewSchedule(q, 0), roles: m.members[i]})
	}
	return w
}

// block simulates the people of one block of a scenario.
func (w *worker) block(scenario, number int) {
	s, c := w.m.scenarios[scenario], w.counts[scenario]
	w.source.Seed(w.m.seed, uint64(scenario)<<32|uint64(number))
	from := number * block
	for i := from; i < min(from+block, s.people); i++ {
		at := w.seats[s.seats[i%len(s.seats)]]
		p := &w.person
		p.draw(s, at)
		standing := p.take(at, c.asked)
		c.first(p, at, standing)
		if s.takes > 1 {
			clear := standing.Verdict == fit.Clear
			c.second(p, p.take(at, nil), clear)
		}
	}
}
