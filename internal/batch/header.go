package batch

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/rolefit/rolefit/internal/safetext"
	"github.com/rolefit/rolefit/internal/survey"
	"github.com/rolefit/rolefit/internal/wording"
)

// A header describes the beginning of a CSV file and the meaning of its
// columns.
type header struct {
	comma   rune
	columns *survey.Columns
	scores  *scoreColumns // columns of a file that score wrote, or nil
	length  int           // number of bytes before the first person
}

// commas lists the possible cell separators. Spreadsheets use semicolons in
// some locales, copied tables have tabs, and databases use bars. A bar can also
// be part of a label, so it has to make more columns known.
var commas = []rune{',', ';', '\t', bar}

const bar = '|'

// maxHeader is the maximum number of rows of column names; Qualtrics writes
// three.
const maxHeader = 3

// maxTitle is the maximum number of rows before the column names, such as the
// title of a survey.
const maxTitle = 3

// newHeader reads the rows of column names, which a title may precede. It
// returns nil if it needs more data.
func newHeader(r *run, data []byte, last bool) (*header, error) {
	first, err := headerAt(r, data, last)
	if first == nil || first.known() > 0 {
		return first, err
	}
	for start, skipped := 0, 0; skipped < maxTitle; skipped++ {
		n := recordLength(data[start:], first.comma)
		if start += n; n == 0 || start == len(data) {
			if !last {
				return nil, nil
			}
			break
		}
		h, e := headerAt(r, data[start:], last)
		if h == nil {
			return nil, nil
		}
		if h.known() > 1 {
			h.length += start
			return h, e
		}
	}
	return first, err
}

// headerAt reads the rows of column names at the beginning of data. It chooses
// the separator with the most known columns or, if that is a tie, the most
// columns.
func headerAt(r *run, data []byte, last bool) (best *header, err error) {
	start, only := separatorLine(data)
	if start > 0 && len(bytes.TrimSpace(data[start:])) == 0 && !last {
		return nil, nil
	}
	for _, comma := range commas {
		if only != 0 && comma != only {
			continue
		}
		h, e := r.parseHeader(data[start:], comma, last)
		if h == nil {
			return nil, nil
		}
		h.length += start
		if best == nil || h.known() > best.known() || h.known() == best.known() && comma != bar && len(h.columns.Names) > len(best.columns.Names) {
			best, err = h, e
		}
	}
	if err == nil {
		err = best.check(r)
	}
	return best, err
}

// separatorLine parses a first line such as "sep=;", which spreadsheets
// understand. It returns the length of the line and the separator.
func separatorLine(data []byte) (length int, comma rune) {
	n := bytes.IndexByte(data, '\n') + 1
	line := strings.TrimRight(string(data[:n]), "\r\n")
	line = strings.Trim(line, `"`)
	after, found := strings.CutPrefix(strings.ToLower(line), "sep=")
	if c := []rune(after); found && len(c) == 1 && slices.Contains(commas, c[0]) {
		return n, c[0]
	}
	return 0, 0
}

func (h *header) known() int {
	if h.scores != nil {
		return len(h.scores.fits)
	}
	return h.columns.Known
}

// parseHeader parses the rows of column names and returns the first error in
// them. It returns nil if it needs more data.
func (r *run) parseHeader(data []byte, comma rune, last bool) (*header, error) {
	h := &header{comma: comma, columns: &survey.Columns{}}
	rows, lengths, err := headerRows(data, comma, last)
	if rows == nil {
		return nil, nil
	}
	if err != nil {
		h.length = lengths[0]
		return h, err
	}
	rows = rows[:r.headerSize(rows)]
	for _, n := range lengths[:len(rows)] {
		h.length += n
	}
	if h.scores = newScoreColumns(r.Pack, rows[0]); h.scores != nil && r.results {
		h.columns.Names = rows[0]
		return h, nil
	}
	h.columns, err = r.finder().Match(rows, r.Map)
	return h, err
}

