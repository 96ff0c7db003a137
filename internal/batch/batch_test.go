package batch

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync/atomic"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
)

// usual holds lines like those of most people.
var usual = []string{
	`{"id":"r000001","answers":{"free-week":{"best":"b","worst":"d"},"new-service":{"best":"a","worst":"c"}}}`,
	`{"id": "r2", "answers": {"new-service": {"best": "a", "worst": "b", "seconds": 11.2}, "good-tuesday": {"skip": "none"}}, "skills": {"linux": 3, "scripting": {"skip": "unsure"}}}`,
	`{"pack":"ops-roles","seed":42,"taken":"2026-01-02T15:04:05Z","id":"a@b.example","answers":{"free-week":{"worst":"a","best":"c","seconds":0}},"cards":{"sre":"want","cloud":"pass"}}`,
	`{"id":"nothing said"}`,
}

// unusual holds other lines, some of them valid.
var unusual = []string{
	`{"id":"ü<","answers":{"free-week":{"best":"b","worst":"d"}}}`,
	`{"id":"r\u00641","answers":{"free-week":{"best":"\u0062","worst":"d"}}}`,
	`{"id":"r1","roles":["sre","platform"],"answers":{"free-week":{"best":"a"}}}`,
	`{"id":"r1","roles":["sre","cloud"],"answers":{"free-week":{"best":"a"}}}`,
	`{"id":"r1","answers":{"free-week":{"best":"b","worst":"d","seconds":1e1},"new-service":{},"good-tuesday":null}}`,
	`{"id":"r1","answers":{"free-week":{"best":"b","worst":"b"}}}`,
	`{"id":"r1","answers":{"free-weak":{"best":"b","worst":"d"}}}`,
	`{"id":""}`, `{"answers":{}}`, `{"id":"r1"}{"id":"r2"}`, `{"id":"r1","id":"r2"}`, `[]`, `{`,
}

// A trial is one run over some texts.
type trial struct {
	Options
	format Format
	texts  []string
}

func (tr *trial) run(t testing.TB) (out string, bad []string, sum Summary, err error) {
	t.Helper()
	if tr.Pack == nil {
		tr.Pack = pack.Builtin()
	}
	tr.Sources = nil
	for i, text := range tr.texts {
		tr.Sources = append(tr.Sources, Source{Name: fmt.Sprintf("f%d", i), Open: func() (io.ReadCloser, error) {
			return io.NopCloser(strings.NewReader(text)), nil
		}})
	}
	tr.BadLine = func(b BadLine) { bad = append(bad, b.String()) }
	tr.Note = func(note string) { bad = append(bad, note) }
	var b strings.Builder
	sum, err = Score(t.Context(), &tr.Options, &b, tr.format)
	return b.String(), bad, sum, err
}

func lines(s ...string) string { return strings.Join(s, "\n") + "\n" }

func packed(t testing.TB, s string) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, err := z.Write([]byte(s))
	require.NoError(t, err)
	require.NoError(t, z.Close())
	return b.String()
}

// mixed returns good lines and bad lines of every kind, in three sources, one
// of them compressed.
func mixed(t testing.TB) []string {
	long := `{"id":"long","answers":{}` + strings.Repeat(" ", MaxLine) + `}`
	huge := `{"id":"huge","answers":{}` + strings.Repeat(" ", 1<<20) + `}`
	all := lines(append(append([]string{}, usual...), unusual...)...)
	many := strings.Repeat(usual[0]+"\r\n", 3000)
	return []string{
		"\ufeff" + all + "\n \r\n" + many + lines(long, usual[1], huge, usual[2]) + "\xff\xfe\n" + usual[0],
		packed(t, lines(usual...)+packedTail),
		lines(unusual...) + usual[1] + "\r\n",
	}
}

const packedTail = `{"id":"cut off`

