package pack

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// A need has one level, or one for each grade, none lower than that before.
func TestLevelsOfGrades(t *testing.T) {
	for levels, want := range map[string]string{
		"[1, 3, 3]": "",
		"2":         "",
		"[0, 1, 1]": "",
		"[1, 2]":    `"cost" has 2 levels, expected one level, or one for each of the 3 grades in quiz/skills.yaml`,
		"[3, 2, 4]": `levels of "cost" are [3 2 4], expected none lower than that of the grade before`,
		"[0, 0, 1]": `levels of "cost" are [0 0 1], expected at least 1 for mid, which readiness refers to`,
		"0":         `"cost" in needs is 0, expected a whole number from 1 to 4`,
	} {
		dir := copyPack(t)
		file := filepath.Join(dir, "roles/cloud.yaml")
		text := readAll(t, file)
		at := strings.Index(text, "    cost: ")
		end := at + strings.Index(text[at:], "\n")
		require.NoError(t, os.WriteFile(file, []byte(text[:at]+"    cost: "+levels+text[end:]), 0o600))
		p, err := Load(dir)
		if want == "" {
			require.NoError(t, err, levels)
			require.Positive(t, p.Role("cloud").Need("cost"))
			continue
		}
		require.ErrorContains(t, err, want, levels)
	}
}