// manyHeaders matches column names that occur in files with several rows of
// names.
var manyHeaders = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(ResponseId|RecordedDate|StartDate|V\d+|Q\d+(_\d+)*(_\w+)?)$`)
})

// wantsMore reports whether more rows of column names may follow these.
func wantsMore(rows [][]string) bool {
	return slices.ContainsFunc(rows[0], func(name string) bool { return manyHeaders().MatchString(strings.TrimSpace(name)) })
}

// headerRows returns the rows that may contain column names, and their lengths
// in bytes. It returns no rows if it needs more data.
func headerRows(data []byte, comma rune, last bool) (rows [][]string, lengths []int, err error) {
	for len(rows) == 0 || len(rows) < maxHeader && wantsMore(rows) {
		n := recordLength(data, comma)
		if n == 0 && !last {
			return nil, nil, nil
		}
		if n == 0 {
			n = bytes.IndexByte(data, '\n') + 1
		}
		if n == 0 {
			break
		}
		names, err := new(splitter).split(data[:n], comma)
		if err != nil && len(rows) == 0 {
			return [][]string{nil}, []int{n}, fmt.Errorf("the row of column names %w", err)
		}
		rows, lengths, data = append(rows, slices.Clone(names)), append(lengths, n), data[n:]
	}
	return rows, lengths, nil
}

// headerSize returns the number of rows with column names. In Qualtrics files
// they end with its own ids; other tools may add a row with the text of the
// questions.
func (r *run) headerSize(rows [][]string) int {
	for i, row := range rows {
		if slices.ContainsFunc(row, func(n string) bool { return strings.Contains(n, `"ImportId"`) }) {
			return i + 1
		}
	}
	if len(rows) > 1 && len(rows[1]) == len(rows[0]) {
		if c, err := r.finder().Match(rows[1:2], nil); err == nil && c.Questions() > 0 && !c.Guessed {
			return 2
		}
	}
	return 1
}

// check returns an error if the columns don't contain answers.
func (h *header) check(r *run) error {
	switch {
	case h.scores != nil && r.results:
		return nil
	case h.scores != nil:
		return errors.New("contains scores, expected the answers that they were computed from; to count people with these scores: rolefit team FILE")
	case h.columns.Questions() == 0:
		return h.errUnknown(r)
	}
	return nil
}

// maxListed is the maximum number of names listed in a message.
const maxListed = 12

// errUnknown returns the error for a file that has no column with answers.
func (h *header) errUnknown(r *run) error {
	found := quotedNames(h.columns.Names)
	slices.Sort(found)
	numbers := ""
	if h.columns.Dropped {
		numbers = "; numbers count only if there are several, from 1 on, as in rolefit form --format markdown"
	}
	form := r.quiz.Planned()
	if len(form) == 0 {
		return errors.New("can't be read, because the pack has no questions")
	}
	example := form[0]
	return fmt.Errorf("has no column that answers a question of the quiz; found the columns %s; expected the questions' texts, such as %q, or codes such as %s.best and %s.worst%s; export the survey with complete question texts, or say which column is which: --map FILE (rolefit help groups)",
		listed(found), example.Prompt+" (best)", example.ID, example.ID, numbers)
}

func quotedNames(names []string) []string {
	var out []string
	for _, n := range names {
		if n = strings.TrimSpace(n); n != "" {
			out = append(out, fmt.Sprintf("%q", safetext.Sanitize(survey.Short(n))))
		}
	}
	return out
}

func listed(names []string) string {
	if len(names) > maxListed {
		return fmt.Sprintf("%s and %d more", strings.Join(names[:maxListed], ", "), len(names)-maxListed)
	}
	return strings.Join(names, ", ")
}

// sampleSize is the number of bytes at the beginning of a table that show how
// its numbers are to be read. It doesn't depend on how the input arrives.
const sampleSize = maxRecord * 3 / 4

// sample shows the first rows to the columns. It returns false if it needs more
// data. It doesn't wait for more if the first row has no number in a question's
// column and there are no columns but these.
func (h *header) sample(data []byte, last bool) bool {
	if h.scores != nil {
		return true
	}
	var rows [][]string
	split, rest := new(splitter), data[h.length:min(len(data), max(h.length, sampleSize))]
	for n := recordLength(rest, h.comma); n > 0; n = recordLength(rest, h.comma) {
		if cells, err := split.split(rest[:n], h.comma); err == nil {
			rows = append(rows, slices.Clone(cells))
		}
		if rest = rest[n:]; len(rows) == 1 && !h.columns.NeedsSample(rows[0]) {
			return true
		}
		if len(rows) > 0 && !last && len(data) < sampleSize {
			return false
		}
	}
	if !last && len(data) < sampleSize {
		return false
	}
	h.columns.Sample(rows)
	return true
}

// beginCSV removes the header from the chunk.
func (c *cutter) beginCSV(k *chunk, last bool) error {
	if c.found == nil {
		h, err := newHeader(c.run, k.data, last)
		if err != nil || h == nil {
			return err
		}
		c.found = h
	}
	h := c.found
	if !h.sample(k.data, last) {
		return nil
	}
	k.lines += h.rows(k.data)
	k.data = slices.Delete(k.data, 0, h.length)
	c.header, c.begun = h, true
	c.input.header = h
	k.notes = append(k.notes, h.notes(c.file)...)
	if h.scores == nil && h.columns.NamesPeople() {
		if err := c.keepLast(k, last); err != nil {
			return err
		}
	}
	if person := h.columns.PersonColumn(); person != "" && !c.anonymous {
		k.notes = append(k.notes, fmt.Sprintf("%s: the ids don't name people; to use a column instead: --id %q", c.file, safetext.Sanitize(person)))
	}
	return nil
}

// rows returns the number of rows before the first person, as a spreadsheet
// counts them. It doesn't show a line that names the separator.
func (h *header) rows(data []byte) (rows int) {
	start, _ := separatorLine(data)
	for rest := data[start:h.length]; len(rest) > 0; rows++ {
		n := recordLength(rest, h.comma)
		if n == 0 {
			n = len(rest)
		}
		rest = rest[n:]
	}
	return rows
}

// notes returns messages about how the columns were understood.
func (h *header) notes(file string) (out []string) {
	if h.scores != nil {
		return nil
	}
	for _, note := range h.columns.NumberNotes() {
		out = append(out, file+": "+note)
	}
	if h.columns.Guessed {
		out = append(out, fmt.Sprintf("%s: questions are found by their numbers, as in rolefit form --format markdown", file))
	}
	if incomplete := h.columns.Incomplete(); len(incomplete) > 0 {
		out = append(out, fmt.Sprintf("%s: columns are missing for %s: %s", file, wording.Count(len(incomplete), "question"), listed(incomplete)))
	}
	if names := quotedNames(h.columns.Ignored); len(names) > 0 {
		out = append(out, fmt.Sprintf("%s: columns left out: %s", file, listed(names)))
	}
	return out
}
