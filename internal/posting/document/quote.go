package document

import "strings"

// unquoted removes quote marks, signatures, and rows that introduce a quote
// from a mail.
func unquoted(rows []row) []row {
	quoted := 0
	for i := range rows {
		if strings.HasPrefix(rows[i].text, ">") {
			quoted++
		}
	}
	if quoted < 2 {
		return rows
	}
	for i := range rows {
		rows[i].unquote()
	}
	return withoutMail(rows)
}

// unquote removes quote marks, as in "> > text" and ">>text".
func (r *row) unquote() {
	for strings.HasPrefix(r.text, ">") {
		r.depth++
		_, r.raw, _ = strings.Cut(r.raw, ">")
		r.raw = strings.TrimPrefix(r.raw, " ")
		r.text = strings.TrimSpace(r.raw)
	}
}

// signatureRows is the maximum number of rows in a signature.
const signatureRows = 10

// withoutMail removes the text that mail programs add around a quote.
func withoutMail(rows []row) []row {
	out := rows[:0]
	for i := 0; i < len(rows); i++ {
		switch r := &rows[i]; {
		case r.text == "--":
			n := signature(rows[i:])
			i += n - 1
			if n > 0 {
				continue
			}
		case introduces(rows[i:]):
			for !strings.HasSuffix(rows[i].text, ":") {
				i++
			}
			continue
		case isMailHeader(r.text), strings.HasPrefix(r.text, "-----Original"), strings.HasPrefix(r.text, "---------- Forwarded"):
			continue
		}
		out = append(out, rows[i])
	}
	return out
}

// signature returns the number of rows in the signature that begins at the
// first row. These are all rows that follow at the same quoting depth. It
// returns 0 if they are too many for a signature.
func signature(rows []row) int {
	n := 1
	for n < len(rows) && n <= signatureRows && rows[n].depth == rows[0].depth {
		n++
	}
	if n > signatureRows {
		return 0
	}
	return n
}

// introduces reports whether the first row, alone or with the next two,
// introduces a quote.
func introduces(rows []row) bool {
	if !strings.HasPrefix(rows[0].text, "On ") && !strings.HasPrefix(rows[0].text, "Am ") && !strings.HasPrefix(rows[0].text, "Le ") {
		return false
	}
	for _, r := range rows[:min(3, len(rows))] {
		if strings.HasSuffix(r.text, "wrote:") || strings.HasSuffix(r.text, "schrieb:") || strings.HasSuffix(r.text, "écrit :") {
			return true
		}
		if strings.HasSuffix(r.text, ".") || r.text == "" {
			return false
		}
	}
	return false
}

func isMailHeader(s string) bool {
	name, rest, ok := strings.Cut(s, ": ")
	switch strings.Trim(name, "*") {
	case "From", "To", "Cc", "Sent", "Subject", "Reply-To", "Date":
		return ok && rest != ""
	}
	return false
}
