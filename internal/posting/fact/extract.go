package fact

import (
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/posting/document"
)

// An Extractor finds the facts in postings. It is immutable and safe for
// concurrent use.
type Extractor struct {
	phrases    []phrase
	readers    []reader
	skills     []Topic
	conditions []Topic
	terms      *Matcher // one topic per phrase, followed by one per reader, condition and skill
}

// A reader extracts facts of a kind from sentences that contain its cues.
type reader struct {
	kind Kind
	cues string
	read func(s *sentence, cues []Hit) []Fact
}

// readers lists the kinds of facts that need code to read, because a phrase
// alone isn't enough.
var readers = []reader{
	{Experience, "year|yr|yrs", readYears},
	{Degree, "degree|bachelor|bachelors|master in|masters in|master of|master's|B.S.|BS|BSc|B.Sc|BA|master's degree|masters degree|PhD|diploma|MSc|M.Sc|B.Tech|BTech|M.Tech|MS in|university degree|college degree|degree in|Ph.D|MS or", readDegree},
	{Workplace, "remote|remotely|hybrid|on-site|onsite|in-office|office-based|in-person|work from home|work from anywhere|working from home|office|LI-Remote|LI-Hybrid|LI-Onsite|telecommute|telework|in the office|home office|homeoffice|distributed|days a week|days per week|days/week|WFH|mobile working|mobile work|WFO", readWorkplace},
	{Visa, "sponsor|sponsorship|visa|visas|H1B|H-1B|citizen|citizenship|citizens|green card|permanent resident|authorized to work|work authorization|right to work|eligible to work|eligibility to work|authorization to work|work permit|US person|U.S. persons|legally authorized|permitted to work|ITAR", readVisa},
	{Contract, "full-time|part-time|permanent|contract|contractor|temporary|internship|intern|fixed-term|direct hire|freelance|employment type|job type|contract-to-hire|contract-to-perm|temp-to-perm|months initial|month initial|initial months|initial six|initial twelve|initial three|rolling contract|B2B|C2H|C2C|W2|unlimited contract|open-ended contract|fulltime|temp|B2B contract|CTH|IR35|day rate|daily rate|initial term|seasonal|per diem|PRN|casual|hours per week|hours a week|hours/week", readContract},
	{Location, placeCues, readLocation},
	{Salary, "LPA|CTC|lakhs|salary|salaries|pay|compensation|rate|payrate|wage|remuneration|OTE|on-target earnings|kr|zł|Rs|" + codes, readPlainPay},
	{Shifts, hourCues, readHours},
	{Clearance, clearanceCues, readClearance},
	{Language, languageCues, readLanguages},
	{Seniority, "level|entry-level|senior-level|mid-level|junior|senior|intern|internship", readLevel},
}

// Topics lists what an extractor looks for besides facts. Both may be empty.
type Topics struct {
	Skills     []Topic
	Conditions []Topic
}

// NewExtractor returns an extractor that finds facts of these kinds, or of all
// kinds if none are given, and mentions of topics.
func NewExtractor(t Topics, kinds ...Kind) *Extractor {
	leftOut := func(k Kind) bool { return len(kinds) > 0 && !slices.Contains(kinds, k) }
	if slices.Contains(kinds, Nights) || slices.Contains(kinds, Weekends) {
		kinds = append(slices.Clone(kinds), Shifts) // one reader finds all three
	}
	x := &Extractor{skills: t.Skills, conditions: t.Conditions}
	x.phrases = slices.DeleteFunc(slices.Concat(phrases, flags), func(p phrase) bool { return leftOut(p.kind) })
	x.readers = slices.DeleteFunc(slices.Clone(readers), func(r reader) bool { return leftOut(r.kind) })
	var topics []Topic
	for _, p := range x.phrases {
		topics = append(topics, Topic{Terms: strings.Split(p.terms, "|")})
	}
	for _, r := range x.readers {
		topics = append(topics, Topic{Terms: strings.Split(r.cues, "|")})
	}
	x.terms = NewMatcher(slices.Concat(topics, t.Conditions, t.Skills))
	return x
}

// longestPosting is the maximum number of bytes of a posting that are read.
const longestPosting = 200_000

