package state

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/rolefit/rolefit/internal/fit"
)

func TestReplayMatchesRecording(t *testing.T) {
	dir, q := t.TempDir(), quiz(testPack())
	rapid.Check(t, func(t *rapid.T) {
		s, err := Open(dir, time.Now)
		require.NoError(t, err)
		direct := newAnswers(q)
		direct.Seed = rapid.Uint64().Draw(t, "seed")
		x, err := s.Begin(q, &fit.Answers{Pack: direct.Pack, Seed: direct.Seed, Seeded: true})
		require.NoError(t, err)
		for _, n := range rapid.SliceOfN(rapid.IntRange(0, 21), 0, 60).Draw(t, "events") {
			if n == 20 { // the session is closed and resumed
				require.NoError(t, x.Close())
				x, err = s.Resume(x.ID, q)
				require.NoError(t, err)
				continue
			}
			r := fit.Event{Finish: true}
			if n < 20 {
				r = nextEvent(q.Next(direct), n)
			}
			if q.Record(direct, r) == nil {
				require.NoError(t, q.Record(x.Answers, r))
				require.NoError(t, x.Append(r))
			}
		}
		require.NoError(t, x.Close())
		x, err = s.Resume(x.ID, q)
		require.NoError(t, err)
		defer x.Close()
		direct.Taken = x.Answers.Taken
		require.Equal(t, direct, x.Answers)
		require.Equal(t, q.Next(direct), q.Next(x.Answers))
		require.Empty(t, x.Dropped)
	})
}

func TestResumeCutsTornLine(t *testing.T) {
	for _, tail := range []string{`{"id":"focus-12`, `{"id":"x","best":"a"}`, "\x00\x00\x00\x00", "\x00\x00\n", strings.Repeat("x", 999)} {
		s, q := testStore(t), quiz(testPack())
		x := begin(t, s, q)
		answer(t, x, q, 5)
		before := *x.Answers
		name := filepath.Join(s.dir, sessions, x.ID+".jsonl")
		require.NoError(t, x.Close())
		appendTo(t, name, tail)

		y := resume(t, s, x.ID, q)
		require.Equal(t, before.All, y.Answers.All, tail)
		require.Empty(t, y.Damaged)
		answer(t, y, q, 3)
		require.NoError(t, y.Close())
		require.Len(t, resume(t, s, x.ID, q).Answers.All, len(y.Answers.All), "what is kept after a torn line can be read")
	}
}

func appendTo(t *testing.T, name, text string) {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_APPEND, 0)
	require.NoError(t, err)
	_, err = f.WriteString(text)
	require.NoError(t, err)
	require.NoError(t, f.Close())
}

func TestResumeReportsDamagedLine(t *testing.T) {
	s, q := testStore(t), quiz(testPack())
	x := begin(t, s, q)
	answer(t, x, q, 6)
	require.NoError(t, x.Close())
	name := filepath.Join(s.dir, sessions, x.ID+".jsonl")
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	lines := strings.SplitAfter(string(data), "\n")
	lost := x.Answers.All[2].Question
	lines[3] = "\x00" + lines[3][1:]
	require.NoError(t, os.WriteFile(name, []byte(strings.Join(lines, "")), fileMode))

	y := resume(t, s, x.ID, q)
	require.Equal(t, []int{4}, y.Damaged)
	require.Len(t, y.Answers.All, len(x.Answers.All)-1)
	require.Equal(t, lost, q.Next(y.Answers).ID, "what was lost is asked again")
	answer(t, y, q, 2)
	require.NoError(t, y.Close())
	z := resume(t, s, x.ID, q)
	require.Empty(t, z.Damaged, "it is said once")
	require.Equal(t, y.Answers, z.Answers)
}

// A lost event doesn't affect later events.
func TestResumeReportsDamagedMove(t *testing.T) {
	s, q := testStore(t), quiz(testPack())
	x := begin(t, s, q)
	answer(t, x, q, 6)
	for range 2 {
		require.NoError(t, q.Record(x.Answers, fit.Event{Back: true}))
		require.NoError(t, x.Append(fit.Event{Back: true}))
	}
	require.NoError(t, x.Close())
	name := filepath.Join(s.dir, sessions, x.ID+".jsonl")
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(name, []byte(strings.Replace(string(data), "back", "back\x00", 1)), fileMode))

	y := resume(t, s, x.ID, q)
	require.Equal(t, []int{8}, y.Damaged)
	require.Equal(t, x.Answers.All, y.Answers.All)
	require.NoError(t, y.Close())
	require.Empty(t, resume(t, s, x.ID, q).Damaged, "it is said once")
}

