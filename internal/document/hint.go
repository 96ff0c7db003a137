package document

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/rolefit/rolefit/internal/spell"
)

// Quote quotes foreign text for a message: short, and harmless.
func Quote(s string) string { return strconv.Quote(Short(s)) }

// Short is the beginning of a text that is too long for a message.
func Short(s string) string {
	const most = 60
	runes := 0
	for i := range s {
		if runes++; runes > most {
			return s[:i] + "..."
		}
	}
	return s
}

// Count is a number with what is counted, in the plural where that fits.
func Count(n int, noun string) string {
	switch {
	case n == 1:
		return "1 " + noun
	case strings.HasSuffix(noun, "y"):
		return strconv.Itoa(n) + " " + strings.TrimSuffix(noun, "y") + "ies"
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

// OneOf lists the words of which one is expected.
func OneOf(words []string) string {
	if len(words) == 1 {
		return words[0]
	}
	return "one of " + strings.Join(words, ", ")
}

// DidYouMean is the hint at the nearest of the known words, with a space before
// it; "" when none is near.
func DidYouMean(word string, known []string) string {
	// Any letter is near any other, and nearness of long words takes time.
	if n := utf8.RuneCountInString(word); n < 3 || n > 64 {
		return ""
	}
	nearest := spell.Nearest(strings.ToLower(word), known)
	if nearest == "" || nearest == word {
		return ""
	}
	return " (did you mean " + strconv.Quote(nearest) + "?)"
}

// describe says in a message what a node is.
func describe(n *Node) string {
	switch {
	case n.Kind == Map:
		return "a mapping"
	case n.Kind == List:
		return "a list"
	case n.Kind == Null || n.Value == "":
		return "empty"
	case n.Kind == Text:
		return Quote(n.Value)
	}
	return Short(n.Value)
}
