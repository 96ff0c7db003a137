// Package learn derives a posting.Model from labeled postings and labeled lines,
// and measures it. The package comment of posting explains the model.
//
// # Training data
//
// A reader's judgment of a text counts more than its title; see readWeight. The
// target for a mixed posting is shared between its two roles. Labeled lines are
// optional. Without them, the sentences in a role's postings are treated as if
// they were about that role.
//
// The training set contains each posting with and without its title, so that
// both can be read. For p(none), it also contains an excerpt of each posting, and
// short excerpts of other jobs with one or two labeled lines about a role: a
// short text says less, and a job may mention what it doesn't do.
//
// # Regressions
//
// All regressions minimize the log loss plus half the penalty times the sum of
// squared weights. They use only features that occur in at least five
// companies, and of these the most informative ones. The weights of the
// lexicon's points are learned from phrases that at least five companies use,
// but rarer ones count as well when a posting is read.
//
// # Evaluation
//
// The evaluation uses ten-fold cross-validation over companies (groups): all
// postings and lines of a company are in one fold. Everything that is chosen is
// chosen without the fold that measures it: features, phrases of the lexicon,
// penalties (on a third of the other folds), and thresholds (on the scores of
// the other folds). The signals of a posting come from a regression on lines
// that saw neither the posting's fold nor the one left out, so they are equally
// reliable in training and in use. The file contains the resulting figures,
// which docs and help quote.
//
// Scores are calibrated in bins of held-out postings, which are pooled until the
// shares of postings about which the reader agreed ascend.
//
// # Limits
//
// The same input gives the same file on every machine: no result depends on map
// order, on the number of goroutines, or on whether the machine fuses a
// multiplication with an addition, and weights are rounded to hundredths.
package learn
