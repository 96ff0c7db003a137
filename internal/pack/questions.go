package pack

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/wording"
)

// QuestionsYAML returns the questions of a pack's quiz for all roles as YAML,
// formatted as an author would write them.
func QuestionsYAML(p *fit.Pack) ([]byte, error) {
	q, err := fit.NewQuiz(p, nil)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	out.WriteString("# Each comment is the option at the time of writing. To change an option, edit its role.\nquestions:\n")
	for _, x := range q.Questions {
		fmt.Fprintf(&out, "  - id: %s\n    dimension: %s\n    prompt: %s\n    options:\n", x.ID, x.Dimension, strconv.Quote(x.Prompt))
		for _, o := range x.Options {
			fmt.Fprintf(&out, "      - %s # %s\n", o.Ref(), o.Text)
		}
	}
	return out.Bytes(), nil
}

// WithQuestions returns the content of the questionnaire of the pack in dir,
// with the assembled questions added. If the file doesn't exist, it creates the
// content. It returns an error if the pack has written questions.
func WithQuestions(p *fit.Pack, dir string) ([]byte, error) {
	if len(p.Written) > 0 {
		return nil, errors.New("the pack has written questions already: to add the assembled ones, remove those first")
	}
	if len(p.Roles) > fit.MaxShown {
		return nil, fmt.Errorf("with more than %d roles, the later rounds show only the leading ones, and their questions can't be written in advance", fit.MaxShown)
	}
	if n := unlike(p); n > 0 {
		return nil, fmt.Errorf("the file would have %s with options whose lengths differ by more than %d words, which is an error in written ones: first fix what rolefit pack check warns about", wording.Count(n, "question"), MaxDifference)
	}
	questions, err := QuestionsYAML(p)
	if err != nil {
		return nil, err
	}
	before, err := fileUpTo(dir, questionsName, MaxPostings)
	switch {
	case err != nil:
		return nil, err
	case before == nil:
		title := p.Title
		if title == "" {
			title = "Which role suits you?"
		}
		before = fmt.Appendf(nil, "id: %s\nversion: %d\ntitle: %s\nprompts:\n", idText(p.ID), max(1, p.Version), strconv.Quote(title))
		for _, d := range fit.Dimensions {
			before = fmt.Appendf(before, "  %s: %s\n", d, strconv.Quote(p.Prompts[d]))
		}
	case len(before) > 0 && before[len(before)-1] != '\n':
		before = append(before, '\n')
	}
	return append(before, questions...), nil
}

// unlike returns the number of assembled questions whose options differ by more
// than MaxDifference words.
func unlike(p *fit.Pack) (n int) {
	q, err := fit.NewQuiz(p, nil)
	if err != nil {
		return 0
	}
	for _, x := range q.Questions {
		if _, _, uneven := lengths(x); uneven {
			n++
		}
	}
	return n
}
