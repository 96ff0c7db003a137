package posting

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"gopkg.in/yaml.v3"
)

// LearnFiles learns from files of JSON lines: labeled postings, and labeled lines
// unless that name is empty.
func LearnFiles(postings, lines string, o Options) (*Model, *Evaluation, error) {
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
	return Learn(p, l, o)
}

const (
	maxJSONLine  = 4 << 20 // bytes
	maxJSONLines = 200_000
)

// readJSONLines reads one value per line. Empty lines are skipped.
func readJSONLines[T any](name string) ([]T, error) {
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
			return nil, fmt.Errorf("%s:%d: more than %d lines", name, n, maxJSONLines)
		}
		var v T
		if err := json.Unmarshal(scanner.Bytes(), &v); err != nil {
			return nil, fmt.Errorf("%s:%d: expected one JSON object a line: %s", name, n, err)
		}
		out = append(out, v)
	}
	if err := scanner.Err(); err != nil {
		if errors.Is(err, bufio.ErrTooLong) {
			return nil, fmt.Errorf("%s: line %d has more than %d bytes", name, len(out)+1, maxJSONLine)
		}
		return nil, fmt.Errorf("reading %q: %w", name, err)
	}
	return out, nil
}

// ParseLexicon reads a pack's quiz/lexicon.yaml: per role, per theme, phrases.
func ParseLexicon(name string, r io.Reader) (Lexicon, error) {
	var l Lexicon
	if err := yaml.NewDecoder(io.LimitReader(r, maxFile)).Decode(&l); err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s: expected phrases by role and theme: %s", name, err)
	}
	return l, nil
}
