package fact

import (
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/posting/document"
)

var (
	highSchool = re(`high school diploma`) // replaced by text of the same length
	degreeWord = re(`\b(degrees?|bachelor('|’)?s?('|’)?|b\.?sc?\.?(/\s?m\.?s\.?c?\.?)?|b\.?a\.?/|b\.?s\.?/|ba/bs|b\.?tech|undergraduate|ph\.?d|diploma|m\.?s\.?c?\.? in\b|msc\b|m\.?tech\b|master(('|’)s|s)? (degree|in\b)|master(’|')s)\b`)
	notDegree  = either(
		`degrees? of (precision|accuracy|responsib|autonomy|confid|independ|complex|freedom|professional|detail|initiative|skill|success|urgency|trust|flexib|quality|comfort|difficult|technical|care|excellence|ownership|integrity|discretion|confidentiality)`,
		`(high|greater|large|great|some|significant|certain|varying|highest|good|any) degrees? of`,
		`\b(360|180|90)[ -]?degree|tuition|degree (program|assistance)s? (reimburse|benefit)|degrees? celsius`,
		`to a (high|large|great) degree|world-class degree|degree courses|b\.?s\.? ?(detector|free)|no bs\b`,
		`degrees and experience but|some degree|(fund|support|pay)\w* .{0,30}degree`,
	)
	equivalent  = re(`\b(equivalent|equivalency|comparable|commensurate)\b`)
	equivBefore = re(`(\b(or|and/or)\b|[(;/])\s*(an? |other |the |any |some |its |their )?([\w-]+ ){0,2}$`)
	equivOther  = re(`^\s*(\w+ )?(field|degree|discipline|major|subject|area|stem|technical (field|discipline|degree)|4[- ]year|four[- ]year|bachelor|diploma|foreign)`)
	instead     = either(
		`equivalent combination|in lieu of|in place of|substitut|\bor (at least |a minimum of )?\d+\+? years`,
		`and/or (equivalent|relevant|related|work)?\s*experience|self[- ]taught|experience (may|can|will) be`,
		`years of (relevant |related )?experience (may|can|will) (be )?(considered|substitute)|or a combination`,
		`(degree )?requirement (can|may) be met|degree or experience|in place of a degree|\bor\s*$`,
		`(high school diploma|associate.?s?.?( degree)?)[^.]{0,60}\bor\b`,
	)
	orPractice = re(`\b(or|and/or)\b((?: [\w/-]+){0,4}?) ?\b(experience|training|background|knowledge|certifications?)\b`)
	otherField = re(`\b(field|discipline|degree|and|with|major|subject|area|master'?s?|phd|graduate)\b`)
	preferred  = either(
		`prefer|a plus|\bplus\b|nice[- ]to[- ]have|desir|advantage|bonus|ideally|optional|beneficial|welcome|helpful`,
		`is an asset|not mandatory|not necessary|recommended|good to have`,
	)
	noDegree = either(
		`(no|not|n't|n’t|without|don't need|never) (\w+ ){0,4}(degree|diploma)`,
		`degrees? (is|are) (not|n't) (required|necessary|needed|mandatory)`,
		`degrees? (is|are)n(’|')t (required|necessary|needed)|degree not required|no (specific )?degree`,
		`regardless of .{0,20}degree|with or without .{0,15}degree`,
	)
)

// readDegree returns what a sentence states about a degree.
func readDegree(s *sentence, _ []Hit) []Fact {
	at := degreeWord.FindStringIndex(highSchool.ReplaceAllString(s.low, "high school -------"))
	if at == nil || s.section == document.Offer || notDegree.MatchString(s.low) {
		return nil
	}
	if noDegree.MatchString(s.low) && experienceInstead(s.low) == nil {
		return []Fact{s.fact(Degree, "not-required", at[0], at[1])}
	}
	text := higher.ReplaceAllString(s.low[at[0]:], "")
	value := "required"
	eq, pref := experienceInstead(text), preferred.FindStringIndex(text)
	switch {
	case s.section == document.NiceToHave, preferBefore.MatchString(s.low[:at[0]]), pref != nil && (eq == nil || pref[0] < eq[0]) && pref[0] < 160:
		value = "preferred"
	case eq != nil:
		value = "or-equivalent"
	case studying.MatchString(s.low):
		return nil
	}
	return []Fact{s.fact(Degree, value, at[0], at[1])}
}

// degreeReach is the maximum distance in bytes between a degree and the
// alternative to it.
const degreeReach = 220

// experienceInstead returns the position of a statement that experience is
// accepted instead of a degree, or nil.
func experienceInstead(text string) []int {
	text = text[:min(len(text), degreeReach)]
	for _, at := range equivalent.FindAllStringIndex(text, -1) {
		if equivBefore.MatchString(text[:at[0]]) && !strings.HasSuffix(text[:at[0]], "foreign ") && !equivOther.MatchString(text[at[1]:]) {
			return at
		}
	}
	if at := instead.FindStringIndex(text); at != nil {
		return at
	}
	for _, m := range orPractice.FindAllStringSubmatchIndex(text, -1) {
		if !otherField.MatchString(text[m[4]:m[5]]) {
			return m[:2]
		}
	}
	return nil
}

var (
	// higher matches a preference for a higher degree than the required one.
	higher = either(
		`\(?\b(master['’]?s?|ms|m\.s\.|advanced|mba|graduate|ph\.?d)\b[^.;()]{0,30}(preferred|a plus|desired|desirable|is an advantage)\)?`,
		`\((ideally|preferably|any subject)[^)]*\)`,
		`(, |; )(a )?(master|m\.?sc?|phd)[^.;]{0,25}(of|an|is|as)? ?(an )?(advantage|plus|preferred|desirable)`,
		`(ideally|preferably|preferred) in\b`,
	)
	preferBefore = re(`(we prefer|preferably|ideally|nice to have|bonus|preferred|plus|desirable)\W[^.():]{0,60}$`)
	studying     = re(`(support|help|while|assist)\w* .{0,40}(degree|studies)|degree (holders|programs we)`)
)

// leniency lists statements about a degree. An earlier one overrides a later
// one.
var leniency = []string{"not-required", "or-equivalent", "required", "preferred"}

// settleDegree keeps only the most lenient statement; see leniency.
func settleDegree(facts []Fact) []Fact {
	best := len(leniency)
	for _, f := range facts {
		if f.Kind == Degree {
			best = min(best, slices.Index(leniency, f.Value))
		}
	}
	return slices.DeleteFunc(facts, func(f Fact) bool {
		return f.Kind == Degree && slices.Index(leniency, f.Value) != best
	})
}
