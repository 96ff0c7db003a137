//go:build unix

package cli

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestScoreKilled checks that a file of scores has its old content or all of the
// new, and that a killed run leaves nothing that disturbs the next one.
func TestScoreKilled(t *testing.T) {
	inFolder(t)
	var people strings.Builder
	for i := range 4000 {
		fmt.Fprintf(&people, `{"id":"r%d","answers":{"free-week":{"best":"a","worst":"b"}}}`+"\n", i)
	}
	require.NoError(t, os.WriteFile("people.jsonl", []byte(people.String()), 0o600))
	want, status, said := run(t, "", "score", "people.jsonl", "--brief")
	require.Equal(t, 0, status, said)
	replaced := 0
	for range shots() {
		require.NoError(t, os.WriteFile("old", []byte("old"), 0o600))
		killed(t, ".", "score", "people.jsonl", "--brief", "-o", "old")
		got, err := os.ReadFile("old")
		require.NoError(t, err)
		require.Contains(t, []string{"old", want}, string(got))
		if string(got) == want {
			replaced++
		}
	}
	_, status, said = run(t, "", "score", "people.jsonl", "--brief", "-o", "old")
	require.Equal(t, 0, status, said)
	got, err := os.ReadFile("old")
	require.NoError(t, err)
	require.Equal(t, want, string(got))
	t.Logf("%d kills, %d files replaced before", shots(), replaced)
}

// TestWebKilled checks that the page of the quiz has its old content or all of
// the new.
func TestWebKilled(t *testing.T) {
	inFolder(t)
	web := func(name string) []string { return []string{"web", "--collect", "Mail it to me.", "-o", name} }
	require.NoError(t, rolefit(t, web("whole.html")...).Run())
	want, err := os.ReadFile("whole.html")
	require.NoError(t, err)
	replaced := 0
	for range shots() {
		require.NoError(t, os.WriteFile("old.html", []byte("old"), 0o600))
		killed(t, ".", web("old.html")...)
		got, err := os.ReadFile("old.html")
		require.NoError(t, err)
		require.True(t, string(got) == "old" || string(got) == string(want), "%d bytes, neither the old nor the new", len(got))
		if len(got) == len(want) {
			replaced++
		}
	}
	t.Logf("%d kills, %d files replaced before", shots(), replaced)
}

// TestPlanKilled checks that a step that was reported as done stays done, and
// that a killed process blocks no one.
func TestPlanKilled(t *testing.T) {
	inFolder(t)
	form := "pack: ops-roles\nanswers:\n  free-week: {best: a, worst: b}\nskills: {observability: 1, linux: 1}\n"
	require.NoError(t, os.WriteFile("form.yaml", []byte(form), 0o600))
	require.NoError(t, rolefit(t, "result", "form.yaml", "--save").Run())
	steps := []string{"observability/2", "linux/2"}
	done := 0
	for i := range shots() {
		step := steps[i%len(steps)]
		flag := []string{"--done", "--undone"}[i/len(steps)%2]
		before := doneSteps(t)
		killed(t, "home", "plan", flag, step)
		after := doneSteps(t)
		changed := slices.DeleteFunc(append(slices.Clone(before), after...), func(s string) bool {
			return slices.Contains(before, s) && slices.Contains(after, s)
		})
		require.Subset(t, []string{step}, changed, "nothing else changed")
		done += len(changed)
		require.NoError(t, rolefit(t, "plan", flag, step).Run(), "the lock of a dead process blocks no one")
		require.Equal(t, flag == "--done", slices.Contains(doneSteps(t), step))
	}
	t.Logf("%d kills, %d steps changed before", shots(), done)
}

func doneSteps(t *testing.T) []string {
	done, err := openStore(t, "home").Done("ops-roles")
	require.NoError(t, err)
	return done
}
