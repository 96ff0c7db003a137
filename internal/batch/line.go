package batch

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
)

// A decoder reads lines for one worker: the usual ones by its scanner, all
// others by pack.Reader.
type decoder struct {
	reader  *pack.Reader
	quiz    *fit.Quiz // of all the pack's roles
	scanner *scanner
}

func newDecoder(r *pack.Reader) (*decoder, error) {
	q, err := r.Quiz(nil)
	if err != nil {
		return nil, err
	}
	return &decoder{r, q, newScanner(q)}, nil
}

// maxMessages is how many things that are wrong with one line are told.
const maxMessages = 3

// slow reads a line by pack.Reader.
func (d *decoder) slow(line []byte) (*fit.Quiz, *fit.Answers, error) {
	line = content(line)
	if start := bytes.TrimLeft(bytes.TrimPrefix(line, []byte("\ufeff")), " \t\r"); start[0] != '{' {
		return nil, nil, errors.New("is not a JSON object, expected one person's answers")
	}
	q, a, err := d.reader.Answers("", line)
	if err != nil {
		return nil, nil, errors.New(messages(err))
	}
	if a.ID == "" {
		return nil, nil, errors.New("has no id, expected one for each person")
	}
	return q, a, nil
}

// messages are the first things that are wrong, without the places in the line.
func messages(err error) string {
	var problems pack.Problems
	if !errors.As(err, &problems) {
		return err.Error()
	}
	var texts []string
	for i, p := range problems {
		if i == maxMessages {
			texts = append(texts, fmt.Sprintf("and %d more", len(problems)-i))
			break
		}
		texts = append(texts, p.Message)
	}
	return strings.Join(texts, "; ")
}

// maxID is how much of an id a message shows.
const maxID = 60

// idOf finds whose line it is, as far as the line can be read, for a message.
func idOf(line []byte) string {
	line = bytes.TrimPrefix(line, []byte("\ufeff"))
	d := json.NewDecoder(bytes.NewReader(line[:min(len(line), keptOfLong)]))
	d.UseNumber()
	depth, key := 0, true
	for {
		token, err := d.Token()
		if err != nil {
			return ""
		}
		switch t := token.(type) {
		case json.Delim:
			if t == '{' || t == '[' {
				depth++
			} else {
				depth--
			}
			key = true
			continue
		case string:
			if depth == 1 && key && t == "id" {
				return idValue(d)
			}
		}
		if depth == 1 {
			key = !key
		}
	}
}

func idValue(d *json.Decoder) string {
	token, err := d.Token()
	if err != nil || token == nil {
		return ""
	}
	if _, composite := token.(json.Delim); composite {
		return ""
	}
	id := fmt.Sprint(token)
	if runes := []rune(id); len(runes) > maxID {
		id = string(runes[:maxID]) + "..."
	}
	return id
}
