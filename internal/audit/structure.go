package audit

import (
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
)

// wordsPerMinute is how fast adults read non-fiction in silence (Brysbaert
// 2019, a meta-analysis of 190 studies). Choosing takes time on top of it.
const wordsPerMinute = 238

// Structure is what a pack consists of, and what its quiz makes of it.
type Structure struct {
	Written     int             `json:"written"`     // questions in the pack's own file
	PerQuestion []int           `json:"perQuestion"` // index is a number of roles: questions that show so many
	Dimensions  []DimensionSize `json:"dimensions"`
	Roles       []RoleStructure `json:"roles"`
	Facets      []FacetUse      `json:"facets"`  // by role and dimension, in file order
	Unknown     []string        `json:"unknown"` // options that name a facet which the role does not have
	Reading     Reading         `json:"reading"`
}

// A DimensionSize is how many questions of a dimension there are, and how many
// an interview without skips can ask. Of a pack with several choices of roles
// it is the choice with the fewest.
type DimensionSize struct {
	Dimension string `json:"dimension"`
	Questions int    `json:"questions"`
	AtMost    int    `json:"atMost"`
}

// A RoleStructure is one role's part in the questions. Of a pack with several
// choices of roles it is over all of them.
type RoleStructure struct {
	Role   string             `json:"role"`
	Facets map[string]int     `json:"facets"` // per dimension
	Used   map[string]int     `json:"used"`   // facets of these that a question asks
	Shown  map[string]int     `json:"shown"`  // questions that show the role
	Asked  map[string]float64 `json:"asked"`  // times an interview shows it to simulated people, in the mean
	Places []int              `json:"places"` // times in place a, b, c, d
	Most   float64            `json:"most"`   // the share of the place it is in most, above an equal share
	Words  float64            `json:"words"`  // mean words per option
}

// A FacetUse is how many questions ask a facet; of several choices of roles,
// how many of the one that asks it most.
type FacetUse struct {
	Facet     string `json:"facet"`
	Dimension string `json:"dimension"`
	Uses      int    `json:"uses"`
	Words     int    `json:"words"`
}

// Reading is how much there is to read: words per option and question, and
// for the shortest interview, the mean one of simulated people and the
// longest. The minutes are for reading alone.
type Reading struct {
	Option   Spread  `json:"option"`
	Question Spread  `json:"question"`
	Shortest Load    `json:"shortest"`
	Mean     Load    `json:"mean"`
	Longest  Load    `json:"longest"`
	PerMin   int     `json:"wordsPerMinute"`
	Rho      float64 `json:"rho"` // of the people whose mean it is
}

// A Spread is the least, the mean and the most of something.
type Spread struct {
	Least int     `json:"least"`
	Mean  float64 `json:"mean"`
	Most  int     `json:"most"`
}

// A Load is the reading of an interview.
type Load struct {
	Questions float64 `json:"questions"`
	Words     float64 `json:"words"`
	Minutes   float64 `json:"minutes"`
}

// structure looks at the questions that the quizzes hold, and at those that
// later sets made for the people of the reference row.
func (m *simulation) structure(p *fit.Pack, reference *counts) Structure {
	s := Structure{Written: len(p.Written), PerQuestion: make([]int, fit.MaxShown+1), Unknown: []string{}}
	c := newCensus(p)
	for i, q := range m.quizzes {
		c.quiz(q, m.members[i])
	}
	later := make([]*fit.Question, 0, len(reference.asked))
	for x := range reference.asked {
		later = append(later, x)
	}
	slices.SortFunc(later, func(a, b *fit.Question) int { return strings.Compare(a.ID, b.ID) })
	for _, x := range later {
		c.facets(x, c.later)
		c.asked(x, reference.asked[x])
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

// dimensions are the questions of the quiz that has the fewest of each.
func (m *simulation) dimensions() []DimensionSize {
	out := make([]DimensionSize, len(fit.Dimensions))
	for d := range out {
		out[d] = DimensionSize{Dimension: fit.Dimensions[d].String(), Questions: -1}
		for _, q := range m.quizzes {
			n := 0
			for _, x := range q.Questions {
				if int(x.Dimension) == d {
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

// reading is the reading load. The shortest and the longest interview are of
// questions of mean length.
func (m *simulation) reading(c *census, reference *counts) Reading {
	r := Reading{PerMin: wordsPerMinute, Rho: referenceRho}
	var options, questions []int
	for _, x := range c.questions {
		questions = append(questions, x.Words())
		for i := range x.Options {
			options = append(options, words(x.Options[i].Text))
		}
	}
	r.Option, r.Question = spread(options), spread(questions)
	load := func(n, words float64) Load { return Load{n, words, words / wordsPerMinute} }
	sets, first := 0, m.quizzes[0].Rounds[0]
	for _, size := range m.quizzes[0].Rounds {
		sets += size
	}
	r.Shortest = load(float64(first), float64(first)*r.Question.Mean)
	r.Longest = load(float64(sets), float64(sets)*r.Question.Mean)
	n, all := int64(0), int64(0)
	for x, times := range reference.asked {
		n += times
		all += times * int64(x.Words())
	}
	r.Mean = load(ratio(n, reference.people), ratio(all, reference.people))
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
