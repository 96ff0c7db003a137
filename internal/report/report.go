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
	"unicode/utf8"

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
	return escapeControl(b.Bytes()), nil
}

func escapeControl(data []byte) []byte {
	var out []byte
	copied := 0
	for i := 0; i < len(data); {
		if c := data[i]; c >= ' ' && c <= '~' || c == '\n' {
			i++
			continue
		}
		r, size := utf8.DecodeRune(data[i:])
		if safetext.HasControl(r) {
			out = append(out, data[copied:i]...)
			for _, unit := range utf16.AppendRune(nil, r) {
				out = fmt.Appendf(out, `\u%04x`, unit)
			}
			copied = i + size
		}
		i += size
	}
	if copied == 0 {
		return data
	}
	return append(out, data[copied:]...)
}
