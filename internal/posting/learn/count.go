package learn

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/rolefit/rolefit/internal/posting"
	"github.com/rolefit/rolefit/internal/posting/fact"
)

// leastPostings is the minimum number of postings that a model can be learned
// from.
const leastPostings = 30

func checkInput(postings []LabeledPosting) error {
	if len(postings) < leastPostings {
		return fmt.Errorf("found %d labeled postings, expected %d or more", len(postings), leastPostings)
	}
	return nil
}

// input describes the data that the model is learned from.
func (c *corpus) input(lines []LabeledLine, o *Options) posting.Input {
	in := posting.Input{Postings: len(c.postings), Lines: len(lines), Source: o.Source, Years: map[int]int{}, RoleCount: map[string]posting.RoleCount{}}
	for _, role := range append([]string{posting.OtherJobs}, c.roles...) {
		in.RoleCount[role] = posting.RoleCount{Years: map[int]int{}}
	}
	groups := map[int32]bool{}
	hash := sha256.New()
	enc := json.NewEncoder(hash)
	for i := range c.postings {
		p := &c.postings[i]
		groups[p.group] = true
		if p.Year != 0 {
			in.Years[p.Year]++
		}
		if p.truth.read {
			in.Read++
		}
		if p.truth.kind == posting.None {
			in.None++
		}
		if n, ok := in.RoleCount[countedAs(p.Label)]; ok {
			n.Postings++
			if p.Year != 0 {
				n.Years[p.Year]++
			}
			in.RoleCount[countedAs(p.Label)] = n
		}
		_ = enc.Encode(p.LabeledPosting) // neither the encoder nor the hash can fail here
	}
	for _, l := range lines {
		_ = enc.Encode(l)
	}
	in.Groups = len(groups)
	in.SHA256 = hex.EncodeToString(hash.Sum(nil))
	return in
}

// countedAs returns the key that a label is counted under.
func countedAs(label string) string {
	if strings.HasPrefix(label, posting.OtherJobs) {
		return posting.OtherJobs
	}
	return label
}

// count returns, for each role and for other jobs, the number of labeled
// postings that mention each topic.
func (c *corpus) count(topics []posting.Topic) []posting.TopicCount {
	if len(topics) == 0 {
		return nil
	}
	list := make([]fact.Topic, len(topics))
	out := make([]posting.TopicCount, len(topics))
	for i, t := range topics {
		list[i] = fact.Topic{ID: t.ID, Terms: t.Terms}
		out[i] = posting.TopicCount{ID: t.ID, Count: map[string]int{}}
	}
	matcher := fact.NewMatcher(list)
	isRole := map[string]bool{posting.OtherJobs: true}
	for _, r := range c.roles {
		isRole[r] = true
	}
	found := make([]map[string]bool, len(c.postings))
	inParallel(len(c.postings), func(i int) {
		if p := &c.postings[i]; isRole[countedAs(p.Label)] {
			lines := make([]string, len(p.doc.Lines))
			for k, l := range p.doc.Lines {
				lines[k] = l.Text
			}
			found[i] = matcher.Mentions(lines)
		}
	})
	for i, ids := range found {
		for k, t := range topics {
			if ids[t.ID] {
				out[k].Count[countedAs(c.postings[i].Label)]++
			}
		}
	}
	return out
}
