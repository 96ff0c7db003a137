package posting

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/rolefit/rolefit/internal/wording"
)

// A FileError is an error at a line of a file. Line 0 means that it concerns
// the whole file.
type FileError struct {
	File    string
	Line    int
	Message string
}

// Error formats the error as "file:line: message".
func (e *FileError) Error() string {
	if e.Line == 0 {
		return e.File + ": " + e.Message
	}
	return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Message)
}

// LearnFiles learns from files with one JSON object per line: labeled postings
// and, unless the name is empty, labeled lines.
func LearnFiles(ctx context.Context, postings, lines string, o Options) (*Model, *Evaluation, error) {
	p, err := readJSONLines[LabeledPosting](postings)
	if err != nil {
		return nil, nil, err
	}
	var l []LabeledLine
	if lines != "" {
		if l, err = readJSONLines[LabeledLine](lines); err != nil {
			return nil, nil, err
		}
	}
	return learn(ctx, p, l, o)
}

const (
	maxJSONLine  = 4 << 20 // in bytes
	maxJSONLines = 200_000
)

// readJSONLines reads one value from each line that isn't empty.
func readJSONLines[T interface{ check() error }](name string) ([]T, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	scanner := bufio.NewScanner(f)
	scanner.Buffer(nil, maxJSONLine)
	var out []T
	for n := 1; scanner.Scan(); n++ {
		if len(scanner.Bytes()) == 0 {
			continue
		}
		if len(out) == maxJSONLines {
			return nil, &FileError{name, n, fmt.Sprintf("has more than %d lines", maxJSONLines)}
		}
		var v T
		if err := json.Unmarshal(scanner.Bytes(), &v); err != nil {
			return nil, &FileError{name, n, fmt.Sprintf("expected one JSON object a line: %s", err)}
		}
		if err := v.check(); err != nil {
			return nil, &FileError{name, n, err.Error()}
		}
		out = append(out, v)
	}
	if err := scanner.Err(); err != nil {
		if errors.Is(err, bufio.ErrTooLong) {
			return nil, &FileError{name, len(out) + 1, fmt.Sprintf("has more than %d bytes, which is the limit", maxJSONLine)}
		}
		return nil, fmt.Errorf("reading %s: %w", wording.Quote(name), err)
	}
	return out, nil
}

// check returns an error if a posting lacks something that learning requires.
func (p LabeledPosting) check() error {
	switch r := p.Read; {
	case p.Label == "":
		return errors.New("no label, expected a role, or none for another job")
	case strings.TrimSpace(p.Text) == "":
		return errors.New("no text, expected that of the posting")
	case r != nil && r.Kind != One && r.Kind != Mixed && r.Kind != None:
		return fmt.Errorf("read.kind is %q, expected one, mixed or none", r.Kind)
	}
	return nil
}

func (l LabeledLine) check() error {
	switch {
	case len(l.About) == 0:
		return fmt.Errorf("no about, expected a list of one or two roles, %q or %q", AboutWork, AboutOther)
	case strings.TrimSpace(l.Text) == "":
		return errors.New("no text, expected that of the line")
	}
	return nil
}

// ParseLexicon parses a pack's quiz/lexicon.yaml, which lists phrases by role
// and theme. Errors contain the file name and line.
func ParseLexicon(name string, data []byte, roles []string) (Lexicon, error) {
	fail := func(line int, format string, args ...any) (Lexicon, error) {
		return nil, &FileError{name, line, fmt.Sprintf(format, args...)}
	}
	var root yaml.Node
	if err := yaml.Unmarshal(data, &root); err != nil {
		return nil, &FileError{name, 0, strings.TrimPrefix(err.Error(), "yaml: ")}
	}
	if len(root.Content) == 0 {
		return Lexicon{}, nil
	}
	out := Lexicon{}
	byRole := root.Content[0]
	if byRole.Kind != yaml.MappingNode {
		return fail(byRole.Line, "expected roles, each with themes, each with a list of phrases")
	}
	for i := 0; i+1 < len(byRole.Content); i += 2 {
		role, themes := byRole.Content[i], byRole.Content[i+1]
		switch {
		case !slices.Contains(roles, role.Value):
			return fail(role.Line, "role %q is not in the pack, expected one of %s", role.Value, strings.Join(roles, ", "))
		case out[role.Value] != nil:
			return fail(role.Line, "role %q is listed twice, expected once", role.Value)
		case themes.Kind != yaml.MappingNode:
			return fail(themes.Line, "role %q has no themes, expected each with a list of phrases", role.Value)
		}
		out[role.Value] = map[string][]string{}
		for k := 0; k+1 < len(themes.Content); k += 2 {
			theme := themes.Content[k]
			if out[role.Value][theme.Value] != nil {
				return fail(theme.Line, "theme %q is listed twice, expected once", theme.Value)
			}
			phrases := []string{}
			if err := themes.Content[k+1].Decode(&phrases); err != nil || len(phrases) == 0 {
				return fail(theme.Line, "theme %q has no list of phrases, expected one in [ ]", theme.Value)
			}
			out[role.Value][theme.Value] = phrases
		}
	}
	return out, nil
}
