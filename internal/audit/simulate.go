package audit

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/rolefit/rolefit/internal/fit"
)

// A simulation simulates people who take a pack's interviews, in several
// scenarios.
type simulation struct {
	quizzes   []*fit.Quiz
	roles     int     // number of roles in the pack
	members   [][]int // for each quiz, the indexes of its roles in the pack
	seed      uint64
	workers   int
	progress  func(done, total int)
	scenarios []*scenario
}

var errNoQuestions = errors.New("no question can be made from this pack, expected facets for two or more roles in a dimension")

// newSimulation prepares the quizzes for auditing a pack. There is one quiz if
// an interview can cover all roles. Otherwise there are several, each with as
// many roles as an interview can cover.
func newSimulation(p *fit.Pack, o Options) (*simulation, error) {
	m := &simulation{roles: len(p.Roles), seed: o.Seed, workers: o.Workers, progress: o.Progress}
	for _, members := range choices(len(p.Roles)) {
		ids := make([]string, len(members))
		for i, r := range members {
			ids[i] = p.Roles[r].ID
		}
		q, err := fit.NewQuiz(p, ids)
		if err != nil {
			return nil, err
		}
		if len(q.Questions) == 0 {
			return nil, errNoQuestions
		}
		m.quizzes, m.members = append(m.quizzes, q), append(m.members, members)
	}
	return m, nil
}

// minChoices is the minimum number of subsets that include each role, in a pack
// with more roles than fit into an interview.
const minChoices = 2

// choices returns the roles of each quiz in ascending order. If an interview
// can't cover all roles, each subset takes the roles chosen least often so far,
// in shuffled order, until every role has been chosen minChoices times. The
// result depends only on the number of roles.
func choices(roles int) [][]int {
	if roles <= fit.MaxInterview {
		return [][]int{upTo(roles)}
	}
	var out [][]int
	used := make([]int, roles)
	for slices.Min(used) < minChoices {
		order := fit.Shuffle(0, fmt.Sprint("choice ", len(out)), roles)
		slices.SortStableFunc(order, func(a, b int) int { return used[a] - used[b] })
		choice := slices.Sorted(slices.Values(order[:fit.MaxInterview]))
		for _, r := range choice {
			used[r]++
		}
		out = append(out, choice)
	}
	return out
}

// upTo returns the integers from 0 to n-1.
func upTo(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

// size returns the number of roles in an interview.
func (m *simulation) size() int { return len(m.members[0]) }

func (m *simulation) interviews() Interviews {
	in := Interviews{Roles: m.size(), Assembled: m.quizzes[0].Assembled, Rounds: m.quizzes[0].Rounds}
	ids := map[string]bool{}
	for _, q := range m.quizzes {
		for _, question := range q.Questions {
			ids[question.ID] = true
		}
		if len(m.quizzes) > 1 {
			var choice []string
			for _, r := range q.Roles {
				choice = append(choice, r.ID)
			}
			in.Choices = append(in.Choices, choice)
		}
	}
	in.Questions = len(ids)
	return in
}

// blockSize is the number of people who share a stream of random numbers. A
// stream depends only on the seed, the scenario and the block, so neither the
// number of workers nor their order affects the result.
const blockSize = 500

// run simulates the people of all scenarios and counts the outcomes. If the
// context ends, it returns the context's error.
func (m *simulation) run(ctx context.Context) error {
	type task struct{ scenario, block int }
	var tasks []task
	for i, s := range m.scenarios {
		for b := 0; b*blockSize < s.people; b++ {
			tasks = append(tasks, task{i, b})
		}
	}
	var next, done atomic.Int64
	var shared sync.Mutex // protects progress and the scenarios' counts
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
			for i, s := range m.scenarios {
				s.add(w.counts[i])
			}
		})
	}
	wait.Wait()
	return ctx.Err()
}

func (m *simulation) parallel(tasks int) int {
	workers := m.workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	return min(workers, tasks)
}

// A worker simulates one person after another.
type worker struct {
	*simulation
	interviews []*interview // one per quiz
	source     *rand.PCG
	person     person
	counts     []*counts // one per scenario
}

func (m *simulation) worker() *worker {
	w := &worker{simulation: m, source: rand.NewPCG(0, 0)}
	w.person.rng = rand.New(w.source)
	for i, q := range m.quizzes {
		w.interviews = append(w.interviews, &interview{fit.NewSchedule(q, 0), m.members[i]})
	}
	for _, s := range m.scenarios {
		w.counts = append(w.counts, newCounts(m.roles, s.asked != nil))
	}
	return w
}

// block simulates the people of one block of a scenario.
func (w *worker) block(scenario, number int) {
	s, c, p := w.scenarios[scenario], w.counts[scenario], &w.person
	w.source.Seed(w.seed, uint64(scenario)<<32|uint64(number))
	from := number * blockSize
	for i := from; i < min(from+blockSize, s.people); i++ {
		in := w.interviews[s.quizzes[i%len(s.quizzes)]]
		p.draw(s, in)
		if s.wish != nil {
			c.total++
			c.addWish(p.wish(in, s.wish))
			continue
		}
		first := p.answer(in, c.asked)
		c.addFirst(p, in, first)
		if s.retest {
			clear := first.Verdict == fit.Clear
			c.addSecond(p, p.answer(in, nil), clear)
		}
	}
}
