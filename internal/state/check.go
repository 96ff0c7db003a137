package state

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
)

// ParseResult parses and checks a result from an untrusted source. It ignores
// unknown fields, because a later version may add some.
func ParseResult(data []byte) (*fit.Result, error) {
	var head struct {
		Schema string `json:"schema"`
	}
	if err := json.Unmarshal(data, &head); err != nil {
		return nil, fmt.Errorf("it is not a result in JSON: %v", jsonCause(err))
	}
	if head.Schema != fit.ResultSchema {
		return nil, fmt.Errorf("schema is %q, expected %q", head.Schema, fit.ResultSchema)
	}
	var r fit.Result
	if err := json.Unmarshal(data, &r); err != nil {
		return nil, fmt.Errorf("it is not a result in JSON: %v", jsonCause(err))
	}
	return &r, r.Check()
}

// jsonCause returns the reason that JSON couldn't be parsed, without mentioning
// Go types.
func jsonCause(err error) error {
	var mismatch *json.UnmarshalTypeError
	if !errors.As(err, &mismatch) {
		return errors.New(strings.TrimPrefix(err.Error(), "json: "))
	}
	where := "it"
	if mismatch.Field != "" {
		where = mismatch.Field
	}
	return fmt.Errorf("%s is of type %s, expected %s", where, mismatch.Value, jsonType(mismatch.Type))
}

// jsonType returns the JSON equivalent of a Go type, for messages.
func jsonType(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Slice, reflect.Array:
		return "array"
	case reflect.Struct, reflect.Map:
		return "object"
	case reflect.Pointer:
		return jsonType(t.Elem())
	case reflect.String, reflect.Bool:
		return t.Kind().String()
	}
	return "number"
}
