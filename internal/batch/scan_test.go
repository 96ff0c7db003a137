package batch

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

// usual are lines that the fast path must take.
var usual = []string{
	`{"id":"r000001","answers":{"free-week":{"best":"b","worst":"d"},"new-service":{"best":"a","worst":"c"}}}`,
	`{"id": "r2", "answers": {"new-service": {"best": "a", "worst": "b", "seconds": 11.2}, "good-tuesday": {"skip": "none"}}, "skills": {"linux": 3, "scripting": {"skip": "unsure"}}}`,
	`{"pack":"ops-roles","seed":42,"taken":"2026-01-02T15:04:05Z","id":"a@b.example","answers":{"free-week":{"worst":"a","best":"c","seconds":0}},"cards":{"best":"sre","worst":"cloud"}}`,
	` {"id":"x y","answers" :{ "free-week":{"best":"b","worst":"d","seconds":1234567.25}},"cards":{"skip":"unsure"}} `,
	`{"id":"nothing said"}`,
}

// unusual are lines that only pack.Reader may judge, some of them right.
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
	`{"id":" r1 "}`, `{"id":""}`, `{"answers":{}}`, `{"id":"r1"}{"id":"r2"}`, `{"id":"r1"} x`, `{"id":"r1","id":"r2"}`, `[]`, `{`,
}

func builtin(t testing.TB) *decoder {
	t.Helper()
	p := pack.Builtin()
	d, err := newDecoder(pack.NewReader(p))
	require.NoError(t, err)
	return d
}

func TestUsualLinesAreQuick(t *testing.T) {
	d := builtin(t)
	for _, line := range usual {
		for _, end := range []string{"\n", "\r\n"} {
			require.True(t, d.scanner.read([]byte(line+end)), line)
			agree(t, d, line+end)
		}
	}
	for _, line := range unusual {
		require.False(t, d.scanner.read([]byte(line+"\n")), line)
	}
}

// agree requires that what the fast path takes, pack.Reader takes too, and
// reads and scores as the same. It says whether each took it.
func agree(t testing.TB, d *decoder, line string) (quick, right bool) {
	t.Helper()
	text := []byte(line)
	quick = d.scanner.read(text)
	if !quick && !json.Valid(text) {
		return false, false
	}
	q, a, err := d.slow(text)
	if !quick {
		return false, err == nil
	}
	require.NoError(t, err, "%q", line)
	require.Same(t, d.quiz, q, "%q", line)
	var got fit.Answers
	d.scanner.fill(&got)
	require.Equal(t, *a, got, "%q", line)
	fast, slow := fit.NewScorer(q), fit.NewScorer(q)
	d.scanner.score(fast)
	slow.AddAll(a)
	require.Equal(t, slow.Standing(a.Seed), fast.Standing(d.scanner.seed), "%q", line)
	return true, true
}

// TestMutatedLines holds the fast path to pack.Reader on lines with a few
// things changed at random: MUTATIONS of them.
func TestMutatedLines(t *testing.T) {
	n := 100_000
	if wanted := os.Getenv("MUTATIONS"); wanted != "" {
		var err error
		n, err = strconv.Atoi(wanted)
		require.NoError(t, err)
	}
	d := builtin(t)
	r := rand.New(rand.NewPCG(1, 2))
	var quick, right int
	for range n {
		line := mutate(r, usual[r.IntN(len(usual))])
		if q, ok := agree(t, d, line); ok {
			right++
			if q {
				quick++
			}
		}
	}
	t.Logf("%d lines: %d right, %d of them read by the fast path", n, right, quick)
	require.Greater(t, quick, n/20, "the fast path is tried")
	require.Greater(t, right-quick, n/500, "and so is the way around it")
}

// tokens are what may stand anywhere in a changed line.
var tokens = []string{
	`,`, `,`, `,`, `{`, `}`, `:`, `"`, `\`, ` `, "\t", "\r", `0`, `1`, `-`, `.`, `e`, `a`, `d`, `null`, `true`, `[]`, `{}`, `""`, `"a"`, "\u00fc", "\xff", "\x00",
	`"best":`, `"worst":`, `"skip":"none"`, `"seconds":3`, `"seconds":1.5,`, `"free-week":`, `"linux":2`, `"id":"z",`, `,"id":"z"`, `"seed":7,`, `\u0061`, `"roles":[],`, `"at":"cards",`,
}

// mutate changes a line in one to three places.
func mutate(r *rand.Rand, line string) string {
	b := []byte(line)
	for range 1 + r.IntN(3) {
		i := r.IntN(len(b) + 1)
		j := min(len(b), i+r.IntN(60))
		switch r.IntN(6) {
		case 0: // out
			b = append(b[:i:i], b[min(len(b), i+1+r.IntN(3)):]...)
		case 1: // in
			b = append(b[:i:i], append([]byte(tokens[r.IntN(len(tokens))]), b[i:]...)...)
		case 2: // for another
			b = append(b[:i:i], append([]byte(tokens[r.IntN(len(tokens))]), b[min(len(b), i+1):]...)...)
		case 3: // a piece again, somewhere
			b = append(b[:i:i], append(bytes.Clone(b[i:j]), b[i:]...)...)
		case 4: // two bytes swapped
			if j < len(b) && i < len(b) {
				b[i], b[j] = b[j], b[i]
			}
		case 5: // one digit or letter for another of its kind
			if i < len(b) && b[i] >= '0' && b[i] <= '9' {
				b[i] = byte('0' + r.IntN(10))
			} else if i < len(b) && b[i] >= 'a' && b[i] <= 'e' {
				b[i] = byte('a' + r.IntN(5))
			}
		}
	}
	return string(bytes.ReplaceAll(b, []byte("\n"), nil)) + "\n"
}

// FuzzLine is the same with what the fuzzer finds.
func FuzzLine(f *testing.F) {
	for _, line := range append(usual, unusual...) {
		f.Add(line)
	}
	d := builtin(f)
	f.Fuzz(func(t *testing.T, line string) {
		for _, text := range bytes.Split([]byte(line), []byte("\n")) {
			if len(bytes.TrimSpace(text)) > 0 {
				agree(t, d, string(text)+"\n")
			}
		}
	})
}
