package cli

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
)

const (
	maxAnswersLine = 1 << 20 // bytes of one person's answers
	maxProblems    = 20      // lines that cannot be read before the file is given up
)

// answerLines reads answers, one object a line. A line that cannot be read is
// a problem and is left out.
type answerLines struct {
	reader   *pack.Reader
	name     string
	in       io.Reader
	problems pack.Problems
	err      error // that ended the reading
}

func (l *answerLines) each() iter.Seq[*fit.Answers] {
	return func(yield func(*fit.Answers) bool) {
		scanner := bufio.NewScanner(l.in)
		scanner.Buffer(nil, maxAnswersLine)
		for n := 1; scanner.Scan(); n++ {
			line := scanner.Bytes()
			if len(bytes.TrimSpace(line)) == 0 {
				continue
			}
			_, answers, err := l.reader.Answers(l.name, line)
			if err != nil {
				if l.add(n, err); len(l.problems) >= maxProblems {
					l.err = l.problems
					return
				}
				continue
			}
			if !yield(answers) {
				return
			}
		}
		if err := scanner.Err(); err != nil {
			l.err = fmt.Errorf("reading %q: %w", l.name, unwrapPath(err))
		}
	}
}

// add records what is wrong with line n.
func (l *answerLines) add(n int, err error) {
	var problems pack.Problems
	if !errors.As(err, &problems) {
		problems = pack.Problems{{File: l.name, Message: err.Error()}}
	}
	for _, p := range problems {
		p.Line = n
		l.problems = append(l.problems, p)
	}
}
