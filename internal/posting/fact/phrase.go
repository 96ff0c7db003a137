package fact

// A phrase states a fact if a sentence contains one of its terms.
type phrase struct {
	kind   Kind
	value  string
	terms  string   // separated by '|'; see Topic for how they match
	with   *pattern // pattern that the sentence must also match, or nil
	unless *pattern // pattern that the sentence must not match, or nil
	denied string   // value if the sentence denies the term, or empty to drop the fact
	source string   // source of a red flag
}

// lower converts only ASCII letters to lower case, so that byte offsets don't
// change.
func lower(text string) string { return string(lowerBytes([]byte(text))) }

func lowerBytes(b []byte) []byte {
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] = c | 0x20
		}
	}
	return b
}

var (
	// screened matches what a sentence states when applicants are checked.
	screened = either(
		`\bpass\b|\bclear\b|subject to|conting|require|complet|underg|consent|success|satisfactor|pre-?employment|authori[sz]e|submit|condition|prior to|mandatory|\bneed|must\b`,
		`will be|\bwe (will )?(perform|conduct|run|do)|clean|\bvalid\b|willing|post-offer|random|eligib|before (you )?start|job offer|^\W*([\w&/,-]+ ){0,3}[\w&-]+\W*$`,
	)
	notScreened = either(
		`^\W*(conduct|perform|complet|do|run)ing\b`,
		`\b(coordinat|manag|administer|process|initiat|schedul|facilitat|handl|monitor|oversee|track|review|ensur|assist|onboard|order)\w*\b[^.]{0,60}(background|screen|check|test|fingerprint|vetting)`,
		`providers? of|required:? no\b|will consider|criminal histor(y|ies) (in|will|is|are|consistent)|with (criminal|arrest|conviction)|regardless of|fair chance|drug[- ]free workplace (program|policy)?\W*$|vetting process|(candidate|vendor|supplier|source|idea|content|lead) vetting|fingerprint (sensor|reader|technolog|recogn|authent)|device fingerprint|browser fingerprint|drug (discover|develop)`,
	)
)

