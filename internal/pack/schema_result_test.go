package pack

import (
	"bytes"
	"encoding/json"
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
)

// The schema of a result describes the Go type: its fields, what may be left
// out, what may be null.
func TestTheResultsSchemaIsTheTypes(t *testing.T) {
	_, doc := schemaOf(t, "result")
	described := map[string]bool{}
	objects(doc, func(o map[string]any) {
		var required []string
		for _, r := range o["required"].([]any) {
			required = append(required, r.(string))
		}
		described[fieldNames(slices.Sorted(maps.Keys(o["properties"].(map[string]any))), required)] = true
		require.Equal(t, false, o["additionalProperties"])
	})
	names := make([]string, len(fit.Dimensions))
	for i, d := range fit.Dimensions {
		names[i] = d.String()
	}
	typed := map[string]bool{fieldNames(names, names): true} // what is a map in Go
	structs(reflect.TypeFor[fit.Result](), typed)
	require.Equal(t, typed, described)
}

// fieldNames are the names of an object's fields, those it must have marked.
func fieldNames(names, required []string) string {
	slices.Sort(names)
	out := ""
	for _, n := range names {
		if out += " " + n; slices.Contains(required, n) {
			out += "!"
		}
	}
	return out
}

// structs collects the fields of a type and of all that it holds.
func structs(t reflect.Type, found map[string]bool) {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		structs(t.Elem(), found)
	case reflect.Struct:
		var names, required []string
		for f := range t.Fields() {
			name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
			if names = append(names, name); options != "omitempty" {
				required = append(required, name)
			}
			structs(f.Type, found)
		}
		found[fieldNames(names, required)] = true
	}
}

// The results of all filled-in forms hold to their schema.
func TestResultsHoldToTheSchema(t *testing.T) {
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
