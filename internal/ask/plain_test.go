package ask

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/lipgloss"
	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/fit/fittest"
)

// session is a whole interview as someone would type it, and the answers that
// should result.
func session(t require.TestingT, q *fit.Quiz, seed uint64, more bool) (typed string, want fit.Answers) {
	want = fit.Answers{Seed: seed, Seeded: true}
	for n := int(seed%97) + 1; ; n++ {
		s := q.Next(&want)
		r := fit.Event{Kind: s.Kind, ID: s.ID}
		switch {
		case s.Kind == fit.Done:
			return typed, want
		case s.ID == fit.OfferQuestions && more:
			typed, r.Pick = typed+"s\n", fit.Yes
		case s.ID == fit.OfferQuestions: // the key for part 2 declines it
			r.Pick = fit.No
		case s.ID == fit.OfferPart2:
			typed, r.Pick = typed+"for part 2\ny\n", fit.Yes
		case s.Kind == fit.AskOffer && more:
			typed, r.Pick = typed+"1\n", fit.Yes
		case s.Kind == fit.AskOffer:
			typed, r.Pick = typed+"2\n", fit.No
		case (s.Kind == fit.AskSkill || s.Kind == fit.AskStart) && n%4 == 0:
			typed, r.Skip = typed+"s\n", fit.Unsure
		case s.Kind == fit.AskSkill:
			level := n % (fit.MaxLevel + 1)
			typed, r.Level = typed+fmt.Sprintln(level), &level
		case s.Kind != fit.AskQuestion:
			typed, r.Pick = typed+fmt.Sprintln(n%len(s.Options)+1), s.Options[n%len(s.Options)].Key
		case n%7 == 0:
			typed, r.Skip = typed+fmt.Sprintf("s\n%d\n", n%3+1), fit.Skips[n%3]
		case len(s.Options) == 2:
			typed, r.Best = typed+fmt.Sprintln(n%2+1), s.Options[n%2].Key
		default:
			best := n * n % len(s.Options)
			worst := (best + 1 + n%(len(s.Options)-1)) % len(s.Options)
			typed, r.Best, r.Worst = typed+fmt.Sprintf("%d\n%d\n", best+1, worst+1), s.Options[best].Key, s.Options[worst].Key
		}
		require.NoError(t, q.Record(&want, r))
	}
}

// wholeQuiz is of a pack with conditions and starts.
func wholeQuiz() *fit.Quiz { return fittest.MustQuiz(fittest.Whole(4)) }

// An echo is a terminal's input in lines: what is typed is shown, too.
type echo struct {
	lines []string
	out   io.Writer
}

func (e *echo) Read(p []byte) (int, error) {
	if len(e.lines) == 0 {
		return 0, io.EOF
	}
	n := copy(p, e.lines[0])
	e.lines = e.lines[1:]
	return e.out.Write(p[:n])
}

// untimed returns the answers without their times.
func untimed(a fit.Answers) fit.Answers {
	answers := append([]fit.Answer(nil), a.All...)
	for i := range answers {
		answers[i].Seconds = -1
	}
	a.All = answers
	return a
}

func plain(q *fit.Quiz, typed string, s Session) (fit.Answers, Outcome, string, error) {
	var out bytes.Buffer
	a := fit.Answers{Seed: 7, Seeded: true}
	s.Quiz, s.Answers = q, &a
	outcome, err := Plain(context.Background(), &s, Options{In: strings.NewReader(typed), Out: &out, Now: func() time.Time { return time.Unix(0, 0) }})
	return a, outcome, out.String(), err
}

func TestPlainSameAnswers(t *testing.T) {
	all := builtinQuiz(t)
	two, err := fit.NewQuiz(all.Pack, []string{"devops", "platform"})
	require.NoError(t, err)
	for seed := range uint64(12) {
		q := []*fit.Quiz{all, two, wholeQuiz()}[seed%3]
		typed, want := session(t, q, seed, seed%3 == 0)
		typed = strings.ReplaceAll(typed, "for part 2", "2")
		var kept []fit.Event
		var out bytes.Buffer
		a := fit.Answers{Seed: seed, Seeded: true}
		outcome, err := Plain(context.Background(), &Session{Quiz: q, Answers: &a, Save: func(r fit.Event) error { kept = append(kept, r); return nil }},
			Options{In: &echo{strings.SplitAfter(typed, "\n"), &out}, Out: &out})
		require.NoError(t, err)
		require.Equal(t, Finished, outcome)
		require.Equal(t, want, untimed(a))
		again := fit.Answers{Seed: seed, Seeded: true}
		for _, r := range kept {
			require.NoError(t, q.Record(&again, r))
		}
		require.Equal(t, a, again, "what was kept is what was answered")
		for _, line := range strings.Split(out.String(), "\n") {
			require.LessOrEqual(t, lipgloss.Width(line), usualLine+2) // the prompt, a space and the typed line
		}
		require.NotContains(t, out.String(), "\x1b")
	}
}

