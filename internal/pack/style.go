package pack

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/rolefit/rolefit/internal/document"
	"github.com/rolefit/rolefit/internal/fit"
)

// Thresholds of the style rules, which find options that reveal a role or that
// appeal to people for reasons other than the work. The rules are written for
// English and report little in other languages.
const (
	ownWordUses   = 3   // a word used this often, and only by one role, is reported
	ownWordShare  = 3   // a word in more than one in this many options reveals the role
	repeatedStart = 2   // a word at the start of more than one in this many options reveals the role
	maxLonger     = 2.0 // maximum number of words by which one role's options may be longer than the others'
	loadedUses    = 3   // number and multiple of loaded options to exceed; see checkLoaded
)

var (
	pronouns = []string{"i", "i'm", "we", "we're", "my", "our", "you", "your", "he", "she", "it", "they", "someone", "somebody"}
	titles   = []string{"architect", "administrator", "analyst", "consultant", "specialist", "scientist", "tester"}
	senior   = []string{"lead", "own", "shape", "define", "drive", "direct", "strategy", "vision", "mentor", "decide"}
	pleasing = []string{"best", "great", "elegant", "beautiful", "exciting", "perfect", "brilliant", "love", "amazing", "modern", "clever", "finest"}
	calendar = strings.Fields("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december christmas easter english french german spanish")
	function = []string{"about", "after", "again", "another", "because", "before", "between", "every", "from", "have", "into", "make", "more", "most", "much", "other", "over", "should", "some", "than", "that", "their", "them", "then", "there", "they", "this", "under", "until", "what", "when", "where", "which", "while", "will", "with", "without", "work", "would", "your"}
)

// A styledRole is a role and its options, without options that couldn't be
// read.
type styledRole struct {
	*fit.Role
	options []*string
	tokens  [][]string // words of each option, in lower case
}

// first returns the first option whose words match, which a problem with several
// options points at.
func (r *styledRole) first(match func(words []string) bool) *string {
	return r.options[max(0, slices.IndexFunc(r.tokens, match))]
}

func (l *loader) checkStyle() {
	var roles []styledRole
	for _, r := range l.roles {
		s := styledRole{Role: r}
		for f := range facets(r) {
			if _, read := l.marks[&f.Option]; read && f.Option != "" {
				s.options = append(s.options, &f.Option)
				s.tokens = append(s.tokens, strings.Fields(strings.ToLower(strings.Join(tokens(f.Option), " "))))
			}
		}
		if len(s.options) > 0 {
			roles = append(roles, s)
		}
	}
	for i := range roles {
		for _, option := range roles[i].options {
			l.checkPhrase(option)
			l.checkProduct(option)
		}
	}
	l.checkStarts(roles)
	l.checkOwnWords(roles)
	l.checkLongest(roles)
	l.checkLoaded(roles, "seniority", senior, "more senior")
	l.checkLoaded(roles, "appeal", pleasing, "nicer")
	l.checkLeftovers()
}

// checkPhrase checks that an option is a plain verb phrase.
func (l *loader) checkPhrase(option *string) {
	defer l.rule("phrase")()
	first, _, _ := strings.Cut(*option, " ")
	switch last := []rune(*option)[len([]rune(*option))-1]; {
	case strings.ContainsAny(*option, "“”„«»"):
		l.warn(option, "option contains quotation marks, expected a plain verb phrase without them")
	case last == '.' || last == '!' || last == '。':
		l.warn(option, "option ends with %q, expected a phrase without a full stop", string(last))
	case strings.ContainsAny(*option, "?？"):
		l.warn(option, "option is a question, expected a verb phrase, as in: Track down a rare failure")
	case slices.Contains(pronouns, strings.ToLower(first)):
		l.warn(option, "option begins with %s, expected it to begin with a verb, as in: Track down a rare failure", document.Quote(first))
	}
}

// checkProduct reports names of products and job titles in an option. A word
// counts as a product if it is capitalized inside the option, or if it is a
// capitalized term for a skill.
func (l *loader) checkProduct(option *string) {
	defer l.rule("names")()
	for i, word := range strings.Fields(*option) {
		word = strings.Trim(word, ",;:()'\"")
		lower := strings.ToLower(word)
		switch {
		case slices.Contains(titles, strings.TrimSuffix(lower, "s")):
			l.warn(option, "option contains the job title %s, expected the work itself", document.Quote(word))
			return
		case l.isProduct(lower), i > 0 && isName(word) && !slices.Contains(calendar, strings.TrimSuffix(lower, "s")):
			l.warn(option, "option contains the name %s, expected what it's for, because people choose by names they know", document.Quote(word))
			return
		}
	}
}

// isProduct reports whether a lowercase word is one of the pack's terms for
// skills that are capitalized.
func (l *loader) isProduct(word string) bool {
	if l.products == nil {
		l.products = map[string]bool{}
		for _, s := range l.pack.Skills {
			for _, term := range s.Terms {
				if isName(term) && !strings.Contains(term, " ") {
					l.products[strings.ToLower(term)] = true
				}
			}
		}
	}
	return l.products[word]
}

// isName reports whether a word begins with a capital and isn't an
// abbreviation.
func isName(word string) bool {
	letters := []rune(word)
	return len(letters) > 2 && unicode.IsUpper(letters[0]) && strings.ToUpper(word) != word
}

