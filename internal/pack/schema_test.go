package pack

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/document"
	"github.com/rolefit/rolefit/internal/fit"
)

// schemaOf compiles a schema and also returns it as decoded JSON.
func schemaOf(t *testing.T, name string) (*jsonschema.Schema, any) {
	data, err := Schema(name)
	require.NoError(t, err)
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	require.NoError(t, c.AddResource(name+".json", doc))
	compiled, err := c.Compile(name + ".json")
	require.NoError(t, err)
	require.Equal(t, 2020, compiled.DraftVersion)
	return compiled, doc
}

// A schemaKind is a kind of file: its type, and a document with every field.
type schemaKind struct {
	name string
	full string
	of   any
}

func schemaKinds(t *testing.T) []schemaKind {
	return []schemaKind{
		{"role", readAll(t, "testdata/role.yaml"), fit.Role{}},
		{"questions", fullQuestions, questionsFile{}},
		{"skills", readAll(t, "testdata/skills.yaml"), skillsFile{}},
		{"conditions", "conditions: [{id: on-call, name: On call, question: Would you, terms: [pager]}]", conditionsFile{}},
		{"starts", "starts: [{id: backend, name: Backend development}]", startsFile{}},
		{"answers", fullAnswers, answersFile{}},
	}
}

// read returns the problems of a document of this kind, ignoring other files.
func (k schemaKind) read(n *document.Node) Problems {
	d := &document.Document{Form: k.name == "answers"}
	d.Read(n, "the document", reflect.New(reflect.TypeOf(k.of)).Interface())
	return d.Problems
}

const fullQuestions = `
{id: ok, version: 1, title: T, rounds: [12, 6], banned: [word], prompts: {focus: A, skills: B, success: C},
 questions: [{id: one, dimension: focus, prompt: P, options: [a/b, c/d]}]}`

const fullAnswers = `
{id: r1, pack: ops-roles, roles: [cloud, devops, platform, sre], seed: 4, taken: 2026-01-02T15:04:05Z, finished: false, stopped: true, extra: 1, at: card:card-1,
 answers: {new-service: {best: b, worst: d, skip: , seconds: 3.5}},
 skills: {linux: {skip: unsure}, cost: 2}, cards: {sre: want, cloud: no, card-1: true}, start: {id: backend, skip: },
 conditions: {on-call: rather-not}, offers: {part-2: yes}}`

func readAll(t testing.TB, name string) string {
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	return string(data)
}

func parsed(t *testing.T, doc string) *document.Node {
	d := &document.Document{File: "f"}
	n := d.YAML([]byte(doc))
	require.Empty(t, d.Problems)
	return n
}

// plainValue converts a node to the form that a validator expects.
func plainValue(n *document.Node) any {
	switch n.Kind {
	case document.Map:
		m := map[string]any{}
		for i := 0; i+1 < len(n.Items); i += 2 {
			m[n.Items[i].Value] = plainValue(n.Items[i+1])
		}
		return m
	case document.List:
		list := make([]any, len(n.Items))
		for i, c := range n.Items {
			list[i] = plainValue(c)
		}
		return list
	case document.Null:
		return nil
	case document.Bool:
		return n.Value == "true"
	case document.Number:
		return json.Number(n.Value)
	}
	return n.Value
}

// A change is a single modification of a complete document.
type change struct {
	what string
	make func()
	undo func()
}

var otherValues = []string{
	"~", "''", "' '", "true", "2.5", "-1", "0", "1", "2", "3", "4", "5", "6", "60", "61", "63", "2147483647", "2147483648",
	"9007199254740992", "9007199254740993", "31622400", "31622401", "x", "xy", strings.Repeat("x", 40), strings.Repeat("x", 41),
	"'" + strings.Repeat("é", 1000) + "'", "'" + strings.Repeat("é", 1001) + "'", "Upper", "a--b", "a-b", "focus", "postings", "lab",
	"a/b", "/b", "a/", "e", "unsure", "none", "[]", "{}", "[x]", "{skip: none}", "{skip: 1}", "2026-02-30T00:00:00Z", "'https://example.org/a'", "'ftp://example.org'",
}

var otherLengths = []int{0, 1, 2, 3, 4, 5, 6, 7, 20, 21, 50, 51, 64, 65, 100, 101, 200, 201, 500, 501, 1000, 1001}

