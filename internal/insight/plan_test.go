package insight_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/fit/fittest"
	"github.com/rolefit/rolefit/internal/insight"
)

func TestPlan(t *testing.T) {
	p := fittest.Journey()
	r := fittest.Respondent(p, func(x *fit.Question) (string, string) {
		if x.Dimension == fit.Skills {
			return "r00", "r01"
		}
		return "r02", "r00"
	}, map[string]int{"tests": 4, "metrics": 1, "writing": 1})
	plan := insight.NewPlan(p, r, insight.PlanRequest{Role: "r00"})
	require.Equal(t, []fit.NeedResult{{Skill: "tests", Name: "Skill tests", Needed: 4, Level: new(4)}}, plan.Met)
	require.Equal(t, []fit.NeedResult{{Skill: "networks", Name: "Skill networks", Needed: 1}}, plan.Unrated)
	require.Len(t, plan.Gaps, 2)
	require.Equal(t, "metrics", plan.Gaps[0].Skill)
	require.Equal(t, insight.PlanStep{ID: "metrics/2", Skill: "metrics", Name: "Skill metrics", Level: 2, Needed: 3, Text: "do metrics", Resources: []fit.Resource{}}, plan.Steps[0])
	require.InDelta(t, 6.0/9, *plan.Me.Readiness, 1e-9, "4, 1 and 1 of 4, 3 and 2")
	require.Equal(t, 3, plan.Me.Rated)
	for _, f := range plan.Liked {
		require.Equal(t, "skills", f.Dimension)
	}
	for _, f := range plan.Disliked {
		require.NotEqual(t, "skills", f.Dimension)
	}
	require.NotEmpty(t, plan.Liked)
	require.NotEmpty(t, plan.Disliked)
	require.Equal(t, "metrics/2", plan.Next)
}

func TestPlanGapsAlso(t *testing.T) {
	p := fittest.Journey()
	r := fittest.Respondent(p, fittest.Always("r01", "r00"), map[string]int{"metrics": 1, "writing": 1})
	gaps := map[string][]insight.RoleRef{}
	for _, g := range insight.NewPlan(p, r, insight.PlanRequest{Role: "r00"}).Gaps {
		gaps[g.Skill] = g.Also
	}
	one := []insight.RoleRef{{ID: "r01", Title: "Role 1"}}
	require.Equal(t, map[string][]insight.RoleRef{"metrics": one, "writing": one}, gaps)
}

func TestPlansOfTwoPeopleDiffer(t *testing.T) {
	p := fittest.Journey()
	levels := map[string]int{"tests": 1, "metrics": 2}
	keen := insight.NewPlan(p, fittest.Respondent(p, fittest.Always("r00", "r01"), levels), insight.PlanRequest{Role: "r00"})
	averse := insight.NewPlan(p, fittest.Respondent(p, fittest.Always("r01", "r00"), levels), insight.PlanRequest{Role: "r00"})
	learned := insight.NewPlan(p, fittest.Respondent(p, fittest.Always("r00", "r01"), map[string]int{"tests": 4, "metrics": 2}), insight.PlanRequest{Role: "r00"})
	require.NotEqual(t, keen.Liked, averse.Liked)
	require.NotEqual(t, keen.Next, learned.Next)
	for _, g := range keen.Gaps {
		require.Empty(t, g.Also, "the role itself is no other")
	}
	require.Empty(t, keen.Disliked)
	require.Empty(t, averse.Liked)
	require.NotEqual(t, keen.Gaps, learned.Gaps)
}

func TestPlanWithoutSkillsOrRole(t *testing.T) {
	p := fittest.Journey()
	r := fittest.Respondent(p, fittest.Always("r01", "r02"), nil)
	plan := insight.NewPlan(p, r, insight.PlanRequest{Role: "r00"})
	require.Nil(t, plan.Weekend)
	require.Empty(t, plan.Next)
	require.Nil(t, plan.Me.Readiness)
	require.Len(t, plan.Unrated, 4)
	require.Nil(t, insight.NewPlan(p, r, insight.PlanRequest{Role: "r09"}))
}