// Wherever the input ends, text that wasn't submitted is never an answer.
func TestPlainEndOfInput(t *testing.T) {
	q := builtinQuiz(t)
	typed, want := session(t, q, 7, true)
	for end := range len(typed) {
		got, outcome, _, err := plain(q, typed[:end], Session{})
		require.NoError(t, err)
		require.Equal(t, Quit, outcome)
		require.LessOrEqual(t, len(got.All)*2, strings.Count(typed[:end], "\n"))
		for i, answer := range untimed(got).All {
			require.Equal(t, want.All[i], answer)
		}
		for i, rating := range got.Skills {
			require.Equal(t, want.Skills[i], rating)
		}
	}
}

func TestPlainSession(t *testing.T) {
	q := builtinQuiz(t)
	whole, want := session(t, q, 7, false)
	first, rest, _ := strings.Cut(whole, "\n")
	for name, c := range map[string]struct {
		typed    string
		says     string
		outcome  Outcome
		answered int
		same     bool // reaches the same answers as the session
	}{
		"a word that is none":       {"x\n" + whole, `"x" isn't one of the keys here.`, Finished, 0, true},
		"a number too high":         {"5\n" + whole, `"5" isn't one of`, Finished, 0, true},
		"nothing":                   {"\n" + whole, "You typed nothing", Finished, 0, true},
		"the best again":            {first + "\n" + first + "\n" + rest, "Now pick the worst", Finished, 0, true},
		"a very long line":          {strings.Repeat("1", 1<<20) + "\n" + whole, `..." isn't one of`, Finished, 0, true},
		"bytes that are no text":    {"\xff\xfe\x00\x1b[31m\n" + whole, "isn't one of", Finished, 0, true},
		"carriage returns":          {strings.ReplaceAll(whole, "\n", "\r\n"), "", Finished, 0, true},
		"capitals and a full stop":  {"S\nB\n" + first + ".\n" + rest, "", Finished, 0, true},
		"back from the worst":       {"3\nb\n" + whole, textBestCleared, Finished, 0, true},
		"help":                      {"?\n" + whole, "s: Skip this. A skip doesn't count.", Finished, 0, true},
		"quit, continue":            {"q\n1\n" + whole, "1. Continue the quiz", Finished, 0, true},
		"quit, quit":                {"1\n2\nquit\n2\n", "Quit: kept here", Quit, 1, false},
		"back from the first":       {"b\n" + whole, `"b" isn't one of`, Finished, 0, true},
		"back and keep":             {"1\n2\nb\n\n\n3\n4\n", "1. was best: ", Quit, 2, false},
		"back and change":           {"1\n2\nb\n2\n1\n3\n4\n", "2. was worst: ", Quit, 2, false},
		"back to a skip, kept":      {"s\n3\nb\n\n1\n2\n", "You skipped this: Nothing here appeals to me.", Quit, 2, false},
		"skip with its reason":      {"s\n3\n", "3. Nothing here appeals to me", Quit, 1, false},
		"no finish without answers": {"f\n", `"f" isn't one of`, Quit, 0, false},
		"finish":                    {"1\n2\nf\nf\ny\nq\n", "Finish now?", Finished, 1, false},
		"finish, back":              {"1\n2\nf\nb\n3\n4\n", "Finish now?", Quit, 2, false},
		"finish through q":          {"1\n2\nq\n3\ny\nq\n", "3. Finish now and see your result", Finished, 1, false},
	} {
		t.Run(name, func(t *testing.T) {
			a, outcome, said, err := plain(q, c.typed, Session{ResumeHint: "kept here"})
			require.NoError(t, err)
			require.Contains(t, flat(said), c.says)
			require.Equal(t, c.outcome, outcome, said)
			if c.same {
				require.Equal(t, want, untimed(a))
			} else {
				require.Len(t, a.All, c.answered)
			}
		})
	}
}

// A screen reader may read only the last line of a prompt, so a key and its
// description stay together. The introduction of a page isn't repeated when the
// page asks for the worst option.
func TestPlainPromptWrapping(t *testing.T) {
	_, _, said, _ := plain(builtinQuiz(t), "s\n3\nb\n2\n3\n"+strings.Repeat("1\n4\n4\n1\n", 6), Session{})
	require.Contains(t, said, "Enter keeps the skip")
	for _, line := range strings.Split(said, "\n") {
		require.NotRegexp(t, `( |^)[brsfq?]$|^(back|repeat|skip|finish|quit|help)\b`, line)
	}
	require.Equal(t, 1, strings.Count(flat(said), "Still close"))
}

