package cli

import (
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/advert"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/render"
)

type matchOptions struct {
	files       []string
	ignoreTitle bool
	me          bool
}

func (a *app) matchCommand() *cobra.Command {
	var o matchOptions
	cmd := &cobra.Command{
		Use:   "match FILE [FILE ...]",
		Short: "Say which role a job advert really describes",
		Long: `Read a job advert (plain text, Markdown or a saved web page; - is standard
input) and say which of the roles it describes, as shares, by which of its
sentences, and which skills it asks for. Titles vary between companies: what
counts is the work. With --me, also how it fits you by your latest result: what
you would like of it, what not, and which skills you lack. Several files give a
line each, the best first; those that cannot be read are told, and the exit
status is then 1.`,
		Example: `  rolefit match advert.txt
  rolefit match advert.html --me
  rolefit match adverts/*.txt --me
  rolefit match - --format json < advert.txt`,
		Args: arguments(1, -1, "a job advert, as in: rolefit match advert.txt"),
		RunE: func(_ *cobra.Command, args []string) error {
			o.files = args
			return a.match(o)
		},
	}
	cmd.Flags().BoolVar(&o.ignoreTitle, "ignore-title", false, "leave the advert's title out of it")
	meFlag(cmd, &o.me)
	return cmd
}

// match reads adverts. Of several, those that cannot be read are told, and the
// others are shown all the same.
func (a *app) match(o matchOptions) error {
	if i := slices.Index(o.files, "-"); i >= 0 && slices.Contains(o.files[i+1:], "-") {
		return usagef("standard input (-) is named twice")
	}
	format, style, err := a.page(pageFormats)
	if err != nil {
		return err
	}
	p, err := a.loadPack()
	if err != nil {
		return err
	}
	me, err := a.me(p, o.me)
	if err != nil {
		return err
	}
	reader := advert.New(p)
	if len(o.files) == 1 {
		reading, err := a.readAdvert(reader, o.files[0], o, me)
		if err != nil {
			return err
		}
		return a.show(render.Match(reading, format, style))
	}
	var readings []*advert.Reading
	for _, name := range o.files {
		reading, err := a.readAdvert(reader, name, o, me)
		if err != nil {
			a.say("rolefit: %v", err)
			continue
		}
		readings = append(readings, reading)
	}
	if len(readings) > 0 {
		if err := a.show(render.Matches(advert.NewList(readings), format, style)); err != nil {
			return err
		}
	}
	if failed := len(o.files) - len(readings); failed > 0 {
		return failedf("%d of %d adverts could not be read", failed, len(o.files))
	}
	return nil
}

// readAdvert reads one advert, and holds it against a result if there is one.
func (a *app) readAdvert(reader *advert.Reader, name string, o matchOptions, me *fit.Result) (*advert.Reading, error) {
	data, err := a.read(name)
	if err != nil {
		return nil, err
	}
	text, err := advert.Text(data)
	if err != nil {
		return nil, fmt.Errorf("reading %q: %v", inputName(name), err)
	}
	reading := reader.Read([]byte(text), advert.Options{IgnoreTitle: o.ignoreTitle})
	reading.Source = inputName(name)
	if me != nil {
		reading.Me = reader.For(reading, me)
	}
	return reading, nil
}
