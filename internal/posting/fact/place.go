package fact

import (
	"strings"

	"github.com/rolefit/rolefit/internal/posting/document"
)

// countries matches places that remote jobs are often restricted to.
const countries = `USA|U\.S\.A?\.?|US|United States|UK|U\.K\.|United Kingdom|England|Scotland|Ireland|Canada|Mexico|Brazil|Argentina|Colombia|Chile|Peru|Costa Rica|LATAM|Latin America|` +
	`Germany|France|Spain|Portugal|Italy|Netherlands|Belgium|Poland|Romania|Bulgaria|Ukraine|Hungary|Czech Republic|Czechia|Serbia|Croatia|Greece|Austria|Switzerland|Sweden|Norway|Denmark|Finland|Estonia|Latvia|Lithuania|Turkey|Cyprus|Georgia|Armenia|` +
	`Europe|EMEA|EU|APAC|Americas|North America|South America|Asia|India|Pakistan|Philippines|Vietnam|Singapore|Malaysia|Indonesia|Thailand|Japan|China|Hong Kong|Taiwan|South Korea|Israel|UAE|Dubai|Egypt|Nigeria|Kenya|South Africa|Australia|New Zealand|Bangalore|London|Berlin|Toronto|New York|San Francisco|Worldwide`

var country = exactly(`\b(` + countries + `)(\b|$)`)

// Patterns for the name of a place, which is capitalized words joined by
// commas, 'or' and slashes.
const (
	placeWord = `(?:[A-Z][\p{L}.'’-]+|[A-Z]{2,4}|D\.C\.|U\.S\.A?\.?|U\.K\.)`
	placeName = placeWord + `(?:(?: |, ?| ?/ ?|-| or | and | & |; ?| \()(?:of |the |de |di |do |a )?` + placeWord + `\)?){0,7}`
)

// placePatterns lists how postings state the location of a job. The first
// submatch is the place.
var placePatterns = []struct {
	words   []string // every match contains one of these
	pattern *pattern
}{
	{[]string{"location"}, exactly(`(?:^|[a-z.)] ?|\W)(?i:job |work |primary |office )?(?i:locations?|base location)(?: \w+)?\s*(?i::|-|–| is:?| for this role is:?)\s*(?i:fully |100% |hybrid|remote|onsite|on-site|in|from|within|anywhere|the|or|and|/|,|-|–|\(|:| )*(` + placeName + `)`)},
	{[]string{"remote", "hybrid", "home", "site"}, exactly(`(?i:remote|remotely|hybrid|work from home|on-?site)\s*(?i:work|position|role|job|opportunity)?\s*(?i:in|from|within|anywhere in|from anywhere in|from anywhere within|based in|across|-|–|\(|,|:)+\s*(?i:within |based in |anywhere in |only |the |continental |)*(` + placeName + `)`)},
	{[]string{"anywhere"}, exactly(`(?i:anywhere (?:in|within)) (?:the )?(?:continental )?(` + placeName + `)`)},
	{[]string{"based", "locat", "resid", "liv", "sit ", "available", "onsite"}, exactly(`(?i:(?:position|role|job|candidates?|you|applicants?|individuals?|opportunity|must|should|onsite|hires?|work)\b[^.;]{0,60}?\b(?:based|located|reside|residing|live|living|sit|available|onsite) (?:in|at|out of|near|within|remotely in|from)):?\s*(?:in |our |the |either |greater |downtown |continental )*(` + placeName + `)`)},
	{[]string{"remote", "hybrid"}, exactly(`(?i:remote|hybrid)(?:ly)? (?:only )?((?:` + countries + `))\b`)},
	{[]string{"seek", "looking", "hiring", "opening", "position", "role", "site", "professionals", "filled", "join"}, exactly(`(?i:(?:seeking|seeks|looking for|hiring|opening|position|role|onsite|on-site|professionals|filled|join (?:our|the) [^.]{0,50}team)[^.]{0,60}?) (?:in|within) ((?:[A-Z][\p{L}.'-]+ ?){1,3}(?:, ?[A-Z]{2}\b|,? ?\b(?:` + countries + `)\b))`)},
	{[]string{"join", "team", "role", "position", "opening", "remote", "want", "live", "filled", "only"}, exactly(`(?i:join (?:our|the|its) [^.]{0,50}team|engineering team|role|position|opening|remote possible|anywhere you want|live|filled|only) (?i:in|across|within) ((?:Metropolitan )?(?:` + countries + `))\b`)},
	{[]string{"based in", "located in"}, exactly(`^(?i:based|located) in (?:the |greater )*(` + placeName + `)`)},
	{[]string{"remote", "hybrid", "site"}, exactly(`^\W*(` + placeName + `)\s*[-–/|(,]+\s*(?i:remote|hybrid|onsite|on-site)\W*$`)},
	{[]string{"our "}, exactly(`(?i:work|working|role|position|job|hybrid|internship|opening|opportunity) (?i:from|in|at|out of) (?i:our )(` + placeName + `)(?:,? (?i:office|hq|headquarters|campus|location|hub))`)},
}

