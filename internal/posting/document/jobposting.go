package document

import (
	"encoding/json"
	"fmt"
	"html"
	"regexp"
	"strconv"
	"strings"
	"sync"
)

// A jobPosting is a schema.org JobPosting from a JSON-LD block.
type jobPosting struct {
	title string
	text  string // text of the posting with Markdown marks
	facts Facts
}

// maxBlock is the maximum size of a JSON-LD block in bytes. Parsing a block
// takes many times as much memory.
const maxBlock = 2 << 20

// jobPostings returns the postings in JSON-LD blocks, in order.
func jobPostings(blocks []string) []jobPosting {
	var out []jobPosting
	for _, b := range blocks {
		if len(b) > maxBlock {
			continue
		}
		eachObject(parseJSON(b), 0, func(o object) {
			if o.is("JobPosting") {
				out = append(out, o.posting())
			}
		})
	}
	return out
}

// jobData returns a page with no content but the JobPosting data that a file
// consists of, or nil if it consists of something else, and reports whether
// that is JSON.
func jobData(text string) (p *page, isJSON bool) {
	if text = strings.TrimSpace(text); len(text) > maxBlock || !strings.HasPrefix(text, "{") && !strings.HasPrefix(text, "[") {
		return nil, false
	}
	if len(jobPostings([]string{text})) > 0 {
		return &page{body: &node{}, data: []string{text}}, true
	}
	return nil, parseJSON(text) != nil
}

type object map[string]any

// maxNesting is the maximum depth at which a posting is searched for.
const maxNesting = 12

func eachObject(v any, depth int, do func(object)) {
	if depth > maxNesting {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			eachObject(e, depth+1, do)
		}
	case map[string]any:
		do(v)
		for _, k := range []string{"@graph", "itemListElement", "item", "mainEntity", "mainEntityOfPage", "hasPart"} {
			eachObject(v[k], depth+1, do)
		}
	}
}

// parseJSON parses JSON as it occurs in pages, where it may be inside a comment
// and contain line breaks in strings and trailing commas. It returns nil if the
// text isn't JSON.
func parseJSON(block string) any {
	block = strings.TrimSpace(block)
	for _, around := range []string{"<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["} {
		block = strings.TrimSpace(strings.TrimPrefix(block, around))
	}
	for _, around := range []string{"-->", "//]]>", "/*]]>*/", "]]>", ";"} {
		block = strings.TrimSpace(strings.TrimSuffix(block, around))
	}
	var v any
	if json.Unmarshal([]byte(block), &v) == nil {
		return v
	}
	v = nil
	if json.Unmarshal([]byte(repaired(block)), &v) == nil {
		return v
	}
	return nil
}

