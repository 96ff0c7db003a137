package advert

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"github.com/clipperhouse/uax29/v2/words"
)

// A stem is the number of a word stem in a lexicon.
type stem int32

// unknown is a word that no text of the pack has.
const unknown stem = -1

// maxWord is the longest word that is looked at, in bytes; what is longer is
// no word of a language.
const maxWord = 40

// A lexicon numbers the word stems of a pack.
type lexicon struct {
	stems map[string]stem
	forms map[string]stem // every word of the pack's texts as it is written, in lower case
	env   *snowballstem.Env
}

func newLexicon() lexicon {
	return lexicon{map[string]stem{}, map[string]stem{}, snowballstem.NewEnv("")}
}

// add numbers the words of a text of the pack. Light words are left out, unless
// fewer than two words would remain: 'every team' is more than 'team'.
func (l *lexicon) add(text string) []stem {
	var all, heavy []stem
	eachWord(text, func(word string, _, _ int) {
		id, ok := l.forms[word]
		if !ok {
			id = l.number(stemOf(l.env, word))
			l.forms[word] = id
		}
		all = append(all, id)
		if !light[word] {
			heavy = append(heavy, id)
		}
	})
	if len(heavy) < 2 {
		return all
	}
	return heavy
}

func (l *lexicon) number(s string) stem {
	id, ok := l.stems[s]
	if !ok {
		id = stem(len(l.stems))
		l.stems[s] = id
	}
	return id
}

// eachWord calls f for each word of a text, in lower case, with its place in
// bytes. Symbols are no words: 'CI/CD' is two of them, and so is 'on-call'.
func eachWord(text string, f func(word string, start, end int)) {
	for it := words.FromString(text); it.Next(); {
		w := it.Value()
		if r, _ := utf8.DecodeRuneInString(w); len(w) > maxWord || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			continue
		}
		w = strings.ToLower(w)
		if strings.Contains(w, "’") {
			w = strings.ReplaceAll(w, "’", "'")
		}
		f(w, it.Start(), it.End())
	}
}

// stemOf is a word without its ending: 'deployed', 'deploying' and
// 'deployments' are one, and so are the two spellings of '-ise'. The
// environment is the stemmer's scratch.
func stemOf(env *snowballstem.Env, word string) string {
	word = strings.TrimSuffix(word, "'s")
	if singular := strings.TrimSuffix(word, "s"); agents[singular] {
		return singular
	}
	if s, ok := apart[word]; ok {
		return s
	}
	env.SetCurrent(british(word))
	english.Stem(env)
	return env.Current()
}

// british spells '-ize', '-ization' and '-yze' with an s.
func british(word string) string {
	if !strings.ContainsRune(word, 'z') {
		return word
	}
	for _, end := range []string{"e", "ed", "es", "er", "ing", "ation", "ations"} {
		if head, ok := strings.CutSuffix(word, "iz"+end); ok && len(head) > 2 {
			return head + "is" + end
		}
		if head, ok := strings.CutSuffix(word, "yz"+end); ok {
			return head + "ys" + end
		}
	}
	return word
}

// agents are people and things that act. The stemmer would fold them into
// their verb, but 'experience of developing' is not developer experience.
var agents = set(`developer engineer operator manager container server provider designer producer
	supplier consumer user customer computer router cluster tester controller installer`)

// apart are words that the stemmer would fold into a commoner one of another
// meaning.
var apart = map[string]string{
	"production": "production", "productive": "productive", "productivity": "productive", "productively": "productive",
	"severity": "severity", "several": "several", "staging": "staging",
	"accessible": "accessible", "accessibility": "accessible",
	"paged": "pager", "pager": "pager", "pagers": "pager", "pages": "page",
	"emerging": "emerging", "emerge": "emerging", "operability": "operability", "operable": "operability", "enablement": "enablement",
	"experiment": "experiment", "experiments": "experiment", "experimental": "experiment",
	"policy": "policy", "policies": "policy",
	"actionable": "actionable", "dependable": "dependable", "governance": "governance", "federal": "federal",
	"profiling": "profiling", "peering": "peering", "signing": "signing", "extension": "extension", "extensions": "extension",
}

// light words carry no meaning of their own. 'on', 'off', 'up', 'down', 'out',
// 'why', 'no' and their like do ('on call', 'find out why'), so they are none.
var light = set(`a an the and or of to in into for with from by as at is are am be been being was were
	will would shall can could may might must have has had do does did this that these those it its
	our your their his her my we you they i he she us them me which who whom whose what where when
	there here also such so very more most both each any some all every other others than then
	you'll we'll you're we're we've you've it's they're i'm etc eg ie e.g i.e well across within
	through over about between among during upon per via using based`)

func set(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}
