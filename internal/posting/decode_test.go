package posting

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Each case is the file of a learned model with one part replaced.
func TestInvalidFile(t *testing.T) {
	file := string(kitchenModel(t).YAML())
	for _, c := range []struct{ old, replacement, want string }{
		{"schema: rolefit/postings/1", "schema: x", `schema "x", expected "rolefit/postings/1"`},
		{"roles: [baker, barista, chef]", "roles: [baker]", "1 roles, expected 2 to 64"},
		{"roles: [baker, barista, chef]", "roles: [chef, barista, baker]", "alphabetical order"},
		{"thresholds:", "threshold:", "field threshold not found"},
		{"  plain: {none: ", "  plain: {none: .nan, mixed: 1}\n  titled: {none: ", "already defined"},
		{"\n  role: [[0, ", "\n  role: [[0.5, ", "bin 1 must be"},
		{"    =\t", "    =\tx ", "weights, each a whole number"},
		{"    =\t", "    =\t9999999999999999999 ", "weights, each a whole number"},
		{"    0\t", "    0 ", "expected a feature, a tab and 5 weights"},
		{"oven: {baker: ", "oven: {baker: 9", "expected at most the number of its postings"},
	} {
		require.Contains(t, file, c.old)
		_, err := ParseModel("postings.yaml", []byte(strings.Replace(file, c.old, c.replacement, 1)))
		require.ErrorContains(t, err, c.want)
		require.ErrorContains(t, err, "postings.yaml")
	}
	row := strings.Index(file, "\n    0\t")
	_, err := ParseModel("postings.yaml", []byte(strings.Replace(file, "\n    0\t", "\n    0\tx", 1)))
	require.ErrorContains(t, err, fmt.Sprintf("postings.yaml:%d:", strings.Count(file[:row], "\n")+2))
	_, err = ParseModel("postings.yaml", nil)
	require.ErrorContains(t, err, "the file is empty")
	_, err = ParseModel("postings.yaml", make([]byte, maxFile+1))
	require.ErrorContains(t, err, "expected at most")
}

// FuzzParseModel requires that a model that was parsed can be used, and encoded
// as a file that gives the same one.
func FuzzParseModel(f *testing.F) {
	file := kitchenModel(f).YAML()
	f.Add(file)
	f.Add([]byte("schema: rolefit/postings/1\nroles: [a, b]\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if m, err := ParseModel("x", data); err == nil {
			encoded := m.encode()
			again, err := ParseModel("x", encoded)
			require.NoError(t, err, string(encoded))
			require.Equal(t, string(encoded), string(again.encode()))
			r, err := newReader(packParts{Roles: []packRole{{ID: m.Roles[0]}, {ID: m.Roles[len(m.Roles)-1]}}}, m)
			if err == nil {
				r.Read(docOf("a", "b c. D e"), ReadOptions{})
			}
		}
	})
}

// The counts are the same whether the whole file is read or only its beginning.
func TestCountsComeFirst(t *testing.T) {
	m := kitchenModel(t)
	file := m.YAML()
	head := file[:strings.Index(string(file), "\nlexicon:")+1]
	if i := strings.Index(string(file), "\nweights:"); len(head) == 0 {
		head = file[:i+1]
	}
	require.True(t, HasCounts(head))
	require.False(t, HasCounts(head[:len(head)/4]))
	counts, err := ParseCounts("postings.yaml", head)
	require.NoError(t, err)
	require.Equal(t, m.Counts, *counts)
	require.Equal(t, 30, counts.Input.RoleCount[OtherJobs].Postings)
	_, err = ParseCounts("postings.yaml", head[:len(head)/4])
	require.ErrorContains(t, err, "postings.yaml")
}

// ReadCounts returns the same counts as ParseCounts, or nothing.
func TestReadCounts(t *testing.T) {
	builtin, err := os.ReadFile("../../quiz/postings.yaml")
	require.NoError(t, err)
	for _, file := range [][]byte{kitchenModel(t).YAML(), builtin} {
		want, err := ParseCounts("postings.yaml", file)
		require.NoError(t, err)
		got := ReadCounts(file)
		require.NotNil(t, got)
		require.Equal(t, want.Roles, got.Roles)
		require.Equal(t, want.Input.Source, got.Input.Source)
		require.Equal(t, want.Input.RoleCount, got.Input.RoleCount)
		require.Equal(t, want.Skills, got.Skills)
		require.Equal(t, want.Conditions, got.Conditions)
	}
	for _, change := range [][2]string{
		{"sre: 111", "sre: many"}, {"sre: 111", "sr: 111"}, {"  pipelines: {", "  pipelines: {{"}, {"skills:", "skillz:"}, {"schema: rolefit/postings/1", "schema: x"}, {"\nfigures:", "\nfigure:"},
	} {
		require.Nil(t, ReadCounts([]byte(strings.Replace(string(builtin), change[0], change[1], 1))), change)
	}
}
