package state

import (
	"encoding/json"
	"fmt"

	"github.com/rolefit/rolefit/internal/fit"
)

// ParseResult parses and checks a result from an untrusted source. It ignores
// unknown fields, because a later version may add some.
func ParseResult(data []byte) (*fit.Result, error) {
	var head struct {
		Schema string `json:"schema"`
	}
	if err := json.Unmarshal(data, &head); err != nil {
		return nil, fmt.Errorf("it is not a result in JSON: %v", err)
	}
	if head.Schema != fit.ResultSchema {
		return nil, fmt.Errorf("schema is %q, expected %q", head.Schema, fit.ResultSchema)
	}
	var r fit.Result
	if err := json.Unmarshal(data, &r); err != nil {
		return nil, fmt.Errorf("it is not a result in JSON: %v", err)
	}
	return &r, r.Check()
}
