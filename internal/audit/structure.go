package audit

import (
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
)

// wordsPerMinute is the speed at which adults read nonfiction silently
// (Brysbaert 2019, a meta-analysis of 190 studies). It doesn't include the time
// to choose.
const wordsPerMinute = 238

// Structure describes the contents of a pack and how its quiz uses them.
type Structure struct {
	Written     int             `json:"written"`     // number of questions that the author wrote
	PerQuestion []int           `json:"perQuestion"` // number of questions by the number of roles that they show
	Dimensions  []DimensionSize `json:"dimensions"`
	Roles       []RoleStructure `json:"roles"`
	Facets      []FacetUse      `json:"facets"`  // ordered by role and dimension, then in file order
	Unknown     []string        `json:"unknown"` // facets that options refer to but no role has
	Reading     Reading         `json:"reading"`
}

// A DimensionSize is the number of questions in a dimension, and the maximum
// that an interview without skips asks. If there are several subsets of roles,
// it describes the one with the fewest questions.
type DimensionSize struct {
	Dimension string `json:"dimension"`
	Questions int    `json:"questions"`
	AtMost    int    `json:"atMost"`
}

// A RoleStructure describes how questions show one role, over all subsets of
// roles.
type RoleStructure struct {
	Role      string             `json:"role"`
	Facets    map[string]int     `json:"facets"`    // number of facets, by dimension
	Used      map[string]int     `json:"used"`      // number of facets that a question uses, by dimension
	Shown     map[string]int     `json:"shown"`     // number of questions that show the role, by dimension
	Asked     map[string]float64 `json:"asked"`     // mean number of times that an interview shows the role to simulated people, by dimension
	Places    []int              `json:"places"`    // number of times in position a, b, c and d
	PlaceBias float64            `json:"placeBias"` // share of its most frequent position minus an equal share
	Words     float64            `json:"words"`     // mean number of words in its options
}

// A FacetUse is the number of questions that use a facet. If there are several
// subsets of roles, it describes the one that uses the facet most.
type FacetUse struct {
	Facet     string `json:"facet"`
	Dimension string `json:"dimension"`
	Uses      int    `json:"uses"`
	Words     int    `json:"words"`
}

// A Reading describes the amount of text: the words per option and per
// question, and the words and the reading time of the shortest, mean and
// longest interview. The mean is over simulated people. Minutes don't include
// the time to choose.
type Reading struct {
	Option   Spread  `json:"option"`
	Question Spread  `json:"question"`
	Shortest Load    `json:"shortest"`
	Mean     Load    `json:"mean"`
	Longest  Load    `json:"longest"`
	PerMin   int     `json:"wordsPerMinute"`
	Rho      float64 `json:"rho"` // rho of the simulated people
}

// A Spread is the minimum, mean and maximum of a quantity.
type Spread struct {
	Min  int     `json:"min"`
	Mean float64 `json:"mean"`
	Max  int     `json:"max"`
}

// A Load is the amount of text in one interview.
type Load struct {
	Questions float64 `json:"questions"`
	Words     float64 `json:"words"`
	Minutes   float64 `json:"minutes"`
}

// structure describes the questions of the quizzes, and how often the people of
// the reference row were asked them.
func (m *simulation) structure(p *fit.Pack, reference *counts) Structure {
	s := Structure{Written: len(p.Written), PerQuestion: make([]int, fit.MaxShown+1), Unknown: []string{}}
	c := newCensus(p)
	for i, q := range m.quizzes {
		c.quiz(q, m.members[i])
	}
	later := make([]*fit.Question, 0, len(reference.asked))
	for question := range reference.asked {
		later = append(later, question)
	}
	slices.SortFunc(later, func(a, b *fit.Question) int { return strings.Compare(a.ID, b.ID) })
	for _, question := range later {
		c.facets(question, c.later)
		c.asked(question, reference.asked[question])
	}
	for x := range c.questions {
		s.PerQuestion[len(c.questions[x].Options)]++
	}
	s.Dimensions = m.dimensions()
	s.Roles, s.Facets = c.report(reference)
	s.Unknown = append(s.Unknown, c.unknown...)
	s.Reading = m.reading(c, reference)
	return s
}

func (m *simulation) dimensions() []DimensionSize {
	out := make([]DimensionSize, len(fit.Dimensions))
	for d := range out {
		out[d] = DimensionSize{Dimension: fit.Dimensions[d].String(), Questions: -1}
		for _, q := range m.quizzes {
			n := 0
			for _, question := range q.Questions {
				if int(question.Dimension) == d {
					n++
				}
			}
			if out[d].Questions < 0 || n < out[d].Questions {
				out[d].Questions = n
			}
		}
		for _, size := range m.quizzes[0].Rounds {
			out[d].AtMost += size / len(fit.Dimensions)
		}
	}
	return out
}

// reading returns the amount of text. It assumes that the questions of the
// shortest and the longest interview have mean length.
func (m *simulation) reading(c *census, reference *counts) Reading {
	r := Reading{PerMin: wordsPerMinute, Rho: referenceRho}
	var options, questions []int
	for _, question := range c.questions {
		questions = append(questions, question.Words())
		for i := range question.Options {
			options = append(options, words(question.Options[i].Text))
		}
	}
	r.Option, r.Question = spread(options), spread(questions)
	load := func(n, words float64) Load { return Load{n, words, words / wordsPerMinute} }
	all, first := 0, m.quizzes[0].Rounds[0]
	for _, size := range m.quizzes[0].Rounds {
		all += size
	}
	r.Shortest = load(float64(first), float64(float64(first)*r.Question.Mean))
	r.Longest = load(float64(all), float64(float64(all)*r.Question.Mean))
	asked, read := int64(0), int64(0)
	for question, times := range reference.asked {
		asked += times
		read += times * int64(question.Words())
	}
	r.Mean = load(ratio(asked, reference.total), ratio(read, reference.total))
	return r
}

func words(s string) int { return len(strings.Fields(s)) }

func spread(of []int) Spread {
	if len(of) == 0 {
		return Spread{}
	}
	sum := 0
	for _, n := range of {
		sum += n
	}
	return Spread{slices.Min(of), float64(sum) / float64(len(of)), slices.Max(of)}
}
