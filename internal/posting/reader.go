package posting

import (
	"slices"
	"sync"

	"github.com/rolefit/rolefit/internal/posting/document"
)

// A packRole contains the parts of a role that reading requires.
type packRole struct {
	ID     string
	Title  string
	Names  []string // other names that job titles use for it
	Texts  []string // wording of its facets
	Skills []string // ids of the skills that it needs
}

// A packParts contains the parts of a pack that reading requires.
type packParts struct {
	Roles   []packRole
	Skills  []Topic
	Lexicon Lexicon
}

// A reader reads postings for the roles of a pack. It is immutable and safe for
// concurrent use.
type reader struct {
	pack    packParts
	names   [][][]string // for each role, the words of each of its names
	model   *Model       // nil when guessing
	guesser *guesser
	scratch sync.Pool
}

// newReader returns a reader. If the model is nil, the reader guesses from the
// pack's wording. It returns an error if the model was learned for other roles.
func newReader(p packParts, m *Model) (*reader, error) {
	r := &reader{pack: p, model: m, scratch: sync.Pool{New: func() any { return new(Scratch) }}}
	var ids []string
	for _, role := range p.Roles {
		ids = append(ids, role.ID)
		r.names = append(r.names, nameWords(role))
	}
	slices.Sort(ids)
	if m != nil {
		if err := m.Fits(ids); err != nil {
			return nil, err
		}
	}
	if m == nil {
		r.guesser = newGuesser(p, ids)
	}
	return r, nil
}

// language is the only language in which postings can be read.
const language = "en"

// ReadOptions configures the reading of a posting.
type ReadOptions struct {
	IgnoreTitle bool // whether to ignore the title
	Brief       bool // whether a match needs only what a list of postings shows
}

// Read returns the reading of a posting.
func (r *reader) Read(d *document.Document, o ReadOptions) *Reading {
	title, read := r.title(d.Title)
	out := &Reading{Verdict: None, Named: []string{}, Guess: r.model == nil, Roles: []Role{}, Facets: []FacetQuote{}, Title: title, Lang: d.Language}
	if d.Language != "" && d.Language != language {
		out.Foreign = true
		return out
	}
	if o.IgnoreTitle {
		read, out.Title.Other = "", false
	}
	d = &document.Document{Title: read, Lines: d.Lines}
	s := r.scratch.Get().(*Scratch)
	defer r.scratch.Put(s)
	if r.model == nil {
		r.guesser.read(d, s, out)
	} else {
		r.model.read(d, s, out)
	}
	out.Doubt = out.doubts()
	for i := range out.Roles {
		out.Roles[i].Title = r.titleOf(out.Roles[i].ID)
	}
	return out
}

// nameWords returns the words of each name that titles use for a role.
func nameWords(role packRole) [][]string {
	var out [][]string
	for _, name := range append([]string{role.ID, role.Title}, role.Names...) {
		var words []string
		for _, w := range titleWords(name) {
			words = append(words, w.text)
		}
		if len(words) > 1 || name != role.ID {
			out = append(out, words)
		}
	}
	return out
}

// titleOf returns the title of a role.
func (r *reader) titleOf(id string) string {
	for _, role := range r.pack.Roles {
		if role.ID == id {
			return role.Title
		}
	}
	return id
}
