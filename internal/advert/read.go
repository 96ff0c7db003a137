package advert

import (
	"cmp"
	"slices"
	"strings"
)

// Options says how an advert is read.
type Options struct {
	IgnoreTitle bool // the title adds nothing, and what it claims is not told
}

const (
	// leastPoints is what the first role needs to be named, without the title:
	// clearly more than one facet can give however often it is spoken of. Of 26
	// texts for other jobs 23 gave less, of 141 for the roles 138 gave more.
	leastPoints = 1.4

	// leastCoverage is the part of an advert that must speak for some role.
	leastCoverage = 0.2

	// mixedRatio is from which part of the first role's points on the second
	// is named beside it.
	mixedRatio = 0.6

	// An advert is in another language when fewer of its words than knownFloor
	// occur in the pack's texts and fewer than lightFloor are the light ones of
	// English; a small pack knows few words. English adverts had 0.59 and more of
	// the first for the built-in pack and 0.12 of the second; texts in German,
	// French, Spanish, Polish, Dutch and Swedish full of the names of tools fewer
	// than 0.7 and at most 0.08. A handful of words tells no language.
	knownFloor = 0.7
	lightFloor = 0.1
	handful    = 8

	shortWords = 40      // adverts with fewer are noted as short
	maxBytes   = 1 << 16 // what is read of a text; no advert is as long
	maxTerms   = 12      // of a skill that are told
)

// Read reads an advert: text as Text returns it, or any other bytes.
func (r *Reader) Read(text []byte, o Options) *Reading {
	out := &Reading{
		Schema: Schema, Pack: r.pack.Ref(),
		Verdict: None, Named: []string{}, Roles: []Role{}, Skills: []Skill{}, Notes: []Note{},
	}
	if len(text) > maxBytes {
		text = text[:maxBytes]
		out.Notes = append(out.Notes, Cut)
	}
	if !slices.ContainsFunc(r.facets, func(f facet) bool { return len(f.facet.Terms) > 0 }) {
		out.Notes = append(out.Notes, Bare)
	}
	lines := splitLines(string(text))
	claims, titleLine := r.title(out, lines, o)
	c := newCutter(&r.lexicon)
	c.cut(lines)
	out.Words = c.words
	if c.words > 0 {
		out.Known = float64(c.known) / float64(c.words)
	}
	if c.words < shortWords {
		out.Notes = append(out.Notes, Short)
	}
	if c.words > handful && out.Known < knownFloor && float64(c.light) < lightFloor*float64(c.words) {
		out.Notes = append(out.Notes, Foreign)
		c.units, claims = nil, nil
	}
	t := r.tally(c.units)
	if t.worth > 0 {
		out.Coverage = t.spoken / t.worth
	}
	enough := slices.Max(append(t.points, 0)) >= leastPoints && out.Coverage >= leastCoverage
	out.Roles = r.roles(t, c.units, claims, evidenceOfTitle(out.Title.Text, titleLine))
	out.Skills = r.skills(t, c.units)
	if enough {
		out.decide()
	}
	out.Title.Differs = len(out.Title.Claims) > 0 && !slices.ContainsFunc(out.Title.Claims, func(id string) bool {
		return slices.Contains(out.Named, id)
	})
	return out
}

// splitLines are the lines of a text without the blanks around them.
func splitLines(text string) []string {
	lines := strings.Split(strings.ToValidUTF8(text, "\uFFFD"), "\n")
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	return lines
}

// title takes the title out of the lines and says which roles it names.
func (r *Reader) title(out *Reading, lines []string, o Options) (claims []int, line int) {
	out.Title = Title{Claims: []string{}, Ignored: o.IgnoreTitle}
	text, at := findTitle(lines)
	if at < 0 {
		return nil, 0
	}
	out.Title.Text, lines[at] = text, ""
	if o.IgnoreTitle {
		return nil, 0
	}
	claims = r.claimed(text)
	for _, role := range claims {
		out.Title.Claims = append(out.Title.Claims, r.pack.Roles[role].ID)
	}
	return claims, at + 1
}

