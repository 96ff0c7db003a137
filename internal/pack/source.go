package pack

import (
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/document"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
)

// checkSource checks the source of a start, from which reports learn which parts
// are guesses. A guess that isn't written exactly as expected would be shown as
// if someone had published it.
func (l *loader) checkSource(source *string) {
	const expected = `expected sources with ; between them, as in "example.com (brings); guess (missing, first)"`
	for citation := range strings.SplitSeq(*source, ";") {
		name, parts, listed := strings.TrimSpace(citation), "", false
		if i := strings.LastIndex(name, " ("); i >= 0 {
			name, parts, listed = name[:i], name[i+2:], true
		}
		words := strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune(" ,()\"'", r) })
		guess := []string{string(fit.Guess)}
		switch {
		case name == string(fit.Guess) && !listed:
		case name == string(fit.Guess):
			l.checkParts(source, parts)
		case len(words) == 1 && document.DidYouMean(words[0], guess) != "":
			l.fail(source, "source is %s, %s%s", document.Quote(citation), expected, document.DidYouMean(words[0], guess))
		case slices.ContainsFunc(words, func(w string) bool { return strings.EqualFold(w, guess[0]) }):
			l.fail(source, "source %s contains the word guess, but isn't just that, %s", document.Quote(citation), expected)
		case listed && namesPart(parts):
			l.checkParts(source, parts)
		}
	}
}

// namesPart reports whether the text in parentheses after a source contains the
// name of a part, or nearly one, and not just another note, such as a year.
func namesPart(text string) bool {
	return slices.ContainsFunc(partNames(text), func(part string) bool {
		return slices.Contains(insight.StartParts[:], part) || document.DidYouMean(part, insight.StartParts[:]) != ""
	})
}

// checkParts checks a list of parts and its closing parenthesis.
func (l *loader) checkParts(source *string, text string) {
	for _, part := range partNames(text) {
		if !slices.Contains(insight.StartParts[:], part) {
			l.fail(source, "source names the part %s, expected one of %s%s", document.Quote(part), strings.Join(insight.StartParts[:], ", "), document.DidYouMean(part, insight.StartParts[:]))
			return
		}
	}
	if !strings.HasSuffix(text, ")") || len(partNames(text)) == 0 {
		l.fail(source, "source has %s, expected a list of %s, with ) at its end", document.Quote("("+text), strings.Join(insight.StartParts[:], ", "))
	}
}

func partNames(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("(), ", r) })
}
