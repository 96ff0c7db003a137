package pack

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// edited checks a copy of the built-in pack after replacing text in one of its
// files, and returns the errors without the folder's name.
func edited(t *testing.T, file, from, to string) []string {
	dir := copyPack(t)
	name := filepath.Join(dir, file)
	text := readAll(t, name)
	require.Contains(t, text, from)
	require.NoError(t, os.WriteFile(name, []byte(strings.ReplaceAll(text, from, to)), 0o600))
	return errorsIn(dir)
}

func errorsIn(dir string) (lines []string) {
	_, problems := Check(dir)
	for _, p := range problems.Errors() {
		lines = append(lines, strings.TrimPrefix(p.Exact(), dir+"/"))
	}
	return lines
}

// One mistake that breaks many references is one problem, where the mistake is.
func TestCauseIsReportedOnce(t *testing.T) {
	for _, c := range []struct{ name, to, want string }{
		{"roles/sre.yaml", "roles/sre.yml", `roles/sre.yml: is ignored, expected a name that ends in .yaml: rename it to "sre.yaml"`},
		{"roles/sre.yaml", "roles/sre.yaml.txt", `roles/sre.yaml.txt: is ignored, expected a name that ends in .yaml: rename it to "sre.yaml"`},
		{"roles/sre.yaml", "roles/SRE.yaml", `roles/SRE.yaml: the name "SRE" is not an id, expected 2 to 40 lowercase letters, digits and single hyphens before .yaml: rename the file to "sre.yaml"`},
		{"quiz/skills.yaml", "quiz/skill.yaml", `quiz/skill.yaml: is not read, expected one of questions.yaml, skills.yaml, conditions.yaml, starts.yaml, lexicon.yaml, postings.yaml (did you mean "skills.yaml"?)`},
		{"quiz/starts.yaml", "quiz/starts.yml", `quiz/starts.yml: is ignored, expected a name that ends in .yaml: rename it to "starts.yaml"`},
	} {
		dir := copyPack(t)
		require.NoError(t, os.Rename(filepath.Join(dir, c.name), filepath.Join(dir, c.to)))
		require.Equal(t, []string{c.want}, errorsIn(dir))
	}
	dir := copyPack(t)
	require.NoError(t, os.Remove(filepath.Join(dir, "roles/sre.yaml")))
	require.Len(t, errorsIn(dir), 1)
	require.Regexp(t, `role "sre" is not in the pack, expected one of cloud, devops, platform; also in \d+ other places$`, errorsIn(dir)[0])

	grades := edited(t, "quiz/skills.yaml", "grades: [", "# [")
	require.Len(t, grades, 1)
	require.Regexp(t, `"[a-z-]+" has 3 levels, one for each grade, but quiz/skills.yaml has no grades, expected a list of them there, such as grades: \[junior, mid, senior\]; also in \d+ other places$`, grades[0])
	require.Len(t, edited(t, "quiz/skills.yaml", "id: observability", "id: Observability"), 1)
	require.Len(t, edited(t, "roles/sre.yaml", "focus:\n", "focuss:\n"), 1)
}

// A warning isn't a cause: what it might hide is reported.
func TestWarningHidesNoError(t *testing.T) {
	text := readAll(t, "../../roles/sre.yaml")
	at := strings.Index(text, "      option: ")
	line, _, _ := strings.Cut(text[at:], "\n")
	id := strings.TrimSpace(text[strings.LastIndex(text[:at-1], "\n")+1 : at])
	got := edited(t, "roles/sre.yaml", "    "+id+"\n"+line, "    other:\n"+line+" #1 of all")
	require.Len(t, got, 1)
	require.Contains(t, got[0], "has no such facet")
}

// The option to change is the unusual one, in its role's file, even if the
// longest option of the question is another.
func TestLengthPointsAtTheUnusualOption(t *testing.T) {
	text := readAll(t, "../../roles/sre.yaml")
	_, option, _ := strings.Cut(text, "option: ")
	option, _, _ = strings.Cut(option, "\n")
	for short, want := range map[string]string{
		"Fix outages": `option has 2 words, and "`,
		"Debug the one of all outages at night that nobody else can ever explain": `option has 14 words, and "`,
	} {
		got := edited(t, "roles/sre.yaml", "option: "+option, "option: "+short)
		require.Len(t, got, 1, "%q", got)
		require.Regexp(t, `^roles/sre\.yaml:\d+:15: `+regexp.QuoteMeta(want), got[0])
	}
	got := edited(t, "roles/sre.yaml", "option: "+option, "option: Debug "+strings.Repeat("and debug ", 7))
	require.Len(t, got, 1, "%q", got)
	require.Regexp(t, `^roles/sre\.yaml:\d+:15: option has 15 words, expected at most 14$`, got[0])
}

func TestSameOption(t *testing.T) {
	_, sre, _ := strings.Cut(readAll(t, "../../roles/sre.yaml"), "option: ")
	sre, _, _ = strings.Cut(sre, "\n")
	_, cloud, _ := strings.Cut(readAll(t, "../../roles/cloud.yaml"), "option: ")
	cloud, _, _ = strings.Cut(cloud, "\n")
	got := edited(t, "roles/sre.yaml", "option: "+sre, "option: "+cloud)
	require.Len(t, got, 1, "%q", got)
	require.Regexp(t, `^roles/sre\.yaml:\d+:15: option is the same as in roles/cloud\.yaml:\d+, expected different options, because a question may show both$`, got[0])
}

// A guess that isn't marked as expected would be shown as a fact.
func TestSourceOfStart(t *testing.T) {
	for source, want := range map[string]string{
		"guess":                                 "",
		"guess (missing, first)":                "",
		"example.com/a (brings); guess (first)": "",
		"A. Author (2019)":                      "",
		"A. Author, On Starting (2nd edition) (brings)": "",
		"https://example.com/guess":                     "",
		"guess (mising, first)":                         `source names the part "mising", expected one of brings, missing, first, pitfall (did you mean "missing"?)`,
		"guess (all)":                                   `source names the part "all", expected one of brings, missing, first, pitfall`,
		"example.com/a (bringss)":                       `source names the part "bringss", expected one of brings, missing, first, pitfall (did you mean "brings"?)`,
		"example.com/a (brings), guess (first)":         `contains the word guess, but isn't just that`,
		"guess (missing":                                `source has "(missing", expected a list of brings, missing, first, pitfall, with ) at its end`,
		"guess ()":                                      `source has "()", expected a list`,
		"gues (missing)":                                `(did you mean "guess"?)`,
		"Guess":                                         `(did you mean "guess"?)`,
		"my guess":                                      `source "my guess" contains the word guess, but isn't just that, expected sources with ; between them`,
		"example.com/a, guess (missing)":                `contains the word guess, but isn't just that`,
	} {
		got := edited(t, "roles/sre.yaml", "source: https://tseknet.com/blog/helpdesktosre (brings, missing); guess (first, pitfall)", "source: '"+source+"'")
		if want == "" {
			require.Empty(t, got, source)
			continue
		}
		require.Len(t, got, 1, source)
		require.Contains(t, got[0], want)
	}
}
