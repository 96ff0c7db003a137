package cli

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/posting"
	"github.com/rolefit/rolefit/internal/posting/document"
	"github.com/rolefit/rolefit/internal/posting/matchpage"
	"github.com/rolefit/rolefit/internal/wording"
)

type matchOptions struct {
	files       []string
	ignoreTitle bool
	me          bool
	format      format
}

func matchCommand(a *app, run func(context.Context, matchOptions) error) *cobra.Command {
	var o matchOptions
	cmd := &cobra.Command{
		Use:   "match FILE [FILE ...]",
		Short: "Show which role a job posting really describes",
		Long: `Show which role a job posting describes, or that it describes a different job, and
how confident the result is. You also see what the posting says about pay, on-call,
location and level, what's unusual about it, and what to ask in an interview. With
--me, you also see how well the job fits your latest result, and which of its conditions
you said you'd refuse.

FILE is a posting that you saved as text, Markdown, a web page (HTML or MHTML) or an
email. Use - for standard input. If you name several files, you get a table. If
rolefit can't read one of them, it reports the error, continues with the others, and
exits with status 1.

To learn how rolefit reads postings and how often it's right, see 'rolefit help
postings'.`,
		Example: `  rolefit match posting.txt
  rolefit match posting.html --me
  rolefit match postings/*.txt --me
  rolefit match - --format json < posting.txt`,
		Args: arguments(1, -1, "a job posting, as in: rolefit match posting.txt"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.files = expand(args)
			return run(cmd.Context(), o)
		},
	}
	cmd.Flags().BoolVar(&o.ignoreTitle, "ignore-title", false, "ignore the posting's title")
	meFlag(cmd, &o.me)
	formatFlag(cmd, &o.format, reportFormats...)
	return cmd
}

// match reads postings and prints how they match. If some of several files
// can't be read, it reports them and shows the others.
func (a *app) match(ctx context.Context, o matchOptions) error {
	if i := slices.Index(o.files, "-"); i >= 0 && slices.Contains(o.files[i+1:], "-") {
		return usagef("standard input (-) is named twice")
	}
	m, err := a.newMatch(o)
	if err != nil {
		return err
	}
	var all []*posting.Match
	failed := 0
	for _, r := range m.readAll(ctx, o.files) {
		switch {
		case r.err == nil:
			all = append(all, r.found...)
		case len(o.files) == 1 || ctx.Err() != nil:
			return r.err
		default:
			failed++
			a.report(r.err)
		}
	}
	switch {
	case len(o.files) == 1 && len(all) == 1:
		err = a.show(ctx, matchpage.Of(all[0]), all[0], o.format)
	case len(all) > 0:
		matches := posting.NewMatches(all)
		err = a.show(ctx, matchpage.List(matches), matches, o.format)
	}
	if err == nil && failed > 0 {
		err = failedf("could not read %d of %s", failed, wording.Count(len(o.files), "file"))
	}
	return err
}

// A postingMatch reads postings and compares them with a result.
type postingMatch struct {
	*app
	matcher *posting.Matcher
	options posting.ReadOptions
	result  *fit.Result // result to compare with; nil without --me
}

func (a *app) newMatch(o matchOptions) (*postingMatch, error) {
	p, err := a.loadPack()
	if err != nil {
		return nil, err
	}
	result, err := a.me(p, o.me)
	if err != nil {
		return nil, err
	}
	matcher, err := a.matcher(p)
	return &postingMatch{a, matcher, posting.ReadOptions{IgnoreTitle: o.ignoreTitle, Brief: len(o.files) > 1 && o.format != formatJSON}, result}, err
}

// A readFile is the postings in a file, or the reason that there are none.
type readFile struct {
	found []*posting.Match
	err   error
}

// readAll reads files concurrently and returns them in the order of names.
func (m *postingMatch) readAll(ctx context.Context, names []string) []readFile {
	out := make([]readFile, len(names))
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(names)) {
		wait.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(names)); i = next.Add(1) - 1 {
				out[i].found, out[i].err = m.read(ctx, names[i])
			}
		})
	}
	wait.Wait()
	return out
}

// read returns the postings in a file.
func (m *postingMatch) read(ctx context.Context, name string) ([]*posting.Match, error) {
	if err := document.CheckName(name); err != nil {
		return nil, unreadable(name, err)
	}
	data, err := m.app.read(ctx, name)
	if err != nil {
		return nil, err
	}
	found, err := m.matcher.Match(data, m.options, m.result)
	if err != nil {
		return nil, unreadable(name, err)
	}
	for i, x := range found {
		x.Source = inputName(name)
		if len(found) > 1 {
			x.Source = fmt.Sprintf("%s (%d of %d)", x.Source, i+1, len(found))
		}
	}
	return found, nil
}

// unreadable returns the error for a file without readable text, with a hint
// that describes what to do.
func unreadable(name string, err error) error {
	var u *document.Unreadable
	if !errors.As(err, &u) {
		return err
	}
	return failedf("reading %s: %s", wording.Quote(inputName(name)), u.What).hint("%s", u.Do)
}
