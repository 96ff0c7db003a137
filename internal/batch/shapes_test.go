package batch

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/unicode"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/survey"
)

// annAndBob is the content of the files in shapes.
const annAndBob = `{"id":"ann","answers":[{"question":"free-week","best":"a","worst":"b"}]}
{"id":"bob","answers":[{"question":"free-week","best":"c","worst":"d"}]}
`

// shapes holds files as spreadsheets and survey tools write them, and the
// expected messages.
var shapes = []struct{ file, note string }{
	{"crlf.csv", ""},
	{"cr.csv", ""},
	{"quoted-comma-in-header.csv", `columns left out: "Bemerkung, falls nötig"`},
	{"comma-in-header.csv", `columns left out: "Name (kurz, ohne Titel)"`},
	{"utf16-tabs.csv", `columns left out: "Was fehlt?"`},
	{"line-breaks-in-cells.csv", `columns left out: "Anything else?", "Really nothing?"`},
	{"cr-in-cell.csv", `columns left out: "Any thing"`},
}

func TestCSVShapes(t *testing.T) {
	for _, s := range shapes {
		out, notes, err := answersIn(t, s.file, Options{CSV: true})
		require.NoError(t, err, s.file)
		require.Equal(t, annAndBob, out, s.file)
		if s.note != "" {
			s.note = s.file + ": " + s.note + "\n"
		}
		require.Equal(t, s.note, notes, s.file)
	}
}

// Tables are recognized by their content, whatever separates their cells and
// precedes their names.
func TestTableIsRecognized(t *testing.T) {
	table := lines("id,free-week.best,free-week.worst", "ann,a,b", "bob,c,d")
	bars := strings.ReplaceAll(table, ",", "|")
	for _, text := range []string{
		bars, "sep=|\n" + bars, "sep=\t\n" + strings.ReplaceAll(table, ",", "\t"), "Our survey\n\n" + table, "Our survey\n" + bars,
		lines("#,id,free-week.best,free-week.worst", "1,ann,a,b", "2,bob,c,d"),
	} {
		for _, chunk := range []int{1, 0} {
			out, _, err := answersOf(t, "f", func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }, Options{Chunk: chunk})
			require.NoError(t, err, text)
			require.Equal(t, annAndBob, out, text)
		}
	}
	out, _, err := answersOf(t, "f", func() (io.ReadCloser, error) {
		return io.NopCloser(strings.NewReader(lines("free-week | best,free-week | worst", "a,b"))), nil
	}, Options{})
	require.NoError(t, err)
	require.Contains(t, out, `"best":"a","worst":"b"`, "these bars belong to labels")
	for text, want := range map[string]string{"PK\x03\x04\x14\x00": "save the sheet as CSV", "\xd0\xcf\x11\xe0\xa1\xb1": "an old Excel file"} {
		_, _, err := answersOf(t, "f", func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }, Options{})
		require.ErrorContains(t, err, want)
	}
}

// surveys holds files in testdata/survey, in the shape of the tools' exports.
// Each has the same people as people.jsonl.
var surveys = []string{
	"google-forms-grid.csv", "google-forms-choices.csv", "google-sheet-choices.tsv", "nextcloud-grid.csv", "nextcloud-ranking.csv", "formbricks-choices.csv", "formbricks-ranking.csv",
	"limesurvey-array.csv", "limesurvey-rows.csv", "limesurvey-lists.csv", "limesurvey-ranking-codes.csv", "limesurvey-ranking-full.csv",
	"qualtrics-maxdiff.csv", "qualtrics-rank.csv", "qualtrics-choices-utf16.tsv", "surveyjs.jsonl", "surveyjs-ranking.jsonl",
	"excel-cp1252.csv", "excel-cr.csv", "by-number.csv", "own-labels.csv",
}

