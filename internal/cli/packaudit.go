package cli

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/audit"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/wording"
)

type packAuditOptions struct {
	dir     string // "" is the pack in use
	people  int
	seed    uint64
	answers string // a file, "-" for standard input, "" for none
	format  format
}

func packAuditCommand(_ *app, run func(context.Context, packAuditOptions) error) *cobra.Command {
	var o packAuditOptions
	cmd := &cobra.Command{
		Use:   "audit [DIR]",
		Short: "Audit a pack with simulated people, and list what to fix first",
		Long: `Let simulated people take the interview of the pack in DIR, or without it of
the one in use (--pack, ROLEFIT_PACK, else the built-in one). Print what to fix
first, the limits that a pack must keep, and the figures: structure, random
answers, order, how often the verdict is right.

With --answers, also check the questions against the answers of real people: a
file with one answers object per line. The same seed gives the same report. The
exit status is 1 when the pack fails. What the figures mean: rolefit help method.`,
		Example: `  rolefit pack audit
  rolefit pack audit my-roles --people 20000
  rolefit pack audit --answers sessions.jsonl --people 5000 --format markdown -o audit.md`,
		Args:              arguments(0, 1, "a folder, or nothing for the pack in use"),
		ValidArgsFunction: once(folders),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.dir = first(args)
			return run(cmd.Context(), o)
		},
	}
	flags := cmd.Flags()
	flags.IntVar(&o.people, "people", audit.DefaultPeople, "simulate `N` people for each row")
	flags.Uint64Var(&o.seed, "seed", 1, "draw the people by this `NUMBER`")
	flags.StringVar(&o.answers, "answers", "", "also use the real answers in `FILE`, one JSON object per line")
	formatFlag(cmd, &o.format, reportFormats...)
	return cmd
}

// packAudit prints the report. It fails when the pack does, or when a line of
// the real answers cannot be read.
func (a *app) packAudit(ctx context.Context, o packAuditOptions) error {
	if o.people < 1 || o.people > audit.MaxPeople {
		return usagef("--people is %d, expected 1 to %d", o.people, audit.MaxPeople)
	}
	if o.dir != "" {
		a.pack = o.dir
	}
	p, err := a.loadPack()
	if err != nil {
		return err
	}
	report, problems, err := a.audit(ctx, p, o)
	if err != nil {
		return err
	}
	if err := a.showAudit(ctx, report, o.format); err != nil {
		return err
	}
	a.sayProblems(problems)
	if report.Failed() || len(problems) > 0 {
		return errSaid
	}
	return nil
}

// audit runs the audit with a progress bar, and returns what is wrong with
// lines of the real answers.
func (a *app) audit(ctx context.Context, p *fit.Pack, o packAuditOptions) (*audit.Report, pack.Problems, error) {
	var bar *progress
	options := audit.Options{People: o.people, Seed: o.seed, Progress: func(done, total int) {
		if bar == nil {
			bar = a.newProgress("auditing", int64(total))
		}
		bar.set(int64(done), nil)
	}}
	lines := answerLines{reader: pack.NewReader(p), name: inputName(o.answers)}
	if o.answers != "" {
		if _, err := a.sources([]string{o.answers}); err != nil { // now, not after the minutes that follow
			return nil, nil, err
		}
		in := a.openCancelable(ctx, o.answers)
		defer in.Close()
		lines.in, options.Answers = in, lines.each()
	}
	report, err := audit.Run(ctx, p, options)
	if bar != nil {
		bar.clear()
	}
	if errors.Is(err, context.Canceled) {
		return nil, nil, interruptedf("the audit was stopped: nothing was written")
	}
	return report, lines.problems, errors.Join(err, lines.err)
}

const (
	maxAnswersLine = 1 << 20 // bytes of one person's answers
	maxProblems    = 20      // bad lines before the file is abandoned
)

// answerLines reads answers, one object per line. A bad line is a problem and
// is left out.
type answerLines struct {
	reader   *pack.Reader
	name     string
	in       io.Reader
	problems pack.Problems
	err      error // that ended the reading
}

func (l *answerLines) each() iter.Seq[*fit.Answers] {
	return func(yield func(*fit.Answers) bool) {
		scanner := bufio.NewScanner(l.in)
		scanner.Buffer(nil, maxAnswersLine)
		for n := 1; scanner.Scan(); n++ {
			line := scanner.Bytes()
			if len(bytes.TrimSpace(line)) == 0 {
				continue
			}
			_, answers, err := l.reader.Answers(l.name, line)
			if err != nil {
				if l.add(n, err); len(l.problems) >= maxProblems {
					l.err = l.problems
					return
				}
				continue
			}
			if !yield(answers) {
				return
			}
		}
		if err := scanner.Err(); err != nil {
			l.err = fmt.Errorf("reading %s: %w", wording.Quote(l.name), wording.Cause(err))
		}
	}
}

// add records what is wrong with line n.
func (l *answerLines) add(n int, err error) {
	var problems pack.Problems
	if !errors.As(err, &problems) {
		problems = pack.Problems{{File: l.name, Message: err.Error()}}
	}
	for _, p := range problems {
		p.Line = n
		l.problems = append(l.problems, p)
	}
}
