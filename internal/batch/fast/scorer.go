package fast

import (
	"bytes"
	"encoding/json"
	"math"
	"slices"
	"strconv"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/safetext"
)

// A scorer is a fit.Scorer that formats its output.
type scorer struct {
	*fit.Scorer
	quiz    *fit.Quiz
	roles   []string   // role ids as JSON keys, as in `"sre":`
	columns []int      // for each role of the pack, its index in the quiz, or -1
	csv     bool       // whether fits are rounded, as in CSV
	fits    [][]string // fits as text, by the number of questions that show the role and the sum of its scores
	numbers [256]number
	person  person // data of answers that a Reader didn't read
	flags   []fit.Flag
	needs   [][]need        // skills that each role needs
	usual   [][]conditional // roles with each condition of the pack
	whole   *whole          // created when needed
	first   []int           // buffer for highest
	sides   [2][]quoted     // buffer for weigh
}

// A need is the level of a skill that a role needs. The skill is an index into
// Pack.Skills.
type need struct{ skill, level int }

// A conditional is a role and how often a condition comes with it.
type conditional struct {
	role, level int
	source      fit.Source
}

// A number caches the text of a number.
type number struct {
	value float64
	text  []byte
}

func newScorer(q *fit.Quiz) *scorer {
	s := &scorer{Scorer: fit.NewScorer(q), quiz: q}
	for _, r := range q.Roles {
		s.roles = append(s.roles, strconv.Quote(r.ID)+":")
	}
	for i, next := 0, 0; i < len(q.Pack.Roles); i++ {
		s.columns = append(s.columns, -1)
		if next < len(q.Roles) && q.Roles[next].ID == q.Pack.Roles[i].ID {
			s.columns[i] = next
			next++
		}
	}
	for r, role := range q.Roles {
		s.needs = append(s.needs, nil)
		for _, n := range role.Needs {
			s.needs[r] = append(s.needs[r], need{slices.IndexFunc(q.Pack.Skills, func(x fit.Skill) bool { return x.ID == n.Skill }), n.Level})
		}
	}
	for _, c := range q.Pack.Conditions {
		var usual []conditional
		for r, role := range q.Roles {
			for _, u := range role.Conditions {
				if u.Condition == c.ID {
					usual = append(usual, conditional{r, u.Level, u.Source})
				}
			}
		}
		s.usual = append(s.usual, usual)
	}
	return s
}

// fit returns the fit of a role as text, or "" if the role isn't judged.
func (s *scorer) fit(role int) string {
	return s.fitText(s.Sum(role))
}

func (s *scorer) fitText(sum, shown int) string {
	if shown == 0 {
		return ""
	}
	for len(s.fits) <= shown {
		s.fits = append(s.fits, make([]string, 2*len(s.fits)+1))
	}
	text := &s.fits[shown][sum+shown]
	if *text == "" {
		f := *fit.FitOf(sum, shown)
		if *text = strconv.FormatFloat(f, 'f', -1, 64); s.csv {
			*text = string(safetext.AppendDecimal(nil, f))
		}
	}
	return *text
}

// appendNumber appends a number in the format of encoding/json.
func (s *scorer) appendNumber(out []byte, value float64) []byte {
	bits := math.Float64bits(value)
	n := &s.numbers[(bits^bits>>23^bits>>41)%uint64(len(s.numbers))]
	if len(n.text) == 0 || n.value != value {
		if abs := math.Abs(value); value != 0 && (abs < 1e-6 || abs >= 1e21) {
			text, _ := json.Marshal(value) // with an exponent; can't fail for a finite value
			return append(out, text...)
		}
		n.value, n.text = value, strconv.AppendFloat(n.text[:0], value, 'f', -1, 64)
	}
	return append(out, n.text...)
}

// object appends a line of brief output as JSON, starting with field number
// from.
func (w *Writer) object(out []byte, s *scorer, id []byte, standing *fit.Standing, from int) []byte {
	for i, field := range w.fields[from:] {
		if from+i == 0 {
			out = append(out, '{')
		} else {
			out = append(out, ',')
		}
		switch field {
		case "id":
			out = appendString(append(out, `"id":`...), id)
		case "verdict":
			out = append(append(append(out, `"verdict":"`...), standing.Verdict...), '"')
		case "named":
			out = s.appendNamed(append(out, `"named":`...), standing.Named)
		default:
			out = s.appendFits(append(out, `"fits":`...))
		}
	}
	return append(out, '}', '\n')
}

func (s *scorer) appendNamed(out []byte, roles []int) []byte {
	out = append(out, '[')
	for i, r := range roles {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(out, s.roles[r][:len(s.roles[r])-1]...)
	}
	return append(out, ']')
}

func (s *scorer) appendFits(out []byte) []byte {
	open := byte('{')
	for r, name := range s.roles {
		out = appendOrNull(append(append(out, open), name...), s.fit(r))
		open = ','
	}
	return append(out, '}')
}

func appendOrNull(out []byte, text string) []byte {
	if text == "" {
		return append(out, "null"...)
	}
	return append(out, text...)
}

// row appends a row of CSV, starting with field number from.
func (w *Writer) row(out []byte, s *scorer, id []byte, standing *fit.Standing, from int) []byte {
	for i, field := range w.fields[from:] {
		if from+i > 0 {
			out = append(out, ',')
		}
		switch field {
		case "id":
			out = safetext.AppendCell(out, string(id))
		case "verdict":
			out = append(out, standing.Verdict...)
		case "named":
			for i, r := range standing.Named {
				if i > 0 {
					out = append(out, ' ')
				}
				out = append(out, s.quiz.Roles[r].ID...)
			}
		default:
			out = s.appendColumns(out)
		}
	}
	return append(out, '\n')
}

// appendColumns appends a cell with the fit for each role of the pack.
func (s *scorer) appendColumns(out []byte) []byte {
	for i, r := range s.columns {
		if i > 0 {
			out = append(out, ',')
		}
		if r >= 0 {
			out = append(out, s.fit(r)...)
		}
	}
	return out
}

// appendString appends text as a JSON string.
func appendString(out, text []byte) []byte {
	if bytes.IndexFunc(text, func(r rune) bool { return r < ' ' || r > '~' || r == '"' || r == '\\' }) < 0 {
		return append(append(append(out, '"'), text...), '"')
	}
	b := bytes.NewBuffer(out)
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	_ = e.Encode(string(text)) // can't fail for a string
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}
