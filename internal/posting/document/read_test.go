package document

import (
	"errors"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	utf "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// TestUnreadable checks that input other than a posting as text yields an error
// that says what to do.
func TestUnreadable(t *testing.T) {
	for name, c := range map[string]struct{ data, says string }{
		"empty":         {"", "no text"},
		"blank":         {" \n\t\r\n", "no text"},
		"drawn":         {"-----\n*** ***", "no text"},
		"PDF":           {"%PDF-1.7\n%âãÏÓ\n1 0 obj", "pdftotext"},
		"PDF after BOM": {"\ufeff\r\n%PDF-1.4", "pdftotext"},
		"Word":          {"PK\x03\x04\x14\x00word/document.xml", "save it as plain text"},
		"old Word":      {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as plain text"},
		"RTF":           {`{\rtf1\ansi Site Reliability Engineer}`, "save it as plain text"},
		"PNG":           {"\x89PNG\r\n\x1a\n", "an image"},
		"JPEG":          {"\xff\xd8\xff\xe0", "an image"},
		"binary":        {"\x7fELF\x02\x01\x01\x00\x00", "binary"},
		"address":       {"https://www.example.org/jobs/1\n", "reads no web pages"},
		"script":        {`<html><body><div id="app"></div><script>load()</script></body></html>`, "after it has loaded"},
		"script notice": {"Please enable JavaScript to view the page content.", "after it has loaded"},
		"empty mail":    {"From: a@example.org\nSubject: Job\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: application/pdf\n\n%PDF\n--x--\n", "attachment"},
		"attached PDF":  {"From: a@example.org\nSubject: Job\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nSee the attachment.\n--x\nContent-Type: application/pdf\n\n%PDF\n--x--\n", "save its attachment"},
		"JSON":          {`{"title":"SRE","content":"You&#39;ll run it."}`, "JSON without a JobPosting"},
		"list of jobs":  {script(`[` + strings.Repeat(`{"@type":"JobPosting","title":"SRE"},`, maxPostings) + `{"@type":"JobPosting"}]`), "one of them"},
		"huge data":     {script(`{"@type":"JobPosting","title":"SRE","description":"` + strings.Repeat("You run it. ", maxBlock/12) + `"}`), "after it has loaded"},
		"too large":     {strings.Repeat("a job ", maxFile/6+1), "10 MB"},
	} {
		docs, err := NewReader(nil).Read([]byte(c.data))
		var unreadable *Unreadable
		require.True(t, errors.As(err, &unreadable), "%s: %v", name, err)
		require.Contains(t, err.Error(), c.says, name)
		require.Empty(t, docs, name)
	}
	require.ErrorContains(t, CheckName("https://example.org/job.html"), "save the page")
	require.NoError(t, CheckName("httpd-engineer.txt"))
}

// script returns a page with JSON-LD and without text.
func script(data string) string {
	return `<html><script type="application/ld+json">` + data + `</script><div id="app"></div></html>`
}

// TestWrappings checks that a posting is found where other programs put it.
func TestWrappings(t *testing.T) {
	const words = "You run the services of our customers, take part in the on-call rotation, and reduce toil with automation in Go."
	text := "<h1>Site Reliability Engineer</h1><p>" + strings.Repeat(words+"</p><p>", 3) + "</p>"
	escaped := strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace(text)
	mail := func(kind string) string {
		return "From: a@example.org\nSubject: FYI\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nSee the attachment.\n--x\n" + kind + "\n\n" + text + "\n--x--\n"
	}
	for name, data := range map[string]string{
		"JSON-LD":         `{"@type":"JobPosting","title":"Site Reliability Engineer","description":"` + escaped + `"}`,
		"list of JSON-LD": `[{"@type":"JobPosting","title":"Site Reliability Engineer","description":"` + text + `"}]`,
		"attachment":      mail("Content-Type: text/html\nContent-Disposition: attachment; filename=job.html"),
		"shadow root":     `<html><body><job-posting><template shadowrootmode="open">` + text + `</template></job-posting></body></html>`,
		"preformatted":    "<pre>Site Reliability Engineer\n\n" + strings.Repeat(words+"\n", 3) + "</pre>",
	} {
		docs, err := NewReader(nil).Read([]byte(data))
		require.NoError(t, err, name)
		require.Len(t, docs, 1, name)
		require.Equal(t, "Site Reliability Engineer", docs[0].Title, name)
		require.Contains(t, docs[0].Lines[len(docs[0].Lines)-1].Text, "reduce toil", name)
	}
	h, _, _ := cutHeader([]byte("A: b\n" + strings.Repeat(" "+strings.Repeat("c", maxField)+"\n", 100)))
	require.Less(t, len(h["a"]), 3*maxField, "a long field is cut")
}

// TestNestedLists checks that a list in a list is read, but not at every depth:
// each level copies the text inside it.
func TestNestedLists(t *testing.T) {
	nested := func(depth int) (v any) {
		for v = "Linux"; depth > 0; depth-- {
			v = []any{v, "Go"}
		}
		return v
	}
	require.Equal(t, "Linux, Go, Go", textOf(nested(2)))
	require.NotContains(t, textOf(nested(maxNesting+1)), "Linux")
}

// TestEncodings checks that text reads the same in every encoding that can
// represent it.
func TestEncodings(t *testing.T) {
	const text = "Cloud Engineer – Zürich\n\nYou’ll keep the “café” network of Zürich up, and its costs down.\n• Terraform\n"
	want := describe(NewReader(nil).Read([]byte(text)))
	for name, e := range map[string]encoding.Encoding{
		"UTF-8 with BOM":     utf.UTF8BOM,
		"UTF-16 LE":          utf.UTF16(utf.LittleEndian, utf.IgnoreBOM),
		"UTF-16 BE with BOM": utf.UTF16(utf.BigEndian, utf.UseBOM),
		"UTF-32 with BOM":    utf32.UTF32(utf32.LittleEndian, utf32.UseBOM),
		"Windows-1252":       charmap.Windows1252,
	} {
		data, err := e.NewEncoder().Bytes([]byte(text))
		require.NoError(t, err)
		require.Equal(t, want, describe(NewReader(nil).Read(data)), name)
	}
	require.Equal(t, want, describe(NewReader(nil).Read([]byte(strings.ReplaceAll(text, "\n", "\r\n")))), "CR LF")
	require.Equal(t, want, describe(NewReader(nil).Read([]byte(strings.ReplaceAll(text, "\n", "\r")))), "CR")
}

// TestTitles checks where the title is found, and what is removed from it.
func TestTitles(t *testing.T) {
	const body = "\n\nYou will look after the booking system together with four colleagues.\n- Linux\n- Go\n"
	for first, want := range map[string]string{
		"Senior Site Reliability Engineer":                          "Senior Site Reliability Engineer",
		"# DevOps Engineer, Benefits Platform":                      "DevOps Engineer, Benefits Platform",
		"**Cloud Engineer (m/w/d) - Berlin or remote**":             "Cloud Engineer (m/w/d) - Berlin or remote",
		"DevOps Engineer, Developer Experience\nExample AB":         "DevOps Engineer, Developer Experience",
		"Example AB\nPlatform Engineer II":                          "Platform Engineer II",
		"Job title: Cloud Engineer":                                 "Cloud Engineer",
		"Company: Example AB\nPosition: IT Administrator":           "IT Administrator",
		"We're hiring a Platform Engineer!":                         "Platform Engineer",
		"Example AB is looking for an SRE to join our team in Lund": "SRE",
		"Wir suchen eine Cloud-Ingenieurin (m/w/d)":                 "Cloud-Ingenieurin (m/w/d)",
		"iOS Developer":           "iOS Developer",
		"devops engineer":         "devops engineer",
		"work as an engineer":     "",
		"Lead Detective":          "Lead Detective",
		"Senior Noise Abater":     "Senior Noise Abater",
		"Example AB\nEngineering": "",
		"Lund, Sweden":            "",
		"About the job":           "",
		"As an engineer you will work with many people here.": "",
		"- Site Reliability Engineer":                         "",
	} {
		docs, err := NewReader([]string{"Noise abater"}).Read([]byte(first + body))
		require.NoError(t, err)
		require.Equal(t, want, docs[0].Title, first)
		for _, l := range docs[0].Lines {
			require.NotEqual(t, want, l.Text, "the title is not a line too")
		}
	}
}

// TestSeveral checks that several postings in one file are separated where the
// boundary is clear, and noted where it isn't.
func TestSeveral(t *testing.T) {
	long := strings.Repeat("You look after networks and accounts with care. ", 8)
	docs, err := NewReader(nil).Read([]byte("# Cloud Engineer\n" + long + "\n# Platform Engineer\n" + long + "\n## Duties\n- more"))
	require.NoError(t, err)
	require.Len(t, docs, 2)
	require.Equal(t, "Platform Engineer", docs[1].Title)
	require.Contains(t, docs[1].Notes, Split)

	lists := "\n**Human Resources Support**\n\n- " + long + "\n\n**IT Operations Support**\n\n- " + long
	docs, err = NewReader(nil).Read([]byte("# Office Manager\n" + long + lists))
	require.NoError(t, err)
	require.Len(t, docs, 1, "headings above lists")
	require.NotContains(t, docs[0].Notes, Several)

	docs, err = NewReader(nil).Read([]byte("# Cloud Engineer\n" + long + "\n# Platform Engineer\nSee our site."))
	require.NoError(t, err)
	require.Len(t, docs, 1)
	require.Contains(t, docs[0].Notes, Several)
}

// checkLines requires that documents are valid, whatever the file contains.
func checkLines(t *testing.T, docs []*Document, err error) {
	if err != nil {
		var unreadable *Unreadable
		require.True(t, errors.As(err, &unreadable), "%v", err)
		return
	}
	require.NotEmpty(t, docs)
	for _, d := range docs {
		for _, l := range d.Lines {
			require.NotEmpty(t, l.Text)
			require.Equal(t, strings.TrimSpace(l.Text), l.Text)
			require.NotEmpty(t, sectionNames[l.Section])
			require.Negative(t, strings.IndexFunc(l.Text, unicode.IsControl), "%q", l.Text)
		}
		require.Negative(t, strings.IndexFunc(d.Title, unicode.IsControl), "%q", d.Title)
	}
}
