package pack

import (
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/rolefit/rolefit/internal/fit"
	"gopkg.in/yaml.v3"
)

// maxQuizzes are kept by a reader: a batch may name roles at random, and the
// quiz of twelve roles takes a hundred kilobytes.
const maxQuizzes = 64

// A Reader reads answers to the quiz of one pack. Several goroutines may share
// it. It makes one quiz for each set of roles that answers name.
type Reader struct {
	pack    *fit.Pack
	mu      sync.Mutex
	quizzes map[string]*fit.Quiz // by the roles' ids, sorted
}

// NewReader makes a reader for a pack.
func NewReader(p *fit.Pack) *Reader {
	return &Reader{pack: p, quizzes: map[string]*fit.Quiz{}}
}

// Quiz is the quiz for some of the pack's roles, all when none is named.
func (r *Reader) Quiz(roles []string) (*fit.Quiz, error) {
	sorted := slices.Sorted(slices.Values(roles))
	key := strings.Join(sorted, " ")
	r.mu.Lock()
	defer r.mu.Unlock()
	if q := r.quizzes[key]; q != nil {
		return q, nil
	}
	q, err := fit.NewQuiz(r.pack, roles)
	if err == nil && len(r.quizzes) < maxQuizzes {
		r.quizzes[key] = q
	}
	return q, err
}

// Answers reads one person's answers, YAML or JSON, and the quiz that they are
// for. What is empty is not answered; all else that is not as it should be is
// an error: Problems with name as their file.
func (r *Reader) Answers(name string, data []byte) (*fit.Quiz, *fit.Answers, error) {
	d := &answersDecoder{decoder: decoder{file: name}, reader: r}
	var n *yaml.Node
	if isJSON(data) {
		n = d.parseJSON(data)
	} else {
		n = d.parse(data)
	}
	if n != nil && !d.foreign(n) {
		d.read(n)
	}
	if err := d.problems.sort().asError(); err != nil {
		return nil, nil, err
	}
	return d.quiz, d.answers, nil
}

// An answersDecoder is a decoder that knows which questions there are.
type answersDecoder struct {
	decoder
	reader  *Reader
	quiz    *fit.Quiz // nil when the answers are for another pack or roles
	answers *fit.Answers
}

// foreign says that the document is something else: a result, or answers for
// another pack. Of such a one nothing more is worth telling.
func (d *answersDecoder) foreign(n *yaml.Node) bool {
	if n.Kind != yaml.MappingNode {
		return false
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		switch key, value := n.Content[i].Value, n.Content[i+1]; {
		case key == "schema" && strings.HasPrefix(value.Value, "rolefit/"):
			d.fail(value, "the document is a %s, expected answers", quote(value.Value))
			return true
		case key == "pack" && value.Kind == yaml.ScalarNode && value.Tag == "!!str" && value.Value != "" && value.Value != d.reader.pack.ID:
			d.fail(value, "the answers are for pack %s, expected %q: --pack DIR names the folder of another", quote(value.Value), d.reader.pack.ID)
			return true
		}
	}
	return false
}

// read reads the document. The pack and roles come first, since they say
// which questions there are, and the cards last, since what the answers say
// decides which cards were shown.
func (d *answersDecoder) read(n *yaml.Node) {
	a := &fit.Answers{}
	d.answers = a
	whole := true // whether the pack and roles are known
	d.object(n, "the document",
		may("id", d.given(d.text(&a.ID))),
		may("pack", d.given(d.packID(&a.Pack, &whole))),
		may("roles", d.given(d.roles(&a.Roles, &whole))),
		may("seed", d.given(d.seed(a))),
		may("taken", d.given(d.taken(&a.Taken))),
		may("finished", d.given(d.truth(&a.Finished))),
		may("more", d.given(d.truth(&a.AllSkills))),
		may("answers", d.given(func(n *yaml.Node, what string) { d.all(n, what, whole) })),
		may("skills", d.given(d.ratings)),
		may("cards", d.given(func(n *yaml.Node, what string) { d.cards(n, what, whole) })),
		may("at", d.given(func(n *yaml.Node, what string) { d.backTo(n, what, whole) })))
	if whole && d.quiz == nil {
		d.useQuiz(n, nil)
	}
}

