package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/rolefit/rolefit/internal/ask"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/state"
)

// A sitting is one interview: what is asked, and where the answers are kept.
// Without a store nothing is; without a session the answers are not, because
// that failed.
type session struct {
	quiz     *fit.Quiz
	answers  *fit.Answers
	store    *state.Store
	session  *state.Session
	resumed  bool
	declined []string // unfinished sessions that this one is to take the place of
}

// sit goes on with an unfinished session, or begins one. That answers cannot
// be kept is said, and does not keep anybody from answering.
func (a *app) startSession(ctx context.Context, in *bufio.Reader, p *fit.Pack, o quizOptions) (*session, error) {
	t := &session{}
	if !o.noSave {
		s, err := a.store()
		if err != nil {
			a.say("your answers will not be kept: %v", err)
		}
		t.store = s
	}
	if t.store != nil {
		if err := a.unfinished(ctx, in, t, p, o); err != nil || t.resumed {
			return t, err
		}
	}
	if o.resume {
		return nil, failedf("there is no unfinished quiz of pack %q", p.ID).hint("begin one: %s", a.command("quiz"))
	}
	var err error
	if t.quiz, err = quizOf(p, o.roles); err != nil {
		return nil, err
	}
	if err := interviewable(t.quiz); err != nil {
		return nil, err
	}
	seed, err := a.seed(o.seed)
	if err != nil {
		return nil, err
	}
	t.answers = a.newAnswers(t.quiz, seed)
	if t.store != nil {
		if t.session, err = t.store.Begin(t.quiz, t.answers); err != nil {
			a.say("your answers will not be kept: %v", err)
		}
	}
	return t, nil
}

// unfinished looks for a session to go on with, and lets the person choose.
func (a *app) unfinished(ctx context.Context, in *bufio.Reader, t *session, p *fit.Pack, o quizOptions) error {
	list, problems, err := t.store.Unfinished(p.ID)
	a.warn(problems)
	if err != nil {
		a.say("unfinished quizzes cannot be looked for: %v", err)
	}
	if len(list) == 0 {
		return nil
	}
	u := list[0]
	anew := o.fresh || len(o.roles) > 0 || o.seed != ""
	switch {
	case anew:
	case u.InUse:
		return a.inUse(p)
	case !o.resume:
		if anew, err = a.askResume(ctx, in, u); err != nil {
			return err
		}
	}
	if !anew {
		return a.resume(t, p, u)
	}
	for _, u := range list {
		if !u.InUse {
			t.declined = append(t.declined, u.ID)
		}
	}
	return nil
}

func (a *app) inUse(p *fit.Pack) error {
	return failedf("a quiz of pack %q is open in another terminal", p.ID).hint("go on there, or begin another one here: %s", a.command("quiz --new"))
}

// The choices of offer.
const (
	chooseResume = "1"
	chooseNew    = "2"
	chooseLeave  = "3"
)

// offer asks whether to go on with a session or to begin anew.
func (a *app) askResume(ctx context.Context, in *bufio.Reader, u state.Unfinished) (anew bool, err error) {
	usual := chooseResume
	a.say("There is an unfinished quiz with %s, the last one %s.", counted(u.Answered, "answer"), ago(u.Age))
	if u.Age >= state.StaleAfter {
		usual = chooseNew
		a.say("You may think otherwise by now: it is more than %d days old.", state.StaleAfter/(24*time.Hour))
	}
	a.say("%s. Go on with it", chooseResume)
	a.say("%s. Begin anew; it goes when the new one is finished", chooseNew)
	a.say("%s. Leave it for now", chooseLeave)
	for {
		fmt.Fprintf(a.env.Err, "Choose (%s to %s, Enter is %s): ", chooseResume, chooseLeave, usual)
		text, err := readLine(ctx, in)
		if err != nil {
			fmt.Fprintln(a.env.Err)
			return false, a.keptFor(u.Answered)
		}
		choice := strings.TrimSpace(text)
		if choice == "" {
			choice = usual
		}
		switch choice {
		case chooseResume, chooseNew:
			return choice == chooseNew, nil
		case chooseLeave, "q":
			return false, a.keptFor(u.Answered)
		}
	}
}

// readLine reads a line. One that does not end was not sent.
func readLine(ctx context.Context, in *bufio.Reader) (string, error) {
	return await(ctx, func() (string, error) { return in.ReadString('\n') })
}