// Extract returns the information in the first longestPosting bytes of a
// posting.
func (x *Extractor) Extract(title string, lines []document.Line) Report {
	facts := readTitle(title)
	skills, mentions := needs{}, map[string]string{}
	sectioned := slices.ContainsFunc(lines, func(l document.Line) bool { return l.Section == document.Duties || l.Section == document.Requirements })
	tools := false // whether the line is under a heading such as 'Our stack'
	left := longestPosting
	for i, line := range lines {
		if line.Text = strings.ToValidUTF8(line.Text[:min(left, len(line.Text))], ""); line.Text == "" {
			continue
		}
		left -= len(line.Text)
		if line.Heading {
			tools = strings.Contains(lower(line.Text), "stack")
		}
		if i+1 < len(lines) {
			line.Text = withValue(line, lines[i+1])
		}
		sentences := split(i, line)
		if len(sentences) == 1 || len(line.Text) <= longestHeader && strings.ContainsAny(line.Text, "·•") {
			for k := range sentences {
				facts = append(facts, readPlaceLine(&sentences[k])...)
			}
		}
		for k := range sentences {
			s := &sentences[k]
			s.tools, s.outside = tools, sectioned && s.section == document.Unknown
			facts = append(facts, x.read(s, &skills, mentions)...)
		}
	}
	facts = settleMarks(settle(facts), title, lines)
	return Report{Facts: facts, Skills: skills.list(x.skills), Mentions: mentions, Open: open(facts)}
}

// withValue returns the text of a line. If the line is only a label, such as
// 'Travel requirement:', it adds the value in the next line.
func withValue(line, next document.Line) string {
	const longestLabel, longestValue = 48, 160
	if len(line.Text) > longestLabel || next.Heading || len(next.Text) > longestValue || !valueLabel.MatchString(lower(line.Text)) {
		return line.Text
	}
	return strings.TrimRight(line.Text, ": ") + ": " + next.Text
}

var valueLabel = re(`^(\w+ ){0,2}(travel( requirements?| required| percent(age)?)?|ability to commute|locations?|salary( range)?|pay( range| rate)?|compensation|rate|(security )?clearance( required| requirements?| level)?|visa sponsorship( available| offered| provided)?|citizenship( required| status)?|(employment|contract|job|position) type|type of (contract|employment)|on-call|languages?( skills| requirements?| required)?|workplace( type)?|work arrangement|contract length|duration)\s*:?\s*$`)

// split splits a line into sentences. A heading inside the line ('Nice to
// have:') starts a new section for the rest of the line.
func split(i int, line document.Line) []sentence {
	out := sentences(line.Text)
	section := line.Section
	for k := range out {
		out[k].line = i
		out[k].low = lower(out[k].text)
		if s, ok := inlineSection(&out[k], len(line.Text) >= longLine); ok {
			section = s
		}
		out[k].section = section
	}
	return out
}

// read returns the facts in a sentence, and adds the conditions and skills that
// it mentions.
func (x *Extractor) read(s *sentence, skills *needs, mentions map[string]string) []Fact {
	facts := s.gluedPlace()
	if s.hasCurrency() {
		facts = append(facts, readPay(s)...)
	}
	// Each phrase and each reader gets its own hits, ordered by position.
	hits := x.terms.Find(s.text)
	slices.SortStableFunc(hits, func(a, b Hit) int { return a.Topic - b.Topic })
	for len(hits) > 0 {
		topic, n := hits[0].Topic, 1
		for n < len(hits) && hits[n].Topic == topic {
			n++
		}
		reader := topic - len(x.phrases)
		condition := reader - len(x.readers)
		switch {
		case reader < 0:
			facts = append(facts, x.phrases[topic].read(s, hits[:n])...)
		case condition < 0:
			facts = append(facts, x.readers[reader].read(s, hits[:n])...)
		case condition < len(x.conditions):
			x.conditions[condition].mention(s, hits[:n], mentions)
		default:
			x.needs(skills, s, hits)
			return facts
		}
		hits = hits[n:]
	}
	return facts
}

// mention adds the sentence to mentions, unless it denies the condition.
func (t *Topic) mention(s *sentence, hits []Hit, mentions map[string]string) {
	if mentions[t.ID] == "" && slices.ContainsFunc(hits, func(h Hit) bool { return !s.denies(h) }) {
		mentions[t.ID] = s.text
	}
}

// read returns the fact that the first applicable term in a sentence states.
func (p *phrase) read(s *sentence, hits []Hit) []Fact {
	if !p.applies(s) {
		return nil
	}
	if i := slices.IndexFunc(hits, func(h Hit) bool { return h.Negated }); i > 0 && p.denied == "no" {
		hits = hits[i:]
	}
	for _, h := range hits {
		if f, ok := p.fact(s, h); ok {
			return []Fact{f}
		}
	}
	return nil
}

