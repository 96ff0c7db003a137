package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/report"
	"github.com/rolefit/rolefit/internal/state"
	"github.com/rolefit/rolefit/internal/wording"
)

type resultOptions struct {
	which  string // id, id prefix or file; empty means the latest result
	list   bool
	delete string // full result id
	save   bool
	format format

	mapping string // file name, or empty
	dryRun  bool
}

func resultCommand(a *app, run func(context.Context, resultOptions) error) *cobra.Command {
	var o resultOptions
	cmd := &cobra.Command{
		Use:   "result [ID | FILE]",
		Short: "Show a saved result, or the result of a filled-in form",
		Long: `Show a result. Without an argument, this is your latest one. To show an older result,
pass its ID, or the first characters of the ID.

You can also pass a FILE: a filled-in form from 'rolefit form', a file from 'rolefit
next', a table with one row, or a result in JSON. Use - for standard input. rolefit
saves the result of a file only if you use --save.

With --format png, you get an image to share. The image contains the verdict and the
fits, but not your answers.

In text and Markdown, a saved result also lists what has changed since the previous
one, and whether random answers could explain the change. Results that you changed or
added to within an hour count as one.`,
		Example: `  rolefit result
  rolefit result --list
  rolefit result --brief
  rolefit result form.yaml --save
  rolefit result 20261122 --format html -o result.html
  rolefit result --format png -o result.png
  rolefit result --delete 20261122-153012-9f3a`,
		Args:              arguments(0, 1, "at most one ID or FILE, as in: rolefit result form.yaml"),
		ValidArgsFunction: a.completeResultsAndFiles,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.which = first(args)
			deleting := cmd.Flags().Changed("delete")
			switch {
			case len(args) > 0 && (o.list || deleting):
				return usagef("--list and --delete don't take an ID or FILE").hint("see: %s --help", cmd.CommandPath())
			case o.list && o.format == formatPNG:
				return usagef("--list can't print an image, expected another --format").hint("see: %s --help", cmd.CommandPath())
			case deleting && o.delete == "":
				return usagef("--delete is empty, expected the ID of a result").hint("to list your results: rolefit result --list")
			case (o.mapping != "" || o.dryRun) && !isFile(o.which):
				return usagef("--map and --dry-run need a FILE with answers").hint("see: %s --help", cmd.CommandPath())
			case o.save && !isFile(o.which):
				return usagef("--save needs a FILE with answers; other results are saved already").hint("see: %s --help", cmd.CommandPath())
			}
			return run(cmd.Context(), o)
		},
	}
	flags := cmd.Flags()
	flags.BoolVar(&o.list, "list", false, "list the saved results, newest first, without those that a newer one replaces")
	flags.BoolVar(&o.save, "save", false, "save the result of FILE")
	flags.BoolVar(&a.brief, "brief", false, "print only the first screen")
	allFlag(cmd, &a.all, "all your answers")
	flags.StringVar(&o.delete, "delete", "", "delete the result with the complete `ID`")
	surveyFlags(cmd, &o.mapping, &o.dryRun)
	cmd.MarkFlagsMutuallyExclusive("list", "delete", "save")
	cmd.MarkFlagsMutuallyExclusive("list", "delete", "brief", "all")
	complete(cmd, "delete", once(a.completeResults))
	formatFlag(cmd, &o.format, resultFormats...)
	return cmd
}

func (a *app) result(ctx context.Context, o resultOptions) error {
	if err := a.checkImage(o.format); err != nil {
		return err
	}
	if isFile(o.which) {
		return a.fileResult(ctx, o)
	}
	s, err := a.store()
	switch {
	case err != nil:
		return err
	case o.list:
		return a.listResults(ctx, s, o.format)
	case o.delete != "":
		return a.deleteResult(s, o.delete)
	}
	r, err := a.savedResult(s, o.which)
	if err != nil {
		return err
	}
	return a.printResult(ctx, s, r, o.format)
}

