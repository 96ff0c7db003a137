//go:build unix

package state

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
)

// kills is the number of processes killed while they save answers.
const kills = 120

// times multiplies the number of processes to kill by KILLS, which make kills
// sets.
func times(n int) int {
	if factor, err := strconv.Atoi(os.Getenv("KILLS")); err == nil {
		return n * factor
	}
	return n
}

// TestKilledAtAnyMoment repeatedly kills a process that takes the quiz at a
// random point, lets the next one continue, and checks that nothing is missing
// except possibly the answer being saved.
func TestKilledAtAnyMoment(t *testing.T) {
	s, err := Open(t.TempDir(), time.Now)
	require.NoError(t, err)
	q := quiz(testPack())
	direct := newAnswers(q)
	inFlight := 0
	for kill := range times(kills) {
		cmd, out := helper(t, "session", s.dir, strconv.Itoa(kill))
		var flying *fit.Event
		for range rand.IntN(8) {
			if !out.Scan() || out.Text() == "done" {
				break
			}
			flying = follow(t, q, direct, flying, out.Text())
		}
		require.NoError(t, cmd.Process.Kill())
		for out.Scan() && out.Text() != "done" { // its output before it was killed
			flying = follow(t, q, direct, flying, out.Text())
		}
		cmd.Wait()

		x, err := openOrBegin(s, q)
		require.NoError(t, err)
		if direct.Taken = x.Answers.Taken; flying != nil && !same(direct, x.Answers) {
			require.NoError(t, q.Record(direct, *flying))
			inFlight++
		}
		require.Equal(t, direct, x.Answers, "after kill %d", kill)
		require.NoError(t, x.Close())
		if q.Next(direct).Kind == fit.Done { // and then continue with the next process
			require.NoError(t, s.Discard(x.ID))
			direct = newAnswers(q)
		}
	}
	t.Logf("%d kills, %d with an answer on the disk whose keeper did not live to say so", times(kills), inFlight)
}

// follow applies a line of the helper's output to the expected answers. It
// returns the event that is being saved, or nil.
func follow(t *testing.T, q *fit.Quiz, direct *fit.Answers, flying *fit.Event, line string) *fit.Event {
	if line == "kept" {
		require.NoError(t, q.Record(direct, *flying))
		return nil
	}
	text, found := strings.CutPrefix(line, "keeping ")
	if !found {
		return flying // a line cut off by the kill
	}
	r := &fit.Event{}
	if json.Unmarshal([]byte(text), r) != nil {
		return flying
	}
	return r
}

func same(a, b *fit.Answers) bool { return fmt.Sprint(*a) == fmt.Sprint(*b) }

// TestFullDisk fills the disk in the middle of a session. The error is
// reported, and once there is room again, the answers from the meantime are
// saved along with the next.
func TestFullDisk(t *testing.T) {
	s, err := Open(t.TempDir(), time.Now)
	require.NoError(t, err)
	cmd, out := helper(t, "full", s.dir, "")
	var said []string
	for out.Scan() {
		said = append(said, out.Text())
	}
	require.NoError(t, cmd.Wait())
	require.Len(t, said, 6)
	require.Regexp(t, `^saving the answer in ".*\.jsonl": file too large$`, said[0])
	require.Regexp(t, `file too large$`, said[1])
	require.Regexp(t, `^writing ".*\.json": file too large$`, said[2])
	require.Equal(t, "true", said[3], "the torn line is cut off again")
	require.Regexp(t, `^saving the last answers in ".*": file too large$`, said[4], "who leaves is told")
	require.Equal(t, "<nil>", said[5])

	list, _, err := s.List()
	require.NoError(t, err)
	require.Empty(t, list)
	x, err := openOrBegin(s, quiz(testPack()))
	require.NoError(t, err)
	defer x.Close()
	require.Len(t, x.Answers.All, 4)
	require.Empty(t, x.Damaged)
}

// TestKilledWhileCheckingOff kills two processes that check off steps at the
// same time: whatever they reported as done is in the file.
func TestKilledWhileCheckingOff(t *testing.T) {
	s, err := Open(t.TempDir(), time.Now)
	require.NoError(t, err)
	var reported []string
	for kill := range times(10) {
		one, out := helper(t, "plan", s.dir, fmt.Sprint(2*kill))
		other, otherOut := helper(t, "plan", s.dir, fmt.Sprint(2*kill+1))
		for range 1 + rand.IntN(5) {
			require.True(t, out.Scan())
			reported = append(reported, out.Text())
		}
		require.True(t, otherOut.Scan())
		reported = append(reported, otherOut.Text())
		require.NoError(t, one.Process.Kill())
		require.NoError(t, other.Process.Kill())
		one.Wait()
		other.Wait()
		done, err := s.Done("test")
		require.NoError(t, err)
		require.Subset(t, done, reported)
	}
}
