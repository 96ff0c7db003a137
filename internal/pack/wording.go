package pack

import (
	"fmt"
	"slices"

	"github.com/rolefit/rolefit/internal/document"
	"github.com/rolefit/rolefit/internal/fit"
)

const (
	// MaxSummary is the maximum number of words in a summary.
	MaxSummary = 30
	// MaxDifference is the maximum difference in words between the options of a
	// question. It is limited because longer options seem more important.
	MaxDifference = 4

	maxPrompt = 30
)

// checkWording checks the text that is shown before the verdict. The text must
// not name a role or contain a word that reveals one, and it must be short
// enough to compare.
func (l *loader) checkWording() {
	all := newForbidden()
	for _, r := range l.roles {
		all.addRole(r)
	}
	for _, b := range l.pack.Banned {
		all.banned.add(b)
	}
	for _, r := range l.roles {
		own := newForbidden()
		own.addRole(r)
		for _, d := range fit.Dimensions {
			part := &r.Parts[d]
			l.wording(&part.Summary, "the summary of "+d.String(), MaxSummary, own)
		}
		for f := range facets(r) {
			l.wording(&f.Option, "option", fit.MaxOptionWords, all)
		}
	}
	for _, d := range fit.Dimensions {
		l.wording(&l.questions.Prompts[d], "the prompt of "+d.String(), maxPrompt, all)
	}
	for i := range l.questions.Questions {
		q := &l.questions.Questions[i]
		l.wording(&q.Prompt, "prompt", maxPrompt, all)
		l.checkLengths(q)
	}
	l.checkTwins()
}

// checkTwins warns about options that were copied from another role and not
// changed. No one can choose between two identical options. It reports only the
// first such option of each role.
func (l *loader) checkTwins() {
	owners := map[string]string{}
	for _, r := range l.roles {
		var twin *fit.Facet
		twins := 0
		for f := range facets(r) {
			key := nameKey(f.Option)
			switch owner, known := owners[key]; {
			case key == "":
			case !known:
				owners[key] = r.ID
			case owner != r.ID:
				if twins++; twin == nil {
					twin = f
				}
			}
		}
		if twin != nil {
			more := ""
			if twins > 1 {
				more = fmt.Sprintf(", the first of %d", twins)
			}
			l.warn(&twin.Option, "option is the same as one of role %q%s, expected what only this role does", owners[nameKey(twin.Option)], more)
		}
	}
}

// forbidden lists what a text must not contain: names of roles, and words on
// the pack's banned list. Ids are only discouraged, because they may consist of
// ordinary words.
type forbidden struct{ names, ids, banned phraseSet }

func newForbidden() forbidden { return forbidden{phraseSet{}, phraseSet{}, phraseSet{}} }

func (f forbidden) addRole(r *fit.Role) {
	if id := tokens(r.ID); len(id) == 1 && len(tokens(r.Title)) > 1 {
		f.ids.add(r.ID)
	} else {
		f.names.add(r.ID)
	}
	f.names.add(r.Title)
	for _, a := range r.Aliases {
		f.names.add(a)
	}
}

// wording checks one text from a file.
func (l *loader) wording(text *string, what string, most int, not forbidden) {
	if _, read := l.marks[text]; !read {
		return
	}
	if n := countWords(*text); n > most {
		l.fail(text, "%s has %s, expected at most %d", what, document.Count(n, "word"), most)
	}
	if name := not.names.find(*text); name != "" {
		l.fail(text, "%s names a role (%s), expected wording that reveals none", what, document.Quote(name))
	} else if id := not.ids.find(*text); id != "" {
		l.warn(text, "%s contains %s, which is the name of roles/%s.yaml, expected another word, or a file name that no option needs, such as %s-engineer.yaml", what, document.Quote(id), id, id)
	}
	if word := not.banned.find(*text); word != "" {
		l.fail(text, "%s contains %s, which is on the pack's banned list, expected other words", what, document.Quote(word))
	}
}

// lengths returns the option with the fewest words in a question, and the one
// with the most.
func lengths(q *fit.Question) (short, long fit.Option) {
	for i, o := range q.Options {
		if i == 0 || countWords(o.Text) < countWords(short.Text) {
			short = o
		}
		if i == 0 || countWords(o.Text) > countWords(long.Text) {
			long = o
		}
	}
	return short, long
}

func (l *loader) checkLengths(q *fit.Question) {
	for i := range q.Options {
		if q.Options[i].Text == "" {
			return // an unknown facet, which has been reported
		}
	}
	short, long := lengths(q)
	if n, least := countWords(long.Text), countWords(short.Text); n-least > MaxDifference {
		at := slices.IndexFunc(q.Options, func(o fit.Option) bool { return o.Key == long.Key })
		l.fail(&q.Options[at], "option %q has %d words beside %q with %d, expected lengths that differ by at most %d", long.Ref(), n, short.Ref(), least, MaxDifference)
	}
}
