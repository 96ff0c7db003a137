package fact

import (
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/posting/document"
)

var (
	// niceSentence matches sentences in which everything that is named is nice
	// to have.
	niceSentence = either(
		`\b(is|are|as|be|will be|would be|considered|highly|very)? ?(a|an) (\w+ )?(plus|bonus|asset|advantage|benefit)\b`,
		`\ba plus\b|nice[- ]to[- ]haves?`,
		`\b(is|are|be|would be|highly|strongly) (\w+ )?(preferred|desirable|desired|beneficial|advantageous|helpful|welcome|appreciated)\b`,
		`would help|not (strictly |necessarily )?(required|essential|necessary|mandatory|a must)|bonus points`,
		`good to have|\boptional\b|preferably$|\(bonus\)|\(plus\)`,
		`^(bonus|ideally|preferably|nice|preferred|desired|advantage|plus)\b|big plus|preferred[.\s]*$`,
		`\((strongly |highly )?(preferred|desired|desirable|optional|nice)\)\W*$`,
	)
	asked = either(
		`experience[ds]? (in|with|of|on|using|as|work|manag|design|build|deploy|admin|develop|automat|run|operat|support|implement|creat|writ|script|across)`,
		`hands[- ]on|proficien|\bknowledge\b|familiar|understanding of|expert(ise|s)? (in|with|knowledge|level)`,
		`fluen(t|cy)|skills? (in|with|using)|\bskills\b|versed|\d\+? (years|yrs)|must (have|know)|required`,
		`background in|master(y|ed)|you (have|know|bring)|comfortable with|capable (in|of|with)|certified|competen`,
	)
	ofYou = re(`\byou\b|\byou['’]ll|\byour\b|\b(engineer|developer|architect|administrator|candidate)\b|\brole\b|position`)
	ours  = re(`\b(our (customers|clients|mission|platform|products?|company|team is|teams are)|world['’]s|leading|we (are|help|build|provide|believe|offer)|the world)\b`)
)

var (
	// task matches the beginning of an item about what someone in the job does.
	task = re(`^\W*(use|build|design|develop|maintain|manage|operate|run|own|work|create|write|deploy|automate|improve|support|implement|monitor|lead|help|migrate|scale|set up|define|drive|ensure|collaborate|partner|contribute|evaluate|integrate|optimi[sz]e|configure|administer|troubleshoot)(ing|s)?\b[^.]{0,200}$`)
	// ourStack matches a statement about what the team works with.
	ourStack = re(`\b(our|the) (\w+ ){0,2}(infrastructure|stack|services|backend|back-end|systems?|tools?|environment) (is|are|runs?|uses?|consists?|includes?)\b|\b(tech|technology|our) stack\b|looking for (people|folks|someone|engineers)`)
)

// contexts contains what a sentence must match for a term that has other
// meanings.
var contexts = map[string]*pattern{
	"routing": re(`network|router|switch|\bbgp\b|ospf|\bip\b|tcp|protocol|vlan|traffic|packet|\bdns\b|firewall|subnet|cisco|juniper|\bvpc\b|\bvpn\b|ingress|mesh|load balanc|\blan\b|\bwan\b|gateway`),
}

// inContext reports whether a term means the skill in this sentence.
func inContext(low, term string) bool {
	p := contexts[term]
	return p == nil || p.MatchString(low)
}

// niceStems lists stems. Every sentence that niceSentence matches contains at
// least one.
var niceStems = []string{"plus", "nice", "bonus", "prefer", "desir", "advantag", "asset", "option", "ideal", "benefi", "welcome", "helpful",
	"appreciat", "not ", "good to have", "would help"}

// needs collects how much a posting wants each topic.
type needs struct{ found []Skill }

// needs adds the skills that a sentence names.
func (x *Extractor) needs(n *needs, s *sentence, hits []Hit) {
	if len(hits) == 0 || s.section == document.Company || s.section == document.Offer || degreeWord.MatchString(s.low) && !experienceWith.MatchString(s.low) {
		return
	}
	if s.outside && !ofYou.MatchString(s.low) && !asked.MatchString(s.low) && !task.MatchString(s.low) && !ourStack.MatchString(s.low) {
		return // probably about the company
	}
	tone := s.tone()
	for _, h := range hits {
		if h.Negated || !inContext(s.low, h.Term) {
			continue
		}
		topic := x.skills[h.Topic-len(x.phrases)-len(x.readers)-len(x.conditions)]
		q, from, to := quote(s.text, h.Start, h.End)
		n.add(Skill{ID: topic.ID, Name: topic.Name, Need: tone.need(h), Quote: q, Start: from, End: to, Line: s.line})
	}
}

