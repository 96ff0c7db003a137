package document

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/rolefit/rolefit/internal/spell"
)

// Quote quotes untrusted text for a message, shortening and escaping it.
func Quote(s string) string { return strconv.Quote(short(s)) }

// short returns s, cut to a length that is suitable for a message.
func short(s string) string {
	const most = 60
	runes := 0
	for i := range s {
		if runes++; runes > most {
			return s[:i] + "..."
		}
	}
	return s
}

// Count formats a number with a noun, in the plural unless it is 1.
func Count(n int, noun string) string {
	switch {
	case n == 1:
		return "1 " + noun
	case strings.HasSuffix(noun, "y"):
		return strconv.Itoa(n) + " " + strings.TrimSuffix(noun, "y") + "ies"
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

// OneOf returns "one of" followed by the expected words.
func OneOf(words []string) string {
	if len(words) == 1 {
		return words[0]
	}
	return "one of " + strings.Join(words, ", ")
}

// Some lists known words for a message. If there are too many, it lists only
// those that begin like word, followed by the number of others.
func Some(word string, known []string) string {
	const most = 20
	if len(known) <= most {
		return strings.Join(known, ", ")
	}
	sorted := slices.Clone(known)
	common := func(s string) (n int) {
		for n < min(len(s), len(word)) && s[n] == word[n] {
			n++
		}
		return n
	}
	slices.SortStableFunc(sorted, func(a, b string) int { return common(b) - common(a) })
	return fmt.Sprintf("%s and %d more", strings.Join(sorted[:most], ", "), len(known)-most)
}

// DidYouMean returns a suggestion of the most similar known word, with a space
// before it. It returns "" if none is similar.
func DidYouMean(word string, known []string) string {
	// All short words are similar, and comparing long words takes too much
	// time.
	if n := utf8.RuneCountInString(word); n < 3 || n > 64 {
		return ""
	}
	nearest := spell.Nearest(strings.ToLower(word), known)
	if nearest == "" || nearest == word {
		return ""
	}
	return " (did you mean " + strconv.Quote(nearest) + "?)"
}

// describe returns a short description of a node for a message.
func describe(n *Node) string {
	switch {
	case n.Kind == Map:
		return "a group of fields"
	case n.Kind == List:
		return "a list"
	case n.Kind == Null || n.Value == "":
		return "empty"
	case n.Kind == Text:
		return Quote(n.Value)
	}
	return short(n.Value)
}