// The output and the reported lines are the same for any number of workers, any
// chunk size, and however the input arrives.
func TestOutputIndependentOfChunks(t *testing.T) {
	for _, format := range []Format{{}, {Fields: BriefFields()}, {Fields: BriefFields(), CSV: true}, {Fields: []string{"id", "answers"}}} {
		for _, most := range []int{-1, 0, 7} {
			texts := mixed(t)
			one := trial{Options: Options{Workers: 1, MaxBad: most}, format: format, texts: texts}
			out, bad, sum, err := one.run(t)
			if most < 0 {
				require.NoError(t, err)
				require.Greater(t, sum.People, 3000)
				require.Len(t, bad, sum.Bad)
			} else {
				require.ErrorIs(t, err, ErrTooManyBad)
				require.Len(t, bad, most+1)
			}
			for _, workers := range []int{1, 2, 7} {
				for _, chunk := range []int{1, 1000, 1 << 20} {
					other := trial{Options: Options{Workers: workers, Chunk: chunk, MaxBad: most}, format: format, texts: texts}
					got, gotBad, gotSum, gotErr := other.run(t)
					require.Equal(t, err, gotErr)
					require.Equal(t, sum, gotSum)
					require.Equal(t, bad, gotBad)
					require.True(t, out == got, "%d workers, chunks of %d: %d bytes and not %d", workers, chunk, len(got), len(out))
				}
			}
		}
	}
}

// A line of the output equals the result of the same answers scored alone, and
// a brief line holds some of its fields.
func TestLineMatchesResult(t *testing.T) {
	reader := pack.NewReader(pack.Builtin())
	for _, line := range append(append([]string{}, usual...), unusual...) {
		q, a, err := reader.Answers("", []byte(line))
		if err != nil || a.ID == "" {
			continue
		}
		r := fit.Score(q, a)
		want, err := appendJSON(nil, r)
		require.NoError(t, err)
		scores := trial{texts: []string{line}}
		got, bad, _, err := scores.run(t)
		require.NoError(t, err)
		require.Empty(t, bad)
		encoded, err := appendJSON(nil, r.Scores())
		require.NoError(t, err)
		require.Equal(t, string(encoded), got)

		whole := trial{format: Format{Texts: true}, texts: []string{line}}
		got, bad, _, err = whole.run(t)
		require.NoError(t, err)
		require.Empty(t, bad)
		require.Equal(t, string(want), got)

		brief := trial{format: Format{Fields: BriefFields()}, texts: []string{line}}
		got, _, _, err = brief.run(t)
		require.NoError(t, err)
		want, err = Format{Fields: BriefFields()}.append(nil, q.Pack, r)
		require.NoError(t, err)
		require.Equal(t, string(want), got)

		table := Format{Fields: BriefFields(), CSV: true}
		row := trial{format: table, texts: []string{line}}
		got, _, _, err = row.run(t)
		require.NoError(t, err)
		want, err = table.append(nil, q.Pack, r)
		require.NoError(t, err)
		require.Equal(t, string(table.header(q.Pack))+string(want), got)
	}
}

func TestBadLines(t *testing.T) {
	tr := trial{Options: Options{MaxBad: -1}, texts: []string{lines(
		"", `{"id":"r2","answers":{"free-weak":{"best":"a","worst":"b"}}}`,
		`{"id":"r3","answers":{"free-week":{"best":"b","worst":"d"},}}`,
		`{"id":"r4`+"\x1b"+`[31m","answers":{}}`, `{"id":5}`, `{"id":"\u001b[2Jr6","skills":{"linux":"3"}}`, "{\"id\":\"\xff\"}", `id: r7`)}}
	out, bad, sum, err := tr.run(t)
	require.NoError(t, err)
	require.Empty(t, out)
	require.Equal(t, Summary{0, 7}, sum)
	require.Equal(t, []string{
		`f0:2: r2: question "free-weak" is not in this quiz, expected one of its 27 (did you mean "free-week"?)`,
		`f0:3: r3: is not valid JSON: invalid character '}' looking for beginning of object key string`,
		`f0:4: -: holds the control character U+001B, expected plain text`,
		`f0:5: 5: id is 5, expected text: put it in quotes`,
		`f0:6: r6: id holds the control character U+001B, expected plain text; "linux" in skills is "3", expected a whole number from 0 to 4`,
		`f0:7: ` + "\ufffd" + `: is not UTF-8 text`,
		`f0:8: -: is not a JSON object, expected one person's answers`,
	}, bad)
}

