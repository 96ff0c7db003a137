package report

import (
	"fmt"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/page"
)

// teamNext suggests what to do with the group.
func teamNext(r *insight.TeamReport) (out []page.Block) {
	if n := r.OnlyScores.People; n != nil && *n == 0 {
		out = append(out, page.Paragraph("Give people their own results, each with a task for this weekend: rolefit score --pages DIR FILE. Then let those who tried the same role compare what they noticed."))
	}
	if s := firstShortage(r); s != nil {
		out = append(out, page.Paragraph(fmt.Sprintf("Practice %s together: %s reach %s. Let them show the others how they do it.", s.Name, teamPeople(s.Reach, s.Rated), levelNamed(*s))))
	}
	for _, c := range r.Conditions {
		if c.NearlyAll == fit.Refuse || c.Refuse.People != nil && 2*(*c.Refuse.People) > c.Answered {
			return append(out, page.Paragraph(fmt.Sprintf("Before anyone applies for a job, talk about this condition, which more than half refuse: %s. Ask someone who has such a job how it is there.", c.Name)))
		}
	}
	return out
}

// firstShortage returns the skill with the largest shortage that some people have
// nevertheless, or nil.
func firstShortage(r *insight.TeamReport) *insight.TeamSkill {
	for i := range r.Skills {
		if s := &r.Skills[i]; s.Short && s.Reach.People != nil && *s.Reach.People > 0 {
			return s
		}
	}
	return nil
}
