// Package report writes the program's pages: a result, a role, a comparison, a
// plan, a group. Each function turns an object of package fit or insight into a
// page.Page. The package provides the wording and decides nothing: verdicts and
// thresholds come from the object. Numbers are rounded only here; see words.go.
//
// JSON prints the object itself.
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
