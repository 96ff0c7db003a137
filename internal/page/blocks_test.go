package page

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"html"
	"maps"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// blockTypes returns the names of the types in this package's source that have
// a method of Block. List items have an html method as well, so that
// one is ignored.
func blockTypes(t *testing.T) []string {
	t.Helper()
	entries, err := os.ReadDir(".")
	require.NoError(t, err)
	types := map[string]bool{}
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), e.Name(), nil, 0)
		require.NoError(t, err)
		for _, d := range file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok || f.Recv == nil || !slices.Contains([]string{"text", "spoken", "markdown"}, f.Name.Name) || f.Type.Params.NumFields() != 1 {
				continue
			}
			if recv, ok := f.Recv.List[0].Type.(*ast.Ident); ok {
				types[recv.Name] = true
			}
		}
	}
	return slices.Collect(maps.Keys(types))
}

func TestEveryBlockHasASample(t *testing.T) {
	var sampled []string
	for _, b := range samples() {
		sampled = append(sampled, reflect.TypeOf(b).Name())
	}
	require.ElementsMatch(t, blockTypes(t), sampled)
}

// visit calls do for every string in v, as a settable value, with its path,
// such as Bars.Head.1 or Bars.Rows.Label. Paths omit the indexes of structs and
// blocks.
func visit(v reflect.Value, path string, do func(path string, v reflect.Value)) {
	switch v.Kind() {
	case reflect.String:
		do(path, v)
	case reflect.Pointer:
		if !v.IsNil() {
			visit(v.Elem(), path, do)
		}
	case reflect.Interface:
		inner := reflect.New(v.Elem().Type()).Elem()
		inner.Set(v.Elem())
		visit(inner, inner.Type().Name(), do)
		v.Set(inner)
	case reflect.Slice:
		for i := range v.Len() {
			at := path
			if v.Index(i).Kind() == reflect.String {
				at = fmt.Sprintf("%s.%d", path, i)
			}
			visit(v.Index(i), at, do)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			at := path
			if f := v.Type().Field(i); !f.Anonymous {
				at += "." + f.Name
			}
			visit(v.Field(i), at, do)
		}
	}
}

// each calls do for each string in new samples and returns the samples.
func each(do func(path string, v reflect.Value)) []Block {
	blocks := samples()
	visit(reflect.ValueOf(&blocks).Elem(), "", do)
	return blocks
}

// TestSamplesAreFull requires that every field of every type has a value in
// some sample, so that the tests below cover all fields.
func TestSamplesAreFull(t *testing.T) {
	filled, all := map[string]bool{}, map[string]bool{}
	each(func(path string, v reflect.Value) {
		all[path] = true
		filled[path] = filled[path] || v.String() != ""
	})
	for path := range all {
		require.True(t, filled[path], path)
	}
	require.Greater(t, len(all), 60)
}

// lost lists the strings that a format omits on purpose: column names if there
// are no columns, spoken words if there is a picture, and the picture's number
// if the words include it, the command for what is shown, and a sign that repeats a heading.
var lost = map[string]*regexp.Regexp{
	"text":     regexp.MustCompile(`^(Details\.Command\.(Text|Line)|Bars\.(Missing|Rows\.Spoken)|Levels\.Head\.\d|(Numbered|Checklist)\.Mark)$`),
	"narrow":   regexp.MustCompile(`^(Details\.Command\.(Text|Line)|Bars\.(Missing|Rows\.Spoken|Head\.[01])|Levels\.Head\.\d|(Numbered|Checklist)\.Mark|Table\.Head\.0)$`),
	"spoken":   regexp.MustCompile(`^(Details\.Command\.(Text|Line)|Quotes\.Mark|Bars\.(Head\.0|Rows\.Text)|Levels\.Head\.\d|(Numbered|Checklist)\.Mark|Table\.Head\.0)$`),
	"markdown": regexp.MustCompile(`^(Details\.Command\.(Text|Line)|Bars\.(Missing|Rows\.Spoken)|(Numbered|Checklist)\.Mark)$`),
	"html":     regexp.MustCompile(`^(Details\.Command\.(Text|Line)|(Numbered|Checklist)\.Mark)$`),
}

// drawn returns a page in every format, as its reader receives it.
func drawn(t *testing.T, p *Page) map[string]string {
	t.Helper()
	page, err := p.HTML()
	require.NoError(t, err)
	return map[string]string{
		"text":     string(p.Text(Style{All: true})),
		"narrow":   string(p.Text(Style{Width: 40, All: true})),
		"spoken":   string(p.Text(Style{Spoken: true, All: true})),
		"markdown": string(p.Markdown()),
		"html":     html.UnescapeString(string(page)),
	}
}

// TestWordsSurvive gives every string in every sample unique words and looks
// for them in every format.
func TestWordsSurvive(t *testing.T) {
	words := map[string]string{} // words to paths
	n := 0
	blocks := each(func(path string, v reflect.Value) {
		if v.String() == "" {
			return
		}
		n++
		word := fmt.Sprintf("w%03dx", n)
		words[word] = path
		if strings.Contains(v.String(), "://") {
			v.SetString("https://" + word + ".example/")
		} else {
			v.SetString(word + " end")
		}
	})
	p := &Page{Title: "Title", Sections: []Section{{"Heading", blocks}}}
	for format, got := range drawn(t, p) {
		missing := map[string]bool{}
		for word, path := range words {
			if !strings.Contains(got, word) {
				missing[path] = true
				require.Regexp(t, lost[format], path, "%s: lost, not on purpose", format)
			}
		}
		require.NotEmpty(t, missing, format)
	}
}

// Columns keep their words intact as long as other columns can be narrowed.
func TestTableKeepsWordsIntact(t *testing.T) {
	p := &Page{}
	p.Add("", Table{Head: []string{"Skill", "First role of all", "Second role of all"}, TextColumns: 1, Rows: [][]string{{"Infrastructure as code", "3", "not rated"}}})
	got := string(p.Text(Style{Width: 60}))
	require.Contains(t, got, "Infrastructure")
	w := &textWriter{width: 20}
	widths := []int{14, 10}
	w.squeeze(widths, []int{14, 3})
	require.Equal(t, []int{14, 4}, widths)
	w.width = 14
	w.squeeze(widths, []int{14, 3})
	require.Equal(t, 14, total(widths), "too narrow for all words")
}