// A tone describes how a sentence refers to what it names.
type tone struct {
	*sentence
	nice      bool // whether some of it is nice to have
	allNice   bool // whether all of it is nice to have
	mustBring bool
}

func (s *sentence) tone() tone {
	t := tone{sentence: s}
	if containsAny(s.low, niceStems...) {
		t.nice = niceSentence.MatchString(s.low)
	}
	t.allNice = t.nice && len(s.low) < longLine && saysNice(s.low)
	switch s.section {
	case document.Requirements:
		t.mustBring = !s.tools && !ours.MatchString(s.low)
	case document.Unknown:
		t.mustBring = asked.MatchString(s.low) && !ours.MatchString(s.low)
	default:
		t.mustBring = years.MatchString(s.low) || opensWithSkill.MatchString(s.low)
	}
	return t
}

// saysNice reports whether everything that a sentence names is nice to have. It
// returns false if only part of it is: in brackets, after a semicolon, or last
// in a list ('cloud experience, AWS preferred').
func saysNice(low string) bool {
	if niceEnd.MatchString(low) {
		return true
	}
	bare := brackets.ReplaceAllString(low, "")
	return niceSentence.MatchString(bare) && !strings.ContainsAny(bare, ";") && (!strings.Contains(bare, " preferred") || arePreferred.MatchString(bare))
}

// need returns how much a sentence wants the topic of a hit.
func (t *tone) need(h Hit) Need {
	switch {
	case t.section == document.NiceToHave || t.allNice:
		return Welcome
	case t.nice && niceSentence.MatchString(clause(t.low, h, ";()—–")):
		return Welcome
	case t.mustBring:
		return Required
	}
	return Mentioned
}

var (
	years        = re(`\d\+? (years?|yrs)`)
	niceEnd      = re(`\((strongly |highly )?(preferred|desired|desirable|optional|nice to have|a plus|bonus)\)\W*$`)
	arePreferred = re(`\b(is|are|highly|strongly) preferred`)
	brackets     = re(`\([^)]*\)`)
	// opensWithSkill matches the usual beginnings of items in a list of
	// requirements.
	opensWithSkill = re(`^([\w-]+ ){0,3}(experience|knowledge|understanding|proficien(t|cy)|familiar(ity)?|expertise|skills?|background|fluen(t|cy)|exposure) (with|in|of|using|across|to)\b`)
	experienceWith = re(`experience (with|in|using)`)
)

// clause returns the part of text around a hit, delimited by marks.
func clause(text string, h Hit, marks string) string {
	start := strings.LastIndexAny(text[:h.Start], marks)
	end := strings.IndexAny(text[h.End:], marks)
	if end < 0 {
		end = len(text) - h.End
	}
	if len(text) >= longLine { // probably not a single sentence, so only nearby text counts
		start, end = h.Start, min(end, closely)
	}
	return text[max(0, start):min(len(text), h.End+end+1)]
}

// closely is the maximum distance in bytes between a word and its
// qualification.
const closely = 45

// rank is the order of needs, strongest first.
var rank = map[Need]int{Required: 0, Welcome: 1, Mentioned: 2}

// add adds a skill. If its topic is already there, the stronger need and its
// first quote are kept.
func (n *needs) add(s Skill) {
	for i, old := range n.found {
		if old.ID == s.ID {
			if rank[s.Need] < rank[old.Need] {
				n.found[i] = s
			}
			return
		}
	}
	n.found = append(n.found, s)
}

func (n *needs) list(topics []Topic) []Skill {
	place := map[string]int{}
	for i, t := range topics {
		place[t.ID] = i
	}
	slices.SortStableFunc(n.found, func(a, b Skill) int {
		if d := rank[a.Need] - rank[b.Need]; d != 0 {
			return d
		}
		return place[a.ID] - place[b.ID]
	})
	return n.found
}
