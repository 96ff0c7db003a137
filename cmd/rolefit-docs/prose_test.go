package main

import (
	"fmt"
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

// A rule bans words and says what to write instead.
type rule struct{ words, instead string }

// proseRules apply to comments, to the words of identifiers, and to the pages
// for contributors. The words are a regular expression that matches whole words
// in any case.
var proseRules = []rule{
	{`told|tells of`, `reported`},
	{`mend(s|ed|ing)?`, `fix`},
	{`anew|begin anew`, `again, start over`},
	{`stands? (in|at|once)`, `is in, is defined once`},
	{`what is kept of|be rid of`, `what rolefit stores, delete`},
	{`likest|dearest|least alike|alike`, `most similar, slowest, most distinctive`},
	{`likeness(es)?`, `similarity`},
	{`betray(s|ed|ing)?`, `reveal`},
	{`luck`, `random answers`},
	{`heard`, `for screen readers`},
	{`goe?s? on|went on|going on`, `continue`},
	{`by what|of which|that which|whoever`, `anyone who, or two sentences`},
	{`says whether|says if`, `reports whether`},
	{`adverts?|advertisements?`, `posting`},
	{`(an|each|every|whose|facet'?s) ask`, `option`},
	{`(first|second|later|next|question) sets?|sets? of questions`, `round`},
	{`chances?`, `StdErr, ClearAt, at random`},
	{`apart`, `separate, distinctive, gap`},
	{`sittings?|hearings?|liners?|orphans?|held back|phrase ?book|said of`, `a name of its own`},
	{`somebody`, `someone`},
	{`(behavi|col|fav|harb|hon|lab|neighb|flav)our(s|ed|ing|ite|ites|hood)?`, `the American spelling`},
	{`(label|cancel|travel|model|level|signal)l(ed|ing)`, `the American spelling`},
	{`(initial|organ|recogn|normal|optim|summar|minim|maxim|serial|token|capital|custom|general|categor|emphas|real|util|visual|synchron|author|special|standard|sanit|random|priorit|analys)(ise|ised|ises|ising|isation|isations)`, `the American spelling`},
	{`centres?|licences?|catalogues?|programmes?|judgements?|practis(e|ed|es|ing)|analys(ed|er|ing)|whilst|learnt|spelt|grey`, `the American spelling`},
}

// nameRules apply to whole identifiers, in addition.
var nameRules = []rule{
	{`given|reply|replies`, `answer, event, message`},
	{`took|wrong|deal|orphan`, `a name of its own`},
}

// TestProse checks the comments and identifiers of all Go files, and the pages
// for contributors, for words that read like a translation, for former names,
// and for British spellings.
func TestProse(t *testing.T) {
	prose, names := compile(proseRules), compile(nameRules)
	var found []string
	fset := token.NewFileSet()
	require.NoError(t, filepath.WalkDir("../..", func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || filepath.Base(path) == "prose_test.go" {
			return err
		}
		file, err := parser.ParseFile(fset, path, nil, parser.ParseComments)
		require.NoError(t, err)
		for _, group := range file.Comments {
			found = append(found, violations(prose, fset.Position(group.Pos()).String(), group.Text())...)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				at := fset.Position(id.Pos()).String()
				found = append(found, violations(prose, at, words(id.Name))...)
				found = append(found, violations(names, at, id.Name)...)
			}
			return true
		})
		return nil
	}))
	for _, name := range []string{"README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"} {
		data, err := os.ReadFile(filepath.Join("../..", name))
		require.NoError(t, err)
		text := strings.ReplaceAll(string(data), "a job advertisement", "")
		found = append(found, violations(prose, name, text)...)
	}
	require.Empty(t, found, "see the table in this file")
}

// A compiledRule is a rule whose words are compiled.
type compiledRule struct {
	pattern *regexp.Regexp
	instead string
}

// compile compiles rules. White space in a rule matches line breaks too.
func compile(rules []rule) (out []compiledRule) {
	for _, r := range rules {
		words := strings.ReplaceAll(r.words, " ", `\s+`)
		out = append(out, compiledRule{regexp.MustCompile(`(?i)\b(` + words + `)\b`), r.instead})
	}
	return out
}

// violations returns a message for each match of a rule in text.
func violations(rules []compiledRule, where, text string) (out []string) {
	for _, r := range rules {
		for _, word := range r.pattern.FindAllString(text, -1) {
			out = append(out, fmt.Sprintf("%s: %q, write: %s", where, word, r.instead))
		}
	}
	return out
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
