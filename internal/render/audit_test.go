package render

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/audit"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
)

// storeAudits makes a report of a pack that passes and one of a pack that
// does not, with real answers.
func storeAudits(t *testing.T) {
	t.Helper()
	good := pack.Builtin()
	bad := *good
	bad.Written = slices.Clone(good.Written[:20])
	bad.Written[0].Options = slices.Clone(bad.Written[0].Options)
	bad.Written[0].Options[1].Facet = "no-such-facet"
	seconds := 8.4
	answers := []*fit.Answers{{All: []fit.Answer{
		{Question: bad.Written[0].ID, Best: "a", Worst: "d", Seconds: seconds},
		{Question: bad.Written[1].ID, Best: "b", Worst: "a", Seconds: -1},
		{Question: bad.Written[2].ID, Skip: fit.Unclear, Seconds: -1},
		{Question: "another", Best: "b", Worst: "a"},
	}}}
	require.NoError(t, os.MkdirAll("testdata/audit", 0o755))
	for name, o := range map[string]struct {
		pack *fit.Pack
		audit.Options
	}{
		"pass": {good, audit.Options{People: 1000, Seed: 1}},
		"fail": {&bad, audit.Options{People: 1000, Seed: 1, Answers: slices.Values(answers)}},
	} {
		r, err := audit.Run(context.Background(), o.pack, o.Options)
		require.NoError(t, err)
		data, err := Audit(r, JSON, Style{})
		require.NoError(t, err)
		require.NoError(t, os.WriteFile("testdata/audit/"+name+".json", data, 0o644))
	}
}

func TestAudit(t *testing.T) {
	if *update {
		storeAudits(t)
	}
	files, err := filepath.Glob("testdata/audit/*.json")
	require.NoError(t, err)
	require.Len(t, files, 2)
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		r := &audit.Report{}
		require.NoError(t, json.Unmarshal(data, r))
		again, err := Audit(r, JSON, Style{})
		require.NoError(t, err)
		require.Equal(t, string(data), string(again), "the JSON goes round")
		for format, extension := range map[Format]string{Text: ".txt", Markdown: ".md"} {
			got, err := Audit(r, format, Style{})
			require.NoError(t, err)
			golden := strings.TrimSuffix(file, ".json") + extension
			if *update {
				require.NoError(t, os.WriteFile(golden, got, 0o644))
			}
			want, err := os.ReadFile(golden)
			require.NoError(t, err)
			require.Equal(t, string(want), string(got), golden)
		}
	}
}

// A pack's texts are anybody's: what is in ids and facets must not reach the
// terminal.
func TestAuditIsHarmless(t *testing.T) {
	data, err := os.ReadFile("testdata/audit/fail.json")
	require.NoError(t, err)
	r := &audit.Report{}
	require.NoError(t, json.Unmarshal(data, r))
	r.Pack.ID += "\x1b[31m"
	r.Findings[0].What += "\x1b]0;x\x07\u202e"
	r.Observed.Questions[0].Options[0].Facet += "\x1b[2J"
	for _, format := range []Format{Text, Markdown, JSON} {
		got, err := Audit(r, format, Style{})
		require.NoError(t, err)
		require.False(t, strings.ContainsAny(string(got), "\x1b\x07\u202e"), format)
	}
}

func TestThousands(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 123456: "123,456", 1234567: "1,234,567"} {
		require.Equal(t, want, thousands(n))
	}
}
