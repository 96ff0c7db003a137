//go:build linux

package cli

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/batch"
)

// loadLines returns the number of lines to score, which LOAD sets for make load.
func loadLines() (lines int, heavy bool) {
	if n, err := strconv.Atoi(os.Getenv("LOAD")); err == nil {
		return n, true
	}
	return 20_000, false
}

// badLines has a bad line of every kind.
var badLines = []string{
	"not JSON", "[]", "5", "null", `"text"`, `{"id":"b","answers":{`, `{"id":"b"} {"id":"c"}`, `{"id":"b","id":"c"}`, `{"answers":{}}`, `{"id":5}`, `{"id":""}`,
	`{"id":"b","answers":[]}`, `{"id":"b","answers":{"free-weak":{"best":"a","worst":"b"}}}`, `{"id":"b","answers":{"free-week":{"best":"a","worst":"a"}}}`,
	`{"id":"b","answers":{"free-week":{"best":"e","worst":"a"}}}`, `{"id":"b","answers":{"free-week":{"best":"a"}}}`, `{"id":"b","answers":{"free-week":{"skip":"maybe"}}}`,
	`{"id":"b","skills":{"linux":"3"}}`, `{"id":"b","skills":{"linux":9}}`, `{"id":"b","cards":{"sre":"perhaps"}}`, `{"id":"b","conditions":{"on-call":"never"}}`,
	`{"id":"b","start":"nowhere"}`, `{"id":"b","pack":"other"}`, `{"id":"b","seed":-1}`, `{"id":"b","seed":1e300}`, `{"id":"b","taken":"yesterday"}`, `{"id":"b","color":"red"}`,
	`{"id":"b","roles":["sre"]}`, `{"id":"b","roles":["sre","ser"]}`, "{\"id\":\"\xff\"}", "{\"id\":\"b\x00\"}", "{\"id\":\"b\x1b[31m\"}", `{"id":"b` + "\u202e" + `"}`,
	`{"id":"b","answers":` + strings.Repeat("[", 5000) + `}`, `{"id":"b","answers":{` + strings.Repeat(" ", batch.MaxLine) + `}}`,
	`{"id":"b","answers":{"free-week":{"best":"a","worst":"b","seconds":-1}}}`, `{"schema":"rolefit/result/2","id":"b"}`,
}

// A load writes lines. One in a hundred is bad, each kind in turn.
type load struct{ lines, bad int }

func (l *load) write(w io.Writer) error {
	b := bufio.NewWriterSize(w, 1<<16)
	for i := range l.lines {
		if i%100 == 99 {
			b.WriteString(badLines[l.bad%len(badLines)])
			l.bad++
		} else {
			fmt.Fprintf(b, `{"id":"r%d","seed":%d,"answers":{"free-week":{"best":"%c","worst":"d"},"new-service":{"best":"a","worst":"%c","seconds":4}}}`, i, i, 'a'+i%3, 'b'+i%3)
		}
		b.WriteByte('\n')
	}
	return b.Flush()
}

// TestLoad scores a stream of lines and counts: every line that is read is
// either written or reported, in order, and memory stays flat.
func TestLoad(t *testing.T) {
	l, heavy := &load{}, false
	l.lines, heavy = loadLines()
	cmd := exec.Command("rolefit", "score", "--brief")
	in, err := cmd.StdinPipe()
	require.NoError(t, err)
	out, err := cmd.StdoutPipe()
	require.NoError(t, err)
	said, err := cmd.StderrPipe()
	require.NoError(t, err)
	began := time.Now()
	require.NoError(t, cmd.Start())
	sent := make(chan error, 1)
	go func() { sent <- l.write(in); in.Close() }()
	reported := make(chan int, 1)
	var last string
	go func() {
		n := 0
		for s := bufio.NewScanner(said); s.Scan(); last = s.Text() {
			if strings.HasPrefix(s.Text(), "<stdin>:") {
				n++
			}
		}
		reported <- n
	}()
	written, expected := 0, 0
	for s := bufio.NewScanner(out); s.Scan(); written++ {
		if expected%100 == 99 {
			expected++ // that one was bad
		}
		require.True(t, bytes.HasPrefix(s.Bytes(), fmt.Appendf(nil, `{"id":"r%d",`, expected)), "%s after %d lines", s.Text(), expected)
		expected++
		if heavy && written%10_000 == 0 {
			time.Sleep(time.Millisecond) // a slow reader
		}
	}
	bad := <-reported
	require.NoError(t, <-sent)
	require.Error(t, cmd.Wait())
	require.Equal(t, exitFailed, cmd.ProcessState.ExitCode())
	require.Equal(t, l.lines/100, bad)
	require.Equal(t, l.lines, written+bad)
	require.Equal(t, fmt.Sprintf("rolefit: %d lines could not be scored; %d people were", bad, written), last)
	peak := cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss >> 10
	t.Logf("%d lines read, %d written, %d reported, %d MB at most, %s", l.lines, written, bad, peak, time.Since(began).Round(time.Second))
	require.Less(t, peak, int64(120), "MB")
}

// TestLoadStopped stops a run in the middle and starts it again. Interrupted, it
// has written whole lines and says how many, from which another run can
// continue; killed, it leaves the file of -o as it was.
func TestLoadStopped(t *testing.T) {
	inFolder(t)
	l := &load{}
	l.lines, _ = loadLines()
	f, err := os.Create("people.jsonl")
	require.NoError(t, err)
	require.NoError(t, l.write(f))
	require.NoError(t, f.Close())
	score := func(args ...string) *exec.Cmd {
		return exec.Command("rolefit", append([]string{"score", "--brief", "people.jsonl"}, args...)...)
	}
	require.Error(t, score("-o", "whole.jsonl").Run())
	require.FileExists(t, "whole.jsonl")
	whole, err := os.Open("whole.jsonl")
	require.NoError(t, err)
	defer whole.Close()
	wholeLines := bufio.NewReader(whole)

	cmd := score()
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	lines, n := bufio.NewReader(out), 0
	for {
		text, err := lines.ReadString('\n')
		if n == 100 {
			require.NoError(t, cmd.Process.Signal(os.Interrupt))
		}
		if err != nil {
			require.ErrorIs(t, err, io.EOF)
			require.Empty(t, text, "no line is cut off")
			break
		}
		want, err := wholeLines.ReadString('\n')
		require.NoError(t, err)
		require.Equal(t, want, text)
		n++
	}
	cmd.Wait()
	if cmd.ProcessState.ExitCode() == exitInterrupted { // it had not ended before
		require.Contains(t, said.String(), fmt.Sprintf("stopped after %d people; every line in the output is complete", n))
	}

	require.NoError(t, os.WriteFile("old.jsonl", []byte("old"), 0o600))
	killed(t, ".", "score", "--brief", "people.jsonl", "-o", "old.jsonl")
	data, err := os.ReadFile("old.jsonl")
	require.NoError(t, err)
	if string(data) != "old" {
		require.Len(t, bytes.SplitAfter(data, []byte("\n")), l.lines-l.lines/100+1)
	}
	full := score()
	full.Stdout, err = os.OpenFile("/dev/full", os.O_WRONLY, 0)
	require.NoError(t, err)
	message, _ := full.StderrPipe()
	require.NoError(t, full.Start())
	text, err := io.ReadAll(message)
	require.NoError(t, err)
	full.Wait()
	require.Equal(t, exitFailed, full.ProcessState.ExitCode())
	require.Contains(t, string(text), "rolefit: writing to standard output: no space left on device\n")
}