// changes returns all documents that differ from a complete one in a single
// step: a value replaced, a field removed or added, or a list with another
// length.
func changes(t *testing.T, n *document.Node, path string) []change {
	var out []change
	kept := *n
	undo := func() { *n = kept }
	for _, v := range otherValues {
		other := parsed(t, "["+v+"]").Items[0]
		out = append(out, change{path + " = " + v, func() { *n = *other }, undo})
	}
	switch n.Kind {
	case document.Map:
		extra := parsed(t, "zzz: 1").Items
		out = append(out, change{path + " + zzz", func() { n.Items = append(slices.Clone(kept.Items), extra...) }, undo})
		for i := 0; i+1 < len(n.Items); i += 2 {
			key := n.Items[i].Value
			out = append(out, change{path + " - " + key, func() { n.Items = slices.Delete(slices.Clone(kept.Items), i, i+2) }, undo})
			out = append(out, changes(t, n.Items[i+1], path+"/"+key)...)
		}
	case document.List:
		for _, length := range otherLengths {
			out = append(out, change{path + " of " + strconv.Itoa(length), func() { n.Items = slices.Repeat(kept.Items[:1], length) }, undo})
		}
		out = append(out, changes(t, n.Items[0], path+"/0")...)
	}
	return out
}

// A schema accepts exactly what the reader accepts, as far as a single file
// shows. This is tried on every document one step away from a complete one.
func TestSchemasAcceptWhatIsRead(t *testing.T) {
	for _, kind := range schemaKinds(t) {
		t.Run(kind.name, func(t *testing.T) {
			compiled, _ := schemaOf(t, kind.name)
			n := parsed(t, kind.full)
			require.Empty(t, kind.read(n))
			require.NoError(t, compiled.Validate(plainValue(n)))
			for _, c := range changes(t, n, "") {
				c.make()
				problems := kind.read(n)
				err := compiled.Validate(plainValue(n))
				c.undo()
				if len(problems) == 0 {
					require.NoError(t, err, c.what)
				} else {
					require.Error(t, err, "%s: %s", c.what, problems)
				}
			}
		})
	}
}

// Printed files of every kind are read back unchanged.
func TestPrintedFilesAreReadBack(t *testing.T) {
	for _, kind := range schemaKinds(t) {
		read := func(d *document.Document, n *document.Node) any {
			to := reflect.New(reflect.TypeOf(kind.of)).Interface()
			d.Form = kind.name == "answers"
			d.Read(n, "the document", to)
			require.Empty(t, d.Problems, kind.name)
			return to
		}
		whole := read(&document.Document{}, parsed(t, kind.full))
		data, err := document.Print(whole)
		require.NoError(t, err)
		d := &document.Document{}
		require.Equal(t, whole, read(d, d.JSON(data)), string(data))
	}
}

// yamlFiles returns all role and quiz files in the repository, including
// invalid ones.
func yamlFiles(t *testing.T) []string {
	var out []string
	for _, root := range []string{"../../roles", "../../quiz", "starter", packsDir, "../../testdata/roles", errorsDir} {
		require.NoError(t, filepath.WalkDir(root, func(path string, _ fs.DirEntry, err error) error {
			if err == nil && strings.HasSuffix(path, ".yaml") {
				out = append(out, path)
			}
			return err
		}))
	}
	return out
}

// unseen matches problems that the reader reports but a schema can't detect or
// isn't applied to.
var unseen = regexp.MustCompile(`given twice|has the alias|has the anchor|has the tag|merge key|control character|second document|and more: only`)

// The schemas agree with the reader on every file, including the invalid packs.
func TestSchemasAgreeOnEveryFile(t *testing.T) {
	kinds := schemaKinds(t)
	good, bad := 0, 0
	for _, file := range yamlFiles(t) {
		kind := kinds[0]
		for _, k := range kinds {
			if k.name+".yaml" == filepath.Base(file) {
				kind = k
			}
		}
		d := &document.Document{File: file}
		n := d.YAML([]byte(readAll(t, file)))
		if n == nil || len(d.Problems) > 0 {
			continue // not plain YAML, so no schema applies
		}
		problems := kind.read(n)
		seen := slices.DeleteFunc(problems.Errors(), func(p Problem) bool { return unseen.MatchString(p.Message) })
		compiled, _ := schemaOf(t, kind.name)
		err := compiled.Validate(plainValue(n))
		switch {
		case len(seen) > 0:
			bad++
			require.Error(t, err, "%s: %s", file, seen)
		case len(problems) == 0:
			good++
			require.NoError(t, err, file)
		}
	}
	require.Greater(t, good, 15)
	require.Greater(t, bad, 3)
}

func TestAnswersFitTheSchema(t *testing.T) {
	compiled, _ := schemaOf(t, "answers")
	q, err := builtinReader(t).Quiz(nil)
	require.NoError(t, err)
	require.NoError(t, compiled.Validate(plainValue(parsed(t, string(Blank(q, 1, ""))))))
	require.NoError(t, compiled.Validate(plainValue(parsed(t, wholeYAML))))
	require.NoError(t, compiled.Validate(plainValue((&document.Document{}).JSON([]byte(wholeJSON)))))
}