func TestPlainBack(t *testing.T) {
	q := builtinQuiz(t)
	direct, _, _, _ := plain(q, "1\n2\n3\n4\n", Session{})
	kept, _, _, _ := plain(q, "1\n2\nb\n\n\n3\n4\n", Session{})
	require.Equal(t, direct, kept)
	changed, _, _, _ := plain(q, "1\n2\nb\n2\n1\n3\n4\n", Session{})
	require.Equal(t, direct.All[0].Best, changed.All[0].Worst)
	require.Equal(t, direct.All[0].Worst, changed.All[0].Best)
	require.Equal(t, direct.All[1], changed.All[1], "a changed answer keeps the others")
	skipped, _, _, _ := plain(q, "s\n3\nb\n\n", Session{})
	require.Equal(t, fit.None, skipped.All[0].Skip)
}

// The result is asked for once part 1 is complete, and again only when answers
// have changed. What the last screen has, lines have too.
func TestPlainEnding(t *testing.T) {
	q := wholeQuiz()
	typed, _ := session(t, q, 7, false)
	asked := 0
	ending := func() Ending { asked++; e := testEnding(); e.Text = "The \x1b[2Jverdict."; return e }
	typed = strings.Replace(typed, "for part 2", "m\nq\nweb page\n2", 1)
	_, outcome, said, err := plain(q, typed+"m\nq\nq\n", Session{Resumed: true, Ending: ending})
	require.NoError(t, err)
	require.Equal(t, Finished, outcome, said)
	require.Equal(t, 1, strings.Count(said, "The verdict."))
	require.Contains(t, said, "The verdict is the same. Site Reliability Engineer: leaning.\nTo hear all of it again, type r.\n")
	require.Equal(t, 2, strings.Count(said, "Section 1 of "))
	require.Equal(t, 1, strings.Count(said, "Saved here as a.html."))
	require.Equal(t, 2, asked)
	require.NotContains(t, said, "Nothing leaves your machine")
	_, _, said, _ = plain(q, "", Session{})
	require.Contains(t, said, "Nothing leaves your machine")
}

// A text is read one section at a time: the next one, any one, and back.
func TestPlainSections(t *testing.T) {
	sections := func(typed string) string {
		_, _, said, err := plain(wholeQuiz(), "1\n2\nf\ny\nm\n"+typed, Session{Resumed: true, Ending: testEnding})
		require.NoError(t, err)
		_, after, _ := strings.Cut(said, "This has 3 sections:\n1. Your result.\n2. Why.\n3. Last.\n")
		return after
	}
	next := "Section 1 of 3. Enter for the next one, a number for another, b to go back: "
	require.True(t, strings.HasPrefix(sections("q\nq\n"), "\nTitle\n\nA line.\n"))
	require.Contains(t, sections("q\nq\n"), next+"What next?")
	require.Contains(t, sections("\nq\nq\n"), next+"\nWHY\nA reason.\n")
	require.Contains(t, sections("\n\n\nq\n"), "The end.\nSection 3 of 3. Enter goes back: What next?")
	require.Contains(t, sections("3\nb\nq\n"), next+"\nLAST\n")
	require.Contains(t, sections("4\nq\nq\n"), "Type a number from 1 to 3 for that section, Enter for the next one, r to\nrepeat this one, or b to go back.\n"+next)
	require.Equal(t, sections("4\nq\nq\n"), sections("?\nq\nq\n"))
}

// Each key is named once. Help names them again.
func TestPlainNamesKeysOnce(t *testing.T) {
	_, _, said, _ := plain(wholeQuiz(), "1\n2\nf\ny\nx\n?\nq\n", Session{Resumed: true, Ending: testEnding})
	_, after, _ := strings.Cut(said, "What next? ")
	require.Contains(t, after, "\"x\" isn't one of the keys here.\nWhat next? (? lists the keys): ")
	require.Equal(t, 1, strings.Count(said, "h web page"))
	require.Contains(t, said, "Best (1 to 4), or s skip, r repeat, ? help, q quit: ")
	require.Contains(t, said, "Worst (2, 3 or 4), or b back: ")
	require.Contains(t, said, "Best (1 to 4), or f finish: ")
	_, _, said, _ = plain(wholeQuiz(), "x\n1\n?\n", Session{Resumed: true})
	require.Contains(t, said, "\"x\" isn't one of the keys here. Type 1 to 4, or ? to list the keys.\nBest (1 to 4): ")
	require.True(t, strings.HasSuffix(said, "If you like them all, no role gets ahead.\nWorst (2, 3 or 4): \n"), said)
}

