// Package wording contains small pieces of English for messages and errors:
// counts, lists, quoted names, and the causes of file errors.
package wording

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Count formats a number and a noun whose plural ends in s: "1 line", "2
// lines".
func Count(n int, noun string) string { return Plural(n, noun, noun+"s") }

// Plural formats a number and a noun with the given forms: "1 person", "2
// people".
func Plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// Thousands formats a number with commas: "12,000".
func Thousands[T int | int64](n T) string {
	s := strconv.FormatInt(int64(n), 10)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// And joins items: "a", "a and b", "a, b and c".
func And(items []string) string { return join(items, " and ") }

// Or joins alternatives: "a", "a or b", "a, b or c".
func Or(items []string) string { return join(items, " or ") }

func join(items []string, last string) string {
	n := len(items) - 1
	if n < 1 {
		return strings.Join(items, "")
	}
	return strings.Join(items[:n], ", ") + last + items[n]
}

// Names returns the names of items, to list them.
func Names[T any](items []T, name func(T) string) []string {
	names := make([]string, len(items))
	for i, item := range items {
		names[i] = name(item)
	}
	return names
}

// Quote puts a name in double quotes. Control characters are escaped as in Go.
// Backslashes aren't doubled, so that Windows paths can be copied from
// messages.
func Quote(name string) string {
	return strings.ReplaceAll(strconv.Quote(name), `\\`, `\`)
}

// Cause returns the cause of a file error without its operation and path, which
// callers state in their own words. errors.Is still works on the result. Other
// errors are returned unchanged.
func Cause(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return reworded(path.Err)
	case errors.As(err, &link):
		return reworded(link.Err)
	}
	return err
}

// Capitalize returns s with its first letter in upper case.
func Capitalize(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 || first == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}
