package fast

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
)

// usual holds lines that the fast path must accept.
var usual = []string{
	`{"id":"r000001","answers":{"free-week":{"best":"b","worst":"d"},"new-service":{"best":"a","worst":"c"}}}`,
	`{"id": "r2", "answers": {"new-service": {"best": "a", "worst": "b", "seconds": 11.2}, "good-tuesday": {"skip": "none"}}, "skills": {"linux": 3, "scripting": {"skip": "unsure"}}}`,
	`{"pack":"ops-roles","seed":42,"taken":"2026-01-02T15:04:05Z","id":"a@b.example","answers":{"free-week":{"worst":"a","best":"c","seconds":0}},"cards":{"sre":"want","cloud":"pass"}}`,
	` {"id":"x y","answers" :{ "free-week":{"best":"b","worst":"d","seconds":1234567.25}},"cards":{"sre":"pass","cloud":"pass","devops":"pass","platform":"pass"}} `,
	`{"id":"r3","answers":{"free-week":{"skip":"none"},"new-service":{"skip":"none"},"good-tuesday":{"skip":"none"},"five-years":{"skip":"none"}},"cards":{"sre":"maybe"}}`,
	`{"id":"nothing said"}`,
	`{"id":"r5","holds":"sre","answers":{"free-week":{"best":"b","worst":"d"}}}`,
	`{"id":"r4","seed":7,"answers":{"free-week":{"best":"b","worst":"d","seconds":1.5},"new-service":{"best":"c","worst":"a","seconds":30}},"skills":{"linux":1,"observability":4},"start":"current:sre","conditions":{"on-call":"refuse","interruptions":"rather-not","emergencies":"fine"}}`,
}

// unusual holds lines that the fast path must refuse, although some are valid.
var unusual = []string{
	`{"id":"ü","answers":{"free-week":{"best":"b","worst":"d"}}}`,
	`{"id":"r\u00641","answers":{"free-week":{"best":"\u0062","worst":"d"}}}`,
	`{"id":"r1","roles":["sre","platform"],"answers":{"free-week":{"best":"a"}}}`,
	`{"id":"r1","answers":{"free-week":{"best":"b","worst":"d","seconds":1e1},"new-service":{},"good-tuesday":null}}`,
	`{"id":"r1","answers":{"free-week":{"best":"b","worst":"d"},}}`,
	`{"id":"r1","answers":{"free-week":{"best":"b","worst":"d"},"free-week":{"best":"b","worst":"d"}}}`,
	`{"id":"r1","answers":{"free-week":{"best":"b","worst":"b"}}}`,
	`{"id":"r1","answers":{"free-week":{"best":"e","worst":"b"}}}`,
	`{"id":"r1","answers":{"free-week":{"best":"b"}}}`,
	`{"id":"r1","answers":{"free-weak":{"best":"b","worst":"d"}}}`,
	`{"id":"r1","skills":{"linux":"3"}}`, `{"id":"r1","skills":{"linux":5}}`, `{"id":"r1","skills":{"linux":03}}`,
	`{"id":"r1","seed":-1}`, `{"id":"r1","seed":9007199254740993}`, `{"id":"r1","taken":"yesterday"}`, `{"id":"r1","pack":"other"}`,
	`{"id":"r1","cards":{"sre":"yes"}}`, `{"id":"r1","cards":{"sre":"want","sre":"want"}}`, `{"id":"r1","cards":{"card-1":"want"}}`, `{"id":"r1","cards":{}}`,
	`{"id":"r1","start":"nowhere"}`, `{"id":"r1","holds":"SRE"}`, `{"id":"r1","holds":""}`, `{"id":"r1","start":""}`, `{"id":"r1","start":{"skip":"unsure"}}`,
	`{"id":"r1","conditions":{}}`, `{"id":"r1","conditions":{"on-call":""}}`, `{"id":"r1","conditions":{"on-call":"fine","on-call":"fine"}}`,
	`{"id":" r1 "}`, `{"id":""}`, `{"answers":{}}`, `{"id":"r1"}{"id":"r2"}`, `{"id":"r1"} x`, `{"id":"r1","id":"r2"}`, `[]`, `{`,
}

// A differ compares the fast path with the slow one.
type differ struct {
	slow    *pack.Reader
	quiz    *fit.Quiz
	fast    *Reader
	writers map[Form]*Writer
	right   int
}

func newDiffer(t testing.TB) *differ {
	t.Helper()
	r := pack.NewReader(pack.Builtin())
	q, err := r.Quiz(nil)
	require.NoError(t, err)
	return &differ{r, q, NewReader(q), map[Form]*Writer{
		Brief: NewBriefWriter(q, fields, false), Scores: NewWriter(q, Scores), Whole: NewWriter(q, Whole),
	}, 0}
}

func TestUsualLines(t *testing.T) {
	d := newDiffer(t)
	for _, line := range usual {
		for _, end := range []string{"\n", "\r\n"} {
			accepted, _ := d.compare(t, line+end)
			require.True(t, accepted, line)
		}
	}
	for _, line := range unusual {
		require.False(t, d.fast.Read([]byte(line+"\n")), line)
	}
}

// scoreEvery is how many lines have their answers compared for each line whose
// score, which is slow, is compared as well.
const scoreEvery = 20

