package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/state"
)

type nextOptions struct {
	file     string
	answer   string
	answered bool // whether --answer was given
	roles    []string
	seed     string
}

func (a *app) nextCommand() *cobra.Command {
	var o nextOptions
	cmd := &cobra.Command{
		Use:   "next FILE",
		Short: "Print the next question as JSON, for other front ends",
		Long: `Print the next question for the answers in FILE, an answers file that is made
if it is not there. With --answer that answer is recorded first, whole or not at
all. When "done" is true, "rolefit quiz --answers FILE" gives the result.

An answer names the id that it is for:
  {"id":"new-service","best":"c","worst":"a"}   (also "seconds")
  {"id":"new-service","skip":"none"}            (or unsure, unclear)
  {"id":"cards","best":"b","worst":"d"}
  {"id":"observability","level":2}
  {"back":true}     goes to the question before
  {"finish":true}   ends the questions now
  {"more":true}     when done: go on to the remaining skills`,
		Example: `  rolefit next me.json --seed 42
  rolefit next me.json --answer '{"id":"free-week","best":"c","worst":"a"}'`,
		Args: arguments(1, 1, "a file, as in: rolefit next me.json"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.file, o.answered = args[0], cmd.Flags().Changed("answer")
			return a.next(o)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&o.answer, "answer", "", "record this answer first, as `JSON`")
	flags.StringSliceVar(&o.roles, "roles", nil, "for a new FILE: ask about these `ROLES` only")
	flags.StringVar(&o.seed, "seed", "", "for a new FILE: shuffle options by this `NUMBER`")
	a.completeRoleFlag(cmd, "roles")
	complete(cmd, "answer", a.completeReplies(&o.roles))
	return cmd
}

func (a *app) next(o nextOptions) error {
	if o.file == "-" {
		return usagef("next keeps the answers in a file, and %q is none", o.file)
	}
	if _, err := a.formatOf(checkFormats); err != nil {
		return usagef("format is %q, expected json", a.format)
	}
	p, err := a.loadPack()
	if err != nil {
		return err
	}
	unlock, err := await(a.ctx, func() (func(), error) { return state.Lock(o.file) })
	if err != nil {
		return err
	}
	defer unlock()
	if a.output != "-" && sameFile(a.output, o.file) {
		return usagef("-o is %q, where the answers are kept: the question would take their place", a.output)
	}
	q, answers, made, err := a.openAnswers(p, o)
	if err != nil {
		return err
	}
	if o.answered {
		reply, err := parseReply(o.answer)
		if err == nil {
			err = q.Record(answers, reply)
		}
		if err != nil {
			return fmt.Errorf("recording the answer: %w", err)
		}
	}
	if made || o.answered {
		data, err := pack.JSON(q, answers)
		if err != nil {
			return err
		}
		if err := a.writeFile(o.file, data); err != nil {
			return err
		}
	}
	data, err := json.Marshal(nextStep(q.Next(answers)))
	if err != nil {
		return err
	}
	return a.print(append(data, '\n'))
}

// sameFile says whether two names are of one file, whether it is there yet or
// not.
func sameFile(a, b string) bool {
	isA, errA := os.Stat(a)
	isB, errB := os.Stat(b)
	if errA == nil && errB == nil {
		return os.SameFile(isA, isB)
	}
	absA, errA := filepath.Abs(a)
	absB, errB := filepath.Abs(b)
	return errA == nil && errB == nil && absA == absB
}

// openAnswers reads the answers, or begins new ones where there is no file.
func (a *app) openAnswers(p *fit.Pack, o nextOptions) (q *fit.Quiz, answers *fit.Answers, made bool, err error) {
	if _, err := os.Stat(o.file); !errors.Is(err, fs.ErrNotExist) {
		data, err := a.read(o.file)
		if err != nil {
			return nil, nil, false, err
		}
		if o.answered && pack.HasComments(data) {
			return nil, nil, false, fmt.Errorf("recording the answer: %q has comments, which rewriting it would lose: fill it in by hand, or use a new file", o.file)
		}
		q, answers, err = pack.NewReader(p).Answers(o.file, data)
		return q, answers, false, err
	}
	q, err = quizOf(p, o.roles)
	if err != nil {
		return nil, nil, false, err
	}
	seed, err := a.seed(o.seed)
	if err != nil {
		return nil, nil, false, err
	}
	return q, a.newAnswers(q, seed), true, interviewable(q)
}

// parseReply reads a reply strictly: one JSON object, no unknown fields.
func parseReply(text string) (fit.Event, error) {
	var r fit.Event
	d := json.NewDecoder(bytes.NewReader([]byte(text)))
	d.DisallowUnknownFields()
	if err := d.Decode(&r); err != nil {
		return r, fmt.Errorf("expected an object such as {\"id\":\"new-service\",\"best\":\"c\",\"worst\":\"a\"}: %v", err)
	}
	if _, err := d.Token(); err != io.EOF {
		return r, errors.New("expected one JSON object and nothing after it")
	}
	return r, nil
}

// nextJSON is what next prints; see design "rolefit/next/1".
type nextJSON struct {
	Schema    string       `json:"schema"`
	Done      bool         `json:"done"`
	Kind      fit.Kind     `json:"kind,omitempty"`
	ID        string       `json:"id,omitempty"`
	Dimension string       `json:"dimension,omitempty"`
	Prompt    string       `json:"prompt,omitempty"`
	Options   []nextOption `json:"options,omitempty"`
	Before    *fit.Event   `json:"before,omitempty"` // the answer given before, when gone back
	Answered  int          `json:"answered"`
	AtLeast   int          `json:"atLeast"`
	AtMost    int          `json:"atMost"`
	More      int          `json:"more,omitempty"` // when done: skills that could still be rated
}

type nextOption struct {
	Key  string `json:"key"`
	Text string `json:"text"`
}

func nextStep(s fit.Step) nextJSON {
	n := nextJSON{
		Schema: "rolefit/next/1", Done: s.Kind == fit.Done, ID: s.ID, Prompt: s.Prompt, Before: s.Previous,
		Answered: s.Answered, AtLeast: s.AtLeast, AtMost: s.AtMost, More: s.SkillsLeft,
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
