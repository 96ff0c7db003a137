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

// stringRules apply, in addition, to what people read: string literals, help
// topics, pages for contributors and the files of the built-in pack.
var stringRules = []rule{
	{`how sure`, `how confident the result is`},
	{`this is no|it is no`, `this isn't, it isn't`},
	{`I cannot`, `I can't`},
	{`seldom`, `rarely`},
	{`everybody|anybody`, `everyone, anyone`},
	{`whilst|amongst|upon|thereof|therein|hence`, `while, among, on, so`},
	{`counts? for nothing|for nought`, `doesn't count`},
	{`taken back`, `undone`},
}

// TestProse checks the comments, identifiers and strings of all Go files, the
// help topics, the pages for contributors and the built-in pack for words that
// read like a translation, for former names, and for British spellings.
func TestProse(t *testing.T) {
	prose, names := compile(proseRules), compile(nameRules)
	shown := append(compile(stringRules), prose...)
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
		strs := shownStrings(path, file)
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.Ident:
				at := fset.Position(n.Pos()).String()
				found = append(found, violations(prose, at, words(n.Name))...)
				found = append(found, violations(names, at, n.Name)...)
			case *ast.BasicLit:
				if strs[n] {
					found = append(found, violations(shown, fset.Position(n.Pos()).String(), n.Value)...)
				}
			}
			return true
		})
		return nil
	}))
	for _, path := range shownFiles(t) {
		data, err := os.ReadFile(path)
		require.NoError(t, err)
		text := quotedWords.ReplaceAllString(string(data), "")
		found = append(found, violations(shown, path, text)...)
	}
	require.Empty(t, found, "see the tables in this file")
}

// wordLists names the files whose strings are words that postings use, words to
// skip, or code. internal/ask has a test of its own words.
var wordLists = regexp.MustCompile(`internal/(ask/|posting/|insight/similarity\.go|batch/bench/|browsertest/)`)

// shownStrings returns the strings of a file that people may read: those of
// two or more words, outside tests, import paths and struct tags.
func shownStrings(path string, file *ast.File) map[*ast.BasicLit]bool {
	out := map[*ast.BasicLit]bool{}
	page := regexp.MustCompile(`internal/posting/matchpage`).MatchString(path)
	if strings.HasSuffix(path, "_test.go") || wordLists.MatchString(path) && !page {
		return out
	}
	skip := map[*ast.BasicLit]bool{}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			skip[n.Path] = true
		case *ast.Field:
			skip[n.Tag] = true
		case *ast.BasicLit:
			if n.Kind == token.STRING && !skip[n] && strings.Contains(n.Value, " ") {
				out[n] = true
			}
		}
		return true
	})
	return out
}

// quotedWords matches the parts of pages and packs that quote other people's
// words: what postings say, addresses, and the sources of a role.
var quotedWords = regexp.MustCompile(`(?m)\ba job advertisement\b|\bold-centre-closed\b|https?://\S+|^ *source: .*|^ *terms: \[[^\]]*\]`)

// shownFiles lists the pages for contributors, the help topics and the files of
// the built-in pack that people wrote.
func shownFiles(t *testing.T) []string {
	t.Helper()
	out := []string{"../../quiz/questions.yaml", "../../quiz/skills.yaml", "../../quiz/conditions.yaml", "../../quiz/starts.yaml"}
	for _, pattern := range []string{"../../*.md", "../../docs/*.md", "../../roles/*", "../../quiz/*.md", "../../internal/cli/help/*.txt", "../../testdata/answers/people/*.md"} {
		paths, err := filepath.Glob(pattern)
		require.NoError(t, err)
		require.NotEmpty(t, paths, pattern)
		out = append(out, paths...)
	}
	return out
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
