package pack

import (
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
)

const maxSpread = 2 // between how often a role stands in one place and in another

func (l *loader) checkQuestions() {
	seen := map[string]mark{}
	uses := map[string]int{}
	for i := range l.pack.Written {
		q := &l.pack.Written[i]
		switch first, repeated := seen[q.ID]; {
		case q.ID == "":
		case q.ID == fit.CardsID:
			l.fail(l.at(&q.ID), "id is %q, which is the step of the role cards, expected another", q.ID)
		case l.pack.Skill(q.ID) != nil:
			l.fail(l.at(&q.ID), "id %q is that of a skill, expected another", q.ID)
		case repeated:
			l.fail(l.at(&q.ID), "question %q is given twice, first in line %d, expected it once", q.ID, first.line)
		default:
			seen[q.ID] = l.at(&q.ID)
		}
		l.checkOptions(q, uses)
	}
	l.checkPlaces()
}

// checkOptions holds that a question shows facets of its dimension, each of
// another role.
func (l *loader) checkOptions(q *fit.Question, uses map[string]int) {
	roles := map[string]bool{}
	for i := range q.Options {
		o := &q.Options[i]
		if o.Role == "" {
			continue
		}
		if !l.checkFacet(q, o) {
			continue
		}
		if roles[o.Role] {
			l.fail(l.at(o), "option %q is a second facet of role %q in the question, expected each of another role", o.Ref(), o.Role)
		}
		roles[o.Role] = true
		if uses[o.Ref()]++; uses[o.Ref()] == fit.MaxUses+1 {
			l.fail(l.at(o), "facet %q is shown by a third question, expected at most %d", o.Ref(), fit.MaxUses)
		}
	}
}

// checkFacet says whether the option is known as a facet of the question's
// dimension.
func (l *loader) checkFacet(q *fit.Question, o *fit.Option) bool {
	r := l.role(o.Role)
	switch _, dimension := l.marks[&q.Dimension]; {
	case r == nil && l.knowsRole(o.Role):
		return false
	case r == nil:
		known := l.roleIDs()
		l.fail(l.at(o), "option %s: role %s is not in the pack, expected one of %s%s", quote(o.Ref()), quote(o.Role), strings.Join(known, ", "), didYouMean(o.Role, known))
		return false
	case !dimension:
		return false
	}
	var known []string
	for _, d := range fit.Dimensions {
		for _, f := range r.Parts[d].Facets {
			switch {
			case d == q.Dimension && f.ID == o.Facet:
				return true
			case d == q.Dimension:
				known = append(known, f.ID)
			case f.ID == o.Facet:
				l.fail(l.at(o), "option %q is a facet of dimension %s, expected one of %s", o.Ref(), d, q.Dimension)
				return false
			}
		}
	}
	l.fail(l.at(o), "option %s: role %q has no such facet in dimension %s, expected one of its %d%s", quote(o.Ref()), r.ID, q.Dimension, len(known), didYouMean(o.Facet, known))
	return false
}

// checkPlaces holds that no role gains by where it stands: each is shown about
// equally often as a, b, c and d.
func (l *loader) checkPlaces() {
	places := 0
	counts := map[string]*[fit.MaxShown]int{}
	for i := range l.pack.Written {
		q := &l.pack.Written[i]
		places = max(places, len(q.Options))
		for j := range q.Options {
			if counts[q.Options[j].Role] == nil {
				counts[q.Options[j].Role] = &[fit.MaxShown]int{}
			}
			counts[q.Options[j].Role][j]++
		}
	}
	for _, r := range l.roles {
		n := counts[r.ID]
		if n == nil || places == 0 {
			continue
		}
		most, least := 0, 0
		for i := range places {
			if n[i] > n[most] {
				most = i
			}
			if n[i] < n[least] {
				least = i
			}
		}
		if n[most]-n[least] > maxSpread {
			l.warn(mark{file: questionsFile}, "role %q stands %s as %c and %s as %c, expected about equally often", r.ID, count(n[most], "time", "times"), 'a'+most, count(n[least], "time", "times"), 'a'+least)
		}
	}
}

// checkQuiz holds that the quiz that people are given is the one that the
// author wrote, and looks at its questions when they are assembled.
func (l *loader) checkQuiz() {
	if len(l.problems.Errors()) > 0 {
		return
	}
	q, err := fit.NewQuiz(l.pack, nil)
	if err != nil {
		l.fail(mark{file: "roles"}, "%s", err)
		return
	}
	if !q.Assembled {
		l.checkSets()
		return
	}
	l.checkUnused()
	for _, x := range q.Questions {
		if short, long := lengths(x); countWords(long.Text)-countWords(short.Text) > MaxDifference {
			l.warn(l.at(l.ask(long)), "ask has %d words, and one that it may stand beside in a question (%s) has %d, expected lengths that differ by at most %d",
				countWords(long.Text), short.Ref(), countWords(short.Text), MaxDifference)
		}
	}
}

// checkUnused tells of the written questions that fall short even of the roles
// that they are about. Where they serve those, and the pack has further roles,
// somebody has added a role, and that the questions are assembled is as it
// should be.
func (l *loader) checkUnused() {
	about := map[string]bool{}
	for _, q := range l.pack.Written {
		for _, o := range q.Options {
			about[o.Role] = true
		}
	}
	for i := range l.pack.Written {
		q := &l.pack.Written[i]
		if want := min(fit.MaxShown, len(about)); len(q.Options) < want {
			l.warn(l.at(q), "the question shows %d roles, expected %d: until then none of the written questions is used, and others are assembled", len(q.Options), want)
		}
	}
}

// ask is the address of an option's wording.
func (l *loader) ask(o fit.Option) *string {
	r := l.role(o.Role)
	for d := range r.Parts {
		for i := range r.Parts[d].Facets {
			if r.Parts[d].Facets[i].ID == o.Facet {
				return &r.Parts[d].Facets[i].Option
			}
		}
	}
	return nil
}

// checkSets holds that there are as many written questions as the sets take.
func (l *loader) checkSets() {
	var have [len(fit.Dimensions)]int
	for _, q := range l.pack.Written {
		have[q.Dimension]++
	}
	want := 0
	for _, n := range l.pack.Rounds {
		want += n / len(fit.Dimensions)
	}
	for _, d := range fit.Dimensions {
		if have[d] < want {
			l.warn(mark{file: questionsFile}, "holds %s of dimension %s, expected the %d that its sets ask: until then the quiz is shorter, and with none written all would be assembled", count(have[d], "question", "questions"), d, want)
		}
	}
}
