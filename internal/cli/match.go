package cli

import (
	"context"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/advert"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/wording"
)

type matchOptions struct {
	files       []string
	ignoreTitle bool
	me          bool
	format      format
}

func matchCommand(_ *app, run func(context.Context, matchOptions) error) *cobra.Command {
	var o matchOptions
	cmd := &cobra.Command{
		Use:   "match FILE [FILE ...]",
		Short: "Say which role a job posting really describes",
		Long: `Read a job posting (plain text, Markdown or a saved web page; - is standard
input) and say which of the roles it describes, as shares, which of its
sentences show it, and which skills it asks for. Titles vary between companies:
what counts is the work. With --me, also how it fits you by your latest result.
Several files give one line each, the best match first; files that cannot be
read are reported, and the exit status is then 1.`,
		Example: `  rolefit match posting.txt
  rolefit match posting.html --me
  rolefit match postings/*.txt --me
  rolefit match - --format json < posting.txt`,
		Args: arguments(1, -1, "a job posting, as in: rolefit match posting.txt"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.files = args
			return run(cmd.Context(), o)
		},
	}
	cmd.Flags().BoolVar(&o.ignoreTitle, "ignore-title", false, "ignore the posting's title")
	meFlag(cmd, &o.me)
	formatFlag(cmd, &o.format, reportFormats...)
	return cmd
}

// match reads postings. Of several, those that cannot be read are reported, and
// the others are shown.
func (a *app) match(ctx context.Context, o matchOptions) error {
	if i := slices.Index(o.files, "-"); i >= 0 && slices.Contains(o.files[i+1:], "-") {
		return usagef("standard input (-) is named twice")
	}
	p, err := a.loadPack()
	if err != nil {
		return err
	}
	me, err := a.me(p, o.me)
	if err != nil {
		return err
	}
	m := postingReader{a: a, reader: advert.New(p), ignoreTitle: o.ignoreTitle, me: me}
	if len(o.files) == 1 {
		reading, err := m.read(ctx, o.files[0])
		if err != nil {
			return err
		}
		return a.showPosting(ctx, reading, o.format)
	}
	var readings []*advert.Reading
	for _, name := range o.files {
		reading, err := m.read(ctx, name)
		if err != nil {
			a.say("rolefit: %v", err)
			continue
		}
		readings = append(readings, reading)
	}
	if len(readings) > 0 {
		if err := a.showPostings(ctx, readings, o.format); err != nil {
			return err
		}
	}
	if failed := len(o.files) - len(readings); failed > 0 {
		return failedf("could not read %d of %d postings", failed, len(o.files))
	}
	return nil
}

// A postingReader reads postings and compares them with a result.
type postingReader struct {
	a           *app
	reader      *advert.Reader
	ignoreTitle bool
	me          *fit.Result // nil without --me
}

func (m postingReader) read(ctx context.Context, name string) (*advert.Reading, error) {
	data, err := m.a.read(ctx, name)
	if err != nil {
		return nil, err
	}
	text, err := advert.Text(data)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %v", wording.Quote(inputName(name)), err)
	}
	reading := m.reader.Read([]byte(text), advert.Options{IgnoreTitle: m.ignoreTitle})
	reading.Source = inputName(name)
	if m.me != nil {
		reading.Me = m.reader.For(reading, m.me)
	}
	return reading, nil
}
