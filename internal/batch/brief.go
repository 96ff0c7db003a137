package batch

import (
	"bytes"
	"strconv"

	"github.com/rolefit/rolefit/internal/fit"
)

// brief writes id, verdict, named roles and fits, and works out nothing else.
type brief struct {
	*decoder
	form    Form
	quizzes map[*fit.Quiz]*briefQuiz
}

// maxQuizzes bounds the quizzes kept: lines may name roles at random.
const maxQuizzes = 32

// A briefQuiz is what is worked out once for the people of one quiz.
type briefQuiz struct {
	quiz   *fit.Quiz
	scorer *fit.Scorer
	roles  []string   // as the fits of a line have them: `"sre":`
	column []int      // the role's index in the quiz, by its index in the pack; -1
	fits   [][]string // by how many questions show a role and the sum of its scores
	id     []byte     // scratch
}

func newBriefQuiz(q *fit.Quiz) *briefQuiz {
	b := &briefQuiz{quiz: q, scorer: fit.NewScorer(q)}
	for _, r := range q.Roles {
		b.roles = append(b.roles, strconv.Quote(r.ID)+":")
	}
	for i, next := 0, 0; i < len(q.Pack.Roles); i++ {
		b.column = append(b.column, -1)
		if next < len(q.Roles) && q.Roles[next].ID == q.Pack.Roles[i].ID {
			b.column[i] = next
			next++
		}
	}
	return b
}

func (w *brief) line(p *part, line []byte) error {
	if w.scanner.read(line) {
		b := w.of(w.quiz)
		w.scanner.score(b.scorer)
		p.out = w.write(p.out, b, w.scanner.id, b.scorer.Standing(w.scanner.seed))
		return nil
	}
	q, a, err := w.slow(line)
	if err != nil {
		return err
	}
	b := w.of(q)
	b.scorer.Reset()
	b.scorer.AddAll(a)
	b.id = append(b.id[:0], a.ID...)
	p.out = w.write(p.out, b, b.id, b.scorer.Standing(a.Seed))
	return nil
}

// of is the quiz with what is worked out once.
func (w *brief) of(q *fit.Quiz) *briefQuiz {
	b := w.quizzes[q]
	if b == nil {
		if len(w.quizzes) >= maxQuizzes {
			clear(w.quizzes)
		}
		b = newBriefQuiz(q)
		w.quizzes[q] = b
	}
	return b
}

// write appends the line.
func (w *brief) write(out []byte, b *briefQuiz, id []byte, s fit.Standing) []byte {
	if w.form.CSV {
		return w.row(out, b, id, s)
	}
	open := byte('{')
	for _, field := range w.form.Fields {
		out = append(out, open)
		open = ','
		switch field {
		case "id":
			out = appendID(append(out, `"id":`...), id)
		case "verdict":
			out = append(append(append(out, `"verdict":"`...), s.Verdict...), '"')
		case "named":
			out = b.named(append(out, `"named":`...), s.Named)
		default:
			out = b.allFits(append(out, `"fits":`...))
		}
	}
	return append(out, '}', '\n')
}

func (b *briefQuiz) named(out []byte, roles []int) []byte {
	out = append(out, '[')
	for i, r := range roles {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(out, b.roles[r][:len(b.roles[r])-1]...)
	}
	return append(out, ']')
}

func (b *briefQuiz) allFits(out []byte) []byte {
	open := byte('{')
	for r, name := range b.roles {
		out = append(append(out, open), name...)
		open = ','
		if fitted := b.fit(r); fitted != "" {
			out = append(out, fitted...)
		} else {
			out = append(out, "null"...)
		}
	}
	return append(out, '}')
}

// fit is the fit of a role as text, "" when it is not judged.
func (b *briefQuiz) fit(role int) string {
	sum, shown := b.scorer.Sum(role)
	if shown == 0 {
		return ""
	}
	for len(b.fits) <= shown {
		b.fits = append(b.fits, make([]string, 2*len(b.fits)+1))
	}
	text := &b.fits[shown][sum+shown]
	if *text == "" {
		*text = strconv.FormatFloat(*fit.FitOf(sum, shown), 'f', -1, 64)
	}
	return *text
}

func (w *brief) row(out []byte, b *briefQuiz, id []byte, s fit.Standing) []byte {
	for i, field := range w.form.Fields {
		if i > 0 {
			out = append(out, ',')
		}
		switch field {
		case "id":
			out = appendCell(out, string(id))
		case "verdict":
			out = append(out, s.Verdict...)
		case "named":
			for i, r := range s.Named {
				if i > 0 {
					out = append(out, ' ')
				}
				out = append(out, b.quiz.Roles[r].ID...)
			}
		default:
			out = b.columns(out)
		}
	}
	return append(out, '\n')
}

func (b *briefQuiz) columns(out []byte) []byte {
	for i, r := range b.column {
		if i > 0 {
			out = append(out, ',')
		}
		if r >= 0 {
			out = append(out, b.fit(r)...)
		}
	}
	return out
}

// appendID appends an id as JSON: as it is where nothing in it needs more.
func appendID(out, id []byte) []byte {
	if bytes.IndexFunc(id, func(r rune) bool { return r < ' ' || r > '~' || r == '"' || r == '\\' }) < 0 {
		return append(append(append(out, '"'), id...), '"')
	}
	out, _ = appendJSON(out, string(id), 0) // of a string it cannot fail
	return out
}
