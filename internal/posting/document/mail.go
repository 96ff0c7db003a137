package document

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/quotedprintable"
	"regexp"
	"strings"
	"sync"

	"golang.org/x/text/encoding/charmap"
)

// Mail and MHTML are parsed here, because net/mail and mime/multipart would add
// package net to the program.

// A header contains the header fields of a mail or of one of its parts. Its
// keys are in lower case.
type header map[string]string

// Limits on a mail.
const (
	maxFields  = 500
	maxParts   = 500
	maxInParts = 8        // maximum nesting of parts
	maxField   = 64 << 10 // maximum bytes of a header field that are kept
)

// cutHeader parses the header fields at the beginning of data. It returns false
// if data doesn't begin with header fields.
func cutHeader(data []byte) (h header, body []byte, ok bool) {
	h = header{}
	last := ""
	for range maxFields {
		line, rest, more := bytes.Cut(data, []byte("\n"))
		line = bytes.TrimSuffix(line, []byte("\r"))
		name, value, isField := strings.Cut(string(line), ":")
		switch {
		case len(line) == 0:
			return h, rest, len(h) > 0
		case (line[0] == ' ' || line[0] == '\t') && last != "":
			if len(h[last]) < maxField {
				h[last] += " " + strings.TrimSpace(string(line[:min(len(line), maxField)]))
			}
		case isField && fieldName(name):
			if last = strings.ToLower(name); h[last] == "" {
				h[last] = strings.TrimSpace(value)
			}
		case strings.HasPrefix(string(line), "From ") && last == "": // mbox separator
		default:
			return nil, nil, false
		}
		if data = rest; !more {
			return h, nil, len(h) > 0
		}
	}
	return nil, nil, false
}

func fieldName(s string) bool {
	return s != "" && len(s) < 60 && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") == ""
}

// isMail reports whether the header belongs to a mail or to MHTML.
func (h header) isMail() bool {
	n := 0
	for _, name := range []string{"from", "to", "subject", "date", "message-id", "received", "return-path"} {
		if h[name] != "" {
			n++
		}
	}
	return n >= 1 && h["mime-version"] != "" || n >= 2 && (h["content-type"] != "" || h["message-id"] != "") || n >= 3 && h["from"] != ""
}

// subject returns the subject with encoded words decoded.
func (h header) subject() string {
	d := mime.WordDecoder{CharsetReader: func(name string, in io.Reader) (io.Reader, error) {
		if e := charset(name); e != nil {
			return e.NewDecoder().Reader(in), nil
		}
		return charmap.Windows1252.NewDecoder().Reader(in), nil
	}}
	s, err := d.DecodeHeader(h["subject"])
	if err != nil {
		s = h["subject"]
	}
	for {
		name, rest, ok := strings.Cut(s, ":")
		switch strings.ToLower(strings.TrimSpace(name)) {
		case "re", "fwd", "fw", "aw", "wg":
			if s = strings.TrimSpace(rest); ok {
				continue
			}
		}
		return s
	}
}

// A part is a text part of a mail.
type part struct {
	text     string
	html     bool
	attached bool // text is empty unless the attachment is text
}

// attached matches the types of attachments that may contain a posting.
var attached = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^application/.*(pdf|word|office|opendocument|rtf|octet-stream)`)
})

// texts returns the text parts and the attachments of the body that follows the
// header.
func (h header) texts(body []byte, depth int) []part {
	kind, params, err := mime.ParseMediaType(h["content-type"])
	if err != nil && kind == "" {
		kind = "text/plain"
	}
	switch {
	case strings.HasPrefix(kind, "multipart/") && params["boundary"] != "" && depth < maxInParts:
		var out []part
		for _, p := range split(body, params["boundary"]) {
			ph, pb, ok := cutHeader(p)
			if !ok {
				ph, pb = header{}, p
			}
			out = append(out, ph.texts(pb, depth+1)...)
		}
		return out
	case kind == "message/rfc822" && depth < maxInParts:
		if ph, pb, ok := cutHeader(body); ok {
			return ph.texts(pb, depth+1)
		}
	case kind == "text/html" || kind == "text/plain" || kind == "application/xhtml+xml" || kind == "":
		data := decodeTransfer(h["content-transfer-encoding"], body)
		e := charset(params["charset"])
		if e == nil {
			e = encodingOf(data)
		}
		return []part{{decodeAs(e, data), kind != "text/plain" && kind != "", strings.HasPrefix(strings.ToLower(h["content-disposition"]), "attachment")}}
	case attached().MatchString(kind):
		return []part{{attached: true}}
	}
	return nil
}

// split returns the parts of a multipart body.
func split(body []byte, boundary string) [][]byte {
	var out [][]byte
	delimiter := []byte("--" + boundary)
	from, inside := 0, false
	for at := 0; at < len(body) && len(out) < maxParts; {
		end := bytes.IndexByte(body[at:], '\n') + at + 1
		if end == at {
			end = len(body)
		}
		if line := body[at:end]; bytes.HasPrefix(line, delimiter) {
			rest := strings.TrimRight(string(line[len(delimiter):]), " \t\r\n")
			if rest == "" || rest == "--" {
				if inside {
					out = append(out, body[from:at])
				}
				from, inside = end, rest == ""
			}
		}
		at = end
	}
	if inside && len(out) < maxParts {
		out = append(out, body[from:])
	}
	return out
}

// decodeTransfer decodes a body with the named transfer encoding. It omits
// anything invalid.
func decodeTransfer(name string, body []byte) []byte {
	switch strings.ToLower(strings.TrimSpace(name)) {
	case "quoted-printable":
		out, _ := io.ReadAll(quotedprintable.NewReader(bytes.NewReader(body)))
		return out
	case "base64":
		clean := bytes.Map(func(r rune) rune {
			if strings.ContainsRune("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", r) {
				return r
			}
			return -1
		}, body)
		out := make([]byte, base64.RawStdEncoding.DecodedLen(len(clean)))
		n, _ := base64.RawStdEncoding.Decode(out, clean)
		return out[:n]
	}
	return body
}
