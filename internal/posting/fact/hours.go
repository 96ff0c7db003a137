package fact

import "strings"

// hourCues are the words for when people work.
const hourCues = "shift|shifts|night|nights|overnight|evening|evenings|weekend|weekends|Saturday|Saturdays|Sunday|Sundays|after-hours|off-hours|out-of-hours|" +
	"business hours|working hours|work hours|office hours|normal hours|standard hours|irregular hours|unsociable hours|non-standard hours|rota|roster|rotating schedule"

// hours lists what the words around a cue must match for each kind of hours, and
// similar words with another meaning.
var hours = []struct {
	kind       Kind
	words, not *pattern
}{
	{Shifts, either(
		`\b(nights?|evening|overnight|rotating|rotation|weekends?|alternat\w+|graveyard|late|early|split|swing|afternoon|non-?standard|off)[- ]shifts?\b`,
		`\b(1[0-9]|24|ten|twelve)[- ]?(hours?|hrs?)[- ]shifts?\b`, `\b(2nd|3rd|second|third|two|three)[- ]shifts?\b`,
		`\bshift[- ](work|patterns?|schedule|rota|rotations?|based|roster|system)\b|\bshifts based\b`,
		`\b(in|work|working|cover|various|different|flexible|variable|any|all|multiple|alternate|24/7|24x7|(two|three|3|2)-) ?(of )?(rotating |rotational |different |varying )?shifts\b|\bin a (\w+[- ]){0,2}shift\b`,
		`\bshifts?\W{1,3}(nights?|evenings?|rotat|swing|2nd|3rd|second|third|various|variable|afternoon|overnight)`,
		`\bshifts (of|per week|may|can|are|will|include|including|vary|as|and weekends|between)\b`, `\brotat\w+ (schedule|rota|roster|shifts?)\b|\brota basis|\bon a rota\b`,
	), either(
		`shift[- ]left|shifts? (to|the|from|gears|towards?|our|focus)\b|shifts? in (the )?(market|demand|priorit|how|customer|consumer|technolog|culture|industry|your|our)|day[- ]shift|shift (differential|premium|allowance|lead|supervisor|manager)|work shifts? (hours|location)`,
		`((throughout|entire|during|end of|start of|beginning of|regular|whole|every|most of|each) (a |the |an |your |their |regular |typical )*(work |working )?shifts?)\b|\b(meals?|per|paradigm|market|data|stretching|physician)[ -]shifts?`,
		`shift rotation (program|opportun)|rotation schedule`,
	)},
	{Nights, either(
		`\b(nights?|evenings?|overnights?)\b`,
		`\b(after|beyond|outside|outside of|out[- ]of)[- ]((the|your|our|business|regular|normal|standard|office|working|work|core|traditional)[- ]){0,3}hours\b|\boff[- ](work |business |peak )?hours?\b`,
		`\b(non-?standard|non-?business|non-?traditional|irregular|unsociable|odd) (business |working |work )?hours\b`,
	), either(
		`\b(sleep|good night|night ?life|nightly|overnight(s)? (success|deliver|stay|trip|accommodat|travel|and (\w+ )?travel|shipping|mail|orders?|oats|parking|hostess\w*|guests?)|overnight (,|or) |travel[^.]{0,30}overnight)`,
		`\b(games?|trivia|movie|team|quiz|opening|date|friday|social) (nights?|evenings?)\b|evening (classes|standard|degree|program|meal)|nights? (stays?|away|out|off|owls?|depositor\w*|market|vision)\b|(tired of|not asked)[^.]{0,40}nights?|(happen|become|build|change)\w* overnight|day and night|overnight and (some |occasional )?(\w+ )?travel|overnight (when|trips|business)|tonight|fortnight|per night|last night|a good night|friday night (until|from)`,
	)},
	{Weekends, either(`\b(weekends?|saturdays?|sundays?)\b`), either(
		`weekends? (off|free|early|in |getaway|trip|away|reading|breakfast|project)|(free|long|off|bank holiday|enjoy your) weekends?|saturday and sunday off|\b(3|three|4|four)[- ]day weekends?|\bhome (at least|every|on|most|for)\b`,
	)},
}

