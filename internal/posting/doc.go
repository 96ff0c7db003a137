// Package posting reads job postings. It determines which of a pack's roles a
// posting describes, and by which lines, or that the posting is for another
// job. Matcher does so using a Model, which a pack has in the file
// quiz/postings.yaml. For a pack without the file, it uses only the pack's own
// wording, and the reading says that it is a guess. Package document turns files
// into the logical lines that this package reads. Package fact finds what else a
// job hunter wants to know. Package learn derives a model from labeled postings
// and labeled lines. Package matchpage draws a Match as a page.
//
// # Readings
//
//	none   p(none) is above a threshold at which few postings for a role were called none,
//	       among those that the reader was sure of
//	mixed  p(second role) / p(first role) is above a threshold below which most verdicts for one
//	       role were right
//	one    otherwise
//
// A verdict is in doubt if readers often disagreed about similar postings, if few
// lines are about the named roles, or if the text is short; see Reading.Doubt.
// Another job is stated as fact against a title only if almost all readers
// agreed. No confidence is shown for a short text, because none was measured.
//
// A confidence isn't the regression's probability. It is the share of postings
// with a similar score, from held-out companies, for which the reader agreed.
// The shares of all roles and of other jobs are scaled to sum to 1. The mix
// counts each line under the class that it is most about. The evidence for a
// role is the lines with the highest p. The words marked in it are those whose
// stems and pairs have the highest weight for that role, relative to the mean of
// the other classes.
//
// # Matches
//
// A Match combines a reading with the facts found by package fact, the facts
// that a page states as data, what is unusual compared with the counts, and how
// the posting fits a person's result (Me). Facts that aren't reliable enough
// are left out or stated less precisely; see shown. A sentence counts as being
// about a facet, and so about something that the person chose, only if it is
// about the facet's role and contains several phrases of the lexicon's theme
// with the facet's id; see facetWorth.
//
// # The model
//
// A posting is split into sentences and list items, called lines. Words are
// compared by their stems, and all numbers are equal. A line has a feature for
// each stem and for each pair of consecutive stems. A softmax regression
// determines what a line is about: one of the R roles, work that any of them
// might do ("operations"), or something else ("other"):
//
//	p(class | line) = softmax(b + sum of w over the line's features)
//
// The features of a posting are
//
//	signals   with s the sums of p over its lines, per class:
//	          ln(0.3 + s), shares of the sum over the roles, the largest p, ln of the number
//	          of lines that are most about a role, and the same sums over the duties and over the
//	          requirements; and the points of the lexicon, per theme and per role
//	words     every stem and pair in it, worth 6.5 / sqrt(words + 8)
//	title     every stem and pair in its title, if it has one
//
// Two regressions on these features determine which role it is, and whether it
// is another job:
//
//	p(role)  = softmax(b + sum of w x value)
//	p(none)  = logistic(b + sum of w x value)
//
// The lexicon (quiz/lexicon.yaml) lists phrases by role and theme, and is
// written by hand. A theme has 1 - exp(-x) points, where x is the sum over the
// phrases found of
//
//	section x length x distinct
//	    section    weight of the part of the posting, see sectionWeight
//	    length     0.3, 0.8, 1 for one, two, three words or more
//	    distinct   (1/k - 1/R) / (1 - 1/R) for a phrase that k of the R roles list
//
// The phrases also help to determine which lines are shown as being about a
// role: p(role | line) is multiplied by e**(2 x (1 - exp(-x))), with x the sum of
// length x distinct over the role's phrases in the line. The signals don't
// include this.
//
// # Counts
//
// The counts in the file are the numbers of postings that mention something, by
// the role in their title. Other jobs are counted too. The counts come first in
// the file, so that explain and compare needn't read the rest (ParseCounts).
//
// # Limits
//
// Any input is valid. Only the first 2,000 lines of a document are read. The
// same input gives the same reading on every machine: no result depends on map
// order or on whether the machine fuses a multiplication with an addition.
package posting
