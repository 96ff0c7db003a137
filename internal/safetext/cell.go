package safetext

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// formulaStarts lists the characters that make a spreadsheet treat a cell as a
// formula, including their full-width forms.
const formulaStarts = "=+-@＝＋－＠"

// AppendCell appends s as a CSV cell. An apostrophe is added before text that a
// spreadsheet would treat as a formula. All but the simplest text is quoted,
// because spreadsheets may also separate cells at semicolons or tabs.
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

// AppendDecimal appends a number as a CSV cell, rounded to at most two decimals.
func AppendDecimal(out []byte, number float64) []byte {
	return strconv.AppendFloat(out, math.Round(number*100)/100, 'f', -1, 64)
}
