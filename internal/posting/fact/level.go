package fact

import (
	"slices"
	"strings"
)

// levels lists the words for seniority in titles, most significant first: a
// 'Senior Engineering Manager' is a manager, and 'Senior Staff' is staff.
var levels = []struct {
	value   string
	pattern *pattern
}{
	{"intern", re(`\b(intern|internship|working student|werkstudent|trainee|apprentice(ship)?)\b`)},
	{"manager", re(`\b(manager|head of|director|vp|vice president|chief)\b`)},
	{"principal", re(`\b(principal|distinguished)\b`)},
	{"staff", re(`\bstaff\b`)},
	{"lead", re(`\b(lead(er)?|team ?lead(er)?|tech ?lead)\b`)},
	{"senior", re(`\b(senior|sr\.?|snr)(\b|\s|$)`)},
	{"junior", re(`\b(junior|jr\.?|entry[- ]level|graduate|associate|new grad)(\b|\s|$)`)},
	{"mid", re(`\b(mid[- ]?level|intermediate|mid[- ]senior|mid)\b`)},
}

// notTitleLevel matches words in titles that look like levels.
var notTitleLevel = either(
	`\bmid[- ]?(market|sized?|atlantic|west|year|shift|term|cap|state|city|century|funnel|corridor)\b`,
	`\b(assistant|associate) (\w+ )?(professor|counsel|attorney|dean|chair|editor|dentist|veterinarian|pastor|lecturer|curator)|\bstaff (nurse|accountant|attorney|pharmacist|physician|assistant|veterinarian|therapist|registered)|\blead gen`,
	`\b(sales|retail|warehouse|store|service|desk|merchandis\w+|care|driver|research|cashier|stock|kitchen) associates?\b`,
)

// notManager matches the titles of managers who don't manage people.
var notManager = re(`(product|project|program|account|customer success|success|release|delivery|incident|change|community|marketing|configuration|case|office|service delivery|engagement|partner|portfolio|scrum|content|asset|risk|property|store|sales|warehouse|territory|relationship|field marketing|technical account) (\w+ )?manager`)

var levelInText = either(
	`\b(senior|junior|entry|mid|staff|principal|lead|intern)[ -]+-?level( \w+)?( \w+)? (role|position|engineer|developer|candidate|individual|experience|opportunity|job)`,
	`^\W*(mid|senior|junior|entry)[ -]level\W*$`,
	`\b(this is|as) an? (\w+ )?(senior|junior|entry-level|mid-level|staff|principal)[ ,-]+(\w+ )?(role|position|engineer)`,
	`\b(summer|paid|software|engineering) internship\b|experience level\W{1,4}(senior|junior|mid|entry|intern)`,
	`seniority( level)?\W{1,4}(senior|junior|mid|entry|intern)|looking for an? (\w+ ){0,2}(senior|junior)\b`,
)
var notLevel = either(
	`(senior|executive|c|mid|staff|lead|junior)[- ]level (\w+ ){0,3}(stakeholder|leader|executive|management|leadership|audience|client|contacts|decision|people|engineers\b|developers\b|engineering team|buyers|officials|developer and|staff|and above)`,
	`with senior|to senior|mentor|levels?\b.{0,20}levels|open to|all levels|different levels|any level`,
	`various levels|technical level|or (higher|above)|coach|hiring at|multiple levels|depending`,
)

// readTitle returns the facts in the title: level, remote work and place.
func readTitle(title string) []Fact {
	title = strings.ToValidUTF8(title, "")
	s := sentence{line: -1, text: title, low: lower(title)}
	var facts []Fact
	for _, l := range levels {
		if l.value == "manager" && notManager.MatchString(s.low) {
			continue
		}
		if facts = s.titleLevel(l.value, l.pattern); facts != nil {
			break
		}
	}
	facts = append(facts, s.unless(Workplace, "remote", titleRemote, titleNotRemote)...)
	facts = append(facts, s.first(Workplace, "on-site", titleOnSite)...)
	facts = append(facts, s.first(Workplace, "hybrid", titleHybrid)...)
	facts = append(facts, s.first(Contract, "internship", levels[0].pattern)...)
	facts = append(facts, s.first(Contract, "contract", titleContract)...)
	facts = append(facts, s.first(Contract, "part-time", titlePartTime)...)
	facts = append(facts, s.first(Contract, "full-time", titleFullTime)...)
	facts = append(facts, s.first(Contract, "permanent", titlePermanent)...)
	facts = append(facts, s.first(Contract, "temporary", titleTemporary)...)
	facts = append(facts, s.first(TimeZone, "yes", titleHours)...)
	if s.hasCurrency() || strings.Contains(s.low, "k") {
		facts = append(facts, readPay(&s)...)
	}
	for at := 0; at < len(title); {
		from, to := s.titlePlace(at)
		if to > from {
			facts = append(facts, s.fact(Location, title[from:to], from, to))
		}
		at = max(to, at+1)
	}
	return facts
}

