package fit

import (
	"cmp"
	"slices"
)

// Evidence is an answer that favors one of the first two roles.
type Evidence struct {
	Question string       `json:"question"`
	For      string       `json:"for"`    // the favored role
	Weight   int          `json:"weight"` // score of the favored role minus the score of the other: 1 or 2
	Best     QuotedOption `json:"best"`
	Worst    QuotedOption `json:"worst"`
}

// A QuotedOption is an option as the person saw it.
type QuotedOption struct {
	Role string `json:"role"`
	Text string `json:"text"`
}

// evidencePerSide is the number of answers quoted for each of the two roles.
const evidencePerSide = 3

// evidence returns the strongest answers for the leader, followed by the
// strongest for the second role. Each group is sorted by weight, then by the
// order asked.
func (q *Quiz) evidence(order []*Answer, s Standing) []Evidence {
	var sides [2][]Evidence
	for _, a := range order {
		if a.Skip != "" {
			continue
		}
		question := q.questionFor(a)
		t := scored{question, question.option(a.Best), question.option(a.Worst)}
		leader, _ := t.score(s.Leader)
		second, _ := t.score(s.Second)
		e := Evidence{Question: question.ID, Best: question.quote(t.best), Worst: question.quote(t.worst)}
		switch {
		case leader > second:
			e.For, e.Weight = q.Roles[s.Leader].ID, leader-second
			sides[0] = append(sides[0], e)
		case second > leader:
			e.For, e.Weight = q.Roles[s.Second].ID, second-leader
			sides[1] = append(sides[1], e)
		}
	}
	out := []Evidence{}
	for _, side := range sides {
		slices.SortStableFunc(side, func(a, b Evidence) int { return cmp.Compare(b.Weight, a.Weight) })
		out = append(out, side[:min(evidencePerSide, len(side))]...)
	}
	return out
}

func (q *Question) quote(option int) QuotedOption {
	return QuotedOption{q.Options[option].Role, q.Options[option].Text}
}
