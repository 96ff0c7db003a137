package advert

import (
	"cmp"
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
)

// Me is how an advert fits the person of a result. No list is nil.
type Me struct {
	Result   string    `json:"result"` // its id
	Taken    string    `json:"taken,omitempty"`
	Fit      *float64  `json:"fit"`      // the fits of the roles, weighed by the advert's shares; 50 is no preference
	Roles    []MeRole  `json:"roles"`    // the roles that the verdict is about
	Likes    []MeFacet `json:"likes"`    // what the advert speaks of and one picked best, most of it first
	Dislikes []MeFacet `json:"dislikes"` // the same for worst
	Lacks    []MeSkill `json:"lacks"`    // skills below what the job needs, those furthest first
	Has      []MeSkill `json:"has"`
	Unrated  []MeSkill `json:"unrated"`
}

// A MeRole is how one stands to a role that the advert describes.
type MeRole struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	insight.Me
}

// A MeFacet is something that the advert speaks of, and what one did with it in
// the quiz.
type MeFacet struct {
	Facet  string             `json:"facet"`
	Text   string             `json:"text"`
	Phrase string             `json:"phrase"` // the advert's strongest words for it
	Line   int                `json:"line"`
	Picks  insight.FacetCount `json:"picks"`
}

// A MeSkill is a skill that the advert names, and one's level in it; nil when
// it is not rated. Next is the step that leads a level further.
type MeSkill struct {
	Skill  string `json:"skill"`
	Name   string `json:"name"`
	Wanted string `json:"wanted"`
	Needed int    `json:"needed"`
	Level  *int   `json:"level"`
	Next   string `json:"next,omitempty"`
}

// What level an advert may mean when no role that it describes needs the
// skill: used alone in a real system, or with a guide when it is only welcome.
const (
	mustLevel = 2
	niceLevel = 1
)

// For says how an advert fits the person of a result of the same pack.
func (r *Reader) For(reading *Reading, result *fit.Result) *Me {
	me := &Me{Result: result.ID, Taken: result.Taken, Roles: []MeRole{}, Likes: []MeFacet{}, Dislikes: []MeFacet{},
		Lacks: []MeSkill{}, Has: []MeSkill{}, Unrated: []MeSkill{}}
	liked := 0.0
	weighed := 0.0
	for i := range reading.Roles {
		role := &reading.Roles[i]
		e := insight.Explain(r.pack, r.pack.Role(role.ID), result)
		if slices.Contains(reading.Named, role.ID) {
			me.Roles = append(me.Roles, MeRole{role.ID, role.Title, *e.Me})
		}
		if e.Me.Fit != nil {
			liked += role.Share * *e.Me.Fit
			weighed += role.Share
		}
		me.facets(role, e)
	}
	if weighed > 0 && reading.Verdict != None {
		liked /= weighed
		me.Fit = &liked
	}
	slices.SortStableFunc(me.Likes, func(a, b MeFacet) int { return cmp.Compare(b.Picks.Best-b.Picks.Worst, a.Picks.Best-a.Picks.Worst) })
	slices.SortStableFunc(me.Dislikes, func(a, b MeFacet) int { return cmp.Compare(b.Picks.Worst-b.Picks.Best, a.Picks.Worst-a.Picks.Best) })
	r.levels(me, reading, result)
	return me
}

// facets are the facets of a role that the advert speaks of and that one
// picked best or worst.
func (me *Me) facets(role *Role, e *insight.Explanation) {
	seen := map[string]bool{}
	for _, evidence := range role.Evidence {
		if seen[evidence.Facet] {
			continue
		}
		seen[evidence.Facet] = true
		picks := picksOf(e, evidence.Facet)
		f := MeFacet{evidence.Facet, evidence.Text, evidence.Phrase, evidence.Line, picks}
		switch {
		case picks.Best > picks.Worst:
			me.Likes = append(me.Likes, f)
		case picks.Worst > picks.Best:
			me.Dislikes = append(me.Dislikes, f)
		}
	}
}

func picksOf(e *insight.Explanation, ref string) insight.FacetCount {
	for _, part := range e.Parts {
		for _, f := range part.Facets {
			if e.ID+"/"+f.ID == ref {
				return *f.Answers
			}
		}
	}
	return insight.FacetCount{}
}

// levels sorts the skills that the advert names by whether one has them.
func (r *Reader) levels(me *Me, reading *Reading, result *fit.Result) {
	for _, s := range reading.Skills {
		x := MeSkill{Skill: s.Skill, Name: s.Name, Wanted: s.Wanted, Level: result.Skills[s.Skill].Level}
		for _, id := range reading.Named {
			x.Needed = max(x.Needed, r.pack.Role(id).Need(s.Skill))
		}
		switch {
		case x.Needed > 0:
		case s.Wanted == Must:
			x.Needed = mustLevel
		default:
			x.Needed = niceLevel
		}
		switch {
		case x.Level == nil:
			me.Unrated = append(me.Unrated, x)
		case *x.Level < x.Needed:
			x.Next = r.pack.Step(r.pack.Skill(s.Skill), *x.Level)
			me.Lacks = append(me.Lacks, x)
		default:
			me.Has = append(me.Has, x)
		}
	}
	slices.SortStableFunc(me.Lacks, func(a, b MeSkill) int {
		return cmp.Or(cmp.Compare(a.Wanted, b.Wanted), cmp.Compare(b.Needed-*b.Level, a.Needed-*a.Level))
	})
}
