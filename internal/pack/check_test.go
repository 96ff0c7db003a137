package pack

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the expected problems anew")

const (
	errorsDir = "../../testdata/pack-errors"
	packsDir  = "../../testdata/packs"
)

// Every folder in testdata/pack-errors is a pack, and the file beside it tells
// the problems expected of it.
func TestCheckTellsEveryProblem(t *testing.T) {
	entries, err := os.ReadDir(errorsDir)
	require.NoError(t, err)
	for _, e := range entries {
		if !e.IsDir() {
			continue
		}
		t.Run(e.Name(), func(t *testing.T) {
			p, problems := Check(filepath.ToSlash(filepath.Join(errorsDir, e.Name())))
			require.Equal(t, len(problems.Errors()) == 0, p != nil)
			got := lines(problems)
			want := filepath.Join(errorsDir, e.Name()+".txt")
			if *update {
				require.NoError(t, os.WriteFile(want, []byte(got), 0o644))
			}
			data, err := os.ReadFile(want)
			require.NoError(t, err)
			require.Equal(t, string(data), got)
		})
	}
}

// lines are problems as the expected files have them: without the path of the
// folder that holds all packs.
func lines(problems Problems) string {
	var b strings.Builder
	for _, p := range problems {
		b.WriteString(strings.TrimPrefix(p.Exact(), errorsDir+"/") + "\n")
	}
	return b.String()
}

// Every pack in testdata/packs is one that the check has nothing against.
func TestGoodPacksPassInSilence(t *testing.T) {
	entries, err := os.ReadDir(packsDir)
	require.NoError(t, err)
	require.NotEmpty(t, entries)
	for _, e := range entries {
		p, problems := Check(filepath.Join(packsDir, e.Name()))
		require.Empty(t, problems)
		_, err := NewReader(p).Quiz(nil)
		require.NoError(t, err)
	}
}

func TestCountWords(t *testing.T) {
	for text, want := range map[string]int{
		"":                          0,
		"- — ' …":                   0,
		"one":                       1,
		"well-known isn't two":      3,
		"the engineer’s day-to-day": 3,
		"CI/CD at 99.9 %":           5,
		"Größe über Straßen":        3,
		"надёжность и скорость":        3,
		"신뢰성 있는 시스템":                   3,
		"من می\u200cخواهم":             2, // a joiner parts no word
		"हिन्दी में लिखना":             3,
		"学习可靠性":                        3, // five characters, two to a word
		"テスト code":                     3,
		"ความน่าเชื่อถือ":              3, // fifteen characters, five to a word
		"e\u0301tat (NFD) counts once": 4,
	} {
		require.Equal(t, want, countWords(text), text)
	}
}

func TestPhrasesAreFoundAsWholeWordsInAnyCase(t *testing.T) {
	for _, c := range []struct{ phrase, text, want string }{
		{"SRE", "the sre's day", "SRE"},
		{"SRE", "presregular", ""},
		{"on-call", "be On Call tonight", "on-call"},
		{"on call", "be on-call tonight", "on call"},
		{"on call", "on a call", ""},
		{"Pub/Sub", "use PUB SUB", "Pub/Sub"},
		{"C", "shops of C++ and C#", ""},
		{"C++", "shops of c++", "C++"},
		{"ингенієр", "ИНГЕНІЄР щодня", "ингенієр"},
		{"ΟΔΟΣ", "μια οδος", "ΟΔΟΣ"},
		{"信頼性", "高い信頼性を保つ", "信頼性"},
		{"architecte", "le rôle de l’architecte", "architecte"},
		{"intégration continue", "penser à l'intégration continue", "intégration continue"},
		{"п'ять", "на п’ять днів", "п'ять"},
		{"می\u200cخواهم", "من می\u200cخواهم", "می\u200cخواهم"},
		{"خواهم", "من می\u200cخواهم", ""},
		{"מהנדס", "יום של מהנדס", "מהנדס"},
		{"", "anything", ""},
	} {
		b := phraseSet{}
		b.add(c.phrase)
		require.Equal(t, c.want, b.find(c.text), "%q in %q", c.phrase, c.text)
	}
}

func TestTextThatTheLibraryTakesLongForIsNotParsed(t *testing.T) {
	for text, want := range map[string]string{
		strings.Repeat("\n", maxLines+1):                 "f:10001: holds more than 10000 lines, expected at most that",
		strings.Repeat("? ", maxIndicators+1) + "a":      "f:1: nests more than 16 deep in a line, expected at most that",
		strings.Repeat("{a: [", maxBrackets):             "f:1: holds more than 2000 lists and mappings in brackets, expected at most that",
		strings.Repeat("%TAG !a! b\n", 2) + "--- a":      "f:1: has a directive, expected a document without one",
		"a: >\n  % no directive, 100%":                   "",
		"a: >\n  " + strings.Repeat("-", 60) + " and on": "",
	} {
		d := &decoder{file: "f"}
		d.parse([]byte(text))
		require.Equal(t, want, d.problems.Error())
	}
}

func TestLongTextIsRefused(t *testing.T) {
	var got string
	d := &decoder{file: "f"}
	d.text(&got)(d.parse([]byte(strings.Repeat("é", maxText))), "text")
	require.Empty(t, d.problems)
	d.text(&got)(d.parse([]byte(strings.Repeat("é", maxText+1))), "text")
	require.EqualError(t, d.problems, "f:1: text has more than 1000 characters, expected at most that")
}

// A mistake repeated a thousand times is not told a thousand times.
func TestProblemsOfAFileAreBounded(t *testing.T) {
	d := &decoder{file: "f"}
	d.role(d.parse([]byte("id: ok\n" + strings.Repeat("x: 1\n", 400))))
	require.Len(t, d.problems, maxProblems+1)
	require.Contains(t, d.problems.Error(), "and more: only 100 problems of a file are told")
}
