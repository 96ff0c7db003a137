package fact

import "regexp"

// contracts are how the kinds of contract are worded, and what looks like it.
var contracts = []struct {
	value           string
	words           []string // one of them is in every match
	pattern, unless *regexp.Regexp
}{
	{"full-time", []string{"full", "40 hours"}, either(
		`full[- ]?time[^.,;]{0,30}\b(position|role|job|opportunity|employment|contract|permanent|hire|remote|exempt|on-?site|engagement|collaboration|work from our|vacancy)`,
		`((job|employment|position|contract|engagement) ?(types?|status|terms?)?|type|status|working hours|schedule|hours|duration)\W{1,4}(\w+[ ,|/]+){0,3}full[- ]?time`,
		`^\W*(\w+[ ,|/-]+)?full[- ]?time\W{0,3}(\w+\W*){0,2}$`,
		`(is|be|as|for) (a |an )?(regular |permanent |salaried )?full[- ]?time\b|40 hours|full[- ]?time \(\d\d`,
		`fulltime position|(looking for|seeking|hiring|hire) (an? |our )?(first )?full[- ]time|full-time, salaried`,
		`full\\?-time position`,
	),
		re(`(years|experience|student|eligib|not (a )?full|equivalent|all full|benefit|employees? (are|may|will|accrue|receive|work)|for full-time employees|regular full-time employees|temporary to|equity for full|premiums|teammates|open to .{0,20}full|full-time offer|lead to|conversion|team members|us-based full)`)},
	{"part-time", []string{"part"}, either(
		`part[- ]?time[^.,;]{0,20}\b(position|role|job|opportunity|employment|contract|work|basis)`,
		`((job|employment|position|contract) ?(types?|status)?|working hours|type)\W{1,4}(\w+[-]?\w*[ ,|/]+(or )?){0,3}part[- ]?time`,
		`^\W*part[- ]?time\W*$|(is|be) (a )?part[- ]?time\b|or part[- ]time\b`,
	),
		re(`experience|options|remote working|student|eligib|benefit|employees|if part|studies|discount|not part|from our other sites`)},
	{"permanent", []string{"permanent", "unlimited", "open", "indefinite", "direct"}, either(
		`permanent[^.,;]{0,20}\b(position|role|job|employment|contract|full|staff)`,
		`((job|employment|position|contract) ?(types?|status)?|types?)\W{1,4}(\w+[-]?\w*[ ,|/]+){0,3}permanent`,
		`(unlimited|open[- ]ended|indefinite|unbefristet\w*) (\w+ )?(contract|employment|position)|direct[- ]hire\b`,
		`^\W*permanent\W*(full[- ]time\W*)?$|full[- ]time (\(?permanent|permanent)`,
	),
		either(
			`contract,? (temporary )?(and|or) permanent|temporary and permanent|not include|possible direct`,
			`limited (for|to) \d|permanent (resident|residency|total|disab|basis|fix|solution|home|office|change)`,
			`not permanent|non-permanent|of permanent|temporary, permanent|lawful`,
		)},
	{"contract", []string{"contract", "c2c", "corp", "w2", "w-2", "1099", "freelance"}, either(
		`\bcontract[^.,;]{0,15}\b(position|role|job|opportunity|to[- ]hire|assignment|basis|only|engagement|term)`,
		`\d+\W{0,4}(month|months|mos?|year)\b[- ]?\+?\W{0,3}(\w+ )?contract`,
		`((job|employment|position|hire|contract) ?(types?|status)|type|duration|length|tenure|term|status)s?\W{1,4}([\w+\\-]+[ ,|/]+){0,4}contract(or)?\b`,
		`^\W*(\w+ )?contract\W*$|\b(C2C|corp[- ]to[- ]corp|W-?2|1099)\b|\(contract(or)?\)|independent contractor`,
		`freelance (position|role|contract|basis|opportunity|engagement)|contract to (hire|perm)`,
		`(as|for) (a |an )?(freelance(r)?|contractor)\b|(b2b|service|consulting) contract\b`,
	),
		either(
			`smart contract|no third[- ]party|manage\w* (\w+ )?contract|negotiat`,
			`contract (management|negot|manufact|review|terms and|law|admin|sign|value|renew|test|cycle|life|vehicle|compliance|requirement|closing|award|needs|work with|extension|bonus)`,
			`government contract|defense contract|subcontract|vendor contract|customer contract|employee or contract`,
			`no (c2c|corp)|not (a )?contract|(no|not) (b2b|contractors)|contractors?/vendors|collective|contract staff`,
			`contract of employment|experience|lawyer|gig|freelance(rs)? (platform|market|to|and)|contract service`,
			`contract\W{1,3}permanent|permanent contract|unlimited contract|employment contract|no agencies|prime contract`,
			`contractual`,
		)},
	{"temporary", []string{"temp", "fixed", "maternity"}, either(
		`\btemporary\b[^.,;]{0,15}\b(position|role|job|employment|contract|assignment)`,
		`((job|employment|position) ?(types?|status)?|type of employment|length)\W{1,4}(\w+[-]?\w*[ ,|/]+){0,2}temp(orary)?\b`,
		`fixed[- ]term|\btemp (to|position|role)|maternity (cover|leave cover)`,
	),
		re(`temporary (staffing|disab|total|accom)|contemporary|excluded|temporary or`)},
	{"internship", []string{"intern"}, either(
		`\b(this|our|the|an?|paid|summer|month) (\w+ ){0,3}internship\b`,
		`internship (program|position|role|opportunity|duration)|((job|employment|position) ?types?)\W{1,4}internship`,
		`as an? (\w+ ){0,3}intern\b|looking for (an? )?(\w+ ){0,3}interns?\b|^\W*internship\W*$`,
	),
		either(
			`post-internship|potential employers|internships? (or|experience|included|count)|access to internship`,
			`previous internship|through internship|prior internship|mentor|including internship|interns? and`,
			`past internship|or internship|internships? are designed`,
		)},
}

// contractContext is how far from the words of a contract those stand that
// make them mean something else, in bytes.
const contractContext = 45

// contract returns a fact at the first match that is not in another context.
func (s *sentence) contract(value string, pattern, unless *regexp.Regexp) []Fact {
	for _, at := range pattern.FindAllStringIndex(s.low, 3) {
		if !unless.MatchString(s.low[max(0, at[0]-contractContext):min(len(s.low), at[1]+contractContext)]) {
			return []Fact{s.fact(Contract, value, at[0], at[1])}
		}
	}
	return nil
}

// readContract finds the kind of contract.
func readContract(s *sentence) []Fact {
	var facts []Fact
	for i := range contracts {
		c := &contracts[i]
		if containsAny(s.low, c.words...) {
			facts = append(facts, s.contract(c.value, c.pattern, c.unless)...)
		}
	}
	return facts
}
