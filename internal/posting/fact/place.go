package fact

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rolefit/rolefit/internal/posting/document"
)

// placeCues are the words that a place may follow.
const placeCues = "location|locations|city|work from|based|based in|based out of|based near|located|located in|reside|reside in|residing in|live|live in|residence|living in|sit in|anywhere in|anywhere within|anywhere across|" +
	"remote|remotely|hybrid|on-site|onsite|home office|homeoffice|work from home|office|offices|offices in|office in|our|seeking|hiring|opening|position|role|job|join|candidate|candidates|based at|days|days/week|day|week|wfh|their|only|within|across|anywhere|commute"

// labels lists the cues after which a colon or dash and then the place follow.
var labels = wordSet("location locations city based office offices")

// readLocation returns the places of the job, not of the company, that a
// sentence states.
func readLocation(s *sentence, hits []Hit) []Fact {
	var facts []Fact
	end := 0
	for _, h := range hits {
		if h.Start < end {
			continue
		}
		from, to := s.placeAfter(h)
		if to == 0 {
			from, to = s.placeBefore(h)
		}
		if to > 0 && from >= end {
			facts = append(facts, s.fact(Location, s.text[from:to], from, to))
			end = to
		}
	}
	return facts
}

// gluedPlace returns the place after a label that follows a word without a space
// because a line break was lost.
func (s *sentence) gluedPlace() []Fact {
	const label = "Location:"
	i := strings.Index(s.text, label)
	if i < 1 || !isLetter(s.text[i-1]) {
		return nil
	}
	from, to := s.placeAt(i+len(label), true)
	if to == 0 {
		return nil
	}
	return []Fact{s.fact(Location, s.text[from:to], from, to)}
}

var (
	afterLabel  = exactly(`^(?: \([^)]*\))?(?: ?[:：]|\s?[-–—|]\s| is:?| are:?| for this role is:?)[\s:]*`)
	afterRemote = exactly(`^\s?(?i:work|working|position|role|job|opportunity|first|only|friendly|possible|available|possibility is only available|ok|100 ?%)?\s?(?:[-–—(,:/|@]|\b(?i:in|from|within|across|at|based in|anywhere in|from anywhere in|for)\b)[\s(]*`)
	afterVerb   = exactly(`^ ?(?i:in|at|out of|near|within|anywhere in|remotely in|from)?\b:?\s*`)
	afterDays   = exactly(`^(?: ?(?i:a|per|each|every|/) ?week| ?/ ?week| ?weekly)?(?: (?i:on-?site|in[- ]person))? (?i:in|at|from) `)
	plainIn     = exactly(`^[^.;:]{0,60}? (?i:in|within|at) `)
	ourOffice   = exactly(`^,? (?i:area |city |based )?(?i:office|hq|headquarters|campus|location|hub|site|team's office)`)
	ourPlant    = exactly(`^,? (?i:home |main |new |regional |corporate |hospital )?(?i:office|location|facility|branch|plant|warehouse|clinic|hospital|store)s?\b`)
	filler      = exactly(`^(?:(?i:either|anywhere|the|our|in|from|within|fully|100%|remote|remotely|hybrid|on-?site|continental|downtown|central|office|offices|only|based|or|and|of|US-based|job)\b|greater |[\s/,:(–-])+`)
	jobSubject  = re(`\b(role|position|post|job|candidates?|you|your|applicants?|individuals?|opportunity|must|should|onsite|on-site|hires?|hybrid|remote|work|engineer|developer|opening|internship|expert|consultant|contractor|specialist|who will|employees? in this)\b[^.;]{0,80}$`)
	workingIn   = re(`\b(days?|hybrid|on-?site|in[- ]person|in[- ]office|commut\w*|attend\w*|come in|report|work\w*|based|role|position|join|located|remote|home|recruiting|hiring|seeking|looking for)\b`)
)

// placeAfter returns the byte range of the place that follows a cue, or zeros.
func (s *sentence) placeAfter(h Hit) (from, to int) {
	cue, rest := s.low[h.Start:h.End], s.text[h.End:]
	if cue == "commute" || cue == "location" || cue == "locations" {
		if from, to = s.placeAfterBareLabel(h, rest); to > 0 {
			return from, to
		}
	}
	if labels.has(cue) && (cue[0] == 'l' && s.labels(h.Start) || h.Start == 0 && (cue != "city" || strings.HasPrefix(rest, ":"))) {
		if n := s.skips(afterLabel, rest); n > 0 {
			return s.placeAt(h.End+n, true)
		}
	}
	read := cueGroups()[cue]
	if read == nil {
		read = (*sentence).placeAfterVerb
	}
	if from, to = read(s, h, rest); to > 0 && !s.ofJob() {
		return 0, 0 // it may be a place of the company
	}
	return from, to
}

