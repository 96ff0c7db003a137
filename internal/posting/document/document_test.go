package document

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestLinesJoinWrappedRows(t *testing.T) {
	require.Equal(t, []string{
		"Site Reliability Engineer",
		"Example AB makes booking software for small hotels in nine countries, and forty people in two offices look after it together with our partners.",
		"Together with the people who build our booking engine you agree what guests may expect of it.",
		"Thirty days of holiday",
	}, Lines("Site Reliability Engineer\n\nExample AB makes booking software for small hotels in nine countries, \n"+
		"and forty people in two offices look after it together with our \npartners.\n"+
		"• Together with the people who build our booking engine you agree \nwhat guests may expect of it.\n• Thirty days of holiday\n"))
}
