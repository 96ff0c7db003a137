package cli

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/posting/learn"
)

// starterWork is the content of made-up postings for the roles of the starter
// pack and for another job.
var starterWork = map[string][]string{
	"detective": {"Chase a crash that happens once a week until you catch it", "Bisect a long history to the change that broke things",
		"Read a memory dump on a quiet afternoon", "Reproduce what customers report in three steps", "Explain a race to its author"},
	"explainer": {"Write a tutorial that newcomers finish in an hour", "Draw the diagram that ends a long discussion",
		"Give a talk at the meetup each quarter", "Edit the reference of our interface", "Answer questions of students with patience"},
	"toolmaker": {"Write a linter that finds mistakes before review", "Script the chores that everyone forgets",
		"Ship a small command for each routine", "Generate boilerplate from one description", "Make the editor complete our names"},
	"none": {"Reconcile invoices at the end of the month", "Answer calls from tenants of the building", "Drive a van on a fixed route",
		"File tax returns for small firms", "Repair boilers and radiators"},
}

// labeledPostings returns 30 short postings for each role of the starter pack
// and for other jobs, one per line.
func labeledPostings() []byte {
	everywhere := []string{"We were founded long ago.", "You like to work in a team.", "Apply with a short letter.", "Fruit and a pension plan."}
	var lines []string
	for n, label := range []string{"detective", "explainer", "toolmaker", "none"} {
		for i := range 30 {
			own := starterWork[label]
			text := []string{everywhere[i%4], own[i%5] + ".", own[(i+1+i/5)%5] + ".", everywhere[(i+n+2)%4]}
			data, err := json.Marshal(map[string]any{"id": fmt.Sprint(label, i), "group": fmt.Sprint("firm", i*7+n), "label": label,
				"title": map[bool]string{true: "Clerk", false: label}[label == "none"], "year": 2024 + i%2, "text": strings.Join(text, "\n\n")})
			if err != nil {
				panic(err) // strings and numbers can always be encoded
			}
			lines = append(lines, string(data))
		}
	}
	return []byte(strings.Join(lines, "\n") + "\n")
}

// labeledLines returns the sentences of labeledPostings.
func labeledLines() []byte {
	var lines []string
	for _, label := range []string{"detective", "explainer", "toolmaker", "none"} {
		about := label
		if label == "none" {
			about = learn.AboutOther
		}
		for i := range 30 {
			lines = append(lines, fmt.Sprintf(`{"id": "%s%d", "group": "firm%d", "about": [%q], "text": %q}`, label, i, i, about, starterWork[label][i%5]))
		}
	}
	return []byte(strings.Join(lines, "\n") + "\n")
}

// TestLearnAnotherField checks that three made-up roles can be distinguished
// after the command has learned from 30 postings for each, and that match only
// guesses before that.
func TestLearnAnotherField(t *testing.T) {
	t.Chdir(t.TempDir())
	require.NoError(t, pack.Init("mine", pack.Templates()[0]))
	for name, data := range map[string][]byte{"postings.jsonl": labeledPostings(), "lines.jsonl": labeledLines(),
		"job.txt": []byte("Explainer\n\nWe were founded long ago.\n\nWrite a tutorial for newcomers.\n\nDraw a diagram for each discussion.\n"),
		"van.txt": []byte("Driver\n\nDrive a van on a fixed route.\n\nAnswer calls from tenants.\n")} {
		require.NoError(t, os.WriteFile(name, data, 0o600))
	}
	out, status, _ := run(t, "", "match", "job.txt", "--pack", "mine")
	require.Equal(t, exitDone, status)
	require.Contains(t, out, "This is a guess based on the pack's own wording")

	out, status, said := run(t, "", arg("pack learn mine --postings postings.jsonl --lines lines.jsonl")...)
	require.Equal(t, exitDone, status, said)
	require.Regexp(t, `^learned from 120 postings and 120 lines`, out)
	require.Regexp(t, `first role right +0\.9\d\d of 90|first role right +1\.000 of 90`, out)
	name := filepath.Join("mine", "quiz", "postings.yaml")
	first, err := os.ReadFile(name)
	require.NoError(t, err)
	_, status, said = run(t, "", arg("pack learn mine --postings postings.jsonl --lines lines.jsonl")...)
	require.Equal(t, exitDone, status, said)
	again, err := os.ReadFile(name)
	require.NoError(t, err)
	require.Equal(t, string(first), string(again), "the same input gives the same file")

	t.Chdir("mine")
	require.NoError(t, os.Remove("quiz/postings.yaml"))
	_, status, said = run(t, "", arg("pack learn --postings ../postings.jsonl --lines ../lines.jsonl")...)
	require.Equal(t, exitDone, status, said)
	require.FileExists(t, "quiz/postings.yaml", "without DIR, the folder is the pack")
	out, status, said = run(t, "", arg("pack check --strict")...)
	require.Equal(t, exitDone, status, said)
	require.Contains(t, out, "roles")
	t.Chdir("..")
	out, _, _ = run(t, "", "match", "job.txt", "van.txt", "--pack", "mine")
	require.Regexp(t, `(?s)job\.txt +maybe Explainer.*van\.txt +another job`, out)
	out, _, _ = run(t, "", "explain", "explainer", "--pack", "mine")
	require.NotContains(t, out, "rolefit:")
}

