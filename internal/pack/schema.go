package pack

import (
	"fmt"

	"github.com/rolefit/rolefit/internal/document"
	"github.com/rolefit/rolefit/quiz"
)

// SchemaNames returns the names of the schemas in display order.
func SchemaNames() []string {
	return []string{"role", "questions", "skills", "conditions", "starts", "lexicon", "postings", "answers", "result", "scores"}
}

// Schema returns the JSON Schema for a kind of file.
func Schema(name string) ([]byte, error) {
	data, err := quiz.Schemas.ReadFile("schema/" + name + ".json")
	if err != nil {
		names := SchemaNames()
		return nil, fmt.Errorf("unknown schema %s, expected %s%s", document.Quote(name), document.OneOf(names), document.DidYouMean(name, names))
	}
	return data, nil
}
