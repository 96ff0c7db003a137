package cli

import (
	"errors"
	"os"
	"testing"

	"github.com/stretchr/testify/require"
)

// A pipe whose reader has gone away isn't an error to report.
func TestReaderGone(t *testing.T) {
	out, in, err := os.Pipe()
	require.NoError(t, err)
	defer in.Close()
	require.NoError(t, out.Close())
	_, err = in.WriteString("text")
	require.Error(t, err)
	require.True(t, readerGone(err), "%v", err)
	require.False(t, readerGone(errors.New("other")))
}
