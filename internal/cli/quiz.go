package cli

import (
	"bufio"
	"context"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/ask"
	"github.com/rolefit/rolefit/internal/fit"
)

type quizOptions struct {
	roles   []string
	seed    string
	resume  bool
	restart bool // --new
	noSave  bool
	skills  bool
	format  format
}

func quizCommand(a *app, run func(context.Context, quizOptions) error) *cobra.Command {
	var o quizOptions
	cmd := &cobra.Command{
		Use:   "quiz",
		Short: "Take the quiz: which role fits you",
		Long: `Take the quiz in a terminal, or with --plain in lines that a screen reader can
follow. Every answer is saved as you give it, so you can stop at any time and
resume; the result is saved too, see "rolefit result". Nothing leaves this
machine.

Without a terminal, fill in a form: see "rolefit form".

A quiz that ends without a result has exit status ` + strconv.Itoa(exitInterrupted) + `; --resume continues it.`,
		Example: `  rolefit quiz
  rolefit quiz --resume
  rolefit quiz --plain
  rolefit quiz --skills`,
		Args:              arguments(0, 0, "no arguments"),
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE:              func(cmd *cobra.Command, _ []string) error { return run(cmd.Context(), o) },
	}
	flags := cmd.Flags()
	flags.BoolVar(&o.resume, "resume", false, "continue the unfinished quiz")
	flags.BoolVar(&o.restart, "new", false, "start over, even if a quiz is unfinished")
	rolesFlag(a, cmd, &o.roles)
	seedFlag(cmd, &o.seed)
	flags.BoolVar(&o.noSave, "no-save", false, "store nothing on disk")
	flags.BoolVar(&o.skills, "skills", false, "rate your skills without retaking the quiz")
	formatFlag(cmd, &o.format, reportFormats...)
	cmd.MarkFlagsMutuallyExclusive("resume", "new", "skills")
	for _, starts := range []string{"roles", "seed", "no-save"} { // settings of a new quiz
		cmd.MarkFlagsMutuallyExclusive("resume", starts)
		cmd.MarkFlagsMutuallyExclusive("skills", starts)
	}
	return cmd
}

func (a *app) quiz(ctx context.Context, o quizOptions) error {
	p, err := a.loadPack()
	if err != nil {
		return err
	}
	interview, err := a.interviewer()
	if err != nil {
		return err
	}
	if o.skills {
		return a.rateSkills(ctx, p, o.format, interview)
	}
	s, err := a.startSession(ctx, interview.in, p, o)
	if err != nil {
		return err
	}
	r, err := a.runSession(ctx, s, interview)
	if err != nil {
		return err
	}
	return a.printResult(ctx, s.store, r, o.format)
}

// An interviewer asks the questions, in a terminal or in plain lines.
type interviewer struct {
	ask     func(context.Context, *fit.Quiz, *fit.Answers, ask.Options) (ask.Outcome, error)
	options ask.Options
	in      *bufio.Reader // reads answers to questions asked before the interview
}

func (a *app) interviewer() (*interviewer, error) {
	if !a.plain && (!a.env.InTerminal || !a.env.ErrTerminal) {
		return nil, usagef("quiz needs a terminal to ask in").
			hint("without one: --plain reads lines, \"rolefit form\" prints a form, and \"rolefit next\" serves other programs")
	}
	i := &interviewer{ask: ask.Terminal, in: bufio.NewReader(a.env.In)}
	i.options = ask.Options{In: a.env.In, Out: a.env.Err, Now: a.env.Now, Color: a.colored(a.env.ErrTerminal)}
	if a.inLines() {
		i.ask, i.options.In = ask.Plain, i.in
	}
	return i, nil
}

// rateSkills asks only about skills, based on the answers of the latest result.
// That result stays; a new one is saved.
func (a *app) rateSkills(ctx context.Context, p *fit.Pack, f format, interview *interviewer) error {
	before, err := a.latest(p)
	if err != nil {
		return err
	}
	ids := make([]string, len(before.Roles))
	for i, r := range before.Roles {
		ids[i] = r.ID
	}
	q, err := fit.NewQuiz(p, ids)
	var answers *fit.Answers
	if err == nil {
		answers, err = fit.AnswersFrom(q, before)
	}
	if err != nil {
		return failedf("result %s no longer fits pack %q: %v", before.ID, p.ID, err).hint("take the quiz again: %s", a.command("quiz"))
	}
	interview.options.Resumed = true
	outcome, err := interview.ask(ctx, q, answers, interview.options)
	if err != nil {
		return err
	}
	if outcome == ask.Quit || len(answers.Skills) == 0 {
		return interruptedf("no skills were rated; result %s is still the latest", before.ID).hint("to try again: %s", a.command("quiz --skills"))
	}
	now := a.env.Now().UTC()
	answers.Taken = now.Format(timeFormat)
	r := fit.Rerate(q, before, answers)
	s, err := a.store()
	if err == nil {
		err = s.Add(r, now)
	}
	if err != nil {
		r.ID = ""
		a.say("could not save the result: %v", err)
	} else {
		a.say("saved as result %s", r.ID)
	}
	return a.printResult(ctx, s, r, f)
}

// timeFormat is RFC 3339 to the second, in UTC.
const timeFormat = "2006-01-02T15:04:05Z"

// newAnswers returns the answers of an interview that starts now.
func (a *app) newAnswers(q *fit.Quiz, seed uint64) *fit.Answers {
	return &fit.Answers{Pack: q.Pack.ID, Roles: q.Chosen(), Seed: seed, Seeded: true, Taken: a.env.Now().UTC().Format(timeFormat)}
}

// newQuiz returns the quiz for the named roles, or for all.
func newQuiz(p *fit.Pack, names []string) (*fit.Quiz, error) {
	roles, err := findRoles(p, names)
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(roles))
	for i, r := range roles {
		ids[i] = r.ID
	}
	q, err := fit.NewQuiz(p, ids)
	if err != nil {
		return nil, usagef("%v", err)
	}
	return q, nil
}

// newInterview is like newQuiz but rejects more roles than an interview can
// have.
func newInterview(p *fit.Pack, names []string) (*fit.Quiz, error) {
	q, err := newQuiz(p, names)
	if err == nil && len(q.Roles) > fit.MaxInterview {
		return nil, usagef("an interview takes at most %d roles, and pack %q has %d", fit.MaxInterview, q.Pack.ID, len(q.Roles)).
			hint("choose some with --roles")
	}
	return q, err
}

// seed parses --seed, or returns a random seed if it is empty.
func (a *app) seed(text string) (uint64, error) {
	if text == "" {
		return a.env.Seed(), nil
	}
	seed, err := strconv.ParseUint(strings.TrimSpace(text), 10, 64)
	if err != nil || seed > fit.MaxSeed {
		return 0, usagef("--seed is %q, expected a whole number from 0 to 2^53", text)
	}
	return seed, nil
}
