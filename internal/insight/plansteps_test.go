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
	r := threeWays(map[string]int{"tests": 2, "metrics": 0, "writing": 1, "networks": 1}, nil)
	plan := insight.NewPlan(timed(), r, insight.PlanRequest{Role: "r00"})
	require.Equal(t, []string{"metrics/1", "metrics/2", "tests/3", "writing/2", "metrics/3", "tests/4"}, ids(plan.Steps), "the largest gap first, then the lowest level")
	require.Equal(t, "https://example.org/guide", plan.Step("metrics/1").Resources[0].Address)
	require.Equal(t, "Others rely on mine", plan.Step("tests/4").Text)
	require.Equal(t, insight.Progress{Steps: 6, Hours: 4 + 12 + 24 + 12 + 24}, plan.Progress)
	require.Equal(t, "Do it.", plan.Weekend.Do)
	require.Equal(t, "metrics/1", plan.Next)
	require.Empty(t, plan.Grades)
}

// What a junior needs comes before what is needed beyond that, even if the gap
// there is larger.
func TestStepsByGrade(t *testing.T) {
	p := timed()
	p.Grades = []string{"junior", "mid", "senior"}
	p.Roles[0].Needs = []fit.Need{{Skill: "tests", Levels: []int{0, 3, 4}, Level: 3}, {Skill: "metrics", Levels: []int{1, 2, 3}, Level: 2}}
	plan := insight.NewPlan(p, threeWays(map[string]int{"tests": 0, "metrics": 0}, nil), insight.PlanRequest{Role: "r00"})
	require.Equal(t, []string{"metrics/1", "tests/1", "tests/2", "metrics/2", "tests/3"}, ids(plan.Steps))
	require.Equal(t, "junior", plan.Steps[0].Grade)
	require.Equal(t, 3, plan.Steps[1].Needed)
	require.Equal(t, []insight.PlanGrade{{Grade: "junior", Steps: 1, Hours: 4, Ends: 7}, {Grade: "mid", Steps: 4, Hours: 52, Ends: 59}}, plan.Grades)
	p.Skills[1].Steps[1].Hours = 0
	plan = insight.NewPlan(p, threeWays(map[string]int{"tests": 0, "metrics": 0}, nil), insight.PlanRequest{Role: "r00"})
	require.Zero(t, plan.Grades[1].Ends, "a step without hours ends nobody knows when")
}

// What is done stays done after a retake with other levels, in a met or unrated
// skill too; a step that the role doesn't need isn't in its plan.
func TestDoneStepsStay(t *testing.T) {
	done := []string{"metrics/1", "metrics/2", "networks/1", "writing/1", "writing/4", "flying/1"}
	r := threeWays(map[string]int{"metrics": 1, "writing": 2}, nil)
	plan := insight.NewPlan(timed(), r, insight.PlanRequest{Role: "r00", Done: done})
	require.Equal(t, []string{"metrics/2", "metrics/3", "metrics/1", "writing/1", "networks/1"}, ids(plan.Steps))
	require.Equal(t, insight.Progress{Done: 4, Steps: 5, DoneHours: 4 + 12 + 4 + 4, Hours: 48}, plan.Progress)
	require.Equal(t, "metrics/3", plan.Next, "the first that is open")
	for id, want := range map[string]bool{"metrics/1": true, "writing/4": true, "flying/1": false, "metrics/5": false, "metrics/0": false, "metrics/01": false} {
		require.Equal(t, want, insight.HasStep(timed(), id), id)
	}
}

// At four hours a week, 30, 60 and 90 days have 17.1, 34.3 and 51.4 hours; the
// weekend takes three of them.
func TestPeriods(t *testing.T) {
	r := threeWays(map[string]int{"tests": 0, "metrics": 1}, nil)
	at := func(hoursPerWeek float64) *insight.Plan {
		return insight.NewPlan(timed(), r, insight.PlanRequest{Role: "r00", HoursPerWeek: hoursPerWeek})
	}
	periods := func(hoursPerWeek float64) [][]string {
		plan, out := at(hoursPerWeek), [][]string{}
		for _, x := range plan.Periods {
			out = append(out, x.Steps)
		}
		return append(out, plan.Later)
	}
	// tests/1 4 hours, tests/2 12, metrics/2 12, tests/3 24, metrics/3 24; the last level has no hours.
	require.Equal(t, [][]string{{"tests/1"}, {"tests/2", "metrics/2"}, {}, {"tests/3", "metrics/3", "tests/4"}}, periods(0))
	require.Equal(t, [][]string{{"tests/1", "tests/2", "metrics/2"}, {"tests/3", "metrics/3"}, {}, {"tests/4"}}, periods(12))
	require.Equal(t, [][]string{{}, {"tests/1"}, {}, {"tests/2", "metrics/2", "tests/3", "metrics/3", "tests/4"}}, periods(1))
	plan := at(1)
	require.Equal(t, []float64{3, 4, 0}, []float64{plan.Periods[0].Hours, plan.Periods[1].Hours, plan.Periods[2].Hours}, "the weekend counts")
	require.InDelta(t, 7, plan.Step("tests/1").Ends, 1e-9)
	require.Zero(t, plan.Step("tests/4").Ends)
	p := timed()
	p.Roles[0].Try.Hours = 2
	plan = insight.NewPlan(p, r, insight.PlanRequest{Role: "r00", HoursPerWeek: 1.4})
	require.Equal(t, []string{"tests/2"}, plan.Periods[2].Steps, "18 hours end on day 90")
	plan = insight.NewPlan(fittest.Journey(), r, insight.PlanRequest{Role: "r00"})
	require.Len(t, plan.Later, 6, "a pack without hours has an order and no dates")
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
	p.Roles[0].Starts = []fit.RoleStart{{Start: "backend", Brings: "b", Missing: "m", First: "f", Pitfall: "p", Source: "https://example.org/a-(b) (brings, missing); Some Book (2nd ed.); guess (missing, first)"}}
	plan := func(start string) *insight.Plan {
		r := threeWays(nil, nil)
		r.Start = start
		return insight.NewPlan(p, r, insight.PlanRequest{Role: "r00"})
	}
	require.Equal(t, &insight.PlanStart{
		ID: "backend", Name: "Backend development", Brings: "b", Missing: "m", First: "f", Pitfall: "p", Guesses: []string{"first"}, Partly: []string{"missing"},
		Sources: []insight.Citation{{Source: "https://example.org/a-(b)", Parts: []string{"brings", "missing"}}, {Source: "Some Book (2nd ed.)", Parts: []string{}}},
	}, plan("backend").Start)
	none := insight.PlanStart{Guesses: []string{}, Partly: []string{}, Sources: []insight.Citation{}}
	tester := none
	tester.ID, tester.Name = "qa", "QA"
	require.Equal(t, &tester, plan("qa").Start)
	require.Nil(t, plan("").Start)
	require.Nil(t, plan("unknown").Start)
	require.Equal(t, "Role 2", plan("current:r02").Start.Name)
	require.Equal(t, "from two", plan("current:r02").Start.Why)
	require.True(t, plan("current:r02").Start.Current)
}
