package advert

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestHugeAndDeepAdverts are read to an end, cut or refused. What is deep is
// kept on no stack: a library that recursed would end the program here.
func TestHugeAndDeepAdverts(t *testing.T) {
	const duty = "<p>You define error budgets and lead incident response.</p>"
	const item = "# You will\n\n- define error budgets and lead incident response\n\n"
	reader := New(builtin(t))
	for name, file := range map[string]string{
		"deep HTML":          duty + strings.Repeat("<div>", 500_000),
		"never closed":       duty + strings.Repeat("<ul><li>", 200_000) + "on call",
		"left out in itself": duty + strings.Repeat("<form>", 500_000),
		"brackets":           item + strings.Repeat("[", 500_000) + strings.Repeat("(", 500_000),
		"emphasis":           item + strings.Repeat("*a_", 300_000),
		"one line":           item + strings.Repeat("a ", maxFile/2-100),
		"entities":           duty + strings.Repeat("&amp;#38;", 200_000),
	} {
		text, err := Text([]byte(file))
		require.NoError(t, err, name)
		require.Contains(t, text, "error budgets", name)
		require.Len(t, reader.Read([]byte(text), Options{}).Roles, 4, name)
	}
	_, err := Text([]byte(strings.Repeat("a", maxFile+1)))
	require.EqualError(t, err, "more than 10 MB, expected the text of an advert")
}
