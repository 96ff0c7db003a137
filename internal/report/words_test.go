package report

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/wording"
)

func TestWords(t *testing.T) {
	require.Equal(t, "1 point", points("1"))
	require.Equal(t, "0.5 points", points("0.5"))
	require.Equal(t, "–", whole(nil))
	require.Equal(t, "37%", percent(0.366))
	require.Equal(t, []string{"no", "twelve", "13", "-1"}, []string{wording.Number(0), wording.Number(12), wording.Number(13), wording.Number(-1)})
	require.Equal(t, []string{"Done.", "Really?", ""}, []string{sentence("Done"), sentence("Really?"), sentence("")})
	require.Equal(t, []string{"bake bread", "VPNs and DNS", "élan", ""}, []string{uncapitalize("Bake bread"), uncapitalize("VPNs and DNS"), uncapitalize("Élan"), uncapitalize("")})
	require.Equal(t, []string{"January 2, 2026", "yesterday"}, []string{day("2026-01-02T15:04:05Z"), day("yesterday")})
	require.Equal(t, []string{"2026-01-02", "–", "yesterday"}, []string{date("2026-01-02T15:04:05Z"), date(""), date("yesterday")})
}

// two returns a result for two roles with these fits and this threshold.
func two(v fit.Verdict, reason fit.Reason, a, b, clearAt float64, named ...string) result {
	return result{&fit.Result{
		Verdict: v, Reason: reason, Named: named, About: []string{"a", "b"}, Asked: 12, Answered: 12,
		Lead: &fit.Lead{Role: "a", Over: "b", Points: a - b, StdErr: clearAt / fit.ClearStdErrs, ClearAt: clearAt},
		Roles: []fit.RoleResult{
			{ID: "a", Title: "Role A", Tagline: "Does a", Place: 1, Fit: &a},
			{ID: "b", Title: "Role B", Place: 2, Fit: &b},
		},
	}}
}

func TestCallout(t *testing.T) {
	provisional := two(fit.Leaning, fit.Provisional, 90, 10, 50, "a")
	provisional.Provisional = true
	for _, c := range []struct {
		result result
		want   page.Callout
	}{
		{two(fit.Clear, "", 80, 40, 30, "a"), page.Callout{Title: "Role A", Tag: "clear", Text: "Does a."}},
		{two(fit.Leaning, fit.Close, 60, 40, 30, "a"), page.Callout{Title: "Role A", Tag: "leaning", Text: "Does a."}},
		{provisional, page.Callout{Title: "Role A", Tag: "leaning, so far", Text: "Does a."}},
		{two(fit.NoRole, "", 52, 48, 30), page.Callout{Title: "None of these roles", Tag: "none", Text: "You passed on every job on the role cards. That's an answer, too."}},
		{two(fit.TossUp, fit.Close, 52, 48, 30, "a", "b"), page.Callout{Title: "Role A or Role B", Tag: "toss-up", Text: "These two are too close to call."}},
		{two(fit.Undecided, fit.Close, 52, 48, 30), page.Callout{Title: "No single role yet", Tag: "undecided", Text: "Three or more roles are too close to call."}},
		{two(fit.Undecided, fit.TooFew, 52, 48, 30), page.Callout{Title: "Not enough answers", Tag: "undecided", Text: "You've answered 12 questions. A verdict takes at least 6 answers about each of the top two roles, and 2 in every dimension."}},
		{result{&fit.Result{Verdict: fit.Undecided, Reason: fit.NotCompared, Answered: 1}}, page.Callout{Title: "Not enough answers", Tag: "undecided", Text: "You've answered 1 question. That's too few to compare any two roles."}},
	} {
		require.Equal(t, c.want, c.result.callout())
	}
}

