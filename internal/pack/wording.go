package pack

import (
	"github.com/rolefit/rolefit/internal/fit"
)

const (
	// MaxSummary is how many words a summary may have.
	MaxSummary = 30
	// MaxDifference is by how many words the options of one question may
	// differ: a longer one looks weightier.
	MaxDifference = 4

	maxPrompt = 30
)

// checkWording holds what is shown before the verdict to the rules for it: no
// role is named, no give-away said, nothing longer than can be weighed.
func (l *loader) checkWording() {
	named, banned := phraseSet{}, phraseSet{}
	for _, r := range l.roles {
		named.addRole(r)
	}
	for _, b := range l.pack.Banned {
		banned.add(b)
	}
	for _, r := range l.roles {
		own := phraseSet{}
		own.addRole(r)
		for _, d := range fit.Dimensions {
			part := &r.Parts[d]
			l.wording(&part.Summary, "the summary of "+d.String(), MaxSummary, own, nil)
			for i := range part.Facets {
				l.wording(&part.Facets[i].Option, "ask", fit.MaxOptionWords, named, banned)
			}
		}
	}
	for _, d := range fit.Dimensions {
		l.wording(&l.pack.Prompts[d], "the prompt of "+d.String(), maxPrompt, named, banned)
	}
	for i := range l.pack.Written {
		q := &l.pack.Written[i]
		l.wording(&q.Prompt, "prompt", maxPrompt, named, banned)
		l.checkLengths(q)
	}
	l.checkTwins()
}

// checkTwins looks for what was copied from one role to begin another, and
// never changed: nobody can choose between two equal options. The first of a
// role stands for all of it.
func (l *loader) checkTwins() {
	owners := map[string]string{}
	for _, r := range l.roles {
		var twin *fit.Facet
		twins := 0
		for d := range r.Parts {
			for i := range r.Parts[d].Facets {
				f := &r.Parts[d].Facets[i]
				key := nameKey(f.Option)
				switch owner, said := owners[key]; {
				case key == "":
				case !said:
					owners[key] = r.ID
				case owner != r.ID:
					if twins++; twin == nil {
						twin = f
					}
				}
			}
		}
		if twin != nil {
			l.warn(l.at(&twin.Option), "ask is that of role %q too, the first of %d, expected what this role alone does", owners[nameKey(twin.Option)], twins)
		}
	}
}

func (b phraseSet) addRole(r *fit.Role) {
	b.add(r.ID)
	b.add(r.Title)
	for _, a := range r.Aliases {
		b.add(a)
	}
}

// wording checks one text that was read from a file.
func (l *loader) wording(text *string, what string, most int, named, banned phraseSet) {
	at, read := l.marks[text]
	if !read {
		return
	}
	if n := countWords(*text); n > most {
		l.fail(at, "%s has %s, expected at most %d", what, count(n, "word", "words"), most)
	}
	if name := named.find(*text); name != "" {
		l.fail(at, "%s names a role by %s, expected wording that betrays none", what, quote(name))
	}
	if word := banned.find(*text); word != "" {
		l.fail(at, "%s says %s, which is on the pack's banned list, expected other words", what, quote(word))
	}
}

// lengths are the options of a question with the fewest and the most words.
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
			return // its facet is not known, which is told of already
		}
	}
	short, long := lengths(q)
	if n, least := countWords(long.Text), countWords(short.Text); n-least > MaxDifference {
		at := l.at(q)
		for i := range q.Options {
			if q.Options[i].Key == long.Key {
				at = l.at(&q.Options[i])
			}
		}
		l.fail(at, "option %q has %d words beside %q with %d, expected lengths that differ by at most %d", long.Ref(), n, short.Ref(), least, MaxDifference)
	}
}
