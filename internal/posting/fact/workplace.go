package fact

import (
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/posting/document"
)

var (
	remoteJob = either(
		`\b(fully|100 ?%|entirely|completely|full[- ]time|permanently|primarily|mostly|all)[- ]?(\w+ )?remote(ly)?\b`,
		`\bremote(ly)?[- ]?(first|based|friendly|eligible|ok\b|position|role|job|opportunity|workplace|workforce|contract)`,
		`\b[lb]I-remote|^\W*ability to work (remotely|from home)\W*$|work(ing)? remote(ly)?\b|remote work(ing)?\b`,
		`\b(is|be|are) (a |an )?(fully |100% |completely )?remote\b|work(ing)? from (anywhere|home|wherever)`,
		`\blocation\w*\s*[:\-]?[^.]{0,40}\bremote|^\W*(us |usa |u\.s\. )?[- ]*remote\b[^.]{0,40}$`,
		`\bremote\b\s*(\(|-|–|—|,|/|in\b|from\b|within\b|anywhere|us\b|uk\b|usa\b|eu\b|emea\b|role|!)`,
		`type: remote|\(remote\b|\bremote\)|open to (fully )?remote (applicants|candidates)|remote (options? (is|are) available|wfh culture)|(fully|100 ?%|completely|all)[- ]remote team`,
		`or remote\b|\bor remotely (in|within|from)\b|telecommut|telework|home[- ]office (based|possible|in)|perform(ed)? remotely|remotely from`,
		`\b(us|u\.s\.|usa)[- ](based )?remote|your location will be a home office|remote (or|and) hybrid|remote, hybrid`,
	)
	notRemote = either(
		`(not|n't|n’t|no|cannot|never) (\w+ ){0,4}(remote|work(ing)? from home)`,
		`remote(ly)? .{0,30}(is|are|will) (not|n't|n’t)|not (a )?remote|fully remote work is not`,
		`remote (user|server|site|device|support|access|office|client|desktop|monitor|patient|sens|control|location|customers?|stakeholder|assist|debug|hands|learning|pair|meeting|procedure|repositor|environment|collabor|technical|workers?\b|employees\b|stipend|maint|diagnos|manage|infra|install|system|setting|setup|working experience|work experience|world|century|imag|troubleshoot)`,
		`work(ing)? (\w+ )?(with|in|across|on) (\w+ ){0,3}remote|(^|[^y%] )remote teams?\b`,
		`(experience|comfort\w*|. ability|able|skills?|effectiv\w+|enjoy|succe\w+|thriv\w*|familiar\w*|discipline\w*|record|autonom\w*|independent\w*|reliable|prefer) (\w+ ){0,5}(working |work |in (a )?|with )(\w+ ){0,2}remote`,
		`(stipend|allowance|budget|reimburs\w*|credit|equipment|setup|set-up|bonus|perk)\w*[^.]{0,25}(remote|work from home|home office)`,
		`(remote|work from home|home office)[^.]{0,20}(stipend|allowance|budget|reimburs|setup|set up|equipment|credit)`,
		`remote (or|and|/) (in[- ]?office|on-?site) employees|may (also )?be (available|eligible)`,
		`some (roles|positions)|not all|select roles|most (of our )?(roles|positions)`,
		`depending (up)?on (the |their )?(role|position|team|requirement)|(hybrid|remote),? (remote|hybrid),? (or|and) in-person`,
		`(weeks?|days?|month) (per|a|of|each)[^.]{0,25}(remote|from (home|anywhere|abroad))|\b[1-9]\d ?% (of (your|the) time )?(remote|from home|home[- ]?office)|from home\W{0,3}(up to )?[1-9]\d ?%`,
		`(up to|\d+|two|three|four|one) (\w+ )?(weeks?|days?|months)[^.]{0,30}(remote|from (home|anywhere|abroad))`,
		`remote .{0,15}\d+ (days|weeks)|occasional(ly)? (\w+ )?(remote|work from home|from home)|remote work century`,
		`(partial(ly)?|hybrid)[- ]remote|remote (work )?(on )?(mon|tues|wednes|thurs|fri)days?\b|(information on|about|approval of) remote|benefits may include|some remote|(remote|remotely|from home)[^.]{0,25}\b(one|two|three|four|several|a few|[1-4])(-\d)? days?\b|mix of|when not in|(working|work) from home (package|kit)|increased possibility|flexibility for remote|remote working opportunities|remote,? (mobile|and in-person)|if remote\b|hybrid,? \(?remote|hybrid telecommut|non-?remote|remote (control|first responders)|age of [^.]{0,20}remote|managing remote|remote work note|leverag\w* (the )?remote|(divide|split) their|work remotely:? ?(no|temp)`,
		`no telecommut|enabl\w+ (\w+ ){0,3}to work`,
		`(them|people|users|customers|organizations|businesses|employees everywhere) to work|when needed`,
		`as schedule permits|with some work from|employees working remotely|offers remote and hybrid|by remote`,
		`(client|customer)s?[^.]{0,25} remotely|remotely (or|and) (on-?site|in person)|where (remote )?applicable`,
		`remote work (may|policy|policies)|remote[^.]{0,20}or in all regions`,
		`for (fully )?remote (roles|employees|candidates|workers)`,
		`\b(fake|fraudulent|scam\w*) [^.]{0,20}remote|ever-changing (remote|hybrid)|offices and remote work env|interested in a remote|roles labell?ed|remote eligible \w+ days|focus when working remote`,
	)
	hybridJob = either(
		`\b(work(ing)? from|in) (the |our )?office\W{0,3}([1-4]|two|three|four)(\s?(-|–|to|or)\s?\d)? days?\b`,
		`(partial(ly)?|hybrid)[- ]remote|remote (work )?on (mon|tues|wednes|thurs|fri)days?\b|hybrid/flex|work(ing)? (remotely|from home)[^.]{0,15}\b(one|two|three|four|several|[1-4])(-\d)? days? (a|per|each|of the) week`,
		`\b(category|arrangement|type|model|status|style|location|workplace|setting|environment|schedule|policy|basis)\W{1,3}hybrid\b`,
		`\bLI-hybrid|^\W*hybrid-? (&|and) flexible|^\W*home office or [a-z]`,
		`hybrid (from|in) (our |the )?[a-z]+|\bour (\w+ )?hybrid approach|hybrid[- ]?(work\b|schedule|role|position|model|working|workplace|arrangement|setup|set-up|remote|team|office|policy|flexib|basis|opportunit|job|option|\(|\)|,|–)`,
		`\(hybrid|hybrid\)|, hybrid\b|^\W*hybrid\W*$|\b(is|be|or|and|/|:|-) ?(a )?hybrid\b`,
		`\b([1-4]|one|two|three|four)(\s?(-|–|to|or)\s?\d)?( \w+)? days?( a| per|/| each| every)? ?(week)?[^.]{0,15}(in|at|from) (the|our|an?)? ?(\w+ )?office`,
		`office[^.]{0,40}\b([1-4]|two|three|four)x? ?(days? ?)?((a|per|each|every) |/ ?)?week`,
		`\b([1-4]|one|two|three|four)(\s?(-|–|to|or)\s?\d)? days?( a| per|/| each| every)? ?week,? (on-?site|in[- ]person|in the office)`,
		`\b([1-4]|one|two|three|four)(\s?(-|–|to|or)\s?\d)? days?( a| per|/| each| every) ?week (in|at|from) (our|the)? ?[a-z]`,
		`\b[1-9]\d ?% (of (your|the) time )?(home[- ]?office|remote|from home|wfh|mobile work)|(home[- ]?office|remote|from home|wfh)\W{0,3}(up to |max\.? )?[1-9]\d ?%`,
		`(on-?site|in[- ](the )?office|in[- ]person)\W{0,3}(at least |min\.? )?\b[1-4](\s?(-|–|to|or)\s?\d)? days`,
	)
	notHybrid = either(
		`hybrid,? [^.]{0,40}(intersection|blend)|hybrid (cloud|infra|it\b|environments|network|solution|mobile|app|multi|data|architect|system|on-|and multi|deploy|search|vehicle|kubernetes|-?based|workload|identity|topolog|computing|integrat|product|platform|tech|talent|busin|fund|devops|event|bonds|ai\b|azure|active|configur|approach|agile|container|storage|connect|quantum|transport|training|sales|retail|strategy|customers|setups? of|power)`,
		`(cloud|native|infrastructure|on-prem\w*|public|private|multi-cloud|azure|aws|architecture|agile|mobile|ionic|native)[,/]? (and |or |& |and/or )?hybrid`,
		`or a hybrid role|hybrid (from|in) nature|success in leading hybrid|hybrid monolith|remote and hybrid (positions|work environments, create)`,
		`depending (up)?on (the |their )?(role|position)|employees\b.{0,20} ever-changing`,
		`(hybrid|remote),? (remote|hybrid),? (or|and) in-person|some (roles|positions)|not (a )?hybrid`,
		`for "?hybrid"? roles|if this role is hybrid|(challenges|future|world|era|age) of hybrid|leading hybrid|hybrid/[^f]|approval of|hybrid[^.]{0,20}eligible\W{0,3}no\b`,
	)
	officeJob = either(
		`\bon-?site:`, `\bwork(ing)? from (the |our )?office\b(\W{0,3}(5|five) days|\W{0,3}only|\W*$)|\bwfo\b`,
		`in[- ](the )?office (\w+ )?(5|five) days|(5|five) days (a|per|each) week,? (in|at|on|from)[- ](the |our )?(office|site)`,
		`\bLI-on[- ]?site|(fully |100 ?% |full[- ]time,? )(work )?on[- ]?site\b|on-?site (role|position|job|only)\b`,
		`(role|position|job) (is|will be) (\w+ )?(on[- ]?site|in[- ](the )?office|office-based|in[- ]person)`,
		`office-based (role|position)|in[- ]office (role|position)\b`,
		`^\W*(100% )?(on[- ]?site|in[- ]person|in[- ]office)\W*$|work location:? ?(in[- ]person|on[- ]?site|one location)`,
		`on[- ]?site at (our|the)|on[- ]?site[, (]+(five|5) days|(5|five) days (a|per) week (in|at|from) (the|our)`,
		`must be on[- ]?site|on[- ]?site (100 ?%|5 days)|on-?site in [a-z]|relocation .{0,20}on-?site`,
	)
	notOffice = either(
		`hybrid|if (this|the|your) (role|position)|most roles|some (members|roles)|in general if|remote (is|ok|or)`,
		`or remote|remote or|remotely or|gym|chef|phone|e-?mail|online|chat\b|inspect|non-?remote (system|device|site|user)|meetings|visits?|interview|fitness|lunch|childcare|parking|cafeteria`,
		`daycare|medical|clinic|and remote|or virtual`,
	)
)

