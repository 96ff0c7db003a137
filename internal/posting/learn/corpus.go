package learn

import (
	"cmp"
	"hash/fnv"
	"slices"

	"github.com/rolefit/rolefit/internal/posting"
	"github.com/rolefit/rolefit/internal/posting/document"
)

// A corpus is the training data converted to features.
type corpus struct {
	work      *work
	roles     []string
	extractor *posting.Extractor
	signals   int32 // features with lower numbers are signals
	postings  []sample
	lines     []example
	lineUses  [][]posting.Mention // phrases in each line
	phrases   []phraseUse
	anyRead   bool // whether a reader judged any posting
	anyNone   bool // whether any posting is for another job
}

// A sample is a posting in the training data.
type sample struct {
	*LabeledPosting
	truth   truth
	doc     *document.Document
	text    *posting.Text
	group   int32
	fold    int
	excerpt *posting.Text // consecutive lines of the posting
	mention *posting.Text // a short excerpt with lines about a role; nil for most postings
}

// A phraseUse counts, per fold, the groups whose postings contain a phrase.
type phraseUse []int

// newCorpus reads the documents and numbers their features. Numbering is shared
// by all folds, but uses only how many groups a word occurs in, not the labels.
func newCorpus(postings []LabeledPosting, lines []LabeledLine, roles []string, o *Options) *corpus {
	c := &corpus{roles: roles}
	groups := map[string]int32{}
	group := func(name, id string) int32 {
		if name == "" {
			name = "id:" + id
		}
		n, ok := groups[name]
		if !ok {
			n = int32(len(groups))
			groups[name] = n
		}
		return n
	}
	for i := range postings {
		p := &postings[i]
		c.postings = append(c.postings, sample{LabeledPosting: p, truth: truthOf(p, roles),
			group: group(p.Group, p.ID), fold: foldOf(p.Group, p.ID)})
	}
	for i := range c.postings {
		t := &c.postings[i].truth
		c.anyRead = c.anyRead || t.read
		c.anyNone = c.anyNone || t.known && t.kind == posting.None
	}
	inParallel(len(c.postings), func(i int) { c.postings[i].doc = documentOf(c.postings[i].LabeledPosting) })
	x := posting.NewExtractor(o.Lexicon, roles)
	c.extractor = x
	if len(lines) == 0 {
		lines = c.weakLines()
	}
	c.addLines(lines, group)
	c.signals = int32(x.Signals(len(roles)))
	words := c.frequent(func(d *document.Document) []string {
		var all []string
		for _, l := range d.Lines {
			all = append(all, l.Text)
		}
		return all
	})
	x.Fix(len(roles), words, c.frequent(func(d *document.Document) []string { return []string{d.Title} }))
	aboutRoles := c.aboutRoles(lines)
	inParallel(workers, func(w int) {
		var s posting.Scratch
		for i := w; i < len(c.postings); i += workers {
			c.postings[i].text = x.Text(c.postings[i].doc, &s)
			c.postings[i].cutExcerpts(x, i, aboutRoles[c.postings[i].fold], &s)
		}
	})
	c.countPhrases()
	return c
}

// leastExcerpt is the minimum number of lines in an excerpt.
const leastExcerpt = 8

// cutExcerpts sets the excerpt to half of the posting's lines, which begin at a
// different place in each posting. For every second posting that is known to be
// for another job by its title, it also sets mention to a short excerpt with one
// or two lines about a role, because other jobs mention the work of the roles.
func (s *sample) cutExcerpts(x *posting.Extractor, i int, aboutRoles []string, buf *posting.Scratch) {
	n := len(s.doc.Lines)
	const step = 7919 // a prime
	part := func(size int) []document.Line {
		start := i * step % (n - size + 1)
		return s.doc.Lines[start : start+size : start+size]
	}
	s.excerpt = x.Text(&document.Document{Lines: part(min(max(n/2, leastExcerpt), n))}, buf)
	if s.truth.kind != posting.None || s.truth.read || i%2 == 0 || len(aboutRoles) == 0 {
		return
	}
	lines := part(min(leastExcerpt, n))
	for k := range 1 + i/2%2 {
		lines = append(lines, document.Line{Text: aboutRoles[(i+k*step)%len(aboutRoles)], Section: document.Duties})
	}
	s.mention = x.Text(&document.Document{Lines: lines}, buf)
}

// aboutRoles returns, for each fold, the labeled lines about a role.
func (c *corpus) aboutRoles(lines []LabeledLine) [][]string {
	out := make([][]string, folds)
	for i := range lines {
		if l := &lines[i]; len(l.About) > 0 && slices.Contains(c.roles, l.About[0]) {
			fold := foldOf(l.Group, l.ID)
			out[fold] = append(out[fold], l.Text)
		}
	}
	return out
}

// documentOf returns the document for a posting and its separate title.
func documentOf(p *LabeledPosting) *document.Document {
	out := &document.Document{Title: p.Title}
	var r document.Reader
	docs, err := r.Read([]byte(p.Text))
	if err != nil {
		for _, l := range document.Lines(p.Text) {
			out.Lines = append(out.Lines, document.Line{Text: l})
		}
		return out
	}
	for _, d := range docs {
		out.Lines = append(out.Lines, d.Lines...)
	}
	return out
}

