package documenttest

import (
	"encoding/base64"
	"io"
	"mime/quotedprintable"
	"strings"
)

// MHTML returns the HTML page as browsers save it in a single file.
func MHTML(title, text string) string {
	var b strings.Builder
	b.WriteString("From: <Saved by Blink>\r\nSubject: Careers\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n" +
		"\ttype=\"text/html\";\r\n\tboundary=\"----Multipart--x----\"\r\n\r\n\r\n" +
		"------Multipart--x----\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n")
	w := quotedprintable.NewWriter(&b)
	io.WriteString(w, HTML(title, text))
	w.Close()
	b.WriteString("\r\n------Multipart--x----\r\nContent-Type: text/css\r\n\r\n.p { color: red; }\r\n\r\n------Multipart--x------\r\n")
	return b.String()
}

// Mail returns the posting as a mail with two parts: HTML, and plain text that
// only refers to the HTML.
func Mail(title, text string) string {
	return "Subject: " + "=?utf-8?B?" + base64.StdEncoding.EncodeToString([]byte(title)) + "?=\nMIME-Version: 1.0\n" +
		"Content-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain\n\nView this mail in a browser.\n" +
		"--x\nContent-Type: text/html; charset=\"utf-8\"\nContent-Transfer-Encoding: base64\n\n" +
		folded(base64.StdEncoding.EncodeToString([]byte(HTML(title, text)))) + "\n--x--\n"
}

func folded(s string) string {
	var b strings.Builder
	for len(s) > 76 {
		b.WriteString(s[:76] + "\n")
		s = s[76:]
	}
	return b.String() + s
}
