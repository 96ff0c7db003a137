package pack

import (
	"github.com/rolefit/rolefit/internal/document"
	"github.com/rolefit/rolefit/internal/fit"
)

const maxSpread = 2 // maximum difference between two positions in how often they show the same role

// checkQuestions checks that the options of each question are facets of its
// dimension and of different roles.
func (l *loader) checkQuestions() {
	uses := map[string]int{}
	for i := range l.questions.Questions {
		q := &l.questions.Questions[i]
		roles := map[string]bool{}
		for j := range q.Options {
			o := &q.Options[j]
			if o.Role == "" || !l.checkFacet(q, o) {
				continue
			}
			if roles[o.Role] {
				l.fail(o, "option %q is a second facet of role %q in the question, expected a different role for each option", o.Ref(), o.Role)
			}
			roles[o.Role] = true
			if uses[o.Ref()]++; uses[o.Ref()] == fit.MaxUses+1 {
				l.fail(o, "facet %q is shown by a third question, expected at most %d", o.Ref(), fit.MaxUses)
			}
		}
	}
	l.checkPlaces()
}

// checkFacet reports whether the option is a facet in the question's dimension.
func (l *loader) checkFacet(q *fit.Question, o *fit.Option) bool {
	r := l.role(o.Role)
	_, dimension := l.marks[&q.Dimension]
	switch {
	case r == nil && l.knowsRole(o.Role):
		return false
	case r == nil:
		l.missingRole(o, o.Role)
		return false
	case !dimension:
		return false
	case l.facet(q.Dimension, o) != nil:
		return true
	}
	for f, d := range facets(r) {
		if f.ID == o.Facet {
			l.fail(o, "option %q is a facet of dimension %s, expected one of %s", o.Ref(), d, q.Dimension)
			return false
		}
	}
	l.missingFacet(r, q.Dimension, o)
	return false
}

// checkPlaces checks that no role has an advantage from its position: each must
// be shown about equally often as a, b, c and d.
func (l *loader) checkPlaces() {
	places := 0
	counts := map[string]*[fit.MaxShown]int{}
	for i := range l.questions.Questions {
		q := &l.questions.Questions[i]
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
			l.warn(questionsName, "role %q is shown %s as %c and %s as %c, expected about equally often", r.ID, document.Count(n[most], "time"), 'a'+most, document.Count(n[least], "time"), 'a'+least)
		}
	}
}

// checkQuiz checks that the quiz uses the author's written questions. If the
// questions are assembled instead, it checks the lengths of the options.
func (l *loader) checkQuiz() {
	if len(l.problems.Errors()) > 0 {
		return
	}
	l.checkUses()
	q, err := fit.NewQuiz(l.pack, nil)
	if err != nil {
		l.fail("roles", "%s", err)
		return
	}
	if n := len(q.Roles); n <= fit.MaxInterview && len(l.pack.Rounds) > 0 && !fit.HonorsRounds(l.pack.Rounds, n) {
		l.warn(&l.questions.Rounds, "rounds begins with %d, but only a multiple of %d shows each of %d roles equally often in each dimension: the rounds are %v instead; leave rounds out, or begin with such a number",
			l.pack.Rounds[0], fit.RoundStep(n), n, q.Rounds)
	}
	if !q.Assembled {
		l.checkRounds(q)
		return
	}
	l.checkUnused()
	defer l.rule("wording")()
	for _, x := range q.Questions {
		if odd, other, ok := l.uneven(x); ok {
			l.warnOnce("length "+odd.Ref(), &l.facet(x.Dimension, &odd).Option, "option has %s, and one that may be shown beside it (%s) has %d, expected lengths that differ by at most %d",
				document.Count(countWords(odd.Text), "word"), other.Ref(), countWords(other.Text), MaxDifference)
		}
	}
}

// checkUnused reports written questions that aren't used because they leave out
// some of the roles that they are about. If they show all of these roles and
// the pack has others too, the author has added a role, and assembling the
// questions is intended.
func (l *loader) checkUnused() {
	about := map[string]bool{}
	for _, q := range l.questions.Questions {
		for _, o := range q.Options {
			about[o.Role] = true
		}
	}
	for i := range l.questions.Questions {
		q := &l.questions.Questions[i]
		if want := min(fit.MaxShown, len(about)); len(q.Options) < want {
			l.warn(q, "the question shows %d roles, expected %d: until then, the written questions are ignored and others are assembled", len(q.Options), want)
		}
	}
}

// checkRounds checks that there are enough written questions for the rounds.
func (l *loader) checkRounds(q *fit.Quiz) {
	var have [len(fit.Dimensions)]int
	for i := range l.questions.Questions {
		have[l.questions.Questions[i].Dimension]++
	}
	want := q.AllRounds() / len(fit.Dimensions)
	for _, d := range fit.Dimensions {
		if have[d] < want {
			l.warn(questionsName, "has %s in dimension %s, expected at least %d, which is one more than its rounds ask: until then, the quiz is shorter", document.Count(have[d], "question"), d, want+1)
		}
	}
}
