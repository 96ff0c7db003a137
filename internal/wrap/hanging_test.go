package wrap_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/wrap"
)

func TestHanging(t *testing.T) {
	require.Equal(t, []string{"1 a bb", "  ccc", "  dddd", "  dd"}, wrap.Hanging("1 ", "a bb ccc dddddd", 6))
	require.Equal(t, []string{"1. "}, wrap.Hanging("1. ", "", 9))
	require.Equal(t, []string{"1 a", "  b"}, wrap.Hanging("1 ", "ab", 2), "at least a character a line")
}
