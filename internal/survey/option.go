package survey

import (
	"regexp"
	"strings"
	"sync"

	"github.com/rolefit/rolefit/internal/fit"
)

// code matches a survey tool's code for an option, such as A2, AO02 or SQ002.
var code = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?i:(?:A|AO|SQ|Y)[ _-]?0*([1-9])|(?:option|choice|answer)[ _-]?0*([a-d1-9]))$`)
})

// codeOf returns the number or letter in a survey tool's code, or "".
func codeOf(cell string) string {
	m := code().FindStringSubmatch(cell)
	if m == nil {
		return ""
	}
	return m[1] + m[2]
}

// maxKey is the maximum length in bytes of a letter and the quotes around it.
const maxKey = 9

// lettered matches the text of an option after its letter, as in "b) Plan ...".
var lettered = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[(\[]?([a-dA-D])[)\].:]\s*(.+)$`) })

// A reader interprets cells that refer to the options of one question.
type reader struct {
	question *fit.Question
	texts    []text
}

func newReader(x *fit.Question) *reader {
	r := &reader{question: x}
	for i, o := range x.Options {
		r.texts = append(r.texts, text{squash(o.Text), i})
	}
	return r
}

// option returns the index of the option that a cell refers to, or -1.
func (r *reader) option(cell string) int {
	if i := r.byKey(cell); i >= 0 {
		return i
	}
	if len(cell) <= maxKey {
		if i := r.byKey(strings.Trim(cell, "\"'’‘“”„«».,:;()[] ")); i >= 0 {
			return i
		}
	}
	if key := codeOf(cell); key != "" {
		return r.byKey(key)
	}
	if i := lookUp(cell, r.texts); i >= 0 {
		return i
	}
	if m := lettered().FindStringSubmatch(cell); m != nil {
		return lookUp(m[2], r.texts)
	}
	return -1
}

// byKey returns the index of the option with this letter or number, or -1.
func (r *reader) byKey(cell string) int {
	key := fit.OptionKey(cell)
	for i, o := range r.question.Options {
		if o.Key == key {
			return i
		}
	}
	return -1
}

// key returns the key of the option that a cell refers to. If there is none, it
// returns the cell, for use in a message.
func (r *reader) key(cell string) string {
	if i := r.option(cell); i >= 0 {
		return r.question.Options[i].Key
	}
	return cell
}

// list returns the keys of the options that a cell lists from best to worst.
func (r *reader) list(cell string) []string {
	for _, comma := range []string{";", "|", "\n", " > ", ","} {
		if !strings.Contains(cell, comma) {
			continue
		}
		var keys []string
		for _, item := range strings.Split(cell, comma) {
			i := r.option(strings.TrimSpace(item))
			if i < 0 {
				keys = nil
				break
			}
			keys = append(keys, r.question.Options[i].Key)
		}
		if len(keys) == len(r.question.Options) {
			return keys
		}
	}
	return nil
}

// skipOf returns the reason for skipping that a cell gives, or "".
func skipOf(cell string) fit.Skip {
	if len(cell) <= 1 {
		return ""
	}
	return skipWords[squash(cell)]
}

// skipWords maps squashed cells to the reasons for skipping that they give.
var skipWords = map[string]fit.Skip{
	"unsure": fit.Unsure, "cantsay": fit.Unsure, "cannotsay": fit.Unsure, "dontknow": fit.Unsure, "idontknow": fit.Unsure, "notsure": fit.Unsure,
	"unclear": fit.Unclear, "none": fit.None, "noneofthese": fit.None, "nothinghereappeals": fit.None, "nothinghereappealstome": fit.None,
}
