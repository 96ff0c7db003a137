package posting

import (
	"cmp"
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/posting/fact"
)

// Me describes how a posting fits a person's result. No slice is nil.
type Me struct {
	Result    string       `json:"result"` // id of the person's result
	Taken     string       `json:"taken,omitempty"`
	Fit       *float64     `json:"fit"`       // mean of the roles' fits, weighted by their scores; 50 means no preference; nil for another job
	Roles     []MeRole     `json:"roles"`     // roles that the person's verdict is about
	Likes     []MeFacet    `json:"likes"`     // facets that the posting mentions and the person chose as best, most often chosen first
	Dislikes  []MeFacet    `json:"dislikes"`  // facets that the posting mentions and the person chose as worst, most often chosen first
	Conflicts []MeConflict `json:"conflicts"` // conditions that the posting states and the person would rather not have or refuses, in pack order
	Lacks     []MeSkill    `json:"lacks"`     // skills that the posting names and the person is below the level for, largest gap first
	Has       []MeSkill    `json:"has"`
	Unrated   []MeSkill    `json:"unrated"`
}

// A MeRole is the person's result for a role.
type MeRole struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	insight.Me
	Best  int `json:"best"`  // answers that chose one of the role's facets as best
	Worst int `json:"worst"` // answers that chose one as worst
}

// A MeConflict is a condition that the posting mentions and that doesn't work
// for the person.
type MeConflict struct {
	Condition string        `json:"condition"`
	Name      string        `json:"name"`
	Answer    fit.Tolerance `json:"answer"`
	Quote     string        `json:"quote"`
}

// A MeFacet is a facet that the posting mentions, and how the person answered
// questions about it.
type MeFacet struct {
	FacetQuote
	Option  string             `json:"option"` // the facet's wording in the quiz
	Answers insight.FacetCount `json:"answers"`
}

// A MeSkill is a skill that the posting names, and the person's level in it,
// which is nil if it isn't rated. Next is the step to the next level.
type MeSkill struct {
	Skill  string `json:"skill"`
	Name   string `json:"name"`
	Nice   bool   `json:"nice"`
	Needed int    `json:"needed"`
	Level  *int   `json:"level"`
	Next   string `json:"next,omitempty"`
}

// Assumed levels for skills that no role in the posting needs. They mean
// working independently on a real system or, for a skill that is only nice to
// have, working with guidance.
const (
	namedLevel = 2
	niceLevel  = 1
)

// compare compares a posting with a person's result for the same pack.
func (m *Matcher) compare(x *Match, r *fit.Result) *Me {
	me := &Me{Result: r.ID, Taken: r.Taken, Roles: []MeRole{}, Likes: []MeFacet{}, Dislikes: []MeFacet{},
		Conflicts: []MeConflict{}, Lacks: []MeSkill{}, Has: []MeSkill{}, Unrated: []MeSkill{}}
	about := x.Named
	if x.Even() {
		about = []string{x.Roles[0].ID}
	}
	total, weight := 0.0, 0.0
	for _, role := range x.Roles {
		e := insight.Explain(m.pack, m.pack.Role(role.ID), r)
		if slices.Contains(about, role.ID) {
			best, worst := picks(e)
			me.Roles = append(me.Roles, MeRole{role.ID, role.Title, *e.Me, best, worst})
		}
		if e.Me.Fit != nil {
			total += float64(role.Estimate.Score * *e.Me.Fit)
			weight += role.Estimate.Score
		}
		me.addFacets(m.pack.Role(role.ID), e, x.Facets)
	}
	if weight > 0 && (x.Verdict != None || x.Even() && x.LikelyRole()) {
		total /= weight
		me.Fit = &total
	}
	net := func(f MeFacet) int { return f.Answers.Best - f.Answers.Worst }
	slices.SortStableFunc(me.Likes, func(a, b MeFacet) int { return cmp.Compare(net(b), net(a)) })
	slices.SortStableFunc(me.Dislikes, func(a, b MeFacet) int { return cmp.Compare(net(a), net(b)) })
	me.addConflicts(x, r)
	m.addLevels(me, x, r)
	return me
}

