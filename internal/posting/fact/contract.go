package fact

// label matches the words before the kind of contract, as in 'Employment type:
// ...' and 'the position is ...'.
const label = `(((job|employment|position|contract|engagement|hire|work|appointment|fte|assignment)\s?(types?|status|terms?|category|basis|time|duration)|types?( of (employment|contract))?|scope|duration( of employment)?|status|working hours|schedule|hours|tenure|term|classification)( is|:| -| –| \||,)?\W{1,4}|(job|employment|position|contract|engagement|hire|role)( (is|will be|can be|of)( an?)?|\s?[:|–(-]+)\W{0,3})([\w+-]+[ ,|/]+(and |or )?){0,3}`

// contracts lists how postings word each kind of contract, and similar wordings
// with another meaning. For example, postings of all kinds mention benefits for
// full-time employees.
var contracts = []struct {
	value           string
	words           []string // every match contains one of these
	pattern, unless *pattern
}{
	{"full-time", []string{"full-time", "full time", "fulltime", "40 hours"}, either(
		label+`full[- ]?time`,
		`^\W*([\w-]+[ ,|/]+)?full[- ]?time\W{0,3}(\w+\W*){0,2}$`, `(^|[|•;,–] ?)full[- ]?time( or part[- ]?time| ?/ ?part[- ]?time)?( ?[|•;,–]|$)`, `\bfor an? full[- ]?time\b|\bfull[- ]?time,? \d|\b(hiring|recruiting|seeking) full[- ]?time`,
		`\b(this|the|our) (\w+ )?(position|role|job|opportunity|engagement) (is|will be) (a |an )?(regular |permanent |salaried )?full[- ]?time`,
		`\b(this|it) (is|will be) (a |an )?(regular |permanent |salaried )?full[- ]?time`,
		`\b(this|is an?) (\w+ )?full[- ]?time,? (\w+[, ]+){0,2}(position|role|job|engagement)`,
		`(looking for|seeking|hiring) (an? |our )?(first )?full[- ]time|on an? (\w+[-/ ])?full[- ]?time basis|as an? full[- ]?time (staff|team) member`,
		`full[- ]?time \(\d\d`, `\b(able|available|availability|ability|required|expected|must|can|will|be) (to )?work (on-?site )?full[- ]?time`, `40 hours ?(per|a|/) ?week`,
	), re(`(years|experience|student|not (a )?full|equivalent|benefit|employees|teammates|team members|lead to|conversion|half|from the office|though full|grow into|program\b|whether|potential for|faculty|and relief|ability to commit|\bcpt\b|part[- ]?time ?:)`)},
	{"part-time", []string{"part-time", "part time", "parttime", "hours per week", "hours a week"}, either(
		label+`part[- ]?time`, `^\W*part[- ]?time\W*$`, `(^|[|•;,–] ?)part[- ]?time( or full[- ]?time| ?/ ?full[- ]?time)?( ?[|•;,–]|$)`, `\bfor an? part[- ]?time\b|full[- ]?time ?(or|and|/|&|,) ?part[- ]?time|part[- ]?time ?(or|and|/|&|,) ?full[- ]?time|\b(hiring|recruiting) part[- ]?time`, `\b(1\d|2\d|[5-9]) ?(-|to) ?\d\d hours (per|a) week|\b(1\d|2[0-9]) hours (per|a) week`, `(this|is an?) (\w+[, ]+)?part[- ]?time (position|role|job)`,
		`(looking for|seeking|hiring) an? part[- ]?time`, `full[- ]?time or part[- ]time`,
	), re(`experience|options|student|benefit|employees|if part|studies|discount|whether|overtime|(at least|up to|minimum( of)?) \d\d|faculty|\bstaff\b|convert|\$\d+ ?\(?part|part[- ]?time ?:`)},
	{"permanent", []string{"permanent", "unlimited", "open-ended", "open ended", "indefinite", "direct"}, either(
		label+`(permanent|direct[- ]hire)`, `^\W*permanent\W*(and )?(full[- ]time)?\W*(role|position|contract)?\W*$`,
		`(this|is|the|an?) (an? |the )?(\w+[- ]){0,2}permanent (full[- ]time )?(position|role|staff|job)`, `full[- ]time,? \(?permanent`,
		`(unlimited|open[- ]ended|indefinite) (\w+ )?(contract|employment)`, `(offer|with) an? (\w+[- ]){0,2}permanent (employment )?contract`, `(^|[|•;,–] ?)permanent( ?[|•;,–]|$)`, `^\W*direct[- ]hire\W*$`, `is a direct[- ]hire`, `permanent role from day`,
	), re(`more permanent|(limited|extend)\w* |resident|temporary and|not (a )?permanent|lead to|term/permanent|authori[sz]ation`)},
	{"contract", []string{"contract", "c2c", "cth", "ir35", "day rate", "daily rate", "initial term", "corp", "w2", "w-2", "1099", "freelance", "b2b", "initial", "rolling", "c2h", "c2p"}, either(
		`(job|employment|position|hire|contract) ?(types?|status)\W{1,4}([\w+-]+[ ,|/]+){0,2}contract(or)?\b`, `\btype\W{1,3}contract\b`,
		`^\W*contract( to hire)?\W*$`, `\d+\W{0,4}(months?|mos?|years?)\b[- ]?\+?\W{0,3}(\w+ )?contract`, `duration\W{1,3}\d+\W{0,4}months`,
		`contract (length|duration|period|term)\W{1,3}\d`, `\b(outside|inside|in|out of) ir35`, `(^|[|•;,–(] ?)contract( role| position)?\W{1,3}\(?\d+ ?\+?(-| )?(weeks?|months?|mos?|years?)\b`, `(^|[|•;–] ?)(\d+ ?\+?(-| )?(weeks?|months?|mos?) )?contract(or)?( ?[|•;–]|$)`, `\b(day rate|daily rate|initial (contract|term)) ?[:–-]`, `\b\d+\+?[- ]months? (initial|rolling|ftc)\b|\binitial (\w+ )?(\d+|three|six|twelve)[- ]months?\b|\brolling contract`, `\b(for|seeking|hiring|need) an? (\w+ )?contract (\w+[- ]){0,3}(engineer|developer|consultant|architect|analyst|specialist|administrator|designer|recruiter|nurse|scientist)`, `contract[- ]to[- ](hire|perm\w*)|\bc2[hp]\b|\bmonths? cth\b`, `\b(is|as|on) an? (\w+[-, ]+){0,3}contract (position|role|job|basis|assignment|opportunity)`,
		`for an? (\w+[- ]+){0,2}contract (position|role|job|assignment)`, `long[- ]term contract\b`, `only\W{1,3}w-?2|w-?2 only|on (c2c|w-?2)\b`,
		`\bremote\W{1,3}contract\b`, `full[- ]time contract role`, `(contract|contractor|freelance|cooperation)\W{1,3}b2b|\bb2b[- ](contract|cooperation|basis|only)|\(b2b\)|^\W*b2b\W*$|\blong[- ]term contractor\b`,
	), re(`smart contract|no (c2c|corp|third)|manag\w* (\w+ )?contract|government contract|evaluation|staffing|support contract|service contract|vendor contract|customer contract|experience (with|in|of|on|as|working|managing)\b|experienced|contract(or|ing|s)?( \w+)? experience|b2b (saas|software|sales|product|market|platform|customer|compan)|years?[^.;,]{0,20} experience`)},
	{"temporary", []string{"temp", "fixed", "maternity", "seasonal", "per diem", "prn", "casual"}, either(
		label+`(seasonal|per diem|prn|casual)\b`, `^\W*(seasonal|per diem|prn|casual|temporary)\W*$`, `\b(this|is an?) (\w+[, ]+){0,2}(seasonal|per diem|casual) (position|role|job|opportunity)`,
		label+`(temporary|temp|fixed[- ]term)\b`, `(is|as) an? temporary (\w+ )?(position|role|job|assignment)`, `position is an? temporary`,
		`for this temporary (role|position)`, `fixed[- ]term (contract|position|role)`, `\(fixed term\)`, `maternity (leave )?cover|\btemp(orary)?[- ]to[- ](hire|perm\w*)`,
	), re(`we offer|temporary (staffing|disab)|excluded|contemporary|regular/temp|whether|temp-to-hire, or|federal employees|dress|business casual|casual (dress|attire|environment|work|atmosphere|office|friday)`)},
	{"internship", []string{"intern"}, either(
		`\b(this|our|paid|summer|month) (\w+ ){0,3}internship\b`, `internship (position|role|duration|opportunity)`, label+`internship`,
		`(as|for) an? (\w+ ){0,3}intern\b`, `looking for (an? )?(\w+ ){0,3}interns?\b`, `^\W*internship\W*$`,
	), re(`experience|coursework|hobbies|non-internship|post-internship|employers|phase|mentor`)},
}

