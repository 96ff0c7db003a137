package cli

import (
	"fmt"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/audit"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
)

// methodTopic is rolefit help method.
func methodTopic() *cobra.Command {
	return topic("method", "How the score and the verdict work, and what nobody has measured", methodText)
}

// methodText says in plain words how the method works. Its figures are those
// of the code: thresholds and chances of fit, the sets of the built-in pack,
// and the simulated table that a test of audit holds to the method.
func methodText() (string, error) {
	q, err := fit.NewQuiz(pack.Builtin(), nil)
	if err != nil {
		return "", err
	}
	var chances strings.Builder
	answered := 0
	for _, n := range q.Rounds {
		answered += n
		clear := clearAfter(q, answered)
		fmt.Fprintf(&chances, "    %2d questions   clear from %.1f points   leaning from %.1f\n", answered, clear, fit.LeaningShare*clear)
	}
	return fmt.Sprintf(methodPage,
		fit.MaxShown, len(q.Rounds),
		fit.ClearStdErrs, 1.0, 1.0, 1.0, fit.MinAnswered, fit.MinPerDimension,
		len(q.Roles), chances.String(),
		q.Rounds[0], q.Rounds[1], q.Rounds[2],
		methodTable(), methodRandom(), methodTwice(), audit.PublishedSame[0]), nil
}

// clearAfter is the lead that is clear after the quiz's first so many questions, which
// show all its roles. What was answered makes no difference to it.
func clearAfter(q *fit.Quiz, questions int) float64 {
	t := fit.NewTally(q)
	for _, x := range q.Questions[:questions] {
		t.Add(x, 0, 1)
	}
	s := t.Standing()
	return s.ClearAt()
}

func methodTable() string {
	var b strings.Builder
	b.WriteString("    rho    top role   questions   clear         leaning       toss-up       undecided\n")
	b.WriteString("           right                  (right)       (right)       (right)\n")
	for _, r := range audit.Published {
		fmt.Fprintf(&b, "    %.2f   %-8.1f   %-9.1f   %-11s   %-11s   %-11s   %.1f\n", r.Rho, r.TopRight, r.Questions,
			inBrackets(r.Clear, r.ClearRight), inBrackets(r.Leaning, r.LeaningRight), inBrackets(r.TossUp, r.TossUpRight), r.Undecided)
	}
	return b.String()
}

func inBrackets(share, right float64) string { return fmt.Sprintf("%.1f (%.1f)", share, right) }

// methodRandom is how often random answers are called clear, by the roles of a
// quiz, in two figures at most.
func methodRandom() string {
	roles, times := "    roles ", "    1 in  "
	for _, r := range audit.PublishedRandom {
		in := 100 / r.Clear
		unit := math.Pow(10, max(0, math.Floor(math.Log10(in))-1))
		roles += fmt.Sprintf("%6d", r.Roles)
		times += fmt.Sprintf("%6.0f", math.Round(in/unit)*unit)
	}
	return roles + "\n" + times + "\n"
}

func methodTwice() string {
	var parts []string
	for i, r := range audit.Published {
		if i > 0 {
			parts = append(parts, fmt.Sprintf("%.0f %% at rho %.2f", audit.PublishedSame[i], r.Rho))
		}
	}
	return strings.Join(parts, ", ")
}

const methodPage = `How rolefit arrives at a verdict, and how far to trust it.

THE SCORE
  Each question shows up to %d things to do, to get good at or to be proud of,
  each from another role, without saying which. You pick the best and the worst.
  The best gives its role 1 point, the worst takes 1, the others get 0. So liking
  everything, or nothing, moves no role ahead of another. A skipped question
  counts for nothing: it is not a low or a middle answer.

  A role's fit is its points over the questions that show it, on a scale of 0 to
  100. 50 is what no preference gives. Where each question shows all roles, the
  fits of one person average 50 whatever that person likes: a high one says
  'rather this than the others', never how much. So it is not a percentage of
  anything, and fits of two people cannot be compared. A fit in one dimension
  rests on about a third of the answers, and luck moves it further. What you can
  do (skills, readiness) is reported beside fit and never mixed in.

THE CHANCE
  Luck alone puts some role ahead. By how much is known: chance is one standard
  deviation of the lead that one role has over another, both named beforehand,
  when the answers are random. It is worked out for the questions that were
  answered. Luck stays within 1 chance about two times in three, and within 2
  about nineteen times in twenty.

  The role in front, though, is the one that the answers put there, and the quiz
  looks up to %d times. How often random answers get a verdict all the same is
  the row of rho 0 below. A lead beyond luck says that you preferred something;
  it is not the probability that the role is right for you.

THE VERDICT
  clear       the leading role is at least %.0f chances ahead of every other one
  leaning     it is at least %.0f chance ahead of every other one
  toss-up     one other role is nearer than %.0f chance: both are named
  undecided   two or more are nearer than %.0f; or one of the first two roles was
              in fewer than %d answered questions, or in fewer than %d of a dimension

  With %d roles, in points of lead:

%s
THE INTERVIEW
  The built-in quiz asks %d questions. When the verdict is then clear it ends; if
  not, %d more, and when it is clear or leaning it ends; if not, %d more. 'Finish
  now' ends it at any time; the result then says that it is provisional, and is
  called leaning at most.

  Choosing between roles cannot show that none of them suits. Whoever finds that
  nothing appeals can skip a question and say so; after many such skips the
  report says that the role may be one that is not among these.

  The role summaries without titles, which come after the questions, never enter
  the score. That they agree with it proves little: both are you on one day.

WHAT WAS SIMULATED
  People made of random numbers took this interview. In the model a person has a
  liking for each role; an option is worth sqrt(rho) times that liking and
  sqrt(1-rho) times noise, fresh for every option, all of it normally
  distributed; the best and the worst are picked. So rho is the share of one
  answer that is stable preference, and at rho 0 the answers are random.
  Published interest scales imply .30 to .46; roles as near to each other as
  these are probably lower, and .15 to .30 is a guess that nobody has checked.

  All but the questions are per cent. Right is the role that the simulated
  person likes best, and nothing else: in brackets, how often the verdict names
  it (a toss-up: as one of its two).

%s
  How often random answers are called clear depends on the number of roles:

%s
  Two interviews of the same simulated person put the same role first in
  %s.
  Luck alone gives %.0f %%.

  The model leaves out what people do: take to words that sound nicer, answer as
  they would like to be, tire, remember, like certain roles together. No
  simulation shows how much of that there is.

  'rolefit pack audit' repeats this for any pack.

WHAT NOBODY HAS MEASURED
  No real people stand behind these figures. Nobody has measured whether those
  whom the quiz calls a role are happy in it (validity), nor whether people get
  the same verdict a month later (retest). What one's rho is, nobody knows. The
  answers say what you picked today from what this quiz offered, no more.

WHAT IT IS FOR
  For exploring: to find words for what you like, and what to look at next. It is
  not for hiring, promoting or ranking anybody. Nothing in it tells how good
  somebody is at a job, and whoever wants a certain verdict can pick it.
`