// threeWays returns a result for three roles, undecided between r01 and r02.
// The argument lists facets of r00 with the number of times each was best and
// worst.
func threeWays(levels map[string]int, bestWorst map[string][2]int) *fit.Result {
	r := &fit.Result{
		Verdict: fit.Undecided, About: []string{"r01", "r02"}, Lead: &fit.Lead{Role: "r01", Over: "r02"}, Skills: map[string]fit.Rated{},
		Roles: []fit.RoleResult{{ID: "r01", Place: 1}, {ID: "r02", Place: 2}, {ID: "r00", Place: 3}},
	}
	for id, n := range levels {
		r.Skills[id] = fit.Rated{Level: &n}
	}
	for facet, n := range bestWorst {
		ref := "r00/" + facet
		for range n[0] {
			r.Answers = append(r.Answers, fit.AnswerResult{Shown: []string{ref, "r01/x"}, Best: ref, Worst: "r01/x"})
		}
		for range n[1] {
			r.Answers = append(r.Answers, fit.AnswerResult{Shown: []string{ref, "r01/x"}, Best: "r01/x", Worst: ref})
		}
	}
	return r
}

func TestPlanIsOrdered(t *testing.T) {
	r := threeWays(map[string]int{"tests": 4, "metrics": 4, "writing": 2, "networks": 3}, map[string][2]int{
		"focus-0": {3, 2}, "focus-1": {2, 0}, "skills-0": {1, 1}, "success-0": {0, 1}, "success-1": {1, 3},
	})
	plan := insight.NewPlan(fittest.Journey(), r, insight.PlanRequest{Role: "r00"})
	var brings, likes, dislikes []string
	for _, n := range plan.Met {
		brings = append(brings, n.Skill)
	}
	for _, f := range plan.Liked {
		likes = append(likes, f.Facet)
	}
	for _, f := range plan.Disliked {
		dislikes = append(dislikes, f.Facet)
	}
	// The needed levels are 4, 3, 2 and 1, which are exceeded by 0, 1, 0 and 2.
	require.Equal(t, []string{"networks", "metrics", "tests", "writing"}, brings)
	require.Equal(t, []string{"focus-1", "focus-0"}, likes, "by 2 and by 1; as often best as worst is neither")
	require.Equal(t, []string{"success-1", "success-0"}, dislikes, "by 2 and by 1")
	require.Equal(t, []insight.RoleRef{{ID: "r01", Title: "Role 1"}, {ID: "r02", Title: "Role 2"}}, plan.About)

	plan = insight.NewPlan(fittest.Journey(), threeWays(map[string]int{"tests": 1, "metrics": 1, "writing": 1, "networks": 0}, nil), insight.PlanRequest{Role: "r00"})
	require.Equal(t, []int{4, 3, 2, 1}, []int{plan.Gaps[0].Needed, plan.Gaps[1].Needed, plan.Gaps[2].Needed, plan.Gaps[3].Needed})
	plan = insight.NewPlan(fittest.Journey(), threeWays(nil, nil), insight.PlanRequest{Role: "r00"})
	require.Equal(t, "tests", plan.Unrated[0].Skill)
}

func TestAlsoNeedsMore(t *testing.T) {
	// r01 needs metrics:2 and writing:4.
	plan := insight.NewPlan(fittest.Journey(), threeWays(map[string]int{"metrics": 2, "writing": 1}, nil), insight.PlanRequest{Role: "r00"})
	also := map[string][]insight.RoleRef{}
	for _, g := range plan.Gaps {
		also[g.Skill] = g.Also
	}
	require.Equal(t, map[string][]insight.RoleRef{"metrics": {}, "writing": {{ID: "r01", Title: "Role 1"}}}, also)
}

// The plan of one of several roles that are too close to call is about all of
// them.
func TestPlanOfCloseRoles(t *testing.T) {
	r := threeWays(nil, nil)
	r.Close = []string{"r01", "r02", "r00"}
	plan := insight.NewPlan(fittest.Journey(), r, insight.PlanRequest{Role: "r01"})
	require.Equal(t, []insight.RoleRef{{ID: "r01", Title: "Role 1"}, {ID: "r02", Title: "Role 2"}, {ID: "r00", Title: "Role 0"}}, plan.About)
}
