// Package fact finds what a job hunter wants to know in a job posting, and
// quotes the words that state it: salary, on-call, workplace, degree and other
// facts, the skills that are required or nice to have, and the questions that
// remain open.
//
// A line is split into sentences. A single Matcher finds the cues for all kinds
// of facts in a sentence. Only the patterns for kinds with a cue are then
// tried. They match statements of the fact, and text that merely looks like one
// ('remote servers', 'internal equity'). A denial before or after the words
// reverses the value or drops the fact. If statements contradict each other,
// the title decides about seniority, and the most lenient statement about the
// degree.
//
// The Matcher also counts which skills and conditions a posting mentions. The
// accuracy of each kind of fact is in docs/posting-facts.md.
package fact
