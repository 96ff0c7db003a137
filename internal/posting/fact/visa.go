package fact

import "slices"

var (
	noSponsor = either(
		`(\bnot\b|n['’]t|unable|cannot|\bno\b|without|ineligible|nor\b|neither)[^.]{0,80}\b(sponsor(ship|ing|ed)?|visas?\b|h-?1b|visa (assistance|support))`,
		`(sponsor(ship)?|visas?)[^.]{0,60}(\bnot\b|n['’]t|unavailable|\?:? ?no\b|: ?no\b)`,
		`not (require|need)[^.]{0,50}sponsor`,
	)
	sponsor = either(
		`(visa|immigration|h-?1b|employment|work permit)[^.]{0,40}(sponsor(ship|ing|ed)?|support|assistance)`,
		`sponsor(s|ship|ing)?[^.]{0,40}(visas?\b|h-?1b|immigration|work permit|applicant|candidates|employment|work authori[sz]ation)`,
		`visa[^.]{0,20}(provided|available|offered|relocation)|relocation[^.]{0,20}visa`,
	)
	notVisa = either(
		`^\W*visa sponsorship\W*$|\bvisa['’]s (products?|consult|network|mission|clients|strateg|core|global)|sponsorship guidelines`,
		`company[- ]sponsor|sponsored? (by|benefit|events?|industry|certif|medical|health|cont|project|program)`,
		`sponsor(ed|s)? (employee|continuous)|executive sponsor|visa (inc|card|and mastercard|is a|cross|direct)`,
		`partner(ing)? with .?visa|export license|clearance`,
	)
	citizens = either(
		`(u\.?s\.?|us|united states|american|canadian|eu|uk|british|australian|usa?) ?(citizen(s|ship)?)\b`,
		`citizenship (is )?(required|status required)|citizens? (only|or green card)`,
		`(only|must be|individuals who are|applicants who are) (an? )?[a-z]+ (citizens?|nationals?)\b`,
		`must be (a |an )?(\w+\.? ){0,3}citizen|u\.?s\.? persons?\b|green card holders?`,
	)
	noCitizen = either(
		`citizenship and immigration|including non-u|without regard|race|religion|discriminat|veteran|gender|except for u\.?s`,
		`citizens? and permanent residents? of any|all (visas|citizens)|first[- ]class citizen|dual citizen`,
		`good citizen|e-verify participant|\(\w+ citizens? are encouraged`,
	)
	allowed = either(
		`(authori[sz]ed|eligib(le|ility)|legal right|right|permitted|authori[sz]ation|permission|able|entitled|allowed) (to legally |to lawfully |for )?(to )?(work|employment) (in|for|within|at|from|full)\b`,
		`work (authori[sz]ation|permit)|legally (authori[sz]ed|eligible|able|entitled|permitted)`,
		`eligib\w+ to (legally )?(work|be employed)|authori[sz](ed|ation) to (legally )?work|legally work\b`,
	)
	notAllow = either(
		`right to work (notice|poster)|work permit support|work permit consider|gambling|right to work with|hot work|confined space|security to confirm|form i-9`,
		`subject to role requirements|discriminat.{0,40}citizenship`,
	)
)

// readVisa returns who may apply, by sponsorship, citizenship and the right to
// work.
func readVisa(s *sentence, _ []Hit) []Fact {
	var facts []Fact
	if !notVisa.MatchString(s.low) {
		switch {
		case sponsor.MatchString(s.low) && noSponsor.MatchString(s.low):
			facts = append(facts, s.first(Visa, "not-sponsored", noSponsor)...)
		case sponsor.MatchString(s.low) && !maybe.MatchString(s.low):
			facts = append(facts, s.first(Visa, "sponsored", sponsor)...)
		case noSponsor.MatchString(s.low):
			facts = append(facts, s.first(Visa, "not-sponsored", noSponsor)...)
		}
	}
	who := "citizens"
	if residents.MatchString(s.low) {
		who = "residents"
	}
	if only := s.unless(Visa, who, citizens, noCitizen); only != nil {
		return append(facts, only...)
	}
	return append(facts, s.unless(Visa, "authorization", allowed, notAllow)...)
}

// residents matches groups other than citizens that are also allowed. A 'U.S.
// person' is a citizen or a permanent resident.
var residents = re(`green[- ]card|permanent residents?\b|permanent residency|lawful resident|citizens? or residents?\b|u\.?s\.? persons?\b|\bgc\b|\bpr\b|refugee|asyl|settled status|indefinite leave`)

// settleVisa drops 'citizens only' if another statement also allows permanent
// residents.
func settleVisa(facts []Fact) []Fact {
	also := slices.ContainsFunc(facts, func(f Fact) bool { return f.Kind == Visa && f.Value == "residents" })
	return slices.DeleteFunc(facts, func(f Fact) bool { return also && f.Kind == Visa && f.Value == "citizens" })
}

// maybe matches statements that sponsorship depends on circumstances.
var maybe = re(`require[^.]{0,30}(visa )?sponsor|limited to certain|do you (now|require)|will you|\?|case[- ]by[- ]case`)