var (
	workHours = either(
		`\bwork|support|shift|availab|requir|particip|rotat|provid|respon|maint|deploy|releas|on[- ]?call|\bneed|flexib`,
		`expect|occasion|cover|schedul|perform|attend|\bhours\b|assign|\bmust\b|may (be|include)|\bincluding\b|willing|able to|\bduty|duties\b|overtime`,
	)
	notWorkHours = either(
		`employee assistance|paid (leave|parental)|physician (coach|visit)|coach|\bparty\b|parties|\bmovie|trivia|celebrat|gym\b|fitness|office hours (of|for|:)|contact us|open (from|mon)|opening hours`,
	)
)

// readHours returns whether the work is in shifts, at night or on weekends.
func readHours(s *sentence, cues []Hit) []Fact {
	if !workHours.MatchString(s.low) && !hoursItem.MatchString(s.low) || notWorkHours.MatchString(s.low) {
		return nil
	}
	var facts []Fact
	for i := range hours {
		h := &hours[i]
		at := h.words.FindStringIndex(s.low)
		if at == nil || h.not.MatchString(s.low[max(0, at[0]-hoursContext):min(len(s.low), at[1]+hoursContext)]) || onlyLabel.MatchString(s.low) {
			continue
		}
		cue := Hit{Start: at[0], End: at[1]}
		for _, c := range cues {
			cue.Negated = cue.Negated || c.Negated && c.Start < at[1] && c.End > at[0]
		}
		value, detail := "yes", ""
		if s.denies(cue) {
			value = "no"
		} else if h.kind == Nights && !strings.Contains(s.low, "night") {
			detail = s.low[at[0]:at[1]]
		}
		f := s.factWith(h.kind, value, "", cue)
		f.Detail = detail
		facts = append(facts, f)
	}
	return facts
}

// hoursItem matches a short line that is only about hours, as in 'Weekends'.
var hoursItem = re(`^\W*((some|occasional|flexible|rotating|all|no|late|early|(1st|2nd|3rd|second|third)|\d+[- ]?h(ou)?rs?) )*(nights?|evenings?|weekends?|overnights?|after[- ]hours)\b[^.]{0,25}$`)

// hoursContext is the maximum distance in bytes at which other words can change
// the meaning of words for hours.
const hoursContext = 40

// onlyLabel matches a label that has lost its value, and a value that is usual.
var onlyLabel = re(`^\W*(work )?shifts?\W*((first|1st|day|days|standard|regular|morning)( shift)?( \([^)]*\))?)?\W*$`)

// denies reports whether a sentence denies what a cue says: by a word before it,
// also in a list ('no nights, weekends or on-call'), or by words after it.
func (s *sentence) denies(h Hit) bool {
	return h.Negated || afterDenial.MatchString(s.low[h.End:]) || s.listDenies(h.Start)
}

// listDenies reports whether the words before i begin a list of what the job
// doesn't include.
func (s *sentence) listDenies(i int) bool {
	before := s.low[max(0, i-listDenialReach):i]
	switch trimmed := strings.TrimRight(before, " "); {
	case strings.HasSuffix(trimmed, ","), strings.HasSuffix(trimmed, "/"), strings.HasSuffix(trimmed, "-"):
	case strings.HasSuffix(trimmed, "or"), strings.HasSuffix(trimmed, "and"), strings.HasSuffix(trimmed, "work"), strings.HasSuffix(trimmed, "any"):
	default:
		return false
	}
	return containsAny(before, "no ", "without", "zero", "never", "neither", "not ", "n't", "n’t") && listDenial.MatchString(before)
}

// listDenialReach is the maximum length in bytes of the words that are read.
const listDenialReach = 70

// listDenial matches the beginning of a list of what a job doesn't include.
var listDenial = re(`(^|[.;:(|,] ?|\b(have|has|with|requires?|involves?|there (is|are)) )(no|without|zero|never|neither)( any)? ([\w-]+( [\w-]+)?(, (or |and |no |nor )?| or | and | nor | ?/ ?))+$|(n['’]t|\bnot|\bnever) (be )?([\w-]+ ){0,6}(any|work|asked to)[ -]([\w-]+(, (or |and )?| or | and | ?/ ?))*$`)
