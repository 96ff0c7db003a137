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

// checkTwins reports options that are the same as one of another role. It is an
// error in the same dimension, because no one can choose between two identical
// options. Of each pair of roles, only the first such option is reported.
func (l *loader) checkTwins() {
	type owner struct {
		role      *fit.Role
		option    *string
		dimension fit.Dimension
	}
	owners := map[string][]owner{}
	for _, r := range l.roles {
		for f, d := range facets(r) {
			key := nameKey(f.Option)
			if key == "" {
				continue
			}
			beside := slices.IndexFunc(owners[key], func(o owner) bool { return o.role != r && o.dimension == d })
			elsewhere := slices.IndexFunc(owners[key], func(o owner) bool { return o.role != r && o.dimension != d })
			switch {
			case beside >= 0:
				l.twin(&f.Option, owners[key][beside].option, l.failOnce, "different options, because a question may show both")
			case elsewhere >= 0:
				l.twin(&f.Option, owners[key][elsewhere].option, l.warnOnce, "what only this role does")
			}
			owners[key] = append(owners[key], owner{r, &f.Option, d})
		}
	}
}

// twin reports that an option is the same as an earlier one, once for each pair
// of files.
func (l *loader) twin(option, earlier *string, report func(key string, at any, format string, args ...any), expected string) {
	first, second := l.at(earlier), l.at(option)
	report(fmt.Sprint("twin ", first.File, second.File, expected), option, "option is the same as in %s:%d, expected %s", first.File, first.Line, expected)
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
// with the most. It reports whether they differ by too many words.
func lengths(q *fit.Question) (short, long fit.Option, uneven bool) {
	for i, o := range q.Options {
		if i == 0 || countWords(o.Text) < countWords(short.Text) {
			short = o
		}
		if i == 0 || countWords(o.Text) > countWords(long.Text) {
			long = o
		}
	}
	return short, long, countWords(long.Text)-countWords(short.Text) > MaxDifference
}

// uneven returns the shortest and the longest option of a question if their
// lengths differ too much. The first is the one whose length is less usual in
// the question's dimension, because it's the one to change.
func (l *loader) uneven(q *fit.Question) (odd, other fit.Option, ok bool) {
	short, long, ok := lengths(q)
	if !ok {
		return odd, other, false
	}
	var all []int
	for _, r := range l.roles {
		for _, f := range r.Parts[q.Dimension].Facets {
			all = append(all, countWords(f.Option))
		}
	}
	slices.Sort(all)
	usual := all[len(all)/2]
	if usual-countWords(short.Text) > countWords(long.Text)-usual {
		return short, long, true
	}
	return long, short, true
}

// checkLengths reports the option of a written question that is much longer or
// shorter than the others.
func (l *loader) checkLengths(q *fit.Question) {
	for i := range q.Options {
		if q.Options[i].Text == "" {
			return // an unknown facet, which has been reported
		}
	}
	odd, other, ok := l.uneven(q)
	if n := countWords(odd.Text); ok && n <= fit.MaxOptionWords {
		l.failOnce("length "+odd.Ref(), &l.facet(q.Dimension, &odd).Option, "option has %s, and %q beside it in question %q has %d, expected lengths that differ by at most %d",
			document.Count(n, "word"), other.Ref(), q.ID, countWords(other.Text), MaxDifference)
	}
}
