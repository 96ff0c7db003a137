package posting

import (
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/posting/document"
	"github.com/rolefit/rolefit/internal/posting/fact"
)

// MatchSchema names the form of a Match.
const MatchSchema = "rolefit/match/2"

// A Match is what a posting says to a person who considers applying: which
// role it describes, what it offers and asks, what is unusual about it, and how
// it fits the person of a result. It holds the pack's texts, too, so that a page
// needs nothing else. No list is nil.
type Match struct {
	Schema  string      `json:"schema"`
	Source  string      `json:"source,omitempty"` // the name of the file, set by the caller
	Pack    fit.PackRef `json:"pack"`
	Company string      `json:"company,omitempty"` // these two as the page's data state them
	Posted  string      `json:"posted,omitempty"`
	Reading
	Notes   []document.Note `json:"notes"`
	Facts   []fact.Fact     `json:"facts"`   // none of a posting in another language
	Skills  []NamedSkill    `json:"skills"`  // in the order of the pack
	Unusual []Unusual       `json:"unusual"` // compared with postings for the first role named
	Ask     []fact.Question `json:"ask"`     // what it leaves open
	Me      *Me             `json:"me,omitempty"`
}

// A NamedSkill is a skill of the pack that a posting names. Whether it is
// required isn't distinguished from mentioned, because that isn't right often enough.
type NamedSkill struct {
	Skill string `json:"skill"`
	Name  string `json:"name"`
	Nice  bool   `json:"nice"`  // it is only ever nice to have
	Quote string `json:"quote"` // the sentence that names it
	Start int    `json:"start"` // the words in Quote, in bytes
	End   int    `json:"end"`
}

// A Matcher reads postings for a pack. It is immutable, so goroutines may share
// it.
type Matcher struct {
	pack      *fit.Pack
	model     *Model // nil for a guess
	documents *document.Reader
	reader    *Reader
	facts     *fact.Extractor
	topics    *fact.Matcher // of the pack's conditions
}

// NewMatcher returns a matcher for a pack and the model learned for its roles;
// without a model it guesses.
func NewMatcher(p *fit.Pack, lexicon Lexicon, m *Model) (*Matcher, error) {
	reader, err := NewReader(packOf(p, lexicon), m)
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

// packOf is what reading needs of a pack.
func packOf(p *fit.Pack, lexicon Lexicon) Pack {
	out := Pack{Skills: SkillTopics(p), Lexicon: lexicon}
	for i := range p.Roles {
		r := &p.Roles[i]
		role := PackRole{ID: r.ID, Title: r.Title, Names: r.Aliases}
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

// SkillTopics returns the skills of a pack by the names that postings use.
func SkillTopics(p *fit.Pack) []Topic {
	var out []Topic
	for _, s := range p.Skills {
		out = append(out, Topic{ID: s.ID, Terms: s.Terms})
	}
	return out
}

// ConditionTopics returns the conditions of a pack that postings name.
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

// Match reads the postings in a file, usually one. The error is a
// *document.Unreadable. The result may be nil; without it nothing is said about
// the person.
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

// named returns the skills in the order of the pack.
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
