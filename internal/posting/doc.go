// Package posting reads job postings: which of a pack's roles a text describes,
// by which of its lines, or that it describes another job. It learns that from
// labeled postings and labeled lines (Learn), keeps what it learned as counts and
// weights in a file (quiz/postings.yaml), and reads by that file (Matcher). A pack
// without the file is read by its own words, and the reading says that it is a
// guess. Package document turns files into the logical lines that this package
// reads; package fact finds what else a job hunter wants to know.
//
// # What is learned
//
// A posting is cut into sentences and list items, called lines. Words are compared
// by their stems, numbers are all the same. A line has a feature for each stem and
// each pair of stems that follow each other. A softmax regression says what a line
// is about: one of the R roles, work that any of them might do ("operations"), or
// something else ("other"):
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
//	title     every stem and pair in its title, where there is one
//
// and two regressions on them say which role it is, and whether it is another job:
//
//	p(role)  = softmax(b + sum of w x value)
//	p(none)  = logistic(b + sum of w x value)
//
// A posting is in the training set with and without its title, so that it can be
// read either way. The lexicon (quiz/lexicon.yaml) is what people wrote down: per
// role and theme, phrases. A theme has 1 - exp(-x) points, with x the sum over the
// phrases found of
//
//	section x length x distinct
//	    section    how much the part of the posting counts, see sectionWeight
//	    length     0.3, 0.8, 1 for one, two, three words or more
//	    distinct   (1/k - 1/R) / (1 - 1/R) for a phrase that k of the R roles list
//
// All regressions minimize the log loss plus half the penalty times the sum of
// squared weights. They use features that occur in five companies or more, and of
// these the ones that tell most by themselves.
//
// # What it is learned from
//
// What a reader said of a text counts more than what its title says: see
// readWeight. The target for a mixed posting is shared between its two roles.
// Nobody's labels of lines are needed: without them the sentences of the postings
// of a role count as if they were about it.
//
// # How it is measured
//
// By ten-fold cross-validation over companies (groups): all postings and lines of
// a company are in one fold. Whatever is chosen is chosen without the fold that it
// is measured on: features, phrases of the lexicon, penalties (on a third of the
// other folds), thresholds (on the scores of the other folds). The signals of a
// posting come from a regression of lines that saw neither the posting's fold nor
// the one that is left out, so that they are as good for training as for reading.
// The file holds the figures, which docs and help quote.
//
// # What a reading says
//
//	none   p(none) is above a threshold at which few of the roles were called none, among those
//	       that the reader was sure of
//	mixed  p(second role) / p(first role) is above a threshold below which most verdicts for one
//	       role were right
//	one    otherwise
//
// A confidence is not the regression's probability but what such a score meant for
// postings of companies that were left out: the share of them where the reader
// agreed, in bins that are pooled until the shares ascend. The mix counts lines by
// what they are most about. Evidence is the lines with the highest p for a role;
// the words marked in it are those whose stems and pairs weigh most for that role
// against the mean of the other classes.
//
// # What a match says
//
// A Match is a reading together with the facts of package fact and, as data for
// machines, those of the page; what is unusual against the counts; and how the
// posting fits the person of a result (Me). Facts that aren't right often enough
// are left out or said with less; see shown. A sentence speaks of a facet, and so
// of something that the person chose, only if it is about the facet's role and has
// several phrases of the lexicon's theme of that name; see facetWorth.
//
// The counts are of mentions in postings by the role in their title; other jobs
// are counted, too. They come first in the file, so that explain and compare read
// no more than them (ParseCounts).
//
// # Bounds
//
// Any bytes may come; a document's first 2,000 lines are read. The same input
// gives the same file on every machine: no result depends on the order of a map or
// on whether the machine fuses a multiplication with an addition, and weights are
// rounded to hundredths.
package posting