// repaired escapes control characters in JSON strings, and removes trailing
// commas and backslashes that don't escape anything.
func repaired(block string) string {
	var b strings.Builder
	quoted, comma := false, false
	for i := 0; i < len(block); i++ {
		c := block[i]
		if comma && c > ' ' {
			if c != '}' && c != ']' {
				b.WriteByte(',')
			}
			comma = false
		}
		switch {
		case quoted && c == '\\' && i+1 < len(block):
			i++
			if strings.IndexByte(`"\/bfnrtu`, block[i]) >= 0 {
				b.WriteByte('\\')
			}
			b.WriteByte(block[i])
			continue
		case c == '"':
			quoted = !quoted
		case quoted && c < ' ':
			fmt.Fprintf(&b, `\u%04x`, c)
			continue
		case !quoted && c == ',':
			comma = true
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}

// is reports whether an object has this type, written as "JobPosting" or
// "https://schema.org/JobPosting".
func (o object) is(kind string) bool {
	for _, t := range list(o["@type"]) {
		if s, ok := t.(string); ok && s[strings.LastIndexAny(s, "/:#")+1:] == kind {
			return true
		}
	}
	return false
}

func list(v any) []any {
	switch v := v.(type) {
	case nil:
		return nil
	case []any:
		return v
	}
	return []any{v}
}

func asObject(v any) object {
	for _, e := range list(v) {
		if o, ok := e.(map[string]any); ok {
			return o
		}
	}
	return nil
}

// textOf returns a value as a single line of text. The value can be a string, a
// number, an object with a name, or a list of these.
func textOf(v any) string { return textIn(v, 0) }

// textIn is like textOf for a value at the given depth. The depth is limited,
// because each level of a list copies the text inside it.
func textIn(v any, depth int) string {
	if depth > maxNesting {
		return ""
	}
	switch v := v.(type) {
	case string:
		return plain(html.UnescapeString(v))
	case float64:
		return fmt.Sprint(v)
	case []any:
		return strings.Join(textsIn(v, depth+1), ", ")
	case map[string]any:
		for _, k := range []string{"name", "value", "@value", "addressCountry"} {
			if s := textIn(v[k], depth+1); s != "" {
				return s
			}
		}
	}
	return ""
}

func textsOf(v any) []string { return textsIn(v, 0) }

func textsIn(v any, depth int) []string {
	var out []string
	for _, e := range list(v) {
		if s := textIn(e, depth); s != "" {
			out = append(out, s)
		}
	}
	return out
}

func (o object) posting() jobPosting {
	p := jobPosting{title: textOf(o["title"]), text: markupText(o["description"])}
	if p.title == "" {
		p.title = textOf(o["name"])
	}
	for _, part := range []struct{ key, heading string }{
		{"responsibilities", "Responsibilities"}, {"qualifications", "Qualifications"}, {"skills", "Skills"},
		{"experienceRequirements", "Experience"}, {"jobBenefits", "Benefits"}, {"incentiveCompensation", "Compensation"},
	} {
		if more := markupText(o[part.key]); len(more) > 3 && !strings.Contains(p.text, more) {
			p.text += blockGap + "# " + part.heading + blockGap + more
		}
	}
	p.facts = o.facts()
	return p
}

var tags = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)</?(p|br|ul|ol|li|div|h[1-6]|strong|b|span)\b[^<>]*>`)
})

// markupText returns the text of a value that is plain text or HTML. The HTML
// may be escaped twice.
func markupText(v any) string {
	s, ok := v.(string)
	if !ok {
		return strings.Join(textsOf(v), blockGap+"- ")
	}
	for range 2 {
		if tags().MatchString(s) {
			return render(parsePage(s).body.children)
		}
		s = html.UnescapeString(s)
	}
	return s
}

func (o object) facts() Facts {
	f := Facts{
		Company:  textOf(o["hiringOrganization"]),
		Remote:   strings.EqualFold(textOf(o["jobLocationType"]), "TELECOMMUTE"),
		Regions:  textsOf(o["applicantLocationRequirements"]),
		Contract: textsOf(o["employmentType"]),
		Salary:   salary(o["baseSalary"]),
		Posted:   textOf(o["datePosted"]),
	}
	if f.Salary == "" {
		f.Salary = salary(o["estimatedSalary"])
	}
	for _, l := range list(o["jobLocation"]) {
		if s := place(l); s != "" {
			f.Locations = append(f.Locations, s)
		}
	}
	return f
}

// place formats the address of a place, as in "Berlin, DE".
func place(v any) string {
	o := asObject(v)
	if o == nil {
		return textOf(v)
	}
	address := asObject(o["address"])
	if address == nil {
		if s := textOf(o["address"]); s != "" {
			return s
		}
		return textOf(o["name"])
	}
	var parts []string
	for _, k := range []string{"addressLocality", "addressRegion", "addressCountry"} {
		if s := textOf(address[k]); s != "" && (len(parts) == 0 || parts[len(parts)-1] != s) {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ", ")
}

// number returns s as a number, or 0 if it isn't one.
func number(s string) float64 {
	n, _ := strconv.ParseFloat(s, 64)
	return n
}

// salary formats an amount of money, as in "EUR 60000-80000 per YEAR".
func salary(v any) string {
	o := asObject(v)
	if o == nil {
		return textOf(v)
	}
	amount := o
	if inner := asObject(o["value"]); inner != nil {
		amount = inner
	}
	least, most := textOf(amount["minValue"]), textOf(amount["maxValue"])
	if low, high := number(least), number(most); high > 0 && low > high { // some sites swap them
		least, most = most, least
	}
	s := textOf(amount["value"])
	switch {
	case least != "" && most != "" && least != most:
		s = least + "-" + most
	case least != "":
		s = least
	case most != "":
		s = most
	}
	if s == "" || s == "0" {
		return ""
	}
	currency := textOf(o["currency"])
	if currency == "" {
		currency = textOf(amount["currency"])
	}
	if unit := textOf(amount["unitText"]); unit != "" {
		s += " per " + unit
	}
	return strings.TrimSpace(currency + " " + s)
}
