package fact

import (
	"strings"

	"github.com/rolefit/rolefit/internal/posting/document"
)

// languageCues lists the languages that jobs ask for.
const languageCues = "English|German|French|Spanish|Italian|Dutch|Flemish|Danish|Swedish|Norwegian|Finnish|Icelandic|Polish|Czech|Slovak|Slovenian|Croatian|Serbian|Portuguese|Russian|Ukrainian|Romanian|" +
	"Bulgarian|Hungarian|Greek|Turkish|Hebrew|Arabic|Hindi|Urdu|Bengali|Tamil|Japanese|Korean|Mandarin|Cantonese|Chinese|Vietnamese|Thai|Tagalog|Catalan|Lithuanian|Latvian|Estonian|Deutsch"

var (
	// languageBefore and languageAfter match the words around a language that one
	// must know.
	languageBefore = exactly(`\b(fluen\w+|native([- ]level)?|business[- ](level|fluent|proficient)|bi-?lingual|proficien\w+|speaks?|speaking|understand(ing)?|communicat(e|es|ing|ion skills|ive)|spoken|written|writing|reading|verbal|oral|command of|control of|mastery of|knowledge of|level of|conversational|good|strong|excellent|advanced|professional|intermediate|basic|perfect|exceptional|outstanding|effective|languages?( skills| requirements?| required)?:?)[ ,:/&-]+((and|or|in|of|both|the|very|level|proficiency|fluency|skills|communication|written|spoken|verbal|oral|working|business|good|fluent|professional|is) ?[,/&]? ?){0,6}(\W{0,2})$`)
	languageAfter  = exactly(`^( language)?( skills| proficiency| fluency| level)?( is| are| would be| will be)?\W{0,3}((at )?(least |minimum |an? )?[abc][12]\b|native|fluen\w+|business[- ](level|fluent)|mother tongue|bilingual|proficien\w+|required|a must|must have|mandatory|essential|is enough|speaker|(is )?(an? )?(big |strong |definite |huge )?(plus|asset|bonus|advantage)|preferred|desirable|desired|nice to have|optional|helps|helpful|conversational|at (an? )?[\w-]+ level)`)
	// notLanguage matches other uses of the name of a language.
	notLanguage    = exactly(`^[- ]?(speaking (markets?|countr\w+|customers?|regions?|world|communit\w+|famil\w+|patients?|students?)|market|custom|compan|startup|team|office|bank|law\b|tax|citizen|passport|food|cuisine|teacher|class|course|lesson|literature|arts?\b|department|learner|version|major\b|degree|as a second)`)
	languageCEFR   = exactly(`^[^.,;a-z]{0,4}(level |min\w*\.? |at least |language )?\(?(level |min\w*\.? |at least )?([abc][12])\b`)
	languageLink   = exactly(`^( ?\([^)]{0,24}\))?( language)?( ?[,/&] ?| and | or | and/or |, and |, or )((very|good|basic|fluent|business|some|excellent|professional|conversational|either|in) )*$`)
	languagePlus   = exactly(`^,?[^.;,]{0,22}\b((is|are|would be|as) )?(an? )?(big |strong |definite |huge |nice |great )?(plus|asset|bonus|advantage|nice[- ]to[- ]have|preferred|desirable|desired|helpful|helps|optional|beneficial|welcome)\b`)
	plusInBrackets = exactly(`^[a-z ]{0,20}\((strongly |highly )?(preferred|an? |optional|nice|desir|bonus|advantage)`)
	languageNo     = exactly(`^[^.;,]{0,20}\b(isn['’]t|is not|not|no) (required|needed|necessary|a must|mandatory)|^ not (required|needed|necessary)`)
	fluentBefore   = exactly(`\b(fluen\w+|native|business[- ]fluent|bilingual|mother tongue)\b[^.,;()]{0,24}$`)
	weakBefore     = exactly(`\b(good|basic|some|working|conversational|intermediate) $`)
	fluentAfter    = exactly(`^( language)?\W{0,3}(fluen\w+|native|mother tongue|speaker)`)
)

// readLanguages returns the languages that a sentence asks for. Those of a list
// ('English and Danish or Swedish') are asked for together, and those with 'or'
// between them are one fact.
func readLanguages(s *sentence, cues []Hit) []Fact {
	var facts []Fact
	for len(cues) > 0 {
		n := 1
		for n < len(cues) && languageLink.MatchString(s.low[cues[n-1].End:cues[n].Start]) {
			n++
		}
		if s.asksFor(cues[:n]) {
			facts = append(facts, s.languages(cues[:n])...)
		}
		cues = cues[n:]
	}
	return facts
}

// languageReach is the maximum distance in bytes between a language and the
// words about it.
const languageReach = 60

// asksFor reports whether a sentence asks for one of the languages in a list.
func (s *sentence) asksFor(list []Hit) bool {
	asks := false
	for _, h := range list {
		before, after := s.low[max(0, h.Start-languageReach):h.Start], s.low[h.End:min(len(s.low), h.End+languageReach)]
		if !isUpper(s.text[h.Start]) || notLanguage.MatchString(after) || languageNo.MatchString(after) || h.Negated {
			return false
		}
		asks = asks || languageBefore.MatchString(before) || languageAfter.MatchString(after)
	}
	return asks
}

// languages returns a fact for each language in a list, or for several with 'or'
// between them.
func (s *sentence) languages(list []Hit) []Fact {
	var facts []Fact
	for len(list) > 0 {
		n := 1
		for n < len(list) && isChoice(s.low[list[n-1].End:list[n].Start]) {
			n++
		}
		if last := len(list) - 1; last > 0 && allChoice(s.low[list[0].End:list[last].Start]) {
			n = len(list)
		}
		from, to := list[0].Start, list[n-1].End
		f := s.factWith(Language, s.text[from:to], "", Hit{Start: from, End: to})
		f.Detail = s.languageLevel(from, to)
		facts = append(facts, f)
		list = list[n:]
	}
	return facts
}

// allChoice reports whether a list is one choice, as in 'German, French, or
// Dutch'.
func allChoice(list string) bool {
	return strings.Contains(list, " or ") && !containsAny(list, " and ", "&")
}

func isChoice(between string) bool { return between == " or " || between == "/" || between == " / " }

// languageLevel returns how well one must know a language, as in 'C1', or
// whether it is only a plus.
func (s *sentence) languageLevel(from, to int) string {
	before, after := s.low[max(0, from-languageReach):from], s.low[to:min(len(s.low), to+languageReach)]
	if m := languageCEFR.FindStringSubmatchIndex(after); m != nil {
		return strings.ToUpper(group(after, m, 3))
	}
	plus := plusInBrackets.MatchString(after)
	after, _, _ = strings.Cut(after, "(")
	switch {
	case plus, s.section == document.NiceToHave && !containsAny(s.low, "required", "mandatory", "must"), languagePlus.MatchString(after):
		return "a plus"
	case fluentBefore.MatchString(before) && !weakBefore.MatchString(before), fluentAfter.MatchString(after):
		return "fluent"
	}
	return ""
}
