package fact

import (
	"strings"
	"sync"
)

// A cueReader returns the byte range of the place in the text after a cue, or
// zeros.
type cueReader func(s *sentence, cue Hit, rest string) (from, to int)

// cueGroups returns the readers by cue. The other cues, such as 'based in', are
// verbs.
var cueGroups = sync.OnceValue(func() map[string]cueReader {
	by := map[string]cueReader{}
	for cues, read := range map[string]cueReader{
		"remote|remotely|hybrid|onsite|on-site|on site|home office|homeoffice|home-office|work from home|wfh": (*sentence).placeAfterRemote,
		"day|days|week|days/week|days / week": (*sentence).placeAfterDays,
		"office|offices|office in|offices in": (*sentence).placeAfterOffice,
		"our|their":                           (*sentence).placeAfterOur,
		"seeking|hiring|opening|position|role|job|join|candidate|candidates|only": (*sentence).placeAfterJob,
		"within|across":           (*sentence).placeAfterWithin,
		"location|locations|city": (*sentence).noPlace,
	} {
		for cue := range strings.SplitSeq(cues, "|") {
			by[cue] = read
		}
	}
	return by
})

// noPlace is the reader for a cue that is only a label.
func (s *sentence) noPlace(Hit, string) (from, to int) { return 0, 0 }

// placeAfterRemote reads 'remote (US)', 'hybrid in Leeds' and 'remote Canada'. A
// place that isn't known must follow 'in' or a similar word.
func (s *sentence) placeAfterRemote(cue Hit, rest string) (from, to int) {
	n := s.skips(afterRemote, rest)
	word := lastWord(strings.TrimRight(rest[:n], " ("))
	return s.placeAt(cue.End+n, word != "" && strings.Contains(" in from within across ", " "+word+" "))
}

// placeAfterDays reads 'three days a week in Leeds'.
func (s *sentence) placeAfterDays(cue Hit, rest string) (from, to int) {
	if n := s.skips(afterDays, rest); n > 0 {
		return s.placeAt(cue.End+n, false)
	}
	return 0, 0
}

// placeAfterOffice reads 'office in Austin', unless it is about the company.
func (s *sentence) placeAfterOffice(cue Hit, rest string) (from, to int) {
	n := s.skips(afterVerb, rest)
	words := s.low[cue.Start:cue.End] + strings.TrimRight(rest[:n], " ")
	ofJob := jobSubject.MatchString(s.low[max(0, cue.Start-subjectReach):cue.Start])
	if n == 0 || !workingIn.MatchString(s.low) || strings.HasPrefix(words, "offices") && !ofJob {
		return 0, 0
	}
	return s.placeAt(cue.End+n, ofJob && strings.HasSuffix(words, " in"))
}

// placeAfterOur reads 'our Austin office'.
func (s *sentence) placeAfterOur(cue Hit, _ string) (from, to int) {
	from, to = s.placeAt(cue.End, true)
	switch {
	case to == 0 || !ourOffice.MatchString(s.text[to:]) && !(ourPlant.MatchString(s.text[to:]) && s.known(from, to)) || !workingIn.MatchString(s.low) || visits.MatchString(s.low[:cue.Start]):
		return 0, 0
	case strings.HasPrefix(s.low[to:], " offices") && !knownPlaces.begins(s.text[from:to]):
		return 0, 0
	}
	return from, to
}

// known reports whether the place is known or contains the code of a state.
func (s *sentence) known(from, to int) bool {
	return knownPlaces.begins(s.text[from:to]) || states.has(lastField(s.text[from:to]))
}

// placeAfterJob reads 'a role in Leeds'.
func (s *sentence) placeAfterJob(cue Hit, rest string) (from, to int) {
	if n := s.skips(plainIn, rest); n > 0 && !toWork.MatchString(s.low) {
		return s.placeAt(cue.End+n, false)
	}
	return 0, 0
}

// placeAfterWithin reads 'available within Hungary'.
func (s *sentence) placeAfterWithin(cue Hit, rest string) (from, to int) {
	n := len(rest) - len(strings.TrimLeft(rest, " "))
	if n == 0 || toWork.MatchString(s.low) || !onlyWithin.MatchString(s.low[:cue.Start]) {
		return 0, 0
	}
	return s.placeAt(cue.End+n, false)
}

// placeAfterVerb reads 'based in Leeds', 'reside in Leeds' and 'anywhere in
// Leeds', if the job or the applicant is its subject.
func (s *sentence) placeAfterVerb(cue Hit, rest string) (from, to int) {
	n := s.skips(afterVerb, rest)
	words := s.low[cue.Start:cue.End]
	home := words == "work from" && strings.HasPrefix(rest, " home")
	ofJob := strings.HasPrefix(words, "anywhere") || cue.Start == 0 || jobSubject.MatchString(s.low[max(0, cue.Start-subjectReach):cue.Start])
	if !ofJob || home || denies.MatchString(s.low[:cue.Start]) || !strings.Contains(words, " ") && strings.TrimSpace(rest[:n]) == "" {
		return 0, 0
	}
	if from, to = s.placeAt(cue.End+n, words != "work from" && words != "based at"); to > 0 {
		return from, to
	}
	if n := s.skips(plainIn, rest); n > 0 && strings.HasPrefix(words, "based") {
		return s.placeAt(cue.End+n, false) // 'based at our headquarters in Leeds'
	}
	return 0, 0
}

// subjectReach is the maximum distance in bytes between a cue and its subject.
const subjectReach = 120

// placeInList reads the item before 'remote', 'hybrid' or 'home office' in a
// list of what a job offers, as in '30 days of vacation, Berlin or Munich, 80%
// home office'. It must be only a place.
func (s *sentence) placeInList(cue Hit) (from, to int) {
	start := strings.LastIndexAny(s.text[:cue.Start], ",;|")
	if start < 0 || !shareOfTime.MatchString(s.low[start+1:cue.Start]) || !itemEnd.MatchString(s.low[cue.End:]) {
		return 0, 0
	}
	for i := start - 1; i >= max(0, start-longestPlaces); i-- {
		if i > 0 && strings.IndexByte(",;|", s.text[i-1]) < 0 {
			continue
		}
		if from, to = s.placeAt(i, false); to == start && s.ofJob() {
			return from, to
		}
		from, to = 0, 0
	}
	return 0, 0
}

var (
	// shareOfTime matches what may precede 'home office' in an item of a list.
	shareOfTime = exactly(`^ ?((up to |bis zu |~ ?)?\d{1,3} ?%|(up to |bis zu )?\d(-\d)? (days?|tage)|partly|partially|mostly|fully|100 ?%)? ?$`)
	itemEnd     = exactly(`^( (work|working|possible|ok|option|optional))?\s?([,.;|(]|$)`)
)

// denies matches text before a place that isn't the place of the job, as in 'if
// you don't live in'.
var denies = re(`(n['’]t|not)( \w+){0,2} $`)
