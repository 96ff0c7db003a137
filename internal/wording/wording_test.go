package wording_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/wording"
)

func TestCount(t *testing.T) {
	require.Equal(t, "0 lines", wording.Count(0, "line"))
	require.Equal(t, "1 line", wording.Count(1, "line"))
	require.Equal(t, "2 people", wording.Plural(2, "person", "people"))
}

func TestNumber(t *testing.T) {
	require.Equal(t, "twelve", wording.Number(12))
	require.Equal(t, "13", wording.Number(13))
	require.Equal(t, "-1", wording.Number(-1))
}

func TestLists(t *testing.T) {
	require.Empty(t, wording.And(nil))
	require.Equal(t, "a", wording.Or([]string{"a"}))
	require.Equal(t, "a and b", wording.And([]string{"a", "b"}))
	require.Equal(t, "a, b or c", wording.Or([]string{"a", "b", "c"}))
}

func TestQuote(t *testing.T) {
	require.Equal(t, `"C:\Users\me\form.yaml"`, wording.Quote(`C:\Users\me\form.yaml`))
	require.Equal(t, `"a\x1b[2J\"b\n"`, wording.Quote("a\x1b[2J\"b\n"))
}

func TestCause(t *testing.T) {
	_, open := os.Open(filepath.Join(t.TempDir(), "none"))
	link := os.Rename(filepath.Join(t.TempDir(), "none"), "other")
	for _, err := range []error{open, link} {
		require.NotContains(t, wording.Cause(err).Error(), "none")
		require.ErrorIs(t, wording.Cause(err), fs.ErrNotExist)
	}
	other := errors.New("other")
	require.Equal(t, other, wording.Cause(other))
}

func TestCapitalize(t *testing.T) {
	for s, want := range map[string]string{"": "", "a b": "A b", "été": "Été", "\xffa": "\xffa"} {
		require.Equal(t, want, wording.Capitalize(s))
	}
}