// afterDenial matches text after a term that denies it, as in '... is not
// required'.
var afterDenial = either(
	`^[^.,;:()]{0,40}(\b(is|are|be|will|does|do|an?)?\s*(not|n't|n’t|never|no longer)\s+(be\s+)?(required|needed|necessary|part of|expected|included|offered|possible|available|provided|an option|applicable|involve|require)|\bisn'?t (required|part|an)|\bnone\b|\bnot required)`,
	`^[-\s]*(required|requirements?)?\s*[:?-]+\s*(no|none|n/a)\b`,
	`^( percent(age)?)?: 0 ?%?$`,
)

// applies reports whether a sentence meets the conditions of the phrase.
func (p *phrase) applies(s *sentence) bool {
	return (p.with == nil || p.with.MatchString(s.low)) && (p.unless == nil || !p.unless.MatchString(s.low))
}

func (p *phrase) fact(s *sentence, h Hit) (Fact, bool) {
	value := p.value
	if s.denies(h) {
		value = p.denied
	}
	if value == "" {
		return Fact{}, false
	}
	detail := ""
	if value == "yes" {
		detail = s.detail(p.kind, h)
	}
	f := s.factWith(p.kind, value, detail, h)
	f.Source = p.source
	return f, true
}

// fact returns a fact that the words from start to end of the sentence state.
func (s *sentence) fact(k Kind, value string, start, end int) Fact {
	return s.factWith(k, value, "", Hit{Start: start, End: end})
}

// factWith returns a fact with its detail. If the sentence is long, it quotes
// only the clauses that state both, unless other clauses may restrict them.
func (s *sentence) factWith(k Kind, value, detail string, h Hit) Fact {
	from, to := 0, len(s.text)
	if quotedBriefly[k] {
		from, to = s.clausesAround(h.Start, h.End, func(clauses string) bool { return detail == "" || terms(k, clauses) == detail })
	}
	clauses, shift := excerpt(s.text, from, to)
	q, start, end := quote(clauses, h.Start+shift, h.End+shift)
	return Fact{Kind: k, Value: value, Detail: detail, Quote: q, Start: start, End: end, Line: s.line}
}

// quotedBriefly contains the kinds of facts that a clause alone can state.
var quotedBriefly = map[Kind]bool{Salary: true, Equity: true, Workplace: true, Location: true, TimeZone: true, Travel: true, OnCall: true, Shifts: true, Nights: true, Weekends: true}

// first returns a fact for the first match of a pattern.
func (s *sentence) first(k Kind, value string, pattern *pattern) []Fact {
	at := pattern.FindStringIndex(s.low)
	if at == nil {
		return nil
	}
	return []Fact{s.fact(k, value, at[0], at[1])}
}

// unless returns a fact for the first match of a pattern, or none if the
// sentence also matches not.
func (s *sentence) unless(k Kind, value string, pattern, not *pattern) []Fact {
	facts := s.first(k, value, pattern)
	if facts != nil && not.MatchString(s.low) {
		return nil
	}
	return facts
}

func containsAny(text string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}

// order lists the kinds in the order of a report.
var order = []Kind{Salary, Equity, Contract, Workplace, Location, TimeZone, Travel, OnCall, Shifts, Nights, Weekends, Seniority, Experience,
	Degree, Language, Visa, Clearance, Screening, Team, Coding, RedFlag}

// settle removes duplicates, resolves contradictions between statements of the
// same kind, and sorts the facts.
func settle(facts []Fact) []Fact {
	facts = settlePlaces(settleClearance(settleVisa(settlePay(settleDegree(settleLevel(settleOnCall(settleContract(settleNo(facts)))))))))
	var out []Fact
	for _, k := range order {
		seen := map[string]bool{}
		for _, f := range facts {
			if f.Kind == k && !seen[strings.ToLower(f.Value)] {
				seen[strings.ToLower(f.Value)] = true
				out = append(out, f)
			}
		}
	}
	return out
}

// settleNo removes a 'no' if the posting also says 'yes'. On-call is an
// exception, because its 'yes' is often about other people.
func settleNo(facts []Fact) []Fact {
	yes := map[Kind]bool{}
	no := map[Kind]bool{}
	for _, f := range facts {
		yes[f.Kind] = yes[f.Kind] || f.Value == "yes"
		no[f.Kind] = no[f.Kind] || f.Value == "no"
	}
	return slices.DeleteFunc(facts, func(f Fact) bool {
		return yes[f.Kind] && no[f.Kind] && (f.Value == "no") == (f.Kind != OnCall)
	})
}
