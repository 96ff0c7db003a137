package render

import (
	"bytes"
	"encoding/json"
	"fmt"
	"unicode/utf16"

	"github.com/rolefit/rolefit/internal/safetext"
)

// Object is a value as JSON, for commands that have nothing to draw too.
// Characters that would act on a terminal or reorder what is read are written
// as \u escapes: nothing is lost, and nothing happens when somebody prints it.
func Object(v any) ([]byte, error) {
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