func TestLongestLine(t *testing.T) {
	long := func(start string, length int) string {
		return start + strings.Repeat(" ", length-len(start)-1) + "}"
	}
	tr := trial{Options: Options{MaxBad: -1}, texts: []string{lines(long(`{"id":"r1"`, MaxLine), long(`{"id":"r2"`, MaxLine+1)) +
		long(`{"id":"r3"`, MaxLine) + "\r\n" + long(`{"id":"\u0072"`, MaxLine) + "\n" + long(`{"id":"r5"`, 10<<20)}}
	_, bad, sum, err := tr.run(t)
	require.NoError(t, err)
	require.Equal(t, []string{
		"f0:2: r2: is longer than 256 KB, expected one person's answers",
		"f0:5: r5: is longer than 256 KB, expected one person's answers",
	}, bad)
	require.Equal(t, Summary{3, 2}, sum)
}

func TestFromCSV(t *testing.T) {
	tr := trial{Options: Options{CSV: true, MaxBad: -1}, format: Format{Fields: []string{"id", "asked", "verdict", "skills"}}, texts: []string{
		"\ufeff\r\n" + lines("Timestamp;id;free-week.best;free-week.worst;new-service.skip;skill.linux;skill.scripting",
			`1.1.;r1;b;d;none;3;unsure`, `;;;;;;`, ``, `1.1.;"r ""2""; x";a;"c";;;`, `1.1.;r3;a;a;;;`, `1.1.;r4;a;b;;x;`, `1.1.;r5;a`, `1.1.;"r6;a;b;;;`, `1.1.;r7;;;;;2`)}}
	out, bad, sum, err := tr.run(t)
	require.NoError(t, err)
	require.Equal(t, lines(
		`{"id":"r1","asked":2,"verdict":"undecided","skills":{"linux":{"name":"Linux","level":3},"scripting":{"name":"Scripting and automation","level":null,"skip":"unsure"}}}`,
		`{"id":"r \"2\"; x","asked":1,"verdict":"undecided","skills":{}}`,
		`{"id":"r4","asked":1,"verdict":"undecided","skills":{}}`,
		`{"id":"r7","asked":0,"verdict":"undecided","skills":{"scripting":{"name":"Scripting and automation","level":2}}}`), out)
	require.Equal(t, Summary{4, 3}, sum)
	require.Equal(t, []string{
		`f0: columns are missing for 1 question: new-service (best and worst)`,
		`f0:7: r3: no question can be used: question "free-week": best and worst are both "a", expected two different options`,
		`f0:9: r5: has 3 cells, expected 7, like the header row`,
		`f0:10: -: is not a row of CSV: a quote is missing or out of place`,
		`f0: 1 cell of 1 person was skipped, because the value wasn't expected; to say what it means: --map FILE (row 8): the level of "linux" is "x", expected a whole number from 0 to 4`,
		`f0: 4 time stamps of 4 people were skipped, because the format was ambiguous or unknown; expected one such as 2026-01-02T15:04:05Z (rows 3, 6, 8 and 11)`,
		`f0: 2 people stopped after 1 of 2 questions (rows 6 and 8)`,
	}, bad)
	for head, want := range map[string]string{
		"id,free-weak.best":  `column "free-weak.best" is of a question that the pack does not have (did you mean "free-week"?)`,
		"id,skill.linnux":    `did you mean "linux"?`,
		"id,id":              `column "id" occurs twice`,
		`id,"free-week.best`: `a quote is missing`,
	} {
		tr := trial{Options: Options{CSV: true}, texts: []string{head + "\n"}}
		_, _, _, err := tr.run(t)
		require.ErrorContains(t, err, want, head)
		require.ErrorContains(t, err, `reading "f0"`)
	}
}

