package batch

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/safetext"
	"github.com/rolefit/rolefit/internal/wording"
)

// DryRun reads the sources and describes how they were understood: the columns
// of tables, the number of people, and anything unusual about their answers.
func DryRun(ctx context.Context, o *Options) (lines []string, _ Summary, err error) {
	r := newRun(o)
	r.anonymous, r.results, r.Workers = true, true, 1
	var unfinished int // interviews; tables have their own notes
	asked := map[string]bool{}
	sum, err := r.process(ctx, io.Discard, func() task {
		return task{
			person: func(out []byte, q *fit.Quiz, a *fit.Answers) ([]byte, error) {
				unfinished += count(fit.Score(q, a).Provisional)
				for i := range a.All {
					asked[a.All[i].Question] = true
				}
				return out, nil
			},
			result: func(r *fit.Result) error { unfinished += count(r.Provisional); return nil },
			score:  func(*fit.Scores) error { return nil },
		}
	})
	if err != nil {
		return nil, sum, err
	}
	lines = r.describe(sum, len(asked))
	if unfinished > 0 {
		lines = slices.Insert(lines, 1, fmt.Sprintf("%s stopped before the last question", wording.Plural(unfinished, "person", "people")))
	}
	return lines, sum, nil
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// describe describes how the sources were understood. What is wrong comes
// first, and the meaning of each column last.
func (r *run) describe(sum Summary, asked int) (lines []string) {
	form, tables := len(r.quiz.Planned()), 0
	lines = append(lines, fmt.Sprintf("%s can be read, %s", wording.Plural(sum.People, "person", "people"), wording.Plural(sum.Bad, "line cannot", "lines cannot")))
	var found []string
	for _, in := range r.inputs {
		if h := in.header; h != nil {
			tables++
			lines = append(lines, h.describe(in.file, form)...)
			found = append(found, h.meanings(in.file)...)
		}
		lines = append(lines, in.notes()...)
	}
	for _, err := range r.foreign {
		lines = append(lines, "skipped: "+safetext.Sanitize(err.Error()))
	}
	lines = append(lines, r.repeats.notes()...)
	if tables == 0 {
		lines = append(lines, fmt.Sprintf("%d of %d questions answered by someone", asked, form))
	}
	return append(lines, found...)
}

// describe describes which columns of a table were understood.
func (h *header) describe(file string, form int) []string {
	c := h.columns
	if h.scores != nil {
		return []string{file + ": scores, as rolefit score --format csv writes them"}
	}
	incomplete := c.Incomplete()
	numbers := c.NumberNotes()
	lines := []string{fmt.Sprintf("%s: %d of %d questions found, %s ignored", file, c.Questions()-len(incomplete), form, wording.Count(len(c.Ignored), "column"))}
	for _, note := range numbers {
		lines = append(lines, "  "+note)
	}
	if len(incomplete) > 0 {
		lines = append(lines, "  columns are missing: "+listed(incomplete))
	}
	if missing := c.Missing(); len(missing) > 0 {
		lines = append(lines, "  not found: "+listed(missing))
	}
	if names := quotedNames(c.Ignored); len(names) > 0 {
		lines = append(lines, "  ignored: "+listed(names))
	}
	return lines
}

// meanings describes the meaning of each column of a table that was understood.
func (h *header) meanings(file string) (lines []string) {
	found := h.columns.Found()
	if len(found) == 0 {
		return nil
	}
	lines = append(lines, "", file+": what each column means")
	for _, name := range slices.Sorted(maps.Keys(found)) {
		lines = append(lines, fmt.Sprintf("  %-28s %q", name, strings.TrimSpace(found[name])))
	}
	return lines
}

// One returns the answers of the first person in the sources and the number of
// people. The answers are nil if there are no people.
func One(ctx context.Context, o *Options) (found *fit.Answers, people int, err error) {
	r := newRun(o)
	r.anonymous, r.Workers = true, 1
	sum, err := r.process(ctx, io.Discard, func() task {
		return task{person: func(out []byte, _ *fit.Quiz, a *fit.Answers) ([]byte, error) {
			if found == nil {
				found = &fit.Answers{}
				*found = *a
				found.All, found.Cards = slices.Clone(a.All), slices.Clone(a.Cards)
				found.Conditions, found.Skills = slices.Clone(a.Conditions), slices.Clone(a.Skills)
			}
			return out, nil
		}}
	})
	return found, sum.People, err
}

// maxTable is the maximum size in bytes of a decompressed file that may be a
// table. Compressed input can expand a thousandfold.
const maxTable = 16 << 20

// IsTable reports whether a file looks like a table rather than JSON or YAML.
func IsTable(o *Options, data []byte) (bool, error) {
	r := newRun(o)
	if err := r.prepare(); err != nil {
		return false, err
	}
	in, err := newTextReader(bytes.NewReader(data))
	if err != nil {
		return false, err
	}
	text, err := io.ReadAll(io.LimitReader(in, maxTable+1))
	if err != nil {
		return false, err
	}
	if len(text) > maxTable {
		return false, fmt.Errorf("it's larger than %d MB decompressed, the maximum for one person", maxTable>>20)
	}
	if isWebPage(text) {
		return false, errWebPage
	}
	text = append(bytes.TrimLeft(text, "\r\n \t"), '\n')
	is, _ := (&cutter{run: r}).isTable(text, bytes.IndexByte(text, '\n')+1, true)
	return is, nil
}