// Items of a short line, as in 'Acme | Leeds | Hybrid'.
var (
	remoteItem = re(`(^|[|•;,–(-] ?)(100 ?% |fully )?remote( ?[|•;,–)]|$)`)
	hybridItem = re(`(^|[|•;,–(-] ?)hybrid( ?[|•;,–)-]|$| in | from )`)
	officeItem = re(`(^|[|•;,–(-] ?)(on[- ]?site|in[- ]office|in[- ]person|office-based)( ?[|•;,–)]|$| in [a-z]| at (our|the) )`)
)

// notDenied matches denials about other people or other kinds of work.
var notDenied = either(
	`(if|when|unless|where) [^.]{0,30}(remote|tele|home)|remote (systems?|user|server|support|access|device|sens|monitor|control)|some (roles|positions)|hybrid`,
)

// longestItems is the maximum length in bytes of a line whose items are read.
const longestItems = 90

// workplace returns where the work is done, if a pattern or an item says so.
func (s *sentence) workplace(value string, pattern, item, not *pattern) []Fact {
	if facts := s.unless(Workplace, value, pattern, not); facts != nil || len(s.low) > longestItems && !strings.Contains(s.low, "|") {
		return facts
	}
	return s.unless(Workplace, value, item, not)
}

// remoteDenied matches statements that the job can't be done from home. A denial
// of some of it, as in 'not fully remote', isn't one.
var remoteDenied = either(
	remoteWork+`( work(ing)?| arrangements?| options?| status| eligibility| eligible| allowed| available| possible| authori[sz]ed| permitted)*\s?[:=–—?-]+\s?(no|none|n/a|not (yet |currently )?(`+permitted+`))\b`,
	remoteWork+`( work(ing)?| arrangements?| options?)* ((is|are|will) (not|never)|isn['’]t|aren['’]t|cannot be|can['’]t be) (yet |currently |generally )?(`+permitted+`)`,
	remoteWork+` ?\((no|not [^)]+)\)`,
	`(^|[.,;:(|–—-] ?|\b(with|there (is|are|will be)|we (offer|have)|allows?) )(no|zero|without) (option (for|to)|possibility of|full|part)?-? ?`+remoteWork+`( work(ing)?| arrangements?| options?)*\W*($|[.,;:()|]|(is|are|for this|at this|in this|will|available|possible|offered)\b)`,
	`(\bnot|n['’]t|\bineligible) (be )?(currently )?((an? )?(`+permitted+`)|for) ?(for |to )?(work )?`+remoteWork+`( work(ing)?| arrangements?)*\W*($|[.,;:(|]|at this|or\b)`,
	`\bnon-?remote\b|\bnot (a )?remote( work)?\W*($|[.,;:|])|\bnot (a )?(remote|telework|telecommut\w+) (role|position|job|opportunity|eligible)|\bnot (telework|remote)[- ]?eligible`,
)

