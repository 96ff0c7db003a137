//go:build unix

package pack

import (
	"bytes"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/stretchr/testify/require"
)

// Nothing outside the folder is read, and special files don't block the
// program.
func TestForeignPackIsConfined(t *testing.T) {
	outside := filepath.Join(t.TempDir(), "secret.yaml")
	require.NoError(t, os.WriteFile(outside, []byte("id: secret\n"), 0o600))
	for _, c := range []struct {
		name string
		make func(path string) error
		want string
	}{
		{"link out", func(p string) error { return os.Symlink(outside, p) }, "cannot be read: path escapes from parent"},
		{"link up", func(p string) error { return os.Symlink("../../../../../../etc/passwd", p) }, "cannot be read: path escapes from parent"},
		{"device", func(p string) error { return os.Symlink("/dev/zero", p) }, "cannot be read: path escapes from parent"},
		{"link to nothing", func(p string) error { return os.Symlink("gone.yaml", p) }, "cannot be read: no such file or directory"},
		{"loop", func(p string) error { return os.Symlink("x.yaml", p) }, "cannot be read: too many levels of symbolic links"},
		{"pipe", func(p string) error { return syscall.Mkfifo(p, 0o600) }, "is a pipe or a device, expected a file"},
		{"folder", func(p string) error { return os.Mkdir(p, 0o700) }, "is a folder, expected a file"},
		{"socket", func(p string) error {
			_, err := (&net.ListenConfig{}).Listen(t.Context(), "unix", p)
			return err
		}, "is a pipe or a device, expected a file"},
		{"large", func(p string) error { return os.WriteFile(p, bytes.Repeat([]byte("#\n"), MaxFile), 0o600) }, "contains more than 256 KB, which is the limit"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := copyPack(t)
			require.NoError(t, c.make(filepath.Join(dir, "roles/x.yaml")))
			_, err := Load(dir)
			require.EqualError(t, err, dir+"/roles/x.yaml: "+c.want)
		})
	}
}

// The questionnaire may have been replaced since the pack was loaded.
func TestQuestionnaireIsConfined(t *testing.T) {
	outside := filepath.Join(t.TempDir(), "secret.yaml")
	require.NoError(t, os.WriteFile(outside, []byte("id: secret\n"), 0o600))
	dir := t.TempDir()
	require.NoError(t, Init(filepath.Join(dir, "trades"), "starter"))
	dir = filepath.Join(dir, "trades")
	p, err := Load(dir)
	require.NoError(t, err)
	name := filepath.Join(dir, "quiz/questions.yaml")
	require.NoError(t, os.Remove(name))
	require.NoError(t, os.Symlink(outside, name))
	_, err = WithQuestions(p, dir)
	require.ErrorContains(t, err, "path escapes from parent")
	require.NoError(t, os.Remove(name))
	require.NoError(t, syscall.Mkfifo(name, 0o600))
	_, err = WithQuestions(p, dir)
	require.ErrorContains(t, err, "is a pipe or a device")
}

func TestLinkWithinPack(t *testing.T) {
	dir := copyPack(t)
	require.NoError(t, os.Rename(filepath.Join(dir, "roles"), filepath.Join(dir, "all")))
	require.NoError(t, os.Symlink("all", filepath.Join(dir, "roles")))
	p, err := Load(dir)
	require.NoError(t, err)
	built := Builtin()
	require.Equal(t, built, p)
}

func TestNotAPack(t *testing.T) {
	dir := t.TempDir()
	_, err := Load(filepath.Join(dir, "gone"))
	require.EqualError(t, err, fmt.Sprintf("reading pack %q: no such file or directory", filepath.Join(dir, "gone")))
	pipe := filepath.Join(dir, "pipe")
	require.NoError(t, syscall.Mkfifo(pipe, 0o600))
	_, err = Load(pipe)
	require.EqualError(t, err, fmt.Sprintf("reading pack %q: not a folder", pipe))
	_, problems := Check(pipe)
	require.EqualError(t, problems, pipe+": cannot be read: not a folder")
	_, err = Load(dir)
	require.EqualError(t, err, dir+"/roles: no such file or directory, expected a folder of YAML files")
	inside := filepath.Join(t.TempDir(), "roles")
	require.NoError(t, os.Mkdir(inside, 0o700))
	_, err = Load(inside)
	require.ErrorContains(t, err, "(did you mean the folder above, which is the pack?)")
	require.NoError(t, syscall.Mkfifo(filepath.Join(dir, "roles"), 0o600))
	_, err = Load(dir)
	require.EqualError(t, err, dir+"/roles: is not a folder, expected a folder of YAML files")
	require.NoError(t, os.Remove(filepath.Join(dir, "roles")))
	require.NoError(t, os.Symlink("/etc", filepath.Join(dir, "roles")))
	_, err = Load(dir)
	require.EqualError(t, err, dir+"/roles: path escapes from parent, expected a folder of YAML files")
}

