package survey

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
)

// Object reads one person's answers in the format of SurveyJS: a JSON object
// whose keys are question names, and whose values are cells, rankings, or the
// rows of a grid. It returns what Columns.Answers returns. ok is false if the
// data is something else.
func (f *Finder) Object(data []byte, id string, a *fit.Answers) (skipped []Skipped, problems []string, ok bool) {
	labels, cells, err := flatten(data)
	if err != nil || slices.Contains(labels, "answers") || slices.Contains(labels, "schema") {
		return nil, nil, false
	}
	c, err := f.Match([][]string{labels}, nil)
	if err != nil || c.Questions() == 0 || c.Guessed {
		return nil, nil, false
	}
	skipped, problems = c.Answers(cells, id, a)
	return skipped, problems, true
}

// flatten converts the fields of an object to labels and cells, in order.
func flatten(data []byte) (labels, cells []string, err error) {
	d := json.NewDecoder(bytes.NewReader(data))
	if _, err := d.Token(); err != nil {
		return nil, nil, err
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return nil, nil, err
		}
		var value any
		if err := d.Decode(&value); err != nil {
			return nil, nil, err
		}
		name, _ := key.(string)
		rows, grid := value.(map[string]any)
		if !grid {
			labels, cells = append(labels, name), append(cells, cellOf(value))
			continue
		}
		for _, row := range slices.Sorted(maps.Keys(rows)) {
			labels, cells = append(labels, name+"."+row), append(cells, cellOf(rows[row]))
		}
	}
	_, err = d.Token()
	return labels, cells, err
}

// cellOf converts a value to the content of a cell. It omits anything that
// isn't a string, a number, or a list of these.
func cellOf(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case []any:
		items := make([]string, len(v))
		for i, item := range v {
			items[i] = cellOf(item)
		}
		return strings.Join(items, ";")
	case map[string]any, nil:
		return ""
	}
	text, err := json.Marshal(value)
	if err != nil {
		return ""
	}
	return string(text)
}
