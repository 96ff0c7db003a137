package pack

import (
	"math"
	"strconv"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
	"gopkg.in/yaml.v3"
)

// Limits of a questionnaire.
const (
	maxQuestions = 500
	maxBanned    = 1000
	maxSets      = 6
	maxSet       = 60 // questions of a set
	minOptions   = 2
)

// defaults are what a pack has that leaves its questionnaire out.
func defaults() *fit.Pack {
	return &fit.Pack{
		Rounds: []int{12, 6, 6},
		Prompts: [...]string{
			fit.Focus:   "Which of these would you rather do on an ordinary working day?",
			fit.Skills:  "Which of these would you like to get really good at?",
			fit.Success: "Which of these would you be proudest to have done?",
		},
	}
}

// questions reads quiz/questions.yaml into the pack.
func (d *decoder) questions(n *yaml.Node, p *fit.Pack) {
	d.object(n, "the questionnaire",
		must("id", d.slug(&p.ID)),
		must("version", d.whole(&p.Version, 1, math.MaxInt32)),
		must("title", d.text(&p.Title)),
		may("sets", d.sets(&p.Rounds)),
		must("prompts", func(n *yaml.Node, what string) {
			d.object(n, what,
				must("focus", d.text(&p.Prompts[fit.Focus])),
				must("skills", d.text(&p.Prompts[fit.Skills])),
				must("success", d.text(&p.Prompts[fit.Success])))
		}),
		may("banned", d.texts(&p.Banned, maxBanned)),
		may("questions", list(d, &p.Written, maxQuestions, d.question)))
}

func (d *decoder) sets(to *[]int) reader {
	return func(n *yaml.Node, what string) {
		list(d, to, maxSets, func(size *int) reader {
			return func(n *yaml.Node, what string) {
				d.whole(size, len(fit.Dimensions), maxSet)(n, what)
				if *size%len(fit.Dimensions) != 0 {
					d.fail(n, "%s is %d, expected a multiple of %d", what, *size, len(fit.Dimensions))
				}
			}
		})(n, what)
		if n.Kind == yaml.SequenceNode && len(n.Content) == 0 {
			d.unexpected(n, what, "1 to "+strconv.Itoa(maxSets)+" numbers")
		}
	}
}

func (d *decoder) question(q *fit.Question) reader {
	return func(n *yaml.Node, _ string) {
		d.mark(q, n)
		d.object(n, "the question",
			must("id", d.slug(&q.ID)),
			must("dimension", d.dimension(&q.Dimension)),
			must("prompt", d.text(&q.Prompt)),
			must("options", func(n *yaml.Node, what string) {
				list(d, &q.Options, fit.MaxShown, d.option)(n, what)
				if n.Kind == yaml.SequenceNode && len(n.Content) < minOptions {
					d.fail(n, "%s has %s, expected %d to %d", what, count(len(n.Content), "entry", "entries"), minOptions, fit.MaxShown)
				}
				for i := range q.Options {
					q.Options[i].Key = string(rune('a' + i))
				}
			}))
	}
}

// dimension reads one of the three names.
func (d *decoder) dimension(to *fit.Dimension) reader {
	return func(n *yaml.Node, what string) {
		var name string
		d.text(&name)(n, what)
		names := make([]string, len(fit.Dimensions))
		for i, x := range fit.Dimensions {
			if names[i] = x.String(); name == names[i] {
				*to = x
				d.mark(to, n)
				return
			}
		}
		if name != "" {
			d.fail(n, "%s is %s, expected %s%s", what, quote(name), oneOf(names), didYouMean(name, names))
		}
	}
}

// option reads the reference to a facet.
func (d *decoder) option(o *fit.Option) reader {
	return func(n *yaml.Node, what string) {
		var ref string
		d.text(&ref)(n, what)
		if ref == "" {
			return
		}
		role, facet, ok := strings.Cut(ref, "/")
		if !ok || role == "" || facet == "" {
			d.fail(n, "%s is %s, expected ROLE/FACET", what, quote(ref))
			return
		}
		o.Role, o.Facet = role, facet
		d.mark(o, n)
	}
}
