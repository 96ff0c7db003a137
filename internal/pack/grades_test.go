package pack

import (
	"os"
	"path/filepath"
	"regexp"
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

// The example packs use the whole format of a role's needs: grades, and a level
// for each where they differ. Every step has its hours, and every role a week and
// something to try.
func TestExamplePacksHaveGrades(t *testing.T) {
	for _, name := range []string{"data", "backend-frontend"} {
		p, err := Load(filepath.Join(packsDir, name))
		require.NoError(t, err)
		require.Equal(t, []string{"junior", "mid", "senior"}, p.Grades)
		for _, r := range p.Roles {
			higher := 0
			for _, need := range r.Needs {
				if n := len(need.Levels); n > 0 && need.Levels[0] < need.Levels[n-1] {
					higher++
				}
			}
			require.Greater(t, higher, 2, r.ID)
			require.NotEmpty(t, r.Week.Long, r.ID)
			require.NotEmpty(t, r.Try.Notice, r.ID)
		}
		for _, s := range p.Skills {
			for level, step := range s.Steps {
				require.Positive(t, step.Hours, "%s/%d", s.ID, level)
			}
		}
	}
}

// The levels of the built-in roles follow the rules in docs/needs.md.
func TestGradesFollowTheirRules(t *testing.T) {
	doc := readAll(t, "../../docs/needs.md")
	listed := func(grade string) map[string]bool {
		_, rule, _ := strings.Cut(doc, "- **"+grade+".**")
		rule, _, _ = strings.Cut(rule, "\n- **")
		rule, _, _ = strings.Cut(rule, "\n\n")
		names := map[string]bool{}
		for _, m := range regexp.MustCompile("`([a-z/-]+)`").FindAllStringSubmatch(rule, -1) {
			names[m[1]] = true
		}
		return names
	}
	twoLess, oneMore := listed("Junior"), listed("Senior")
	require.Len(t, twoLess, 11)
	require.Len(t, oneMore, 6)
	for _, r := range Builtin().Roles {
		for _, need := range r.Needs {
			mid := need.Levels[1]
			junior, senior := mid-1, mid
			if twoLess[need.Skill] {
				junior--
			}
			if mid == 3 || oneMore[r.ID+"/"+need.Skill] {
				senior++
			}
			require.Equal(t, []int{max(0, junior), mid, senior}, need.Levels, "%s/%s", r.ID, need.Skill)
		}
	}
}
