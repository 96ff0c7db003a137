package advert

import "github.com/rolefit/rolefit/internal/fit"

// Schema names the form of a Reading.
const Schema = "rolefit/match/1"

// A Verdict says what kind of job an advert describes.
type Verdict string

// The verdicts.
const (
	One   Verdict = "one"   // one of the pack's roles
	Mixed Verdict = "mixed" // two of them, not far from each other
	None  Verdict = "none"  // none of them
)

// A Note is something to know about a reading.
type Note string

// The notes.
const (
	Foreign Note = "foreign" // the words are not those of the pack's language: nothing was read
	Short   Note = "short"   // too few words to say much
	Cut     Note = "cut"     // only the beginning was read
	Bare    Note = "bare"    // the pack lists no terms: read by the words of its texts alone
)

// A Reading is what an advert says. It holds the pack's texts too, so that a
// report needs nothing else. Quotes and phrases are the advert's own words,
// untouched: whoever shows them makes them harmless. Numbers are exact.
type Reading struct {
	Schema   string      `json:"schema"`
	Source   string      `json:"source,omitempty"` // the file's name, if the caller sets it
	Pack     fit.PackRef `json:"pack"`
	Verdict  Verdict     `json:"verdict"`
	Named    []string    `json:"named"` // the roles that the verdict is about
	Title    Title       `json:"title"`
	Roles    []Role      `json:"roles"` // by share, equal ones by id
	Skills   []Skill     `json:"skills"`
	Coverage float64     `json:"coverage"` // how much of the advert speaks for some role, in [0, 1]
	Words    int         `json:"words"`
	Known    float64     `json:"known"` // the share of the words that the pack's texts have too
	Notes    []Note      `json:"notes"`
	Me       *Me         `json:"me,omitempty"` // see Reader.For
}

// A Title is what the advert's title claims.
type Title struct {
	Text    string   `json:"text"`
	Claims  []string `json:"claims"`  // the roles that it names
	Differs bool     `json:"differs"` // it names roles, and none that the text describes
	Ignored bool     `json:"ignored"`
}

// A Role is how far an advert describes a role.
type Role struct {
	ID       string     `json:"id"`
	Title    string     `json:"title"`
	Share    float64    `json:"share"`    // of all points, in [0, 1]
	Points   float64    `json:"points"`   // about how many of the role's facets the advert speaks of
	Evidence []Evidence `json:"evidence"` // by weight; the weights sum to the points
}

// Evidence is what one sentence of an advert says for a facet.
type Evidence struct {
	Facet     string  `json:"facet"` // as in "sre/alerting"; the role alone for the title
	Dimension string  `json:"dimension,omitempty"`
	Text      string  `json:"text,omitempty"` // what the facet is
	Term      string  `json:"term,omitempty"` // the pack's phrase; none when the words were like the facet's
	Phrase    string  `json:"phrase"`         // the advert's words for it
	Quote     string  `json:"quote"`          // the sentence, shortened if it is long
	Line      int     `json:"line"`           // from 1
	Weight    float64 `json:"weight"`         // its part of the role's points
}

// A Skill is a skill that the advert names.
type Skill struct {
	Skill  string   `json:"skill"`
	Name   string   `json:"name"`
	Terms  []string `json:"terms"`  // as the advert says them, in its order
	Wanted string   `json:"wanted"` // "must", or "nice" when it is only ever welcome
}

// What is wanted of a skill.
const (
	Must = "must"
	Nice = "nice"
)
