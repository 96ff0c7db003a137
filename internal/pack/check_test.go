package pack

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the expected problems and the generated files")

const (
	errorsDir = "../../testdata/pack-errors"
	packsDir  = "../../testdata/packs"
)

// Every folder in testdata/pack-errors is a pack, and the file next to it lists
// the expected problems.
func TestCheckReportsEveryProblem(t *testing.T) {
	entries, err := os.ReadDir(errorsDir)
	require.NoError(t, err)
	for _, e := range entries {
		if !e.IsDir() {
			continue
		}
		t.Run(e.Name(), func(t *testing.T) {
			p, problems := Check(filepath.ToSlash(filepath.Join(errorsDir, e.Name())))
			require.Equal(t, len(problems.Errors()) == 0, p != nil)
			got := exact(problems)
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

// exact formats the problems as in the expected files, without the path of the
// folder that contains all packs.
func exact(problems Problems) string {
	var b strings.Builder
	for _, p := range problems {
		p.File = filepath.ToSlash(p.File)
		b.WriteString(strings.TrimPrefix(p.Exact(), errorsDir+"/") + "\n")
	}
	return b.String()
}

// Every pack in testdata/packs passes the check without problems.
func TestGoodPacks(t *testing.T) {
	entries, err := os.ReadDir(packsDir)
	require.NoError(t, err)
	require.NotEmpty(t, entries)
	for _, e := range entries {
		p, problems := Check(filepath.Join(packsDir, e.Name()))
		require.Empty(t, problems.Serious())
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
		"من می\u200cخواهم":             2, // a joiner doesn't split a word
		"हिन्दी में लिखना":             3,
		"学习可靠性":                        3, // five characters at two per word
		"テスト code":                     3,
		"ความน่าเชื่อถือ":              3, // fifteen characters at five per word
		"e\u0301tat (NFD) counts once": 4,
	} {
		require.Equal(t, want, countWords(text), text)
	}
}

func TestPhraseSetFind(t *testing.T) {
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