// isFile reports whether an argument is a file rather than a result id: it is
// "-", looks like a path, or names an existing file.
func isFile(name string) bool {
	if name == "-" || strings.ContainsAny(name, `./\`) {
		return true
	}
	_, err := os.Stat(name)
	return name != "" && err == nil
}

// fileResult prints the result in a file, or the result of the answers in it.
func (a *app) fileResult(ctx context.Context, o resultOptions) error {
	if o.dryRun {
		b := batchOptions{files: []string{o.which}, mapping: o.mapping, maxErrors: -1}
		options, err := a.batch(ctx, b)
		if err != nil {
			return err
		}
		return a.dryRun(ctx, options, b)
	}
	data, err := a.read(ctx, o.which)
	if err != nil {
		return err
	}
	r, err := a.parseOrScore(ctx, o, data)
	if err != nil {
		return err
	}
	if !o.save {
		if err := a.printResult(ctx, nil, r, o.format); err != nil {
			return err
		}
		a.hintUnsaved(o, r)
		return nil
	}
	s, err := a.store()
	if err != nil {
		return err
	}
	if err := s.Add(r, a.env.Now()); err != nil {
		return err
	}
	a.say("saved as result %s", r.ID)
	return a.printResult(ctx, s, r, o.format)
}

// hintUnsaved says how to plan from the result of a file, and which result is
// used without that.
func (a *app) hintUnsaved(o resultOptions, r *fit.Result) {
	if o.format != formatText || o.which == "-" || r.ID != "" {
		return
	}
	used := "and other commands don't use it"
	if s, err := a.store(); err == nil {
		if saved, _, err := s.Latest(r.Pack.ID); err == nil {
			used = fmt.Sprintf("and other commands use your result %s instead", saved.ID)
		}
	}
	a.say("This result isn't saved, %s.", used)
	a.say("To save it and plan from it: %s, then %s", a.command("result "+wording.Quote(o.which)+" --save"), a.command("plan"))
}

// parseOrScore parses a result, or parses answers and scores them.
func (a *app) parseOrScore(ctx context.Context, o resultOptions, data []byte) (*fit.Result, error) {
	name := inputName(o.which)
	var head struct{ Schema string }
	if json.Unmarshal(data, &head) == nil && strings.HasPrefix(head.Schema, "rolefit/result/") {
		r, err := state.ParseResult(data)
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", wording.Quote(name), err)
		}
		return r, nil
	}
	p, err := a.loadPack()
	if err != nil {
		return nil, err
	}
	mapping, err := a.readMap(ctx, o.mapping)
	if err != nil {
		return nil, err
	}
	s := surveyFile{pack: p, mapping: mapping, name: name, data: data}
	if r, err := a.scoreTable(ctx, &s); r != nil || err != nil {
		return r, err
	}
	q, answers, err := pack.NewReader(p).Answers(name, data)
	if err != nil {
		if r := a.scoreObject(ctx, &s); r != nil {
			return r, nil
		}
		return nil, err
	}
	return fit.Score(q, answers), nil
}

// savedResult returns the result with the given id, or the latest result of any
// pack if the id is empty.
func (a *app) savedResult(s *state.Store, id string) (*fit.Result, error) {
	if id == "" {
		r, problems, err := s.Latest("")
		a.warn(problems)
		if errors.Is(err, state.ErrNotFound) {
			return nil, a.noResult(s, fit.BuiltinPack)
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
		return failedf("no result or file is named %s", wording.Quote(id)).hint("take the quiz: rolefit quiz")
	}
	matching := 0
	for _, n := range near {
		if id != "" && strings.HasPrefix(n, id) {
			matching++
		}
	}
	if matching > 1 {
		return failedf("more than one result begins with %q", id).hint("for example: %s", commas(near))
	}
	return failedf("no result or file is named %s", wording.Quote(id)).hint("did you mean: %s (all: rolefit result --list)", commas(near))
}

func (a *app) listResults(ctx context.Context, s *state.Store, f format) error {
	results, problems, err := s.List()
	if err != nil {
		return err
	}
	a.warn(problems)
	if len(results) == 0 && f == formatText {
		a.say("no saved results yet; take the quiz: %s", a.command("quiz"))
		return nil
	}
	all := insight.ListResults(withoutReplaced(results))
	return a.show(ctx, report.Results(all), all, f)
}

func (a *app) deleteResult(s *state.Store, id string) error {
	r, _, _ := s.Find(id) // nil for a damaged file, which can be deleted too
	err := s.Delete(id)
	if errors.Is(err, state.ErrNotFound) {
		_, near, findErr := s.Find(id)
		if findErr == nil { // deleting requires the full id, not a prefix
			return failedf("no result has the ID %q", id).hint("use the complete ID; to list your results: rolefit result --list")
		}
		return noSuchResult(id, near)
	}
	if err != nil {
		return err
	}
	a.say("deleted: %s", id)
	if r != nil && r.Replaces != "" {
		if _, _, err := s.Find(r.Replaces); err == nil {
			a.say("result %s, which it replaced, is listed again", r.Replaces)
		}
	}
	return nil
}

// printResult prints a result. If s isn't nil, it saves the result and also
// prints what changed since the previous one.
func (a *app) printResult(ctx context.Context, s *state.Store, r *fit.Result, f format) error {
	var earlier *fit.Result
	if s != nil && (f == formatText || f == formatMarkdown) { // JSON is a single object, and HTML is a single page
		var problems []error
		var err error
		earlier, problems, err = before(s, r)
		a.warn(problems)
		if err != nil && !errors.Is(err, state.ErrNotFound) {
			a.say("could not read the previous result: %v", err)
		}
	}
	var page []byte
	var err error
	if a.readsAloud(f) {
		err = a.readAloud(ctx, a.resultPages(r, earlier)...)
	} else if page, err = a.resultPage(r, earlier, f); err == nil {
		err = a.print(ctx, page)
	}
	if err != nil {
		return err
	}
	if f == formatText && a.packDir() == "" && r.Pack.ID != fit.BuiltinPack {
		a.say("DIR is the folder of pack %q.", r.Pack.ID)
	}
	if s != nil && r.ID != "" && f == formatText {
		a.hintScrolled(r.ID, page)
	}
	return nil
}

// hintScrolled suggests how to read a saved result from the beginning, if it
// has scrolled off the screen.
func (a *app) hintScrolled(id string, page []byte) {
	if !a.env.OutTerminal || a.output != "-" {
		return
	}
	if _, rows := a.env.Size(); rows > 0 && bytes.Count(page, []byte("\n")) >= rows {
		fmt.Fprintln(a.env.Err)
		a.say("to read it from the top: rolefit result %s | more", id)
	}
}

// completeResults completes result ids.
func (a *app) completeResults(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	s, err := a.store()
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	ids, err := s.IDs()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	return ids, cobra.ShellCompDirectiveNoFileComp
}

// completeResultsAndFiles completes result ids and file names.
func (a *app) completeResultsAndFiles(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	ids, _ := a.completeResults(cmd, args, typed)
	return ids, cobra.ShellCompDirectiveDefault
}
