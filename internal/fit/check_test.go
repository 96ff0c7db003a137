package fit_test

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/fit/fittest"
)

// Every result of Score passes, also after it was saved and read back.
func TestCheckAcceptsResults(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := fittest.DrawQuiz(t)
		a := fittest.DrawAnswers(t, q)
		if rapid.Bool().Draw(t, "consistent") {
			a = drawConsistent(t, q)
		}
		r := fit.Score(q, a)
		require.NoError(t, r.Check())
		data, err := json.Marshal(r)
		require.NoError(t, err)
		read := &fit.Result{}
		require.NoError(t, json.Unmarshal(data, read))
		require.NoError(t, read.Check())
	})
}

// Changing any one thing makes a result invalid.
func TestCheckRefuses(t *testing.T) {
	p := fittest.Whole(4)
	p.Roles[0].Conditions[0].Level = 2
	q := fittest.MustQuiz(p)
	a := answersTo(q, clearAnswers)
	a.Conditions, a.Start = []fit.ConditionAnswer{{Condition: "on-call", Tolerance: fit.Refuse}}, fit.StartAnswer{ID: "current:r01"}
	a.Skills = []fit.Rating{{Skill: "u", Level: 1}, {Skill: "v", Level: 0}}
	result := func() *fit.Result {
		r := fit.Score(q, a)
		require.Equal(t, fit.Clear, r.Verdict)
		require.NotEmpty(t, r.Gaps)
		return r
	}
	leaning := func(r *fit.Result) { r.Verdict, r.Reason = fit.Leaning, fit.Close }
	undecided := func(r *fit.Result) { r.Verdict, r.Reason, r.Named = fit.Undecided, fit.Close, nil }
	for name, change := range map[string]func(*fit.Result){
		"schema": func(r *fit.Result) { r.Schema = "rolefit/result/1" },
		"too many roles": func(r *fit.Result) {
			for i := range fit.MaxRoles {
				r.Roles = append(r.Roles, fit.RoleResult{ID: fmt.Sprint("x", i)})
			}
		},
		"many answers":       func(r *fit.Result) { r.Answers = slices.Repeat(r.Answers[:1], 10_001) },
		"many needs":         func(r *fit.Result) { r.Roles[0].Needs = slices.Repeat(r.Roles[0].Needs[:1], 10_001) },
		"many texts":         func(r *fit.Result) { r.Answers[0].Texts = make([]string, fit.MaxShown+1) },
		"role without id":    func(r *fit.Result) { r.Roles[3].ID = "" },
		"role twice":         func(r *fit.Result) { r.Roles[3].ID = r.Roles[2].ID },
		"fit below":          func(r *fit.Result) { r.Roles[0].Fit = new(-0.1) },
		"fit above":          func(r *fit.Result) { r.Roles[0].Fit = new(100.1) },
		"fit that is NaN":    func(r *fit.Result) { r.Roles[0].Fit = new(math.NaN()) },
		"fit without place":  func(r *fit.Result) { r.Roles[0].Place = 0 },
		"place without fit":  func(r *fit.Result) { r.Roles[0].Fit = nil },
		"place":              func(r *fit.Result) { r.Roles[0].Place = 5 },
		"negative place":     func(r *fit.Result) { r.Roles[0].Place = -1 },
		"unknown dimension":  func(r *fit.Result) { r.Roles[0].Dimensions["mood"] = nil },
		"fit in a dimension": func(r *fit.Result) { r.Roles[0].Dimensions["focus"] = new(101.0) },
		"readiness":          func(r *fit.Result) { r.Roles[0].Readiness = new(1.1) },
		"best and worst":     func(r *fit.Result) { r.Roles[0].Worst = r.Roles[0].Shown },
		"negative best":      func(r *fit.Result) { r.Roles[0].Best = -1 },
		"rated":              func(r *fit.Result) { r.Roles[0].Rated = 3 },
		"level of a need":    func(r *fit.Result) { r.Roles[0].Needs[0].Level = new(5) },
		"need":               func(r *fit.Result) { r.Roles[0].Needs[0].Needed = -1 },
		"verdict":            func(r *fit.Result) { r.Verdict = "sure" },
		"unknown reason":     func(r *fit.Result) { leaning(r); r.Reason = "mood" },
		"reason of clear":    func(r *fit.Result) { r.Reason = fit.Close },
		"no reason":          func(r *fit.Result) { r.Verdict = fit.Leaning },
		"provisional clear":  func(r *fit.Result) { r.Provisional = true },
		"two named":          func(r *fit.Result) { r.Named = []string{"r00", "r01"}; r.About = r.Named },
		"none named":         func(r *fit.Result) { r.Named = nil },
		"unknown role named": func(r *fit.Result) { r.Named, r.About = []string{"r09"}, []string{"r09"} },
		"named twice": func(r *fit.Result) {
			undecided(r)
			r.Verdict = fit.TossUp
			r.Named = []string{"r00", "r00"}
			r.About = r.Named
		},
		"about others":        func(r *fit.Result) { r.About = []string{"r01"} },
		"about without lead":  func(r *fit.Result) { undecided(r); r.About = []string{"r01", "r02"} },
		"about unknown":       func(r *fit.Result) { undecided(r); r.About = []string{"r00", "r09"} },
		"about nobody":        func(r *fit.Result) { undecided(r); r.About = nil },
		"no lead":             func(r *fit.Result) { r.Lead = nil },
		"not compared":        func(r *fit.Result) { undecided(r); r.Reason = fit.NotCompared },
		"lead over itself":    func(r *fit.Result) { r.Lead.Over = r.Lead.Role },
		"lead over unknown":   func(r *fit.Result) { r.Lead.Over = "r09" },
		"negative lead":       func(r *fit.Result) { leaning(r); r.Lead.Points = -1 },
		"infinite lead":       func(r *fit.Result) { r.Lead.Points = math.Inf(1) },
		"no standard error":   func(r *fit.Result) { r.Lead.StdErr = 0 },
		"standard error":      func(r *fit.Result) { r.Lead.StdErr = 101; r.Lead.ClearAt = 202 },
		"clearAt too low":     func(r *fit.Result) { r.Lead.ClearAt = r.Lead.StdErr / 2 },
		"clearAt is infinite": func(r *fit.Result) { r.Lead.ClearAt = math.Inf(1) },
		"clear below clearAt": func(r *fit.Result) { r.Lead.Points = r.Lead.ClearAt - 0.001 },
		"leaning below half":  func(r *fit.Result) { leaning(r); r.Lead.Points = r.Lead.ClearAt/2 - 0.001 },
		"dimension":           func(r *fit.Result) { r.Dimensions[0].Dimension = "mood" },
		"first":               func(r *fit.Result) { r.Dimensions[0].First = []string{"r09"} },
		"lead of a dimension": func(r *fit.Result) { r.Dimensions[0].Lead.StdErr = math.NaN() },
		"asked":               func(r *fit.Result) { r.Asked++ },
		"skipped":             func(r *fit.Result) { r.Skipped--; r.Asked-- },
		"changes":             func(r *fit.Result) { r.Changes = r.Answered + 1 },
		"negative changes":    func(r *fit.Result) { r.Changes = -1 },
		"set aside":           func(r *fit.Result) { r.SetAside = "r09" },
		"answer's dimension":  func(r *fit.Result) { r.Answers[0].Dimension = "mood" },
		"many options":        func(r *fit.Result) { r.Answers[0].Shown = append(r.Answers[0].Shown, "r00/more") },
		"best is worst":       func(r *fit.Result) { r.Answers[0].Best = r.Answers[0].Worst },
		"best not shown":      func(r *fit.Result) { r.Answers[0].Best = "r09/x" },
		"worst not shown":     func(r *fit.Result) { r.Answers[0].Worst = "r09/x" },
		"evidence":            func(r *fit.Result) { r.Evidence[0].For = "r09" },
		"level of a gap":      func(r *fit.Result) { r.Gaps[0].Level = -1 },
		"need of a gap":       func(r *fit.Result) { r.Gaps[0].Needed = 5 },
		"roles of a gap":      func(r *fit.Result) { r.Gaps[0].Roles = []string{"r09"} },
		"gaps about no role":  func(r *fit.Result) { undecided(r); r.Reason, r.Lead, r.About = fit.NotCompared, nil, nil },
		"card":                func(r *fit.Result) { r.Roles[0].Card = "love" },
		"extra rounds":        func(r *fit.Result) { r.ExtraRounds = -1 },
		"many extra rounds":   func(r *fit.Result) { r.ExtraRounds = fit.MaxExtraRounds + 1 },
		"none without reason": func(r *fit.Result) { undecided(r); r.Verdict = fit.NoRole },
		"undecided as none":   func(r *fit.Result) { undecided(r); r.Reason = fit.NothingWanted },
		"none that names":     func(r *fit.Result) { r.Verdict, r.Reason = fit.NoRole, fit.NothingWanted },
		"condition":           func(r *fit.Result) { r.Conditions[0].Answer = "perhaps" },
		"condition's level":   func(r *fit.Result) { r.Conditions[0].Levels = map[string]int{"r00": 4} },
		"no conflict":         func(r *fit.Result) { r.Conflicts[0].Level = 1 },
		"level of a conflict": func(r *fit.Result) { r.Conflicts[0].Level = 4 },
		"role of a conflict":  func(r *fit.Result) { r.Conflicts[0].Role = "r09" },
		"role of the start":   func(r *fit.Result) { r.Start = "current:r09" },
		"level of a skill":    func(r *fit.Result) { r.Skills["u"] = fit.Rated{Level: new(5)} },
	} {
		r := result()
		require.NoError(t, r.Check())
		change(r)
		require.Error(t, r.Check(), name)
	}
}

// A result that exceeds a limit is refused before anything that takes time
// depends on it.
func TestCheckStopsAtLimits(t *testing.T) {
	r := fit.Score(fittest.MustQuiz(fittest.Whole(4)), &fit.Answers{})
	g := fit.Gap{}
	for i := range 150_000 {
		r.Roles = append(r.Roles, fit.RoleResult{ID: fmt.Sprint("x", i)})
		g.Roles = append(g.Roles, r.Roles[i].ID)
	}
	r.Gaps = []fit.Gap{g}
	start := time.Now()
	require.ErrorContains(t, r.Check(), "roles, expected at most")
	r.Roles = r.Roles[:4]
	r.Close = g.Roles
	require.ErrorContains(t, r.Check(), "ids, expected different roles")
	require.Less(t, time.Since(start), 5*time.Second, "checking the gaps of so many roles takes a minute")
}