// The lead is the difference of the printed fits. It never appears to have
// reached a threshold that it hasn't reached, or the reverse.
func TestLeadSentence(t *testing.T) {
	started := two(fit.Leaning, fit.Close, 60, 40, 30, "a")
	started.Provisional = true
	for want, r := range map[string]result{
		"40 points over Role B, and 30 is enough for a clear verdict.":                                     two(fit.Clear, "", 80, 40, 30, "a"),
		"20 points over Role B; a clear lead takes 30.":                                                    two(fit.Leaning, fit.Close, 60, 40, 30, "a"),
		"20 points over Role B; a clear lead takes 30. You haven't finished the quiz, so this may change.": started,
		"80 points over Role B, enough for a clear verdict, but you haven't finished the quiz.":            two(fit.Leaning, fit.Provisional, 90, 10, 50, "a"),
		"32.4 points over Role B; a clear lead takes 32.6.":                                                two(fit.Leaning, fit.Close, 72.6, 40.2, 32.6, "a"),
		"32.8 points over Role B, and 32.8 is enough for a clear verdict.":                                 two(fit.Clear, "", 72.4, 39.6, 32.8, "a"),
		"The first two differ by 1 point; a clear lead takes 24.":                                          two(fit.TossUp, fit.Close, 51, 50, 24, "a", "b"),
		"The first two differ by 0.3 points; a clear lead takes 24.0.":                                     two(fit.Undecided, fit.Close, 50.3, 50, 24),
		"The first two are tied; a clear lead takes 24 points.":                                            two(fit.TossUp, fit.Close, 50, 50, 24, "a", "b"),
	} {
		require.Equal(t, want, r.leadSentence())
	}
	require.Empty(t, two(fit.Undecided, fit.TooFew, 80, 40, 90).leadSentence(), "too few answers have no threshold")
	require.Empty(t, result{&fit.Result{}}.leadSentence())
}

// Only valid ids appear in commands, and the folder of another pack isn't in
// the result.
func TestCommands(t *testing.T) {
	r := two(fit.Clear, "", 80, 40, 30, "a")
	r.ID, r.About = "20261122-093000-00a1", []string{"a"}
	require.Equal(t, page.Commands{{Text: "Your plan", Line: "rolefit plan a"}}, r.commands())
	r.Pack.ID, r.ID = "kitchen", ""
	require.Equal(t, page.Commands{{Text: "About the role", Line: "rolefit explain a --pack DIR"}}, r.commands())
	require.Equal(t, page.Commands{{Text: "Side by side", Line: "rolefit compare a b"}}, two(fit.TossUp, fit.Close, 51, 50, 24, "a", "b").commands())
	r.Named = []string{"x; rm -rf ~"}
	require.Equal(t, page.Commands{{Text: "All roles", Line: "rolefit roles --pack DIR"}}, r.commands())
}

// The reason for the verdict none mentions only what the person was asked.
func TestHint(t *testing.T) {
	w := two(fit.TossUp, "", 60, 58, 24, "a", "b")
	w.About = w.Named
	hint := func() string { return w.hint(w.Named) }
	require.Empty(t, hint())
	w.Roles[0].Card, w.Roles[1].Card = fit.Maybe, fit.Want
	require.Equal(t, "Your other answers point to Role B: it's the only one of these jobs you wanted.", hint())
	oncall := fit.ConditionResult{Name: "On-call", Answer: fit.RatherNot, Levels: map[string]int{"a": 3, "b": 1}}
	w.Result.Conditions = []fit.ConditionResult{oncall}
	require.Equal(t, "Your other answers point to Role B: it's the only one of these jobs you wanted, and you'd rather avoid on-call (nearly always part of Role A jobs, sometimes of Role B jobs).", hint())
	w.Result.Conditions[0].Answer, w.Result.Conditions[0].Levels = fit.Refuse, map[string]int{"a": 1, "b": 2}
	require.Empty(t, hint(), "they disagree")
	require.Contains(t, oneLine(w.deciding()), "For Role B: it's the only one of these jobs you wanted.")
	require.Contains(t, oneLine(w.deciding()), "For Role A: you'd refuse on-call (often part of Role B jobs, sometimes of Role A jobs).")

	leaning := two(fit.Leaning, fit.Close, 60, 40, 30, "a")
	leaning.Result.Conditions = []fit.ConditionResult{oncall}
	require.Contains(t, oneLine(leaning.follows(detail{})), "Hint Your other answers point to Role B instead: you'd rather avoid on-call")
	leaning.Result.Conditions[0].Levels = map[string]int{"a": 1, "b": 3}
	require.Contains(t, oneLine(leaning.follows(detail{})), "Hint Your other answers also point to Role A: you'd rather avoid on-call (nearly always part of Role B jobs, sometimes of Role A jobs).")
}

