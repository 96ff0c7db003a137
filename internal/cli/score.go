package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/batch"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/wording"
)

// batchOptions are the options that score and team share.
type batchOptions struct {
	files     []string
	from      string // auto, json or csv
	mapping   string // file name, or empty
	id        string // column with the ids, or empty
	dryRun    bool
	maxErrors int // -1 means no limit
	workers   int
}

type scoreOptions struct {
	batchOptions
	brief  bool
	texts  bool
	fields []string
	pages  string // folder, or empty
	format format
}

func scoreCommand(a *app, run func(context.Context, scoreOptions) error) *cobra.Command {
	var o scoreOptions
	cmd := &cobra.Command{
		Use:   "score [FILE...]",
		Short: "Score many people, one per line",
		Long: `Score the answers of many people. Each line of the input is a JSON object with one
person's answers and an id. The input is one or more files, which can be compressed
with gzip, or standard input. A folder or a ZIP file is read like the files in it. A
file can also contain one person's answers over several lines, as JSON or YAML, or a
JSON array.

For each line of input, score prints one line, in the same order. By default, that's
the person's scores as JSON. With --texts, it's the whole result, and with --format
csv, it's a row of a table. For a description of the scores, run 'rolefit pack schema
scores'. Memory use doesn't depend on the number of people.

With --pages DIR, score instead writes each person's result as an HTML page into the
folder DIR. The files are named by id, so ann@example.com.html is Ann's.

The input can also be CSV with one row per person, such as the export of a survey
tool. With --id COLUMN, only the last row of each person counts. Use --dry-run to check how rolefit reads it, and --map to describe what rolefit
doesn't recognize. On standard error, score lists the columns that it doesn't use. To
learn more, see 'rolefit help groups'.

If a line is bad, score reports it on standard error as "FILE:LINE: ID: what's wrong"
and continues. At the end, the exit status is 1. With --max-errors N, the exit status
is 0 for up to N bad lines, and score stops at the next one.

` + scoreRules + `
For recipes with pipes, many files and many machines, see 'rolefit help batch'.`,
		Example: `  rolefit score people.jsonl > results.jsonl
  rolefit score --brief people.jsonl.gz | head
  rolefit score --format csv answers -o scores.csv
  rolefit score --dry-run survey.csv
  rolefit score --format csv survey.csv -o scores.csv
  rolefit score --format csv --id "Email Address" survey.csv -o scores.csv
  rolefit score --pages pages --id "Email Address" survey.csv
  rolefit score --texts people.jsonl | rolefit team
  rolefit score --fields id,verdict,lead people.jsonl
  rolefit score --format csv --fields id,verdict,lead,fits people.jsonl`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if !cmd.Flags().Changed("max-errors") {
				o.maxErrors = -1
			} else if o.maxErrors < 0 {
				return usagef("--max-errors is %d, expected 0 or more", o.maxErrors)
			}
			o.files = expand(args)
			return run(cmd.Context(), o)
		},
	}
	flags := cmd.Flags()
	flags.BoolVar(&o.brief, "brief", false, "print only "+commas(batch.BriefFields())+", which is fastest")
	flags.BoolVar(&o.texts, "texts", false, "print whole results, like 'rolefit result --format json'")
	flags.StringSliceVar(&o.fields, "fields", nil, "print only these `FIELDS`, such as id,verdict,fits")
	flags.StringVar(&o.pages, "pages", "", "write each person's result as a page into the folder `DIR`")
	flags.IntVar(&o.maxErrors, "max-errors", 0, "accept up to `N` bad lines")
	batchFlags(cmd, &o.batchOptions)
	for _, other := range []string{"brief", "texts", "fields"} {
		cmd.MarkFlagsMutuallyExclusive("pages", other)
	}
	cmd.MarkFlagsMutuallyExclusive("brief", "texts", "fields")
	complete(cmd, "fields", completeList(func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return batch.Format{CSV: o.format == formatCSV}.Known(), cobra.ShellCompDirectiveNoFileComp
	}))
	formatFlag(cmd, &o.format, formatJSON, formatCSV)
	return cmd
}

