package fast

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/fit/fittest"
	"github.com/rolefit/rolefit/internal/pack"
)

// lines is how many lines TestForms reads for each pack.
const lines = 900

// TestForms compares the fast path with the slow one on lines that share a few
// forms, with similar answers so that tallies repeat, and on every kind of output.
func TestForms(t *testing.T) {
	for _, p := range []*fit.Pack{pack.Builtin(), fittest.Synthetic(3, 9), fittest.Synthetic(6, 9), fittest.Synthetic(9, 9)} {
		slow := pack.NewReader(p)
		q, err := slow.Quiz(nil)
		require.NoError(t, err)
		d := &differ{slow, q, NewReader(q), map[Form]*Writer{
			Brief: NewBriefWriter(q, fields, false), Scores: NewWriter(q, Scores), Whole: NewWriter(q, Whole),
		}, 0}
		rng := rand.New(rand.NewPCG(5, 6))
		known := 0
		for i := range lines {
			d.right = 0 // compare the output as well
			line := lettersLine(q, i, rng)
			if d.fast.Read([]byte(line)) && d.fast.form != nil {
				known++
			}
			accepted, _ := d.compare(t, line)
			require.True(t, accepted, line)
		}
		require.Greater(t, known, lines/2, "most lines have a known form, although some forms of equal length replace each other")
		remembered := 0
		for i := range d.writers[Brief].memos {
			if d.writers[Brief].memos[i].text != "" {
				remembered++
			}
		}
		if len(q.Roles) > maxSummedRoles {
			require.Zero(t, remembered)
			continue
		}
		require.Positive(t, remembered)
		require.Less(t, remembered, lines/2, "and most a known tally")
	}
}

// lettersLine returns a line of random letters in one of several forms.
func lettersLine(q *fit.Quiz, i int, rng *rand.Rand) string {
	kinds := []string{
		`{"id":"r%d","answers":{%s}}`, `{"id": "r%d", "pack": "` + q.Pack.ID + `", "answers": {%s}}`, `{"pack":"` + q.Pack.ID + `","id":"r%d","answers":{%s}}`,
	}
	var answers []string
	from := rng.IntN(2)
	for _, x := range q.Questions[from : from+6+rng.IntN(3)] {
		best, worst := 0, 1
		if rng.IntN(8) == 0 {
			best, worst = 1+rng.IntN(len(x.Options)-1), 0
		}
		answers = append(answers, fmt.Sprintf(`"%s":{"best":"%s","worst":"%s"}`, x.ID, x.Options[best].Key, x.Options[worst].Key))
	}
	return fmt.Sprintf(kinds[i*3/lines], i, strings.Join(answers, ",")) + "\n"
}
