package render

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// Rounding: points and chances to one decimal, fits and shares to whole
// numbers. How many chances a lead is rounds down, so that one just below a
// threshold never reads as having reached it.

// number is x with at most one decimal: 4.9, 6.
func number(x float64) string {
	return strconv.FormatFloat(math.Round(x*10)/10, 'f', -1, 64)
}

// times is how many chances a lead is, rounded down to one decimal.
func times(points, chance float64) string {
	if chance <= 0 {
		return "0"
	}
	return strconv.FormatFloat(math.Floor(points/chance*10+1e-6)/10, 'f', -1, 64)
}

// whole is x without decimals, and a dash for what is not known.
func whole(x *float64) string {
	if x == nil {
		return "–"
	}
	return strconv.Itoa(int(math.Round(*x)))
}

// share is a part of 1 as whole hundredths: 62%.
func share(x float64) string { return strconv.Itoa(int(math.Round(100*x))) + "%" }

// plural is the noun as it stands after n.
func plural(n int, noun string) string {
	if n == 1 {
		return noun
	}
	return noun + "s"
}

// count is "1 answer", "3 answers".
func count(n int, noun string) string { return strconv.Itoa(n) + " " + plural(n, noun) }

// points is "1 point", "4.5 points".
func points(x float64) string {
	n := number(x)
	if n == "1" {
		return n + " point"
	}
	return n + " points"
}

// inWords is a small number as a word at the beginning of a sentence.
func inWords(n int) string {
	words := [...]string{"No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"}
	if n >= 0 && n < len(words) {
		return words[n]
	}
	return strconv.Itoa(n)
}

// and joins as a sentence does: "a", "a and b", "a, b and c".
func and(items []string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	last := len(items) - 1
	return strings.Join(items[:last], ", ") + " and " + items[last]
}

// upper is s with its first letter in upper case.
func upper(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}

// ended is s as a sentence: with a full stop unless it has an end.
func ended(s string) string {
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".?!") {
		return s
	}
	return s + "."
}

// day is an RFC 3339 time as a date, or the text itself when it is none.
func day(taken string) string {
	t, err := time.Parse(time.RFC3339, taken)
	if err != nil {
		return taken
	}
	return t.Format("2 January 2006")
}

// dimensionWords say what the dimensions are about.
var dimensionWords = map[string]string{
	"focus":   "what you do all day",
	"skills":  "what you get good at",
	"success": "what you are proud of",
}
