package safetext

import (
	"strings"
	"unicode/utf8"
)

// formulaStarts are the characters that make a spreadsheet take a cell for a
// formula, with the wide forms of East Asian keyboards.
const formulaStarts = "=+-@＝＋－＠"

// AppendCell appends a text as a cell of CSV. A text that a spreadsheet would
// take for a formula gets an apostrophe in front. All but the simplest texts
// are quoted, since a spreadsheet may separate cells by semicolons or tabs too.
func AppendCell(out []byte, s string) []byte {
	if first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " \t\r\n")); strings.ContainsRune(formulaStarts, first) {
		s = "'" + s
	}
	if strings.IndexFunc(s, needsQuotes) < 0 && strings.TrimSpace(s) == s {
		return append(out, s...)
	}
	out = append(out, '"')
	out = append(out, strings.ReplaceAll(s, `"`, `""`)...)
	return append(out, '"')
}

func needsQuotes(r rune) bool {
	return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && !strings.ContainsRune("-_.:@ ", r)
}
