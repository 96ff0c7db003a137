package batch

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// CSV has numbers with at most two decimals, and a lead in four cells, which the
// fast path and the slow one write in the same way.
func TestDecimals(t *testing.T) {
	slow := trial{format: Format{CSV: true, Fields: []string{"id", "reason", "lead", fitsField}}, texts: []string{twelve + "\n" + usual[3]}}
	fast := trial{format: Format{CSV: true, Fields: []string{"id", fitsField}}, texts: slow.texts}
	out, _, _, err := slow.run(t)
	require.NoError(t, err)
	require.Equal(t, lines("id,reason,lead.role,lead.over,lead.points,lead.clearAt,fit.cloud,fit.devops,fit.platform,fit.sre",
		"r1,close,sre,devops,20.83,33.33,37.5,54.17,33.33,75", "nothing said,not-compared,,,,,,,,"), out)
	out, _, _, err = fast.run(t)
	require.NoError(t, err)
	require.Equal(t, lines("id,fit.cloud,fit.devops,fit.platform,fit.sre", "r1,37.5,54.17,33.33,75", "nothing said,,,,"), out)
}

// twelve holds twelve answers.
const twelve = `{"id":"r1","answers":{"free-week":{"best":"a","worst":"d"},"new-service":{"best":"b","worst":"c"},"month-of-automation":{"best":"b","worst":"c"},"monday-board":{"best":"d","worst":"a"},"learn-from-the-best":{"best":"a","worst":"b"},"course-next-week":{"best":"a","worst":"b"},"more-code":{"best":"a","worst":"b"},"ten-minutes":{"best":"a","worst":"b"},"five-years":{"best":"a","worst":"b"},"proud-next-year":{"best":"a","worst":"b"},"celebration":{"best":"a","worst":"b"},"one-number":{"best":"a","worst":"b"}}}`