// denialWords lists words such that every sentence that remoteDenied matches
// contains one, or begins with 'no'.
var denialWords = []string{" no", ":no", "-no", "(no", "n't", "n’t", "without", "ineligible", "n/a", "zero"}

const (
	remoteWork = `\b(work(ing)? remotely|remote(ly)?|tele-?work(ing|able)?|tele-?commut(e|ing)|work(ing)?[- ]from[- ]home|wfh|home[- ]?office)`
	permitted  = `eligible|available|possible|allowed|permitted|authori[sz]ed|offered|approved|supported|an option|applicable|considered`
)

// readWorkplace returns where the work is done.
func readWorkplace(s *sentence, _ []Hit) []Fact {
	var facts []Fact
	if containsAny(s.low, "remote", "home", "anywhere", "tele", "wherever", "wfh") {
		if strings.HasPrefix(s.low, "no") || containsAny(s.low, denialWords...) {
			facts = s.unless(Workplace, "on-site", remoteDenied, notDenied)
		}
		if facts == nil {
			facts = s.workplace("remote", remoteJob, remoteItem, notRemote)
		}
	}
	if containsAny(s.low, "hybrid", "office", "week", "%", " days", "partial", "remote on", "remote work on") {
		facts = append(facts, s.workplace("hybrid", hybridJob, hybridItem, notHybrid)...)
	}
	if s.section != document.Offer && containsAny(s.low, "site", "office", "person", "one location") {
		facts = append(facts, s.workplace("on-site", officeJob, officeItem, notOffice)...)
	}
	return eitherWorkplace(s, facts)
}

// eitherWorkplace drops 'remote' and 'on-site' if the sentence also says hybrid
// and doesn't offer a choice.
func eitherWorkplace(s *sentence, facts []Fact) []Fact {
	hybrid := slices.ContainsFunc(facts, func(f Fact) bool { return f.Value == "hybrid" })
	if !hybrid || len(facts) < 2 || choice.MatchString(s.low) {
		return facts
	}
	return slices.DeleteFunc(facts, func(f Fact) bool { return f.Value != "hybrid" })
}

// choice matches sentences that offer both hybrid and remote work.
var choice = re(`\b(or|consider|either|both) (a )?(fully |100% )?(remote|hybrid|on-?site|home office|work(ing)? (remotely|from home))|(remote|hybrid|on-?site) ?(,|/|\||or|and|&) ?(remote|hybrid|on-?site)|fully remote|remote-first|100 ?% remote`)