// given is a reader for what may be left empty.
func (d *answersDecoder) given(read reader) reader {
	return func(n *yaml.Node, what string) {
		if !empty(n) {
			read(n, what)
		}
	}
}

// empty says whether a node is what an unfilled form holds.
func empty(n *yaml.Node) bool {
	return n.Anchor == "" && n.Style&yaml.TaggedStyle == 0 && n.Kind == yaml.ScalarNode && (n.Tag == "!!null" || n.Value == "")
}

func (d *answersDecoder) packID(to *string, whole *bool) reader {
	return func(n *yaml.Node, what string) {
		if d.text(to)(n, what); *to != d.reader.pack.ID {
			*whole = false
		}
	}
}

// roles reads the roles asked for.
func (d *answersDecoder) roles(to *[]string, whole *bool) reader {
	return func(n *yaml.Node, what string) {
		before := len(d.problems)
		if d.texts(to, fit.MaxRoles)(n, what); len(*to) == 0 {
			*to = nil // all of them
		}
		known := ids(d.reader.pack.Roles, func(r fit.Role) string { return r.ID })
		for i, id := range *to {
			switch c := n.Content[i]; {
			case id == "":
			case !slices.Contains(known, id):
				d.fail(c, "role %s is not in pack %q, expected some of %s%s", quote(id), d.reader.pack.ID, strings.Join(known, ", "), didYouMean(id, known))
			case slices.Contains((*to)[:i], id):
				d.fail(c, "role %q is named twice, expected it once", id)
			}
		}
		if len(d.problems) == before && *whole {
			d.useQuiz(n, *to)
		}
		*whole = *whole && len(d.problems) == before
	}
}

// useQuiz chooses the quiz that the answers are for.
func (d *answersDecoder) useQuiz(n *yaml.Node, roles []string) {
	q, err := d.reader.Quiz(roles)
	if err != nil {
		d.fail(n, "%s", err)
	}
	d.quiz = q
}

func (d *answersDecoder) seed(a *fit.Answers) reader {
	return func(n *yaml.Node, what string) {
		var seed int
		before := len(d.problems)
		d.whole(&seed, 0, fit.MaxSeed)(n, what)
		a.Seed, a.Seeded = uint64(seed), len(d.problems) == before
	}
}

// taken reads a moment as RFC 3339 has it, and keeps its wording.
func (d *answersDecoder) taken(to *string) reader {
	return func(n *yaml.Node, what string) {
		if !d.plain(n, what) {
			return
		}
		if n.Kind != yaml.ScalarNode || new(time.Time).UnmarshalText([]byte(n.Value)) != nil {
			d.unexpected(n, what, "a moment such as 2026-01-02T15:04:05Z")
			return
		}
		*to = n.Value
	}
}

func (d *answersDecoder) truth(to *bool) reader {
	return func(n *yaml.Node, what string) {
		if !d.plain(n, what) {
			return
		}
		if n.Kind != yaml.ScalarNode || n.Tag != "!!bool" || n.Value != "true" && n.Value != "false" {
			d.unexpected(n, what, "true or false")
			return
		}
		*to = n.Value == "true"
	}
}

// all reads the answers to the questions.
func (d *answersDecoder) all(n *yaml.Node, what string, whole bool) {
	pairs := d.pairs(n, what)
	if whole && d.quiz == nil {
		d.useQuiz(n, nil)
	}
	if !whole || d.quiz == nil {
		return
	}
	for _, p := range pairs {
		q := d.quiz.Question(p.key.Value)
		if q == nil {
			d.fail(p.key, "question %s is not in this quiz, expected one of its %d%s", quote(p.key.Value), len(d.quiz.Questions),
				didYouMean(p.key.Value, ids(d.quiz.Questions, func(q *fit.Question) string { return q.ID })))
			continue
		}
		if !empty(p.value) {
			d.answer(q, p)
		}
	}
}

// ids lists the ids of things.
func ids[T any](things []T, id func(T) string) []string {
	out := make([]string, len(things))
	for i, t := range things {
		out[i] = id(t)
	}
	return out
}
