package fact

import "strings"

// A Topic is a skill or a working condition that postings mention under several
// names.
type Topic struct {
	ID    string
	Name  string
	Terms []string // words or phrases
}

// A Hit is a mention of a topic in a text.
type Hit struct {
	Topic      int    // topic index in the matcher
	Term       string // matching term, as spelled in the topic
	Start, End int    // byte range in the text
	Negated    bool   // whether the text denies it, as in 'no on-call'
}

// A Matcher finds the terms of topics in text. It is immutable and safe for
// concurrent use.
//
// A lower-case word in a term matches any inflection ('deploy' finds
// 'deployments'). Words of a term may be joined by a space, a hyphen or a
// slash, and a term spelled with a hyphen also matches as one word ('on-call',
// 'oncall'). A word with an upper-case letter is a name. It matches in any
// case, but only in its singular or plural. If it is also an ordinary English
// word ('Go', 'Chef', 'Helm'), its case must match too.
type Matcher struct {
	topics []Topic
	stems  map[string]int32 // numbered from 1
	nodes  []node
}

// A node is a node in the trie of stems.
type node struct {
	next map[int32]int32
	ends []ending
}

// An ending is a term whose last stem is at a node.
type ending struct {
	topic int
	term  string
	words []string // words as spelled in the term
	exact bool
}

// NewMatcher returns a matcher for the terms of topics, ignoring empty terms.
func NewMatcher(topics []Topic) *Matcher {
	m := &Matcher{topics: topics, stems: map[string]int32{}, nodes: make([]node, 1)}
	for i, t := range topics {
		for _, term := range t.Terms {
			words := wordsOf(term)
			m.add(words, ending{topic: i, term: term, words: words, exact: len(words) == 1 && needsCase(words[0])})
			if strings.Contains(term, "-") && len(words) == 2 {
				joined := []string{words[0] + words[1]}
				m.add(joined, ending{topic: i, term: term, words: joined})
			}
		}
	}
	return m
}

func wordsOf(text string) []string {
	tokens := tokenize(text, nil)
	words := make([]string, len(tokens))
	for i, t := range tokens {
		words[i] = text[t.start:t.end]
	}
	return words
}

func (m *Matcher) add(words []string, e ending) {
	at := int32(0)
	var buf [maxWord]byte
	for _, w := range words {
		s := string(stem(buf[:0], w))
		id, ok := m.stems[s]
		if !ok {
			id = int32(len(m.stems) + 1)
			m.stems[s] = id
		}
		next, ok := m.nodes[at].next[id]
		if !ok {
			next = int32(len(m.nodes))
			if m.nodes[at].next == nil {
				m.nodes[at].next = map[int32]int32{}
			}
			m.nodes[at].next[id] = next
			m.nodes = append(m.nodes, node{})
		}
		at = next
	}
	if at != 0 {
		m.nodes[at].ends = append(m.nodes[at].ends, e)
	}
}

// Find returns the mentions in a line of text, ordered by position. If terms of
// the same topic overlap, only the longest is returned.
func (m *Matcher) Find(text string) []Hit {
	var hits []Hit
	s := m.scan(text)
	for i := range s.tokens {
		hits = m.findAt(hits, s, i)
	}
	return hits
}

// A scan is a line of text as tokens. Each token has the id of its stem, or 0 if
// no term contains that stem.
type scan struct {
	text   string
	tokens []token
}

func (m *Matcher) scan(text string) *scan {
	s := &scan{text: text, tokens: tokenize(text, make([]token, 0, 1+len(text)/5))}
	var buf [maxWord]byte
	for i, t := range s.tokens {
		s.tokens[i].stem = m.stems[string(stem(buf[:0], text[t.start:t.end]))]
	}
	return s
}

// findAt appends the terms that begin at token i.
func (m *Matcher) findAt(hits []Hit, s *scan, i int) []Hit {
	at, first := int32(0), len(hits)
	for j := i; j < len(s.tokens) && s.tokens[j].stem != 0 && (j == i || s.tokens[j].joined); j++ {
		next, ok := m.nodes[at].next[s.tokens[j].stem]
		if !ok {
			break
		}
		at = next
		for _, e := range m.nodes[at].ends {
			if e.accepts(s, i) {
				hits = keepLongest(hits, first, Hit{e.topic, e.term, s.tokens[i].start, s.tokens[j].end, denied(s, i)})
			}
		}
	}
	return hits
}

// lookBack is the number of earlier hits that keepLongest compares with a new
// one, which bounds the time for text with many overlapping terms.
const lookBack = 16

