package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
)

// dialect matches words that a fresh reader took for a translation, with what
// to write instead in CONTRIBUTING.md, and British spellings.
var dialect = regexp.MustCompile(`(?i)\b(told|tells of|anew|mend(s|ed|ing)?|likest|dearest|least alike|luck|whoever|betrays?|heard|stands? (in|at|once)|by what|of which|that which|what is kept of|be rid of|goes on|adverts?|advertisements?|likeness|somebody|says whether|colours?|behaviours?|neighbours?|favourites?|labelled|cancelled|licence)\b`)

// TestProse checks the comments and identifiers of all Go files, and the pages
// for contributors, for words of that kind.
func TestProse(t *testing.T) {
	var found []string
	fset := token.NewFileSet()
	require.NoError(t, filepath.WalkDir("../..", func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Base(path) == "prose_test.go" {
			return err
		}
		if strings.HasSuffix(path, ".go") {
			file, err := parser.ParseFile(fset, path, nil, parser.ParseComments)
			require.NoError(t, err)
			found = append(found, inGo(fset, file)...)
		}
		return nil
	}))
	for _, name := range []string{"README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"} {
		data, err := os.ReadFile(filepath.Join("../..", name))
		require.NoError(t, err)
		text := strings.ReplaceAll(string(data), "a job advertisement", "")
		for _, word := range dialect.FindAllString(text, -1) {
			found = append(found, name+": "+word)
		}
	}
	require.Empty(t, found)
}

// inGo lists the words found in a file's comments and identifiers.
func inGo(fset *token.FileSet, file *ast.File) (found []string) {
	look := func(pos token.Pos, text string) {
		for _, word := range dialect.FindAllString(text, -1) {
			found = append(found, fset.Position(pos).String()+": "+word)
		}
	}
	for _, group := range file.Comments {
		look(group.Pos(), group.Text())
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			look(id.Pos(), words(id.Name))
		}
		return true
	})
	return found
}

// words splits an identifier in camel case.
func words(name string) string {
	var b strings.Builder
	for i, r := range name {
		if i > 0 && unicode.IsUpper(r) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
	}
	return b.String()
}