// titleLevel returns a level that a title states, but not in words that only
// look like one.
func (s *sentence) titleLevel(value string, pattern *pattern) []Fact {
	facts := s.first(Seniority, value, pattern)
	if facts != nil {
		if not := notTitleLevel.FindStringIndex(s.low); not != nil && not[0] <= facts[0].Start && facts[0].Start < not[1] {
			return nil
		}
	}
	return facts
}

// titlePlace returns the known place that begins at i in a title, after a mark
// such as a dash or the word 'in', or zeros.
func (s *sentence) titlePlace(i int) (from, to int) {
	before := strings.TrimRight(s.low[:i], " ")
	if before == "" || !isUpper(s.text[i]) && s.text[i] < 0x80 || before != "" && len(before) < i-1 ||
		strings.IndexByte("(-–—,|/[:", before[len(before)-1]) < 0 && !afterPlaceWord.MatchString(before) && !strings.HasSuffix(before, "–") {
		return 0, 0
	}
	if from, to = s.placeAt(i, false); to == 0 || from-i > len("The ") || notTitlePlace.MatchString(s.low[to:]) {
		return 0, 0
	}
	return from, to
}

var (
	afterPlaceWord = re(`(\bin|\bat|\bremote|\bbased|\bwithin|–)$`)
	notTitlePlace  = re(`^\W{0,2}(hours|time|citizen|security|clearance|shift|speaking|market|person|holder)`)
)

var (
	titleRemote    = re(`\bremote(ly)?\b|work (from )?anywhere|work from home`)
	titleNotRemote = re(`\b(no|not|non)[- ](\w+ )?remote|(partial(ly)?|hybrid)[- ]remote`)
	titleOnSite    = re(`\bon-?site( only)?\s*([)\]|,/–-]|$)|[(\[–|-] ?on-?site\b|\bin[- ]office\b|\bonsite (support|engineer|role)`)
	titleHybrid    = re(`(partial(ly)?|hybrid)[- ]remote|\bhybrid$|[(\[,/-] ?hybrid\b( ?\)|$| ?[-,/])|hybrid (role|work)`)
	titleContract  = re(`\((\w+ )?contract(or)?[^)]{0,12}\)|[-–|,] ?contract(or)?\b|\bcontract(or)?$|\b(outside|inside) ir35\b|\bb2b contract|\b\d+[- ]months? (initial|contract|ftc)|\bC2C\b|\bW2\b|freelance`)
	titlePartTime  = re(`\bpart[- ]?time\b`)
	titleFullTime  = re(`\bfull[- ]?time\b`)
	titlePermanent = re(`[(\[,|–-] ?perm(anent)?\b`)
	titleTemporary = re(`[(\[,|–-] ?(temp(orary)?|seasonal|fixed[- ]term|per[- ]diem|prn|maternity (leave )?cover)\b|^(seasonal|temporary)\b`)
	titleHours     = re(`\b(us|uk|eu|est|pst|cet|emea|apac) (hours|time|time ?zones?)\b`)
)

// readLevel returns the level that a sentence states.
func readLevel(s *sentence, _ []Hit) []Fact {
	at := levelInText.FindStringIndex(s.low)
	if at == nil || notLevel.MatchString(s.low) {
		return nil
	}
	for _, l := range []int{0, 6, 7, 2, 3, 5, 4} {
		if levels[l].pattern.MatchString(s.low[at[0]:at[1]]) {
			return []Fact{s.fact(Seniority, levels[l].value, at[0], at[1])}
		}
	}
	return nil
}

// settleLevel keeps only the level in the title or, if the title has none, the
// first one in the text.
func settleLevel(facts []Fact) []Fact {
	found := false
	return slices.DeleteFunc(facts, func(f Fact) bool {
		if f.Kind != Seniority {
			return false
		}
		drop := found
		found = true
		return drop
	})
}