func evidenceOfTitle(text string, line int) Evidence {
	return Evidence{Phrase: text, Quote: text, Line: line}
}

// decide names the first role, and the second when it is not far behind.
func (out *Reading) decide() {
	out.Verdict, out.Named = One, []string{out.Roles[0].ID}
	if len(out.Roles) > 1 && out.Roles[1].Points >= mixedRatio*out.Roles[0].Points {
		out.Verdict, out.Named = Mixed, append(out.Named, out.Roles[1].ID)
	}
}

// roles are the roles with their evidence, by share.
func (r *Reader) roles(t *tally, units []unit, claims []int, title Evidence) []Role {
	out := make([]Role, len(r.pack.Roles))
	for i := range out {
		out[i] = Role{ID: r.pack.Roles[i].ID, Title: r.pack.Roles[i].Title, Points: t.points[i], Evidence: []Evidence{}}
	}
	for _, f := range t.finds {
		role := &out[r.facets[f.facet].role]
		role.Evidence = append(role.Evidence, r.evidence(t, &units[f.unit], f))
	}
	for _, i := range claims {
		title.Facet, title.Weight = out[i].ID, titlePoints/float64(len(claims))
		out[i].Points += title.Weight
		out[i].Evidence = append(out[i].Evidence, title)
	}
	total := 0.0
	for i := range out {
		total += out[i].Points
		slices.SortStableFunc(out[i].Evidence, func(a, b Evidence) int {
			return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Facet, b.Facet))
		})
	}
	for i := range out {
		if total > 0 {
			out[i].Share = out[i].Points / total
		}
	}
	slices.SortFunc(out, func(a, b Role) int {
		return cmp.Or(cmp.Compare(b.Share, a.Share), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// evidence is a find with the words of advert and pack. Its weight is its part
// of what the facet's evidence comes to after saturation.
func (r *Reader) evidence(t *tally, u *unit, f find) Evidence {
	facet := &r.facets[f.facet]
	e := Evidence{
		Facet: r.pack.Roles[facet.role].ID + "/" + facet.facet.ID, Dimension: facet.dimension.String(), Text: facet.facet.Text,
		Line: u.line, Weight: f.weight / t.facets[f.facet] * saturate(t.facets[f.facet]),
	}
	if f.like {
		e.Phrase, e.Quote = r.shared(u, f.facet), u.quote(0, len(u.tokens))
		return e
	}
	e.Term, e.Phrase, e.Quote = r.index.terms[f.hit.term].phrase, u.words(&f.hit), u.quote(f.hit.first, f.hit.end)
	return e
}

// shared are the words of a unit that a facet's texts have too.
func (r *Reader) shared(u *unit, facet int) string {
	var words []string
	for _, t := range u.tokens {
		if t.light || t.end-t.start < shortest || t.stem == unknown || !slices.Contains(r.likeness.facets[t.stem], facet) {
			continue
		}
		if word := u.text[t.start:t.end]; !slices.Contains(words, word) {
			words = append(words, word)
		}
	}
	return strings.Join(words, ", ")
}

// skills are the skills that the advert names, those asked for first, in the
// pack's order.
func (r *Reader) skills(t *tally, units []unit) []Skill {
	found := make([]Skill, len(r.pack.Skills))
	for _, m := range t.mentions {
		s := &found[m.skill]
		u := &units[m.unit]
		if words := u.words(&m.hit); len(s.Terms) < maxTerms && !slices.ContainsFunc(s.Terms, func(x string) bool { return strings.EqualFold(x, words) }) {
			s.Terms = append(s.Terms, words)
		}
		if s.Wanted == "" {
			s.Wanted = Nice
		}
		if !u.nice {
			s.Wanted = Must
		}
	}
	out := []Skill{}
	for _, wanted := range []string{Must, Nice} {
		for i, s := range found {
			if s.Wanted == wanted {
				s.Skill, s.Name = r.pack.Skills[i].ID, r.pack.Skills[i].Name
				out = append(out, s)
			}
		}
	}
	return out
}
