package document

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// FuzzRead checks that any input yields either valid documents or an error that
// says what to do.
func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("testdata/*.*")
	require.NoError(f, err)
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(f, err)
		f.Add(data)
	}
	f.Add([]byte("\xff\xfeA\x00"))
	f.Add([]byte("Content-Type: multipart/mixed; boundary=\"\"\nMIME-Version: 1.0\nFrom: a\n\n--\n----"))
	f.Add([]byte(`<script type="application/ld+json">{"@type":"JobPosting","description":["a",{"value":1}],"baseSalary":{"value":{"value":null}}}`))
	r := NewReader([]string{"Example role"})
	f.Fuzz(func(t *testing.T, data []byte) {
		docs, err := r.Read(data)
		checkLines(t, docs, err)
	})
}

// FuzzLines checks that joining plain rows preserves all letters in order,
// except for an o that may be the mark of an item.
func FuzzLines(f *testing.F) {
	f.Add("Site Reliability Engineer\n\nYou keep a small booking system up and its\nusers happy, with\n- Linux\n")
	f.Add("a-\nb\n> c\n>> d\n\f1/2\n")
	f.Fuzz(func(t *testing.T, text string) {
		letters := func(s string) string {
			return strings.Map(func(r rune) rune {
				if r >= 'a' && r <= 'z' && r != 'o' || r == ' ' || r == '\n' {
					return r
				}
				return -1
			}, s)
		}
		text = letters(text)
		got := strings.Join(strings.Fields(strings.Join(Lines(text), " ")), "")
		want := strings.Join(strings.Fields(text), "")
		require.Equal(t, want, got)
	})
}
