package cli

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/web"
)

type webOptions struct {
	roles   []string
	collect string
	consent string
	askJob  bool
}

func webCommand(a *app, run func(context.Context, webOptions) error) *cobra.Command {
	var o webOptions
	cmd := &cobra.Command{
		Use:   "web",
		Short: "Write the quiz as an HTML file that works offline",
		Long: `Write the quiz as one HTML file that works offline. The page runs the whole interview
and shows the whole result, with the same code as this program. Open the file in a
browser, or put it on any web server. iPhones and iPads only preview HTML files that
arrive by email, so send their users a link instead.

The page sends nothing. With --collect, its last screen tells people in your words
how to hand in their answers. Web and email addresses in your text become links.
People download their answers as a file that 'rolefit result' can read. To see a
group at a glance, put the files in a folder: rolefit team answers/*.json

With --consent, people have to agree to a statement before they can hand in their
answers. With --ask-job, the page asks whether they have one of the jobs and like it,
and records the answer as "holds". With that answer, 'rolefit pack audit --answers'
can check how often the quiz is right.`,
		Example: `  rolefit web -o quiz.html
  rolefit web -o quiz.html --collect 'Please mail the file to jo@example.com by Friday.'
  rolefit web -o quiz.html --pack my-roles`,
		Args: arguments(0, 0, "no arguments, as in: rolefit web -o quiz.html"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if o.collect == "" && (o.consent != "" || o.askJob) {
				return usagef("--consent and --ask-job go with --collect").hint("see: %s --help", cmd.CommandPath())
			}
			return run(cmd.Context(), o)
		},
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	rolesFlag(a, cmd, &o.roles)
	flags := cmd.Flags()
	flags.StringVar(&o.collect, "collect", "", "use `TEXT` on the last screen to explain how to hand in the answers")
	flags.StringVar(&o.consent, "consent", "", "let people hand in answers only if they agree to `TEXT`")
	flags.BoolVar(&o.askJob, "ask-job", false, "ask whether people have one of the jobs and like it")
	for _, name := range []string{"collect", "consent"} {
		complete(cmd, name, words())
	}
	return cmd
}

func (a *app) web(ctx context.Context, o webOptions) error {
	if a.output == "-" && a.env.OutTerminal {
		return usagef("a page can't be shown in a terminal; expected a file with -o").hint("as in: %s", a.command("web -o quiz.html"))
	}
	engine, err := a.env.Engine()
	if errors.Is(err, web.ErrNoEngine) {
		return failedf("%v", err).hint("build it with: make build (then: ./rolefit web -o quiz.html)")
	}
	if err != nil {
		return err
	}
	p, err := a.loadPack()
	if err != nil {
		return err
	}
	q, err := newInterview(p, o.roles)
	if err != nil {
		return err
	}
	data, err := web.Page(q, engine, web.Options{Collect: o.collect, Consent: o.consent, AskJob: o.askJob})
	if err != nil {
		return err
	}
	return a.print(ctx, data)
}
