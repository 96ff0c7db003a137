package fit

// The lowest level of a condition that conflicts with each answer.
const (
	refuseLevel    = 2
	ratherNotLevel = 3
)

// Conflicts reports whether a condition at this level conflicts with the answer.
func (t Tolerance) Conflicts(level int) bool {
	return t == Refuse && level >= refuseLevel || t == RatherNot && level >= ratherNotLevel
}

// conditionResults returns the conditions that the person answered, in pack
// order.
func (q *Quiz) conditionResults(a *Answers) []ConditionResult {
	out := []ConditionResult{}
	for i := range q.Pack.Conditions {
		c := &q.Pack.Conditions[i]
		if answer := a.Tolerance(c.ID); answer != "" {
			out = append(out, ConditionResult{c.ID, c.Name, c.Question, answer})
		}
	}
	return out
}

// conflicts returns the conflicts of the roles that the verdict is about,
// ordered by condition and then by role, both in pack order.
func (q *Quiz) conflicts(s Standing, a *Answers) []Conflict {
	out := []Conflict{}
	for i := range q.Pack.Conditions {
		c := &q.Pack.Conditions[i]
		answer := a.Tolerance(c.ID)
		for _, r := range s.About() {
			for _, usual := range q.Roles[r].Conditions {
				if usual.Condition == c.ID && answer.Conflicts(usual.Level) {
					out = append(out, Conflict{c.ID, c.Name, q.Roles[r].ID, usual.Level, answer, usual.Source})
				}
			}
		}
	}
	return out
}