// Whatever tool people answered in, their answers are the same.
func TestSurveys(t *testing.T) {
	files, err := filepath.Glob("testdata/survey/*.[cjt]s*")
	require.NoError(t, err)
	require.Len(t, files, len(surveys)+1, "a file isn't tested")
	answers := func(file string, chunk int) string {
		o := Options{Chunk: chunk, Map: mapOf(t, file)}
		out, _, err := answersIn(t, filepath.Join("survey", file), o)
		require.NoError(t, err, file)
		return string(anyID.ReplaceAll([]byte(out), []byte("{")))
	}
	want := answers("people.jsonl", 0)
	require.Equal(t, 6, strings.Count(want, "\n"))
	for _, file := range surveys {
		for _, chunk := range []int{0, 100} {
			require.Equal(t, want, answers(file, chunk), file)
		}
	}
}

var anyID = regexp.MustCompile(`\{"id":"[^"]*",`)

// mapOf reads the map beside a file, or returns nil.
func mapOf(t *testing.T, file string) *survey.Map {
	name := filepath.Join("testdata", "survey", strings.TrimSuffix(file, filepath.Ext(file))+".map.yaml")
	data, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	require.NoError(t, err)
	m, err := survey.ParseMap(name, data)
	require.NoError(t, err)
	return m
}

// answersIn reads a file in testdata and returns its answers as JSON.
func answersIn(t *testing.T, file string, o Options) (out, notes string, err error) {
	t.Helper()
	return answersOf(t, file, func() (io.ReadCloser, error) { return os.Open(filepath.Join("testdata", file)) }, o)
}

func answersOf(t *testing.T, name string, open func() (io.ReadCloser, error), o Options) (out, notes string, err error) {
	t.Helper()
	o.Pack, o.Sources = pack.Builtin(), []Source{{Name: name, Open: open}}
	o.BadLine = func(b BadLine) { notes += b.String() + "\n" }
	o.Note = func(note string) { notes += note + "\n" }
	var b strings.Builder
	_, err = Each(t.Context(), &o, func(_ *fit.Quiz, a *fit.Answers) {
		type answer struct {
			Question string `json:"question"`
			Best     string `json:"best"`
			Worst    string `json:"worst"`
		}
		person := struct {
			ID      string   `json:"id"`
			Answers []answer `json:"answers"`
		}{ID: a.ID}
		for _, x := range a.All {
			person.Answers = append(person.Answers, answer{x.Question, x.Best, x.Worst})
		}
		line, err := appendJSON(nil, person)
		require.NoError(t, err)
		b.Write(line)
	})
	return b.String(), notes, err
}

// Text is read correctly in every encoding and with every line ending, however
// it arrives.
func TestEncodingsAndLineEnds(t *testing.T) {
	utf16 := func(order unicode.Endianness, mark unicode.BOMPolicy) func(string) string {
		return func(s string) string {
			text, err := unicode.UTF16(order, mark).NewEncoder().String(s)
			require.NoError(t, err)
			return text
		}
	}
	encodings := map[string]func(string) string{
		"UTF-8":                  func(s string) string { return s },
		"UTF-8 with mark":        func(s string) string { return "\ufeff" + s },
		"UTF-16 LE with mark":    utf16(unicode.LittleEndian, unicode.UseBOM),
		"UTF-16 BE with mark":    utf16(unicode.BigEndian, unicode.UseBOM),
		"UTF-16 LE without mark": utf16(unicode.LittleEndian, unicode.IgnoreBOM),
		"UTF-16 BE without mark": utf16(unicode.BigEndian, unicode.IgnoreBOM),
	}
	readers := map[string]func(io.Reader) io.Reader{"at once": func(r io.Reader) io.Reader { return r }, "byte by byte": iotest.OneByteReader, "with the error": iotest.DataErrReader}
	texts := map[bool]string{
		true:  "id,Wörter?,free-week.best,free-week.worst\n\nann,ä,a,b\nbob,\"ö, ü\",c,d\nbad,,a,a",
		false: "{\"id\":\"ann\",\"answers\":{\"free-week\":{\"best\":\"a\",\"worst\":\"b\"}}}\n\n{\"id\":\"\\u0062ob\",\"answers\":{\"free-week\":{\"best\":\"c\",\"worst\":\"d\"}}}\n{\"id\":\"bad\",\"answers\":[]}",
	}
	for csv, text := range texts {
		for _, end := range []string{"\n", "\r\n", "\r"} {
			for _, last := range []string{"", end} {
				for encoding, encode := range encodings {
					for arrival, reader := range readers {
						for _, chunk := range []int{1, 30, 0} {
							data := encode(strings.ReplaceAll(text, "\n", end) + last)
							out, notes, err := answersOf(t, "f", func() (io.ReadCloser, error) { return io.NopCloser(reader(strings.NewReader(data))), nil }, Options{CSV: csv, Chunk: chunk, MaxBad: -1})
							require.NoError(t, err)
							require.Equal(t, annAndBob, out, "CSV %t, %q, %q, %s, %s, chunks of %d", csv, end, last, encoding, arrival, chunk)
							line := map[bool]int{true: 5, false: 4}[csv]
							require.Contains(t, notes, fmt.Sprintf("f:%d: bad: ", line), "CSV %t, %q, %q, %s, %s, chunks of %d", csv, end, last, encoding, arrival, chunk)
						}
					}
				}
			}
		}
	}
}

