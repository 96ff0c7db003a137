package browser

import (
	"fmt"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/safetext"
	"github.com/rolefit/rolefit/internal/steptext"
)

// A View is everything that the page shows at a step, as plain text.
type View struct {
	Kind        fit.Kind `json:"kind"`
	ID          string   `json:"id"`
	Heading     string   `json:"heading"`
	Text        []string `json:"text"`
	Instruction string   `json:"instruction"`
	Then        string   `json:"then,omitempty"` // instruction for a question after the best option is chosen; "" if one choice is enough
	Note        string   `json:"note,omitempty"`
	Options     []Option `json:"options"`
	Skips       []Option `json:"skips"`  // reasons to skip, if more than one, or a single way to skip
	Finish      string   `json:"finish"` // consequence of finishing at this step; "" if that isn't possible
	Progress    Progress `json:"progress"`
	CanBack     bool     `json:"canBack"`
	Ready       bool     `json:"ready"` // whether there is a verdict
	Answered    int      `json:"answered"`
	Answers     string   `json:"answers"` // the answers so far, for restore
}

// An Option is something to choose at a step.
type Option struct {
	Key    string `json:"key"` // value for the event: best, worst, pick, level or skip
	Text   string `json:"text"`
	Before string `json:"before,omitempty"` // what it was before going back: best, worst or picked
}

// Progress describes how far along the person is.
type Progress struct {
	Label string `json:"label"`
	Value int    `json:"value"`
	Max   int    `json:"max"` // end of the progress bar, or 0 if there is none
}

func (s *Session) view() (*View, error) {
	step := s.quiz.Next(s.answers)
	v := &View{
		Kind: step.Kind, ID: step.ID, Heading: step.Prompt, Text: []string{}, Options: []Option{}, Skips: []Option{},
		CanBack: step.CanBack, Ready: step.VerdictReady, Answered: step.Answered, Progress: Progress{Value: step.Index, Max: step.Total},
	}
	line, err := s.line("")
	if err != nil {
		return nil, err
	}
	v.Answers = line
	if step.Answered > 0 && step.Kind != fit.Done && step.Kind != fit.AskOffer {
		v.Finish = steptext.FinishCost(step)
	}
	for _, o := range step.Options {
		v.Options = append(v.Options, Option{Key: o.Key, Text: o.Text, Before: before(step, o.Key)})
	}
	if p := step.Previous; p != nil && p.Skip != "" {
		v.Note = "You skipped this before."
	}
	s.describe(v, step)
	v.sanitize()
	return v, nil
}

// describe fills in the fields that depend on the kind of step.
func (s *Session) describe(v *View, step fit.Step) {
	switch step.Kind {
	case fit.AskQuestion:
		s.question(v, step)
	case fit.AskCard:
		v.Text = append(v.Text, step.Text)
		v.Progress.Label = fmt.Sprintf("Job %d of %d, described without its title", step.Index, step.Total)
	case fit.AskStart:
		v.Instruction = steptext.Start
		v.Skips = []Option{{Key: string(fit.Unsure), Text: "Skip this"}}
		v.Progress.Label = "Last question before your result"
	case fit.AskCondition:
		v.Heading, v.Instruction = step.Text, step.Prompt
		v.Progress.Label = fmt.Sprintf("Part 2: condition %d of %d", step.Index, step.Total)
	case fit.AskSkill:
		v.Heading, v.Instruction = step.Skill.Name, steptext.Level
		v.Text = append(v.Text, step.Skill.Covers)
		v.Skips = []Option{{Key: string(fit.Unsure), Text: "Skip this"}}
		v.Progress.Label = fmt.Sprintf("Part 2: skill %d of %d", step.Index, step.Total)
	case fit.AskOffer:
		v.Text = append(v.Text, steptext.Offer(step.ID))
	}
}

func (s *Session) question(v *View, step fit.Step) {
	v.Instruction, v.Then = "Pick the best. "+steptext.Best, "Now the worst. "+steptext.Worst
	if len(step.Options) == 2 {
		v.Instruction, v.Then = steptext.Better, ""
	}
	number := s.answers.Number(&step)
	v.Progress = Progress{Label: questionProgress(number, step), Value: number - 1, Max: step.Answered + step.AtMost}
	if step.NewRound {
		v.Note = steptext.NewRound
	}
	for _, why := range fit.Skips {
		v.Skips = append(v.Skips, Option{Key: string(why), Text: steptext.Skip(why)})
	}
}

// before returns what an option was before the person went back, or "".
func before(step fit.Step, key string) string {
	p := step.Previous
	switch {
	case p == nil:
	case p.Best == key && key != "":
		return "best"
	case p.Worst == key && key != "":
		return "worst"
	case p.Pick == key && key != "", p.Level != nil && fmt.Sprint(*p.Level) == key:
		return "picked"
	}
	return ""
}

// sanitize makes all text from an untrusted pack harmless and puts each on one
// line.
func (v *View) sanitize() {
	for _, text := range []*string{&v.Heading, &v.Instruction, &v.Note} {
		*text = safetext.Sanitize(*text)
	}
	for i := range v.Text {
		v.Text[i] = safetext.Sanitize(v.Text[i])
	}
	for i := range v.Options {
		v.Options[i].Text = safetext.Sanitize(v.Options[i].Text)
	}
}

// questionProgress describes the number of a question and how many there are.
// Both are correct even though the length of the quiz adapts.
func questionProgress(number int, s fit.Step) string {
	text := fmt.Sprintf("Question %d of %d", number, s.Answered+s.AtLeast)
	if more := s.AtMost - s.AtLeast; more > 0 {
		text += fmt.Sprintf(", then at most %d more", more)
	}
	return text
}
