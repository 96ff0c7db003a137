package pack

import (
	"strconv"

	"github.com/rolefit/rolefit/internal/fit"
	"gopkg.in/yaml.v3"
)

const maxSkills = 200

// skills reads quiz/skills.yaml into the pack.
func (d *decoder) skills(n *yaml.Node, p *fit.Pack) {
	d.object(n, "the skills file",
		must("levels", d.levels(&p.Levels)),
		must("skills", list(d, &p.Skills, maxSkills, d.skill)))
}

// levels reads the scale: exactly the levels 0 to 4, in their order.
func (d *decoder) levels(to *[]fit.Level) reader {
	return func(n *yaml.Node, what string) {
		list(d, to, maxSkills, d.level)(n, what)
		if n.Kind != yaml.SequenceNode {
			return
		}
		if len(n.Content) != fit.MaxLevel+1 {
			d.fail(n, "%s has %s, expected the levels 0 to %d", what, count(len(n.Content), "entry", "entries"), fit.MaxLevel)
			return
		}
		for i, c := range n.Content {
			if c.Kind != yaml.MappingNode {
				continue
			}
			for k := 0; k+1 < len(c.Content); k += 2 {
				if v := c.Content[k+1]; c.Content[k].Value == "level" && v.Kind == yaml.ScalarNode && v.Value != strconv.Itoa(i) {
					d.fail(v, "level is %s, expected %d: the levels stand in their order", describe(v), i)
				}
			}
		}
	}
}

func (d *decoder) level(l *fit.Level) reader {
	return func(n *yaml.Node, _ string) {
		var number int
		d.object(n, "the level",
			must("level", d.whole(&number, 0, fit.MaxLevel)),
			must("name", d.text(&l.Name)),
			must("anchor", d.text(&l.Anchor)))
	}
}

func (d *decoder) skill(s *fit.Skill) reader {
	return func(n *yaml.Node, _ string) {
		d.object(n, "the skill",
			must("id", d.slug(&s.ID)),
			must("name", d.text(&s.Name)),
			must("covers", d.text(&s.Covers)),
			may("terms", d.texts(&s.Terms, maxTerms)),
			must("steps", func(n *yaml.Node, what string) {
				steps := make([]field, len(s.Steps))
				for i := range steps {
					steps[i] = must(strconv.Itoa(i+1), d.text(&s.Steps[i]))
				}
				d.object(n, what, steps...)
			}))
	}
}