// picks counts the answers that chose a facet of the role as best and as worst.
func picks(e *insight.Explanation) (best, worst int) {
	for _, part := range e.Parts {
		for _, f := range part.Facets {
			if f.Answers != nil {
				best += f.Answers.Best
				worst += f.Answers.Worst
			}
		}
	}
	return best, worst
}

// addConflicts adds the conditions that the posting states and that don't work
// for the person. What the posting only mentions counts if the person refuses
// it, except for on-call. On-call that is voluntary or only by day is no conflict.
func (me *Me) addConflicts(x *Match, r *fit.Result) {
	for _, c := range r.Conditions {
		if c.Answer == fit.Fine {
			continue
		}
		quote, stated := x.states(c.Condition)
		if !stated && c.Answer == fit.Refuse {
			quote = x.mentions[c.Condition]
		}
		if quote != "" {
			me.Conflicts = append(me.Conflicts, MeConflict{c.Condition, c.Name, c.Answer, quote})
		}
	}
}

// states returns the sentence in which the posting says that the job includes a
// condition, which is "" if it says that the job doesn't. stated reports whether
// it says either.
func (x *Match) states(condition string) (quote string, stated bool) {
	for _, f := range x.Facts {
		workplace := f.Kind == fact.Workplace && f.Value == condition
		if !workplace && string(f.Kind) != condition {
			continue
		}
		if workplace || f.Kind == fact.OnCall && f.Wakes() || f.Kind != fact.OnCall && f.Value == "yes" {
			return f.Quote, true
		}
		stated = true
	}
	return "", stated || condition == string(fact.OnCall) // a mere mention isn't of this job
}

// Refused returns the names of the conditions in conflict that the person
// refuses.
func (me *Me) Refused() []string {
	var names []string
	if me != nil {
		for _, c := range me.Conflicts {
			if c.Answer == fit.Refuse {
				names = append(names, c.Name)
			}
		}
	}
	return names
}

// addFacets adds the facets of a role that the posting mentions and that the
// person chose as best or worst.
func (me *Me) addFacets(role *fit.Role, e *insight.Explanation, quotes []FacetQuote) {
	for d, part := range e.Parts {
		for k, f := range part.Facets {
			i := slices.IndexFunc(quotes, func(q FacetQuote) bool { return q.Facet == e.ID+"/"+f.ID })
			if i < 0 || f.Answers == nil {
				continue
			}
			facet := MeFacet{quotes[i], role.Parts[d].Facets[k].Option, *f.Answers}
			switch {
			case f.Answers.Best > f.Answers.Worst:
				me.Likes = append(me.Likes, facet)
			case f.Answers.Worst > f.Answers.Best:
				me.Dislikes = append(me.Dislikes, facet)
			}
		}
	}
}

// addLevels divides the skills that the posting names into those that the
// person has, lacks and hasn't rated.
func (m *Matcher) addLevels(me *Me, x *Match, r *fit.Result) {
	for _, s := range x.Skills {
		skill := MeSkill{Skill: s.Skill, Name: s.Name, Nice: s.Nice, Level: r.Level(s.Skill)}
		for _, id := range x.Named {
			skill.Needed = max(skill.Needed, m.pack.Role(id).Need(s.Skill))
		}
		switch {
		case skill.Needed > 0:
		case s.Nice:
			skill.Needed = niceLevel
		default:
			skill.Needed = namedLevel
		}
		switch {
		case skill.Level == nil:
			me.Unrated = append(me.Unrated, skill)
		case *skill.Level < skill.Needed:
			skill.Next = m.pack.Step(m.pack.Skill(s.Skill), *skill.Level)
			me.Lacks = append(me.Lacks, skill)
		default:
			me.Has = append(me.Has, skill)
		}
	}
	slices.SortStableFunc(me.Lacks, func(a, b MeSkill) int { return cmp.Compare(b.Needed-*b.Level, a.Needed-*a.Level) })
}
