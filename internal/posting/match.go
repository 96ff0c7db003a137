package posting

import (
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/posting/document"
	"github.com/rolefit/rolefit/internal/posting/fact"
)

// MatchSchema identifies the format of a Match.
const MatchSchema = "rolefit/match/2"

// A Match describes a posting to a person who considers applying: which role it
// describes, what it offers and requires, what is unusual about it, and how it
// fits the person's result. It includes the pack's texts, so that a page needs
// nothing else. No slice is nil.
type Match struct {
	Schema  string      `json:"schema"`
	Source  string      `json:"source,omitempty"` // file name, which the caller sets
	Pack    fit.PackRef `json:"pack"`
	Company string      `json:"company,omitempty"` // this and the next field come from the page's structured data
	Posted  string      `json:"posted,omitempty"`
	Reading
	Notes   []document.Note `json:"notes"`
	Facts   []fact.Fact     `json:"facts"`   // empty if the posting is in another language
	Skills  []NamedSkill    `json:"skills"`  // in pack order
	Unusual []Unusual       `json:"unusual"` // compared with postings for the first named role
	Ask     []fact.Question `json:"ask"`     // questions that the posting leaves open
	Me      *Me             `json:"me,omitempty"`
}

// A NamedSkill is a skill of the pack that a posting names. It may be required
// or only mentioned, which can't be determined reliably.
type NamedSkill struct {
	Skill string `json:"skill"`
	Name  string `json:"name"`
	Nice  bool   `json:"nice"`  // whether it is named only as nice to have
	Quote string `json:"quote"` // sentence that names it
	Start int    `json:"start"` // start of the byte range in Quote that names it
	End   int    `json:"end"`
}

// A Matcher reads postings for a pack. It is immutable and safe for concurrent
// use.
type Matcher struct {
	pack      *fit.Pack
	model     *Model // nil when guessing
	documents *document.Reader
	reader    *reader
	facts     *fact.Extractor
	topics    *fact.Matcher // topics of the pack's conditions
}

// NewMatcher returns a matcher for a pack and the model learned for its roles.
// If the model is nil, the matcher guesses. NewMatcher returns an error if the
// model is for other roles.
func NewMatcher(p *fit.Pack, lexicon Lexicon, m *Model) (*Matcher, error) {
	reader, err := newReader(packOf(p, lexicon), m)
	if err != nil {
		return nil, err
	}
	out := &Matcher{pack: p, model: m, reader: reader}
	var titles []string
	for _, r := range p.Roles {
		titles = append(append(titles, r.Title), r.Aliases...)
	}
	out.documents = document.NewReader(titles)
	out.facts = fact.NewExtractor(skillTopics(p))
	var conditions []fact.Topic
	for _, c := range p.Conditions {
		conditions = append(conditions, fact.Topic{ID: c.ID, Name: c.Name, Terms: c.Terms})
	}
	out.topics = fact.NewMatcher(conditions)
	return out, nil
}

// packOf returns the parts of a pack that reading requires.
func packOf(p *fit.Pack, lexicon Lexicon) packParts {
	out := packParts{Skills: SkillTopics(p), Lexicon: lexicon}
	for i := range p.Roles {
		r := &p.Roles[i]
		role := packRole{ID: r.ID, Title: r.Title, Names: r.Aliases}
		for _, d := range fit.Dimensions {
			for _, f := range r.Parts[d].Facets {
				role.Texts = append(role.Texts, f.Text)
			}
		}
		for _, n := range r.Needs {
			role.Skills = append(role.Skills, n.Skill)
		}
		out.Roles = append(out.Roles, role)
	}
	return out
}

// SkillTopics returns topics for a pack's skills, with the names that postings
// use.
func SkillTopics(p *fit.Pack) []Topic {
	var out []Topic
	for _, s := range p.Skills {
		out = append(out, Topic{ID: s.ID, Terms: s.Terms})
	}
	return out
}

// ConditionTopics returns topics for those of a pack's conditions that have
// names in postings.
func ConditionTopics(p *fit.Pack) []Topic {
	var out []Topic
	for _, c := range p.Conditions {
		if len(c.Terms) > 0 {
			out = append(out, Topic{ID: c.ID, Terms: c.Terms})
		}
	}
	return out
}

func skillTopics(p *fit.Pack) []fact.Topic {
	var out []fact.Topic
	for _, s := range p.Skills {
		out = append(out, fact.Topic{ID: s.ID, Name: s.Name, Terms: s.Terms})
	}
	return out
}

// Match reads the postings in a file, which usually contains one. If me is nil,
// the match doesn't include a comparison with a person. The error is a
// *document.Unreadable.
func (m *Matcher) Match(data []byte, o ReadOptions, me *fit.Result) ([]*Match, error) {
	docs, err := m.documents.Read(data)
	if err != nil {
		return nil, err
	}
	var out []*Match
	for _, d := range docs {
		x := m.match(d, o)
		if me != nil {
			x.Me = m.compare(x, me)
		}
		out = append(out, x)
	}
	return out, nil
}

func (m *Matcher) match(d *document.Document, o ReadOptions) *Match {
	x := &Match{Schema: MatchSchema, Pack: m.pack.Ref(), Company: d.Facts.Company, Posted: d.Facts.Posted,
		Reading: *m.reader.Read(d, o), Notes: append([]document.Note{}, d.Notes...),
		Facts: []fact.Fact{}, Skills: []NamedSkill{}, Unusual: []Unusual{}, Ask: []fact.Question{}}
	report := m.facts.Extract(d.Title, d.Lines)
	x.Skills = m.named(report.Skills)
	if x.Foreign {
		return x
	}
	x.Facts = withPageData(shown(report.Facts), &d.Facts)
	x.Ask = stillOpen(report.Open, x.Facts)
	x.Unusual = m.unusual(x, d)
	return x
}

// named converts the skills found in a posting, in pack order.
func (m *Matcher) named(skills []fact.Skill) []NamedSkill {
	out := []NamedSkill{}
	for _, s := range m.pack.Skills {
		if i := slices.IndexFunc(skills, func(f fact.Skill) bool { return f.ID == s.ID }); i >= 0 {
			f := skills[i]
			out = append(out, NamedSkill{f.ID, f.Name, f.Need == fact.Welcome, f.Quote, f.Start, f.End})
		}
	}
	return out
}
