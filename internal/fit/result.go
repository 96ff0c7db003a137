package fit

import (
	"slices"
)

// ResultSchema names the form of a Result.
const ResultSchema = "rolefit/result/2"

// A Result is everything that a report says of one person's answers. It holds
// the pack's texts too, so that it can be drawn again when the pack has
// changed. Numbers are exact; they are rounded where they are shown.
type Result struct {
	Schema      string            `json:"schema"`
	ID          string            `json:"id"`
	Taken       string            `json:"taken,omitempty"` // RFC 3339
	Pack        PackRef           `json:"pack"`
	Asked       int               `json:"asked"` // answered and skipped
	Answered    int               `json:"answered"`
	Skipped     int               `json:"skipped"`
	Verdict     Verdict           `json:"verdict"`
	Reason      Reason            `json:"reason,omitempty"`
	Named       []string          `json:"named"`
	About       []string          `json:"about"`              // the roles that the verdict is about: Named, else all that share the lead and the nearest rival
	Provisional bool              `json:"provisional"`        // the interview would have asked more
	Lead        *Lead             `json:"lead"`               // nil when fewer than two roles are judged
	Changes     int               `json:"changes"`            // how many answers, changed, could have put the second role first
	Dimensions  []DimensionResult `json:"dimensions"`         // one per dimension
	SetAside    string            `json:"setAside,omitempty"` // the one role that was worst most often, and more often than best
	Roles       []RoleResult      `json:"roles"`              // by fit, equal ones by id, not judged ones last
	Evidence    []Evidence        `json:"evidence"`
	Gaps        []Gap             `json:"gaps"`
	Answers     []AnswerResult    `json:"answers"` // in the order asked
	Skills      map[string]Rated  `json:"skills"`
	Flags       []Flag            `json:"flags"`
	Cards       *CardsResult      `json:"cards,omitempty"`
}

// A PackRef says which pack a result is of.
type PackRef struct {
	ID      string `json:"id"`
	Title   string `json:"title,omitempty"`
	Version int    `json:"version"`
	Hash    string `json:"hash"`
}

// Ref says which pack this is.
func (p *Pack) Ref() PackRef { return PackRef{p.ID, p.Title, p.Version, p.Hash} }

// A DimensionResult is what one dimension says by itself.
type DimensionResult struct {
	Dimension string   `json:"dimension"`
	First     []string `json:"first"` // the roles with the highest fit in it, when that is above 50
	Lead      *Lead    `json:"lead"`  // between the two roles of the overall lead, the higher one first; nil when either is not judged in it
	Leans     bool     `json:"leans"` // whether that lead is large enough to count
}

// A RoleResult is how one role stands. Fit is 0 to 100, 50 is what no
// preference gives; it is nil, and the place 0, for a role that is not judged.
type RoleResult struct {
	ID         string              `json:"id"`
	Title      string              `json:"title"`
	Tagline    string              `json:"tagline,omitempty"`
	Impact     string              `json:"impact,omitempty"`
	Place      int                 `json:"place"`
	Fit        *float64            `json:"fit"`
	Dimensions map[string]*float64 `json:"dimensions"`
	Best       int                 `json:"best"`  // times picked best
	Worst      int                 `json:"worst"` // times picked worst
	Shown      int                 `json:"shown"` // answered questions that show the role
	Readiness  *float64            `json:"readiness"`
	Rated      int                 `json:"rated"`  // needed skills that are rated
	Needed     int                 `json:"needed"` // skills that the role needs
	Needs      []NeedResult        `json:"needs"`
}

// A NeedResult is one skill that a role needs, and the level one has in it;
// nil when it is not rated.
type NeedResult struct {
	Skill  string `json:"skill"`
	Name   string `json:"name"`
	Needed int    `json:"needed"`
	Level  *int   `json:"level"`
}

// Given is one question as it was answered; best and worst are facets, as in
// "sre/error-budgets".
type AnswerResult struct {
	Question  string   `json:"question"`
	Dimension string   `json:"dimension"`
	Prompt    string   `json:"prompt"`
	Shown     []string `json:"shown"`
	Best      string   `json:"best,omitempty"`
	Worst     string   `json:"worst,omitempty"`
	Skip      Skip     `json:"skip,omitempty"`
}

// Rated is the level one gave oneself in a skill; nil when it was skipped.
type Rated struct {
	Name  string `json:"name"`
	Level *int   `json:"level"`
	Skip  Skip   `json:"skip,omitempty"`
}

// CardsResult is the choice between the role cards, and whether it agrees
// with the verdict: the best is a role it is about, the worst is none.
type CardsResult struct {
	Best   string `json:"best,omitempty"`
	Worst  string `json:"worst,omitempty"`
	Skip   Skip   `json:"skip,omitempty"`
	Agrees bool   `json:"agrees"`
}

// Role finds a role of the result; nil when the result does not have it.
func (r *Result) Role(id string) *RoleResult {
	for i := range r.Roles {
		if r.Roles[i].ID == id {
			return &r.Roles[i]
		}
	}
	return nil
}

// Level is the rated level of a skill; nil when it is not rated.
func (r *Result) Level(skill string) *int { return r.Skills[skill].Level }

// tally counts all answers, those beyond the plan too.
func (q *Quiz) tally(a *Answers) *Tally {
	t := NewTally(q)
	for i := range a.All {
		if given := &a.All[i]; given.Skip == "" {
			x := q.Question(given.Question)
			t.Add(x, x.option(given.Best), x.option(given.Worst))
		}
	}
	return t
}

