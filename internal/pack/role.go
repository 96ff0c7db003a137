package pack

import (
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
	"gopkg.in/yaml.v3"
)

// Limits of a role, generous: they bound what a hostile file can make others
// compute.
const (
	maxAliases = 50
	maxFacets  = 200 // in a dimension
	maxTerms   = 200 // of a facet or skill
)

// role reads one file of roles/.
func (d *decoder) role(n *yaml.Node) *fit.Role {
	r := &fit.Role{}
	d.object(n, "the role",
		must("id", d.slug(&r.ID)),
		must("title", d.text(&r.Title)),
		may("aliases", d.texts(&r.Aliases, maxAliases)),
		must("tagline", d.text(&r.Tagline)),
		may("impact", d.text(&r.Impact)),
		may("picture", d.text(&r.Picture)),
		must("focus", d.part(&r.Parts[fit.Focus])),
		must("skills", d.part(&r.Parts[fit.Skills], may("needs", d.needs(&r.Needs)))),
		must("success", d.part(&r.Parts[fit.Success])),
		may("lifecycle", d.text(&r.Lifecycle)),
		may("paths", list(d, &r.Paths, fit.MaxRoles, d.path)))
	return r
}

// place says where in a role a field stands that stands in one place only.
func place(field string) string {
	switch field {
	case "summary", "facets":
		return "focus, skills and success"
	case "needs":
		return "skills"
	case "text", "ask":
		return "a facet"
	case "to", "why":
		return "an entry of paths"
	case "covers", "steps":
		return "a skill of " + skillsFile
	case "prompts", "banned", "sets", "questions":
		return questionsFile
	}
	return ""
}

// part reads what a role is in one dimension.
func (d *decoder) part(to *fit.Part, more ...field) reader {
	return func(n *yaml.Node, what string) {
		d.object(n, what, append([]field{
			must("summary", d.text(&to.Summary)),
			must("facets", func(n *yaml.Node, name string) {
				list(d, &to.Facets, maxFacets, d.facet)(n, name)
				if n.Kind == yaml.SequenceNode && len(n.Content) < fit.MinFacets {
					d.fail(n, "%s has %s, expected at least %d", what, count(len(n.Content), "facet", "facets"), fit.MinFacets)
				}
			}),
		}, more...)...)
	}
}

func (d *decoder) facet(f *fit.Facet) reader {
	return func(n *yaml.Node, _ string) {
		d.object(n, "the facet",
			must("id", d.slug(&f.ID)),
			must("text", d.text(&f.Text)),
			must("ask", d.text(&f.Option)),
			may("terms", d.texts(&f.Terms, maxTerms)))
	}
}

// needs reads the levels that a role takes, by skill.
func (d *decoder) needs(to *[]fit.Need) reader {
	return func(n *yaml.Node, what string) {
		pairs := d.pairs(n, what)
		*to = make([]fit.Need, len(pairs))
		for i, p := range pairs {
			need := &(*to)[i]
			if isNull(p.value) && strings.Contains(p.key.Value, ":") {
				d.fail(p.key, "a skill of %s is %s, expected a space after the colon", what, quote(p.key.Value))
				continue
			}
			d.slug(&need.Skill)(p.key, "a skill of "+what)
			d.whole(&need.Level, 1, fit.MaxLevel)(p.value, "the level of "+quote(p.key.Value))
		}
	}
}

func (d *decoder) path(p *fit.Path) reader {
	return func(n *yaml.Node, _ string) {
		d.object(n, "the path",
			must("to", d.slug(&p.To)),
			must("why", d.text(&p.Why)))
	}
}
