package fit_test

import (
	"fmt"

	"github.com/rolefit/rolefit/internal/fit"
)

// synthetic is a pack of made-up roles r0, r1, ... with so many facets in each
// dimension and no written questions.
func synthetic(roles, facets int) *fit.Pack {
	p := &fit.Pack{ID: "synthetic", Version: 1, Sets: []int{12, 6, 6}, Prompts: [3]string{"focus?", "skills?", "success?"}}
	for i := range fit.MaxLevel + 1 {
		p.Levels = append(p.Levels, fit.Level{Name: fmt.Sprint(i), Anchor: fmt.Sprint("anchor ", i)})
	}
	for i := range roles {
		r := fit.Role{ID: fmt.Sprintf("r%02d", i), Title: fmt.Sprint("Role ", i)}
		for _, d := range fit.Dimensions {
			r.Parts[d].Summary = fmt.Sprint("summary of ", r.ID)
			for f := range facets {
				r.Parts[d].Facets = append(r.Parts[d].Facets, fit.Facet{ID: fmt.Sprintf("%s-%d", d, f), Ask: fmt.Sprintf("do %d of %d", f, i)})
			}
		}
		p.Roles = append(p.Roles, r)
	}
	return p
}

func mustQuiz(p *fit.Pack, roles ...string) *fit.Quiz {
	q, err := fit.NewQuiz(p, roles)
	if err != nil {
		panic(err)
	}
	return q
}

// answer makes an answer out of role ids: which is best, which is worst.
func answer(x *fit.Question, best, worst string) fit.Answer {
	a := fit.Answer{Question: x.ID, Seconds: -1}
	for _, o := range x.Options {
		switch o.Role {
		case best:
			a.Best = o.Key
		case worst:
			a.Worst = o.Key
		}
	}
	return a
}