// contractContext is the maximum distance in bytes at which other words can
// change the meaning of words for a contract.
const contractContext = 45

// readContract returns the kind of contract that a sentence states.
func readContract(s *sentence, _ []Hit) []Fact {
	var facts []Fact
	for i := range contracts {
		c := &contracts[i]
		if containsAny(s.low, c.words...) {
			facts = append(facts, s.contract(c.value, c.pattern, c.unless)...)
		}
	}
	return facts
}

// contract returns a fact for the first match whose context doesn't change its
// meaning.
func (s *sentence) contract(value string, pattern, unless *pattern) []Fact {
	if !pattern.MatchString(s.low) { // the usual case, and faster
		return nil
	}
	for _, at := range pattern.FindAllStringIndex(s.low, 3) {
		if !unless.MatchString(s.low[max(0, at[0]-contractContext):min(len(s.low), at[1]+contractContext)]) {
			return []Fact{s.fact(Contract, value, at[0], at[1])}
		}
	}
	return nil
}

// settleContract keeps the statement of a temporary contract that says how long
// it is.
func settleContract(facts []Fact) []Fact {
	first := -1
	for i := range facts {
		switch {
		case facts[i].Kind != Contract || facts[i].Value != "contract":
		case first < 0:
			first = i
		case !months.MatchString(lower(facts[first].Quote)) && months.MatchString(lower(facts[i].Quote)):
			facts[first], facts[i] = facts[i], facts[first]
			return facts
		}
	}
	return facts
}
