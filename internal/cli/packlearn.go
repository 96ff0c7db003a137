package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/posting"
	"github.com/rolefit/rolefit/internal/posting/learn"
	"github.com/rolefit/rolefit/internal/wording"
)

type packLearnOptions struct {
	dir      string // empty means the pack in use
	postings string
	lines    string
	source   string
}

func packLearnCommand(_ *app, run func(context.Context, packLearnOptions) error) *cobra.Command {
	var o packLearnOptions
	cmd := &cobra.Command{
		Use:   "learn [DIR] --postings FILE [--lines FILE]",
		Short: "Learn from labeled job postings how to recognize the roles",
		Long: `Train a pack on labeled job postings. From them, rolefit learns to tell the pack's
roles from each other and from other jobs, and counts what employers ask for. It
writes counts and weights to quiz/postings.yaml, without any text from the postings.
The same input always gives the same file. Then rolefit prints how well it reads
postings from companies that it left out of the training.

Without DIR, rolefit trains the pack that --pack or ROLEFIT_PACK names. If neither is
set, it trains the pack in the folder you're in.

The --postings file has one JSON object per line:

  {"label": "sre", "title": "...", "text": "...", "group": "a company", "year": 2026,
   "read": {"kind": "one", "first": "sre", "second": "", "conf": 3}}

Only label and text are required. A label is a role's id, hybrid:a+b for a mixture of
two roles, or a word that starts with none for any other job. rolefit ignores other
labels. The field read is the judgment of someone who read only the text, and it has
more weight than the label. Its kind is one, mixed or none, and its conf is the
reader's confidence, from 1 to 3.

The --lines file has single lines from postings. For each line, it lists what the
line is about: one or two roles, "operations" for work that people in any of the
roles do, or "other":

  {"about": ["sre"], "text": "...", "group": "a company"}`,
		Example: `  rolefit pack learn --postings postings.jsonl
  rolefit pack learn my-roles --postings postings.jsonl --lines lines.jsonl --source "our postings since 2024"`,
		Args:              arguments(0, 1, "a folder, or no argument for the pack in use"),
		ValidArgsFunction: once(folders),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.dir = first(args)
			return run(cmd.Context(), o)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&o.postings, "postings", "", "learn from the labeled postings in `FILE`")
	flags.StringVar(&o.lines, "lines", "", "also learn from the labeled lines in `FILE`")
	flags.StringVar(&o.source, "source", "", "record `TEXT` in the file as the source of the postings")
	return cmd
}

func (a *app) packLearn(ctx context.Context, o packLearnOptions) error {
	if err := a.usePack(o.dir); err != nil {
		return err
	}
	switch {
	case a.packDir() == "":
		return usagef("the built-in pack can't be changed").hint("name your own pack, as in: rolefit pack learn my-roles --postings postings.jsonl")
	case o.postings == "" && o.lines != "":
		return usagef("--lines needs --postings: lines show only what a line is about; whole postings show which mix of lines makes a role, and what employers ask for")
	case o.postings == "":
		return usagef("no labeled postings given").hint("name a file, as in: %s", a.command("pack learn --postings postings.jsonl"))
	}
	p, err := a.loadPack()
	if err != nil {
		return err
	}
	options := learn.Options{Roles: p.RoleIDs(), Skills: posting.SkillTopics(p), Conditions: posting.ConditionTopics(p), Source: o.source}
	if options.Lexicon, err = a.lexicon(p); err != nil {
		return err
	}
	model, evaluation, err := a.learn(ctx, o, options)
	if err != nil {
		return err
	}
	name := filepath.Join(a.packDir(), filepath.FromSlash(pack.Postings))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return wording.Cause(err)
	}
	if err := writeFile(ctx, name, model.YAML()); err != nil {
		return err
	}
	var table bytes.Buffer
	fmt.Fprintf(&table, "learned from %s and %s, written to %s\n\n", wording.Count(model.Input.Postings, "posting"), wording.Count(model.Input.Lines, "line"), wording.Quote(name))
	if err := evaluation.WriteTable(&table); err != nil {
		return err
	}
	return a.print(ctx, table.Bytes())
}

// learn learns a model, with a progress bar.
func (a *app) learn(ctx context.Context, o packLearnOptions, options learn.Options) (*posting.Model, *posting.Evaluation, error) {
	var bar *progress
	options.Progress = func(done, total int) {
		if bar == nil {
			bar = a.newProgress("learning", int64(total))
		}
		bar.set(int64(done), nil)
	}
	model, evaluation, err := learn.Files(ctx, o.postings, o.lines, options)
	if bar != nil {
		bar.clear()
	}
	if errors.Is(err, context.Canceled) {
		return nil, nil, interruptedf("learning was stopped; nothing was written")
	}
	var path *os.PathError
	if errors.As(err, &path) {
		return nil, nil, failedf("reading %s: %v", wording.Quote(path.Path), path.Err)
	}
	return model, evaluation, err
}
