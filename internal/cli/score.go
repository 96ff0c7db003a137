package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/batch"
	"github.com/rolefit/rolefit/internal/fit"
)

type scoreOptions struct {
	files     []string
	from      string
	brief     bool
	fields    []string
	maxErrors int
	workers   int
}

func (a *app) scoreCommand() *cobra.Command {
	var o scoreOptions
	cmd := &cobra.Command{
		Use:   "score [FILE...]",
		Short: "Score a batch: one answers object a line in, one result a line out",
		Long: `Score the answers of many people: a filter. Each line of the FILEs, or of
standard input, is the answers of one person as a JSON object with an id; for
each a result is printed on a line, in the same order: as JSON, or as a row of a
table with --format csv. Memory stays constant, whatever the size. Files may be
packed with gzip.

With --from csv the input is a table: a row of column names (id, QUESTION.best,
QUESTION.worst, QUESTION.skip, QUESTION.seconds, skill.SKILL, cards.best,
cards.worst, seed, taken, pack), then a row a person, each on one line. Other
columns are left out, and named on standard error.

A line that cannot be scored never stops the run: it is told on standard error
as "FILE:LINE: ID: what is wrong", and the exit status is 1 at the end. With
--max-errors N up to N such lines are taken as they come, and the exit status is
0; one more stops the run with exit status 1. --max-errors 0 stops at the first.

` + scoreRules + `
Recipes for pipes, many files and many machines: rolefit help batch.`,
		Example: `  rolefit score people.jsonl > results.jsonl
  rolefit score --brief people.jsonl.gz | head
  rolefit score --from csv --format csv survey.csv -o scores.csv
  rolefit score --fields id,verdict,lead people.jsonl`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := notTogether(cmd, "brief", "fields"); err != nil {
				return err
			}
			if !cmd.Flags().Changed("max-errors") {
				o.maxErrors = -1
			} else if o.maxErrors < 0 {
				return usagef("--max-errors is %d, expected 0 or more", o.maxErrors)
			}
			if !cmd.Flags().Changed("format") {
				a.format = "json"
			}
			o.files = args
			return a.score(cmd.Context(), o)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&o.from, "from", "json", "read `FORM`: json (an object a line) or csv")
	flags.BoolVar(&o.brief, "brief", false, "print only "+strings.Join(batch.BriefFields(), ", ")+": much quicker")
	flags.StringSliceVar(&o.fields, "fields", nil, "print only these `FIELDS` of the result, or fits, as in id,verdict,fits")
	flags.IntVar(&o.maxErrors, "max-errors", 0, "take up to `N` bad lines as they come, and stop at one more")
	flags.IntVarP(&o.workers, "workers", "j", 0, "use `N` workers (default: as many as there are processors)")
	complete(cmd, "from", words("json", "csv"))
	complete(cmd, "fields", listed(func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return batch.Format{CSV: a.format == "csv"}.Known(), cobra.ShellCompDirectiveNoFileComp
	}))
	return cmd
}

// scoreRules say what becomes of unusual lines.
var scoreRules = fmt.Sprintf(`What becomes of unusual lines:
  a byte order mark at the start is stripped, CR LF counts as a line break, a
  blank line is passed over, the last line may lack its line break;
  bad is a line longer than %d KB, one that is not UTF-8 text or not one JSON
  object, a key given twice, no id, an unknown question, skill or field, a
  letter that the question does not have, a number in quotes, a level that is
  not a whole number from 0 to %d. What is null or empty is not answered.
Ids are not compared: the same one twice gives two results. In CSV output a cell
that a spreadsheet would take for a formula has an apostrophe before it.
`, batch.MaxLine>>10, fit.MaxLevel)

// form is what is printed of each person.
func (a *app) scoreForm(o scoreOptions) (batch.Format, error) {
	f := batch.Format{Fields: o.fields}
	switch strings.ToLower(a.format) {
	case "json", "ndjson", "jsonl":
	case "csv":
		f.CSV = true
	default:
		return f, usagef("format is %q, expected one of json, csv", a.format)
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
	form, err := a.scoreForm(o)
	if err != nil {
		return err
	}
	options, err := a.batchOptions(o)
	if err != nil {
		return err
	}
	out, err := a.newOutput()
	if err != nil {
		return err
	}
	defer out.Abort()
	bar := a.newBatchBar("scoring", o.files)
	options.Progress = bar.set
	options.Bad = func(b batch.BadLine) { bar.clear(); fmt.Fprintln(a.env.Err, b) }
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

// batchOptions are what score and team have in common.
func (a *app) batchOptions(o scoreOptions) (*batch.Options, error) {
	if o.from != "json" && o.from != "csv" {
		return nil, usagef("--from is %q, expected json or csv", o.from)
	}
	if o.workers < 0 || o.workers > batch.MaxWorkers {
		return nil, usagef("-j is %d, expected 1 to %d, or 0 for as many as there are processors", o.workers, batch.MaxWorkers)
	}
	p, err := a.loadPack()
	if err != nil {
		return nil, err
	}
	sources, err := a.sources(o.files)
	if err != nil {
		return nil, err
	}
	return &batch.Options{
		Pack: p, Sources: sources, CSV: o.from == "csv", Workers: o.workers, MaxBad: o.maxErrors,
		Note: func(note string) { a.say("%s", note) },
	}, nil
}

// sources are the files, or standard input. One that is not there is an error
// before anything is read.
func (a *app) sources(files []string) ([]batch.Source, error) {
	if len(files) == 0 {
		files = []string{"-"}
		if a.env.InTerminal {
			a.say("reading from the terminal: a line a person, Ctrl-D at the end")
		}
	}
	var sources []batch.Source
	for i, name := range files {
		if name != "-" {
			if info, err := os.Stat(name); err != nil {
				return nil, failedf("reading %q: %v", name, unwrapPath(err))
			} else if info.IsDir() {
				return nil, failedf("reading %q: %v", name, errFolder)
			}
		} else if slices.Contains(files[:i], name) {
			return nil, usagef("standard input (-) is named twice")
		}
		sources = append(sources, batch.Source{Name: inputName(name), Open: func() (io.ReadCloser, error) { return a.open(name) }})
	}
	return sources, nil
}

// batchStopped is the error of a run that did not come to its end.
func (a *app) batchStopped(err error, sum batch.Summary) error {
	switch {
	case errors.Is(err, batch.ErrTooManyBad):
		return failedf("stopped at %s: more than --max-errors allows; %s scored before", counted(sum.Bad, "bad line"), peopleWere(sum.People))
	case errors.Is(err, context.Canceled):
		if a.output != "-" {
			return interrupted("stopped after %s: nothing was written", people(sum.People))
		}
		return interrupted("stopped after %s; every line that was written is whole", people(sum.People))
	}
	return err
}

// batchEnded is how a run that came to its end is told when lines were bad.
func (a *app) batchEnded(done string, maxErrors int, sum batch.Summary) error {
	if sum.Bad == 0 {
		return nil
	}
	message := fmt.Sprintf("%s could not be %s, %s", counted(sum.Bad, "line"), done, peopleWere(sum.People))
	if maxErrors >= 0 {
		a.say("rolefit: %s", message)
		return nil
	}
	err := failedf("%s", message)
	if sum.People == 0 {
		return err.hint("expected one person's answers a line, as JSON, or --from csv; for a form: rolefit quiz --answers FILE")
	}
	return err
}

func people(n int) string {
	if n == 1 {
		return "1 person"
	}
	return fmt.Sprintf("%d people", n)
}

func peopleWere(n int) string {
	if n == 1 {
		return people(n) + " was"
	}
	return people(n) + " were"
}