// A small file that gzip makes large isn't read whole.
func TestTableIsBounded(t *testing.T) {
	var file bytes.Buffer
	z := gzip.NewWriter(&file)
	_, err := z.Write(make([]byte, maxTable+1))
	require.NoError(t, err)
	require.NoError(t, z.Close())
	require.Less(t, file.Len(), 1<<16)
	_, err = IsTable(&Options{Pack: pack.Builtin()}, file.Bytes())
	require.ErrorContains(t, err, "larger than 16 MB decompressed")
}

// A file of the wrong kind yields a single message that says what to do.
func TestWrongKind(t *testing.T) {
	for _, c := range []struct {
		file string
		csv  bool
		want string
	}{
		{"no-known-column.csv", true, `has no column that answers a question of the quiz; found the columns "Q1_best", "Q1_worst", "id"; expected the questions' texts, such as "You have a free week at work. What do you do? (best)", or codes such as free-week.best and free-week.worst; `},
		{"no-known-column-semicolons.csv", true, `has no column that answers a question of the quiz; found the columns "Mail", "Name, first", "Q1_best", "Q1_worst"; expected the questions' texts`},
		{"scores.csv", true, "contains scores, expected the answers that they were computed from; to count people with these scores: rolefit team FILE"},
		{"pretty.json", true, `has no column that answers a question of the quiz; found the columns "{"; expected the`},
	} {
		for _, chunk := range []int{1, 0} {
			out, notes, err := answersIn(t, c.file, Options{CSV: c.csv, Chunk: chunk})
			require.ErrorContains(t, err, `reading "`+c.file+`": `+c.want)
			require.NotContains(t, err.Error(), "\n")
			require.Empty(t, out+notes)
		}
	}
}

// A document of several lines is scored like a line. Without an id, it gets the
// name of its file.
func TestDocuments(t *testing.T) {
	for file, want := range map[string]string{"form.yaml": "form\n", "pretty.json": "ann\nbob\n", "array.json": "ann\nbob\n"} {
		source := Source{Name: "answers/" + file, Open: func() (io.ReadCloser, error) { return os.Open(filepath.Join("testdata", file)) }}
		var notes []string
		o := Options{Pack: pack.Builtin(), MaxBad: -1, BadLine: func(b BadLine) { t.Error(b) }, Note: func(note string) { notes = append(notes, note) }, Sources: []Source{source}}
		var out strings.Builder
		_, err := Score(t.Context(), &o, &out, Format{CSV: true, Fields: []string{"id"}})
		require.NoError(t, err)
		require.Equal(t, "id\n"+want, out.String())
		require.Empty(t, notes)
		o.Sources = append(o.Sources, Source{Name: "copies/" + file, Open: source.Open})
		_, err = Score(t.Context(), &o, io.Discard, Format{})
		require.NoError(t, err)
		require.Contains(t, notes[0], "answers/"+file+":1 and copies/"+file+":1 have the same answers")
	}
}

