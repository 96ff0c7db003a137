// Package fit is the method. It turns answers into a verdict on which role fits.
//
// The questionnaire uses best-worst scaling (MaxDiff, case 1: the object case)
// with ipsative scoring. A person chooses the best and the worst of a few
// options, and roles are compared only within that person. A score therefore
// shows which role a person prefers to others, not how much they would like any
// of them. Scores of different people can't be ranked.
//
// The package is pure: it doesn't read or write anything, and the same input
// gives the same bits on every processor. This comment is its manual; all
// formulas and thresholds are defined here and nowhere else.
//
// # Answers
//
// A question shows two to four options, each a facet of a different role. The
// answer is the best and the worst of them. The role of the best option scores
// +1, that of the worst -1, and the others 0, so the scores sum to zero. Liking
// everything, or nothing, puts no role ahead of another. A skipped question
// doesn't count. It is neither a low answer nor a middle one.
//
// # Fit
//
// For a role r, over the answered questions that show it, in all or in one
// dimension:
//
//	S_r      sum of its scores
//	n_r      number of these questions
//	M_r      S_r / n_r, from -1 to 1
//	fit_r    50 (1 + M_r), from 0 to 100; 50 means no preference
//
// A role that no answered question shows is not judged: its fit is nil.
//
// # Leads
//
// Roles are compared by the difference in their fits, relative to the difference
// expected from random answers. All three values are points of fit:
//
//	lead(A,B)      fit_A - fit_B = 50 (M_A - M_B)
//	stdErr(A,B)    50 sqrt(Var(M_A - M_B))
//	clearAt(A,B)   2 stdErr(A,B)
//
// stdErr is the standard deviation of the lead of one given role over another
// when all answers are random. It isn't an error of this person's answers. A
// score has mean 0 and variance 2/k in a question of k options, and two scores
// of one question have covariance -2/(k (k-1)). So the variance is the sum, over
// the answered questions of k options, of
//
//	both shown   2/k (1/n_A^2 + 1/n_B^2) + 4/(k (k-1) n_A n_B)
//	only A       2/(k n_A^2)
//	only B       2/(k n_B^2)
//
// If all n questions show the same four roles, clearAt is 50 sqrt(16/(3n)): 33.3
// points after 12 questions, 27.2 after 18, 23.6 after 24.
//
// # Verdict
//
// The leader is the role with the highest M; the others are its rivals. The
// second role is the nearest rival: the one with the smallest lead / stdErr. A
// rival is close if the lead over it is less than half of clearAt.
//
//	verdict     when                                                named
//	clear       no rival is close; lead over the second >= clearAt  the leader
//	leaning     no rival is close                                   the leader
//	toss-up     exactly one rival is close                          both
//	undecided   two or more rivals are close, or one of the first   none
//	            two roles has fewer than MinAnswered answers in all
//	            or fewer than MinPerDimension in a dimension
//	none        before all of these: no role card is wanted, and    none
//	            either all cards shown are passed, or a third of
//	            the questions asked, and at least four of them,
//	            were skipped as None
//
// Comparisons alone can't lead to none, because they don't show whether any role
// suits the person. The result still contains the nearest roles. A leader whose
// card was passed is at most leaning. Cards have no other effect on the verdict,
// and they never change a fit or a lead; see Standing.With.
//
// The reason says why the verdict isn't clearer:
//
//	close             a rival is close, or the lead is less than clearAt
//	too-few-answers   the first two roles don't have enough answers
//	card-pass         the lead is clear, but the leader's card was passed
//	provisional       the lead is clear, but the interview would ask more
//	not-compared      fewer than two roles are judged
//	nothing-wanted    the verdict is none
//
// A lead within 1e-9 of a threshold has reached it. Equal roles stay equal:
// roles with equal M share a place (1, 1, 3, 4), a tie for the lead is a
// toss-up or undecided, and a rival is close if it is close to any of the roles
// that share the lead. The order of files, ids and maps has no effect, except
// that lists are ordered by id. The verdict is about the roles that it names. If
// it names none, it is about the roles that share the lead and the second role.
//
// # Provisional results
//
// A result is provisional, and at most leaning, if the person is in an interview
// that would ask more questions. An interview looks at the lead only at the end
// of a round, so a lead that happens to be clear in the middle of one must not
// end it.
//
// A form or a survey asks everything at once. Whether someone stops doesn't
// depend on the lead, so the result is never provisional: only the answered
// questions count, however few, and clearAt is higher for fewer of them. So it
// makes no difference which question a person skipped or couldn't answer, and
// someone who stopped halfway needs a larger lead than someone who answered all
// questions but one. Answers.Form marks such answers. Without the mark, they are
// recognized by an answer to a question that the interview would ask only later.
//
// # Interview
//
// A Schedule asks in rounds of 12, 6 and 6 questions, unless the pack sets
// other sizes. It takes the dimensions in turn, and asks the next unused
// question of each in file order. The interview ends after the first round if
// the verdict is clear, after the second if it is clear or leaning, and after
// the last in any case. A question skipped as Unsure or Unclear is replaced by
// the dimension's next unused question, if there is one. A question skipped as
// None isn't replaced. The interview also ends after a round if enough
// questions were skipped as None for the verdict to be none.
//
// With more than four roles, the first round has max(12, 1.5 x roles)
// questions, rounded up to a multiple of three. The other rounds have half as
// many, also rounded up, and show only the four leading roles. A hash of the
// seed orders roles with equal M. At most MaxInterview roles can be compared
// this way.
//
// Quiz.Next and Quiz.Record run the interview around the schedule, as a
// function of the answers so far. Part 1 consists of the questions, the role
// cards and, if the pack has starts, the start. Cards are shown one at a time,
// shuffled and without titles: all of them for up to six roles, and otherwise
// the leading six. Part 1 ends with the verdict. Then come offers, which can be
// declined: an extra round of ExtraQuestions, if the verdict is close and
// enough unused questions remain; part 2, which is the conditions and the
// skills that the first two roles need; and the skills that only other roles
// need. The person can go back to any step. Finishing early ends the questions
// or, after them, the interview. Nothing in part 2 changes a verdict. Answers
// to questions that the schedule doesn't ask, as in a completed form, count
// too.
//
// # Readiness
//
// Fit is what a person wants, and readiness is what they can do. The two are
// never combined. Readiness for a role is the sum of min(level, needed) divided
// by the sum of needed, both over the needed skills that are rated. A gap is a
// rated skill below the level that a role of the verdict needs; Gaps defines
// the order of gaps.
//
// # Conflicts
//
// A condition is something that comes with a job. A role states how often it
// does, as a level from 0 to MaxOften. Refuse conflicts with level 2 or more, and
// RatherNot with level 3. Conflicts are listed for the roles that the verdict is
// about. Neither conflicts nor the start affect a verdict, a fit or a lead.
//
// # Evidence and changes
//
// The evidence is the answers with the largest |s_A - s_B| between the first
// two roles, up to three in favor of each. Changing one answer moves the lead
// by at most
//
//	50 ((s_A + 1)/n_A + (1 - s_B)/n_B)
//
// where a role that the question doesn't show adds nothing. Result.Changes is
// the smallest number of answers whose largest moves together exceed the lead.
// If that many answers change, the second role could be ahead.
//
// # Worked example
//
// Six questions, two per dimension, all show roles A, B, C and D. The best and
// worst are A-B, A-C, A-D, B-C, A-D and C-B:
//
//	    best  worst    S     M     fit  place
//	A      4      0   +4  +4/6    83.3      1
//	B      1      2   -1  -1/6    41.7      2
//	C      1      2   -1  -1/6    41.7      2
//	D      0      2   -2  -2/6    33.3      4
//
// A leads B, and C, by 41.7 points. stdErr is 50 sqrt(4/(3*6)) = 23.6 points, so
// clearAt is 47.1 and a rival is close below 23.6. None is close and the lead is
// below clearAt: leaning to A. Changing the answer A-B moves the lead over B by
// 50 (2/6 + 2/6) = 33.3 points at most; A-C, A-D and C-B by 25 each; B-C by 8.3.
// The largest two add up to 58.3, which exceeds 41.7, so Changes is 2.
package fit
