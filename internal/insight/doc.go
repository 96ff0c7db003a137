// Package insight computes what follows from a pack and a result of package
// fit: a description of a role and the person's result for it (Explain), a
// comparison of roles (Compare), a plan for getting from a result to a role
// (NewPlan), the changes between two results (Change), a summary of a group
// (Team), and lists of roles and results.
//
// Like fit, it is pure. It never decides anything that fit decides: the
// verdict, its reason, the roles that it is about, leads and gaps come from the
// result. Each of its main types is a JSON document with its own schema, which
// package report renders. Numbers are exact; renderers round them.
//
// # Similarity of facets
//
// Compare finds facets that two roles have in common and facets that
// distinguish a role from the others. It compares the words of text and option
// in lower case, without stop words, and reduced to a crude stem. Let w be the
// number of facets in all compared roles divided by the number that contain a
// stem:
//
//	weight(stem)      log w, which is 0 for a stem in every facet
//	similarity(A,B)   cosine between the weighted sets of stems, from 0 to 1
//
// This compares words, not meanings. It is good enough for choosing what to
// show, and for nothing else.
//
// # Moves
//
// Two results of one person differ even if the person hasn't changed. Change
// compares each move with its standard error under random answering, which is
// the root of the sum of the squared standard errors of the two results. A move
// counts as beyond random answering if it reaches MovedStdErrs standard errors.
// Results with different packs, versions or roles can't be compared.
//
// # Groups
//
// Scores are ipsative: they compare roles within one person, so a fit of 70
// means something different for each person. A TeamReport therefore doesn't
// rank people or average scores. It counts people, and gives the quartiles of
// fits to show the spread. It reports nothing about fewer than MinTeam people.
package insight
