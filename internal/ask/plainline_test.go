package ask

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
)

// Words choose an option, too, and help says what the options are.
func TestPlainWords(t *testing.T) {
	q := wholeQuiz()
	a, _, said, _ := plain(q, "1\n2\nf\nNO.\nf\nyes\n2\ny\nrefuse\n?\nrather not\n?\n", Session{Resumed: true, Ending: testEnding})
	require.Equal(t, []fit.ConditionAnswer{{Condition: "on-call", Tolerance: fit.Refuse}, {Condition: "v", Tolerance: fit.RatherNot}}, a.Conditions, said)
	require.Contains(t, said, "Start part 2?\n")
	require.Contains(t, said, "Help.\n1: Fine.\n2: I'd rather not.\n3: I'd refuse.\n")
	require.Contains(t, said, "0: ")
	q = builtinQuiz(t)
	_, _, said, _ = plain(q, q.Next(&fit.Answers{Seed: 7}).Options[0].Text+"\n", Session{Resumed: true})
	require.Contains(t, said, "isn't one of the keys here", "of a question, only numbers are typed")
}

// g goes back to a question by its number.
func TestPlainJump(t *testing.T) {
	_, _, said, _ := plain(wholeQuiz(), strings.Repeat("1\n2\n", 5)+"g 2\n\n\n?\ng 9\ng x\n", Session{Resumed: true})
	said = flat(said)
	_, after, _ := strings.Cut(said, "Question 6")
	require.Regexp(t, `Question 2\..* 1\. was best`, after)
	require.Contains(t, after, "Back to question 6, where you were.")
	require.Contains(t, after, "g and a number: Go back to that question, as in g 1.")
	require.Equal(t, 2, strings.Count(after, "Type g and a number from 1 to 5."))
}

// Jobs, conditions, skills and skips are confirmed, too.
func TestPlainConfirmsAnswers(t *testing.T) {
	_, _, said, _ := plain(wholeQuiz(), "1\n2\nf\ny\n2\ny\n3\n1\ns\n2\n", Session{Resumed: true, Ending: testEnding})
	for _, want := range []string{"Picked 3: I'd refuse. Condition 2", "Picked 1: Fine. Skill 1", "Skipped. Skill 2", "Level 2: "} {
		require.Contains(t, flat(said), want)
	}
	typed, a := session(t, wholeQuiz(), 7, false)
	_, _, said, _ = plain(wholeQuiz(), strings.Replace(typed, "for part 2", "2", 1), Session{Resumed: true})
	require.GreaterOrEqual(t, strings.Count(said, "\nPicked "), len(a.Cards)+len(a.Conditions))
}
