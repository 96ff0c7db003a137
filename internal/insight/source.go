package insight

import (
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
)

// StartParts lists the names of a start's parts, which its source can refer to.
var StartParts = [...]string{"brings", "missing", "first", "pitfall"}

// A Citation is one of the sources of a start, and the parts that rest on it.
type Citation struct {
	Source string   `json:"source"`
	Parts  []string `json:"parts"` // some of StartParts; empty if the source doesn't say
}

// citations parses the source of a start, which may name parts in parentheses,
// as in "a book (brings, missing); guess (missing, first)".
func citations(source string) (list []Citation) {
	for citation := range strings.SplitSeq(source, ";") {
		citation = strings.TrimSpace(citation)
		c := Citation{Source: citation, Parts: []string{}}
		if i := strings.LastIndex(citation, " ("); i >= 0 && strings.HasSuffix(citation, ")") {
			parts := strings.FieldsFunc(citation[i:], func(r rune) bool { return strings.ContainsRune("(), ", r) })
			parts = slices.DeleteFunc(parts, func(part string) bool { return !slices.Contains(StartParts[:], part) })
			if len(parts) > 0 {
				c = Citation{citation[:i], parts}
			}
		}
		if c.Source != "" {
			list = append(list, c)
		}
	}
	return list
}

// guessedParts returns the parts of a start that are guesses, and those that
// are partly guesses because a source supports them, too. If the source is just
// the word guess, all parts are guesses.
func guessedParts(source string) (guesses, partly []string) {
	var cited, guessed []string
	for _, c := range citations(source) {
		switch {
		case c.Source != string(fit.Guess):
			cited = append(cited, c.Parts...)
		case len(c.Parts) == 0:
			guessed = StartParts[:]
		default:
			guessed = append(guessed, c.Parts...)
		}
	}
	guesses, partly = []string{}, []string{}
	for _, part := range StartParts {
		switch {
		case !slices.Contains(guessed, part):
		case slices.Contains(cited, part):
			partly = append(partly, part)
		default:
			guesses = append(guesses, part)
		}
	}
	return guesses, partly
}

// publishedSources returns the citations that a reader can look up. The words
// guess, postings and research aren't sources.
func publishedSources(source string) []Citation {
	list := slices.DeleteFunc(citations(source), func(c Citation) bool {
		return slices.Contains([]fit.Source{fit.Guess, fit.FromPostings, fit.FromResearch}, fit.Source(c.Source))
	})
	return append([]Citation{}, list...)
}
