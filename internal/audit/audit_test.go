package audit

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
)

// synthetic returns a pack with the given numbers of roles and of facets per
// dimension, whose questions are assembled.
func synthetic(roles, facets int) *fit.Pack {
	p := &fit.Pack{ID: "synthetic", Title: "Synthetic", Rounds: []int{12, 6, 6}}
	for r := range roles {
		role := fit.Role{ID: fmt.Sprintf("role-%02d", r), Title: fmt.Sprintf("Role %d", r)}
		for _, d := range fit.Dimensions {
			for f := range facets {
				role.Parts[d].Facets = append(role.Parts[d].Facets, fit.Facet{ID: fmt.Sprintf("%s-%d", d, f), Option: "Do what this role does"})
			}
		}
		p.Roles = append(p.Roles, role)
	}
	return p
}

// written returns a pack of four roles with nine written questions in each
// dimension.
func written(t *testing.T) *fit.Pack {
	t.Helper()
	p := synthetic(4, 9)
	p.Written = nil
	for i := range 27 {
		d := fit.Dimensions[i%3]
		question := fit.Question{ID: fmt.Sprintf("q%02d", i), Dimension: d, Prompt: "Which of these?"}
		for place := range 4 {
			role := &p.Roles[(place+i)%4]
			f := role.Parts[d].Facets[i/3]
			question.Options = append(question.Options, fit.Option{Key: string(rune('a' + place)), Role: role.ID, Facet: f.ID, Text: f.Option})
		}
		p.Written = append(p.Written, question)
	}
	q, err := fit.NewQuiz(p, nil)
	require.NoError(t, err)
	require.False(t, q.Assembled)
	return p
}

func audited(t *testing.T, p *fit.Pack, people int) *Report {
	t.Helper()
	r, err := Run(context.Background(), p, Options{People: people, Seed: 7})
	require.NoError(t, err)
	return r
}

func asJSON(t *testing.T, v any) string {
	t.Helper()
	data, err := json.MarshalIndent(v, "", " ")
	require.NoError(t, err)
	return string(data)
}

// The published table matches a new simulation to within one point, or within
// four standard errors for shares of few people.
func TestPublishedTable(t *testing.T) {
	const people = 60_000
	m, err := newSimulation(synthetic(4, 9), Options{Seed: 7})
	require.NoError(t, err)
	for _, want := range Published {
		m.add(scenario{rho: want.Rho, people: people, retest: true, nicer: -1, quizzes: []int{0}})
	}
	require.NoError(t, m.run(context.Background()))
	for i, want := range Published {
		row := row(make([]Role, 4), m.scenarios[i], 4)
		require.Equal(t, tableRhos[i], want.Rho)
		near := func(name string, want, share float64, of float64) {
			t.Helper()
			tolerance := max(1, 4*100*stdErr(want/100, int64(of)))
			require.InDelta(t, want, 100*share, tolerance, "rho %v: %s", row.Rho, name)
		}
		near("top role right", want.TopRight, row.TopRight, people)
		near("same", PublishedSame[i], row.Same, people)
		require.InDelta(t, want.Questions, row.Questions, .1, "rho %v: questions", row.Rho)
		for j, v := range [][2]float64{{want.Clear, want.ClearRight}, {want.Leaning, want.LeaningRight}, {want.TossUp, want.TossUpRight}, {want.Undecided, 0}} {
			got := row.Verdicts[j]
			near(string(got.Verdict), v[0], got.Share, people)
			if got.Verdict == fit.Undecided {
				require.Nil(t, got.Right)
				continue
			}
			near(string(got.Verdict)+" right", v[1], *got.Right, got.Share*people)
		}
	}
}

// People who want none of the roles get the verdict none, and people who want all
// of them never do: they get what their answers say.
func TestWishes(t *testing.T) {
	r, err := Run(context.Background(), synthetic(4, 9), Options{People: 8000, Seed: 3})
	require.NoError(t, err)
	require.Len(t, r.Wishes, len(everyWish))
	share := func(wish int) float64 { return r.Wishes[wish].Verdicts[4].Share }
	require.Equal(t, fit.NoRole, r.Wishes[0].Verdicts[4].Verdict)
	require.Equal(t, 1.0, share(0), "every card is a pass")
	require.Greater(t, share(1), 0.9, "skipping half the questions")
	require.Zero(t, share(2), "every card is wanted")
	require.Equal(t, 2000, r.Wishes[2].People)
	for v, expected := range r.reference().Verdicts {
		require.InDelta(t, expected.Share, r.Wishes[2].Verdicts[v].Share, 4*stdErr(expected.Share, 2000), expected.Verdict)
	}
}

func TestPublishedRandomAnswers(t *testing.T) {
	const people = 30_000
	for _, want := range PublishedRandom {
		m, err := newSimulation(synthetic(want.Roles, 9), Options{Seed: 8})
		require.NoError(t, err)
		m.add(scenario{people: people, nicer: -1, quizzes: []int{0}})
		require.NoError(t, m.run(context.Background()))
		got := ratio(m.scenarios[0].verdicts[0].total(), people)
		require.InDelta(t, want.Clear/100, got, 4*stdErr(want.Clear/100, people), "%d roles", want.Roles)
	}
}

