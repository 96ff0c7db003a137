package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestNamedTestsExist checks that every test, fuzzer and script that
// CONTRIBUTING.md, SECURITY.md and the field reports name exists.
func TestNamedTestsExist(t *testing.T) {
	var code strings.Builder
	require.NoError(t, filepath.WalkDir("../..", func(path string, d os.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, "_test.go") {
			data, readErr := os.ReadFile(path)
			code.Write(data)
			return readErr
		}
		return err
	}))
	named := regexp.MustCompile("`((?:Test|Fuzz)[A-Za-z]+|[a-z-]+\\.txtar)`")
	for _, file := range []string{"../../CONTRIBUTING.md", "../../SECURITY.md", "../../docs/field-reports.md"} {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		names := named.FindAllSubmatch(data, -1)
		require.NotEmpty(t, names, file)
		for _, m := range names {
			name := string(m[1])
			if strings.HasSuffix(name, ".txtar") {
				require.FileExists(t, filepath.Join("../../internal/cli/testdata/script", name))
				continue
			}
			require.True(t, strings.Contains(code.String(), "func "+name+"("), "%s names %s, which doesn't exist", file, name)
		}
	}
}
