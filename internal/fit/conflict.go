package fit

// Often is the minimum level at which a condition often comes with a role.
const Often = 2

// The lowest level of a condition that conflicts with each answer.
const (
	refuseLevel    = Often
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
			out = append(out, q.ConditionResult(c, answer))
		}
	}
	return out
}

// ConditionResult returns a condition with an answer.
func (q *Quiz) ConditionResult(c *Condition, answer Tolerance) ConditionResult {
	r := ConditionResult{Condition: c.ID, Name: c.Name, Question: c.Question, Answer: answer}
	for _, role := range q.Roles {
		if level := role.Often(c.ID); level != nil {
			if r.Levels == nil {
				r.Levels = map[string]int{}
			}
			r.Levels[role.ID] = *level
		}
	}
	return r
}

// Often returns the level of a condition in the role, or nil if the role doesn't
// say.
func (r *Role) Often(condition string) *int {
	for i := range r.Conditions {
		if r.Conditions[i].Condition == condition {
			return &r.Conditions[i].Level
		}
	}
	return nil
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
