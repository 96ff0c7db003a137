package ask

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/safetext"
)

func TestHostilePacks(t *testing.T) {
	p := *builtinQuiz(t).Pack
	evil := "\x1b]0;x\a\x1b[2Jre\u202ead\x00"
	p.Title = evil
	p.Written = append([]fit.Question(nil), p.Written...)
	for i := range p.Written {
		x := &p.Written[i]
		x.Prompt = evil
		x.Options = append([]fit.Option(nil), x.Options...)
		for j := range x.Options {
			x.Options[j].Text = evil + fmt.Sprint(j)
		}
	}
	p.Skills = append([]fit.Skill(nil), p.Skills...)
	for i := range p.Skills {
		p.Skills[i].Name, p.Skills[i].Covers = evil, evil
	}
	p.Levels = append([]fit.Level(nil), p.Levels...)
	for i := range p.Levels {
		p.Levels[i].Anchor = evil
	}
	q, err := fit.NewQuiz(&p, nil)
	require.NoError(t, err)
	typed, _ := session(t, q, 7, true)
	_, outcome, said, err := plain(q, typed, Session{})
	require.NoError(t, err)
	require.Equal(t, Finished, outcome)
	require.Equal(t, strings.ReplaceAll(said, "\n", " "), safetext.Sanitize(said))
}

// No input causes a panic, and only complete answers are recorded.
func TestPlainAnyInput(t *testing.T) {
	q := builtinQuiz(t)
	words := rapid.SampledFrom([]string{"1", "2", "3", "4", "0", "b", "s", "f", "q", "?", "", "x", "r", "back", "finish"})
	rapid.Check(t, func(t *rapid.T) {
		typed := strings.Join(rapid.SliceOfN(words, 0, 120).Draw(t, "typed"), "\n") + "\n"
		a, _, _, err := plain(q, typed, Session{})
		require.NoError(t, err)
		for _, answer := range a.All {
			require.NoError(t, q.Question(answer.Question).Check(answer))
		}
	})
}