// compare requires that the slow path accepts each line that the fast path
// accepts, with the same answers and score. It reports whether each path
// accepted the line.
func (d *differ) compare(t testing.TB, line string) (accepted, right bool) {
	t.Helper()
	text := []byte(line)
	accepted = d.fast.Read(text)
	if !accepted && !json.Valid(text) {
		return false, false
	}
	q, want, err := d.slow.Answers("", bytes.TrimRight(text, "\r\n"))
	if !accepted {
		return false, err == nil && want.ID != ""
	}
	require.NoError(t, err, "%q", line)
	require.Same(t, d.quiz, q, "%q", line)
	require.NotEmpty(t, want.ID, "%q", line)
	var got fit.Answers
	d.fast.Answers(&got)
	require.Equal(t, *want, got, "%q", line)
	if d.right++; d.right%scoreEvery == 1 {
		result := fit.Score(q, want)
		for form, w := range d.writers {
			output := outputOf(t, form, result)
			require.Equal(t, output, string(w.Line(nil, d.fast)), "%q", line)
			require.Equal(t, output, string(w.Answers(nil, q, want)), "%q", line)
		}
	}
	return true, true
}

// outputOf returns the output for a result.
func outputOf(t testing.TB, form Form, r *fit.Result) string {
	var v any = r
	switch form {
	case Brief:
		v = struct {
			ID      string              `json:"id"`
			Verdict fit.Verdict         `json:"verdict"`
			Named   []string            `json:"named"`
			Fits    map[string]*float64 `json:"fits"`
		}{r.ID, r.Verdict, r.Named, r.Scores().Fits}
	case Scores:
		v = r.Scores()
	}
	return string(encode(v)) + "\n"
}

// TestMutatedLines compares both paths on MUTATIONS lines with random changes.
func TestMutatedLines(t *testing.T) {
	n := 100_000
	if wanted := os.Getenv("MUTATIONS"); wanted != "" {
		var err error
		n, err = strconv.Atoi(wanted)
		require.NoError(t, err)
	}
	d := newDiffer(t)
	r := rand.New(rand.NewPCG(1, 2))
	var accepted, right int
	for range n {
		line := mutate(r, usual[r.IntN(len(usual))])
		if fast, ok := d.compare(t, line); ok {
			right++
			if fast {
				accepted++
			}
		}
	}
	t.Logf("%d lines: %d right, %d of them accepted by the fast path", n, right, accepted)
	require.Greater(t, accepted, n/20, "the fast path is tested")
	require.Greater(t, right-accepted, n/500, "and so is what it refuses")
}

// tokens holds strings to insert anywhere in a line.
var tokens = []string{
	`,`, `,`, `,`, `{`, `}`, `:`, `"`, `\`, ` `, "\t", "\r", `0`, `1`, `-`, `.`, `e`, `a`, `d`, `null`, `true`, `[]`, `{}`, `""`, `"a"`, "\u00fc", "\xff", "\x00",
	`"best":`, `"worst":`, `"skip":"none"`, `"seconds":3`, `"seconds":1.5,`, `"free-week":`, `"linux":2`, `"id":"z",`, `,"id":"z"`, `"seed":7,`, `\u0061`, `"roles":[],`, `"at":"card:card-1",`, `"cards":{"sre":"pass","cloud":"pass"},`, `"sre":"want"`, `"platform":"pass"`,
}

// mutate changes a line in one to three places.
func mutate(r *rand.Rand, line string) string {
	b := []byte(line)
	for range 1 + r.IntN(3) {
		i := r.IntN(len(b) + 1)
		j := min(len(b), i+r.IntN(60))
		switch r.IntN(6) {
		case 0: // delete
			b = append(b[:i:i], b[min(len(b), i+1+r.IntN(3)):]...)
		case 1: // insert
			b = append(b[:i:i], append([]byte(tokens[r.IntN(len(tokens))]), b[i:]...)...)
		case 2: // replace
			b = append(b[:i:i], append([]byte(tokens[r.IntN(len(tokens))]), b[min(len(b), i+1):]...)...)
		case 3: // repeat
			b = append(b[:i:i], append(bytes.Clone(b[i:j]), b[i:]...)...)
		case 4: // swap two bytes
			if j < len(b) && i < len(b) {
				b[i], b[j] = b[j], b[i]
			}
		case 5: // replace a digit or letter with another
			if i < len(b) && b[i] >= '0' && b[i] <= '9' {
				b[i] = byte('0' + r.IntN(10))
			} else if i < len(b) && b[i] >= 'a' && b[i] <= 'e' {
				b[i] = byte('a' + r.IntN(5))
			}
		}
	}
	return string(bytes.ReplaceAll(b, []byte("\n"), nil)) + "\n"
}

// FuzzLine makes the same comparison for lines from the fuzzer.
func FuzzLine(f *testing.F) {
	for _, line := range append(usual, unusual...) {
		f.Add(line)
	}
	d := newDiffer(f)
	f.Fuzz(func(t *testing.T, line string) {
		for _, text := range bytes.Split([]byte(line), []byte("\n")) {
			if len(bytes.TrimSpace(text)) > 0 {
				d.compare(t, string(text)+"\n")
			}
		}
	})
}
