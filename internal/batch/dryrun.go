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
	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/wording"
)

// DryRun reads the sources and describes how they were understood: the columns
// of tables, the number of people, and anything unusual about their answers.
func DryRun(ctx context.Context, o *Options) (lines []string, _ Summary, err error) {
	r := newRun(o)
	r.anonymous, r.results, r.Workers = true, true, 1
	asked := map[string]bool{}
	sum, err := r.process(ctx, io.Discard, func() task {
		return task{
			person: func(out []byte, _ *fit.Quiz, a *fit.Answers) ([]byte, error) {
				for i := range a.All {
					asked[a.All[i].Question] = true
				}
				return out, nil
			},
			result: func(*fit.Result) error { return nil },
			score:  func(*fit.Scores) error { return nil },
		}
	})
	if err != nil {
		return nil, sum, err
	}
	form := len(pack.Planned(r.quiz))
	for _, t := range r.tables {
		lines = append(lines, t.describe(form)...)
	}
	if len(r.tables) == 0 {
		lines = append(lines, fmt.Sprintf("%d of %d questions answered by someone", len(asked), form))
	}
	return append(lines, fmt.Sprintf("%s can be read, %s", wording.Plural(sum.People, "person", "people"), wording.Plural(sum.Bad, "line cannot", "lines cannot"))), sum, nil
}

// describe describes how the columns of a table were understood.
func (t *table) describe(form int) []string {
	c := t.header.columns
	if t.header.scores != nil {
		return []string{t.file + ": scores, as rolefit score --format csv writes them"}
	}
	line := fmt.Sprintf("%s: %d of %d questions found, %s ignored", t.file, c.Questions(), form, wording.Count(len(c.Ignored), "column"))
	counts := c.Counts()
	for _, n := range []struct {
		people int64
		what   string
	}{
		{counts.TwoBests.Load(), "two bests"}, {counts.TwoWorsts.Load(), "two worsts"}, {counts.Half.Load(), "a best or a worst alone"},
		{counts.Same.Load(), "the same best and worst"}, {counts.Stamps.Load(), "a time stamp that cannot be read"},
	} {
		if n.people > 0 {
			line += fmt.Sprintf(", %s %s %s", wording.Plural(int(n.people), "person", "people"), map[bool]string{true: "has", false: "have"}[n.people == 1], n.what)
		}
	}
	lines := []string{line}
	if names := quotedNames(c.Ignored); len(names) > 0 {
		lines = append(lines, "  ignored: "+listed(names))
	}
	if missing := c.Missing(); len(missing) > 0 {
		lines = append(lines, "  not found: "+listed(missing))
	}
	found := c.Found()
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
	text = append(bytes.TrimLeft(text, "\r\n \t"), '\n')
	is, _ := (&cutter{run: r}).isTable(text, bytes.IndexByte(text, '\n')+1, true)
	return is, nil
}
