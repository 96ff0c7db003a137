package state

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestDone(t *testing.T) {
	s := testStore(t)
	done, err := s.Done("test")
	require.NoError(t, err)
	require.Empty(t, done)
	set := func(pack, step string, done bool) bool {
		changed, err := s.SetDone(pack, step, done)
		require.NoError(t, err)
		return changed
	}
	require.False(t, set("test", "linux/1", false))
	require.True(t, set("test", "linux/1", true))
	require.False(t, set("test", "linux/1", true))
	require.True(t, set("other", "linux/1", true))
	require.True(t, set("test", "linux/2", true))
	require.True(t, set("test", "linux/1", false))
	done, err = s.Done("test")
	require.NoError(t, err)
	require.Equal(t, []string{"linux/2"}, done)
	done, err = s.Done("other")
	require.NoError(t, err)
	require.Equal(t, []string{"linux/1"}, done)
	entries, err := os.ReadDir(s.dir)
	require.NoError(t, err)
	require.Len(t, entries, 1, "no lock and no temporary file is left")
}

// A file that isn't ours is reported and left alone.
func TestForeignDone(t *testing.T) {
	for text, want := range map[string]string{
		`{`:                                     "it is not a list of steps in JSON",
		`[1]`:                                   "it is of type array, expected object; repair it, or move it away",
		`{"schema":"rolefit/done/1","done":{}}`: "done is of type object, expected array",
		`{"schema":"rolefit/done/1","done":[{"step":5}]}`:                                                 "done.step is of type number, expected string",
		`{"schema":"rolefit/done/2"}`:                                                                     `schema is "rolefit/done/2", expected "rolefit/done/1"`,
		`{"schema":"rolefit/done/1","more":1}`:                                                            `unknown field "more"`,
		`{"schema":"rolefit/done/1","done":[{"pack":"p","step":""}]}`:                                     `step "" of pack "p": expected both ids`,
		`{"schema":"rolefit/done/1","done":[{"pack":"p","step":"` + strings.Repeat("x", 300) + `"}]}`:     "of at most 200 bytes",
		`{"schema":"rolefit/done/1","done":[` + strings.Repeat(`{"pack":"p","step":"s"},`, 6000) + `{}]}`: "it has 6001 steps, expected at most 5000",
	} {
		s := testStore(t)
		require.NoError(t, os.MkdirAll(s.dir, folderMode))
		file := filepath.Join(s.dir, planName)
		require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
		_, err := s.Done("p")
		require.ErrorContains(t, err, want)
		_, err = s.SetDone("p", "a/1", true)
		require.ErrorContains(t, err, want)
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		require.Equal(t, text, string(data))
	}
}

func FuzzParseDone(f *testing.F) {
	f.Add([]byte(`{"schema":"rolefit/done/1","done":[{"pack":"p","step":"linux/1","at":"2026-01-02T15:04:05Z"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if file, err := parseDone(data); err == nil {
			require.LessOrEqual(t, len(file.Done), maxDone)
		}
	})
}
