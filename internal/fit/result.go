package fit

import (
	"cmp"
	"slices"
)

// ResultSchema names the form of a Result.
const ResultSchema = "rolefit/result/1"

// A Result is everything that a report says of one person's answers. It holds
// the pack's texts too, so that it can be drawn again when the pack has
// changed. Numbers are exact; they are rounded where they are shown.
type Result struct {
	Schema      string           `json:"schema"`
	ID          string           `json:"id"`
	Taken       string           `json:"taken,omitempty"` // RFC 3339
	Pack        PackRef          `json:"pack"`
	Asked       int              `json:"asked"` // answered and skipped
	Answered    int              `json:"answered"`
	Skipped     int              `json:"skipped"`
	Verdict     Verdict          `json:"verdict"`
	Named       []string         `json:"named"`
	Provisional bool             `json:"provisional"` // the interview would have asked more
	Lead        *Lead            `json:"lead"`        // nil when fewer than two roles are judged
	Flip        int              `json:"flip"`        // answers that would have turned it
	Roles       []RoleResult     `json:"roles"`       // by fit, equal ones by id, not judged ones last
	Evidence    []Evidence       `json:"evidence"`
	Gaps        []Gap            `json:"gaps"`
	Given       []Given          `json:"given"` // in the order asked
	Skills      map[string]Rated `json:"skills"`
	Flags       []Flag           `json:"flags"`
	Cards       *CardsResult     `json:"cards,omitempty"`
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

// A Lead is how far the leading role is ahead of the nearest other one, in
// points, and what luck alone gives: one standard deviation of it.
type Lead struct {
	Role   string  `json:"role"`
	Over   string  `json:"over"`
	Points float64 `json:"points"`
	Chance float64 `json:"chance"`
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

// Evidence is an answer that speaks for one of the first two roles, by Weight
// points of the lead.
type Evidence struct {
	Question string `json:"question"`
	For      string `json:"for"`
	Weight   int    `json:"weight"`
	Best     Picked `json:"best"`
	Worst    Picked `json:"worst"`
}

// Picked is an option as it was picked.
type Picked struct {
	Role string `json:"role"`
	Text string `json:"text"`
}

// A Gap is a skill in which one is below what the roles need, and the step
// that takes one further.
type Gap struct {
	Skill  string   `json:"skill"`
	Name   string   `json:"name"`
	Level  int      `json:"level"`
	Needed int      `json:"needed"` // the most that one of the roles needs
	Roles  []string `json:"roles"`  // those that need more than the level
	Next   string   `json:"next"`
}

// Given is one question as it was answered; best and worst are facets, as in
// "sre/error-budgets".
type Given struct {
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

// tally counts all answers, those beyond the plan too.
func (q *Quiz) tally(a *Answers) *Tally {
	t := NewTally(q)
	for i := range a.Given {
		if given := &a.Given[i]; given.Skip == "" {
			x := q.Question(given.Question)
			t.Add(x, x.option(given.Best), x.option(given.Worst))
		}
	}
	return t
}

// asked lists the answered and skipped questions in the order asked: as the
// plan has them, then those beyond it in the order given. It also gives the
// plan, with the answers that it asked for.
func (q *Quiz) asked(a *Answers) (order []*Answer, plan *Plan) {
	p := q.walk(a)
	for _, x := range p.Asked() {
		order = append(order, a.Answer(x.ID))
	}
	for i := range a.Given {
		if !slices.Contains(order, &a.Given[i]) {
			order = append(order, &a.Given[i])
		}
	}
	return order, p
}

// Score works out the result of checked answers. ID and Taken are those of
// the answers.
func Score(q *Quiz, a *Answers) *Result {
	order, plan := q.asked(a)
	return q.result(a, order, plan.unfinished(q.tally(a).Answered()))
}

// result is that of the answers in this order; more says whether the interview
// would ask further questions.
func (q *Quiz) result(a *Answers, order []*Answer, more bool) *Result {
	t := q.tally(a)
	standing := t.Standing().heldBack(more)
	r := &Result{
		Schema: ResultSchema, ID: a.ID, Taken: a.Taken,
		Pack:  q.Pack.Ref(),
		Asked: len(a.Given), Answered: t.Answered(), Skipped: len(a.Given) - t.Answered(),
		Verdict: standing.Verdict, Named: q.ids(standing.Named), Provisional: more,
		Skills: map[string]Rated{}, Evidence: []Evidence{}, Gaps: []Gap{}, Given: []Given{}, Flags: []Flag{},
	}
	if standing.Second >= 0 {
		r.Lead = &Lead{q.Roles[standing.Leader].ID, q.Roles[standing.Second].ID, standing.Points, standing.Chance}
		r.Flip = t.flip(standing.Leader, standing.Second)
		r.Evidence = q.evidence(order, standing)
	}
	r.Roles = q.roleResults(t, standing, a)
	r.Gaps = q.gaps(standing, a)
	for _, given := range order {
		r.Given = append(r.Given, q.given(given))
	}
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
	r.Readiness, r.Rated = readiness(r.Needs)
	return r
}

// readiness is the sum of min(level, needed) over the sum of needed, of the
// needs that are rated, and how many these are; nil when none is.
func readiness(needs []NeedResult) (ready *float64, rated int) {
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

// evidencePerSide is how many answers are quoted for and against.
const evidencePerSide = 3

// evidence picks the answers that speak most for the leader and most for the
// second: by weight, equal ones in the order asked.
func (q *Quiz) evidence(order []*Answer, s Standing) []Evidence {
	var sides [2][]Evidence
	for _, a := range order {
		if a.Skip != "" {
			continue
		}
		x := q.Question(a.Question)
		p := pick{x, x.option(a.Best), x.option(a.Worst)}
		sa, _ := p.of(s.Leader)
		sb, _ := p.of(s.Second)
		if sa == sb {
			continue
		}
		e := Evidence{Question: x.ID, For: q.Roles[s.Leader].ID, Weight: sa - sb, Best: picked(x, p.best), Worst: picked(x, p.worst)}
		side := 0
		if sa < sb {
			side, e.For, e.Weight = 1, q.Roles[s.Second].ID, sb-sa
		}
		sides[side] = append(sides[side], e)
	}
	out := []Evidence{}
	for _, side := range sides {
		slices.SortStableFunc(side, func(a, b Evidence) int { return cmp.Compare(b.Weight, a.Weight) })
		out = append(out, side[:min(evidencePerSide, len(side))]...)
	}
	return out
}

func picked(x *Question, option int) Picked {
	return Picked{x.Options[option].Role, x.Options[option].Text}
}

func (q *Quiz) given(a *Answer) Given {
	x := q.Question(a.Question)
	g := Given{Question: x.ID, Dimension: x.Dimension.String(), Prompt: x.Prompt, Skip: a.Skip}
	for i := range x.Options {
		g.Shown = append(g.Shown, x.Options[i].Ref())
	}
	if a.Skip == "" {
		g.Best = x.Options[x.option(a.Best)].Ref()
		g.Worst = x.Options[x.option(a.Worst)].Ref()
	}
	return g
}

// gaps are the skills in which one is below what the roles that the verdict
// is about need, those that serve most first.
func (q *Quiz) gaps(s Standing, a *Answers) []Gap {
	roles := s.Named
	if len(roles) == 0 {
		roles = s.First
	}
	return Gaps(q.Pack, a.level, q.pick(roles))
}

func (q *Quiz) pick(roles []int) []*Role {
	out := make([]*Role, len(roles))
	for i, r := range roles {
		out[i] = q.Roles[r]
	}
	return out
}

// Gaps are the rated skills in which one is below what some of the roles
// need: by (needed - level) x the number of roles that need more than the
// level, then by needed, then in the pack's order.
func Gaps(p *Pack, level func(skill string) (int, bool), roles []*Role) []Gap {
	gaps := []Gap{}
	for i := range p.Skills {
		skill := &p.Skills[i]
		have, rated := level(skill.ID)
		if !rated {
			continue
		}
		g := Gap{Skill: skill.ID, Name: skill.Name, Level: have}
		for _, r := range roles {
			need := r.Need(skill.ID)
			g.Needed = max(g.Needed, need)
			if need > have {
				g.Roles = append(g.Roles, r.ID)
			}
		}
		if len(g.Roles) > 0 {
			g.Next = p.Step(skill, have)
			gaps = append(gaps, g)
		}
	}
	weight := func(g Gap) int { return (g.Needed - g.Level) * len(g.Roles) }
	slices.SortStableFunc(gaps, func(a, b Gap) int {
		return cmp.Or(cmp.Compare(weight(b), weight(a)), cmp.Compare(b.Needed, a.Needed))
	})
	return gaps
}

func (q *Quiz) cardsResult(s Standing, a *Answers) *CardsResult {
	if a.Cards == (Cards{}) {
		return nil
	}
	about := s.Named
	if len(about) == 0 {
		about = s.First
	}
	ids := q.ids(about)
	return &CardsResult{
		Best: a.Cards.Best, Worst: a.Cards.Worst, Skip: a.Cards.Skip,
		Agrees: a.Cards.Skip == "" && slices.Contains(ids, a.Cards.Best) && !slices.Contains(ids, a.Cards.Worst),
	}
}