func TestDanglingQuizFolder(t *testing.T) {
	dir := copyPack(t)
	require.NoError(t, os.RemoveAll(filepath.Join(dir, "quiz")))
	require.NoError(t, os.Symlink("gone", filepath.Join(dir, "quiz")))
	_, err := Load(dir)
	require.EqualError(t, err, dir+"/quiz: no such file or directory, expected a folder of YAML files")
}

func TestPackLimits(t *testing.T) {
	dir := copyPack(t)
	for i := range maxFiles {
		require.NoError(t, os.WriteFile(filepath.Join(dir, "roles", fmt.Sprint(i)), nil, 0o600))
	}
	_, err := Load(dir)
	require.EqualError(t, err, dir+"/roles: contains more than 400 files, which is the limit")

	dir = copyPack(t)
	for i := range 9 {
		require.NoError(t, os.WriteFile(filepath.Join(dir, "roles", fmt.Sprintf("r%d.yaml", i)), bytes.Repeat([]byte{'\n'}, MaxFile), 0o600))
	}
	_, err = Load(dir)
	require.EqualError(t, err, dir+": the files of the pack hold more than 1536 KB, which is the limit")

	dir = copyPack(t)
	sre, err := os.ReadFile(filepath.Join(dir, "roles/sre.yaml"))
	require.NoError(t, err)
	for i := range 61 {
		id := fmt.Sprintf("r%d", i)
		role := strings.Replace(string(sre), "id: sre\ntitle: Site Reliability Engineer\naliases: [site-reliability-engineer, site-reliability, reliability-engineer]", "id: "+id+"\ntitle: "+id, 1)
		require.NoError(t, os.WriteFile(filepath.Join(dir, "roles", id+".yaml"), []byte(role), 0o600))
	}
	_, err = Load(dir)
	require.EqualError(t, err, dir+"/roles: contains 65 YAML files, expected at most 64")
}

// Adding a fifth role to a copy of the built-in pack yields a quiz of five
// roles, assembled from the facets, without any warnings.
func TestAddedRoleIsAsked(t *testing.T) {
	dir := copyPack(t)
	role := readAll(t, "../../testdata/roles/security.yaml")
	require.NoError(t, os.WriteFile(filepath.Join(dir, "roles/security.yaml"), []byte(role), 0o600))
	p, problems := Check(dir)
	require.Empty(t, problems.Serious())
	q, err := NewReader(p).Quiz(nil)
	require.NoError(t, err)
	require.True(t, q.Assembled)
	require.Len(t, q.Roles, 5)
}

// File names sort by their extension as well, but ids don't.
func TestRolesAreSortedByID(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.CopyFS(filepath.Join(dir, "roles"), os.DirFS(errorsDir+"/places/roles")))
	require.NoError(t, os.Rename(filepath.Join(dir, "roles/weaver.yaml"), filepath.Join(dir, "roles/potter-b.yaml")))
	p, err := Load(dir)
	require.NoError(t, err)
	require.Equal(t, []string{"potter", "potter-b"}, []string{p.Roles[0].ID, p.Roles[1].ID})
}

func TestPackWithoutQuestionnaire(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "My Own_Pack")
	require.NoError(t, os.CopyFS(filepath.Join(dir, "roles"), os.DirFS(errorsDir+"/places/roles")))
	p, problems := Check(dir)
	require.Empty(t, problems.Errors())
	require.Equal(t, "my-own-pack", p.ID)
	require.Equal(t, 1, p.Version)
	require.Empty(t, p.Rounds)
	require.Len(t, p.Levels, 5)
	for _, prompt := range p.Prompts {
		require.NotEmpty(t, prompt)
	}
	part := p.Role("weaver").Parts[fit.Focus]
	require.Equal(t, part.Facets[1].Option, part.Facets[1].Text, "a facet without a text has its option for one")
}

// Problems quote untrusted files, so they must not control the terminal.
func TestProblemsAreHarmless(t *testing.T) {
	dir := copyPack(t)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "roles/\x1b[31m.yaml"), []byte("\"\\e[2Jid\\u202e\": \"\\e\"\n"), 0o600))
	_, err := Load(dir)
	require.Error(t, err)
	require.NotContains(t, err.Error(), "\x1b")
	require.NotContains(t, err.Error(), "\u202e")
}

// Links that lead nowhere are in the way of a new pack, too.
func TestInitReplacesNoLink(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.Symlink("gone", dir+"/link"))
	require.ErrorContains(t, Init(dir+"/link", "starter"), "no such file or directory")
	require.NoError(t, os.Symlink("gone", dir+"/roles"))
	require.ErrorContains(t, Init(dir, "starter"), `it holds "roles" already`)
	require.Equal(t, []string{"link", "roles"}, names(t, dir))
}
