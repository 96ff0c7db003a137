package pack

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rolefit/rolefit/internal/document"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/safetext"
	"github.com/stretchr/testify/require"
	"gopkg.in/yaml.v3"
)

// seeds adds all files of this kind in the built-in pack and in testdata to the
// corpus, along with documents that crashed the library.
func seeds(f *testing.F, pattern string) {
	for _, root := range []string{".", "../..", "starter", packsDir + "/*", errorsDir + "/*"} {
		names, err := filepath.Glob(filepath.Join(root, pattern))
		require.NoError(f, err)
		for _, name := range names {
			data, err := os.ReadFile(name)
			require.NoError(f, err)
			f.Add(data)
		}
	}
	for _, s := range []string{"", "{{},<<}", "{<<,{{}}}", "a: &a [*a]", "---\n---", "? ? ?", "!!binary aGk=", strings.Repeat("[", 99), "\ufeff{}", "? {}\n: *x", "%TAG !a! b\n--- !a!c d", "!%11", "!a%7f"} {
		f.Add([]byte(s))
	}
}

// fuzzFile checks that reading never panics, that problems have messages that
// don't control a terminal, and that accepted text doesn't either.
func fuzzFile[T any](f *testing.F) {
	f.Fuzz(func(t *testing.T, data []byte) {
		d := &document.Document{File: "f.yaml", Marks: map[any]document.Mark{}}
		n := d.YAML(data)
		var got T
		if n != nil {
			d.Read(n, "the document", &got)
		}
		require.False(t, n == nil && len(d.Problems) == 0, "refused without a word")
		requireHarmless(t, d.Problems)
		if len(d.Problems) > 0 {
			return
		}
		plain, err := yaml.Marshal(got)
		require.NoError(t, err)
		require.Equal(t, string(plain), strings.Map(func(r rune) rune {
			if r != '\n' && safetext.HasControl(r) {
				return -1
			}
			return r
		}, string(plain)))
	})
}

func requireHarmless(t *testing.T, problems Problems) {
	for _, p := range problems {
		require.NotEmpty(t, p.Message)
		require.Equal(t, p.Message, safetext.Sanitize(p.Message))
	}
}

func FuzzRole(f *testing.F) {
	seeds(f, "roles/*.yaml")
	seeds(f, "testdata/role.yaml")
	fuzzFile[fit.Role](f)
}

func FuzzQuestions(f *testing.F) {
	seeds(f, "quiz/questions.yaml")
	fuzzFile[questionsFile](f)
}

func FuzzSkills(f *testing.F) {
	seeds(f, "quiz/skills.yaml")
	seeds(f, "testdata/skills.yaml")
	fuzzFile[skillsFile](f)
}

func FuzzConditions(f *testing.F) {
	seeds(f, "quiz/conditions.yaml")
	fuzzFile[conditionsFile](f)
}

func FuzzStarts(f *testing.F) {
	seeds(f, "quiz/starts.yaml")
	fuzzFile[startsFile](f)
}

// FuzzAnswers checks that accepted answers survive being written and read back,
// and that the interview continues from them.
func FuzzAnswers(f *testing.F) {
	for _, c := range answerCases {
		f.Add([]byte(c.doc))
	}
	f.Add([]byte(wholeYAML))
	f.Add([]byte(wholeJSON))
	r := builtinReader(f)
	q, err := r.Quiz(nil)
	require.NoError(f, err)
	f.Add(Blank(q, 1, ""))
	f.Fuzz(func(t *testing.T, data []byte) {
		q, a, err := r.Answers("f", data)
		if err != nil {
			requireHarmless(t, err.(Problems))
			return
		}
		q.Next(a)
		written, err := JSON(q, a)
		require.NoError(t, err)
		_, back, err := r.Answers("f", written)
		require.NoError(t, err, string(written))
		a.Pack, a.Form = q.Pack.ID, false // empty answers aren't written
		require.Equal(t, a, back)
	})
}
