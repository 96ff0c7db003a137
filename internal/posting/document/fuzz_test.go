package document

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime/quotedprintable"
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
	for _, page := range []string{"json-ld.html", "script-only.html", "similar-jobs.html"} {
		data, err := os.ReadFile(filepath.Join("testdata", page))
		require.NoError(f, err)
		for _, transfer := range []string{"quoted-printable", "base64"} {
			f.Add(mhtml(f, transfer, data))
		}
	}
	r := NewReader([]string{"Example role"})
	f.Fuzz(func(t *testing.T, data []byte) {
		docs, err := r.Read(data)
		checkLines(t, docs, err)
	})
}

// mhtml returns a page as browsers save it in a single file, with the page and a
// style sheet as parts.
func mhtml(t testing.TB, transfer string, page []byte) []byte {
	var b bytes.Buffer
	b.WriteString("From: <Saved by a browser>\r\nSnapshot-Content-Location: https://example.org/jobs/1\r\nSubject: =?utf-8?Q?Cloud=20Engineer?=\r\n" +
		"MIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"--b\"\r\n\r\n----b\r\nContent-Type: text/html; charset=utf-8\r\n" +
		"Content-Transfer-Encoding: " + transfer + "\r\n\r\n")
	encoder := io.WriteCloser(quotedprintable.NewWriter(&b))
	if transfer == "base64" {
		encoder = base64.NewEncoder(base64.StdEncoding, &b)
	}
	_, err := encoder.Write(page)
	require.NoError(t, err)
	require.NoError(t, encoder.Close())
	b.WriteString("\r\n----b\r\nContent-Type: text/css\r\n\r\na{}\r\n----b--\r\n")
	return b.Bytes()
}

// TestMHTML checks that a page reads the same when a browser saves it in a
// single file.
func TestMHTML(t *testing.T) {
	page, err := os.ReadFile("testdata/similar-jobs.html")
	require.NoError(t, err)
	r := NewReader(nil)
	want := describe(r.Read(page))
	require.Contains(t, want, "Engineer")
	for _, transfer := range []string{"quoted-printable", "base64"} {
		require.Equal(t, want, describe(r.Read(mhtml(t, transfer, page))))
	}
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
