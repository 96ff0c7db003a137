package document

import (
	"strings"
	"sync"
	"unicode"
)

// glue returns the text to insert between rows i-1 and i of a line, and the
// number of bytes to remove from the end of row i-1.
func (j *joiner) glue(i int) (between string, drop int) {
	before := &j.rows[i-1]
	switch {
	case j.cut:
		return before.raw[len(strings.TrimRight(before.raw, " ")):] + j.rows[i].raw[:j.rows[i].indent], 0
	case !divides(before.text):
		return " ", 0
	case j.divided(before.text[:len(before.text)-1], j.rows[i].text):
		return "", 1
	}
	return "", 0
}

// divided reports whether the hyphen between two rows was added to divide a
// word, as in "deploy-" and "ment" but not in "on-" and "call".
func (j *joiner) divided(before, after string) bool {
	left := before[strings.LastIndexFunc(before, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })+1:]
	right, _, _ := strings.Cut(after, " ")
	right = strings.TrimFunc(right, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
	if part := left[strings.LastIndexByte(left, '-')+1:]; len(part) < len(left) {
		if left = part; inCompounds()[left] {
			return false
		}
	}
	if left == "" || right == "" || !startsLower(right) {
		return false
	}
	j.collect()
	l, r := strings.ToLower(left), strings.ToLower(right)
	switch {
	case j.words[l+r]:
		return true
	case j.words[l+"-"+r], strings.Contains(r, "-"), len(left) > 1 && left == strings.ToUpper(left):
		return false
	case compoundEnd()[r]:
		return false
	}
	return !compoundStart()[l]
}

// collect stores the words of the text. They show which words are written with
// a hyphen.
func (j *joiner) collect() {
	if j.words != nil {
		return
	}
	j.words = map[string]bool{}
	for _, r := range j.rows {
		words := strings.FieldsFunc(strings.ToLower(r.text), func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
		for i, w := range words {
			if i > 0 && i < len(words)-1 {
				j.words[w] = true
			}
		}
	}
}

// set returns a function that returns the words as a set. It builds the set on
// its first call, so that commands start faster.
func set(words string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		m := map[string]bool{}
		for _, w := range strings.Fields(words) {
			m[w] = true
		}
		return m
	})
}

// inCompounds lists words that occur within compounds, as in
// "state-of-the-art".
var (
	inCompounds   = set(`a and as by for in is of on or the to up`)
	compoundStart = set(`high cross hands self fast problem cloud full multi well real cutting open data large world long
		front remote customer top ai user job back mission post work team industry decision start object company third
		enterprise next cost detail low fastest end client highly production web event time us software performance follow
		people server employee results award fault market trade product fine mid short forward first service early life
		consumer purpose employer growth game linux human security equal zero business technology leading risk senior best
		mobile fully expert system value api family office venture test design code home future knowledge community
		higher two solution container privacy hard video entry privately infrastructure network one ever e non`)
	compoundEnd = set(`based on time functional driven solving paced oriented end first edge scale level call related term
		quality mail source class growing up facing native technical depth being motivated sales focused performance
		changing critical centric service leading wide life stack person making world party growth house site friendly
		tier functionally starter performing side office led centered free grade notch minded defined impact off specific
		generation powered cloud team prem tenant commerce working disciplinary stage winning paid effective users in do
		demand offs tolerant moving ups ready thinking task funded to backed built premises building premise availability
		workers opportunity tuning year line tested remote directed enabled renowned services relational out platform like
		obsessed user inclusive incident cultural evolving how knit founder browser gen available owned volume channel
		structured market serve sites region managed it sized hours learning tech versed efficient standard supported code
		rich profit defining threading cycle hosted sharing latency sponsored scaling less known only mortem mortems
		management intensive hoc exempt driving company centred assisted value skilled healing aware have threaded downtime
		solver breaking savvy traditional aligned of the day week`)
)
