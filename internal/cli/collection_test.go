package cli

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// zipped writes a ZIP file.
func zipped(t *testing.T, name string, files map[string]string) {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range files {
		w, err := z.Create(name)
		require.NoError(t, err)
		_, err = w.Write([]byte(text))
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	require.NoError(t, os.WriteFile(name, b.Bytes(), 0o600))
}

// A folder or a ZIP file is read like the files in it, whatever else it
// contains, and so is a pattern in quotes.
func TestCollections(t *testing.T) {
	inFolder(t)
	ann, bob := "{\n  \"id\": \"ann\",\n  \"answers\": {}\n}\n", "id,free-week.best,free-week.worst\nbob,a,b\n"
	zipped(t, "both.zip", map[string]string{"class/ann.json": ann, "class/bob.csv": bob, "class/photo.jpg": "\xff\xd8", "__MACOSX/class/._ann.json": "x", ".hidden/eve.json": ann})
	zipped(t, "sheet.xlsx", map[string]string{"xl/workbook.xml": "<workbook/>"})
	zipped(t, "photo.zip", map[string]string{"photo.jpg": "\xff\xd8"})
	require.NoError(t, os.WriteFile("cut.zip", []byte("PK\x03\x04"), 0o600))
	require.NoError(t, os.MkdirAll(filepath.Join("class", "older"), 0o700))
	for name, text := range map[string]string{"ann.json": ann, "bob.csv": bob, "photo.jpg": "\xff\xd8", ".eve.json": ann, "older/eve.json": ann} {
		require.NoError(t, os.WriteFile(filepath.Join("class", name), []byte(text), 0o600))
	}
	for _, name := range []string{"both.zip", "class", "class/", "class/*.[cj]s*"} {
		out, status, said := run(t, "", "score", "--fields", "id,answered", name)
		require.Equal(t, exitDone, status, said)
		require.Equal(t, "{\"id\":\"ann\",\"answered\":0}\n{\"id\":\"bob\",\"answered\":1}\n", out, name)
	}
	_ = os.Symlink(filepath.Join("..", "both.zip"), filepath.Join("class", "link.json")) // impossible on some systems
	zipped(t, "odd.zip", map[string]string{"\x1b[2J.json": "x"})
	_, _, said := run(t, "", "score", "class", "odd.zip")
	require.NotContains(t, said, "\x1b")
	require.NotContains(t, said, "link.json")
	for name, want := range map[string]string{
		"sheet.xlsx": "it is a spreadsheet, expected CSV", "photo.zip": "it contains no file with answers, expected names that end in one of .csv, ", "cut.zip": "it is not a complete ZIP file",
	} {
		out, status, said := run(t, "", "score", name)
		require.Equal(t, exitFailed, status)
		require.Empty(t, out)
		require.True(t, strings.HasPrefix(said, `rolefit: reading "`+name+`": `+want), said)
		require.Equal(t, 1, strings.Count(said, "\n"))
	}
	data, err := os.ReadFile("both.zip")
	require.NoError(t, err)
	_, status, said := run(t, string(data), "score")
	require.Equal(t, exitFailed, status)
	require.Contains(t, said, "it's a spreadsheet such as .xlsx or .ods, or a zip file, expected CSV or JSON")
}

// A file without answers doesn't keep a group from being read. It is skipped and
// named, unless there is nothing else.
func TestStrayFiles(t *testing.T) {
	inFolder(t)
	ann := `{"id":"ann","answers":{"free-week":{"best":"a","worst":"b"}}}`
	page := "<!doctype html>\n<html lang=en>\n" + strings.Repeat("<p>Your result\n", 300)
	require.NoError(t, os.Mkdir("class", 0o700))
	files := map[string]string{
		"ann.json": ann, "mail.txt": "Hi Jo,\nhere are my answers\n", "note.txt": "Hi\nthere\n", "list.csv": "Name,Mail\nAnn,a@b\n", "empty.json": "", "sheet.csv": "PK\x03\x04", "page.txt": page,
		"photo.png": "\x89PNG", "report.docx": "PK", "rolefit-result.html": page,
	}
	for name, text := range files {
		require.NoError(t, os.WriteFile(filepath.Join("class", name), []byte(text), 0o600))
	}
	zipped(t, "class.zip", files)
	for _, name := range []string{"class", "class.zip"} {
		out, status, said := run(t, "", "score", "--fields", "id,answered", name)
		require.Equal(t, exitDone, status, said)
		require.Equal(t, "{\"id\":\"ann\",\"answered\":1}\n", out)
		require.Contains(t, said, name+": skipped: photo.png, report.docx, rolefit-result.html; a saved result such as rolefit-result.html contains no answers")
		for file, why := range map[string]string{
			"mail.txt": "has no column that answers", "note.txt": "it contains no answers", "list.csv": "has no column that answers",
			"empty.json": "it's empty", "sheet.csv": "it's a spreadsheet", "page.txt": "it's a web page",
		} {
			require.Contains(t, said, `skipped: reading "`+name+"/"+file+`": `+why)
		}
		dry, status, _ := run(t, "", "team", "--dry-run", name)
		require.Equal(t, exitDone, status)
		require.Contains(t, dry, "1 person can be read, 0 lines cannot\n")
		require.Contains(t, dry, `skipped: reading "`+name+`/empty.json": it's empty`)
	}
	for _, command := range []string{"score", "team", "result"} {
		out, status, said := run(t, "", command, filepath.Join("class", "rolefit-result.html"))
		require.Equal(t, exitFailed, status, command)
		require.Empty(t, out)
		require.Regexp(t, `^rolefit: reading .*it's a web page, such as a saved result, expected the person's answers, .*\(rolefit-web-\.\.\.\.json\)\n$`, said)
	}
	require.NoError(t, os.Remove(filepath.Join("class", "ann.json")))
	_, status, said := run(t, "", "score", "class")
	require.Equal(t, exitFailed, status)
	require.Contains(t, said, `rolefit: reading "class/empty.json": it's empty`)
}
