package posting

import (
	"cmp"
	"fmt"
	"io"
	"strings"
)

// A Figure counts the held-out postings or lines for which its title is true.
type Figure struct {
	ID    string
	Title string
	Right int
	Of    int
}

// Share returns Right as a share of Of, or 0 if Of is 0.
func (f Figure) Share() float64 {
	if f.Of == 0 {
		return 0
	}
	return float64(f.Right) / float64(f.Of)
}

// An Evaluation contains the figures of the cross-validation by group. Plain is
// for texts without titles, and Titled for texts with titles. Others counts,
// for each kind of other job in the labels, the titled postings called none.
type Evaluation struct {
	Folds  int
	Lines  []Figure
	Plain  []Figure
	Titled []Figure
	Others []Figure
}

// Names of the figures, in the order of an Evaluation.
const (
	FigureFirst       = "first"
	FigureFirstTwo    = "first-two"
	FigureNone        = "none"
	FigureWronglyNone = "wrongly-none"
	FigureOne         = "one"
	FigureSaidOne     = "said-one"
	FigureBoth        = "both"
	FigureLabelNone   = "label-none"
	FigureLine        = "line"
	FigureLineRole    = "line-role"
)

var figureTitles = map[string]string{
	FigureFirst:       "first role right",
	FigureFirstTwo:    "among the first two",
	FigureNone:        "other jobs called none",
	FigureWronglyNone: "roles wrongly called none",
	FigureOne:         "right, where one role is named",
	FigureSaidOne:     "roles for which one is named",
	FigureBoth:        "both roles of a mixed posting named",
	FigureLabelNone:   "other jobs by title alone called none",
	FigureLine:        "lines: what they are about",
	FigureLineRole:    "lines about a role: which",
}

// NewFigure returns the figure with an id from this package or, for a kind of
// other job, its name.
func NewFigure(id string, right, of int) Figure {
	return Figure{id, cmp.Or(figureTitles[id], id), right, of}
}

// WriteTable writes the figures as a table.
func (e *Evaluation) WriteTable(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%-40s %14s %14s\n", fmt.Sprintf("on companies left out, %d folds", e.Folds), "text alone", "with title")
	for i, f := range e.Plain {
		fmt.Fprintf(&b, "%-40s %s %s\n", f.Title, f.cell(), e.Titled[i].cell())
	}
	for _, f := range e.Lines {
		fmt.Fprintf(&b, "%-40s %s\n", f.Title, f.cell())
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (f Figure) cell() string {
	return fmt.Sprintf("%14s", fmt.Sprintf("%.3f of %d", f.Share(), f.Of))
}