// What was picked is said, so that a slip is noticed. r repeats the question, with
// what was picked.
func TestPlainConfirmsPicks(t *testing.T) {
	q := builtinQuiz(t)
	step := q.Next(&fit.Answers{Seed: 7})
	_, _, said, _ := plain(q, "1\nr\n2\n", Session{Resumed: true})
	best, worst := step.Options[0].Text, step.Options[1].Text
	require.Contains(t, flat(said), "Best is 1: "+best+". Now the worst. Worst (2, 3 or 4)")
	require.Contains(t, flat(said), "1. best: "+best+" 2. "+worst)
	require.Equal(t, 1, strings.Count(said, "Now the worst."))
	require.Contains(t, flat(said), "Worst is 2: "+worst+". Question 2")
	_, _, said, _ = plain(q, "1\nb\n", Session{Resumed: true})
	require.Contains(t, flat(said), "Back to the best, which was 1: "+best+". Best (1 to 4)")
}

func TestPlainPrompt(t *testing.T) {
	q := builtinQuiz(t)
	for typed, want := range map[string]int{"1\n1\n2\n": 1, "\n1\n2\n": 1, "q\n": 0, "what\n2\n1\n2\n": 0, "": 0} {
		a := fit.Answers{}
		var out bytes.Buffer
		o := Options{In: strings.NewReader(typed), Out: &out, Prompt: &Prompt{Title: "Resume?", Choices: []PromptChoice{
			{"Resume it", func() (*Session, error) { return &Session{Quiz: q, Answers: &a, Resumed: true}, nil }}, {"Quit", nil},
		}}}
		outcome, err := Plain(context.Background(), nil, o)
		require.NoError(t, err)
		require.Equal(t, Quit, outcome)
		require.Len(t, a.All, want, "%q", typed)
		require.Contains(t, out.String(), "Resume?\n1. Resume it\n2. Quit\n")
	}
}

// Lines are as long as the terminal is wide, and only ASCII where it can't show
// more.
func TestPlainTerminal(t *testing.T) {
	q := *builtinQuiz(t)
	p := *q.Pack
	p.Title, q.Pack = "“Which” – a pack’s title…", &p
	var out bytes.Buffer
	_, err := Plain(context.Background(), &Session{Quiz: &q, Answers: &fit.Answers{}}, Options{In: strings.NewReader(""), Out: &out, Width: 40, ASCII: true})
	require.NoError(t, err)
	require.Contains(t, out.String(), `"Which" - a pack's title...`)
	for _, line := range strings.Split(out.String(), "\n") {
		require.Less(t, lipgloss.Width(line), 40)
	}
}

func TestPlainContinuesAfterSaveError(t *testing.T) {
	q := builtinQuiz(t)
	typed, want := session(t, q, 7, false)
	a, outcome, said, err := plain(q, typed, Session{ResumeHint: "kept: here", Save: func(fit.Event) error { return errors.New("the disk is\x1b[2J full") }})
	require.NoError(t, err)
	require.Equal(t, Finished, outcome)
	require.Equal(t, want, untimed(a))
	after, _, found := strings.Cut(said, "Not saved: the disk is full.")
	require.True(t, found)
	require.NotContains(t, after, textUnsaved, "in full first, then in short")
	require.Contains(t, said, textUnsaved)
}

func TestPlainContextCanceled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	in, typing := io.Pipe()
	defer typing.Close()
	ended := make(chan Outcome)
	a := fit.Answers{}
	go func() {
		outcome, _ := Plain(ctx, &Session{Quiz: builtinQuiz(t), Answers: &a}, Options{In: in, Out: io.Discard})
		ended <- outcome
	}()
	io.WriteString(typing, "1\n2\n") // both lines are read before the write returns
	cancel()
	require.Equal(t, Quit, <-ended)
	require.LessOrEqual(t, len(a.All), 1)
}

func TestPlainWriteError(t *testing.T) {
	a := fit.Answers{}
	out, in := io.Pipe()
	require.NoError(t, out.CloseWithError(io.ErrClosedPipe))
	outcome, err := Plain(context.Background(), &Session{Quiz: builtinQuiz(t), Answers: &a}, Options{In: strings.NewReader("1\n"), Out: in})
	require.Equal(t, Quit, outcome)
	require.ErrorIs(t, err, io.ErrClosedPipe)
}
