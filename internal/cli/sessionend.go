package cli

import (
	"fmt"
	"reflect"
	"time"

	"github.com/rolefit/rolefit/internal/ask"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/wording"
)

// How a session ends: with a saved result, with one that part 2 can add to, or
// without any.

// ended reports whether the interview has a result: after part 1 or, if it
// changes an earlier result, at its end or during part 2.
func (s *session) ended(outcome ask.Outcome) bool {
	next := s.latestStep()
	switch {
	case s.how == fit.Rerate && len(s.answers.Skills) == 0, s.how == fit.Part2 && s.changes == 0:
		return false
	case outcome == ask.Finished || next.Kind == fit.Done:
		return true
	case s.before != nil:
		return next.Kind == fit.AskOffer || s.how != fit.Rerate && s.inPart2()
	}
	return next.VerdictReady
}

// latestStep returns the current step or, if the person went back within part 2,
// the step that comes after all answers.
func (s *session) latestStep() fit.Step {
	next := s.quiz.Next(s.answers)
	if next.Part == 1 {
		return next
	}
	latest := *s.answers
	latest.BackTo = ""
	return s.quiz.Next(&latest)
}

// saveVerdict scores the answers and saves the result, unless it is the same as
// the last one. If saving fails, the saved answers remain, and the result gets
// no id, because the id couldn't be found later.
func (a *app) saveVerdict(s *session) {
	now := a.env.Now().UTC()
	s.answers.Taken = now.Format(time.RFC3339)
	r := s.score()
	if s.result != nil && s.err == nil && saysTheSame(s.result, r) {
		return
	}
	r.Taken = s.answers.Taken
	s.result, s.err = r, nil
	switch {
	case s.log != nil:
		s.err = s.log.Save(r, now, s.left)
	case s.store != nil:
		r.Replaces, s.saved = s.saved, ""
		s.err = s.store.Add(r, now)
	}
	if s.err != nil {
		r.ID, r.Replaces = "", ""
		return
	}
	s.saved = r.ID
}

func (s *session) score() *fit.Result {
	if s.before != nil {
		return s.quiz.Continued(s.before, s.answers)
	}
	return fit.Score(s.quiz, s.answers)
}

// saysTheSame reports whether two results differ only in their ids and times.
func saysTheSame(a, b *fit.Result) bool {
	x, y := *a, *b
	x.ID, x.Taken, x.Replaces = y.ID, y.Taken, y.Replaces
	return reflect.DeepEqual(x, y)
}

// endSession removes files that a saved result makes unnecessary.
func (a *app) endSession(s *session) {
	if s.store == nil {
		return
	}
	if s.log != nil {
		if err := s.log.End(); err != nil {
			a.say("could not delete the finished quiz: %v", err)
		}
	}
	for _, id := range s.replaces {
		if err := s.store.Discard(id); err != nil {
			a.say("could not delete an unfinished quiz: %v", err)
		}
	}
}

// saySaved prints whether the result was saved.
func (a *app) saySaved(s *session) {
	switch {
	case s.err != nil:
		a.say("could not save the result: %v", s.err)
		if s.log != nil {
			s.log.Close() // that something is lost is being reported
			a.say("your answers are saved; to try again: %s", a.command(s.resumeCommand()))
		}
	case s.result.ID == "":
	case s.before == nil:
		a.say("saved as result %s", s.result.ID)
		if s.left {
			a.say("part 2 is not finished; your answers are saved")
			a.say("to resume: %s", a.command(s.resumeCommand()))
		}
		return
	case s.result == s.before:
		a.say("nothing has changed; result %s stays as it is", s.before.ID)
	default:
		a.say("saved as result %s, which replaces %s", s.result.ID, s.result.Replaces)
	}
	if s.before != nil && s.how != fit.Rerate && s.inPart2() {
		a.say("part 2 is not finished; to answer the rest: %s", a.command("quiz --part2"))
	}
}

// quit ends a session without a result, and returns the error that describes
// what was saved.
func (a *app) quit(s *session) *exitError {
	if s.before != nil {
		return a.quitContinued(s)
	}
	if s.log == nil {
		return interruptedf("the quiz ended without a result; nothing is saved").hint("to start over: %s", a.command("quiz"))
	}
	if err := s.log.Close(); err != nil {
		a.say("could not save all answers: %v", err)
	}
	answered, skipped := s.counts()
	if answered+skipped == 0 && s.log.Half.Best == "" && !s.resumed {
		if err := s.store.Discard(s.log.ID); err != nil {
			a.say("%v", err)
		}
		return interruptedf("the quiz ended before the first answer").hint("to start over: %s", a.command("quiz"))
	}
	return a.unfinished(answered, skipped)
}

// counts returns the numbers of steps answered and skipped.
func (s *session) counts() (answered, skipped int) {
	for _, x := range s.answers.All {
		if x.Skip != "" {
			skipped++
		}
	}
	for _, x := range s.answers.Skills {
		if x.Skip != "" {
			skipped++
		}
	}
	all := len(s.answers.All) + len(s.answers.Cards) + len(s.answers.Conditions) + len(s.answers.Skills)
	return all - skipped, skipped
}

// unfinished returns the error for a quiz that can be resumed.
func (a *app) unfinished(answered, skipped int) *exitError {
	saved := ""
	switch n := answered + skipped; {
	case n == 1:
		saved = fmt.Sprintf("; %s is saved", answersAndSkips(answered, skipped))
	case n > 1:
		saved = fmt.Sprintf("; %s are saved", answersAndSkips(answered, skipped))
	}
	return interruptedf("the quiz is not finished%s", saved).hint("to resume: %s", a.command("quiz --resume"))
}

// answersAndSkips formats two numbers: "3 answers and 2 skips".
func answersAndSkips(answered, skipped int) string {
	switch {
	case skipped == 0:
		return wording.Count(answered, "answer")
	case answered == 0:
		return wording.Count(skipped, "skip")
	}
	return wording.Count(answered, "answer") + " and " + wording.Count(skipped, "skip")
}
