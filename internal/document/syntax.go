//go:build !js

package document

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/rolefit/rolefit/internal/safetext"
	"gopkg.in/yaml.v3"
)

// maxSyntax is the maximum number of syntax errors reported for a file.
const maxSyntax = 10

// syntaxErrors reports an error of the YAML library and any independent errors
// after it. To find them, it replaces the faulty line with a harmless one and
// parses the file again. It reports a later error only if remedy recognizes it,
// because other errors may be caused by the replacement.
func (d *Document) syntaxErrors(data []byte, err error) {
	lines := bytes.SplitAfter(data, []byte("\n"))
	reported := map[int]bool{}
	lastMisplaced := -1 // a group of lines is reported in the first one
	for range maxSyntax {
		if c := misindented(lines, err); c != nil {
			for _, n := range c.lines {
				d.fail(n, 0, "is not valid YAML, expected %s before it, like the lines that it belongs to", Count(c.spaces, "space"))
				reported[n] = true
			}
			lines = bytes.SplitAfter(c.apply(lines), []byte("\n"))
			if err = firstError(bytes.Join(lines, nil)); err == nil {
				return
			}
			continue
		}
		found := &Document{File: d.File}
		line, misplaced := found.syntax(bytes.Join(lines, nil), err)
		known := strings.Contains(found.Problems[0].Message, ", expected ")
		follows := misplaced && line == lastMisplaced+1
		if misplaced {
			lastMisplaced = line
		}
		if len(reported) == 0 || known && !reported[line] && !follows {
			d.Problems = append(d.Problems, found.Problems...)
		}
		if line == 0 || line > len(lines) || !known {
			return
		}
		if reported[line] {
			lines[line-1] = []byte("\n")
		} else {
			lines[line-1] = harmless(lines, line)
		}
		reported[line] = true
		if err = firstError(bytes.Join(lines, nil)); err == nil {
			return
		}
	}
}

// harmless returns a line with the same indentation and key, but without the
// value. If the indentation contains anything but spaces, it uses the
// indentation of the previous line.
func harmless(lines [][]byte, number int) []byte {
	line := lines[number-1]
	if mark := dash(string(bytes.TrimLeft(line, " "))); mark != "" {
		return bytes.Replace(line, []byte(mark), []byte("-"), 1)
	}
	text := bytes.TrimLeft(line, " \t\u00a0–—•")
	spaces := utf8.RuneCount(line) - utf8.RuneCount(text)
	if len(bytes.TrimLeft(line, " ")) != len(text) {
		spaces = indentOf(lines, number)
	}
	if key, _, found := bytes.Cut(text, []byte(":")); found && !bytes.ContainsAny(key, " \"'[{") {
		return fmt.Appendf(bytes.Repeat([]byte(" "), spaces), "%s: x\n", key)
	}
	return []byte("\n")
}

// firstError returns the first syntax error in a document, or nil.
func firstError(data []byte) error {
	var n yaml.Node
	if err := yaml.NewDecoder(bytes.NewReader(data)).Decode(&n); !errors.Is(err, io.EOF) {
		return err
	}
	return nil
}

// syntax reports an error of the YAML library as a problem in the line to fix,
// worded for people who rarely write YAML. It returns the line's number, and
// whether its indentation is wrong.
func (d *Document) syntax(data []byte, err error) (line int, misplaced bool) {
	var message string
	line, message = libraryLine(err)
	lines := bytes.SplitAfter(data, []byte("\n"))
	if culprit := culpritLine(lines, line); culprit > 0 {
		line = culprit
	} else if strings.HasPrefix(message, "unknown anchor") {
		line = 0 // the library doesn't report the line
	}
	text := ""
	line = lookalike(lines, min(line, len(lines)))
	if line > 0 {
		text = string(lines[line-1])
	}
	hint := remedy(text, message)
	if misplaced = hint == "" && line > 0 && isMisplaced(message); misplaced {
		hint = placement(lines, line)
	}
	if hint == "" {
		d.fail(line, 0, "is not valid YAML: %s", safetext.Sanitize(message))
		return line, false
	}
	d.fail(line, 0, "is not valid YAML, expected %s", hint)
	return line, misplaced
}