// batchFlags adds the flags of score and team.
func batchFlags(cmd *cobra.Command, o *batchOptions) {
	choose(cmd, cmd.Flags(), &o.from, choice{name: "from", of: []string{"auto", "json", "csv"}, usage: "read input as `FORM`: json (one object per line), csv, or auto to detect it"})
	cmd.Flags().StringVar(&o.id, "id", "", "in a table, use this `COLUMN` as the id, such as \"Email Address\"")
	surveyFlags(cmd, &o.mapping, &o.dryRun)
	cmd.Flags().IntVarP(&o.workers, "workers", "j", 0, "use `N` workers (default: one per processor)")
}

// scoreRules is the part of the help that explains how unusual lines are
// treated.
var scoreRules = fmt.Sprintf(`Details:
  Lines can end in LF or CR LF. score ignores a byte order mark and blank lines.
  A line is bad if it's longer than %d KB, isn't UTF-8 text, or isn't exactly one
  JSON object. It's also bad if it has no id, a key twice, an unknown question,
  skill or field, a letter that the question doesn't have, a number in quotes, or a
  level that isn't a whole number from 0 to %d.
  In a table from a survey tool, such as CSV, score skips a question or cell that it
  can't use, keeps the person's other answers, and reports what it skipped. A person
  is a bad line only if none of their questions can be used.
  Null and empty values count as unanswered. IDs don't have to be unique.
  In CSV output, numbers have at most two decimals, and any cell that a spreadsheet
  might treat as a formula starts with an apostrophe.
`, batch.MaxLine>>10, fit.MaxLevel)

// form returns the format of the output.
func (o scoreOptions) form() (batch.Format, error) {
	f := batch.Format{Texts: o.texts, Fields: o.fields, CSV: o.format == formatCSV}
	if f.Texts && f.CSV {
		return f, usagef("--texts is for JSON, expected --format json or --fields")
	}
	if o.brief || f.CSV && len(f.Fields) == 0 {
		f.Fields = batch.BriefFields()
	}
	if err := f.Check(); err != nil {
		return f, usagef("%v", err)
	}
	return f, nil
}

func (a *app) score(ctx context.Context, o scoreOptions) error {
	form, err := o.form()
	if err != nil {
		return err
	}
	if o.pages != "" && (a.output != "-" || o.format != formatJSON) {
		return usagef("--pages writes HTML pages into a folder, expected neither -o nor --format")
	}
	options, err := a.batch(ctx, o.batchOptions)
	if err != nil {
		return err
	}
	if o.dryRun {
		return a.dryRun(ctx, options, o.batchOptions)
	}
	if o.pages != "" {
		return a.scorePages(ctx, options, o)
	}
	out, err := a.newOutput(ctx)
	if err != nil {
		return err
	}
	defer out.Abort()
	bar := a.showBatch(options, "scoring", o.files)
	bar.streams = true
	sum, err := batch.Score(ctx, options, out, form)
	bar.clear()
	if err != nil {
		return a.batchStopped(err, sum)
	}
	if err := out.Commit(); err != nil {
		return err
	}
	return a.batchEnded("scored", o.maxErrors, sum)
}

// batch returns the options for a run over many people.
func (a *app) batch(ctx context.Context, o batchOptions) (*batch.Options, error) {
	if o.workers < 0 || o.workers > batch.MaxWorkers {
		return nil, usagef("-j is %d, expected 1 to %d, or 0 for one per processor", o.workers, batch.MaxWorkers)
	}
	p, err := a.loadPack()
	if err != nil {
		return nil, err
	}
	mapping, err := a.readMap(ctx, o.mapping)
	if err != nil {
		return nil, err
	}
	if o.id != "" {
		mapping = mapping.WithID(o.id)
	}
	sources, err := a.sources(o.files)
	if err != nil {
		return nil, err
	}
	return &batch.Options{
		Pack: p, Sources: sources, CSV: o.from == "csv", JSON: o.from == "json", Map: mapping, Workers: o.workers, MaxBad: o.maxErrors,
		Note: func(note string) { a.say("%s", note) },
	}, nil
}