// checkStarts checks that the options of a role don't all begin in the same way.
func (l *loader) checkStarts(roles []styledRole) {
	defer l.rule("start")()
	for i := range roles {
		r := &roles[i]
		shared := slices.ContainsFunc(roles, func(o styledRole) bool { return o.ID != r.ID && o.oftenBeginsWith(r.tokens[0]) })
		l.checkStart(r, shared)
	}
}

// oftenBeginsWith reports whether more than half of the options begin with the
// first of these words.
func (r *styledRole) oftenBeginsWith(words []string) bool {
	n := 0
	for _, option := range r.tokens {
		if len(words) > 0 && len(option) > 0 && option[0] == words[0] {
			n++
		}
	}
	return n*repeatedStart > len(r.tokens)
}

// checkStart checks the beginnings of one role's options. If all begin with the
// same word, that is an error unless the other roles' options usually do as
// well, which shared reports.
func (l *loader) checkStart(r *styledRole, shared bool) {
	starts := map[string]int{}
	for _, words := range r.tokens {
		if len(words) > 0 {
			starts[words[0]]++
		}
	}
	for _, start := range slices.Sorted(maps.Keys(starts)) {
		at := r.first(func(words []string) bool { return len(words) > 0 && words[0] == start })
		switch n := starts[start]; {
		case n < 2*ownWordUses:
		case n == len(r.options) && !shared:
			l.fail(at, "every option of role %q begins with %s, expected different beginnings, because this one reveals the role", r.ID, document.Quote(start))
		case n*repeatedStart > len(r.options):
			l.warn(at, "%d of %d options of role %q begin with %s, expected different beginnings, because this one reveals the role", n, len(r.options), r.ID, document.Quote(start))
		}
	}
}

// checkOwnWords reports words that occur only in one role's options, because
// people notice them.
func (l *loader) checkOwnWords(roles []styledRole) {
	defer l.rule("own-words")()
	uses := map[string]map[int]int{} // keyed by word and role index
	for i := range roles {
		for _, words := range roles[i].tokens {
			for _, w := range stems(words) {
				if uses[w] == nil {
					uses[w] = map[int]int{}
				}
				uses[w][i]++
			}
		}
	}
	for i := range roles {
		var own []string
		most, word := 0, ""
		for _, w := range slices.Sorted(maps.Keys(uses)) {
			n := uses[w][i]
			if len(uses[w]) > 1 || n < ownWordUses || len([]rune(w)) < 4 || slices.Contains(function, w) {
				continue
			}
			own = append(own, fmt.Sprintf("%s (%d)", document.Quote(w), n))
			if n > most { // the problem points at this word
				most, word = n, w
			}
		}
		at := roles[i].first(func(words []string) bool { return slices.Contains(stems(words), word) })
		switch {
		case most*ownWordShare > len(roles[i].options):
			l.warn(at, "%d of %d options of role %q, and no other role's, use the word %s, expected other words in some of them", most, len(roles[i].options), roles[i].ID, document.Quote(word))
		case len(own) > 0:
			l.note(at, "only options of role %q use %s: people may recognize the role by these words", roles[i].ID, strings.Join(own, ", "))
		}
	}
}

// stems returns the distinct words of an option, without a plural s.
func stems(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		if out[i] = w; len(w) > 4 && !strings.HasSuffix(w, "ss") {
			out[i] = strings.TrimSuffix(w, "s")
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// checkLongest compares the mean lengths of the roles' options.
func (l *loader) checkLongest(roles []styledRole) {
	defer l.rule("length")()
	mean := func(r styledRole) float64 {
		n := 0
		for _, option := range r.options {
			n += countWords(*option)
		}
		return float64(n) / float64(len(r.options))
	}
	if len(roles) < 2 {
		return
	}
	sorted := slices.SortedFunc(slices.Values(roles), func(a, b styledRole) int { return cmp.Compare(mean(b), mean(a)) })
	if longest, next := mean(sorted[0]), mean(sorted[1]); longest-next > maxLonger {
		at := slices.MaxFunc(sorted[0].options, func(a, b *string) int { return countWords(*a) - countWords(*b) })
		l.warn(at, "options of role %q have %.1f words on average, and those of any other role at most %.1f, expected similar lengths", sorted[0].ID, longest, next)
	}
}

// checkLoaded warns if one role has more than loadedUses options with loaded
// words, and more than loadedUses times as many as any other role.
func (l *loader) checkLoaded(roles []styledRole, rule string, loaded []string, than string) {
	defer l.rule(rule)()
	var uses []int
	var found []string
	for i := range roles {
		words := map[string]bool{}
		n := 0
		for _, option := range roles[i].tokens {
			if at := slices.IndexFunc(option, func(w string) bool { return slices.Contains(loaded, w) }); at >= 0 {
				words[option[at]] = true
				n++
			}
		}
		uses, found = append(uses, n), append(found, strings.Join(slices.Sorted(maps.Keys(words)), ", "))
	}
	for i, n := range uses {
		others := append(slices.Clone(uses[:i]), uses[i+1:]...)
		if n > loadedUses && len(others) > 0 && n > loadedUses*slices.Max(others) {
			at := roles[i].first(func(words []string) bool {
				return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(loaded, w) })
			})
			l.warn(at, "%d options of role %q sound %s than those of other roles (%s), expected equal appeal", n, roles[i].ID, than, found[i])
		}
	}
}