// placeLine matches a line that consists of a place.
var placeLine = []*pattern{
	exactly(`^\W*((?:[A-Z][\p{L}.'-]+ ?){1,3}, (?:[A-Z][A-Za-z]|(?:` + countries + `)))(?: \d{5})?\W*$`),
	exactly(`^\W*((?:` + countries + `)(?:(?:, ?| ?/ ?| or | and )(?:` + countries + `))*)\W*$`),
}

// readPlaceLine returns the place in a line that contains nothing else.
func readPlaceLine(s *sentence) []Fact {
	if len(s.text) > longestPlace || s.text == "US" || s.text == "EU" {
		return nil
	}
	for _, p := range placeLine {
		if m := p.FindStringSubmatchIndex(s.text); m != nil {
			return []Fact{s.fact(Location, s.text[m[2]:m[3]], m[2], m[3])}
		}
	}
	return nil
}

// longestPlace is the maximum length in bytes of a line that may be a place.
const longestPlace = 48

var (
	notPlaceLine = either(
		`headquarter|not eligible|no office|allowance|team members are|staff|employees (are|is)|\d days`,
		`^(based|located) in [^.]*\b(we|our|it)\b|founded|clients|customers|\boffices? (in|located|around|across|from)`,
		`we are a\b|we['’]re a\b|is a (leading|global|\w+ company)|without regard|data ?cent|salary|compensation`,
		`pay range|hired|benefits|vaccin|ordinance|accommodation|world we live|company based|company located`,
		`is based in|teams? (is |are )?(located|based|spread|distributed)|depend`,
	)
	jobBased = re(`(role|position|job|candidate|you)\b[^.]{0,50}\b(is|be|are) (\w+ )?(based|located)`)
	// notPlace lists capitalized words that no name of a place begins with.
	notPlace = wordSet(`The Our You We If Remote Hybrid This Work Flexible First Friendly Full Various Multiple Job Type Role
		Duration Salary Position Department AWS Azure GCP Linux Kubernetes IT Please And Or In On At As Company
		Employment Time No Yes Client Required Onsite Office Day Any Anywhere Home Length HQ LI Health Unlimited
		Competitive Flexibility Reports Level Contract Candidate Eligible Accountable Regardless Based BI
		Remote-first Banner Responsible Collaborate Must Open In-person PST EST CET West Regular Li Fully Remotely
		Mainly Primarily Hybrid-`)
	placeTail = exactly(`(?:[ ,/;(-]+(?:The|Our|You|We|If|Remote|Hybrid|This|Type|Duration|Salary|Length|Position|Department|Job|Time|Title|Client|Description|Full|Rate|Reports|Contract|Employment|Clearance|Telecommuting|Must|Ability|About|Work|Office|Offices|HQ|Area office|Shift|Start|What|Requirements|Responsibilities|Experience|Hours|Please|Compensation|Pay|Security|Level|Travel|Company|Preferred|Client)\b.*)$`)
)

// readLocation returns the location of the job, not of the company.
func readLocation(s *sentence) []Fact {
	if !s.ofJob() {
		return nil
	}
	for _, p := range placePatterns {
		if !containsAny(s.low, p.words...) {
			continue
		}
		for _, m := range p.pattern.FindAllStringSubmatchIndex(s.text, 3) {
			if f, ok := s.place(m[2], m[3]); ok {
				return []Fact{f}
			}
		}
	}
	return nil
}

// ofJob reports whether the sentence is about the location of the job.
func (s *sentence) ofJob() bool {
	ofCompany := s.section == document.Company && len(s.text) > 2*longestPlace
	return !ofCompany && !notPlaceLine.MatchString(s.low) || jobBased.MatchString(s.low) || locationLabel.MatchString(s.low)
}

// place returns the fact that the job is in the place named from start to end.
// If lost line breaks made other text run into the name, it cuts that off.
func (s *sentence) place(start, end int) (Fact, bool) {
	name := placeTail.ReplaceAllString(s.text[start:end], "")
	name = strings.TrimRight(glued.ReplaceAllString(name, "$1"), " ,.;-/(")
	name = strings.TrimSuffix(strings.TrimSuffix(name, " or"), " and")
	if strings.Contains(name, "(") && !strings.Contains(name, ")") {
		name, _, _ = strings.Cut(name, " (")
	}
	first, _, _ := strings.Cut(name, " ")
	if len(name) < 2 || notPlace.has(strings.Trim(first, ",.-/")) || strings.HasPrefix(name, "LI-") {
		return Fact{}, false
	}
	return s.fact(Location, name, start, start+len(name)), true
}

// glued matches a state's abbreviation that runs into the next word because a
// line break was lost: 'Boston, MADirect'.
var glued = exactly(`(\b[A-Z]{2})[A-Z][a-z]+.*$`)

var locationLabel = re(`^\W*(job |work |primary |office )?locations?\b[^:]{0,25}[:–-]|[a-z.)]location\s*:`)