// showBatch makes a run report its progress and bad lines on standard error.
func (a *app) showBatch(options *batch.Options, what string, files []string) *progress {
	bar := a.newProgress(what, totalSize(files))
	options.Progress = func(p batch.Progress) {
		bar.set(p.Bytes, func(spent time.Duration) string {
			return fmt.Sprintf("%s MB  %s lines/s", wording.Thousands(p.Bytes/1e6), wording.Thousands(int64(float64(p.Lines)/spent.Seconds())))
		})
	}
	a.reportBad(options, bar.clear)
	return bar
}

// reportBad makes a run report its bad lines. batchStopped and batchEnded report
// how often each problem occurred.
func (a *app) reportBad(options *batch.Options, clear func()) {
	a.bad = &badRows{out: a.env.Err, clear: clear, rows: map[cause][]int{}}
	options.BadLine = a.bad.add
}

// totalSize returns the total size of the files in bytes, or 0 if it isn't known,
// as for a pipe or the content of a ZIP file.
func totalSize(files []string) (total int64) {
	for _, name := range files {
		info, err := os.Stat(name)
		if err != nil || !info.Mode().IsRegular() || isZIP(name) {
			return 0
		}
		total += info.Size()
	}
	return total
}

// sources returns the files, including those in folders and ZIP files, or standard
// input if none are named. It first checks that all of them exist.
func (a *app) sources(files []string) ([]batch.Source, error) {
	if len(files) == 0 {
		files = []string{"-"}
		if a.env.InTerminal {
			a.say("reading from the terminal: enter one person per line, and press %s at the end", a.endOfInput())
		}
	}
	var sources []batch.Source
	for i, name := range files {
		if name != "-" {
			in, err := collected(name)
			if err != nil {
				return nil, failedf("reading %s: %v", wording.Quote(name), wording.Cause(err))
			}
			if in != nil {
				if note := in.note(); note != "" {
					a.say("%s", note)
				}
				sources = append(sources, in.sources...)
				continue
			}
		} else if slices.Contains(files[:i], name) {
			return nil, usagef("standard input (-) is named twice")
		}
		sources = append(sources, batch.Source{Name: inputName(name), Open: func() (io.ReadCloser, error) { return a.open(name) }})
	}
	return sources, nil
}

// endOfInput returns the keys that end input on a terminal.
func (a *app) endOfInput() string {
	if a.env.System == "windows" {
		return "Ctrl-Z and Enter"
	}
	return "Ctrl-D"
}

// batchStopped returns the error for a run that stopped early.
func (a *app) batchStopped(err error, sum batch.Summary) error {
	a.bad.end()
	switch {
	case errors.Is(err, batch.ErrTooManyBad):
		return failedf("stopped at %s: more than --max-errors allows; %s scored before", wording.Count(sum.Bad, "bad line"), wording.Plural(sum.People, "person was", "people were"))
	case errors.Is(err, context.Canceled) && a.output != "-":
		return interruptedf("stopped after %s: nothing was written", wording.Plural(sum.People, "person", "people"))
	case errors.Is(err, context.Canceled):
		return interruptedf("stopped after %s; every line in the output is complete", wording.Plural(sum.People, "person", "people"))
	}
	return err
}

// batchEnded returns the error for a finished run with bad lines. If there are
// none, or if bad lines are allowed, it returns nil.
func (a *app) batchEnded(done string, maxErrors int, sum batch.Summary) error {
	a.bad.end()
	if sum.Bad == 0 {
		return nil
	}
	err := failedf("%s could not be %s; %s", wording.Count(sum.Bad, "line"), done, wording.Plural(sum.People, "person was", "people were"))
	if maxErrors >= 0 {
		a.say("rolefit: %s", err.message)
		return nil
	}
	if sum.People == 0 && len(a.bad.rows) > 0 {
		return err.hint("to see how the columns are read: --dry-run; to say what they mean: --map FILE (rolefit help groups)")
	}
	if sum.People == 0 {
		return err.hint("each line needs one person's answers, as JSON or CSV; for a form: %s", a.command("result FILE"))
	}
	return err
}