// folds is the number of folds in the cross-validation.
const folds = 10

// foldOf assigns a group to a fold by a hash of its name, so that the fold
// doesn't depend on the other groups.
func foldOf(group, id string) int {
	if group == "" {
		group = "id:" + id
	}
	h := fnv.New64a()
	h.Write([]byte(group))
	x := h.Sum64()
	x ^= x >> 33
	x *= 0xff51afd7ed558ccd
	x ^= x >> 33
	return int(x % folds)
}

// maxWeakLines is the maximum number of sentences that weakLines returns.
const maxWeakLines = 6000

// weakLines returns sentences from postings for a single role or for another
// job, each labeled as if it were about that role or job. They replace the
// training data for lines if no one has labeled any. Most of these sentences
// are about something else, but that affects all roles equally.
func (c *corpus) weakLines() []LabeledLine {
	var all []LabeledLine
	for i := range c.postings {
		s := &c.postings[i]
		if !s.truth.known || s.truth.kind == posting.Mixed {
			continue
		}
		about := []string{AboutOther}
		if s.truth.kind == posting.One {
			about[0] = c.roles[s.truth.first]
		}
		for _, l := range s.doc.Lines {
			for _, sentence := range posting.Sentences(l.Text) {
				all = append(all, LabeledLine{ID: s.ID, Group: s.Group, About: about, Text: sentence})
			}
		}
	}
	step := 1 + len(all)/maxWeakLines
	var out []LabeledLine
	for i := 0; i < len(all); i += step {
		out = append(out, all[i])
	}
	return out
}

// addLines converts labeled lines to examples.
func (c *corpus) addLines(lines []LabeledLine, group func(name, id string) int32) {
	var s posting.Scratch
	for i := range lines {
		l := &lines[i]
		target := c.about(l.About)
		if target == nil {
			continue
		}
		features, mentions := c.extractor.AddLine(l.Text, &s)
		c.lines = append(c.lines, example{features: features, target: target, weight: 1, group: group(l.Group, l.ID), fold: foldOf(l.Group, l.ID)})
		c.lineUses = append(c.lineUses, mentions)
	}
}

// mainShare is the target of the first of two labels. It is above one half
// because readers name the main topic first.
const mainShare = 0.6

// about returns the target for a line, or nil if it has no known label.
func (c *corpus) about(labels []string) []float64 {
	target := make([]float64, len(c.roles)+posting.ExtraClasses)
	share := []float64{mainShare, 1 - mainShare}
	if len(labels) == 1 {
		share = []float64{1}
	}
	sum := 0.0
	for i, label := range labels[:min(len(labels), len(share))] {
		class := slices.Index(c.roles, label)
		switch label {
		case AboutWork:
			class = len(c.roles)
		case AboutOther:
			class = len(c.roles) + 1
		}
		if class >= 0 {
			target[class] += share[i]
			sum += share[i]
		}
	}
	if sum == 0 {
		return nil
	}
	for k := range target {
		target[k] /= sum
	}
	return target
}

// frequent returns the keys that occur in enough groups, in ascending order.
func (c *corpus) frequent(texts func(*document.Document) []string) []posting.Key {
	order := make([]int, len(c.postings))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(c.postings[a].group, c.postings[b].group) })
	type use struct{ last, groups int32 }
	uses := map[posting.Key]use{}
	var s posting.Scratch
	for _, i := range order {
		p := &c.postings[i]
		for _, line := range texts(p.doc) {
			c.extractor.EachKey(line, &s, func(k posting.Key) {
				if u := uses[k]; u.last != p.group+1 {
					uses[k] = use{p.group + 1, u.groups + 1}
				}
			})
		}
	}
	var keys []posting.Key
	for k, u := range uses {
		if u.groups >= leastGroups {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	return keys
}

// countPhrases counts, for each phrase and fold, the groups that contain the
// phrase.
func (c *corpus) countPhrases() {
	c.phrases = make([]phraseUse, c.extractor.Phrases())
	for p := range c.phrases {
		c.phrases[p] = make(phraseUse, folds)
	}
	type pair struct{ phrase, group int32 }
	seen := map[pair]bool{}
	for i := range c.postings {
		s := &c.postings[i]
		for _, m := range s.text.Mentions {
			if at := (pair{m.Phrase, s.group}); !seen[at] {
				seen[at] = true
				c.phrases[m.Phrase][s.fold]++
			}
		}
	}
}

// usedPhrases reports, for each phrase, whether it occurs in enough groups
// outside a fold. A fold of -1 excludes nothing.
func (c *corpus) usedPhrases(without int) []bool {
	used := make([]bool, len(c.phrases))
	for p, use := range c.phrases {
		n := 0
		for fold, groups := range use {
			if fold != without {
				n += groups
			}
		}
		used[p] = n >= leastGroups
	}
	return used
}
