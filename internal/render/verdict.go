package render

import (
	"fmt"
	"math"
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
)

// verdict is the opening of a report: one sentence that says what came out,
// and one that says by how much.
func (p report) verdict() []block {
	out := []block{para{verdict, p.sentence()}}
	if tagline := p.tagline(); tagline != "" {
		out = append(out, para{body, tagline})
	}
	if lead := p.leadSentence(); lead != "" {
		out = append(out, para{body, lead})
	}
	if p.Provisional {
		out = append(out, para{body, p.provisional()})
	}
	if slices.Contains(p.Flags, fit.Elsewhere) {
		out = append(out, para{body, p.elsewhere()})
	}
	return out
}

// sentence is the verdict. A provisional one says that it is for now.
func (p report) sentence() string {
	names := p.titles(p.Named)
	s := ""
	switch {
	case p.Lead == nil:
		s = "there are too few answers to compare any two roles."
	case p.Verdict == fit.Clear:
		s = "your answers point clearly to " + and(names) + "."
	case p.Verdict == fit.Leaning:
		s = "your answers lean towards " + and(names) + "."
	case p.Verdict == fit.TossUp:
		s = "it is a toss-up between " + and(names) + "."
	case p.Reason == fit.TooFew:
		s = "there are too few answers to name a role."
	default:
		s = "your answers do not settle on one role: several are too close together."
	}
	if p.Provisional {
		return "So far, " + s
	}
	return upper(s)
}

// tagline says what the named role is, when it is one.
func (p report) tagline() string {
	if len(p.Named) != 1 {
		return ""
	}
	return ended(p.role(p.Named[0]).Tagline)
}

// level says whether the first two roles are exactly level.
func (p report) level() bool { return math.Abs(p.Lead.Points) < 1e-9 }

func (p report) leadSentence() string {
	if p.Lead == nil {
		return ""
	}
	l := p.Lead
	if p.level() {
		return fmt.Sprintf("%s and %s are exactly level; %s points would make it clear.", p.title(l.Role), p.title(l.Over), number(l.ClearAt))
	}
	if p.Verdict == fit.Clear {
		return fmt.Sprintf("%s leads %s by %s; %s is enough to be clear.", p.title(l.Role), p.title(l.Over), points(l.Points), number(l.ClearAt))
	}
	return fmt.Sprintf("%s leads %s by %s; %s would make it clear.", p.title(l.Role), p.title(l.Over), points(l.Points), number(l.ClearAt))
}

func (p report) provisional() string {
	s := "This is provisional: the quiz would have gone on asking, and what comes could change it."
	if p.Verdict == fit.Leaning {
		s += " Until its end it is called a lean at most."
	}
	return s
}

// elsewhere stands beside the verdict, for it bears on all of it.
func (p report) elsewhere() string {
	return fmt.Sprintf("In %d of %d questions nothing appealed to you. Choosing between roles cannot show that none of them suits: your role may be one that is not among these %d.", p.skippedAs(fit.None), p.Asked, len(p.Roles))
}

