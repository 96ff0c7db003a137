package audit

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/page"
)

func TestRiggedPacksAreFound(t *testing.T) {
	for _, test := range []struct {
		name     string
		rig      func(p *fit.Pack) *fit.Pack
		check    string
		severity Severity
		says     string
	}{
		{"a facet asked twice as often", func(p *fit.Pack) *fit.Pack {
			for i := range 12 {
				for j := range p.Written[i].Options {
					if o := &p.Written[i].Options[j]; o.Role == "role-01" {
						o.Facet = p.Written[i].Dimension.String() + "-0"
					}
				}
			}
			return p
		}, "uses", Error, "role-01/focus-0"},
		{"a role never shown in a dimension", func(*fit.Pack) *fit.Pack {
			p := synthetic(6, 9)
			p.Roles[2].Parts[fit.Skills].Facets = nil
			return p
		}, "shown", Error, "role-02 in skills"},
		{"a role shown twice as often", func(*fit.Pack) *fit.Pack {
			p := synthetic(6, 9)
			for i := 1; i < 6; i++ {
				for d := range fit.Dimensions {
					p.Roles[i].Parts[d].Facets = p.Roles[i].Parts[d].Facets[:3]
				}
			}
			p.Roles[0].Parts[fit.Focus].Facets = p.Roles[0].Parts[fit.Focus].Facets[:1]
			return p
		}, "facets", Error, "role-00 has only 1 in focus"},
		{"an option that names no facet", func(p *fit.Pack) *fit.Pack {
			p.Written[4].Options[1].Facet = "gone"
			return p
		}, "known facets", Error, "role-01/gone"},
		{"a role with its options in one place", func(p *fit.Pack) *fit.Pack {
			for i := range p.Written {
				o := p.Written[i].Options
				for j := range o {
					if o[j].Role == "role-03" {
						o[0], o[j] = o[j], o[0]
					}
				}
			}
			return p
		}, "places", Error, "role-03, whose options are too often in place a"},
		{"too few questions", func(p *fit.Pack) *fit.Pack {
			p.Written = p.Written[:15]
			return p
		}, "questions, skills", Error, "skills"},
		{"no question to spare", func(p *fit.Pack) *fit.Pack {
			p.Written = p.Written[:24]
			return p
		}, "questions, focus", Warning, "focus"},
		{"longer options", func(p *fit.Pack) *fit.Pack {
			for i := range p.Written {
				for j := range p.Written[i].Options {
					if o := &p.Written[i].Options[j]; o.Role == "role-00" {
						o.Text += " and then three words more"
					}
				}
			}
			return p
		}, "length", Warning, "role role-00 are longer"},
		{"an endless option", func(p *fit.Pack) *fit.Pack {
			p.Written[0].Options[0].Text = strings.Repeat("word ", 15)
			return p
		}, "words", Warning, "long"},
		{"written questions that do not serve", func(p *fit.Pack) *fit.Pack {
			q := synthetic(5, 9)
			q.Written = p.Written
			return q
		}, "", Warning, "written questions aren't used"},
		{"a first round that is too short", func(p *fit.Pack) *fit.Pack {
			p.Rounds = []int{3, 0, 0}
			return p
		}, "top role", Error, "comes first too rarely"},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := audited(t, test.rig(written(t)), 2000)
			found := ""
			for _, f := range r.Findings {
				found += fmt.Sprintf("%s %s: %s\n", f.Severity, f.Check, f.What)
				if f.Check == test.check && f.Severity == test.severity && strings.Contains(f.What, test.says) {
					require.NotEmpty(t, f.Why)
					require.NotEmpty(t, f.Fix)
					require.Equal(t, test.severity == Error, r.Failed() && f.Severity == Error)
					return
				}
			}
			t.Errorf("expected %s %s with %q, found\n%s", test.severity, test.check, test.says, found)
		})
	}
}

func TestGoodPackHasNoFindings(t *testing.T) {
	r := audited(t, written(t), 4000)
	require.Empty(t, r.Findings)
	for _, c := range r.Checks {
		require.True(t, c.OK, c.Name)
	}
}

