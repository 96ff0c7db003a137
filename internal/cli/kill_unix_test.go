//go:build unix

package cli

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
)

// rolefit returns a command that runs the program in another process, with its
// state in the given folder.
func rolefit(t *testing.T, args ...string) *exec.Cmd {
	cmd := exec.Command("rolefit", args...)
	home, err := filepath.Abs("home")
	require.NoError(t, err)
	cmd.Env = append(os.Environ(), "ROLEFIT_HOME="+home)
	return cmd
}

// killed runs the program and kills it at a random moment. The delay is counted
// in looks at the folder, either from when something new appears in it or from
// the start.
func killed(t *testing.T, watched string, args ...string) {
	before, _ := os.ReadDir(watched)
	cmd := rolefit(t, args...)
	require.NoError(t, cmd.Start())
	ended := make(chan struct{})
	go func() { cmd.Wait(); close(ended) }()
	changed, looks := false, rand.IntN(60)
	if rand.IntN(4) == 0 {
		changed, looks = true, rand.IntN(4000)
	}
	for looks > 0 {
		select {
		case <-ended:
			return
		default:
		}
		now, _ := os.ReadDir(watched)
		if changed = changed || len(now) != len(before); changed {
			looks--
		}
	}
	cmd.Process.Kill()
	<-ended
}

// times multiplies the number of processes to kill by KILLS, which make kills
// sets.
func times(n int) int {
	if factor, err := strconv.Atoi(os.Getenv("KILLS")); err == nil {
		return n * factor
	}
	return n
}

// shots is the number of processes of each kind to kill.
func shots() int { return times(25) }

// TestNextKilled checks that the answers are the old or the new ones, and that
// the lock of a dead process blocks no one.
func TestNextKilled(t *testing.T) {
	inFolder(t)
	_, status, said := run(t, "", "next", "me.json", "--seed", "1")
	require.Equal(t, 0, status, said)
	recorded := 0
	for range shots() {
		out, status, said := run(t, "", "next", "me.json")
		require.Equal(t, 0, status, said)
		var before, after nextJSON
		require.NoError(t, json.Unmarshal([]byte(out), &before))
		if before.Kind != fit.AskQuestion {
			require.NoError(t, os.Remove("me.json"))
			continue
		}
		killed(t, ".", "next", "me.json", "--answer", fmt.Sprintf(`{"id":%q,"best":%q,"worst":%q,"seconds":9}`, before.ID, before.Options[0].Key, before.Options[1].Key))
		out, status, said = run(t, "", "next", "me.json")
		require.Equal(t, 0, status, said)
		require.NoError(t, json.Unmarshal([]byte(out), &after))
		require.Contains(t, []int{before.Answered, before.Answered + 1}, after.Answered)
		recorded += after.Answered - before.Answered
	}
	require.NotContains(t, entries(t, "."), ".me.json.lock", "the next one has taken it and removed it")
	t.Logf("%d kills, %d answers recorded before", shots(), recorded)
}

// TestOutputKilled checks that a file has its old content or all of the new,
// and that a new pack is either complete or missing.
func TestOutputKilled(t *testing.T) {
	inFolder(t)
	want, status, said := run(t, "", "explain", "sre", "--format", "json")
	require.Equal(t, 0, status, said)
	replaced := 0
	for range shots() {
		require.NoError(t, os.WriteFile("old", []byte("old"), 0o600))
		killed(t, ".", "explain", "sre", "--format", "json", "-o", "old")
		got, err := os.ReadFile("old")
		require.NoError(t, err)
		require.Contains(t, []string{"old", want}, string(got))
		if string(got) == want {
			replaced++
		}
	}
	t.Logf("%d kills, %d files replaced before", shots(), replaced)

	require.Equal(t, 0, statusOf(run(t, "", "pack", "init", "whole")))
	for i := range shots() {
		dir := fmt.Sprint("pack", i)
		killed(t, dir, "pack", "init", dir)
		if _, err := os.Stat(dir + "/roles"); err == nil {
			require.DirExists(t, dir+"/quiz", "a pack that can be read is whole")
		}
		for _, part := range entriesOrNone(dir) {
			if !strings.HasPrefix(part, ".") {
				require.Equal(t, entries(t, "whole/"+part), entries(t, dir+"/"+part), "a part is there whole")
			}
		}
	}
}

