package pack

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/wording"
)

// A source holds what Go files say about types: descriptions under keys such as
// "Role" and "Role.Title", and the constants of each string type.
type source struct {
	comments  map[string]string
	constants map[string][]string
}

func readSource(t *testing.T, patterns ...string) source {
	s := source{map[string]string{}, map[string][]string{}}
	for _, pattern := range patterns {
		names, err := filepath.Glob(pattern)
		require.NoError(t, err)
		for _, name := range names {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
			require.NoError(t, err)
			for _, d := range file.Decls {
				if g, ok := d.(*ast.GenDecl); ok {
					s.collect(g)
				}
			}
		}
	}
	return s
}

func (s source) collect(g *ast.GenDecl) {
	for _, spec := range g.Specs {
		switch x := spec.(type) {
		case *ast.TypeSpec:
			s.comments[x.Name.Name] = sentence(g.Doc.Text())
			if fields, ok := x.Type.(*ast.StructType); ok {
				for _, f := range fields.Fields.List {
					for _, name := range f.Names {
						s.comments[x.Name.Name+"."+name.Name] = sentence(f.Comment.Text())
					}
				}
			}
		case *ast.ValueSpec:
			s.comments[x.Names[0].Name] = sentence(x.Comment.Text())
			named, ok := x.Type.(*ast.Ident)
			if !ok || g.Tok != token.CONST || len(x.Values) != 1 {
				continue
			}
			if literal, ok := x.Values[0].(*ast.BasicLit); ok && literal.Kind == token.STRING {
				value, _ := strconv.Unquote(literal.Value)
				s.constants[named.Name] = append(s.constants[named.Name], value)
			}
		}
	}
}

// sentence converts a comment to a single line that starts with a capital
// letter and has no final period.
func sentence(comment string) string {
	return wording.Capitalize(strings.TrimSuffix(strings.Join(strings.Fields(comment), " "), "."))
}
