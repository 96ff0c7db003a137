// Package fact finds in a job posting what a job hunter wants to know, each
// with the words that say so: salary, on-call, workplace, degree and so on, the
// skills that are required or welcome, and what is left to ask.
//
// A line is split into sentences. One Matcher finds the cues of all kinds in a
// sentence, and only then are the kind's own patterns tried: what states the
// fact, and what merely looks like it ('remote servers', 'internal equity').
// A denial before or after the words turns the value around or drops the fact.
// Where statements exclude each other, the title decides on seniority and the
// most lenient one on the degree.
//
// The same Matcher counts which skills and conditions a posting mentions. How
// often the facts are right is in docs/posting-facts.md.
package fact