// keepLongest appends a hit unless another hit for the same topic covers it. A
// shorter hit that begins at the same position, which is in hits[first:], is
// replaced.
func keepLongest(hits []Hit, first int, h Hit) []Hit {
	for k := len(hits) - 1; k >= max(0, len(hits)-lookBack); k-- {
		old := &hits[k]
		if old.Topic != h.Topic {
			continue
		}
		if k >= first {
			*old = h
			return hits
		}
		if old.End >= h.End {
			return hits
		}
		break
	}
	return append(hits, h)
}

// accepts reports whether the words starting at token i match the spelling of
// the term. Case and endings are compared only for names.
func (e *ending) accepts(s *scan, i int) bool {
	for k, w := range e.words {
		t := s.tokens[i+k]
		word := s.text[t.start:t.end]
		if e.exact {
			return word == w && !isVerb(s, i)
		}
		if isName(w) && !sameName(word, w) {
			return false
		}
	}
	return true
}

func sameName(word, name string) bool {
	rest := word[min(len(name), len(word)):]
	return (rest == "" || rest == "s" || rest == "'s" || rest == "’s") && len(word) >= len(name) &&
		strings.EqualFold(word[:len(name)], name)
}

// isName reports whether a word of a term contains an upper-case letter.
func isName(w string) bool {
	return strings.ContainsFunc(w, func(r rune) bool { return r >= 'A' && r <= 'Z' })
}

// needsCase reports whether the case of a name must match, because in lower
// case it is a single letter or an ordinary word.
func needsCase(w string) bool {
	return isName(w) && (len(w) == 1 || ordinary.has(strings.ToLower(w)))
}

// isVerb reports whether the single-word term at token i is a verb or part of a
// phrase, as in 'Go above and beyond', 'Go-to-market' and 'R&D'.
func isVerb(s *scan, i int) bool {
	t := s.tokens[i]
	if t.end-t.start == 1 && (near(s.text, t.start-1, "&") || near(s.text, t.end, "&")) {
		return true
	}
	if i+1 == len(s.tokens) || !s.tokens[i+1].joined {
		return false
	}
	next := s.tokens[i+1]
	return s.text[t.start:t.end] == "Go" && afterGo.has(s.text[next.start:next.end])
}

func near(text string, i int, chars string) bool {
	return i >= 0 && i < len(text) && strings.IndexByte(chars, text[i]) >= 0
}

// Mentions returns the ids of the topics mentioned in lines, excluding negated
// mentions.
func (m *Matcher) Mentions(lines []string) map[string]bool {
	found := map[string]bool{}
	for _, line := range lines {
		for _, h := range m.Find(line) {
			if !h.Negated {
				found[m.topics[h.Topic].ID] = true
			}
		}
	}
	return found
}

// ordinary lists English words that are also names of products or languages.
var ordinary = wordSet(`go chef puppet helm rust swift sentry backstage rest spring spark vault consul nomad salt
	flux make ant jest lambda ruby basic scheme elm dart crystal nim d c r play falcon packer drone harness
	spinnaker tempo mimir thanos envoy linkerd snowflake oracle word access excel teams outlook sketch react angular
	express ember backbone bootstrap gin echo fiber rails hive pig storm beam kafka julia scala perl bicep`)

// afterGo lists words after which 'Go' is a verb.
var afterGo = wordSet(`to above beyond live the through into further deep deeper out on in for ahead back over
	from with beyond where all get home big fast global green`)

// negators lists words that negate what follows them. softeners cancel that
// ('not only').
var (
	negators  = wordSet("no not never nor neither without cannot isn't aren't don't doesn't won't isn’t aren’t don’t doesn’t won’t zero")
	softeners = wordSet("only just merely least limited necessarily")
)

// negationReach is the maximum number of words between a negator and the term
// that it negates.
const negationReach = 4

// denied reports whether the words before token i, in the same clause, negate
// it.
func denied(s *scan, i int) bool {
	for k := i - 1; k >= 0 && k >= i-negationReach && onlySpace(s.text[s.tokens[k].end:s.tokens[k+1].start]); k-- {
		w := strings.ToLower(s.text[s.tokens[k].start:s.tokens[k].end])
		if !negators.has(w) {
			continue
		}
		next := s.tokens[k+1]
		return !softeners.has(strings.ToLower(s.text[next.start:next.end]))
	}
	return false
}

func onlySpace(between string) bool {
	return !strings.ContainsAny(between, ",;:.()!?")
}
