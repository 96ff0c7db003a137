// Package wording has the small pieces of English that messages and errors are
// made of: counts, lists, quoted names, and the cause of a file error.
package wording

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strconv"
	"strings"
)

// Count is a number and its noun, which forms its plural with an s: "1 line",
// "2 lines".
func Count(n int, noun string) string { return Plural(n, noun, noun+"s") }

// Plural is a number and the form of the noun that goes with it: "1 person",
// "2 people".
func Plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
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

// Quote puts a name into double quotes. Control characters are escaped as Go
// escapes them, but a backslash stays single, so that the path of a file on
// Windows can be copied out of a message.
func Quote(name string) string {
	return strings.ReplaceAll(strconv.Quote(name), `\\`, `\`)
}

// Cause returns what went wrong without the operation and the path, which the
// caller states in its own words. It still matches errors.Is. Errors that do
// not come from the file system are returned as they are.
func Cause(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}
