package pack

import (
	"fmt"
	"strings"

	"github.com/rolefit/rolefit/quiz"
)

// SchemaNames lists the schemas that there are, in the order in which they are
// shown.
func SchemaNames() []string { return []string{"role", "questions", "skills", "answers", "result"} }

// Schema is the JSON Schema of a kind of file.
func Schema(name string) ([]byte, error) {
	data, err := quiz.Schemas.ReadFile("schema/" + name + ".json")
	if err != nil {
		names := SchemaNames()
		return nil, fmt.Errorf("there is no schema of %s, expected one of %s%s", quote(name), strings.Join(names, ", "), didYouMean(name, names))
	}
	return data, nil
}
