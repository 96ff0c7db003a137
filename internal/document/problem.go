package document

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/safetext"
)

// A Problem is an error, warning or note about a file. Line and column start at
// 1; both are 0 if the problem concerns the whole file.
type Problem struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Message string `json:"message"`
	Warning bool   `json:"warning"`
	Note    bool   `json:"note,omitempty"`   // whether it is only a warning that the author may ignore
	Rule    string `json:"rule,omitempty"`   // name of the violated rule, for packs
	Source  string `json:"source,omitempty"` // content of the line
	Rank    int    `json:"-"`                // problems with a lower rank come first, because they may cause the others
}

// String formats the problem as "file:line: message" or "file:line: warning:
// message".
func (p Problem) String() string {
	if p.Line == 0 {
		return p.text("")
	}
	return p.text(fmt.Sprintf(":%d", p.Line))
}

// Exact formats the problem with its column, as "file:line:column: message",
// which editors can jump to.
func (p Problem) Exact() string {
	if p.Line == 0 || p.Column == 0 {
		return p.String()
	}
	return p.text(fmt.Sprintf(":%d:%d", p.Line, p.Column))
}

func (p Problem) text(place string) string {
	at, kind := p.File+place, ""
	switch {
	case p.Note:
		kind = "note: "
	case p.Warning:
		kind = "warning: "
	}
	return safetext.Sanitize(at + ": " + kind + p.Message)
}

// Pointer returns the problem's line and, below it, a caret under its column.
// It returns "" if the line is unknown. A long line is cut.
func (p Problem) Pointer() string {
	if p.Source == "" {
		return ""
	}
	const before, width = 40, 100
	line := []rune(strings.ReplaceAll(strings.TrimRight(p.Source, "\r\n"), "\t", " "))
	column := min(max(p.Column-1, 0), len(line))
	if p.Column == 0 { // the problem concerns the whole line
		column = len(line) - len([]rune(strings.TrimLeft(string(line), " ")))
	}
	from := 0
	if column > width-before {
		from = column - before
	}
	line = line[from:min(len(line), from+width)]
	return "    " + safetext.Sanitize(string(line)) + "\n    " + strings.Repeat(" ", column-from) + "^"
}

// Problems is a list of problems in a pack or in answers: errors first, then
// warnings, each sorted by rank, file, line, column and message.
type Problems []Problem

// Error returns the problems, one per line.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// Errors returns the problems that aren't warnings.
func (ps Problems) Errors() Problems {
	return slices.DeleteFunc(slices.Clone(ps), func(p Problem) bool { return p.Warning })
}

// Serious returns the problems that aren't just notes.
func (ps Problems) Serious() Problems {
	return slices.DeleteFunc(slices.Clone(ps), func(p Problem) bool { return p.Note })
}

// Sort sorts the problems and removes duplicates.
func (ps Problems) Sort() Problems {
	slices.SortFunc(ps, func(a, b Problem) int {
		if a.Warning != b.Warning {
			if a.Warning {
				return 1
			}
			return -1
		}
		return cmp.Or(cmp.Compare(a.Rank, b.Rank), cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Column, b.Column), cmp.Compare(a.Message, b.Message))
	})
	return slices.Compact(ps)
}

// AsError returns the errors among the problems, or nil if there are none.
func (ps Problems) AsError() error {
	if errs := ps.Errors(); len(errs) > 0 {
		return errs
	}
	return nil
}
