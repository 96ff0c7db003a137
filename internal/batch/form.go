package batch

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
)

// A Form is what is written for each person.
type Form struct {
	Fields []string // of a result, in this order; none: all
	CSV    bool     // a row instead of an object, after a row of column names
}

// fitsField is the field that a result does not have: the fit of each role, by
// its id; null for a role that is not judged.
const fitsField = "fits"

// BriefFields are what a brief line has. Lines of nothing else are much
// quicker to make than others.
func BriefFields() []string { return []string{"id", "verdict", "named", fitsField} }

// resultFields are the fields of a result, in their order, to their index.
var resultFields = func() (names []string) {
	t := reflect.TypeFor[fit.Result]()
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		names = append(names, name)
	}
	return names
}()

// csvFields are those that fit into a cell; fits is a column for each role.
var csvFields = []string{"id", "taken", "asked", "answered", "skipped", "verdict", "named", "provisional", "changes", "flags", fitsField}

// Known lists the fields that the form can have.
func (f Form) Known() []string {
	if f.CSV {
		return slices.Clone(csvFields)
	}
	return append(slices.Clone(resultFields), fitsField)
}

// Check is an error for a field that the form cannot have.
func (f Form) Check() error {
	known := f.Known()
	for i, field := range f.Fields {
		switch {
		case !slices.Contains(known, field):
			return fmt.Errorf("field is %q, expected some of %s", field, strings.Join(known, ", "))
		case slices.Contains(f.Fields[:i], field):
			return fmt.Errorf("field %q is named twice", field)
		}
	}
	return nil
}

// brief says whether the form has only what a scorer knows.
func (f Form) brief() bool {
	for _, field := range f.Fields {
		if !slices.Contains(BriefFields(), field) {
			return false
		}
	}
	return len(f.Fields) > 0
}

// head is the row of column names.
func (f Form) head(p *fit.Pack) []byte {
	var names []string
	for _, field := range f.Fields {
		if field != fitsField {
			names = append(names, field)
			continue
		}
		for i := range p.Roles {
			names = append(names, "fit."+p.Roles[i].ID)
		}
	}
	return []byte(strings.Join(names, ",") + "\n")
}

// result appends the line of a result.
func (f Form) result(out []byte, p *fit.Pack, r *fit.Result) ([]byte, error) {
	switch {
	case f.CSV:
		return f.row(out, p, r), nil
	case len(f.Fields) == 0:
		return appendJSON(out, r, '\n')
	}
	value := reflect.ValueOf(r).Elem()
	out = append(out, '{')
	for i, field := range f.Fields {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(strconv.AppendQuote(out, field), ':')
		var v any = fitsOf(r)
		if field != fitsField {
			v = value.Field(slices.Index(resultFields, field)).Interface()
		}
		var err error
		if out, err = appendJSON(out, v, 0); err != nil {
			return nil, err
		}
	}
	return append(out, '}', '\n'), nil
}

// appendJSON appends a value as JSON, and then end, if there is one.
func appendJSON(out []byte, v any, end byte) ([]byte, error) {
	b := bytes.NewBuffer(out)
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	if end == 0 {
		b.Truncate(b.Len() - 1)
	}
	return b.Bytes(), nil
}

// fitsOf is the fit of each role by its id; JSON sorts them.
func fitsOf(r *fit.Result) map[string]*float64 {
	fits := make(map[string]*float64, len(r.Roles))
	for i := range r.Roles {
		fits[r.Roles[i].ID] = r.Roles[i].Fit
	}
	return fits
}

func (f Form) row(out []byte, p *fit.Pack, r *fit.Result) []byte {
	for i, field := range f.Fields {
		if i > 0 {
			out = append(out, ',')
		}
		switch field {
		case "id":
			out = appendCell(out, r.ID)
		case "taken":
			out = appendCell(out, r.Taken)
		case "asked":
			out = strconv.AppendInt(out, int64(r.Asked), 10)
		case "answered":
			out = strconv.AppendInt(out, int64(r.Answered), 10)
		case "skipped":
			out = strconv.AppendInt(out, int64(r.Skipped), 10)
		case "verdict":
			out = appendCell(out, string(r.Verdict))
		case "named":
			out = appendCell(out, strings.Join(r.Named, " "))
		case "provisional":
			out = strconv.AppendBool(out, r.Provisional)
		case "changes":
			out = strconv.AppendInt(out, int64(r.Changes), 10)
		case "flags":
			out = appendFlags(out, r.Flags)
		case fitsField:
			out = appendFits(out, p, fitsOf(r))
		}
	}
	return append(out, '\n')
}

func appendFlags(out []byte, flags []fit.Flag) []byte {
	words := make([]string, len(flags))
	for i, f := range flags {
		words[i] = string(f)
	}
	return appendCell(out, strings.Join(words, " "))
}

// appendFits appends a cell for each role of the pack, empty where it is not
// judged.
func appendFits(out []byte, p *fit.Pack, fits map[string]*float64) []byte {
	for i := range p.Roles {
		if i > 0 {
			out = append(out, ',')
		}
		if f := fits[p.Roles[i].ID]; f != nil {
			out = strconv.AppendFloat(out, *f, 'f', -1, 64)
		}
	}
	return out
}

// formulaStarts are what makes a spreadsheet take a cell for a formula, the
// wide forms of East Asian keyboards too.
const formulaStarts = "=+-@＝＋－＠"

// appendCell appends a text cell. One that a spreadsheet would take for a
// formula gets an apostrophe before it; all but the plainest are in quotes, for
// a spreadsheet may part cells at semicolons or tabs as well.
func appendCell(out []byte, s string) []byte {
	if start := strings.TrimLeft(s, " \t\r\n"); start != "" && strings.ContainsAny(start[:runeLength(start)], formulaStarts) {
		s = "'" + s
	}
	if plainCell(s) {
		return append(out, s...)
	}
	out = append(out, '"')
	out = append(out, strings.ReplaceAll(s, `"`, `""`)...)
	return append(out, '"')
}

func runeLength(s string) int {
	for i := range s {
		if i > 0 {
			return i
		}
	}
	return len(s)
}

func plainCell(s string) bool {
	for i := range len(s) {
		c := s[i]
		if !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.' || c == ':' || c == '@' || c == ' ' && i > 0 && i < len(s)-1) {
			return false
		}
	}
	return true
}
