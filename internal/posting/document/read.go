package document

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// A Reader reads saved postings. The zero value recognizes only general job
// titles. A Reader is safe for concurrent use.
type Reader struct {
	titles []string // known titles in lower case, with a space before and after each word
}

// NewReader returns a reader that recognizes the given names of roles as job
// titles. It also recognizes titles that end with a common word such as
// Engineer or Manager.
func NewReader(titles []string) *Reader {
	r := &Reader{}
	for _, t := range titles {
		if w := spaced(t); w != " " {
			r.titles = append(r.titles, w)
		}
	}
	return r
}

// Notes on a document.
const (
	Short   Note = "short"   // fewer than shortWords words
	Several Note = "several" // the file seems to contain several postings, but not clearly enough to split it
	Split   Note = "split"   // this is one of several postings in the file
	Cut     Note = "cut"     // only the beginning of a very long text was read
	Mail    Note = "mail"    // the posting was in a mail
	JSONLD  Note = "json-ld" // the text comes from the page's JobPosting data
)

// maxText is the maximum number of bytes of text that are read. Real postings
// are shorter.
const maxText = 1 << 18

// shortWords is the number of words below which a document is noted as short.
const shortWords = 40

// CheckName returns an error if a file name is a web address.
func CheckName(name string) error {
	if l := strings.ToLower(name); strings.HasPrefix(l, "http:") || strings.HasPrefix(l, "https:") || strings.HasPrefix(l, "www.") {
		return &Unreadable{"a web address, expected a file", "rolefit reads no web pages: save the page, or " + copyText}
	}
	return nil
}

// Read returns the postings in a file of plain text, Markdown, HTML, MHTML or
// mail, in any common encoding. Most files contain one posting. The error is an
// *Unreadable.
func (r *Reader) Read(data []byte) ([]*Document, error) {
	if h, body, ok := cutHeader(data[:min(len(data), maxFile)]); ok && h.isMail() && len(data) <= maxFile {
		return r.mail(h, body)
	}
	text, err := decode(data)
	if err != nil {
		return nil, err
	}
	job, isJSON := jobData(text)
	switch {
	case job != nil:
		return r.pageOf(job, "")
	case looksLikeHTML(text):
		return r.page(text, "")
	case isJSON:
		return nil, &Unreadable{"JSON without a JobPosting, expected a posting as text", copyText}
	}
	if isAddress(text) {
		return nil, CheckName("http:")
	}
	if needsScript(text) {
		return nil, errScript
	}
	return r.documents(source{text: text}), nil
}

var errScript = &Unreadable{"a page without text, which a script fills in the browser",
	"save it again after it has loaded, or " + copyText}

// A source is the text of a file and its metadata.
type source struct {
	text  string
	title string // title found outside the text
	facts Facts
	notes []Note
}

func isAddress(text string) bool {
	text = strings.TrimSpace(text)
	return len(text) < 2000 && CheckName(text) != nil && !strings.ContainsAny(text, " \n")
}

func needsScript(text string) bool {
	return len(text) < 1000 && contains(lower(text), "enable javascript", "javascript is disabled", "javascript is required", "requires javascript")
}

