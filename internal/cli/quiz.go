package cli

import (
	"bufio"
	"context"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/ask"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/render"
	"github.com/rolefit/rolefit/internal/state"
)

type quizOptions struct {
	roles    []string
	seed     string
	noSkills bool
	blank    bool
	answers  string
	save     bool
	resume   bool
	fresh    bool
	noSave   bool
	skills   bool
}

// quizApart are the flags of which one at most can be given.
var quizApart = [][]string{
	{"blank", "answers"}, {"plain", "blank"},
	{"resume", "new", "skills", "blank", "answers"},
	{"resume", "roles"}, {"resume", "seed"}, {"resume", "no-save"},
	{"skills", "roles"}, {"skills", "seed"}, {"skills", "no-save"}, {"skills", "no-skills"},
	{"no-save", "blank", "answers"},
}

func (a *app) quizCommand() *cobra.Command {
	var o quizOptions
	cmd := &cobra.Command{
		Use:   "quiz",
		Short: "Take the quiz: which role fits you",
		Long: `Take the quiz on a terminal, or in plain lines that a screen reader can follow.
Every answer is kept as it is given, so that an unfinished quiz can go on; the
result is saved, see "rolefit result". Nothing leaves this machine.

Without a terminal, fill in a form (--blank) and score it (--answers).

A quiz that ends without a result has exit status ` + strconv.Itoa(exitInterrupted) + `: its answers are kept,
and --resume goes on.`,
		Example: `  rolefit quiz
  rolefit quiz --plain
  rolefit quiz --resume
  rolefit quiz --skills
  rolefit quiz --blank -o form.yaml
  rolefit quiz --answers form.yaml`,
		Args: arguments(0, 0, "no argument"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			for _, group := range quizApart {
				if err := notTogether(cmd, group...); err != nil {
					return err
				}
			}
			return a.quiz(cmd.Context(), o)
		},
	}
	flags := cmd.Flags()
	flags.StringSliceVar(&o.roles, "roles", nil, "ask about these `ROLES` only, as in sre,platform")
	flags.StringVar(&o.seed, "seed", "", "shuffle options by this `NUMBER`")
	flags.BoolVar(&o.resume, "resume", false, "go on with the unfinished quiz")
	flags.BoolVar(&o.fresh, "new", false, "begin anew, whatever is unfinished")
	flags.BoolVar(&o.noSave, "no-save", false, "keep nothing on disk")
	flags.BoolVar(&o.noSkills, "no-skills", false, "leave out the skills")
	flags.BoolVar(&o.skills, "skills", false, "rate skills only, on the answers of the latest result")
	flags.BoolVar(&o.blank, "blank", false, "print a form to fill in")
	flags.StringVar(&o.answers, "answers", "", "score the answers in this `FILE`")
	flags.BoolVar(&o.save, "save", false, "with --answers: save the result")
	a.completeRoleFlag(cmd, "roles")
	return cmd
}

func (a *app) quiz(ctx context.Context, o quizOptions) error {
	format, err := a.formatOf(reportFormats)
	switch {
	case err != nil && !o.blank:
		return err
	case o.answers != "":
		return a.scoreAnswers(o, format)
	case o.save:
		return usagef("--save goes with --answers; a quiz that is taken is saved anyway")
	}
	p, err := a.loadPack()
	if err != nil {
		return err
	}
	if o.blank {
		return a.blank(p, o)
	}
	interview, err := a.interviewer()
	if err != nil {
		return err
	}
	in := bufio.NewReader(a.env.In)
	options := ask.Options{In: a.env.In, Out: a.env.Err, Now: a.env.Now, NoSkills: o.noSkills, Color: a.uiColor()}
	if a.inLines() {
		options.In = in
	}
	if o.skills {
		return a.rateSkills(ctx, p, format, options, interview)
	}
	t, err := a.startSession(ctx, in, p, o)
	if err != nil {
		return err
	}
	r, err := a.runSession(ctx, t, options, interview)
	if err != nil {
		return err
	}
	return a.printResult(t.store, r, format)
}

func (a *app) blank(p *fit.Pack, o quizOptions) error {
	q, err := quizOf(p, o.roles)
	if err != nil {
		return err
	}
	seed, err := a.seed(o.seed)
	if err != nil {
		return err
	}
	return a.print(pack.Blank(q, seed))
}

// An interviewer holds an interview: ask.Terminal or ask.Plain.
type interviewer func(context.Context, *fit.Quiz, *fit.Answers, ask.Options) (ask.Outcome, error)

// interviewer is the terminal or plain lines, whichever it is to be.
func (a *app) interviewer() (interviewer, error) {
	if !a.plain && (!a.env.InTerminal || !a.env.ErrTerminal) {
		return nil, usagef("quiz needs a terminal to ask on").
			hint("without one: --plain reads lines, --blank and --answers use a form, and \"rolefit next\" serves other programs")
	}
	if a.inLines() {
		return ask.Plain, nil
	}
	return ask.Terminal, nil
}

func (a *app) scoreAnswers(o quizOptions, format render.Format) error {
	if len(o.roles) > 0 || o.seed != "" {
		return usagef("--roles and --seed do not go with --answers: the file says both itself")
	}
	data, err := a.read(o.answers)
	if err != nil {
		return err
	}
	p, err := a.loadPack()
	if err != nil {
		return err
	}
	q, answers, err := pack.NewReader(p).Answers(inputName(o.answers), data)
	if err != nil {
		return err
	}
	if !o.save {
		return a.printResult(nil, fit.Score(q, answers), format)
	}
	s, err := a.store()
	if err != nil {
		return err
	}
	answers.ID = state.NewID(a.env.Now())
	r := fit.Score(q, answers)
	if err := s.Save(r); err != nil {
		return err
	}
	a.say("saved as result %s", r.ID)
	return a.printResult(s, r, format)
}

// newAnswers begins an interview.
func (a *app) newAnswers(q *fit.Quiz, seed uint64) *fit.Answers {
	return &fit.Answers{Pack: q.Pack.ID, Roles: q.Chosen(), Seed: seed, Seeded: true, Taken: a.env.Now().UTC().Format(timeFormat)}
}

// timeFormat is RFC 3339 to the second, in UTC.
const timeFormat = "2006-01-02T15:04:05Z"

// interviewable is an error for a quiz of too many roles to interview for.
func interviewable(q *fit.Quiz) error {
	if len(q.Roles) <= fit.MaxInterview {
		return nil
	}
	return usagef("an interview takes at most %d roles, and pack %q has %d", fit.MaxInterview, q.Pack.ID, len(q.Roles)).
		hint("choose some with --roles")
}

func quizOf(p *fit.Pack, names []string) (*fit.Quiz, error) {
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
