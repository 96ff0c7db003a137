// Package fit is the method: roles and questions, answers, scores, the
// verdict and the interview plan. It is pure: the same input gives the same
// output, and nothing is read or written. This comment is its manual.
//
// # What an answer is
//
// A question shows two to four options, each a facet of another role; the
// answer is the best and the worst of them. It is a vector over the roles
// shown that sums to zero: the best is +1, the worst is -1, the others are 0.
// So liking everything, or nothing, moves no role ahead of another. A skipped
// question counts for nothing: it is not a low and not a middle answer.
//
// # Scores
//
// For a role r, over the answered questions that show it (in all, or in one
// dimension d):
//
//	S_r      the sum of its scores
//	n_r      the number of these questions
//	M_r      S_r / n_r, from -1 to 1
//	fit_r    50 (1 + M_r), from 0 to 100; 50 is what no preference gives
//
// A role in no answered question is not judged. The lead of role A over role
// B, in points, and what luck alone gives:
//
//	N            (n_A + n_B) / 2
//	lead(A,B)    N (M_A - M_B)
//	chance(A,B)  N sqrt(Var(M_A - M_B))
//
// Chance is the standard deviation of the lead of one given role over another
// under random answering. The variance is the sum, over the answered questions
// of k options, of
//
//	both shown   2/k (1/n_A^2 + 1/n_B^2) + 4/(k (k-1) n_A n_B)
//	only A       2/(k n_A^2)
//	only B       2/(k n_B^2)
//
// because a score has mean 0 and variance 2/k, and two scores of one question
// have the covariance -2/(k (k-1)). Where every question shows the same four
// roles the lead is S_A - S_B, and chance is sqrt(4n/3).
//
// # Verdict
//
// The leading role is the one with the highest M. Against every rival of it:
//
//	clear      the lead is at least ClearAt chances over all
//	leaning    at least LeaningAt chances over all
//	toss-up    exactly one rival is nearer than LeaningAt: both are named
//	undecided  two or more rivals are nearer than that; or one of the first two
//	           roles has fewer than MinAnswered answered questions, or fewer
//	           than MinPerDimension in a dimension
//
// A lead within 1e-9 of a threshold has reached it. The second role, over
// which the lead is stated, is the rival that is nearest in chances. Equal
// stays equal: roles equal in M share a place (1, 1, 3, 4); a tie at the top is
// a toss-up or undecided; a rival counts as near when it is near to any of the
// roles that share the lead. Order of files, alphabet and maps decide nothing:
// ids only order what is shown. A provisional result, one for which the plan
// would ask more, says at most leaning.
//
// # Interview
//
// A Plan asks in sets (12, 6 and 6 questions): dimensions in turn, in each the
// next unused question in file order. After the first set it ends if the
// verdict is clear, after the second if it is clear or leaning, after the last
// in any case. A skipped question is made good by the dimension's next unused
// one, while there is one. With more than four roles the first set is
// max(12, 1.5 x roles), rounded up to a multiple of three, the others half of
// it, rounded likewise; these show only the four leading roles, of which those
// equal in M are drawn by a hash of the seed. Quiz.Next and Quiz.Record are
// the interview around the plan: role cards, then skills, going back,
// finishing early. It is a function of the answers so far.
//
// The role cards never enter the score. Answers beyond the plan, as in a form
// that is filled in to the end, all count; with more than four roles such a
// form is finished with as many answers as an interview can have, since no
// form can know the leading roles of the later sets.
//
// # Readiness
//
// Readiness is a second axis, never blended with fit: over the rated skills
// that a role needs, the sum of min(level, needed) / the sum of needed. A gap
// is a rated skill below what the named roles need (the first two, when none
// is named); see Gaps for their order.
//
// # Evidence and flip
//
// Evidence is the answers with the largest |s_A - s_B| between the first two
// roles. One answer moves their lead by at most
// N ((s_A + 1)/n_A + (1 - s_B)/n_B), a role it does not show left out; flip is
// the smallest number of answers whose largest moves, together, exceed the
// lead: had they been answered otherwise, the second role would be ahead.
//
// # A worked example
//
// Six questions of four options, two per dimension, show roles A, B, C and D.
// Best and worst were A-B, A-C, A-D, B-C, A-D and C-B:
//
//	     best  worst   S    M      fit
//	A     4     0     +4   +4/6   83.3
//	B     1     2     -1   -1/6   41.7
//	C     1     2     -1   -1/6   41.7
//	D     0     2     -2   -2/6   33.3
//
// A leads B and C by 5 points. Luck alone gives sqrt(4*6/3) = 2.83 points, so
// the lead is 1.77 chances over the nearest rivals: leaning. Places are 1, 2,
// 2, 4. How far each answer, given otherwise, moves the lead of A over B: A-B by
// (1+1) + (1+1) = 4; A-C and both A-D by (1+1) + (1-0) = 3; C-B by
// (0+1) + (1+1) = 3; B-C by (0+1) + (1-1) = 1. The two largest, 4 and 3, make
// 7, which exceeds 5: flip is 2.
package fit
