//go:build unix

package state

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestUnfinished(t *testing.T) {
	s, q := testStore(t), quiz(testPack())
	list, problems, err := s.Unfinished("test")
	require.NoError(t, err)
	require.Empty(t, list)
	require.Empty(t, problems)
	require.NoDirExists(t, s.dir, "looking makes no folder")

	first := begin(t, s, q)
	answer(t, first, q, 3)
	second := begin(t, s, quiz(testPack(), "ant", "cat"))
	require.NotEqual(t, first.ID, second.ID)
	require.NoError(t, first.Close())
	require.NoError(t, second.Close())
	folder := filepath.Join(s.dir, sessions)
	old := noon.Add(-StaleAfter - time.Hour)
	require.NoError(t, os.Chtimes(filepath.Join(folder, first.ID+".jsonl"), old, old))
	require.NoError(t, os.Chtimes(filepath.Join(folder, second.ID+".jsonl"), noon.Add(time.Hour), noon.Add(time.Hour)))
	require.NoError(t, os.WriteFile(filepath.Join(folder, "torn-at-birth.jsonl"), []byte(`{"sch`), fileMode))
	require.NoError(t, os.WriteFile(filepath.Join(folder, "foreign.jsonl"), []byte("hello\nworld\n"), fileMode))
	require.NoError(t, os.WriteFile(filepath.Join(folder, "later.jsonl"), []byte(`{"schema":"rolefit/session/9"}`+"\n"), fileMode))
	require.NoError(t, os.Symlink("/etc/passwd", filepath.Join(folder, "link.jsonl")))
	require.NoError(t, os.Mkdir(filepath.Join(folder, "folder.jsonl"), folderMode))

	list, problems, err = s.Unfinished("test")
	require.NoError(t, err)
	require.Len(t, list, 2)
	require.Equal(t, []string{second.ID, first.ID}, []string{list[0].ID, list[1].ID})
	require.Equal(t, StaleAfter+time.Hour, list[1].Age)
	require.Equal(t, 3, list[1].Answered)
	require.Zero(t, list[0].Age, "a clock that went back")
	require.Equal(t, uint64(42), list[0].Head.Seed)
	var said strings.Builder
	for _, p := range problems {
		said.WriteString(p.Error() + "\n")
	}
	require.Equal(t, strings.ReplaceAll(`opening "DIR/link.jsonl": it is not a regular file
reading "DIR/later.jsonl": line 1: schema is "rolefit/session/9", expected "rolefit/session/2"
reading "DIR/foreign.jsonl": line 1 is not the head of a session; expected its schema first
opening "DIR/folder.jsonl": it is not a regular file
`, "DIR", folder), said.String())
	list, _, err = s.Unfinished("other")
	require.NoError(t, err)
	require.Empty(t, list)
}
