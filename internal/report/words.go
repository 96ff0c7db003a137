package report

import (
	"math"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/wording"
)

// Fits and shares are rounded to whole numbers. A lead is the difference of the
// printed fits. If that would contradict the verdict, both sides of the
// comparison get a decimal; see leadNumbers.

// whole formats x without decimals, or as "–" if it is nil.
func whole(x *float64) string {
	if x == nil {
		return "–"
	}
	return strconv.Itoa(int(math.Round(*x)))
}

// decimal formats x with one decimal.
func decimal(x float64) string { return strconv.FormatFloat(x, 'f', 1, 64) }

// figure returns a fit as shown on a page.
func figure(x *float64) page.Figure {
	if x == nil {
		return page.Figure{}
	}
	return page.Figure{Value: x, Text: whole(x)}
}

// percent formats a share as a percentage.
func percent(x float64) string { return strconv.Itoa(int(math.Round(100*x))) + "%" }

// points formats a number of points: "1 point" or "16 points".
func points(n string) string {
	if n == "1" {
		return "1 point"
	}
	return n + " points"
}

// uncapitalize returns s for use in the middle of a sentence. It changes the
// first letter to lower case unless the word is an abbreviation.
func uncapitalize(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if second, _ := utf8.DecodeRuneInString(s[size:]); size == 0 || unicode.IsUpper(second) {
		return s
	}
	return string(unicode.ToLower(first)) + s[size:]
}

// sentence adds a period to s unless it already ends a sentence.
func sentence(s string) string {
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".?!") {
		return s
	}
	return s + "."
}

// quoted puts an option in quotation marks.
func quoted(s string) string { return "“" + s + "”" }

// day formats an RFC 3339 time as a date. It returns other text unchanged.
func day(taken string) string {
	t, err := time.Parse(time.RFC3339, taken)
	if err != nil {
		return taken
	}
	return t.Format("January 2, 2006")
}

// date formats the day of an RFC 3339 time for a column.
func date(taken string) string {
	t, err := time.Parse(time.RFC3339, taken)
	switch {
	case taken == "":
		return "–"
	case err != nil:
		return taken
	}
	return t.Format(time.DateOnly)
}

// dimensionWords describes what the dimensions are about.
var dimensionWords = map[string]string{
	fit.Focus.String():   "daily work",
	fit.Skills.String():  "what you get good at",
	fit.Success.String(): "what you're proud of",
}

// dimensionHeading returns the words for a dimension as a heading.
func dimensionHeading(dimension string) string {
	return wording.Capitalize(dimensionWords[dimension])
}

// orNone joins names, or returns "none" if there are none.
func orNone(names []string) string {
	if len(names) == 0 {
		return "none"
	}
	return strings.Join(names, ", ")
}

// verb returns the form of a verb for the given number of subjects.
func verb(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// command returns a command for a pack.
func command(line string, p fit.PackRef) page.Verbatim {
	return page.InPack(line, p.ID == "" || p.ID == fit.BuiltinPack)
}

// isSlug reports whether an id is safe to print as part of a command.
func isSlug(id string) bool {
	for _, r := range id {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '-' {
			return false
		}
	}
	return id != "" && id[0] != '-'
}

func count(n int, noun string) string { return wording.Count(n, noun) }
