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

// The results of completed forms, and of empty answers, conform to the schema.
func TestResultsFitTheSchema(t *testing.T) {
	compiled, _ := schemaOf(t, "result")
	hold := func(name string, data []byte) {
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		require.NoError(t, err, name)
		require.NoError(t, compiled.Validate(v), name)
	}
	forms, err := filepath.Glob("../../testdata/answers/*/*.yaml")
	require.NoError(t, err)
	for _, name := range append(forms, "../../testdata/answers/example.yaml") {
		q, a, err := builtinReader(t).Answers(name, []byte(readAll(t, name)))
		require.NoError(t, err)
		data, err := json.Marshal(fit.Score(q, a))
		require.NoError(t, err)
		hold(name, data)
	}
	q, a, err := builtinReader(t).Answers("nothing", []byte("{}"))
	require.NoError(t, err)
	data, err := json.Marshal(fit.Score(q, a))
	require.NoError(t, err)
	hold("nothing", data)
}