// A team accepts a file with one or more documents, and scores.
func TestTeamFiles(t *testing.T) {
	team := func(file string, csv bool) (people int, bad []string, err error) {
		o := Options{Pack: pack.Builtin(), CSV: csv, MaxBad: -1, BadLine: func(b BadLine) { bad = append(bad, b.String()) },
			Sources: []Source{{Name: file, Open: func() (io.ReadCloser, error) { return os.Open(filepath.Join("testdata", file)) }}}}
		_, sum, err := Team(t.Context(), &o)
		return sum.People, bad, err
	}
	people, bad, err := team("form.yaml", false)
	require.NoError(t, err)
	require.Empty(t, bad)
	require.Equal(t, 1, people)

	people, bad, err = team("pretty.json", false)
	require.NoError(t, err)
	require.Empty(t, bad)
	require.Equal(t, 2, people)

	for _, file := range []string{"brief.jsonl", "crlf.csv", "scores.csv"} {
		people, bad, err = team(file, false)
		require.NoError(t, err, file)
		require.Empty(t, bad, file)
		require.Equal(t, 2, people, file)
	}
}

// A missing or misplaced quote spoils its own line and no other.
func TestMissingQuoteSpoilsOneLine(t *testing.T) {
	text := lines("Note,id,free-week.best,free-week.worst",
		`"open,x,a,b`, `5" disk,y,a,b`, `"two`, `lines",ann,a,b`, `"a"b,z,a,b`, strings.Repeat("x", MaxLine)+`,w,,`,
		`"closed after too much,v,a,b`, strings.Repeat(",u,,\n", MaxLine/5)+`end",u,,`, `"never closed,s,a,b`, `,bob,c,d`)
	for _, chunk := range []int{1, 10, 1 << 20} {
		out, notes, err := answersOf(t, "f", func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }, Options{CSV: true, Chunk: chunk, MaxBad: -1})
		require.NoError(t, err)
		require.Equal(t, annAndBob, strings.ReplaceAll(out, `{"id":"u","answers":null}`+"\n", ""))
		const problem = ": -: is not a row of CSV: a quote is missing or out of place\n"
		end := 8 + MaxLine/5
		require.Equal(t, "f: columns left out: \"Note\"\nf:2"+problem+"f:3"+problem+"f:5"+problem+"f:6: -: is longer than 256 KB, expected one person's answers\nf:7"+problem+
			fmt.Sprintf("f:%d%sf:%d%s", end, problem, end+1, problem)+"f: rows 8, 9, 10, 11, 12 and others have the same id\n"+
			"Each of these counts as a person. If someone submitted twice, delete the copies and run this again.\n", notes)
	}
}

// A quote that is never closed doesn't delay the rows that follow.
func TestUnclosedQuoteIsBounded(t *testing.T) {
	ctx, stop := context.WithTimeout(t.Context(), 10*time.Second)
	defer stop()
	in := io.MultiReader(strings.NewReader("Note,id,free-week.best,free-week.worst\n\"open,x,a,b\n"), &endless{line: []byte(",ann,a,b\n")})
	o := Options{Pack: pack.Builtin(), CSV: true, MaxBad: -1, BadLine: func(BadLine) {}, Note: func(string) {},
		Sources: []Source{{Name: "f", Open: func() (io.ReadCloser, error) { return io.NopCloser(in), nil }}}}
	_, err := Score(ctx, &o, stopWriter{stop}, Format{Fields: BriefFields()})
	require.ErrorIs(t, err, context.Canceled)
}

type stopWriter struct{ stop context.CancelFunc }

func (w stopWriter) Write(p []byte) (int, error) {
	w.stop()
	return len(p), nil
}

// FuzzCut requires that the result doesn't depend on how the input is cut, and
// that every line is either read or reported.
func FuzzCut(f *testing.F) {
	for _, line := range append(append([]string{}, usual...), unusual...) {
		f.Add(line+"\n"+line, false)
	}
	for _, s := range shapes {
		data, err := os.ReadFile(filepath.Join("testdata", s.file))
		require.NoError(f, err)
		f.Add(string(data), true)
		f.Add(string(data)+"\"open,ann,a,b\n1\" x,y\n", true)
	}
	f.Fuzz(func(t *testing.T, text string, csv bool) {
		read := func(chunk int) string {
			out, notes, err := answersOf(t, "f", func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }, Options{CSV: csv, MaxBad: -1, Chunk: chunk})
			return fmt.Sprint(out, notes, err)
		}
		want := read(0)
		require.Equal(t, want, read(1))
		require.Equal(t, want, read(7))
	})
}
