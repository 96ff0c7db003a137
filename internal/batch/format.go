package batch

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/safetext"
	"github.com/rolefit/rolefit/internal/wording"
)

// A Format determines what is written for each person. The zero value writes
// fit.Scores.
type Format struct {
	Texts  bool     // write full results
	Fields []string // write only these fields of a result, in this order
	CSV    bool     // write CSV rows of Fields below a header instead of JSON objects
}

// fitsField is the only field that isn't in fit.Result. It contains the fit of
// each role by id, or null for a role that isn't judged.
const fitsField = "fits"

// BriefFields returns the fields of brief output, which is the fastest to
// write.
func BriefFields() []string { return []string{"id", "verdict", "named", fitsField} }

// resultFields returns the JSON names of the fields of a result, in order.
var resultFields = sync.OnceValue(func() (names []string) {
	t := reflect.TypeFor[fit.Result]()
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		names = append(names, name)
	}
	return names
})

// csvFields lists the fields that fit into cells.
var csvFields = []string{"id", "taken", "asked", "answered", "skipped", "verdict", "reason", "named", "provisional", "lead", "changes", "flags", fitsField}

// leadColumns are the columns of the field lead.
const leadColumns = "lead.role,lead.over,lead.points,lead.clearAt"

// Known returns the names of all fields that a format can have.
func (f Format) Known() []string {
	if f.CSV {
		return slices.Clone(csvFields)
	}
	return append(slices.Clone(resultFields()), fitsField)
}

// Check returns an error if a field is unknown or not possible in CSV.
func (f Format) Check() error {
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

// header returns the CSV row of column names.
func (f Format) header(p *fit.Pack) []byte {
	var names []string
	for _, field := range f.Fields {
		switch field {
		case fitsField:
			for i := range p.Roles {
				names = append(names, "fit."+p.Roles[i].ID)
			}
		case "lead":
			names = append(names, leadColumns)
		default:
			names = append(names, field)
		}
	}
	return []byte(strings.Join(names, ",") + "\n")
}

// append appends the output for a result.
func (f Format) append(out []byte, p *fit.Pack, r *fit.Result) ([]byte, error) {
	switch {
	case f.CSV:
		return f.row(out, p, r), nil
	case f.Texts:
		return appendJSON(out, r)
	case len(f.Fields) == 0:
		return appendJSON(out, r.Scores())
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
			v = value.Field(slices.Index(resultFields(), field)).Interface()
		}
		var err error
		if out, err = appendJSON(out, v); err != nil {
			return nil, err
		}
		out = bytes.TrimSuffix(out, newline)
	}
	return append(out, '}', '\n'), nil
}

// appendJSON appends a value as one line of JSON.
func appendJSON(out []byte, v any) ([]byte, error) {
	b := bytes.NewBuffer(out)
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// fitsOf returns the fit of each role by id.
func fitsOf(r *fit.Result) map[string]*float64 {
	fits := make(map[string]*float64, len(r.Roles))
	for i := range r.Roles {
		fits[r.Roles[i].ID] = r.Roles[i].Fit
	}
	return fits
}

func (f Format) row(out []byte, p *fit.Pack, r *fit.Result) []byte {
	for i, field := range f.Fields {
		if i > 0 {
			out = append(out, ',')
		}
		switch field {
		case "id":
			out = safetext.AppendCell(out, r.ID)
		case "taken":
			out = safetext.AppendCell(out, r.Taken)
		case "asked":
			out = strconv.AppendInt(out, int64(r.Asked), 10)
		case "answered":
			out = strconv.AppendInt(out, int64(r.Answered), 10)
		case "skipped":
			out = strconv.AppendInt(out, int64(r.Skipped), 10)
		case "verdict":
			out = safetext.AppendCell(out, string(r.Verdict))
		case "reason":
			out = safetext.AppendCell(out, string(r.Reason))
		case "lead":
			out = appendLead(out, r.Lead)
		case "named":
			out = safetext.AppendCell(out, strings.Join(r.Named, " "))
		case "provisional":
			out = strconv.AppendBool(out, r.Provisional)
		case "changes":
			out = strconv.AppendInt(out, int64(r.Changes), 10)
		case "flags":
			out = safetext.AppendCell(out, strings.Join(wording.Names(r.Flags, func(f fit.Flag) string { return string(f) }), " "))
		case fitsField:
			out = appendFits(out, p, fitsOf(r))
		}
	}
	return append(out, '\n')
}

// appendLead appends the cells of leadColumns, which are empty if fewer than two
// roles are judged.
func appendLead(out []byte, l *fit.Lead) []byte {
	if l == nil {
		return append(out, ",,,"...)
	}
	out = append(safetext.AppendCell(out, l.Role), ',')
	out = append(safetext.AppendCell(out, l.Over), ',')
	out = append(safetext.AppendDecimal(out, l.Points), ',')
	return safetext.AppendDecimal(out, l.ClearAt)
}

// appendFits appends one cell for each role of the pack. The cell is empty if
// the role isn't judged.
func appendFits(out []byte, p *fit.Pack, fits map[string]*float64) []byte {
	for i := range p.Roles {
		if i > 0 {
			out = append(out, ',')
		}
		if f := fits[p.Roles[i].ID]; f != nil {
			out = safetext.AppendDecimal(out, *f)
		}
	}
	return out
}
