package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/pack"
)

type packSchemaOptions struct{ name string }

func packSchemaCommand(_ *app, run func(context.Context, packSchemaOptions) error) *cobra.Command {
	names := pack.SchemaNames()
	return &cobra.Command{
		Use:   "schema " + strings.Join(names, "|"),
		Short: "Print the JSON Schema of a file type, for editors",
		Long: `Print the JSON Schema (draft 2020-12) of a role, a file in quiz/, answers or a
result. A schema covers a single file. To also check the wording and how files refer
to each other, use 'rolefit pack check'.

'rolefit pack init' puts the schemas into quiz/schema, and the first line of each
file names the file's schema. So an editor with a YAML language server can complete
and check the files as you type.`,
		Example: `  rolefit pack schema role
  rolefit pack schema answers -o answers.schema.json`,
		Args:              arguments(1, 1, "one of "+commas(names)),
		ValidArgsFunction: once(words(names...)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return run(cmd.Context(), packSchemaOptions{args[0]})
		},
	}
}

func (a *app) packSchema(ctx context.Context, o packSchemaOptions) error {
	data, err := pack.Schema(o.name)
	if err != nil {
		return usagef("%v", err)
	}
	return a.print(ctx, data)
}
