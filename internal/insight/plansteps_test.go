package insight_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/fit/fittest"
	"github.com/rolefit/rolefit/internal/insight"
)

// timed is Journey with hours: 4, 12 and 24 for the three steps of a skill, and
// an experiment of three hours.
func timed() *fit.Pack {
	p := fittest.Journey()
	for i := range p.Skills {
		for n, hours := range []float64{4, 12, 24} {
			p.Skills[i].Steps[n].Hours = hours
		}
		p.Skills[i].Steps[0].Resources = []fit.Resource{{Title: "Guide", Kind: fit.Book, Address: "https://example.org/guide", Hours: 3, Free: true}}
	}
	p.Levels = make([]fit.Level, fit.MaxLevel+1)
	p.Levels[fit.MaxLevel].Anchor = "Others rely on mine"
	p.Roles[0].Try = fit.Try{Hours: 3, Do: "Do it.", Notice: "Was it fun?"}
	return p
}

func ids(steps []insight.PlanStep) (out []string) {
	for _, s := range steps {
		out = append(out, s.ID)
	}
	return out
}

// Needed are tests 4, metrics 3, writing 2 and networks 1.
func TestSteps(t *testing.T) {
	r := threeWays(map[string]int{"tests": 3, "metrics": 0, "writing": 1, "networks": 1}, nil)
	plan := insight.NewPlan(timed(), r, insight.PlanRequest{Role: "r00"})
	require.Equal(t, []string{"metrics/1", "metrics/2", "metrics/3", "tests/4", "writing/2"}, ids(plan.Steps), "one level each, the largest gap first")
	require.Equal(t, "https://example.org/guide", plan.Step("metrics/1").Resources[0].Address)
	require.Equal(t, "Others rely on mine", plan.Step("tests/4").Text)
	require.Equal(t, insight.Progress{Steps: 5, Hours: 4 + 12 + 24 + 12}, plan.Progress)
	require.Equal(t, "Do it.", plan.Weekend.Try.Do)
	require.Equal(t, "metrics/1", plan.Weekend.Step)
}

// What is done stays done after a retake with other levels, in a met or unrated
// skill too; a step that the role doesn't need isn't in its plan.
func TestDoneStepsStay(t *testing.T) {
	done := []string{"metrics/1", "metrics/2", "networks/1", "writing/1", "writing/4", "flying/1"}
	r := threeWays(map[string]int{"metrics": 1, "writing": 2}, nil)
	plan := insight.NewPlan(timed(), r, insight.PlanRequest{Role: "r00", Done: done})
	require.Equal(t, []string{"metrics/1", "metrics/2", "metrics/3", "writing/1", "networks/1"}, ids(plan.Steps))
	require.Equal(t, insight.Progress{Done: 4, Steps: 5, DoneHours: 4 + 12 + 4 + 4, Hours: 48}, plan.Progress)
	require.Equal(t, "metrics/3", plan.Weekend.Step, "the first that is open")
	for id, want := range map[string]bool{"metrics/1": true, "writing/4": true, "flying/1": false, "metrics/5": false, "metrics/0": false, "metrics/01": false} {
		require.Equal(t, want, insight.HasStep(timed(), id), id)
	}
}

// At four hours a week, 30, 60 and 90 days have 17.1, 34.3 and 51.4 hours; the
// weekend takes seven of them.
func TestPeriods(t *testing.T) {
	r := threeWays(map[string]int{"tests": 0, "metrics": 1}, nil)
	periods := func(hoursPerWeek float64) [][]string {
		plan := insight.NewPlan(timed(), r, insight.PlanRequest{Role: "r00", HoursPerWeek: hoursPerWeek})
		require.Equal(t, "tests/1", plan.Weekend.Step)
		out := [][]string{}
		for _, x := range plan.Periods {
			out = append(out, x.Steps)
		}
		return append(out, plan.Later)
	}
	require.Equal(t, [][]string{{}, {"tests/2"}, {"tests/3"}, {"tests/4", "metrics/2", "metrics/3"}}, periods(0), "7 + 12 is more than 17.1; the last level has no hours")
	require.Equal(t, [][]string{{"tests/2", "tests/3"}, {"metrics/2", "metrics/3"}, {}, {"tests/4"}}, periods(12))
	require.Equal(t, [][]string{{}, {}, {}, {"tests/2", "tests/3", "tests/4", "metrics/2", "metrics/3"}}, periods(1))
	plan := insight.NewPlan(fittest.Journey(), r, insight.PlanRequest{Role: "r00"})
	require.Len(t, plan.Later, 5, "a pack without hours has an order and no dates")
}

// The plan quotes the words of the result, or else those of the pack.
func TestPlanQuotesWhatWasShown(t *testing.T) {
	p := fittest.Journey()
	p.Roles[0].Parts[fit.Focus].Facets[0].Text = "never shown"
	p.Roles[0].Parts[fit.Focus].Facets[0].Option = "Reworded"
	r := threeWays(nil, map[string][2]int{"focus-0": {1, 0}})
	liked := func() string { return insight.NewPlan(p, r, insight.PlanRequest{Role: "r00"}).Liked[0].Option }
	require.Equal(t, "Reworded", liked())
	r.Answers[0].Texts = []string{"As shown", "Another"}
	require.Equal(t, "As shown", liked())
}

func TestPlanBeginsAtTheStart(t *testing.T) {
	p := fittest.Journey()
	p.Starts = []fit.Start{{ID: "backend", Name: "Backend development"}, {ID: "qa", Name: "QA"}}
	p.Roles[0].Starts = []fit.RoleStart{{Start: "backend", Brings: "b", Missing: "m", First: "f", Pitfall: "p", Source: string(fit.Guess)}}
	plan := func(start string) *insight.Plan {
		r := threeWays(nil, nil)
		r.Start = start
		return insight.NewPlan(p, r, insight.PlanRequest{Role: "r00"})
	}
	require.Equal(t, &insight.PlanStart{ID: "backend", Name: "Backend development", Brings: "b", Missing: "m", First: "f", Pitfall: "p", Source: "guess"}, plan("backend").Start)
	require.Equal(t, &insight.PlanStart{ID: "qa", Name: "QA"}, plan("qa").Start)
	require.Nil(t, plan("").Start)
	require.Nil(t, plan("unknown").Start)
	p.Roles[1].Paths = append(p.Roles[1].Paths, fit.Path{To: "r01"})
	require.Equal(t, "r02", plan("current:r02").WaysIn[0].Role)
	require.Equal(t, &insight.PlanStart{ID: "r02", Name: "Role 2", Current: true}, plan("current:r02").Start)
	require.Equal(t, "r01", plan("current:r01").WaysIn[0].Role)
}