func TestResumeWithChangedPack(t *testing.T) {
	s, q := testStore(t), quiz(testPack())
	x := begin(t, s, q)
	answer(t, x, q, 12)
	require.NoError(t, x.Close())
	reworded := x.Answers.All[4].Question
	option := q.Question(reworded).Options[1]

	changed := testPack()
	changed.Hash = "ba9876543210"
	facets := changed.Role(option.Role).Parts[q.Question(reworded).Dimension].Facets
	for i := range facets {
		if facets[i].ID == option.Facet {
			facets[i].Option += ", reworded"
		}
	}
	q2 := quiz(changed)
	y := resume(t, s, x.ID, q2)
	var gone []StepKey
	for _, a := range x.Answers.All {
		e := fit.Event{Kind: fit.AskQuestion, ID: a.Question}
		if q2.Question(a.Question) == nil || askedHash(q, x.Answers, e) != askedHash(q2, y.Answers, e) {
			gone = append(gone, keyOf(e))
		}
	}
	require.Contains(t, gone, StepKey{fit.AskQuestion, reworded})
	require.Equal(t, gone, y.Dropped)
	require.Len(t, y.Answers.All, len(x.Answers.All)-len(gone))
	require.Equal(t, x.Answers.Seed, y.Answers.Seed)
	require.Equal(t, reworded, q2.Next(y.Answers).ID)
	answer(t, y, q2, 3)
	require.NoError(t, y.Close())

	again := resume(t, s, x.ID, q2)
	require.Empty(t, again.Dropped, "it is said once")
	require.Equal(t, y.Answers, again.Answers)
	require.NoError(t, again.Close())

	back := resume(t, s, x.ID, q)
	require.Equal(t, gone, back.Dropped, "what was answered last counts, and it was to the new words")
}

func TestOtherStepsOfAChangedPack(t *testing.T) {
	s, q := testStore(t), quiz(testPack())
	x := begin(t, s, q)
	answer(t, x, q, 100)
	require.NoError(t, x.Close())
	require.Len(t, x.Answers.Cards, 4)
	require.Len(t, x.Answers.Conditions, 2)
	require.NotEmpty(t, x.Answers.Skills)

	changed := testPack()
	changed.Version = 2
	changed.Roles[0].Parts[fit.Focus].Summary += ", reworded"
	changed.Skill(x.Answers.Skills[0].Skill).Covers = "other things"
	changed.Conditions[1].Question = "You aren't."
	y := resume(t, s, x.ID, quiz(changed))
	require.Len(t, y.Dropped, 3)
	require.Equal(t, fit.AskCard, y.Dropped[0].Kind)
	require.Equal(t, []StepKey{{fit.AskCondition, "skill0"}, {fit.AskSkill, x.Answers.Skills[0].Skill}}, y.Dropped[1:])
	require.Equal(t, x.Answers.All, y.Answers.All)
	require.Len(t, y.Answers.Cards, 3)
	require.Empty(t, y.Answers.Card(changed.Roles[0].ID), "its text is another")
	require.Equal(t, x.Answers.Conditions[:1], y.Answers.Conditions)
	require.Equal(t, x.Answers.Start, y.Answers.Start)
	require.Equal(t, x.Answers.Skills[1:], y.Answers.Skills)
}

// TestResumeAfterARoleWasAdded checks that answers to questions that are no longer
// asked stay and count, through further answers and resumes, and that the result
// is about the new role as well.
func TestResumeAfterARoleWasAdded(t *testing.T) {
	s := testStore(t)
	three := testPack()
	dog := three.Roles[3]
	three.Roles = three.Roles[:3]
	q := quiz(three)
	x := begin(t, s, q)
	answer(t, x, q, 5)
	require.NoError(t, x.Close())
	before := fit.Score(q, x.Answers)

	four := testPack()
	four.Hash = "ba9876543210"
	require.Equal(t, dog.ID, four.Roles[3].ID)
	grown := quiz(four)
	y := resume(t, s, x.ID, grown)
	require.Empty(t, y.Dropped)
	require.Len(t, y.Answers.All, 5)
	for _, a := range y.Answers.All {
		require.Nil(t, grown.Question(a.Question), "it is no longer asked")
		require.NotEmpty(t, a.Shown)
	}
	require.Equal(t, before.Role("ant").Fit, fit.Score(grown, y.Answers).Role("ant").Fit)
	answer(t, y, grown, 4)
	require.NoError(t, y.Close())

	z := resume(t, s, x.ID, grown)
	require.Equal(t, y.Answers, z.Answers)
	require.Empty(t, z.Dropped)
	answer(t, z, grown, 100)
	require.Equal(t, fit.Done, grown.Next(z.Answers).Kind)
	after := fit.Score(grown, z.Answers)
	require.NoError(t, after.Check())
	require.Zero(t, after.Uncounted)
	require.Equal(t, len(z.Answers.All), after.Asked)
	require.NotNil(t, after.Role(dog.ID).Fit)
	require.False(t, after.Provisional)
	require.NoError(t, z.Save(after, noon, false))

	// What is changed about the result starts from all of it.
	edited, err := grown.Continue(after, fit.Edit)
	require.NoError(t, err)
	require.Len(t, edited.All, len(z.Answers.All))
}
