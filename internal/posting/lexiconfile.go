package posting

import (
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// A FileError is an error at a line of a file. Line 0 means that it concerns
// the whole file.
type FileError struct {
	File    string
	Line    int
	Message string
}

// Error formats the error as "file:line: message".
func (e *FileError) Error() string {
	if e.Line == 0 {
		return e.File + ": " + e.Message
	}
	return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Message)
}

// ParseLexicon parses a pack's quiz/lexicon.yaml, which lists phrases by role
// and theme. Errors contain the file name and line.
func ParseLexicon(name string, data []byte, roles []string) (Lexicon, error) {
	fail := func(line int, format string, args ...any) (Lexicon, error) {
		return nil, &FileError{name, line, fmt.Sprintf(format, args...)}
	}
	var root yaml.Node
	if err := yaml.Unmarshal(data, &root); err != nil {
		return nil, &FileError{name, 0, strings.TrimPrefix(err.Error(), "yaml: ")}
	}
	if len(root.Content) == 0 {
		return Lexicon{}, nil
	}
	out := Lexicon{}
	byRole := root.Content[0]
	if byRole.Kind != yaml.MappingNode {
		return fail(byRole.Line, "expected roles, each with themes, each with a list of phrases")
	}
	for i := 0; i+1 < len(byRole.Content); i += 2 {
		role, themes := byRole.Content[i], byRole.Content[i+1]
		switch {
		case !slices.Contains(roles, role.Value):
			return fail(role.Line, "role %q is not in the pack, expected one of %s", role.Value, strings.Join(roles, ", "))
		case out[role.Value] != nil:
			return fail(role.Line, "role %q is listed twice, expected once", role.Value)
		case themes.Kind != yaml.MappingNode:
			return fail(themes.Line, "role %q has no themes, expected each with a list of phrases", role.Value)
		}
		out[role.Value] = map[string][]string{}
		for k := 0; k+1 < len(themes.Content); k += 2 {
			theme := themes.Content[k]
			if out[role.Value][theme.Value] != nil {
				return fail(theme.Line, "theme %q is listed twice, expected once", theme.Value)
			}
			phrases := []string{}
			if err := themes.Content[k+1].Decode(&phrases); err != nil || len(phrases) == 0 {
				return fail(theme.Line, "theme %q has no list of phrases, expected one in [ ]", theme.Value)
			}
			out[role.Value][theme.Value] = phrases
		}
	}
	return out, nil
}
