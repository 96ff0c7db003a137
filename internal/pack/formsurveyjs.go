package pack

import (
	"encoding/json"
	"fmt"
	"strings"
)

// A surveyModel is a survey in the format of SurveyJS.
type surveyModel struct {
	Title           string       `json:"title"`
	ShowProgressBar bool         `json:"showProgressBar"`
	Pages           []surveyPage `json:"pages"`
}

type surveyPage struct {
	Name     string          `json:"name"`
	Elements []surveyElement `json:"elements"`
}

type surveyElement struct {
	Type    string         `json:"type"`
	Name    string         `json:"name"`
	Title   string         `json:"title"`
	Unique  bool           `json:"eachRowUnique,omitempty"`
	Columns []surveyChoice `json:"columns,omitempty"`
	Rows    []surveyChoice `json:"rows,omitempty"`
	Choices []surveyChoice `json:"choices,omitempty"`
}

type surveyChoice struct {
	Value string `json:"value"`
	Text  string `json:"text"`
}

// SurveyJS returns the survey in the format of SurveyJS. A question of the quiz
// is a grid with the rows best and worst, and rolefit score can read the
// results.
func (s Survey) SurveyJS() ([]byte, error) {
	q := s.Quiz
	m := surveyModel{Title: q.Pack.Title, ShowProgressBar: true}
	for i, x := range q.Planned() {
		e := surveyElement{Type: "matrix", Name: x.ID, Title: x.Prompt, Unique: true, Rows: []surveyChoice{{"best", "Best"}, {"worst", "Worst"}}}
		for _, o := range x.Options {
			e.Columns = append(e.Columns, surveyChoice{o.Key, o.Text})
		}
		m.Pages = append(m.Pages, surveyPage{fmt.Sprint("question-", i+1), []surveyElement{e}})
	}
	var rest surveyPage
	for _, x := range s.items()[2*len(q.Planned()):] {
		e := surveyElement{Type: "radiogroup", Name: strings.TrimPrefix(strings.ReplaceAll(x.name, ".", "-"), "card-"), Title: x.title}
		for _, c := range x.choices {
			e.Choices = append(e.Choices, surveyChoice{c.value, c.text})
		}
		rest.Elements = append(rest.Elements, e)
	}
	if rest.Name = "about-you"; len(rest.Elements) > 0 {
		m.Pages = append(m.Pages, rest)
	}
	out, err := json.MarshalIndent(m, "", "  ")
	return append(out, '\n'), err
}