// Cells that a spreadsheet would evaluate as a formula are escaped, and a CSV
// reader finds the id after the apostrophe.
func TestCSVOutput(t *testing.T) {
	var want [][]string
	var in []string
	for _, id := range []string{"=1+1", "+1", "-1", "@SUM(A1)", " =1", "＝1", "a,b", `a"b`, "a;=1", "1-1", "plain", "ü"} {
		line, err := json.Marshal(map[string]string{"id": id})
		require.NoError(t, err)
		in = append(in, string(line))
		id = strings.TrimSpace(id)
		if strings.ContainsAny(id[:1], "=+-@") || strings.HasPrefix(id, "＝") {
			id = "'" + id
		}
		want = append(want, []string{id, "undecided", "", "", "", "", ""})
	}
	tr := trial{format: Format{Fields: BriefFields(), CSV: true}, texts: []string{lines(in...)}}
	out, bad, _, err := tr.run(t)
	require.NoError(t, err)
	require.Empty(t, bad)
	require.Contains(t, out, `"a;=1"`)
	got, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	require.NoError(t, err)
	require.Equal(t, []string{"id", "verdict", "named", "fit.cloud", "fit.devops", "fit.platform", "fit.sre"}, got[0])
	require.Equal(t, want, got[1:])
}

// A source that fails ends the run, after the output for the lines read so far.
// For truncated gzip, the error says so.
func TestSourceError(t *testing.T) {
	broken := errors.New("the disk is gone")
	o := Options{Pack: pack.Builtin(), MaxBad: -1, Sources: []Source{{Name: "f", Open: func() (io.ReadCloser, error) {
		return io.NopCloser(io.MultiReader(strings.NewReader(usual[0]+"\n"+usual[1]), iotest.ErrReader(broken))), nil
	}}}}
	var out strings.Builder
	sum, err := Score(t.Context(), &o, &out, Format{Fields: []string{"id"}})
	require.ErrorIs(t, err, broken)
	require.Equal(t, 1, sum.People)
	require.Equal(t, `{"id":"r000001"}`+"\n", out.String())

	whole := packed(t, lines(usual...))
	tr := trial{format: Format{Fields: []string{"id"}}, texts: []string{whole[:len(whole)-9]}}
	_, _, _, err = tr.run(t)
	require.ErrorIs(t, err, io.ErrUnexpectedEOF)
}

// A slowWriter blocks until it is released.
type slowWriter struct{ let chan struct{} }

func (w slowWriter) Write(p []byte) (int, error) {
	<-w.let
	return len(p), nil
}

// If the output isn't being read, the cutter reads only a bounded amount ahead,
// and the run can still be stopped.
func TestBackpressure(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	line := []byte(usual[0] + "\n")
	source := &endless{line: line}
	o := Options{Pack: pack.Builtin(), Workers: 2, Chunk: 10_000, MaxBad: -1,
		Sources: []Source{{Name: "endless", Open: func() (io.ReadCloser, error) { return io.NopCloser(source), nil }}}}
	w := slowWriter{make(chan struct{})}
	done := make(chan error)
	go func() {
		_, err := Score(ctx, &o, w, Format{Texts: true})
		done <- err
	}()
	for range 50 { // partway through the input
		w.let <- struct{}{}
	}
	cancel()
	close(w.let)
	require.ErrorIs(t, <-done, context.Canceled)
	// Each write is a chunk. Two more are written while the run is stopped, some
	// wait, and each worker has one.
	require.LessOrEqual(t, source.read.Load(), int64(50+2+perWorker*o.Workers+o.Workers)*int64(o.Chunk))
}

// Chunks whose output is too large to hold are written in several parts.
func TestLargeOutput(t *testing.T) {
	const people = 5 * maxHeld / 5000 // a whole result is more than 5000 bytes
	text := ""
	for i := range people {
		text += strings.Replace(usual[0], "r000001", fmt.Sprint(i), 1) + "\n"
	}
	output := func(chunk int) string {
		tr := trial{Options: Options{Workers: 3, Chunk: chunk}, format: Format{Texts: true}, texts: []string{text}}
		out, _, sum, err := tr.run(t)
		require.NoError(t, err)
		require.Equal(t, people, sum.People)
		return out
	}
	require.True(t, output(1000) == output(len(text)/3))
}

// endless repeats one line.
type endless struct {
	line []byte
	read atomic.Int64
}

func (e *endless) Read(p []byte) (n int, err error) {
	defer func() { e.read.Add(int64(n)) }()
	for len(p)-n >= len(e.line) {
		n += copy(p[n:], e.line)
	}
	if n == 0 {
		n = copy(p, e.line)
	}
	return n, nil
}
