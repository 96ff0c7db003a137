//go:build !js

package document

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"

	"github.com/rolefit/rolefit/internal/safetext"
	"gopkg.in/yaml.v3"
)

// syntax turns the library's error into a problem: in the line to fix, and in
// words for people who seldom write YAML.
func (d *Document) syntax(data []byte, err error) {
	line, message := libraryLine(err)
	lines := bytes.SplitAfter(data, []byte("\n"))
	if culprit := culpritLine(lines, line); culprit > 0 {
		line = culprit
	} else if strings.HasPrefix(message, "unknown anchor") {
		line = 0 // the library does not say where
	}
	text := ""
	if line = min(line, len(lines)); line > 0 {
		text = string(lines[line-1])
	}
	if hint := remedy(text, message); hint != "" {
		d.fail(line, 0, "is not valid YAML, expected %s", hint)
		return
	}
	d.fail(line, 0, "is not valid YAML: %s", safetext.Sanitize(message))
}

// libraryLine takes the line out of the library's error. The library leaves
// the first line out, and counts from 0 in what its parser finds, but from 1 in
// what its scanner does.
func libraryLine(err error) (line int, message string) {
	line, message = 1, strings.TrimPrefix(err.Error(), "yaml: ")
	if rest, ok := strings.CutPrefix(message, "line "); ok {
		number, text, _ := strings.Cut(rest, ": ")
		if n, err := strconv.Atoi(number); err == nil {
			line, message = n, text
			if parserError().MatchString(text) {
				line++
			}
		}
	}
	return line, message
}

var parserError = lazily(`^did not find expected (<|node|key|'|',)`)

// Limits of the search for the culprit: no honest list or mapping is longer, and
// parsing again takes milliseconds.
const (
	maxAfter    = 100     // lines after the one that the library names
	maxReparsed = 2 << 20 // bytes in all
)

// culpritLine returns the line to fix, or 0 when it is not near: the library often
// names the one in which a list or mapping begins that it could not finish. All
// before the culprit reads well; of several such lines it is the last, for a
// list in brackets over several lines reads well again at its end.
func culpritLine(lines [][]byte, named int) int {
	first := min(max(named-2, 0), len(lines))
	prefix := bytes.Join(lines[:first], nil)
	good, reparsed := -1, 0
	for n := first; n < min(named+maxAfter, len(lines)) && reparsed < maxReparsed; n++ {
		if wellFormed(prefix) {
			good = n
		}
		reparsed += len(prefix)
		prefix = append(prefix, lines[n]...)
	}
	if wellFormed(prefix) {
		return 0 // the culprit is further down
	}
	return good + 1
}

func wellFormed(data []byte) bool {
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	for {
		var n yaml.Node
		if err := decoder.Decode(&n); err != nil {
			return errors.Is(err, io.EOF)
		}
	}
}

// remedy returns what is expected of a line instead, or "" when the library's
// own message is as good.
func remedy(line, message string) string {
	text := strings.TrimSpace(line)
	indent, _, _ := strings.Cut(line, text)
	text = strings.TrimPrefix(text, "- ")
	if _, value, named := strings.Cut(text, ": "); named && !strings.HasPrefix(text, "{") {
		text = strings.TrimSpace(value)
	}
	first := text[:min(1, len(text))]
	switch {
	case strings.Contains(indent, "\t"):
		return "spaces at the beginning of the line, and no tab"
	case first != "" && strings.Contains("@`*&%!", first):
		return "quotes around a text that begins with " + first
	case first == `"` || first == "'":
		return "one closing quote, at the end of the text (in '...' an apostrophe is written twice)"
	case first == "[" || first == "{":
		return "a list in [ ] or fields in { }, closed, with a comma between two"
	case strings.HasPrefix(message, "could not find expected ':'"):
		return "a name, a colon and a space"
	case strings.HasPrefix(message, "mapping values") && strings.Contains(text, ": "):
		return "quotes around a text that contains a colon and a space"
	case strings.HasPrefix(message, "mapping values"), strings.HasPrefix(message, "did not find expected key"), strings.HasPrefix(message, "did not find expected '-'"):
		return "as many spaces before it as the lines that it belongs to have"
	}
	return ""
}
