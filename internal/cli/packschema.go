package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/pack"
)

func (a *app) packSchemaCommand() *cobra.Command {
	names := strings.Join(pack.SchemaNames(), "|")
	return &cobra.Command{
		Use:   "schema " + names,
		Short: "Print the JSON Schema of a kind of file, for editors",
		Long: `Print the JSON Schema (draft 2020-12) of a role, of a file in quiz/, of answers
or of a result. It says what one file may hold; rolefit pack check also checks
what files say about each other, and the wording.

A pack made by rolefit pack init has the schemas in quiz/schema, and its files
name them in their first line, so that editors with a YAML language server complete
and check while you type.`,
		Example: `  rolefit pack schema role
  rolefit pack schema answers -o answers.schema.json`,
		Args:              arguments(1, 1, "one of "+strings.Join(pack.SchemaNames(), ", ")),
		ValidArgsFunction: once(words(pack.SchemaNames()...)),
		RunE: func(_ *cobra.Command, args []string) error {
			data, err := pack.Schema(args[0])
			if err != nil {
				return usagef("%v", err)
			}
			return a.print(data)
		},
	}
}
