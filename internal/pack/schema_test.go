package pack

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"
	"gopkg.in/yaml.v3"
)

// schemaOf compiles a schema, and gives its text as values too.
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

// A schemaKind is a kind of file, and the decoder of it.
type schemaKind struct {
	name string
	full string // a document that has every field
	read func(d *decoder, n *yaml.Node) Problems
}

func schemaKinds(t *testing.T) []schemaKind {
	reader := builtinReader(t)
	return []schemaKind{
		{"role", readAll(t, "starter/roles/detective.yaml"), func(d *decoder, n *yaml.Node) Problems {
			d.role(n)
			return d.problems
		}},
		{"questions", fullQuestions, func(d *decoder, n *yaml.Node) Problems {
			d.questions(n, defaults())
			return d.problems
		}},
		{"skills", readAll(t, "starter/quiz/skills.yaml"), func(d *decoder, n *yaml.Node) Problems {
			d.skills(n, defaults())
			return d.problems
		}},
		{"answers", fullAnswers, func(_ *decoder, n *yaml.Node) Problems {
			d := &answersDecoder{decoder: decoder{file: "f"}, reader: reader}
			d.read(n)
			return d.problems
		}},
	}
}

const fullQuestions = `
{id: ok, version: 1, title: T, sets: [12, 6], banned: [word], prompts: {focus: A, skills: B, success: C},
 questions: [{id: one, dimension: focus, prompt: P, options: [a/b, c/d]}]}`

const fullAnswers = `
{id: r1, pack: ops-roles, roles: [cloud, devops, platform, sre], seed: 4, taken: 2026-01-02T15:04:05Z, finished: false, more: true, at: cards,
 answers: {new-service: {best: b, worst: d, skip: , seconds: 3.5}},
 skills: {linux: {skip: unsure}, cost: 2}, cards: {best: sre, worst: cloud, skip: ''}}`

func readAll(t *testing.T, name string) string {
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	return string(data)
}

func parsed(t *testing.T, doc string) *yaml.Node {
	d := &decoder{file: "f"}
	n := d.parse([]byte(doc))
	require.Empty(t, d.problems)
	return n
}

// plainValue is a node as a validator takes it. What YAML would call a moment
// is text to an editor.
func plainValue(n *yaml.Node) any {
	switch {
	case n.Kind == yaml.MappingNode:
		m := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			m[n.Content[i].Value] = plainValue(n.Content[i+1])
		}
		return m
	case n.Kind == yaml.SequenceNode:
		list := make([]any, len(n.Content))
		for i, c := range n.Content {
			list[i] = plainValue(c)
		}
		return list
	case n.Tag == "!!null":
		return nil
	case n.Tag == "!!bool":
		return n.Value == "true"
	case n.Tag == "!!int", n.Tag == "!!float":
		return json.Number(n.Value)
	}
	return n.Value
}

// A change is what one step away from a whole document is.
type change struct {
	what   string
	strict bool // whether it can be told wrong without knowing the pack
	make   func()
	undo   func()
}

var otherValues = []string{
	"~", "''", "' '", "true", "2.5", "-1", "0", "1", "2", "3", "4", "5", "6", "60", "61", "63", "2147483647", "2147483648",
	"9007199254740992", "9007199254740993", "31622400", "x", "xy", strings.Repeat("x", 40), strings.Repeat("x", 41),
	"'" + strings.Repeat("é", 1000) + "'", "'" + strings.Repeat("é", 1001) + "'", "Upper", "a--b", "a-b", "focus",
	"a/b", "/b", "a/", "e", "unsure", "none", "[]", "{}", "[x]", "{skip: none}", "{skip: 1}", "2026-02-30T00:00:00Z",
}

var otherLengths = []int{0, 1, 2, 3, 4, 5, 6, 7, 50, 51, 64, 65, 200, 201, 500, 501, 1000, 1001}

// changes lists every document that is one step away: a value replaced, a
// field taken away or added, a list of another length.
func changes(t *testing.T, n *yaml.Node, path string) []change {
	var out []change
	kept := *n
	undo := func() { *n = kept }
	for _, v := range otherValues {
		other := parsed(t, "["+v+"]").Content[0]
		out = append(out, change{path + " = " + v, !slices.Contains([]string{"!!str", "!!null"}, other.Tag) && other.Kind == yaml.ScalarNode, func() { *n = *other }, undo})
	}
	switch n.Kind {
	case yaml.MappingNode:
		extra := parsed(t, "zzz: 1").Content
		out = append(out, change{path + " + zzz", false, func() { n.Content = append(slices.Clone(kept.Content), extra...) }, undo})
		for i := 0; i+1 < len(n.Content); i += 2 {
			key := n.Content[i].Value
			out = append(out, change{path + " - " + key, false, func() { n.Content = slices.Delete(slices.Clone(kept.Content), i, i+2) }, undo})
			out = append(out, changes(t, n.Content[i+1], path+"/"+key)...)
		}
	case yaml.SequenceNode:
		for _, length := range otherLengths {
			out = append(out, change{path + " of " + strconv.Itoa(length), false, func() { n.Content = slices.Repeat(kept.Content[:1], length) }, undo})
		}
		out = append(out, changes(t, n.Content[0], path+"/0")...)
	}
	return out
}