// phrases lists the facts that a term alone can state. Facts with numbers or
// places have their own functions.
var phrases = []phrase{
	{kind: OnCall, value: "yes", denied: "no",
		terms: "on-call|pager duty rotation|PagerDuty rotation|PagerDuty rota|pager rotation|on the pager|carry a pager|carry the pager|carry pager|24/7 support rotation",
		with: either(
			`particip|partak|partic|rotat|rota\b|schedul|shift|dut(y|ies)|willing|availab|tak(e|es|ing)|\bbe(ing)?\b|join`,
			`shar|requir|occasional|perform|provid|periodic|weekly|support|engag|role|position|after|24|^.{0,30}$`,
			`responsib|compensat|week|hours|during|team of on|volunt|optional|opt[- ]in|paid|extra|allowance|stipend|need|includ|expect`,
			`(,|;|\band|&|/|\+|\|) ?on[- ]?call\W*$|(^|[,;|]) ?on[- ]?call ?[,;|]`, // an item of a list
		),
		unless: either(
			`on[- ]?call[- ](mental|medical|physician|doctor|tool|software|management (platform|software|tool)|protocol|alerting tool|best pract|culture|experience for|burden|massage|counsel)`,
			`happy on[- ]?call|improv\w+ .{0,25}on[- ]?call|on[- ]call best|virtual care|fewer on[- ]call`,
			`to (the |our )?on[- ]?call (staff|doctor|nurse|provider|team)|consumed (\w+ )?by (the )?on[- ]?call`,
			`call (you|us|me)\b|(develop|manag|maintain|build|design|establish|defin)\w* ([\w/-]+ ){0,3}on[- ]?call (support )?(protocols?|process|procedures|tool|systems)`,
		)},
	{kind: OnCall, value: "yes", denied: "no",
		terms:  "answer pages|answer the pager|answer a pager|respond to pages|take pages|handle pages|acknowledge pages|get paged|be paged|being paged|hold the pager|hold a pager|share the pager|share a pager|pager duty|pager rota",
		unless: re(`\b(more|rather|other|less|instead of|tired of|fewer|never)\b[^.]{0,20}(pag(ed|es|er))|landing|web ?pages|pages (of|per|and)\b|yellow pages|users|customers (get|are)`)},
	{kind: Equity, value: "yes", denied: "yes",
		terms: "equity|stock option|stock options|RSU|restricted stock|stock purchase plan|ESPP|stock|stock grants|share options|share option|employee shares|stock awards|company shares",
		with: either(
			`compensat|salary|salaries|benefit|packag|bonus|option|grant|offer|generous|competitive|eligib|plan|perk|own`,
			`pre-ipo|employee|unit|meaningful|program|award|\bplus\b|\+ ?equity|^\W*([\w-]+ )?(stock|equity)\W*$|401`,
			`vacation|share (in|our)|package`,
		),
		unless: re(`(diversity|inclusion|belonging|racial|fairness|inclusivity|justice|justness|diverse|inclusive|dei)\b.{0,40}equity|\bequity,? (and |& )?(empower|access|belong|justice|excellence|officer|frameworks?)|stocking\b|stockroom|employee['’]s share|issue equity|equity compensation services|equity\b.{0,40}(diversity|inclusion|belonging|inclusive|justice|fairness)|private equity|equity (partner|firm|fund|research|market|trading|derivat|and fixed|capital)|brand equity|home equity|equity,? (fx|etf|fixed)|` +
			`stock (exchange|market|trad|control|photo|screen|level|brok)|listed|(fully|well)[- ]stocked|in stock|stocked|nasdaq|nyse|out of stock|equit(y|ies) (trading|desk)|equity ownership|majority|backed|(pay|health|gender|social|wage|salary) +equity|equality (&|and) equity|internal (peer )?equity|equity lens|(ensure|advance|advancing|promot\w+) equity|rolling stock|stock knowledge|employment equity|equity employer|equities|overstock`)},
	{kind: Travel, value: "yes", denied: "no",
		terms: "travel|travels|travelling|traveling",
		with: either(
			`\d ?%|percent|require|willing|ability to|able to|must|occasional|up to|may (be|need|include)|some travel`,
			`to travel|will travel|travel to (our|client|customer|various|other|sites|the|meet|multiple)`,
			`times (a|per) year|per (year|quarter)|quarterly|periodic|domestic|expect|limited|minimal|travels to`,
			`^travel\W*(yes|no|none)?\W*$`,
		),
		unless: either(
			`(reimburs|discount|subsid|insurance|allowance|credit|voucher|stipend|perks?|benefits?|time off|freedom|free) ?.{0,25}travel`,
			`travel.{0,20}(insurance|reimburs|discount|allowance|stipend|perk|agenc|itinerar|expenses?|booking|assist|credit|accident|upgrades|medical|lovers?|guides?)`,
			`travel,? (and |& |(\w{3,} ))?(industry|compan(y|ies)|platform|brand|technolog|solution|app\b|arrang|product|bug|experiences|together|data|search|sector|partner|market\b|package)`, `(through|dining and|trade and|love of|love for|world of) (\w+ and )?travel`,
			`(break|time|days?) off to travel|^(does|do|are|is|would|will) .*\?\W*$|travell?ers|to make travel|love to travel|travel the world|business travel`,
			`travel (&|and) (expense|hospitality|leisure|tourism)|online travel|global travel`,
			`travel,? (hospitality|retail|dining|e-?commerce)`,
			`(healthcare|finance|retail|education|hospitality|media|insurance|security),? (and |& )?travel|commut`,
			`work remotely|(plan|coordinat|arrang|manag|book|organi[sz])\w*\b[^.]{0,40} travel`,
		)},
	{kind: Screening, value: "background-check",
		terms: "background check|background screen|background screening|background investigation|background verification|criminal record|criminal background|criminal history check|criminal history background|police check|police clearance|police record|" +
			"vulnerable sector|DBS|DBS check|record check|records check|fingerprint|fingerprinting|fingerprint clearance|BPSS|security vetting|background vetting|pre-employment screening|pre-employment screens|security screening|credit check|Disclosure Scotland",
		with: screened, unless: notScreened},
	{kind: Screening, value: "drug-test",
		terms: "drug test|drug testing|drug screen|drug screening|drug and alcohol|alcohol and drug|drug/alcohol|substance abuse test|substance abuse testing|substance test|background and drug|drug check|toxicology screen|urine screen",
		with:  screened, unless: notScreened},
	{kind: TimeZone, value: "yes",
		terms: "time zone|timezone|time-zone|EST hours|PST hours|CET hours|US hours|U.S. hours|UK hours|European hours|Pacific hours|Eastern hours|Eastern time|Pacific time|Central time|Mountain time|EST business hours|US business hours|PT hours|ET hours|" +
			"EST working hours|US working hours|APAC business hours|EST|PST|CET|UTC|GMT|Eastern Standard Time|overlap hours|hours overlap|core hours|IST hours",
		with: either(
			`overlap|within|must|align|availab|willing|able to (work|accommodate|adjust)|ability to (work|accommodate)`,
			`requir|based in (a|an|the|pst|est|cet|european|us)|hours|preferr|only\b|\+/?-|[+-] ?\d|between|remote|live in`,
			`located in|hiring in|candidates|open to|same|from anywhere in|expected to work|set schedule`,
		),
		unless: either(
			`(across|multiple|different|various|several|many|all|respects|every|global) (\w+ ){0,3}time ?zones?( differences)?\b`,
			`time ?zones? differences|any particular time|no matter|posting will|application (window|deadline|close)`,
			`deadline|timestamp|role requirements, time|time tracking|any time ?zone|ranging|est\. ?\d{4}`,
			`we have (employees|people|teammates)|currently (we )?have|countries and|regardless of|\d+ time ?zones`,
			`close(s|d)? (on|by)|interview`,
		)},
	{kind: Team, value: "yes", terms: "report to|reports to|reporting to|reporting into|reports directly to|report directly to|reporting directly to|line manager|your manager",
		with: re(`report(s|ing)? (directly )?(in)?to (the|our|a|an|head|vp|director|engineering|chief|cto|your)`), unless: re(`reporting to (customers|clients|regulators|stakeholders|the business|leadership)`)},
	{kind: Team, value: "yes", terms: "team of|person team|engineers|people team|member team|strong team|your team|colleagues|teammates",
		with: either(
			`team of (about |around |approximately |~)?(\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)\b`,
			`\b(\d+|two|three|four|five|six|seven|eight|nine|ten)[- ](person|people|member|engineer|strong)s? (\w+ )?team`,
			`team \((~|about )?\d+ (engineers|people|members)`,
			`\bteam,? (is |are |has |have |of )?(currently |now |about |around |just |~)?(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve) (people|engineers|developers|colleagues|members|sres|strong)`,
			`\b(with|alongside|and|join|joining) (your |our |the )?(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve) (other )?(colleagues|teammates)`,
		), unless: re(`lead(ing)? a team|manag(e|ing) a team|team of (\d{3,}|\d,\d+)|years|building a team`)},
	{kind: Coding, value: "yes", terms: "of your time|of the time|hands-on coding|% coding|write code|writing code|coding",
		with: either(
			`\d+ ?%[^.]{0,40}(cod(e|ing)|develop|programming|engineering|hands-on)`,
			`(cod(e|ing)|development|programming|hands-on)[^.]{0,30}\d+ ?%|half of (your|the) time|code (every day|daily)`,
			`coding (every day|daily)|part coding`,
		), unless: re(`coverage|bonus|travel|test`)},
}