// The page names what separates the first two roles, and what is often part of
// the job, even if it's no conflict.
func TestConditionsThatSeparate(t *testing.T) {
	w := two(fit.Leaning, fit.Close, 60, 40, 30, "a")
	w.About = w.Named
	w.Result.Conditions = []fit.ConditionResult{
		{Name: "On-call", Answer: fit.RatherNot, Levels: map[string]int{"a": 1, "b": 3}},
		{Name: "Audits", Answer: fit.RatherNot, Levels: map[string]int{"a": 2, "b": 2}},
		{Name: "Heat", Answer: fit.Fine, Levels: map[string]int{"a": 3, "b": 0}},
	}
	require.Contains(t, oneLine(w.conflicts()), "Often part of this job, though you'd rather avoid it: audits. What separates Role A and Role B: • On-call: nearly always part of Role B jobs, sometimes of Role A jobs; you'd rather avoid that.")
	require.NotContains(t, oneLine(w.contrasts()), "Heat")
}

// Conflicts of several roles are named by role.
func TestConflictsByRole(t *testing.T) {
	w := two(fit.TossUp, fit.Close, 60, 58, 24, "a", "b")
	w.Conflicts = []fit.Conflict{{Name: "On-call", Role: "b", Level: 3, Answer: fit.Refuse}}
	require.Equal(t, "On-call: nearly always part of Role B jobs, and you'd refuse that.", w.conflict())
	w.Conflicts = append(w.Conflicts,
		fit.Conflict{Name: "Meetings", Role: "b", Answer: fit.Refuse}, fit.Conflict{Name: "Meetings", Role: "a", Answer: fit.Refuse},
		fit.Conflict{Name: "Emergencies", Role: "b", Answer: fit.Refuse}, fit.Conflict{Name: "Audits", Role: "a", Answer: fit.RatherNot})
	require.Equal(t, "You'd refuse these. Both: meetings. Role B: on-call, emergencies. You'd rather avoid these. Role A: audits.", w.conflict())
	require.Equal(t, "a, b, c, 2 more", few([]string{"a", "b", "c", "d", "e"}))
	require.Equal(t, "a, b, c, d", few([]string{"a", "b", "c", "d"}))
}

// A plan and a comparison name what the person would refuse or rather avoid.
func TestClashing(t *testing.T) {
	clashes := []insight.Clash{{Name: "On-call", Level: 3, Answer: fit.Refuse}, {Name: "Audits", Level: 2, Answer: fit.RatherNot}}
	const want = "You'd refuse part of this job: on-call (nearly always). You'd rather avoid: audits (often)."
	plan := &insight.Plan{Clashes: clashes}
	require.Contains(t, oneLine(planStart(plan)), want+" Ask people in this job about it before you start.")
	require.NotContains(t, oneLine(planStart(&insight.Plan{})), "Ask people")
	c := &insight.Comparison{Roles: []insight.ComparedRole{{Title: "Role A"}, {Title: "Role B", Clashes: clashes}}}
	require.Equal(t, "• Role B: "+want, oneLine(comparedClashes(c)))
}

// Levels name the grade that they are for.
func TestLevelsNameTheirGrade(t *testing.T) {
	w := two(fit.Leaning, fit.Close, 60, 40, 30, "a")
	w.About = w.Named
	level, half := 1, .5
	role := &w.Roles[0]
	role.Needed, role.Rated, role.Readiness = 1, 1, &half
	role.Needs = []fit.NeedResult{{Skill: "x", Name: "X", Needed: 3, Level: &level}}
	role.Grade = &fit.GradeResult{Next: "junior", Levels: "mid"}
	w.Gaps = []fit.Gap{{Skill: "x", Name: "X", Level: 1, Needed: 3, Roles: []string{"a"}}}
	require.Contains(t, oneLine(w.readiness()), "and on what a role needs at mid level.")
	require.Contains(t, oneLine(w.gaps()), "(you have 1; Role A needs 3 at mid level)")
}

