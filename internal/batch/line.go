package batch

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/survey"
	"github.com/rolefit/rolefit/internal/wording"
)

// line processes a line of JSON. first is its line number in the chunk.
func (w *worker) line(out []byte, c *chunk, first int, line []byte) ([]byte, error) {
	if w.fast != nil {
		if out, ok, err := w.fast(out, line); ok {
			return out, err
		}
	}
	line = content(line)
	if start := bytes.TrimLeft(bytes.TrimPrefix(line, []byte("\ufeff")), " \t\r"); start[0] != '{' {
		return out, errors.New("is not a JSON object, expected one person's answers")
	}
	return w.document(out, c, first, line)
}

// document processes one person's answers or result.
func (w *worker) document(out []byte, c *chunk, first int, text []byte) ([]byte, error) {
	if w.result != nil {
		if r, err := readResult(text); r != nil || err != nil {
			if err == nil {
				err = w.result(r)
			}
			return out, err
		}
	}
	if w.score != nil {
		if s, err := readScores(text); s != nil || err != nil {
			if err == nil {
				err = w.score(s)
			}
			return out, err
		}
	}
	q, a, err := w.reader.Answers("", text)
	if err != nil {
		if skipped, problems, ok := w.finder().Object(text, w.fallback(c, first), &w.answers); ok && len(problems) > 0 {
			return out, errors.New(join(problems))
		} else if ok {
			c.input.slips.Add(c.line+first, skipped)
			return w.person(out, w.quiz, &w.answers)
		}
	}
	switch {
	case err != nil:
		return out, errors.New(messages(err))
	case a.ID == "" && c.document:
		a.ID = baseName(c.file)
	case a.ID == "" && !w.anonymous:
		return out, errors.New("has no id, expected one for each person")
	}
	return w.person(out, q, a)
}

// baseName returns the name of a file without its folder and extension.
func baseName(file string) string {
	name := file[strings.LastIndexAny(file, `/\`)+1:]
	return cmp.Or(strings.TrimSuffix(name, filepath.Ext(name)), name)
}

// messages formats the problems of a line without their positions.
func messages(err error) string {
	var problems pack.Problems
	if !errors.As(err, &problems) {
		return err.Error()
	}
	return join(wording.Names(problems, func(p pack.Problem) string { return p.Message }))
}

// maxMessages is the maximum number of problems reported for one line.
const maxMessages = 3

func join(messages []string) string {
	if n := len(messages) - maxMessages; n > 0 {
		messages = append(messages[:maxMessages:maxMessages], fmt.Sprintf("and %d more", n))
	}
	return strings.Join(messages, "; ")
}

// findID returns the id in an invalid line, for a message, or "" if it can't be
// read.
func findID(line []byte) string {
	line = bytes.TrimPrefix(line, []byte("\ufeff"))
	d := json.NewDecoder(bytes.NewReader(line[:min(len(line), keptOfLong)]))
	d.UseNumber()
	if token, err := d.Token(); err != nil || token != json.Delim('{') {
		return ""
	}
	for {
		key, err := d.Token()
		if err != nil {
			return ""
		}
		if key == "id" {
			value, err := d.Token()
			if _, nested := value.(json.Delim); err != nil || nested || value == nil {
				return ""
			}
			return survey.Short(fmt.Sprint(value))
		}
		if d.Decode(new(json.RawMessage)) != nil {
			return ""
		}
	}
}
