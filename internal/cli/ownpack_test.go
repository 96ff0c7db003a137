package cli

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
)

// fiveRoles returns a copy of the built-in pack with one role added and nothing
// else changed.
func fiveRoles(t *testing.T) (dir string) {
	dir = filepath.Join(t.TempDir(), "ours")
	_, status, said := run(t, "", "pack", "init", "--from", fit.BuiltinPack, dir)
	require.Equal(t, 0, status, said)
	role, err := os.ReadFile("../../testdata/roles/security.yaml")
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "roles/security.yaml"), role, 0o600))
	return dir
}

// interview takes the quiz of a pack with next, as another program would, and
// returns the result. The choose function gets the texts of the options.
func interview(t *testing.T, dir string, choose func(texts []string) (best, worst int)) fit.Result {
	file := filepath.Join(t.TempDir(), "me.json")
	out, status, said := run(t, "", "next", file, "--pack", dir, "--seed", "9")
	for {
		require.Equal(t, 0, status, said)
		var step nextJSON
		require.NoError(t, json.Unmarshal([]byte(out), &step))
		if step.VerdictReady { // part 2 says nothing about fit
			break
		}
		event := fmt.Sprintf(`{"kind":%q,"id":%q,"pick":%q}`, step.Kind, step.ID, step.Options[len(step.Options)/2].Key)
		if step.Kind == fit.AskQuestion {
			texts := make([]string, len(step.Options))
			for i, o := range step.Options {
				texts[i] = o.Text
			}
			best, worst := choose(texts)
			event = fmt.Sprintf(`{"id":%q,"best":%q,"worst":%q}`, step.ID, step.Options[best].Key, step.Options[worst].Key)
		}
		out, status, said = run(t, "", "next", file, "--pack", dir, "--answer", event)
	}
	out, status, said = run(t, "", "result", "--pack", dir, file, "--format", "json")
	require.Equal(t, 0, status, said)
	var r fit.Result
	require.NoError(t, json.Unmarshal([]byte(out), &r))
	return r
}

// People who like the work of the new role get that role, people who like the
// work of an old role get the old one, and random answers get a result too.
func TestAddedRole(t *testing.T) {
	dir := fiveRoles(t)
	p, err := pack.Load(dir)
	require.NoError(t, err)
	for _, liked := range []string{"security", "sre"} {
		asks := map[string]bool{}
		for _, part := range p.Role(liked).Parts {
			for _, f := range part.Facets {
				asks[f.Option] = true
			}
		}
		r := interview(t, dir, func(texts []string) (best, worst int) {
			for i, text := range texts {
				if asks[text] {
					best = i
				}
			}
			return best, (best + 1) % len(texts)
		})
		require.Equal(t, fit.Clear, r.Verdict)
		require.Equal(t, []string{liked}, r.Named)
	}
	rng := rand.New(rand.NewPCG(1, 5))
	r := interview(t, dir, func(texts []string) (best, worst int) {
		order := rng.Perm(len(texts))
		return order[0], order[1]
	})
	require.Len(t, r.Roles, 5)
	require.False(t, r.Provisional)
	require.GreaterOrEqual(t, r.Answered, 12)
	for _, role := range r.Roles {
		require.NotZero(t, role.Place, "%s is judged", role.ID)
	}
}

// Every command reports the position of an error in a role file.
func TestBrokenPack(t *testing.T) {
	dir := fiveRoles(t)
	file := filepath.Join(dir, "roles", "security.yaml")
	role, err := os.ReadFile(file)
	require.NoError(t, err)
	broken := strings.Replace(string(role), "tagline:", "taglin:", 1)
	require.NoError(t, os.WriteFile(file, []byte(broken), 0o600))
	for _, args := range [][]string{{"roles"}, {"explain", "sre"}, {"form"}, {"pack", "check"}, {"pack", "audit"}} {
		out, status, said := run(t, "", append(args, "--pack", dir)...)
		require.Equal(t, 1, status)
		require.Empty(t, out)
		require.Regexp(t, regexp.QuoteMeta(file)+`:5(:1)?: the role has the unknown field "taglin"`, said)
		require.Equal(t, args[0] == "pack" && args[1] == "check", strings.Contains(said, ":5:1: "), "the check has columns")
		require.Contains(t, said, `did you mean "tagline"?`)
	}
}

// A filled-in form counts in full after a role was added to its pack. After one
// was removed, the answers that picked it are set aside and reported.
func TestFormOfGrownPack(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "trades")
	_, status, said := run(t, "", "pack", "init", dir)
	require.Equal(t, 0, status, said)
	blank, status, said := run(t, "", "form", "--pack", dir)
	require.Equal(t, 0, status, said)
	require.NotRegexp(t, "detective|explainer|toolmaker", blank)
	form := filepath.Join(dir, "form.yaml")
	filled := strings.ReplaceAll(blank, "{best: , worst: ,", "{best: a, worst: b,")
	require.NoError(t, os.WriteFile(form, []byte(filled), 0o600))
	result := func() (r fit.Result) {
		out, status, said := run(t, "", "result", form, "--pack", dir, "--format", "json")
		require.Equal(t, 0, status, said)
		require.NoError(t, json.Unmarshal([]byte(out), &r))
		return r
	}
	require.Equal(t, 24, result().Answered)

	role, err := os.ReadFile(filepath.Join(dir, "roles/toolmaker.yaml"))
	require.NoError(t, err)
	added := regexp.MustCompile(`(?m)^title: .*|^aliases: .*`).ReplaceAllString(string(role), "title: Fourth")
	added = regexp.MustCompile(`(?m)option: .*`).ReplaceAllString(added, "$0 too")
	added = strings.Replace(added, "title: Fourth\ntitle: Fourth", "title: Fourth", 1)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "roles/fourth.yaml"), []byte(added), 0o600))
	r := result()
	require.Equal(t, 24, r.Answered)
	require.Zero(t, r.Uncounted)

	require.NoError(t, os.Remove(filepath.Join(dir, "roles/detective.yaml")))
	for _, name := range []string{"toolmaker", "explainer"} { // paths lead to the role
		file := filepath.Join(dir, "roles", name+".yaml")
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(file, []byte(strings.ReplaceAll(string(text), "to: detective", "to: fourth")), 0o600))
	}
	r = result()
	require.Positive(t, r.Uncounted)
	require.Equal(t, 24, r.Answered+r.Uncounted)

	// A card's place is that of another role now, so its rating isn't counted.
	before := r.Uncounted
	rated := regexp.MustCompile(`(?m)^(  card-\d):.*`).ReplaceAllString(filled, "$1: want")
	require.Equal(t, 3, strings.Count(rated, ": want\n"))
	require.NoError(t, os.WriteFile(form, []byte(rated), 0o600))
	r = result()
	require.Equal(t, before+3, r.Uncounted)
	for _, role := range r.Roles {
		require.Empty(t, role.Card)
	}
	out, status, said := run(t, "", "result", form, "--pack", dir)
	require.Equal(t, 0, status, said)
	require.Contains(t, out, fmt.Sprintf("%d answers couldn't be counted", r.Uncounted))
}
