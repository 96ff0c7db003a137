package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/document"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/state"
	"github.com/rolefit/rolefit/internal/wording"
)

type nextOptions struct {
	file     string
	answer   string
	answered bool // whether --answer was set
	roles    []string
	seed     string
	format   format
}

func nextCommand(a *app, run func(context.Context, nextOptions) error) *cobra.Command {
	var o nextOptions
	cmd := &cobra.Command{
		Use:   "next FILE",
		Short: "Print the next question as JSON, for other front ends",
		Long: `Print the next step of the interview as JSON, based on the answers in FILE. If FILE
doesn't exist, rolefit creates it. With --answer, rolefit first adds that answer to
FILE. It rejects an invalid answer and leaves FILE unchanged.

When "verdictReady" is true, you can run 'rolefit result FILE' to show the result.
Part 2, about conditions and skills, is optional and adds to the result.

An answer has the kind and the id of the step that it answers:
  {"kind":"question","id":"new-service","best":"c","worst":"a"}   (also "seconds")
  {"kind":"question","id":"new-service","skip":"none"}   (or unsure, unclear)
  {"kind":"card","id":"card-1","pick":"want"}   (or maybe, pass)
  {"kind":"start","id":"start","pick":"backend"}   (or "skip":"unsure")
  {"kind":"condition","id":"on-call","pick":"refuse"}   (or fine, rather-not)
  {"kind":"skill","id":"observability","level":2}   (or "skip":"unsure")
  {"kind":"offer","id":"part-2","pick":"yes"}   (or no)
  {"back":true}     go back one step (optional: "from", the id of the current step)
  {"finish":true}   end the questions now; after the questions, end the current part

In a shell where quoting is difficult, such as cmd.exe, use --answer "@FILE" to read
the answer from a file, or --answer "@-" to read it from standard input.`,
		Example: `  rolefit next me.json --seed 42
  rolefit next me.json --answer '{"kind":"question","id":"free-week","best":"c","worst":"a"}'`,
		Args: arguments(1, 1, "a file, as in: rolefit next me.json"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.file, o.answered = args[0], cmd.Flags().Changed("answer")
			return run(cmd.Context(), o)
		},
	}
	cmd.Flags().StringVar(&o.answer, "answer", "", "add an answer first, as `JSON` or @FILE")
	rolesFlag(a, cmd, &o.roles)
	seedFlag(cmd, &o.seed)
	complete(cmd, "answer", a.completeAnswers(&o.roles))
	formatFlag(cmd, &o.format, formatJSON)
	return cmd
}

func (a *app) next(ctx context.Context, o nextOptions) error {
	if o.file == "-" {
		return usagef("next needs a file to save the answers in, not %q", o.file)
	}
	p, err := a.loadPack()
	if err != nil {
		return err
	}
	unlock, err := await(ctx, func() (func(), error) { return state.Lock(o.file) })
	if err != nil {
		return err
	}
	defer unlock()
	if a.output != "-" && a.isAnswers(o.file) {
		return usagef("-o is %s, which contains the answers, so the question would replace them", wording.Quote(a.output))
	}
	q, answers, created, err := a.openAnswers(ctx, p, o)
	if err != nil {
		return err
	}
	if o.answered {
		answer, err := a.answerText(ctx, o.answer)
		if err != nil {
			return err
		}
		if err := record(q, answers, answer); err != nil {
			return fmt.Errorf("recording the answer: %w", err)
		}
	}
	if created || o.answered {
		data, err := pack.JSON(q, answers)
		if err != nil {
			return err
		}
		if err := writeFile(ctx, o.file, data); err != nil {
			return err
		}
	}
	data, err := json.Marshal(nextStep(q.Next(answers)))
	if err != nil {
		return err
	}
	return a.print(ctx, append(data, '\n'))
}

// answerText returns the value of --answer or, for @FILE, the content of that
// file.
func (a *app) answerText(ctx context.Context, value string) (string, error) {
	file, found := strings.CutPrefix(value, "@")
	if !found {
		return value, nil
	}
	data, err := a.read(ctx, file)
	return string(document.UTF8(data)), err
}

