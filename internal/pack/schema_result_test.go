package pack

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
)

// The results of completed forms, and of empty answers, conform to the schema,
// and so do their scores.
func TestResultsFitTheSchema(t *testing.T) {
	result, _ := schemaOf(t, "result")
	scores, _ := schemaOf(t, "scores")
	hold := func(name string, r *fit.Result) {
		for compiled, v := range map[*jsonschema.Schema]any{result: r, scores: r.Scores()} {
			data, err := json.Marshal(v)
			require.NoError(t, err)
			v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
			require.NoError(t, err, name)
			require.NoError(t, compiled.Validate(v), name)
		}
	}
	forms, err := filepath.Glob("../../testdata/answers/*/*.yaml")
	require.NoError(t, err)
	for _, name := range append(forms, "../../testdata/answers/example.yaml") {
		q, a, err := builtinReader(t).Answers(name, []byte(readAll(t, name)))
		require.NoError(t, err)
		hold(name, fit.Score(q, a))
	}
	q, a, err := builtinReader(t).Answers("nothing", []byte("{}"))
	require.NoError(t, err)
	hold("nothing", fit.Score(q, a))
}