// With little room, each task is shown by its beginning.
func TestTaskInAClause(t *testing.T) {
	w := two(fit.TossUp, fit.Close, 51, 50, 24, "a", "b")
	w.Roles[0].Try = fit.Try{Short: "Build a small oven, and heat it", Do: "Build it. Heat it.", Hours: 3}
	w.Roles[1].Try = fit.Try{Do: "Roast ten beans. Taste them.", Hours: 3}
	require.Equal(t, []page.Term{{Name: "Try", Text: "Role A: build a small oven."}, {Name: "And", Text: "Role B: roast ten beans."}}, w.tries([]string{"a", "b"}, tryClause))
}

// A page quotes an answer whose best option is of the role, if there is one.
func TestStrongest(t *testing.T) {
	w := two(fit.Leaning, fit.Close, 60, 40, 30, "a")
	w.Evidence = []fit.Evidence{
		{Question: "1", For: "a", Best: fit.QuotedOption{Role: "c", Text: "Third"}, Worst: fit.QuotedOption{Role: "b", Text: "Worst"}},
		{Question: "2", For: "a", Best: fit.QuotedOption{Role: "a", Text: "Own"}, Worst: fit.QuotedOption{Role: "c"}},
		{Question: "3", For: "b", Best: fit.QuotedOption{Role: "b", Text: "Other"}, Worst: fit.QuotedOption{Role: "a"}},
	}
	require.Equal(t, "You picked “Own” as the best.", w.reason("a"))
	require.Equal(t, "Own", w.quotes("a", 1).Blocks[0].(page.Quotes)[0].Lines[0].Text, "the first screen and the rest quote the same answer")
	require.Contains(t, oneLine(w.follows(detail{against: true})), "But Role B: you picked “Other” as the best.")
	w.Evidence = w.Evidence[:1]
	require.Equal(t, "You picked “Worst” as the worst.", w.reason("a"))
}

// What the page says about random answers is true of the verdict.
func TestRandom(t *testing.T) {
	require.Contains(t, two(fit.Clear, "", 80, 40, 30, "a").random(), "rarely with a lead that's clear")
	require.Contains(t, two(fit.Leaning, fit.Close, 60, 40, 30, "a").random(), "quite often lean")
	require.Contains(t, two(fit.Leaning, fit.CardPass, 80, 40, 30, "a").random(), "rarely")
	require.Contains(t, two(fit.Leaning, fit.Provisional, 90, 10, 50, "a").random(), "rarely")
	require.Contains(t, two(fit.TossUp, fit.Close, 51, 50, 24, "a", "b").random(), "no further ahead")
}

func TestNothingWanted(t *testing.T) {
	r := two(fit.NoRole, fit.NothingWanted, 60, 40, 30)
	r.Asked, r.Answers = 2, []fit.AnswerResult{{Skip: fit.None}, {Skip: fit.None}}
	require.Equal(t, "You found nothing appealing in 2 of 2 questions.", r.nothingWanted())
	r.Roles[0].Card = fit.Pass
	require.Equal(t, "You found nothing appealing in 2 of 2 questions, and you didn't want any of the jobs on the role cards.", r.nothingWanted())
	r.Answers = nil
	require.Equal(t, "You passed on every job on the role cards. That's an answer, too.", r.nothingWanted())
}

func TestStanding(t *testing.T) {
	fitOf := 83.4
	for want, m := range map[string]insight.Me{
		"Your result doesn't cover this role.": {Of: 3},
		"Your result has too few answers to say how well this role fits you. You have 50% of what it needs in its 2 skills.": {Readiness: new(.5), Rated: 2, Needed: 2},
		"Your result of January 2, 2026 ranks it 1 of 4, with a fit of 83 (50 means no preference). The verdict is clear.": {
			Taken: "2026-01-02T15:04:05Z", Place: 1, Of: 4, Fit: &fitOf, Named: true, Verdict: fit.Clear},
		"Your result ranks it 2 of 4, with a fit of 83 (50 means no preference), but the verdict (leaning) doesn't name it. You have 50% of what it needs in the 1 of its 2 skills you've rated.": {
			Place: 2, Of: 4, Fit: &fitOf, Verdict: fit.Leaning, Readiness: new(.5), Rated: 1, Needed: 2},
		"Your result ranks it 1 of 4, with a fit of 83 (50 means no preference). The verdict is undecided.": {Place: 1, Of: 4, Fit: &fitOf, Verdict: fit.Undecided},
		"Your result ranks it 1 of 4, with a fit of 83 (50 means no preference). It's a toss-up between this role and another.": {
			Place: 1, Of: 4, Fit: &fitOf, Named: true, Verdict: fit.TossUp},
	} {
		require.Equal(t, want, strings.TrimSpace(standing(&m)+" "+readyMe(&m)))
	}
}