var markup = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)<(?:!doctype\s+html|html|head|body|div|p|pre|br|ul|li|h[1-6]|span|table|script|meta|main|article|section)(?:\s[^<>]*)?/?>`)
})

// looksLikeHTML reports whether text begins like an HTML page or has several
// tags near its beginning. Markdown can also contain a tag or two.
func looksLikeHTML(text string) bool {
	start := strings.TrimSpace(text[:min(len(text), sample)])
	if l := strings.ToLower(start[:min(len(start), 15)]); strings.HasPrefix(l, "<!doctype html") || strings.HasPrefix(l, "<html") {
		return true
	}
	const few = 3
	found := markup().FindAllStringIndex(start, few)
	return len(found) == few || len(found) > 0 && found[0][0] == 0
}

// page reads a page. title is a title found outside the page, such as the
// subject of a mail.
func (r *Reader) page(text, title string) ([]*Document, error) {
	return r.pageOf(parsePage(text), title)
}

func (r *Reader) pageOf(p *page, title string) ([]*Document, error) {
	postings := jobPostings(p.data)
	heading, body := p.mainText(r.hasRole)
	src := source{text: body, title: r.pageTitle(title, heading, p.title)}
	if best := r.chosen(postings, src.title); best != nil {
		src.facts = best.facts
		if best.title != "" {
			src.title = best.title
		}
		if len(best.text)*3 > len(body) || len(best.text) > longText {
			src.text, src.notes = best.text, []Note{JSONLD}
		}
	} else if len(postings) > maxPostings {
		return nil, errMany
	} else if len(postings) > 1 {
		return r.all(postings), nil
	}
	if needsScript(src.text) || strings.Count(src.text, " ") < leastSpaces {
		return nil, errScript
	}
	return r.documents(src), nil
}

// maxPostings is the maximum number of postings in the JobPosting data of a
// page.
const maxPostings = 500

var errMany = &Unreadable{fmt.Sprintf("a page with more than %d job postings", maxPostings), "save the page of one of them, or " + copyText}

const (
	longText    = 600 // minimum length in bytes of a description that isn't just an excerpt
	leastSpaces = 8   // minimum number of spaces in a page; one with fewer is loaded by a script
)

// chosen returns the JobPosting that a page is about. It returns nil if there
// is none, or if there are several and none matches the page's title.
func (r *Reader) chosen(postings []jobPosting, title string) *jobPosting {
	if len(postings) == 1 {
		return &postings[0]
	}
	for i := range postings {
		if title != "" && spaced(postings[i].title) == spaced(title) {
			return &postings[i]
		}
	}
	return nil
}

func (r *Reader) all(postings []jobPosting) []*Document {
	var out []*Document
	for _, p := range postings {
		out = append(out, r.documents(source{text: p.text, title: p.title, facts: p.facts, notes: []Note{JSONLD, Split}})...)
	}
	return out
}

// mail reads the part with the most text in a mail or in MHTML. It reads
// attachments only if the other parts are too short for a posting.
func (r *Reader) mail(h header, body []byte) ([]*Document, error) {
	parts := h.texts(body, 0)
	isAttached := func(p part) bool { return p.attached }
	best, failed := r.longest(parts, h.subject(), false)
	if size(best) == 0 || slices.Contains(best[0].Notes, Short) && slices.ContainsFunc(parts, isAttached) {
		if best, _ = r.longest(parts, h.subject(), true); failed == nil {
			failed = errNoMail
		}
	}
	switch {
	case best != nil:
		return best, nil
	case failed != nil:
		return nil, failed
	}
	return nil, errNoMail
}

// longest reads the part with the most text, among the attachments or the other
// parts.
func (r *Reader) longest(parts []part, subject string, attached bool) (best []*Document, failed error) {
	for _, p := range parts {
		if p.attached != attached {
			continue
		}
		docs, err := r.partOf(p, subject)
		if err != nil {
			failed = err
		} else if size(docs) > size(best) {
			best = docs
		}
	}
	return best, failed
}

var errNoMail = &Unreadable{"a mail without text or with little but an attachment, expected a job posting in it", "save its attachment, or " + copyText}

func (r *Reader) partOf(p part, subject string) ([]*Document, error) {
	if p.html || looksLikeHTML(p.text) {
		return r.page(p.text, "")
	}
	if strings.IndexFunc(p.text, wordRune) < 0 {
		return nil, errNoMail
	}
	return r.documents(source{text: p.text, title: r.roleTitle(subject), notes: []Note{Mail}}), nil
}

func size(docs []*Document) int {
	n := 0
	for _, d := range docs {
		for _, l := range d.Lines {
			n += len(l.Text)
		}
	}
	return n
}

// documents returns the postings in a text.
func (r *Reader) documents(src source) []*Document {
	if len(src.text) > maxText {
		src.text = strings.ToValidUTF8(src.text[:maxText], "")
		src.notes = append(src.notes, Cut)
	}
	parts, several := r.split(joinRows(splitRows(src.text)))
	switch {
	case len(parts) > 1:
		src.title, src.notes = "", append(src.notes, Split)
	case several:
		src.notes = append(src.notes, Several)
	}
	var out []*Document
	for _, lines := range parts {
		out = append(out, r.document(src, lines))
	}
	return out
}

func (r *Reader) document(src source, lines []Line) *Document {
	d := &Document{Facts: src.facts, Notes: slices.Clone(src.notes)}
	d.Title, d.Lines = r.cutTitle(plain(normalizer.Replace(src.title)), withoutOtherJobs(lines))
	assign(d.Lines)
	d.Language = languageOf(d.Lines)
	if words(d.Lines) < shortWords {
		d.Notes = append(d.Notes, Short)
	}
	return d
}