func TestWorkersDoNotAffectReport(t *testing.T) {
	for _, roles := range []int{4, 14} {
		p := synthetic(roles, 6)
		var first string
		for _, workers := range []int{1, 5} {
			r, err := Run(context.Background(), p, Options{People: 1100, Seed: 3, Workers: workers})
			require.NoError(t, err)
			if first == "" {
				first = asJSON(t, r)
			}
			require.Equal(t, first, asJSON(t, r), "%d roles, %d workers", roles, workers)
		}
		r, err := Run(context.Background(), p, Options{People: 1100, Seed: 4})
		require.NoError(t, err)
		require.NotEqual(t, first, asJSON(t, r), "another seed")
	}
}

func TestBalancedPacksPass(t *testing.T) {
	for _, roles := range []int{2, 3, 5, 8, 12, 64} {
		r := audited(t, synthetic(roles, 9), 2000)
		require.False(t, r.Failed(), "%d roles: %s", roles, asJSON(t, r.Findings))
		require.Equal(t, min(roles, fit.MaxInterview), r.Interviews.Roles)
	}
}

func TestRowsAddUp(t *testing.T) {
	r := audited(t, synthetic(6, 9), 3000)
	for _, row := range r.Table {
		first, shares := 0.0, 0.0
		for _, role := range row.Roles {
			first += role.First
			require.InDelta(t, row.TopRight, role.TopRight, 5*role.TopRightStdErr, "roles are equal in this pack")
		}
		for _, v := range row.Verdicts {
			shares += v.Share
		}
		require.InDelta(t, 1, first, 1e-9)
		require.InDelta(t, 1, shares, 1e-9)
	}
	for _, h := range r.Hybrids {
		require.LessOrEqual(t, h.Both+h.OneOfTwo, 1.0)
		require.Greater(t, h.Both, .1)
	}
	require.Len(t, r.Nicer, 6*len(niceness))
	for i := range r.Nicer {
		require.Greater(t, r.Nicer[i].First, r.Nicer[i].Expected)
	}
}

func TestRunFails(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := Run(ctx, synthetic(4, 9), Options{})
	require.ErrorIs(t, err, context.Canceled)
	_, err = Run(context.Background(), synthetic(4, 9), Options{People: -1})
	require.ErrorContains(t, err, "expected 1 to")
	_, err = Run(context.Background(), synthetic(4, 0), Options{})
	require.ErrorContains(t, err, "expected facets")
	_, err = Run(context.Background(), synthetic(1, 9), Options{})
	require.Error(t, err)

	last, calls := 0, 0
	_, err = Run(context.Background(), synthetic(2, 9), Options{People: 1200, Progress: func(done, total int) {
		last, calls = max(last, done), calls+1
		require.LessOrEqual(t, done, total)
		if calls == total {
			require.Equal(t, total, last)
		}
	}})
	require.NoError(t, err)
	require.Equal(t, calls, last)
}

func TestChoices(t *testing.T) {
	require.Equal(t, [][]int{{0, 1, 2}}, choices(3))
	for roles := fit.MaxInterview + 1; roles <= fit.MaxRoles; roles++ {
		used := make([]int, roles)
		for _, c := range choices(roles) {
			require.Len(t, c, fit.MaxInterview)
			require.True(t, slices.IsSorted(c))
			require.Len(t, slices.Compact(slices.Clone(c)), fit.MaxInterview)
			for _, r := range c {
				used[r]++
			}
		}
		require.GreaterOrEqual(t, slices.Min(used), minChoices)
		require.LessOrEqual(t, slices.Max(used)-slices.Min(used), 1, "%d roles", roles)
	}
}

// The credit must be divisible by every possible number of roles in first
// place.
func TestCreditCanBeShared(t *testing.T) {
	for n := 1; n <= fit.MaxInterview; n++ {
		require.Zero(t, credit%n)
	}
	require.Less(t, float64(credit)*credit*MaxPeople, float64(math.MaxInt64))
}

// Simulating a person must not allocate memory, since a run simulates millions.
func TestPeopleDoNotAllocate(t *testing.T) {
	for _, roles := range []int{4, 12} {
		m, err := newSimulation(synthetic(roles, 9), Options{Seed: 1})
		require.NoError(t, err)
		m.plan(100 * blockSize)
		w := m.worker()
		m.quizzes[0].Question("unknown") // assembles the questions for every set of leading roles
		w.block(0, 0)
		perBlock := testing.AllocsPerRun(4, func() { w.block(0, 3) })
		require.Less(t, perBlock, float64(blockSize)/50, "%d roles", roles)
	}
}

// Random answers put each role first equally often, and names don't matter.
// Rounds that show some roles less often fail.
func TestFairForAnyNumberOfRoles(t *testing.T) {
	for _, roles := range []int{5, 7} {
		require.Empty(t, unfair(audited(t, synthetic(roles, 5), 40000)), "%d roles", roles)
	}
	q, err := fit.NewQuiz(synthetic(5, 9), nil)
	require.NoError(t, err)
	frozen, err := freeze(q)
	require.NoError(t, err)
	frozen.Pack.Rounds = []int{12, 6, 6}
	frozen.Pack.Written = slices.DeleteFunc(frozen.Pack.Written, func(x fit.Question) bool {
		left := func(role string) bool {
			return !slices.ContainsFunc(x.Options, func(o fit.Option) bool { return o.Role == role })
		}
		return left("role-01")
	})
	require.NotEmpty(t, unfair(audited(t, frozen.Pack, 40000)), "one role is in every question")
}

// unfair returns the failed checks of how often roles come first at random.
func unfair(r *Report) (failed []string) {
	for _, c := range r.Checks {
		if !c.OK && (c.Name == "random first" || c.Name == "renamed") {
			failed = append(failed, c.Name)
		}
	}
	return failed
}