// oneLine returns blocks as text without line breaks.
func oneLine(blocks []page.Block) string {
	p := &page.Page{}
	p.Add("", blocks...)
	return strings.Join(strings.Fields(string(p.Text(page.Style{Width: 20}))), " ")
}

// A plan has one thing to do after the weekend, whatever is known about the
// person.
func TestFirstStep(t *testing.T) {
	step := insight.PlanStep{ID: "doughs/2", Skill: "doughs", Name: "Doughs", Level: 2, Needed: 3, Text: "Bake ten", Hours: 4}
	for _, c := range []struct {
		plan *insight.Plan
		want string
	}{
		{&insight.Plan{}, "There are no steps for the next 30, 60 and 90 days yet"},
		{&insight.Plan{Me: insight.Me{Rated: 2}}, "You have the skills, but you didn't pick any part of this role as best."},
		{&insight.Plan{Me: insight.Me{Rated: 2}, Liked: []insight.PlanFacet{{Option: "Bake a loaf"}}}, "Ask for a piece of the work you liked best, and do it: “Bake a loaf.”"},
		{&insight.Plan{Me: insight.Me{Rated: 2}, Progress: insight.Progress{Steps: 1, Done: 1}}, "You've done every step of this plan."},
		{&insight.Plan{Next: "doughs/2"}, "Start with Doughs, your largest gap. The role needs level 3, and you rated yourself 1. [ ] Doughs, level 2: Bake ten. (4 hours, doughs/2)"},
		{&insight.Plan{Next: "doughs/2", Gaps: []insight.PlanGap{{Skill: "doughs", Level: 1}}}, "and you rated yourself 1."},
		{&insight.Plan{Next: "doughs/2", Gaps: []insight.PlanGap{{Skill: "doughs", Level: 0}}}, "and the steps you've done lead to 1."},
		{&insight.Plan{Next: "doughs/2", Weekend: &fit.Try{Hours: 5}}, "If there's time left on Sunday, start right away."},
	} {
		if c.plan.Next != "" {
			c.plan.Steps = []insight.PlanStep{step}
		}
		require.Contains(t, oneLine(firstStep(c.plan)), c.want)
	}
}

func TestTask(t *testing.T) {
	require.Equal(t, "Takes About 1 hour. Do this Knead. Notice Fun?", oneLine(task(fit.Try{Hours: 1, Do: "Knead", Notice: "Fun?"})))
	require.Contains(t, oneLine(task(fit.Try{Do: "Knead", Need: "Flour", Done: "It rises", Resources: []fit.Resource{{Title: "Doughs", Kind: fit.Book}}})), "You need Flour. Do this Knead. Done when It rises. To look things up: • Doughs (book)")
}

// At an hour a week, 30, 60 and 90 days have 4.3, 8.6 and 12.9 hours. A period
// in which no step ends says why.
func TestPeriods(t *testing.T) {
	said := func(try float64, steps ...insight.PlanStep) (out []string) {
		plan := &insight.Plan{HoursPerWeek: 1, Weekend: &fit.Try{Hours: try}, Steps: steps, Next: "a/1", Grades: []insight.PlanGrade{{Grade: "apprentice"}, {Grade: "master"}}}
		plan.Periods = []insight.Period{{Days: 30, Hours: try}, {Days: 60}, {Days: 90}}
		for _, s := range steps {
			if s.Ends > 0 && s.Ends <= 4 {
				plan.Periods[0].Steps, plan.Periods[0].Hours = append(plan.Periods[0].Steps, s.ID), plan.Periods[0].Hours+s.Hours
			}
		}
		for i := range plan.Periods {
			out = append(out, oneLine(period(plan, i)))
		}
		return out
	}
	require.Equal(t, []string{
		"These take 4 hours, including 2 for the weekend's task. You start with what the role needs at apprentice level, largest gap first. [ ] A, level 1: see above. (2 hours, a/1) The time left goes into B, level 1, which takes 7 hours.",
		"You're working on B, level 1, which takes 7 hours. You'd finish it around day 77.",
		"Nothing is left: you'd have done every step before then. Rate your skills again and see where you are.",
	}, said(2, insight.PlanStep{ID: "a/1", Name: "A", Level: 1, Hours: 2, Ends: 4}, insight.PlanStep{ID: "b/1", Name: "B", Level: 1, Hours: 7, Ends: 11}))
	full := &insight.Plan{HoursPerWeek: 7, Next: "a/1", Periods: []insight.Period{{Days: 30, Hours: 30, Steps: []string{"a/1"}}},
		Steps: []insight.PlanStep{{ID: "a/1", Hours: 30, Ends: 30}, {ID: "b/1", Hours: 7, Ends: 37}}}
	require.NotContains(t, oneLine(period(full, 0)), "time left", "there is none")
	require.Equal(t, []float64{8, 40, 15}, []float64{otherHours(4), otherHours(20), otherHours(30)})
	require.Equal(t, "The weekend's task fills this time: 5 hours, at 1 hour a week.", said(5)[0])
}