// isAnswers reports whether the output would overwrite the answers file. It also
// compares the output with the lock file, which always exists, to catch paths
// that differ only in case or that go through a symbolic link.
func (a *app) isAnswers(file string) bool {
	return sameFile(a.output, file) || sameFile(state.LockName(a.output), state.LockName(file))
}

// openAnswers reads the file of answers, or starts new answers if there is no
// file.
func (a *app) openAnswers(ctx context.Context, p *fit.Pack, o nextOptions) (q *fit.Quiz, answers *fit.Answers, created bool, err error) {
	if _, err := os.Stat(o.file); !errors.Is(err, fs.ErrNotExist) {
		data, err := a.read(ctx, o.file)
		if err != nil {
			return nil, nil, false, err
		}
		if o.answered && pack.HasComments(data) {
			return nil, nil, false, fmt.Errorf("recording the answer: %s has comments, which would be lost: add the answer by hand, or use a new file", wording.Quote(o.file))
		}
		q, answers, err = pack.NewReader(p).Answers(o.file, data)
		return q, answers, false, err
	}
	if q, err = newInterview(p, o.roles); err != nil {
		return nil, nil, false, err
	}
	seed, err := a.seed(o.seed)
	if err != nil {
		return nil, nil, false, err
	}
	return q, a.newAnswers(q, seed), true, nil
}

// record parses one event, a JSON object without unknown fields, and records
// it.
func record(q *fit.Quiz, answers *fit.Answers, text string) error {
	var event fit.Event
	d := json.NewDecoder(strings.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&event); err != nil {
		return fmt.Errorf("expected an object such as {\"kind\":\"question\",\"id\":\"new-service\",\"best\":\"c\",\"worst\":\"a\"}: %v", err)
	}
	if _, err := d.Token(); err != io.EOF {
		return errors.New("expected one JSON object and nothing after it")
	}
	return q.Record(answers, event)
}

// nextSchema identifies the format of a nextJSON.
const nextSchema = "rolefit/next/2"

// A nextJSON is the output of next.
type nextJSON struct {
	Schema       string       `json:"schema"`
	Part         int          `json:"part"`
	Done         bool         `json:"done"`
	VerdictReady bool         `json:"verdictReady"` // whether part 1 is complete
	Kind         fit.Kind     `json:"kind,omitempty"`
	ID           string       `json:"id,omitempty"`
	Dimension    string       `json:"dimension,omitempty"`
	Prompt       string       `json:"prompt,omitempty"`
	Text         string       `json:"text,omitempty"` // what a card or condition describes
	Options      []nextOption `json:"options,omitempty"`
	Before       *fit.Event   `json:"before,omitempty"`  // previous answer, after going back
	Index        int          `json:"index,omitempty"`   // for a card, condition or skill: position among its kind, from 1
	Total        int          `json:"total,omitempty"`   // number of steps of the kind
	Offered      int          `json:"offered,omitempty"` // number of steps that an offer adds
	Answered     int          `json:"answered"`
	AtLeast      int          `json:"atLeast"`
	AtMost       int          `json:"atMost"`
}

type nextOption struct {
	Key  string `json:"key"`
	Text string `json:"text"`
}

func nextStep(s fit.Step) nextJSON {
	n := nextJSON{
		Schema: nextSchema, Part: s.Part, Done: s.Kind == fit.Done, VerdictReady: s.VerdictReady,
		ID: s.ID, Prompt: s.Prompt, Text: s.Text, Before: s.Previous, Index: s.Index, Total: s.Total, Offered: s.Offered,
		Answered: s.Answered, AtLeast: s.AtLeast, AtMost: s.AtMost,
	}
	if !n.Done {
		n.Kind = s.Kind
	}
	if s.Kind == fit.AskQuestion {
		n.Dimension = s.Dimension.String()
	}
	for _, c := range s.Options {
		n.Options = append(n.Options, nextOption{c.Key, c.Text})
	}
	return n
}