// lookalike returns the number of the line that contains a lookalike character:
// the given line or one of the two before it. The character is a non-breaking
// space where YAML expects an ordinary one, or a long dash at the beginning. If
// there is none, lookalike returns the given line.
func lookalike(lines [][]byte, line int) int {
	for n := line; n > max(0, line-3); n-- {
		text := bytes.TrimLeft(lines[n-1], " \t-")
		if bytes.HasPrefix(text, []byte("\u00a0")) || bytes.Contains(text, []byte(":\u00a0")) || dash(string(text)) != "" {
			return n
		}
	}
	return line
}

// dash returns the first character of text if it looks like a list mark but
// isn't one, and "" otherwise.
func dash(text string) string {
	for _, mark := range []string{"–", "—", "•"} {
		if strings.HasPrefix(text, mark+" ") {
			return mark
		}
	}
	return ""
}

// libraryLine extracts the line number and the message from the library's
// error. The library omits the number of the first line. Its parser counts
// lines from 0, and its scanner from 1.
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

// Limits on the search for the faulty line. Real lists and mappings are
// shorter, and each parse takes milliseconds.
const (
	maxAfter    = 100     // maximum number of lines after the one that the library reports
	maxReparsed = 2 << 20 // maximum number of bytes parsed in total
)

// culpritLine returns the line to fix, or 0 if it isn't near the reported one.
// The library often reports the first line of an unfinished list or mapping.
// Everything before the faulty line parses without errors. If this is true of
// several lines, the last one is at fault, because a bracketed list that spans
// lines parses again once it ends.
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
		return 0 // the faulty line is after the search range
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

// remedy describes what is expected in a line. It returns "" if the library's
// message is helpful enough.
func remedy(line, message string) string {
	text := strings.TrimSpace(line)
	if mark := dash(text); mark != "" {
		return "the hyphen, -, as a list mark: this is " + mark
	}
	indent, _, _ := strings.Cut(line, text)
	text = strings.TrimPrefix(text, "- ")
	if _, value, named := strings.Cut(text, ": "); named && !strings.HasPrefix(text, "{") {
		text = strings.TrimSpace(value)
	}
	first := text[:min(1, len(text))]
	switch {
	case strings.ContainsRune(line, '\u00a0') && !strings.ContainsAny(first, "\"'"):
		return "ordinary spaces: this line has a non-breaking one"
	case strings.HasPrefix(text, "“") || strings.HasPrefix(text, "„") || strings.HasPrefix(text, "‘"):
		return "straight quotes (\" or ') around the text: YAML takes curly ones for part of it"
	case strings.Contains(indent, "\t"):
		return "spaces at the beginning of the line, and no tab"
	case first != "" && strings.Contains("@`*&%!", first):
		return "quotes around a text that begins with " + first
	case first == `"` || first == "'":
		return "one closing quote, at the end of the text (in '...' an apostrophe is written twice)"
	case first == "{" && strings.Contains(text, ": '") && strings.Count(text, "'")%2 == 1:
		return "two apostrophes for one in '...', or \"...\" around the text"
	case (first == "[" || first == "{") && strings.Contains(text, " #"):
		return "quotes around a text that contains a space and #: YAML takes the rest of the line for a comment"
	case (first == "[" || first == "{") && (brackets(text) != 0 || strings.Contains(message, "',' or")):
		return "a list in [ ] or fields in { }, closed, with a comma between two"
	case strings.HasPrefix(message, "could not find expected ':'"):
		return "a name, a colon and a space"
	case strings.HasPrefix(message, "mapping values") && strings.Contains(text, ": ") && first != "{" && first != "[":
		return "quotes around a text that contains a colon and a space"
	}
	return ""
}

// isMisplaced reports whether the library's message is about a line that isn't
// where its indentation puts it.
func isMisplaced(message string) bool {
	for _, start := range []string{"mapping values", "did not find expected key", "did not find expected '-'"} {
		if strings.HasPrefix(message, start) {
			return true
		}
	}
	return false
}
