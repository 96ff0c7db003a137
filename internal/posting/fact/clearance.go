package fact

import (
	"slices"

	"github.com/rolefit/rolefit/internal/posting/document"
)

const clearanceCues = "security clearance|clearance|TS/SCI|public trust|top secret|security cleared|secret clearance|SC clearance|DV clearance|SC cleared|DV cleared|Developed Vetting|reliability status|NV1|NV2|clearable"

var (
	ofClearance = either(
		`security|secret|obtain|active|require|government|candidate|eligib|hold|public trust|ts/sci|\bsc\b|\bdv\b|reliability`,
		`level|^\W*clearance|maintain|polygraph|cleared|clearable|\bnv[12]\b|vetting`,
	)
	notClearance = either(
		`filings and clearance|clearance/creepage|creepage|customs|clearance sale|credit clearance|clearance items|\bon clearance\b`,
		`clearance & settlement|requisite security|ground clearance|regions|unclassified|eligible clearances`,
		`payment clearance|clearances? and settle|background clearance|motor vehicle clearance|(fingerprint|police|tb test|child abuse|criminal|medical|record)s? (\w+ ){0,2}clearance|medical clearance|public trust in|ctap|clearance (process|request|application|paperwork|documentation)|onboarding|records? in accordance`,
	)
	// obtained matches words before a clearance that needn't be held yet, and
	// obtainable matches words after one.
	obtained   = re(`\b(abilit(y|ies)|able|willing(ness)?|eligib(le|ility)|qualif(y|ied)|can|capable|possible to|to|and|or) (to |for |of )?(\w+(/| |, | and | or )){0,3}?(obtain|get|gain|gaining|acquire|receive|apply|be granted|achieve|undergo|pass|secure|start the process|hold|be cleared)\w*\b([^.;]|u\.s\.){0,60}$|\beligible for[^.;]{0,40}$|\bobtain[^.;]{0,50}$|be able to (hold|maintain)[^.;]{0,40}$|\bmust be obtained`)
	obtainable = re(`^[^.;]{0,60}\b(obtainable|will be sponsored|can be (obtained|sponsored)|eligib(le|ility)\b[^.;]{0,12}$|or (the )?(ability|able|eligib\w+|willing\w*)|(must|to) be obtained|in progress|or be willing)`)
	welcome    = re(`\b(preferred|preferably|(a|is|are|strong) plus|nice[- ]to[- ]have|desirable|desired|advantage(ous)?|ideally|bonus|beneficial|an asset|optional|helpful)\b`)
)

// readClearance returns whether a security clearance must be held, must be
// obtainable or is only nice to have.
func readClearance(s *sentence, hits []Hit) []Fact {
	if len(hits) == 0 || !ofClearance.MatchString(s.low) || notClearance.MatchString(s.low) {
		return nil
	}
	h := hits[0]
	before, after := s.low[max(0, h.Start-clearanceReach):h.Start], s.low[h.End:min(len(s.low), h.End+clearanceReach)]
	value := "yes"
	needed := obtained.MatchString(before)
	switch {
	case s.denies(h):
		value = "no"
	case !needed && mustHold.MatchString(before):
	case welcome.MatchString(clause(s.low, h, ";.,")):
		value = "preferred"
	case needed || obtainable.MatchString(after) || s.low[h.Start:h.End] == "clearable":
		value = "obtainable"
	case s.section == document.NiceToHave:
		value = "preferred"
	}
	return []Fact{s.fact(Clearance, value, h.Start, h.End)}
}

// mustHold matches words before a clearance that must be held, even if a higher
// one is preferred.
var mustHold = re(`\b(must (have|hold|possess|currently)|requires?|required|mandatory)\b[^.;,]{0,40}$`)

// clearanceReach is the maximum distance in bytes between a clearance and words
// that tell how firmly it is required.
const clearanceReach = 100

// firmness lists statements about a clearance. An earlier one overrides a later
// one.
var firmness = []string{"yes", "obtainable", "preferred", "no"}

// settleClearance keeps only the firmest statement; see firmness.
func settleClearance(facts []Fact) []Fact {
	best := len(firmness)
	for _, f := range facts {
		if f.Kind == Clearance {
			best = min(best, slices.Index(firmness, f.Value))
		}
	}
	return slices.DeleteFunc(facts, func(f Fact) bool { return f.Kind == Clearance && f.Value != firmness[best] })
}
