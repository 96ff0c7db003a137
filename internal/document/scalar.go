package document

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/rolefit/rolefit/internal/safetext"
)

func (d *Document) scalar(to target, n *Node, what string) {
	v, ok := to.value, false
	switch v.Kind() {
	case reflect.Bool:
		if ok = n.Kind == Bool && (n.Value == "true" || n.Value == "false"); !ok {
			d.unexpected(n, what, "true or false")
		}
		v.SetBool(n.Value == "true")
	case reflect.Float64:
		var f float64
		f, ok = d.number(to.rules, n, what)
		v.SetFloat(f)
	case reflect.String:
		var s string
		s, ok = d.text(to.rules, n, what)
		v.SetString(s)
	default:
		var i int64
		i, ok = d.whole(to.rules, n, what)
		if v.CanUint() {
			v.SetUint(uint64(i))
		} else {
			v.SetInt(i)
		}
	}
	if ok {
		d.mark(v, n)
	}
}

// text reads a nonempty string and joins its lines with spaces. The form "word"
// also accepts numbers, and true and false if they are among its words. Quotes
// of any kind are removed from it.
func (d *Document) text(r Rules, n *Node, what string) (string, bool) {
	value := strings.TrimSpace(n.Value)
	if r.Is == "word" && (n.Kind == Number || n.Kind == Bool && slices.Contains(r.Enum, value)) {
		return d.word(r, n, what, value)
	}
	if n.Kind == List || n.Kind == Map || n.Kind == Null || value == "" {
		d.unexpected(n, what, "text")
		return "", false
	}
	if n.Kind != Text {
		d.unexpected(n, what, "text: put it in quotes")
		return "", false
	}
	if strings.ContainsAny(value, "\n\r") {
		value = strings.Join(strings.FieldsFunc(value, func(r rune) bool { return r == '\n' || r == '\r' }), " ")
	}
	if len(value) > MaxText && len([]rune(value)) > MaxText {
		d.Fail(n, "%s has more than %d characters, which is the limit", what, MaxText)
		return "", false
	}
	if i := strings.IndexFunc(value, safetext.HasControl); i >= 0 {
		d.Fail(n, "%s holds the control character %U, expected plain text", what, []rune(value[i:])[0])
		return "", false
	}
	d.suspect(r, n, what)
	return d.word(r, n, what, value)
}

// word checks the form of a string.
func (d *Document) word(r Rules, n *Node, what, value string) (string, bool) {
	if r.Is == "word" {
		value = strings.ToLower(strings.Trim(value, "'\"“”„‘’‚«»` "))
	}
	if len(r.Enum) > 0 && !slices.Contains(r.Enum, value) {
		d.unexpected(n, what, OneOf(r.Enum)+DidYouMean(value, r.Enum))
		return "", false
	}
	if f := FormOf(r.Is); !f.fits(value) {
		d.unexpected(n, what, f.Expected)
		return "", false
	}
	return value, true
}

// suspect warns about a comment that may be meant as the rest of a sentence,
// because no space follows its # or because it is longer than the text before
// it.
func (d *Document) suspect(r Rules, n *Node, what string) {
	comment, spaced := strings.CutPrefix(n.Comment, "# ")
	if n.Comment == "" || r.Is != "" && r.Is != "name" {
		return
	}
	if !spaced || r.Is == "" && len(comment) > len(n.Value) {
		d.warn(n, "%s ends before %s, which YAML takes for a comment: put the text in quotes, or two spaces before the comment", what, Quote(n.Comment))
	}
}

// whole reads a whole number in plain digits, or the index of an enum word.
func (d *Document) whole(r Rules, n *Node, what string) (int64, bool) {
	if len(r.Enum) > 0 {
		word, ok := d.text(r, n, what)
		return int64(max(0, slices.Index(r.Enum, word))), ok
	}
	i, err := strconv.ParseInt(n.Value, 10, 64)
	if n.Kind != Number || !wholeForm().MatchString(n.Value) || err != nil || r.Min != nil && i < int64(*r.Min) || r.Max != nil && i > int64(*r.Max) {
		d.unexpected(n, what, "a whole number"+r.bounds())
		return 0, false
	}
	if r.Step > 0 && i%int64(r.Step) != 0 {
		d.Fail(n, "%s is %d, expected a multiple of %d", what, i, r.Step)
		return 0, false
	}
	return i, true
}

// number reads a finite number in decimal notation.
func (d *Document) number(r Rules, n *Node, what string) (float64, bool) {
	f, err := strconv.ParseFloat(n.Value, 64)
	if n.Kind != Number || !numberForm().MatchString(n.Value) || err != nil || r.Min != nil && f < *r.Min || r.Max != nil && f > *r.Max {
		d.unexpected(n, what, "a number"+r.bounds())
		return 0, false
	}
	return f, true
}

// bounds describes the range of a number for a message.
func (r Rules) bounds() string {
	text := func(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }
	switch {
	case r.Min != nil && r.Max != nil:
		return fmt.Sprintf(" from %s to %s", text(*r.Min), text(*r.Max))
	case r.Min != nil:
		return fmt.Sprintf(", %s or more", text(*r.Min))
	}
	return ""
}

func (d *Document) unexpected(n *Node, what, expected string) {
	d.Fail(n, "%s is %s, expected %s%s", what, describe(n), expected, d.lookalike(n))
}

// lookalike explains a character in a node that only looks like YAML syntax: a
// dash that isn't a hyphen, or a non-breaking space after a colon.
func (d *Document) lookalike(n *Node) string {
	if n.Kind != Text {
		return ""
	}
	for _, dash := range []string{"–", "—", "−", "•", "*"} {
		if rest, found := strings.CutPrefix(n.Value, dash); found && strings.TrimLeft(rest, " \u00a0") != rest {
			return fmt.Sprintf(" (YAML knows only the hyphen, -, as a list mark, and this is %s)", dash)
		}
	}
	if key, _, found := strings.Cut(n.Value, ":\u00a0"); found && !strings.Contains(key, " ") {
		return " (the space after the colon is a non-breaking one, expected an ordinary one)"
	}
	return ""
}