func TestProgress(t *testing.T) {
	plan := &insight.Plan{Title: "Baker", Progress: insight.Progress{Done: 1, Steps: 3, DoneHours: 4, Hours: 20.5}}
	plan.Steps = []insight.PlanStep{{ID: "doughs/1", Skill: "doughs", Name: "Doughs", Level: 1, Done: true}, {ID: "doughs/2", Skill: "doughs", Name: "Doughs", Level: 2, Text: "Bake ten"}}
	plan.Next = "doughs/2"
	text := func() string { return string(Progress(plan, "doughs/1").Text(page.Style{})) }
	require.Contains(t, text(), "1 of 3 steps done. About 16.5 hours left.")
	require.Contains(t, text(), "If you're there, rate the skill again")
	require.Contains(t, text(), "[ ] Doughs, level 2: Bake ten. (doughs/2)")
	plan.Met = []fit.NeedResult{{Skill: "doughs"}}
	require.NotContains(t, text(), "Rate the skill again", "the rating says so already")
}

// Skips, flags and roles without answers are worth a sentence, each once.
func TestCaveats(t *testing.T) {
	r := two(fit.Leaning, fit.Close, 60, 40, 30, "a")
	r.Skipped, r.Flags = 3, []fit.Flag{fit.Fast, fit.SamePlace}
	r.Answers = []fit.AnswerResult{{Skip: fit.Unsure}, {Skip: fit.Unclear}, {Skip: fit.None}}
	r.Roles = append(r.Roles, fit.RoleResult{ID: "c", Title: "Role C"})
	items := r.caveats()[0].(page.List)
	require.Len(t, items, 5)
	require.Equal(t, "You skipped 3 of 12 questions: 1 because you couldn't choose, 1 because something was unclear and 1 because nothing appealed to you. Skipped questions don't count, so this result is based on few answers.", items[2].Text)
	require.Equal(t, "You didn't answer any questions about Role C, so it has no fit.", items[3].Text)
	require.Len(t, two(fit.Clear, "", 80, 40, 30, "a").caveats()[0].(page.List), 1)
}

func TestMismatch(t *testing.T) {
	before := insight.Snapshot{Pack: fit.PackRef{ID: "other", Version: 1}}
	for kind, want := range map[insight.Mismatch]string{
		insight.OtherPack:    "It can't be compared with this one: it's from another pack, other.",
		insight.OtherVersion: "It can't be compared with this one: the pack's questions have changed (version 1 then, 2 now).",
		insight.OtherRoles:   "It can't be compared with this one: it compared different roles, and a fit depends on which roles are compared.",
	} {
		require.Equal(t, want, mismatch(&insight.Change{Before: before, After: insight.Snapshot{Pack: fit.PackRef{ID: "mine", Version: 2}}, Mismatch: kind}))
	}
}

// A pack without a short version gets the first instruction.
func TestBrief(t *testing.T) {
	require.Equal(t, "About 3 hours: bake.", brief(fit.Try{Hours: 3, Do: "Knead. Wait.", Short: "Bake"}))
	require.Equal(t, "Knead.", brief(fit.Try{Do: "Knead. Wait."}))
}
