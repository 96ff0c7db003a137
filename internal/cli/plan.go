package cli

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/report"
	"github.com/rolefit/rolefit/internal/spell"
	"github.com/rolefit/rolefit/internal/state"
	"github.com/rolefit/rolefit/internal/wording"
)

type planOptions struct {
	role         string  // role id; "" means the leading role
	hoursPerWeek float64 // hours to spend on the plan
	done, undone string  // step ids
	format       format
}

// Limits of --hours-per-week: less than half an hour isn't a plan, and a week
// has no more hours.
const (
	minHoursPerWeek = 0.5
	maxHoursPerWeek = 7 * 24
)

func planCommand(a *app, run func(context.Context, planOptions) error) *cobra.Command {
	var o planOptions
	cmd := &cobra.Command{
		Use:   "plan [ROLE]",
		Short: "Plan how to get from where you are to a role",
		Long: `Plan how to get from your latest result to a role. Without ROLE, the plan is for the
role that leads in your result. It shows what to do this weekend, what to do next and
why, which steps you can finish in 30, 60 and 90 days, and how long the rest takes.
If your result is too close to call, you try each role for a weekend first.

Each step takes you one level further in a skill. The plan starts with what a junior
needs, and there with your largest gap. Without ratings, there are no steps. To rate
your skills, use 'rolefit quiz --skills'.

A step has an id, such as observability/2. Use --done to check off a step. It stays
checked off when you retake the quiz.`,
		Example: `  rolefit plan
  rolefit plan --hours-per-week 6
  rolefit plan --done observability/2
  rolefit plan platform --format markdown -o plan.md`,
		Args:              notFile(arguments(0, 1, "at most one role, as in: rolefit plan sre")),
		ValidArgsFunction: once(a.completeRoles),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.role = first(args)
			if !(o.hoursPerWeek >= minHoursPerWeek && o.hoursPerWeek <= maxHoursPerWeek) {
				return usagef("--hours-per-week is %v, expected %v to %d", o.hoursPerWeek, minHoursPerWeek, maxHoursPerWeek).hint("see: %s --help", cmd.CommandPath())
			}
			return run(cmd.Context(), o)
		},
	}
	flags := cmd.Flags()
	flags.Float64Var(&o.hoursPerWeek, "hours-per-week", insight.DefaultHoursPerWeek, "plan for `N` hours a week")
	flags.StringVar(&o.done, "done", "", "check off `STEP`")
	flags.StringVar(&o.undone, "undone", "", "uncheck `STEP`")
	cmd.MarkFlagsMutuallyExclusive("done", "undone")
	allFlag(cmd, &a.all, "what to do in each step after day 90")
	complete(cmd, "hours-per-week", words())
	complete(cmd, "done", a.completeSteps)
	complete(cmd, "undone", a.completeSteps)
	formatFlag(cmd, &o.format, reportFormats...)
	return cmd
}

// notFile returns an error if an argument is a file, because the command uses
// saved results.
func notFile(then cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		for _, arg := range args {
			if strings.ContainsAny(arg, `./\`) {
				return usagef("%s uses your latest saved result, not a file", cmd.CommandPath()).
					hint("to save the result of the file first: rolefit result %s --save", wording.Quote(arg))
			}
		}
		return then(cmd, args)
	}
}

func (a *app) plan(ctx context.Context, o planOptions) error {
	p, err := a.loadPack()
	if err != nil {
		return err
	}
	if o.role != "" { // check this first, so that an unknown role is an error even without a result
		role, err := findRole(p, o.role)
		if err != nil {
			return err
		}
		o.role = role.ID
	}
	r, err := a.latest(p)
	if err != nil {
		return err
	}
	if o.role == "" {
		if o.role, err = a.leading(r); err != nil {
			return err
		}
	}
	s, err := a.store()
	if err != nil {
		return err
	}
	step := cmp.Or(o.done, o.undone)
	if step != "" {
		if err := a.checkOff(s, p, o); err != nil {
			return err
		}
	}
	plan, err := a.makePlan(s, p, r, o)
	if err != nil {
		return err
	}
	if step != "" {
		return a.show(ctx, report.Progress(plan, step), plan, o.format)
	}
	return a.show(ctx, report.Plan(plan), plan, o.format)
}

// checkOff records that a step toward the role is done or, with --undone, no
// longer done.
func (a *app) checkOff(s *state.Store, p *fit.Pack, o planOptions) error {
	step := cmp.Or(o.done, o.undone)
	role := p.Role(o.role)
	if role == nil {
		return nil // makePlan will report that the role is unknown
	}
	if steps := insight.StepsOf(role); !slices.Contains(steps, step) {
		err := usagef("%s has no step %q", role.Title, step)
		if near := spell.Nearest(step, steps); near != "" {
			return err.hint("did you mean: %s", near)
		}
		return err.hint("a step is a skill and a level, such as observability/2; to list the steps: %s", a.command("plan "+o.role))
	}
	changed, err := s.SetDone(p.ID, step, o.done != "")
	switch {
	case err != nil:
		return err
	case changed && o.done != "":
		a.say("checked off: %s", step)
	case changed:
		a.say("unchecked: %s", step)
	case o.done != "":
		a.say("%s is already checked off", step)
	default:
		a.say("%s is not checked off", step)
	}
	return nil
}

// completeSteps completes the steps toward the named role, or toward all roles.
func (a *app) completeSteps(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	p, err := a.loadPack()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	var steps []string
	for i := range p.Roles {
		if role, err := findRole(p, cmp.Or(first(args), p.Roles[i].ID)); err == nil {
			steps = append(steps, insight.StepsOf(role)...)
		}
	}
	slices.Sort(steps)
	return slices.Compact(steps), cobra.ShellCompDirectiveNoFileComp
}

// makePlan returns the plan, with completed steps marked. It reports completed
// steps that the pack no longer has.
func (a *app) makePlan(s *state.Store, p *fit.Pack, r *fit.Result, o planOptions) (*insight.Plan, error) {
	done, err := s.Done(p.ID)
	if err != nil {
		return nil, err
	}
	for _, id := range done {
		if !insight.HasStep(p, id) {
			a.say("step %q, which you have checked off, is no longer in pack %q", id, p.ID)
		}
	}
	plan := insight.NewPlan(p, r, insight.PlanRequest{Role: o.role, HoursPerWeek: o.hoursPerWeek, Done: done})
	if plan == nil {
		return nil, failedf("role %q of result %s is no longer in pack %q", o.role, r.ID, p.ID).hint("name another role, as in: %s", a.command("plan "+p.Roles[0].ID))
	}
	return plan, nil
}

// leading returns the role that a plan is for unless the person chooses one. If
// no role leads, it returns an error that asks the person to choose.
func (a *app) leading(r *fit.Result) (string, error) {
	if role, _ := insight.PlanRole(r); role != "" {
		return role, nil
	}
	var leaders []string
	example := "ROLE"
	for i, role := range r.Roles {
		if i == 0 {
			example = role.ID
		}
		if role.Place == 1 {
			leaders = append(leaders, role.ID)
		}
	}
	if len(leaders) == 0 {
		return "", failedf("no role leads in result %s: nothing was answered", r.ID).hint("name the role, as in: %s", a.command("plan "+example))
	}
	return "", failedf("%s share the lead in result %s", wording.And(leaders), r.ID).hint("name the role, as in: %s", a.command("plan "+leaders[0]))
}
