package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// still returns an environment without a terminal or a home folder.
func still(in io.Reader, out, said io.Writer) Env {
	return Env{
		In: in, Out: out, Err: said,
		Size:   func() (int, int) { return 0, 0 },
		Getenv: func(string) string { return "" },
		Now:    func() time.Time { return time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC) },
		Seed:   func() uint64 { return 1 },
	}
}

// A line of a batch has the same result as a file with the same answers.
func TestScoreMatchesResult(t *testing.T) {
	lines := []string{
		`{"id":"r1","pack":"ops-roles","seed":7,"taken":"2026-01-02T15:04:05Z","answers":{"free-week":{"best":"b","worst":"d","seconds":1.5},"new-service":{"skip":"none"}},"skills":{"linux":2,"scripting":{"skip":"unsure"}},"cards":{"sre":"want","cloud":false}}`,
		`{"id":"r2","roles":["sre","platform"],"answers":{"free-week":{"best":"a"}},"cards":{"sre":"pass","platform":"no"},"start":"current:sre"}`,
	}
	for _, line := range lines {
		name := filepath.Join(t.TempDir(), "one.json")
		require.NoError(t, os.WriteFile(name, []byte(line), 0o600))
		var quiz, score, compact bytes.Buffer
		require.Equal(t, exitDone, Run(t.Context(), still(nil, &quiz, io.Discard), []string{"result", name, "--format", "json"}))
		require.Equal(t, exitDone, Run(t.Context(), still(strings.NewReader(line), &score, io.Discard), []string{"score", "--texts"}))
		require.NoError(t, json.Compact(&compact, quiz.Bytes()))
		require.Equal(t, compact.String()+"\n", score.String())
	}
}

// stopping cancels the run after some output.
type stopping struct {
	bytes.Buffer
	stop context.CancelFunc
}

func (s *stopping) Write(p []byte) (int, error) {
	if s.Len() > 100_000 {
		s.stop()
	}
	return s.Buffer.Write(p)
}

// again is an endless stream that repeats one line.
type again string

func (a again) Read(p []byte) (n int, err error) {
	for len(p)-n >= len(a) {
		n += copy(p[n:], a)
	}
	return n, nil
}

// A canceled batch leaves only complete lines, or no file.
func TestScoreStopped(t *testing.T) {
	line := again(`{"id":"r1","answers":{"free-week":{"best":"b","worst":"d"}}}` + "\n")
	ctx, stop := context.WithCancel(t.Context())
	out := &stopping{stop: stop}
	var said bytes.Buffer
	require.Equal(t, exitInterrupted, Run(ctx, still(line, out, &said), []string{"score", "--brief"}))
	require.Regexp(t, `^rolefit: stopped after \d+ people; every line in the output is complete\n$`, said.String())
	got := strings.SplitAfter(out.String(), "\n")
	require.Empty(t, got[len(got)-1])
	for _, l := range got[:len(got)-1] {
		require.Equal(t, got[0], l)
	}

	folder := t.TempDir()
	ctx, stop = context.WithCancel(t.Context())
	stop()
	require.Equal(t, exitInterrupted, Run(ctx, still(line, io.Discard, io.Discard), []string{"score", "-o", filepath.Join(folder, "x.jsonl")}))
	left, err := os.ReadDir(folder)
	require.NoError(t, err)
	require.Empty(t, left)
}