// placeAfterBareLabel reads 'Ability to commute: Leeds', and a label that has
// lost its colon, as in 'Location Leeds'.
func (s *sentence) placeAfterBareLabel(h Hit, rest string) (from, to int) {
	switch {
	case s.low[h.Start:h.End] == "commute" && strings.HasPrefix(rest, ":"):
		return s.placeAt(h.End+1+len(rest[1:])-len(strings.TrimLeft(rest[1:], " ")), true)
	case h.Start == 0 && strings.HasPrefix(rest, " "):
		return s.placeAt(h.End+1, false)
	}
	return 0, 0
}

// placeBefore returns the place that precedes 'remote', 'hybrid' or 'home
// office' in a short line or in a list of what a job offers, as in 'Berlin or Munich, 80% home office'.
func (s *sentence) placeBefore(h Hit) (from, to int) {
	cue := s.low[h.Start:h.End]
	if h.Start < 2 || !placedBefore.has(strings.ReplaceAll(strings.ReplaceAll(cue, " ", ""), "-", "")) {
		return 0, 0
	}
	if len(s.text) > 2*longestPlace {
		return s.placeInList(h)
	}
	from, to = s.placeAt(0, false)
	if to > h.Start || strings.ContainsAny(s.text[to:max(to, h.Start)], ".;") {
		return 0, 0
	}
	return from, to
}

var placedBefore = wordSet("remote hybrid onsite homeoffice workfromhome wfh")

// skips returns the length of what a pattern matches at the beginning of text.
func (s *sentence) skips(p *pattern, text string) int {
	if at := p.FindStringIndex(text[:min(len(text), 80)]); at != nil {
		return at[1]
	}
	return 0
}

// labels reports whether the word at i may be a label: it begins the sentence,
// or only a few words or lost line breaks precede it.
func (s *sentence) labels(i int) bool {
	before := strings.TrimRight(s.low[:i], " ")
	return i == len(s.low) || len(before) < 30 || s.text[i] == 'L' || before == "" || strings.IndexByte(".)|:;,", before[len(before)-1]) >= 0
}

// readPlaceLine returns the place in a line that contains nothing else, or
// nothing but other short items, as in 'Acme | Leeds | Hybrid'.
func readPlaceLine(s *sentence) []Fact {
	if s.text == "US" || s.text == "EU" {
		return nil
	}
	i := strings.IndexFunc(s.text, unicode.IsLetter)
	if i < 0 {
		return nil
	}
	if len(s.text) <= longestPlace || len(s.text) <= longestPlaces && knownPlaces.begins(s.text[i:]) {
		if to := s.placeItem(i); to > 0 && (len(s.text) <= longestPlace || to == len(s.text)) && placeLineEnd.FindStringIndex(s.text[to:]) != nil {
			return []Fact{s.fact(Location, s.text[i:to], i, to)}
		}
	}
	if len(s.text) > longestHeader || s.line > lastHeader && !strings.ContainsAny(s.text, "|•·") || strings.HasSuffix(s.text, ".") {
		return nil
	}
	for i < len(s.text) {
		n := headerMark.FindStringIndex(s.text[i:])
		if n == nil {
			return nil
		}
		i += n[1]
		if to := s.placeItem(i); to > i+len("USA") && itemAfter.MatchString(s.text[to:]) {
			return []Fact{s.fact(Location, s.text[i:to], i, to)}
		}
	}
	return nil
}

// placeItem returns where the known place at i ends, or 0.
func (s *sentence) placeItem(i int) (to int) {
	if i >= len(s.text) || !isUpper(s.text[i]) && s.text[i] < utf8.RuneSelf {
		return 0
	}
	from, to := s.placeAt(i, false)
	if rest := s.text[max(to, 0):]; to > 0 && len(rest) == 4 && rest[:2] == ", " && states.has(strings.ToUpper(rest[2:])) {
		to = len(s.text) // 'San Francisco, Ca'
	}
	if to == 0 || from != i || wordPlaces.has(firstWord(s.low[i:to])) && !knownPlaces.has(s.low[i:to]) {
		return 0
	}
	return to
}

// wordPlaces lists places whose names are also words.
var wordPlaces = wordSet("reading cork bath la us columbus orange")

