package insight

import (
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// ExplanationSchema identifies the format of an Explanation.
const ExplanationSchema = "rolefit/explanation/2"

// An Explanation describes a role and the person's result for it. Slices are in
// pack order, and none is nil.
type Explanation struct {
	Schema     string               `json:"schema"`
	Pack       fit.PackRef          `json:"pack"`
	ID         string               `json:"id"`
	Title      string               `json:"title"`
	Aliases    []string             `json:"aliases"`
	Tagline    string               `json:"tagline"`
	Impact     string               `json:"impact"`
	Picture    string               `json:"picture"`
	Parts      []ExplainedPart      `json:"parts"` // one per dimension
	Needs      []ExplainedNeed      `json:"needs"`
	Grade      string               `json:"grade,omitempty"` // grade that the needed levels are for; empty if the pack has none
	Week       *fit.Week            `json:"week,omitempty"`
	Try        *fit.Try             `json:"try,omitempty"`
	Conditions []ExplainedCondition `json:"conditions"`       // conditions of the job, most frequent first
	Starts     []ExplainedStart     `json:"starts"`           // how to get into the role from elsewhere
	Market     *MarketCounts        `json:"market,omitempty"` // see AddMarket
	Lifecycle  string               `json:"lifecycle"`
	Paths      []ExplainedPath      `json:"paths"`  // roles that people move on to
	WaysIn     []ExplainedPath      `json:"waysIn"` // roles that people come from, whose paths lead here
	Me         *Me                  `json:"me,omitempty"`
}

// An ExplainedPart describes the role in one dimension.
type ExplainedPart struct {
	Dimension string           `json:"dimension"`
	Summary   string           `json:"summary"`
	Facets    []ExplainedFacet `json:"facets"`
}

// An ExplainedFacet is a facet and how the person answered it. Answers is nil
// without a result, and zero if the quiz didn't show the facet.
type ExplainedFacet struct {
	ID      string      `json:"id"`
	Text    string      `json:"text"`
	Answers *FacetCount `json:"answers,omitempty"`
}

// A FacetCount counts the answers to the questions that showed a facet.
type FacetCount struct {
	Best    int `json:"best"`
	Worst   int `json:"worst"`
	Between int `json:"between"` // neither best nor worst
	Skipped int `json:"skipped"`
}

// An ExplainedNeed is a skill that the role needs. LevelName and Anchor are the
// pack's description of the needed level. Level is the person's level, which is
// nil if it isn't rated or if there is no result.
type ExplainedNeed struct {
	Skill     string `json:"skill"`
	Name      string `json:"name"`
	Covers    string `json:"covers,omitempty"`
	Needed    int    `json:"needed"`
	LevelName string `json:"levelName,omitempty"`
	Anchor    string `json:"anchor,omitempty"`
	Level     *int   `json:"level"`
}

// An ExplainedCondition describes how often a condition comes with the role,
// from 0 (rarely) to 3 (nearly always), and the source of that. Share is the
// share of the role's postings that mention it, or nil if it wasn't counted.
// Answer is empty if the person didn't answer or if there is no result.
type ExplainedCondition struct {
	Condition string        `json:"condition"`
	Name      string        `json:"name"`
	Level     int           `json:"level"`
	Source    fit.Source    `json:"source"`
	Share     *float64      `json:"share"`
	Answer    fit.Tolerance `json:"answer,omitempty"`
}

// An ExplainedStart describes what a person with a given start brings to the
// role, and what is missing.
type ExplainedStart struct {
	Start   string   `json:"start"`
	Name    string   `json:"name"`
	Brings  string   `json:"brings"`
	Missing string   `json:"missing"`
	First   string   `json:"first"`
	Pitfall string   `json:"pitfall"`
	Source  string   `json:"source"`
	Guesses []string `json:"guesses"`        // parts in StartParts that are the author's guess
	Partly  []string `json:"partly"`         // parts in StartParts that are partly a guess
	Mine    bool     `json:"mine,omitempty"` // whether it is the person's start, which comes first
}

// An ExplainedPath leads to another role, or comes from one.
type ExplainedPath struct {
	Role  string `json:"role"`
	Title string `json:"title"`
	Why   string `json:"why"`
}

// Me is the person's result for one role. Fit is nil and Place is 0 if the role
// isn't judged.
type Me struct {
	Result    string      `json:"result"` // id of the result
	Taken     string      `json:"taken,omitempty"`
	Verdict   fit.Verdict `json:"verdict"`
	Named     bool        `json:"named"` // whether the verdict names this role
	Place     int         `json:"place"`
	Of        int         `json:"of"`  // number of roles that the result judges; 0 if it has too few answers
	Fit       *float64    `json:"fit"` // nil if the result doesn't judge this role
	Readiness *float64    `json:"readiness"`
	Rated     int         `json:"rated"`
	Needed    int         `json:"needed"`

	Grade *fit.GradeResult `json:"grade,omitempty"` // nil if the pack has no grades or no needed skill is rated

	Answered    int        `json:"answered"` // number of questions answered, about any roles
	Provisional bool       `json:"provisional"`
	Flags       []fit.Flag `json:"flags,omitempty"`
}

// Explain describes a role of the pack. me is the person's result for the same
// pack, and may be nil. The pack need not contain anything but this role. Then
// no paths from other roles are known, skills are named after their ids, and
// levels have no names.
func Explain(p *fit.Pack, role *fit.Role, me *fit.Result) *Explanation {
	e := &Explanation{
		Schema: ExplanationSchema, Pack: p.Ref(),
		ID: role.ID, Title: role.Title, Aliases: append([]string{}, role.Aliases...),
		Tagline: role.Tagline, Impact: role.Impact, Picture: role.Picture, Lifecycle: role.Lifecycle,
		Grade:      p.MiddleGrade(),
		Conditions: explainConditions(p, role, me), Starts: explainStarts(p, role, me),
		Needs: []ExplainedNeed{}, Paths: []ExplainedPath{}, WaysIn: []ExplainedPath{},
		Me: newMe(me, role.ID),
	}
	if w := role.Week; w.Short != "" {
		e.Week = &w
	}
	if role.Try.Do != "" {
		e.Try = &role.Try
	}
	for _, d := range fit.Dimensions {
		e.Parts = append(e.Parts, explainPart(role, d, me))
	}
	for _, n := range role.Needs {
		e.Needs = append(e.Needs, explainNeed(p, n, me))
	}
	for _, path := range role.Paths {
		e.Paths = append(e.Paths, ExplainedPath{path.To, p.RoleTitle(path.To), path.Why})
	}
	for i := range p.Roles {
		for _, path := range p.Roles[i].Paths {
			if path.To == role.ID {
				e.WaysIn = append(e.WaysIn, ExplainedPath{p.Roles[i].ID, p.Roles[i].Title, path.Why})
			}
		}
	}
	return e
}

// AddMarket adds the counts from postings for the role; m may be nil.
func (e *Explanation) AddMarket(p *fit.Pack, m *Market) {
	if e.Market = m.counts(p, e.ID); e.Market == nil {
		return
	}
	for i := range e.Conditions {
		e.Conditions[i].Share = shareOf(e.Market.Conditions, e.Conditions[i].Condition)
	}
}

// explainConditions returns the conditions of a role, most frequent first.
func explainConditions(p *fit.Pack, role *fit.Role, me *fit.Result) []ExplainedCondition {
	out := []ExplainedCondition{}
	for _, c := range role.Conditions {
		name := c.Condition
		if of := p.Condition(c.Condition); of != nil {
			name = of.Name
		}
		out = append(out, ExplainedCondition{Condition: c.Condition, Name: name, Level: c.Level, Source: c.Source, Answer: toleranceOf(me, c.Condition)})
	}
	slices.SortStableFunc(out, func(a, b ExplainedCondition) int { return b.Level - a.Level })
	return out
}

func explainStarts(p *fit.Pack, role *fit.Role, me *fit.Result) []ExplainedStart {
	out := []ExplainedStart{}
	for _, s := range role.Starts {
		name := s.Start
		if of := p.Start(s.Start); of != nil {
			name = of.Name
		}
		guesses, partly := guessedParts(s.Source)
		out = append(out, ExplainedStart{s.Start, name, s.Brings, s.Missing, s.First, s.Pitfall, s.Source, guesses, partly, me != nil && me.Start == s.Start})
	}
	if i := slices.IndexFunc(out, func(s ExplainedStart) bool { return s.Mine }); i > 0 {
		mine := out[i]
		out = slices.Insert(slices.Delete(out, i, i+1), 0, mine)
	}
	return out
}

func explainPart(role *fit.Role, d fit.Dimension, me *fit.Result) ExplainedPart {
	part := ExplainedPart{Dimension: d.String(), Summary: role.Parts[d].Summary, Facets: []ExplainedFacet{}}
	for _, f := range role.Parts[d].Facets {
		part.Facets = append(part.Facets, ExplainedFacet{f.ID, f.Text, countFacet(me, role.ID+"/"+f.ID)})
	}
	return part
}

// explainNeed describes a need, using the pack's texts where it has them.
func explainNeed(p *fit.Pack, n fit.Need, me *fit.Result) ExplainedNeed {
	e := ExplainedNeed{Skill: n.Skill, Name: p.SkillName(n.Skill), Needed: n.Level, Level: levelOf(me, n.Skill)}
	if s := p.Skill(n.Skill); s != nil {
		e.Covers = s.Covers
	}
	if n.Level < len(p.Levels) {
		e.LevelName, e.Anchor = p.Levels[n.Level].Name, p.Levels[n.Level].Anchor
	}
	return e
}

// newMe returns the person's result for a role, or nil without a result.
func newMe(r *fit.Result, role string) *Me {
	if r == nil {
		return nil
	}
	me := &Me{Result: r.ID, Taken: r.Taken, Verdict: r.Verdict, Named: slices.Contains(r.Named, role), Answered: r.Answered, Provisional: r.Provisional, Flags: r.Flags}
	for _, rr := range r.Roles {
		if rr.ID == role {
			me.Place, me.Fit, me.Readiness, me.Rated, me.Needed = rr.Place, rr.Fit, rr.Readiness, rr.Rated, rr.Needed
			me.Grade = rr.Grade
		}
		if rr.Place > 0 {
			me.Of++
		}
	}
	if r.Thin() {
		me.Place, me.Of, me.Fit = 0, 0, nil
	}
	return me
}

// countFacet counts the answers to questions that showed a facet such as
// "sre/error-budgets". It returns nil without a result.
func countFacet(r *fit.Result, ref string) *FacetCount {
	if r == nil {
		return nil
	}
	n := &FacetCount{}
	for _, answer := range r.Answers {
		switch {
		case !slices.Contains(answer.Shown, ref):
		case answer.Skip != "":
			n.Skipped++
		case answer.Best == ref:
			n.Best++
		case answer.Worst == ref:
			n.Worst++
		default:
			n.Between++
		}
	}
	return n
}

// toleranceOf returns the answer to a condition, or "" if there is none or no
// result.
func toleranceOf(r *fit.Result, condition string) fit.Tolerance {
	if r != nil {
		for _, c := range r.Conditions {
			if c.Condition == condition {
				return c.Answer
			}
		}
	}
	return ""
}

// levelOf returns the level of a skill, or nil if it isn't rated or there is no
// result.
func levelOf(r *fit.Result, skill string) *int {
	if r == nil {
		return nil
	}
	return r.Level(skill)
}
