package fit_test

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// On some processors, a compiler may fuse a product with a sum, even across
// statements and inlined calls, and thus skip a rounding. An explicit
// conversion prevents this. TestNoFusedProducts requires a conversion around
// every product of floats, unless the product is an operand of another product,
// of a quotient or of a comparison, or an argument of a function in package
// math.
func TestNoFusedProducts(t *testing.T) {
	for _, dir := range []string{".", "../insight", "../audit"} {
		unrounded, err := unroundedProducts(dir)
		require.NoError(t, err)
		require.Empty(t, unrounded, "wrap each in float64(...)")
	}
}

func TestUnroundedProductsAreFound(t *testing.T) {
	dir := t.TempDir()
	source := `package p
import "math"
func f(a, b, c float64, n int) (float64, bool) {
	x := a*b + c
	x *= a
	x -= (a * b)
	y := float64(a*b) + math.Sqrt(a*b) + a*b/c
	return a * b, a*b > y*x && n*n > n
}
`
	require.NoError(t, os.WriteFile(filepath.Join(dir, "p.go"), []byte(source), 0o600))
	unrounded, err := unroundedProducts(dir)
	require.NoError(t, err)
	var lines []string
	for _, u := range unrounded {
		lines = append(lines, strings.Split(u, ":")[1])
	}
	require.Equal(t, []string{"4", "5", "6", "8"}, lines)
}

// unroundedProducts lists the products in a folder's package that could be
// fused.
func unroundedProducts(dir string) (found []string, err error) {
	fset := token.NewFileSet()
	files, err := parsePackage(fset, dir)
	if err != nil {
		return nil, err
	}
	open, err := exportData()
	if err != nil {
		return nil, err
	}
	info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}}
	config := types.Config{Importer: importer.ForCompiler(fset, "gc", open)}
	if _, err := config.Check(dir, fset, files, info); err != nil {
		return nil, err
	}
	isFloat := func(e ast.Expr) bool {
		v := info.Types[e]
		basic, ok := v.Type.Underlying().(*types.Basic)
		return ok && basic.Info()&types.IsFloat != 0 && v.Value == nil
	}
	for _, file := range files {
		var parents []ast.Node
		ast.Inspect(file, func(n ast.Node) bool {
			if n == nil {
				parents = parents[:len(parents)-1]
				return true
			}
			product := false
			switch n := n.(type) {
			case *ast.BinaryExpr:
				product = n.Op == token.MUL && isFloat(n) && !rounds(parents, info)
			case *ast.AssignStmt:
				product = n.Tok == token.MUL_ASSIGN && isFloat(n.Lhs[0])
			}
			if product {
				found = append(found, fset.Position(n.Pos()).String())
			}
			parents = append(parents, n)
			return true
		})
	}
	return found, nil
}

// rounds reports whether the innermost parent, ignoring parentheses, can't fuse
// a product with a sum.
func rounds(parents []ast.Node, info *types.Info) bool {
	for i := len(parents) - 1; i >= 0; i-- {
		switch p := parents[i].(type) {
		case *ast.ParenExpr:
			continue
		case *ast.BinaryExpr:
			return p.Op != token.ADD && p.Op != token.SUB
		case *ast.CallExpr:
			selector, ok := p.Fun.(*ast.SelectorExpr)
			return info.Types[p.Fun].IsType() || ok && fmt.Sprint(selector.X) == "math"
		}
		return false
	}
	return false
}

func parsePackage(fset *token.FileSet, dir string) (files []*ast.File, err error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*.go"))
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(fset, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	return files, err
}

// exportData returns a function that opens the export data that the go command
// has compiled for an imported package.
func exportData() (func(path string) (io.ReadCloser, error), error) {
	out, err := exec.Command("go", "list", "-export", "-deps", "-f", "{{.ImportPath}}={{.Export}}", "../audit", "../insight").Output()
	exports := map[string]string{}
	for line := range strings.Lines(string(out)) {
		path, export, _ := strings.Cut(strings.TrimSpace(line), "=")
		exports[path] = export
	}
	return func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) }, err
}
