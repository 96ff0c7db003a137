// Package insight computes what follows from a pack and a result of package fit:
// what a role is and how a person compares with it (Explain), roles side by side
// (Compare), the way from a result to a role (NewPlan), what changed between two
// results (Change), a group at a glance (Team), and lists of roles and results.
//
// It is pure, like fit, and decides nothing that fit decides: verdict, reason,
// the roles that a verdict is about, leads and gaps are taken from the result.
// Each of its types is a document for JSON, named by its schema, that package
// report renders. Numbers are exact; renderers round them.
//
// # Similarity of facets
//
// Compare looks for facets that two roles share and for those that distinguish a
// role from the others. It compares words: those of text and option, in lower
// case, without stop words, and cut to a crude stem. With w the number of
// facets in all compared roles over the number that have a stem:
//
//	weight(stem)      log w, so a stem that every facet has counts for nothing
//	similarity(A,B)   cosine between the weighted sets of stems, from 0 to 1
//
// That knows words and not meanings. It is good enough to choose what to show,
// and for nothing else.
//
// # Moves
//
// Two results of one person differ even if the person doesn't. Change compares
// each move with its standard error under random answering, which is the root of
// the sum of the squares of those of the two results, and calls it beyond when it
// reaches MovedStdErrs of them. Results of different packs, versions or sets of
// roles can't be compared.
//
// # Groups
//
// Scores are ipsative: they compare roles within a person, so that a fit of 70
// means something different for two people. A TeamReport therefore ranks nobody
// and averages nothing; it counts people, and gives quartiles of fits as a
// picture of the spread. It reports nothing about fewer than MinTeam people.
package insight