// TestLearnErrors checks that errors in the input are reported with
// their file and line, and that nothing is written.
func TestLearnErrors(t *testing.T) {
	t.Chdir(t.TempDir())
	require.NoError(t, pack.Init("mine", pack.Templates()[0]))
	require.NoError(t, os.WriteFile("good.jsonl", labeledPostings(), 0o600))
	few := regexp.MustCompile(`(?m)^.*"toolmaker\d.*\n`).ReplaceAll(labeledPostings(), nil)
	for content, want := range map[string]string{
		"{\"label\": \"detective\"}\n":                                     "in.jsonl:1: no text, expected that of the posting",
		"{\"label\": \"detective\", \"text\": \"a\"}\nx\n":                 "in.jsonl:2: expected one JSON object a line",
		"{\"text\": \"a\"}\n":                                              "in.jsonl:1: no label, expected a role, or none for another job",
		"{\"label\": \"a\", \"text\": \"b\", \"read\": {\"kind\": \"x\"}}": `in.jsonl:1: read.kind is "x", expected one, mixed or none`,
		"":          "found 0 labeled postings, expected 30 or more",
		string(few): `found 0 postings labeled "toolmaker", expected 10 or more for each role of the pack`,
	} {
		require.NoError(t, os.WriteFile("in.jsonl", []byte(content), 0o600))
		_, status, said := run(t, "", arg("pack learn mine --postings in.jsonl")...)
		require.Equal(t, exitFailed, status)
		require.Contains(t, said, want)
	}
	for line, want := range map[string]string{
		"pack learn mine":                                     "no labeled postings given",
		"pack learn mine --lines in.jsonl":                    "--lines needs --postings",
		"pack learn mine --postings good.jsonl --format json": "unknown flag",
	} {
		_, status, said := run(t, "", arg(line)...)
		require.Equal(t, exitUsage, status, line)
		require.Contains(t, said, want)
	}
	require.NoFileExists(t, filepath.Join("mine", "quiz", "postings.yaml"))
	require.NoError(t, os.WriteFile(filepath.Join("mine", "quiz", "postings.yaml"), []byte("schema: x\n"), 0o600))
	_, status, said := run(t, "", arg("pack check mine")...)
	require.Equal(t, exitFailed, status)
	require.Contains(t, said, `mine/quiz/postings.yaml: schema "x", expected "rolefit/postings/1"`)
	require.NoError(t, os.WriteFile("job.txt", []byte("You write tutorials."), 0o600))
	_, status, said = run(t, "", arg("match job.txt --pack mine")...)
	require.Equal(t, exitFailed, status)
	require.Contains(t, said, "\ndelete the file, or train the pack again: rolefit pack learn mine --postings FILE")
	require.NoError(t, os.WriteFile(filepath.Join("mine", "quiz", "lexicon.yaml"), []byte("detective:\n  bugs: [crash]\nexplaner: {}\n"), 0o600))
	_, _, said = run(t, "", arg("pack check mine")...)
	require.Contains(t, said, `mine/quiz/lexicon.yaml:3: role "explaner" is not in the pack`)
}
