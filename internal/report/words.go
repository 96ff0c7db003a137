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
// printed fits. Where that would contradict the verdict, both sides of the
// comparison get a decimal; see leadNumbers.

// whole is x without decimals; "–" for an unknown number.
func whole(x *float64) string {
	if x == nil {
		return "–"
	}
	return strconv.Itoa(int(math.Round(*x)))
}

// decimal is x with one decimal.
func decimal(x float64) string { return strconv.FormatFloat(x, 'f', 1, 64) }

// figure is a fit as a page shows it.
func figure(x *float64) page.Figure {
	if x == nil {
		return page.Figure{}
	}
	return page.Figure{Value: x, Text: whole(x)}
}

// percent is a share of 1 as a percentage.
func percent(x float64) string { return strconv.Itoa(int(math.Round(100*x))) + "%" }

// points is "1 point" or "16 points".
func points(n string) string {
	if n == "1" {
		return "1 point"
	}
	return n + " points"
}

// number is a small number in words.
func number(n int) string {
	words := [...]string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
	if n >= 0 && n < len(words) {
		return words[n]
	}
	return strconv.Itoa(n)
}

// capitalize is s with its first letter in upper case.
func capitalize(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}

// uncapitalize is s for the middle of a sentence: with its first letter in
// lower case, unless the word is an abbreviation.
func uncapitalize(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if second, _ := utf8.DecodeRuneInString(s[size:]); size == 0 || unicode.IsUpper(second) {
		return s
	}
	return string(unicode.ToLower(first)) + s[size:]
}

// sentence is s with a period, unless it has an end.
func sentence(s string) string {
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".?!") {
		return s
	}
	return s + "."
}

// quoted is an option in quotation marks.
func quoted(s string) string { return "“" + s + "”" }

// day is an RFC 3339 time as a date, or the text itself when it is not one.
func day(taken string) string {
	t, err := time.Parse(time.RFC3339, taken)
	if err != nil {
		return taken
	}
	return t.Format("January 2, 2006")
}

// date is the day of an RFC 3339 time for a column.
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

// dimensionWords say what the dimensions are about.
var dimensionWords = map[string]string{
	fit.Focus.String():   "daily work",
	fit.Skills.String():  "what you get good at",
	fit.Success.String(): "what you're proud of",
}

// orNone joins names; "none" when there are none.
func orNone(names []string) string {
	if len(names) == 0 {
		return "none"
	}
	return strings.Join(names, ", ")
}

// verb is the form of a verb that goes with so many subjects.
func verb(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// builtinPack is the pack that needs no folder.
const builtinPack = "ops-roles"

// command is a command about a pack. The folder of a pack of one's own is not
// in the result.
func command(line string, p fit.PackRef) page.Verbatim {
	if p.ID == "" || p.ID == builtinPack {
		return page.Verbatim(line)
	}
	return page.Verbatim(line + " --pack DIR")
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