// Limits of lines that may contain a place among other items.
const (
	longestHeader = 100
	lastHeader    = 4
)

var (
	headerMark = exactly(`[|•·–—(] ?| - |, `)
	itemAfter  = exactly(`^(?: \d{5})?\)?\s?(?:[|•·–—(]|- |$)`)
)

var placeLineEnd = exactly(`^(?: \d{5})?(?:,? (?i:or |and |/ ?)?\(?(?i:(?:fully |100% )?remote|hybrid|on-?site)\)?(?: \([^)]{1,20}\))?)?\W*$`)

// Maximum lengths in bytes of a line that may be a place, and of a list of
// places.
const (
	longestPlace  = 48
	longestPlaces = 160
)

var (
	notPlaceLine = either(
		`\bheadquartered|headquarters (is|are)|have resided|not eligible|no office|allowance|team members are|staff|employees (are|is)`,
		`^(based|located) in [^.]*\b(we|our|it|the company|has raised)\b|^(based|located) in [^.]* is (an?|the|one)\b|founded|clients|customers|\boffices? (located|around|across|from)`,
		`we are a\b|we['’]re a\b|is a (leading|global|remote u|[\w-]+ company)|without regard|data ?cent|compensation|salary|base pay|figures|pay range|hiring range|new hire`,
		`pay range|hired|benefits|vaccin|ordinance|accommodation|world we live|company based|company located`,
		`is based in|teams? (is |are )?(located|based|spread|distributed)|depend\w* (up)?on (the |your |their |candidate )?(location|geograph|where)|days (a|per) year|ccpa|travel within|privacy|(notice|policy) (regarding|for)`,
	)
	jobBased = re(`(role|position|job|candidate|you)\b[^.]{0,50}\b(is|be|are) (\w+ )?(based|located)`)
	// notPlace lists capitalized words that aren't part of the name of a place.
	notPlace = wordSet(`A AN SCIF The Our You We If Remote Hybrid This Work Working Flexible First Friendly Full Various Multiple Job Type Role Forever Exempt Local Locals
		Duration Salary Position Department AWS Azure GCP Linux Kubernetes IT Please And Or In On At As Company Headquarters
		Employment Time No Yes Client Required Onsite On-site Office Offices Day Days Any Anywhere Home Length HQ LI Health Unlimited Requirements Must Preferred
		Competitive Flexibility Reports Level Contract Candidate Candidates Eligible Accountable Regardless Based BI Summary Overview Hours Full-time Part-time Full-Time Part-Time Permanent
		Remote-first Banner Responsible Collaborate Open In-person PST EST CET CST MST AST BST GMT UTC IST PT ET Regular Li Fully Remotely Title Description Rate Shift Start What Responsibilities
		Mainly Primarily Hybrid- Telecommuting Telecommute Clearance Ability About Experience Compensation Pay Security Travel Benefits Team Reporting Monday Sunday January Date Posted Category Term W2 C2C TBD TBC Not Other Virtual Nationwide N Fill Occupation Engineering Req ID Citizen Citizens Citizenship Person Persons One R Program Only ONLY Join Apply Anytime When Why How Once There Here Head Main Corporate Nearest Major Market Administrative Company's Global Beautiful Sales Regional Holiday Holidays Remuneration Dollars`)
)

// ofJob reports whether the sentence is about the location of the job.
func (s *sentence) ofJob() bool {
	if s.jobPlace == 0 {
		ofCompany := s.section == document.Company && len(s.text) > 2*longestPlace
		s.jobPlace = -1
		if !ofCompany && !notPlaceLine.MatchString(s.low) || jobBased.MatchString(s.low) {
			s.jobPlace = 1
		}
	}
	return s.jobPlace > 0
}

// settlePlaces drops places that are part of another place.
func settlePlaces(facts []Fact) []Fact {
	var longest []string
	for _, f := range facts {
		if f.Kind == Location {
			longest = append(longest, lower(f.Value))
		}
	}
	return slices.DeleteFunc(facts, func(f Fact) bool {
		low := lower(f.Value)
		return f.Kind == Location && slices.ContainsFunc(longest, func(l string) bool { return len(l) > len(low) && names(l, low) })
	})
}

// names reports whether a list of places contains a place.
func names(list, place string) bool {
	i := strings.Index(list, place)
	return i >= 0 && (i == 0 || !isLetter(list[i-1])) && (i+len(place) == len(list) || !isLetter(list[i+len(place)]))
}