func statusOf(_ string, status int, _ string) int { return status }

func entriesOrNone(dir string) (names []string) {
	all, _ := os.ReadDir(dir)
	for _, e := range all {
		names = append(names, e.Name())
	}
	return names
}

// TestResultsKilled checks that a result is saved completely or not at all, and
// that a deleted result is gone or still complete.
func TestResultsKilled(t *testing.T) {
	inFolder(t)
	list := func() (ids []string) {
		cmd := rolefit(t, "result", "--list", "--format", "json")
		var said strings.Builder
		cmd.Stderr = &said
		out, err := cmd.Output()
		require.NoError(t, err)
		require.Empty(t, said.String(), "nothing is damaged")
		var list struct{ Results []struct{ ID string } }
		require.NoError(t, json.Unmarshal(out, &list))
		for _, r := range list.Results {
			ids = append(ids, r.ID)
		}
		return ids
	}
	require.NoError(t, rolefit(t, "result", "form.yaml", "--save").Run())
	for range shots() {
		killed(t, "home/results", "result", "form.yaml", "--save")
	}
	saved := list()
	require.NotEmpty(t, saved)
	for _, id := range saved {
		killed(t, "home/results", "result", "--delete", id)
	}
	list()
	t.Logf("%d kills, %d results saved before", shots(), len(saved)-1)
}

// atOnce runs the same command line in several processes at once and counts
// their exit statuses.
func atOnce(t *testing.T, n int, args ...string) map[int]int {
	var mu sync.Mutex
	var all sync.WaitGroup
	counts := map[int]int{}
	for range n {
		cmd := rolefit(t, args...)
		all.Go(func() {
			cmd.Run()
			mu.Lock()
			counts[cmd.ProcessState.ExitCode()]++
			mu.Unlock()
		})
	}
	all.Wait()
	return counts
}

// TestConcurrentProcesses checks that one of several processes succeeds and the others
// fail if they record the same answer, create the same pack or delete the same
// result. If they write the same file, it is complete afterward.
func TestConcurrentProcesses(t *testing.T) {
	inFolder(t)
	_, status, said := run(t, "", "next", "me.json", "--seed", "1")
	require.Equal(t, 0, status, said)
	require.Equal(t, map[int]int{0: 1, 1: 7}, atOnce(t, 8, "next", "me.json", "--answer", `{"id":"free-week","best":"a","worst":"b"}`))
	out, status, said := run(t, "", "next", "me.json")
	require.Equal(t, 0, status, said)
	require.Contains(t, out, `"answered":1,`)
	require.Equal(t, map[int]int{0: 8}, atOnce(t, 8, "next", "new.json", "--seed", "1"))

	want, _, _ := run(t, "", "explain", "sre")
	require.Equal(t, map[int]int{0: 8}, atOnce(t, 8, "explain", "sre", "-o", "out.txt"))
	got, err := os.ReadFile("out.txt")
	require.NoError(t, err)
	require.Equal(t, want, string(got))
	require.Equal(t, map[int]int{0: 4}, atOnce(t, 4, "score", "people.jsonl", "-o", "out.jsonl"))

	require.Equal(t, map[int]int{0: 1, 1: 3}, atOnce(t, 4, "pack", "init", "pack"))
	_, problems := pack.Check("pack")
	require.Empty(t, problems)
	require.Empty(t, slices.DeleteFunc(entries(t, "pack"), func(name string) bool { return name[0] != '.' }))

	require.Equal(t, map[int]int{0: 8}, atOnce(t, 8, "result", "form.yaml", "--save"))
	results := entries(t, "home/results")
	require.Len(t, results, 8)
	id := strings.TrimSuffix(results[0], ".json")
	require.Equal(t, map[int]int{0: 1, 1: 7}, atOnce(t, 8, "result", "--delete", id))
	require.Len(t, entries(t, "home/results"), 7)
	require.Equal(t, []string{"advert.txt", "form.yaml", "home", "me.json", "new.json", "out.jsonl", "out.txt", "pack", "people.jsonl"}, entries(t, "."))
}