// asked lists the answered and skipped questions in the order asked: as the
// plan has them, then those beyond it in the order given. It also gives the
// plan, with the answers that it asked for.
func (q *Quiz) answersInOrder(a *Answers) (order []*Answer, plan *Schedule) {
	p := q.walk(a)
	for _, x := range p.Asked() {
		order = append(order, a.Answer(x.ID))
	}
	for i := range a.All {
		if !slices.Contains(order, &a.All[i]) {
			order = append(order, &a.All[i])
		}
	}
	return order, p
}

// Score works out the result of checked answers. ID and Taken are those of
// the answers.
func Score(q *Quiz, a *Answers) *Result {
	order, plan := q.answersInOrder(a)
	return q.result(a, order, plan.unfinished(q.tally(a).Answered()))
}

// result is that of the answers in this order; more says whether the interview
// would ask further questions.
func (q *Quiz) result(a *Answers, order []*Answer, more bool) *Result {
	t := q.tally(a)
	standing := t.Standing().provisional(more)
	r := &Result{
		Schema: ResultSchema, ID: a.ID, Taken: a.Taken,
		Pack:  q.Pack.Ref(),
		Asked: len(a.All), Answered: t.Answered(), Skipped: len(a.All) - t.Answered(),
		Verdict: standing.Verdict, Reason: standing.Reason, Provisional: more,
		Named: q.ids(standing.Named), About: q.ids(standing.About()),
		Skills: map[string]Rated{}, Evidence: []Evidence{}, Gaps: []Gap{}, Answers: []AnswerResult{}, Flags: []Flag{},
	}
	if standing.Second >= 0 {
		r.Lead = newLead(q.Roles[standing.Leader].ID, q.Roles[standing.Second].ID, standing.Lead, standing.StdErr)
		r.Changes = t.changesNeeded(standing.Leader, standing.Second)
		r.Evidence = q.evidence(order, standing)
	}
	r.Roles = q.roleResults(t, standing, a)
	r.Gaps = q.gaps(standing, a)
	for _, answer := range order {
		r.Answers = append(r.Answers, q.answerResult(answer))
	}
	r.decide()
	for _, rating := range a.Skills {
		rated := Rated{Name: q.Pack.Skill(rating.Skill).Name, Skip: rating.Skip}
		if rating.Skip == "" {
			rated.Level = &rating.Level
		}
		r.Skills[rating.Skill] = rated
	}
	r.Flags = q.flags(order, a)
	r.Cards = q.cardsResult(standing, a)
	return r
}

func (q *Quiz) ids(roles []int) []string {
	ids := make([]string, len(roles))
	for i, r := range roles {
		ids[i] = q.Roles[r].ID
	}
	return ids
}

func (q *Quiz) roleResults(t *Tally, standing Standing, a *Answers) []RoleResult {
	out := make([]RoleResult, 0, len(q.Roles))
	places := t.places(standing.Judged)
	for i, r := range standing.Judged {
		out = append(out, q.roleResult(&t.roles[r], q.Roles[r], places[i], a))
	}
	for r, role := range q.Roles {
		if t.roles[r].n() == 0 {
			out = append(out, q.roleResult(&t.roles[r], role, 0, a))
		}
	}
	return out
}

func (q *Quiz) roleResult(t *roleTally, role *Role, place int, a *Answers) RoleResult {
	r := RoleResult{
		ID: role.ID, Title: role.Title, Tagline: role.Tagline, Impact: role.Impact, Place: place,
		Fit: FitOf(t.s(), t.n()), Dimensions: map[string]*float64{},
		Best: t.best, Worst: t.worst, Shown: t.n(), Needed: len(role.Needs), Needs: []NeedResult{},
	}
	for _, d := range Dimensions {
		r.Dimensions[d.String()] = FitOf(t.sum[d], t.shown[d])
	}
	for _, need := range role.Needs {
		n := NeedResult{Skill: need.Skill, Name: q.Pack.Skill(need.Skill).Name, Needed: need.Level}
		if level, rated := a.level(need.Skill); rated {
			n.Level = &level
		}
		r.Needs = append(r.Needs, n)
	}
	r.Readiness, r.Rated = Readiness(r.Needs)
	return r
}

// Readiness is the sum of min(level, needed) over the sum of needed, of the
// needs that are rated, and how many these are; nil when none is.
func Readiness(needs []NeedResult) (ready *float64, rated int) {
	have, needed := 0, 0
	for _, n := range needs {
		if n.Level != nil {
			have += min(*n.Level, n.Needed)
			needed += n.Needed
			rated++
		}
	}
	if rated == 0 {
		return nil, 0
	}
	share := float64(have) / float64(needed)
	return &share, rated
}

// FitOf is the fit, 0 to 100, of a role with this sum of scores over so many
// answered questions, 50 (1 + sum/shown); nil when there are none.
func FitOf(sum, shown int) *float64 {
	if shown == 0 {
		return nil
	}
	f := 50 * (1 + float64(sum)/float64(shown))
	return &f
}

func (q *Quiz) cardsResult(s Standing, a *Answers) *CardsResult {
	if a.Cards == (Cards{}) {
		return nil
	}
	ids := q.ids(s.About())
	return &CardsResult{
		Best: a.Cards.Best, Worst: a.Cards.Worst, Skip: a.Cards.Skip,
		Agrees: a.Cards.Skip == "" && slices.Contains(ids, a.Cards.Best) && !slices.Contains(ids, a.Cards.Worst),
	}
}
