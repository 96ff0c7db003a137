package pack

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/safetext"
	"github.com/rolefit/rolefit/internal/wording"
)

// This file writes forms for survey tools and spreadsheets. Because these forms
// have no seed, options are in file order, and cards are in the order used for
// answers without a seed.

// An item is one question of a survey: rolefit's name for its column, its text,
// and its choices.
type item struct {
	name, title string
	choices     []choice
	example     string
}

type choice struct{ value, text string }

// FormParts lists the parts of a survey. Only the questions are needed for a
// verdict.
var FormParts = []string{"questions", "cards", "start", "conditions", "skills"}

// A Survey is a form for survey tools and spreadsheets.
type Survey struct {
	Quiz  *fit.Quiz
	Parts []string // some of FormParts; nil means all
}

// items returns the questions of a survey in the order of FormParts.
func (s Survey) items() (out []item) {
	for _, part := range FormParts {
		out = append(out, s.part(part)...)
	}
	return out
}

// part returns the questions of a part, or nil if the survey doesn't include
// it.
func (s Survey) part(name string) []item {
	if s.Parts != nil && !slices.Contains(s.Parts, name) {
		return nil
	}
	switch name {
	case "questions":
		return pairItems(s.Quiz)
	case "cards":
		return cardItems(s.Quiz)
	case "start":
		return startItems(s.Quiz)
	case "conditions":
		return conditionItems(s.Quiz)
	}
	return skillItems(s.Quiz)
}

// partTexts contains, for each part of a survey, a phrase that describes its
// number of questions.
var partTexts = map[string]string{
	"questions":  "%d for the quiz, two for each of its questions",
	"cards":      "%d job descriptions to rate",
	"start":      "%d about people's background",
	"conditions": "%d about working conditions",
	"skills":     "%d about skills",
}

// Size returns the number of questions of the survey.
func (s Survey) Size() int { return len(s.items()) }

// Summary describes the number of questions in each part of the survey.
func (s Survey) Summary() string {
	var parts []string
	for _, name := range FormParts {
		if n := len(s.part(name)); n > 0 {
			parts = append(parts, fmt.Sprintf(partTexts[name], n))
		}
	}
	return fmt.Sprintf("%d questions: %s.", s.Size(), strings.Join(parts, "; "))
}

// pairItems returns two questions for each question of the quiz: one for the
// best option and one for the worst.
func pairItems(q *fit.Quiz) (out []item) {
	for i, x := range q.Planned() {
		var choices []choice
		for _, o := range x.Options {
			choices = append(choices, choice{o.Key, o.Text})
		}
		title := fmt.Sprintf("%d. %s", i+1, x.Prompt)
		out = append(out, item{x.ID + ".best", title + " (best)", choices, "a"}, item{x.ID + ".worst", title + " (worst)", choices, "b"})
	}
	return out
}

func startItems(q *fit.Quiz) []item {
	if len(q.Pack.Starts) == 0 {
		return nil
	}
	start := item{name: fit.StartID, title: fit.StartPrompt, example: q.Pack.Starts[0].ID}
	for _, s := range q.Pack.Starts {
		start.choices = append(start.choices, choice{s.ID, s.Name})
	}
	return []item{start}
}

func conditionItems(q *fit.Quiz) (out []item) {
	for _, c := range q.Pack.Conditions {
		out = append(out, item{"condition." + c.ID, c.Question + " " + fit.ConditionPrompt, worded(fit.Tolerances), string(fit.Fine)})
	}
	return out
}

func skillItems(q *fit.Quiz) (out []item) {
	var levels []choice
	for n, l := range q.Pack.Levels {
		levels = append(levels, choice{fmt.Sprint(n), l.Name + ": " + l.Anchor})
	}
	for _, s := range q.NeededSkills() {
		out = append(out, item{"skill." + s.ID, s.Name + ": " + s.Covers, levels, "2"})
	}
	return out
}

// worded returns choices as the interview words them.
func worded[T interface {
	~string
	Text() string
}](values []T) (choices []choice) {
	for _, v := range values {
		choices = append(choices, choice{string(v), v.Text()})
	}
	return choices
}

// cardItems returns the questions about the role cards, without naming roles.
func cardItems(q *fit.Quiz) (out []item) {
	if len(q.Roles) > fit.MaxCards {
		return nil
	}
	for place := range q.Roles {
		id := fit.CardID(place)
		role := q.Pack.Role(q.CardRole(&fit.Answers{}, id))
		out = append(out, item{"card." + id, fit.CardPrompt + " " + role.Parts[fit.Focus].Summary, worded(fit.CardRatings), string(fit.Maybe)})
	}
	return out
}

// CSV returns a table with one column per question and one row per person. It
// contains the header and an example row.
func (s Survey) CSV() []byte {
	names, example := []string{"id"}, []string{"example"}
	for _, x := range s.items() {
		names, example = append(names, x.name), append(example, x.example)
	}
	return writeCSV([][]string{names, example})
}

// QuestionsCSV returns the questions of a survey as a table. Each row contains
// a question's name, text and choices.
func (s Survey) QuestionsCSV() []byte {
	rows := [][]string{{"name", "question"}}
	for _, x := range s.items() {
		row := []string{x.name, x.title}
		for _, c := range x.choices {
			row = append(row, c.text)
		}
		rows = append(rows, row)
	}
	most := 0
	for _, row := range rows {
		most = max(most, len(row))
	}
	for i := len(rows[0]); i < most; i++ {
		rows[0] = append(rows[0], fmt.Sprint("choice ", i-1))
	}
	for i := range rows {
		for len(rows[i]) < most {
			rows[i] = append(rows[i], "")
		}
	}
	return writeCSV(rows)
}

func writeCSV(rows [][]string) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	for _, row := range rows {
		cells := make([]string, len(row))
		for i := range row {
			cells[i] = safetext.Sanitize(row[i])
		}
		_ = w.Write(cells) // writing to a buffer never fails
	}
	w.Flush()
	return b.Bytes()
}

// Markdown returns the questions of a survey as Markdown to copy from.
func (s Survey) Markdown() []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n", markdownText(s.Quiz.Pack.Title))
	fmt.Fprintf(&b, "%s\nOnly the quiz is needed for a verdict, so you can leave out the other parts. But without\nthe job descriptions, nobody can say that they don't want the job that leads, so more\nverdicts are clear.\n\n", s.Summary())
	b.WriteString("Make each heading a multiple-choice question. The quiz's come in pairs with the same\n" +
		"choices: one ends in (best), one in (worst). Leave all of them optional. Keep the texts,\n" +
		"or name the questions by the words in code: rolefit finds the columns by either.\n")
	for _, name := range FormParts {
		items := s.part(name)
		if len(items) > 0 {
			fmt.Fprintf(&b, "\n# Part: %s (%s)\n", name, wording.Count(len(items), "question"))
		}
		for _, x := range items {
			x.writeMarkdown(&b)
		}
	}
	return []byte(b.String())
}

func (x item) writeMarkdown(b *strings.Builder) {
	fmt.Fprintf(b, "\n## %s\n\n`%s`\n\n", markdownText(x.title), x.name)
	for _, c := range x.choices {
		fmt.Fprintf(b, "- %s\n", markdownText(c.text))
	}
}

// markdownText removes characters that have a special meaning in Markdown.
func markdownText(text string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "<", "&lt;", "[", `\[`).Replace(safetext.Sanitize(strings.Join(strings.Fields(text), " ")))
}
