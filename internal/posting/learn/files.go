package learn

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/rolefit/rolefit/internal/posting"
	"github.com/rolefit/rolefit/internal/wording"
)

// Files learns from files with one JSON object per line: labeled postings
// and, unless the name is empty, labeled lines.
func Files(ctx context.Context, postings, lines string, o Options) (*posting.Model, *posting.Evaluation, error) {
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
	fail := func(line int, format string, args ...any) ([]T, error) {
		return nil, &posting.FileError{File: name, Line: line, Message: fmt.Sprintf(format, args...)}
	}
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
			return fail(n, "has more than %d lines", maxJSONLines)
		}
		var v T
		if err := json.Unmarshal(scanner.Bytes(), &v); err != nil {
			return fail(n, "expected one JSON object a line: %s", err)
		}
		if err := v.check(); err != nil {
			return fail(n, "%s", err)
		}
		out = append(out, v)
	}
	if err := scanner.Err(); err != nil {
		if errors.Is(err, bufio.ErrTooLong) {
			return fail(len(out)+1, "has more than %d bytes, which is the limit", maxJSONLine)
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
	case r != nil && r.Kind != posting.One && r.Kind != posting.Mixed && r.Kind != posting.None:
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