// The finding names the roles that lack facets, and the suggested number of
// facets is enough.
func TestFewFacetsFinding(t *testing.T) {
	for roles, enough := range map[int]int{2: 5, 3: 5, 4: 5, 5: 4, 8: 3} {
		p := synthetic(roles, enough)
		p.Roles[1].Parts[fit.Skills].Facets = p.Roles[1].Parts[fit.Skills].Facets[:1]
		r := audited(t, p, 200)
		said := ""
		for _, f := range r.Findings {
			said += f.Fix + "\n"
		}
		require.Contains(t, said, fmt.Sprintf("give role role-01 more facets in skills: it has 1, and %d for each role would be enough", enough))
		for _, c := range audited(t, synthetic(roles, enough), 200).Checks {
			require.True(t, c.OK || !strings.HasPrefix(c.Name, "questions"), c.Name)
		}
	}
}

// Errors in the files come before the findings that they cause.
func TestErrorsComeFirst(t *testing.T) {
	p := written(t)
	p.Written = p.Written[:15]
	p.Written[0].Options[0].Text = strings.Repeat("word ", 15)
	r := audited(t, p, 1000)
	require.Equal(t, Error, r.Findings[0].Severity)
	require.Equal(t, "questions, focus", r.Findings[0].Check)
	last := Error
	rank := map[Severity]int{Error: 0, Warning: 1, Note: 2}
	for _, f := range r.Findings {
		require.GreaterOrEqual(t, rank[f.Severity], rank[last])
		last = f.Severity
	}
}

func TestCheck(t *testing.T) {
	for _, test := range []struct {
		check Check
		ok    bool
	}{
		{Check{Figure: 2, Limit: 3}, false},
		{Check{Figure: 3, Limit: 3}, true},
		{Check{Figure: 4, Limit: 3}, true},
		{Check{Figure: 4, Limit: 3, AtMost: true}, false},
		{Check{Figure: 3, Limit: 3, AtMost: true}, true},
		{Check{Figure: .32, Limit: .3, StdErr: .005, AtMost: true}, true},
		{Check{Figure: .33, Limit: .3, StdErr: .005, AtMost: true}, false},
		{Check{Figure: .88, Limit: .9, StdErr: .005}, true},
		{Check{Figure: .87, Limit: .9, StdErr: .005}, false},
	} {
		var r Report
		r.check(test.check, Finding{What: "it"})
		require.Equal(t, test.ok, r.Checks[0].OK, "%+v", test.check)
		require.Equal(t, !test.ok, r.Failed())
	}
	var r Report
	r.check(Check{Figure: 2, Limit: 3, Severity: Warning}, Finding{})
	require.False(t, r.Failed())
	require.Len(t, r.Findings, 1)
}

// Verdicts that change must be counted.
func TestChangedVerdictsAreCounted(t *testing.T) {
	q, err := fit.NewQuiz(synthetic(4, 9), nil)
	require.NoError(t, err)
	frozen, err := freeze(q)
	require.NoError(t, err)
	rng := testSource()
	reordered, names := permute(frozen.Pack, reordering{true, true, true}, rng)
	other, err := fit.NewQuiz(&reordered, nil)
	require.NoError(t, err)
	require.Zero(t, changedVerdicts(frozen, other, names, false, rng))
	names["role-00"], names["role-01"] = names["role-01"], names["role-00"]
	require.Greater(t, changedVerdicts(frozen, other, names, false, rng), orderPeople/20)
}

// A simulated figure that only its standard error excuses is marked.
func TestUnsure(t *testing.T) {
	r := &Report{}
	for _, figure := range []float64{.49, .51, .6} {
		r.check(Check{Figure: figure, Limit: .5, StdErr: .01, AtMost: true}, Finding{})
	}
	require.Equal(t, []bool{true, true, false}, []bool{r.Checks[0].OK, r.Checks[1].OK, r.Checks[2].OK})
	require.Equal(t, []bool{false, true, false}, []bool{r.Checks[0].Unsure, r.Checks[1].Unsure, r.Checks[2].Unsure})
	note := r.pageChecks()[1].(page.Note)
	require.Contains(t, string(note), "Unsure means")
	r.Checks = r.Checks[:1]
	require.NotContains(t, string(r.pageChecks()[1].(page.Note)), "Unsure")
}
