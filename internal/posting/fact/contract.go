package fact

// label matches the words before the kind of contract, as in 'Employment type:
// ...'.
const label = `((job|employment|position|contract|engagement|hire|work)\s?(types?|status|terms?|duration|length)?|types?( of (employment|contract))?|status|working hours|schedule|hours|duration|tenure|term|classification)\W{1,4}([\w+-]+[ ,|/]+(or )?){0,3}`

// contracts lists how postings word each kind of contract, and similar wordings
// with another meaning. For example, postings of all kinds mention benefits for
// full-time employees.
var contracts = []struct {
	value           string
	words           []string // every match contains one of these
	pattern, unless *pattern
}{
	{"full-time", []string{"full", "40 hours"}, either(
		label+`full[- ]?time`,
		`^\W*([\w-]+[ ,|/]+)?full[- ]?time\W{0,3}(\w+\W*){0,2}$`,
		`\b(this|the|our) (\w+ )?(position|role|job|opportunity|engagement) (is|will be) (a |an )?(regular |permanent |salaried )?full[- ]?time`,
		`\b(this|it) (is|will be) (a |an )?(regular |permanent |salaried )?full[- ]?time`,
		`\b(this|is an?) (\w+ )?full[- ]?time,? (\w+[, ]+){0,2}(position|role|job|engagement)`,
		`(looking for|seeking|hiring) (an? |our )?(first )?full[- ]time|on an? (\w+[-/ ])?full[- ]?time basis|as an? full[- ]?time (staff|team) member`,
		`full[- ]?time \(\d\d`, `40 hours (per|a) week`,
	), re(`(years|experience|student|not (a )?full|equivalent|benefit|employees|teammates|team members|lead to|conversion|half|from the office|though full|grow into|program\b)`)},
	{"part-time", []string{"part"}, either(
		label+`part[- ]?time`, `^\W*part[- ]?time\W*$`, `(this|is an?) (\w+[, ]+)?part[- ]?time (position|role|job)`,
		`(looking for|seeking|hiring) an? part[- ]?time`, `full[- ]?time or part[- ]time`,
	), re(`experience|options|student|benefit|employees|if part|studies|discount`)},
	{"permanent", []string{"permanent", "unlimited", "open", "indefinite", "direct"}, either(
		label+`(permanent|direct[- ]hire)`, `^\W*permanent\W*(full[- ]time|role|position|contract)?\W*$`,
		`(this|is|the|an?) (an? |the )?(\w+[- ]){0,2}permanent (full[- ]time )?(position|role|staff|job)`, `full[- ]time,? \(?permanent`,
		`(unlimited|open[- ]ended|indefinite) (\w+ )?(contract|employment)`, `^\W*direct[- ]hire\W*$`, `is a direct[- ]hire`, `permanent role from day`,
	), re(`more permanent|(limited|extend)\w* |resident|temporary and|not (a )?permanent|lead to|term/permanent`)},
	{"contract", []string{"contract", "c2c", "corp", "w2", "w-2", "1099", "freelance"}, either(
		`(job|employment|position|hire|contract) ?(types?|status)\W{1,4}([\w+-]+[ ,|/]+){0,2}contract(or)?\b`, `\btype\W{1,3}contract\b`,
		`^\W*contract( to hire)?\W*$`, `\d+\W{0,4}(months?|mos?|years?)\b[- ]?\+?\W{0,3}(\w+ )?contract`, `duration\W{1,3}\d+\W{0,4}months`,
		`contract (length|duration)\W{1,3}\d`, `contract[- ]to[- ]hire`, `\b(is|as|on) an? (\w+[-, ]+){0,3}contract (position|role|job|basis|assignment|opportunity)`,
		`for an? (\w+[- ]+){0,2}contract (position|role|job|assignment)`, `long[- ]term contract\b`, `only\W{1,3}w-?2|w-?2 only|on (c2c|w-?2)\b`,
		`\bremote\W{1,3}contract\b`, `full[- ]time contract role`, `contract\W{1,3}b2b`,
	), re(`smart contract|no (c2c|corp|third)|manag\w* (\w+ )?contract|government contract|evaluation|support contract|service contract|vendor contract|customer contract|experience`)},
	{"temporary", []string{"temp", "fixed", "maternity"}, either(
		label+`(temporary|temp|fixed[- ]term)\b`, `(is|as) an? temporary (\w+ )?(position|role|job|assignment)`, `position is an? temporary`,
		`for this temporary (role|position)`, `fixed[- ]term (contract|position|role)`, `\(fixed term\)`, `maternity (leave )?cover`,
	), re(`we offer|temporary (staffing|disab)|excluded|contemporary`)},
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
