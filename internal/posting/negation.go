package posting

import (
	"regexp"
	"slices"
	"strings"
	"sync"
)

// negationReach is the maximum number of words between a negator and a word
// that it negates.
const negationReach = 4

// deniedAfter matches text after a word that denies it, as in '... is not
// required'.
var deniedAfter = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[^.,;:()]{0,40}\b(not|never|isn['’]t|aren['’]t|won['’]t|no longer) (be )?(an? )?(required|needed|necessary|part of|expected|included|involved)`)
})

var (
	negators  = strings.Fields("no not never nor neither cannot isn't aren't don't doesn't won't isn’t aren’t don’t doesn’t won’t")
	softeners = strings.Fields("only just merely least limited necessarily matter longer")
)

// affirmed returns the marks in a line whose words it doesn't negate. A line
// that only says what the job isn't ('No on-call.') supports no role.
func affirmed(line string, marks []Mark) []Mark {
	if !hasNegator(line) {
		return marks
	}
	return slices.DeleteFunc(marks, func(m Mark) bool {
		return deniedBefore(line[:m.Start]) || deniedAfter().MatchString(line[m.End:])
	})
}

// hasNegator reports whether a line may negate something. Few lines do, and
// this is much faster than looking at each word.
func hasNegator(line string) bool {
	for _, n := range []string{"no", "No", "NO", "n't", "n’t", "ever", "either"} {
		if strings.Contains(line, n) {
			return true
		}
	}
	return false
}

// deniedBefore reports whether the last clause of text negates the words that
// follow it.
func deniedBefore(text string) bool {
	words := strings.Fields(text[strings.LastIndexAny(text, ",;:.()!?")+1:])
	for i := len(words) - 1; i >= max(0, len(words)-1-negationReach); i-- {
		if slices.Contains(negators, strings.ToLower(words[i])) {
			return i+1 == len(words) || !slices.Contains(softeners, strings.ToLower(words[i+1]))
		}
	}
	return false
}
