// Package fact finds what a job hunter wants to know in a job posting, and
// quotes the words that state it: salary, on-call, workplace, degree and other
// facts, the skills that are required or nice to have, and the questions that
// remain open.
//
// A line is split into sentences. A label that is alone on its line is read with
// the next line. A single Matcher finds the cues for all kinds of facts in a
// sentence, and the names of skills and conditions. Only the patterns for kinds
// with a cue are then tried, and most only near it. They match statements of the fact, and text that merely looks like one
// ('remote servers', 'internal equity'). A denial before or after the words
// reverses the value or drops the fact. If statements contradict each other,
// the title decides about seniority, and the most lenient statement about the
// degree.
//
// Places are lists of capitalized words after a cue. Where a cue says little, the
// first one must be a known place; see knownPlaces.
//
// The accuracy of each kind of fact is in docs/posting-facts.md.
package fact