// resume opens a session and says what of it could not be taken over.
func (a *app) resume(t *session, p *fit.Pack, u state.Unfinished) error {
	q, err := quizOf(p, u.Head.Roles)
	if err != nil {
		return failedf("the unfinished quiz cannot go on: %v", err).hint("begin anew: %s", a.command("quiz --new"))
	}
	t.session, err = t.store.Resume(u.ID, q)
	switch {
	case errors.Is(err, state.ErrInUse):
		return a.inUse(p)
	case err != nil:
		return failedf("%v", err).hint("begin anew: %s", a.command("quiz --new"))
	}
	t.quiz, t.answers, t.resumed = q, t.session.Answers, true
	if len(t.session.Damaged) > 0 {
		a.say("%s of the unfinished quiz cannot be read; what is missing is asked again", counted(len(t.session.Damaged), "line"))
	}
	if aside := t.session.Dropped; len(aside) > 0 {
		a.say("the pack has changed since; %s to what is worded otherwise now or gone:", setAside(len(aside)))
		for _, id := range aside {
			a.say("  %s", asideText(q, id))
		}
	}
	return nil
}

func setAside(n int) string {
	if n == 1 {
		return "1 answer is set aside, that"
	}
	return fmt.Sprintf("%d answers are set aside, those", n)
}

// asideText is what a set-aside answer was to, as far as the pack still has it.
func asideText(q *fit.Quiz, id string) string {
	switch x, skill := q.Question(id), q.Pack.Skill(id); {
	case id == fit.CardsID:
		return "the untitled role cards"
	case x != nil:
		return x.Prompt
	case skill != nil:
		return skill.Name
	}
	return id
}

// hold holds the interview, and returns its result. Leaving is an error that
// says what is kept.
func (a *app) runSession(ctx context.Context, t *session, options ask.Options, interview interviewer) (*fit.Result, error) {
	options.Resumed = t.resumed
	if t.session != nil {
		options.Save, options.ResumeHint = t.session.Append, "your answers are kept, and '"+a.command("quiz")+"' goes on here"
	}
	outcome, err := interview(ctx, t.quiz, t.answers, options)
	if err != nil {
		left := a.pauseSession(t)
		return nil, failedf("%v; %s", err, left.message).hint("%s", left.way)
	}
	if outcome == ask.Quit {
		return nil, a.pauseSession(t)
	}
	now := a.env.Now().UTC()
	t.answers.Taken = now.Format(timeFormat)
	if t.store == nil { // without an id: nobody could find it by one
		return fit.Score(t.quiz, t.answers), nil
	}
	t.answers.ID = state.NewID(now)
	r := fit.Score(t.quiz, t.answers)
	if err := a.saveResult(t, r); err != nil {
		a.say("the result is not saved: %v", err)
		if t.session != nil {
			a.say("to try again with the answers that are kept: %s", a.command("quiz --resume"))
		}
		r.ID = ""
		return r, nil
	}
	for _, id := range t.declined {
		if err := t.store.Discard(id); err != nil {
			a.say("an unfinished quiz stays: %v", err)
		}
	}
	a.say("saved as result %s", r.ID)
	return r, nil
}

// keep saves the result that a sitting ended in. When that fails its answers
// stay, if they are kept.
func (a *app) saveResult(t *session, r *fit.Result) error {
	if t.session == nil {
		return t.store.Save(r)
	}
	err := t.session.Finish(r)
	if err != nil {
		t.session.Close() // it is said already that something is lost
	}
	return err
}

// leave ends a sitting without a result.
func (a *app) pauseSession(t *session) *failure {
	answered := len(t.answers.All) + len(t.answers.Skills)
	if t.session == nil {
		return interrupted("the quiz ended before a result; nothing is kept").hint("to begin again: %s", a.command("quiz"))
	}
	if err := t.session.Close(); err != nil {
		a.say("not all answers are kept: %v", err)
	}
	if answered == 0 && !t.resumed {
		if err := t.store.Discard(t.session.ID); err != nil {
			a.say("%v", err)
		}
		return interrupted("the quiz ended before its first answer").hint("to begin again: %s", a.command("quiz"))
	}
	return a.keptFor(answered)
}

// keptFor is the quiz left for now.
func (a *app) keptFor(answers int) *failure {
	verb := "are"
	if answers == 1 {
		verb = "is"
	}
	return interrupted("the quiz is not finished; %s %s kept", counted(answers, "answer"), verb).hint("to go on: %s", a.command("quiz --resume"))
}

// ago is a time gone by, roughly.
func ago(d time.Duration) string {
	const day = 24 * time.Hour
	switch {
	case d < time.Minute:
		return "just now"
	case d < time.Hour:
		return counted(int(d/time.Minute), "minute") + " ago"
	case d < day:
		return counted(int(d/time.Hour), "hour") + " ago"
	}
	return counted(int(d/day), "day") + " ago"
}
