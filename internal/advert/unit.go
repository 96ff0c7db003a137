package advert

import (
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/clipperhouse/uax29/v2/sentences"
)

// A unit is a sentence, or a line of a list: the stretch within which words
// belong together.
type unit struct {
	text    string
	line    int // from 1
	section section
	nice    bool // welcome, not asked for
	tokens  []token
}

// A token is one word of a unit.
type token struct {
	stem       stem
	start, end int // bytes of the unit's text
	place      int // among the words that are not light; punctuation between two keeps them apart
	light      bool
}

// maxTokens is where a stretch without a full stop is cut: a hit's tokens are
// the bits of a word, and a text of any kind stays cheap to read.
const maxTokens = 64

// maxLead is the longest beginning of a line, up to a colon, that may be a
// heading with its text behind it ('Preferred: ...').
const maxLead = 60

// A cutter cuts one text into units.
type cutter struct {
	lexicon *lexicon
	env     *snowballstem.Env
	stems   map[string]stem // of this text's words that the pack's texts have not
	units   []unit
	words   int
	known   int // words that the pack's texts have too
	light   int // words that are light, which are English ones
}

func newCutter(l *lexicon) *cutter {
	return &cutter{lexicon: l, env: snowballstem.NewEnv(""), stems: map[string]stem{}}
}

func (c *cutter) cut(lines []string) {
	now := intro
	for i, line := range lines {
		body, bullet := strings.CutPrefix(line, "- ")
		if !bullet {
			if s, ok := heading(body); ok {
				if now = s; marked(body) {
					continue
				}
			}
			if lead, rest, ok := strings.Cut(body, ": "); ok && len(lead) < maxLead {
				if s, ok := heading(lead + ":"); ok && s != company {
					now, body = s, rest
				}
			}
		}
		for it := sentences.FromString(body); it.Next(); {
			c.add(unit{text: strings.TrimSpace(it.Value()), line: i + 1, section: now})
		}
	}
}

// add reads the words of a sentence; a very long one becomes several units.
func (c *cutter) add(u unit) {
	text := lower(u.text)
	u.nice = u.section == nice || contains(text, niceWords)
	if (u.section == intro || u.section == duties) && contains(text, offerWords) {
		u.section = benefits
	}
	place, last, apart := 0, 0, false
	eachWord(u.text, func(word string, start, end int) {
		if len(u.tokens) == maxTokens {
			c.units = append(c.units, u)
			u.tokens = nil
		}
		t := token{stem: c.stem(word), start: start, end: end, light: light[word]}
		apart = apart || strings.ContainsAny(u.text[last:start], ",;:()")
		if t.light {
			c.light++
		} else {
			if apart {
				place++
			}
			place++
			apart = false
		}
		t.place, last = place, end
		u.tokens = append(u.tokens, t)
		c.words++
	})
	if len(u.tokens) > 0 {
		c.units = append(c.units, u)
	}
}

// stem is a word's stem. Stemming is the dearest part of reading, so it is done
// once for a word, and for those of the pack beforehand.
func (c *cutter) stem(word string) stem {
	if id, ok := c.lexicon.forms[word]; ok {
		c.known++
		return id
	}
	id, ok := c.stems[word]
	if !ok {
		if id, ok = c.lexicon.stems[stemOf(c.env, word)]; !ok {
			id = unknown
		}
		c.stems[word] = id
	}
	return id
}

// purpose says whether the sentence says whom they seek and for what.
func (u *unit) purpose() bool { return contains(" "+lower(u.text), purposeWords) }

// words are the advert's words from the first to the last token of a hit.
func (u *unit) words(h *hit) string { return u.text[u.tokens[h.first].start:u.tokens[h.end-1].end] }

// mostQuoted is the longest quote, in bytes, unless what it is about is longer.
const mostQuoted = 220

// quote is the unit's text, cut around some tokens when it is long.
func (u *unit) quote(first, end int) string {
	if len(u.text) <= mostQuoted {
		return u.text
	}
	from := max(0, u.tokens[first].start-mostQuoted/3)
	to := min(len(u.text), max(from+mostQuoted, u.tokens[end-1].end))
	quote := strings.ToValidUTF8(u.text[from:to], "")
	if from > 0 {
		_, rest, _ := strings.Cut(quote, " ")
		quote = "… " + rest
	}
	if to < len(u.text) {
		if i := strings.LastIndexByte(quote, ' '); i > 0 {
			quote = quote[:i]
		}
		quote += " …"
	}
	return quote
}