// A schema accepts what the decoder does and nothing else, as far as one file
// can tell: tried on every document one step away from a whole one.
func TestSchemasAcceptWhatTheDecodersDo(t *testing.T) {
	for _, kind := range schemaKinds(t) {
		t.Run(kind.name, func(t *testing.T) {
			compiled, _ := schemaOf(t, kind.name)
			n := parsed(t, kind.full)
			require.Empty(t, kind.read(&decoder{}, n))
			require.NoError(t, compiled.Validate(plainValue(n)))
			accepted := 0
			for _, c := range changes(t, n, "") {
				c.make()
				problems := kind.read(&decoder{}, n)
				err := compiled.Validate(plainValue(n))
				c.undo()
				switch {
				case len(problems) == 0:
					accepted++
					require.NoError(t, err, c.what)
				case kind.name != "answers" || c.strict:
					require.Error(t, err, "%s: %s", c.what, problems)
				}
			}
			require.Greater(t, accepted, 20, "the changes should not all be refused")
		})
	}
}

var knownFields = regexp.MustCompile(`has the unknown field "zzz", expected (?:one of )?(.*)`)

// The schemas know the fields of every object that the decoders know, and no
// other.
func TestSchemasKnowTheFieldsOfTheDecoders(t *testing.T) {
	for _, kind := range schemaKinds(t) {
		t.Run(kind.name, func(t *testing.T) {
			_, doc := schemaOf(t, kind.name)
			n := parsed(t, kind.full)
			decoded := map[string]bool{}
			for _, c := range changes(t, n, "") {
				if !strings.HasSuffix(c.what, "+ zzz") {
					continue
				}
				c.make()
				for _, p := range kind.read(&decoder{}, n) {
					if m := knownFields.FindStringSubmatch(p.Message); m != nil {
						names := strings.Split(m[1], ", ")
						slices.Sort(names)
						decoded[strings.Join(names, " ")] = true
					}
				}
				c.undo()
			}
			described := map[string]bool{}
			objects(doc, func(o map[string]any) {
				if o["$ref"] == nil { // a place in a list narrows what it refers to
					described[strings.Join(slices.Sorted(maps.Keys(o["properties"].(map[string]any))), " ")] = true
				}
			})
			require.Equal(t, decoded, described)
		})
	}
}

// objects visits every part of a schema that describes an object.
func objects(v any, visit func(map[string]any)) {
	switch v := v.(type) {
	case map[string]any:
		if _, ok := v["properties"].(map[string]any); ok {
			visit(v)
		}
		for _, inner := range v {
			objects(inner, visit)
		}
	case []any:
		for _, inner := range v {
			objects(inner, visit)
		}
	}
}

// yamlFiles are all role and quiz files of the repository, broken ones too.
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

// unseen is what a decoder refuses and a schema is not shown or cannot say.
var unseen = regexp.MustCompile(`given twice|an alias|an anchor|a tag|merge key|control character|second document|and more: only`)

// The schemas agree with the decoders on every file there is, the broken packs
// included.
func TestSchemasAgreeOnEveryFile(t *testing.T) {
	kinds := schemaKinds(t)
	good, bad := 0, 0
	for _, file := range yamlFiles(t) {
		kind := kinds[0]
		switch filepath.Base(file) {
		case "questions.yaml":
			kind = kinds[1]
		case "skills.yaml":
			kind = kinds[2]
		}
		d := &decoder{file: file}
		n := d.parse([]byte(readAll(t, file)))
		if n == nil {
			continue // not YAML, for which no schema is asked
		}
		problems := kind.read(d, n)
		seen := slices.DeleteFunc(slices.Clone(problems), func(p Problem) bool { return unseen.MatchString(p.Message) })
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

func TestAnswersHoldToTheSchema(t *testing.T) {
	compiled, _ := schemaOf(t, "answers")
	q, err := builtinReader(t).Quiz(nil)
	require.NoError(t, err)
	require.NoError(t, compiled.Validate(plainValue(parsed(t, string(Blank(q, 1))))))
	require.NoError(t, compiled.Validate(plainValue(parsed(t, wholeYAML))))
	require.NoError(t, compiled.Validate(plainValue((&decoder{}).parseJSON([]byte(wholeJSON)))))
}
