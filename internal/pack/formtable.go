package pack

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/safetext"
)

// This file writes forms for survey tools and spreadsheets. These have no seed:
// options are in file order, and cards are in the order of answers without a
// seed.

// An item is one question of a survey: rolefit's name for its column, its text,
// and its choices.
type item struct {
	name, title string
	choices     []choice
	example     string
}

type choice struct{ value, text string }

// items returns the questions of a survey. Each question of the quiz becomes
// two: one for the best option and one for the worst.
func items(q *fit.Quiz) (out []item) {
	for i, x := range Planned(q) {
		var choices []choice
		for _, o := range x.Options {
			choices = append(choices, choice{o.Key, o.Text})
		}
		title := fmt.Sprintf("%d. %s", i+1, x.Prompt)
		out = append(out, item{x.ID + ".best", title + " (best)", choices, "a"}, item{x.ID + ".worst", title + " (worst)", choices, "b"})
	}
	out = append(out, cardItems(q)...)
	if len(q.Pack.Starts) > 0 {
		start := item{name: fit.StartID, title: "Where do you come from?", example: q.Pack.Starts[0].ID}
		for _, s := range q.Pack.Starts {
			start.choices = append(start.choices, choice{s.ID, s.Name})
		}
		out = append(out, start)
	}
	for _, c := range q.Pack.Conditions {
		out = append(out, item{"condition." + c.ID, c.Question + " " + fit.ConditionPrompt, conditionChoices, string(fit.Fine)})
	}
	var levels []choice
	for n, l := range q.Pack.Levels {
		levels = append(levels, choice{fmt.Sprint(n), l.Name + ": " + l.Anchor})
	}
	for _, s := range neededSkills(q) {
		out = append(out, item{"skill." + s.ID, s.Name + ": " + s.Covers, levels, "2"})
	}
	return out
}

var conditionChoices = []choice{{string(fit.Fine), "Fine"}, {string(fit.RatherNot), "Rather not"}, {string(fit.Refuse), "Refuse"}}

var cardChoices = []choice{{string(fit.Want), "Want"}, {string(fit.Maybe), "Maybe"}, {string(fit.Pass), "Pass"}}

// cardItems returns the questions about the role cards, without naming roles.
func cardItems(q *fit.Quiz) (out []item) {
	if len(q.Roles) > MaxFormCards {
		return nil
	}
	for place := range q.Roles {
		id := fit.CardID(place)
		role := q.Pack.Role(q.CardRole(&fit.Answers{}, id))
		out = append(out, item{"card." + id, fit.CardPrompt + " " + role.Parts[fit.Focus].Summary, cardChoices, string(fit.Maybe)})
	}
	return out
}

// CSVForm returns a table with column names and an example row. It has a row
// per person.
func CSVForm(q *fit.Quiz) []byte {
	names, example := []string{"id"}, []string{"example"}
	for _, x := range items(q) {
		names, example = append(names, x.name), append(example, x.example)
	}
	return writeCSV([][]string{names, example})
}

// QuestionsCSV returns the questions of a survey as a table. Each row contains
// a question's name, text and choices.
func QuestionsCSV(q *fit.Quiz) []byte {
	rows := [][]string{{"name", "question"}}
	for _, x := range items(q) {
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
		_ = w.Write(cells) // a buffer never fails
	}
	w.Flush()
	return b.Bytes()
}

// MarkdownForm returns the questions of a survey as Markdown to copy from.
func MarkdownForm(q *fit.Quiz) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n", markdownText(q.Pack.Title))
	b.WriteString("Every numbered question becomes two choice questions in your survey tool, with the\n" +
		"same choices: one ends in (best), one in (worst). Leave both optional. Keep the texts,\n" +
		"or name the questions by the words in code: rolefit finds the columns by either.\n")
	for _, x := range items(q) {
		fmt.Fprintf(&b, "\n## %s\n\n`%s`\n\n", markdownText(x.title), x.name)
		for _, c := range x.choices {
			fmt.Fprintf(&b, "- %s\n", markdownText(c.text))
		}
	}
	return []byte(b.String())
}

// markdownText removes the characters of a text that Markdown would interpret.
func markdownText(text string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "<", "&lt;", "[", `\[`).Replace(safetext.Sanitize(strings.Join(strings.Fields(text), " ")))
}

// neededSkills returns the skills that at least one role of the quiz needs.
func neededSkills(q *fit.Quiz) (skills []fit.Skill) {
	for _, s := range q.Pack.Skills {
		for _, r := range q.Roles {
			if r.Need(s.ID) > 0 {
				skills = append(skills, s)
				break
			}
		}
	}
	return skills
}
