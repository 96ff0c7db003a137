// Package report writes the pages of the program: a result, a role, a
// comparison, a plan, a group. It turns one object of package fit or insight
// into a page.Page. It has the words and decides nothing: verdicts, thresholds
// and what counts are in the object. Numbers are rounded here and nowhere else;
// see words.go.
//
// JSON is the object itself, printed by JSON.
package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"unicode/utf16"

	"github.com/rolefit/rolefit/internal/safetext"
)

// JSON writes a value as JSON. Characters that would control a terminal or
// reorder text are written as \u escapes, so that printing is safe and nothing
// is lost.
func JSON(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	out.Grow(b.Len())
	for _, r := range b.String() {
		switch {
		case r == '\n' || !safetext.HasControl(r):
			out.WriteRune(r)
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(&out, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(&out, `\u%04x`, r)
		}
	}
	return out.Bytes(), nil
}
