package cli

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/render"
	"github.com/rolefit/rolefit/internal/state"
)

type resultOptions struct {
	id     string
	list   bool
	delete string
}

func (a *app) resultCommand() *cobra.Command {
	var o resultOptions
	cmd := &cobra.Command{
		Use:   "result [ID]",
		Short: "Show a saved result again, in any format",
		Long: `Show the latest result, or the one with this ID; the beginning of an ID will do.
As text and Markdown it is followed by what moved since the result before, and
whether that is more than luck alone explains.`,
		Example: `  rolefit result
  rolefit result --list
  rolefit result 20261122 --format html -o result.html
  rolefit result --delete 20261122-153012-9f3a`,
		Args: arguments(0, 1, "one ID at most, as in: rolefit result 20261122-153012-9f3a"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				o.id = args[0]
			}
			if o.id != "" && (o.list || cmd.Flags().Changed("delete")) {
				return usagef("result takes an ID, --list or --delete ID, and not two of them")
			}
			return a.result(o, cmd.Flags().Changed("delete"))
		},
		ValidArgsFunction: a.completeResults,
	}
	cmd.Flags().BoolVar(&o.list, "list", false, "list the saved results, newest first")
	cmd.Flags().StringVar(&o.delete, "delete", "", "delete the result with this `ID`, which is given whole")
	cmd.MarkFlagsMutuallyExclusive("list", "delete")
	complete(cmd, "delete", a.completeResults)
	return cmd
}

func (a *app) result(o resultOptions, deleting bool) error {
	s, err := a.store()
	switch {
	case err != nil:
		return err
	case o.list:
		return a.listResults(s)
	case deleting:
		return a.deleteResult(s, o.delete)
	}
	format, err := a.formatOf(reportFormats)
	if err != nil {
		return err
	}
	r, err := a.savedResult(s, o.id)
	if err != nil {
		return err
	}
	return a.printResult(s, r, format)
}

// savedResult is the latest result of any pack, or the one with this id.
func (a *app) savedResult(s *state.Store, id string) (*fit.Result, error) {
	if id == "" {
		r, problems, err := s.Latest("")
		a.warn(problems)
		if errors.Is(err, state.ErrNotFound) {
			return nil, failedf("there is no saved result").hint("take the quiz: rolefit quiz")
		}
		return r, err
	}
	r, near, err := s.Find(id)
	if errors.Is(err, state.ErrNotFound) {
		return nil, noSuchResult(id, near)
	}
	return r, err
}

func noSuchResult(id string, near []string) error {
	if len(near) == 0 {
		return failedf("there is no result %q, and no other", id).hint("take the quiz: rolefit quiz")
	}
	ambiguous := 0
	for _, n := range near {
		if id != "" && strings.HasPrefix(n, id) {
			ambiguous++
		}
	}
	if ambiguous > 1 {
		return failedf("more than one result begins with %q", id).hint("such as: %s", strings.Join(near, ", "))
	}
	return failedf("there is no result %q", id).hint("did you mean: %s (all: rolefit result --list)", strings.Join(near, ", "))
}

func (a *app) listResults(s *state.Store) error {
	format, style, err := a.page(pageFormats)
	if err != nil {
		return err
	}
	list, problems, err := s.List()
	if err != nil {
		return err
	}
	a.warn(problems)
	if len(list) == 0 && format != render.JSON {
		a.say("no saved result yet; take the quiz: rolefit quiz")
		return nil
	}
	return a.show(render.Results(insight.ListResults(list), format, style))
}

func (a *app) deleteResult(s *state.Store, id string) error {
	err := s.Delete(id)
	if errors.Is(err, state.ErrNotFound) {
		_, near, findErr := s.Find(id)
		if findErr == nil { // the beginning of one: deleting wants to be sure
			return failedf("there is no result %q", id).hint("to delete a result give its whole ID: rolefit result --list")
		}
		return noSuchResult(id, near)
	}
	if err == nil {
		a.say("deleted: %s", id)
	}
	return err
}

// printResult prints a result and, where it is saved and the format is for
// reading along, what moved since the one before.
func (a *app) printResult(s *state.Store, r *fit.Result, format render.Format) error {
	style, err := a.style()
	if err != nil {
		return err
	}
	data, err := render.Result(r, format, style)
	if err != nil {
		return err
	}
	if s != nil && (format == render.Text || format == render.Markdown) {
		before, problems, err := s.Before(r)
		a.warn(problems)
		if err == nil {
			change, err := render.Change(insight.Change(before, r), format, style)
			if err != nil {
				return err
			}
			data = bytes.Join([][]byte{data, change}, []byte("\n"))
		} else if !errors.Is(err, state.ErrNotFound) {
			a.say("the result before cannot be read: %v", err)
		}
	}
	if err := a.print(data); err != nil {
		return err
	}
	if s != nil && r.ID != "" && format == render.Text {
		a.fromTheTop(r.ID, data)
	}
	return nil
}

// fromTheTop says how to read a saved result whose beginning, the verdict, has
// left the screen.
func (a *app) fromTheTop(id string, page []byte) {
	if !a.env.OutTerminal || a.output != "-" {
		return
	}
	if _, rows := a.env.Size(); rows > 0 && bytes.Count(page, []byte("\n")) >= rows {
		fmt.Fprintln(a.env.Err)
		a.say("from the top: rolefit result %s | more", id)
	}
}

// completeResults completes the ids of results, once.
func (a *app) completeResults(_ *cobra.Command, given []string, _ string) ([]string, cobra.ShellCompDirective) {
	s, err := a.store()
	if err != nil || len(given) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	ids, err := s.IDs()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	return ids, cobra.ShellCompDirectiveNoFileComp
}
