package fit

import (
	"cmp"
	"slices"
)

// Evidence is an answer that speaks for one of the first two roles, by Weight
// points of the lead.
type Evidence struct {
	Question string       `json:"question"`
	For      string       `json:"for"`
	Weight   int          `json:"weight"`
	Best     QuotedOption `json:"best"`
	Worst    QuotedOption `json:"worst"`
}

// Picked is an option as it was picked.
type QuotedOption struct {
	Role string `json:"role"`
	Text string `json:"text"`
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
		p := tallied{x, x.option(a.Best), x.option(a.Worst)}
		sa, _ := p.scoreOf(s.Leader)
		sb, _ := p.scoreOf(s.Second)
		if sa == sb {
			continue
		}
		e := Evidence{Question: x.ID, For: q.Roles[s.Leader].ID, Weight: sa - sb, Best: quotedOption(x, p.best), Worst: quotedOption(x, p.worst)}
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

func quotedOption(x *Question, option int) QuotedOption {
	return QuotedOption{x.Options[option].Role, x.Options[option].Text}
}

func (q *Quiz) answerResult(a *Answer) AnswerResult {
	x := q.Question(a.Question)
	g := AnswerResult{Question: x.ID, Dimension: x.Dimension.String(), Prompt: x.Prompt, Skip: a.Skip}
	for i := range x.Options {
		g.Shown = append(g.Shown, x.Options[i].Ref())
	}
	if a.Skip == "" {
		g.Best = x.Options[x.option(a.Best)].Ref()
		g.Worst = x.Options[x.option(a.Worst)].Ref()
	}
	return g
}
