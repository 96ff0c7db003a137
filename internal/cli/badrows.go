package cli

import (
	"fmt"
	"io"
	"regexp"
	"sync"

	"github.com/rolefit/rolefit/internal/batch"
	"github.com/rolefit/rolefit/internal/safetext"
	"github.com/rolefit/rolefit/internal/survey"
)

// A badRows reports the bad lines of a run. In a table, a problem usually
// concerns many rows, so badRows reports it once, and at the end says how many
// other rows have it.
type badRows struct {
	out   io.Writer
	clear func() // called before anything is written
	order []cause
	rows  map[cause][]int // rows with each problem
}

// A cause is a problem in a file. It is the same for rows whose messages differ
// only in numbers and quoted words.
type cause struct{ file, what string }

// specific matches the parts of a message that differ between rows.
var specific = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`"(?:[^"\\]|\\.)*"|[0-9]+`) })

func (l *badRows) add(b batch.BadLine) {
	if b.Row {
		c := cause{b.File, specific().ReplaceAllString(b.Message, "")}
		rows := l.rows[c]
		l.rows[c] = append(rows, b.Line)
		if len(rows) > 0 {
			return
		}
		l.order = append(l.order, c)
	}
	l.clear()
	fmt.Fprintln(l.out, b)
}

// end reports the other rows. l can be nil.
func (l *badRows) end() {
	if l == nil {
		return
	}
	for _, c := range l.order {
		if rows := l.rows[c]; len(rows) > 1 {
			l.clear()
			fmt.Fprintln(l.out, safetext.Sanitize(fmt.Sprintf("%s: %d more with the same problem as row %d: %s", c.file, len(rows)-1, rows[0], survey.Places("row", rows[1:]))))
		}
	}
	l.order = nil
}
