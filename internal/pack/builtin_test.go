package pack

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/stretchr/testify/require"
)

// builtin.json is the pack of the files in roles/ and quiz/, which authors copy
// and whose bytes the hash is of.
func TestBuiltinIsItsFiles(t *testing.T) {
	p, problems := Check("")
	require.Empty(t, problems)
	if *update {
		require.NoError(t, os.WriteFile("builtin.json", encode(t, p), 0o644))
		return
	}
	require.Equal(t, p, Builtin(), "make update writes builtin.json from roles/ and quiz/")
	require.Equal(t, string(encode(t, p)), string(builtinJSON))
}

// encode is the pack as builtin.json holds it, a role per line.
func encode(t *testing.T, p *fit.Pack) []byte {
	c := *p
	c.Roles = nil
	var terms []string
	for _, r := range p.Roles {
		for d := range r.Parts {
			r.Parts[d].Facets = append([]fit.Facet{}, r.Parts[d].Facets...)
		}
		for f := range facets(&r) {
			terms = append(terms, strings.Join(f.Terms, "\t"))
			f.Terms = nil
		}
		c.Roles = append(c.Roles, r)
	}
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	require.NoError(t, e.Encode(encoded{&c, strings.Join(terms, "\n")}))
	return bytes.ReplaceAll(out.Bytes(), []byte(`{"ID":`), []byte("\n"+`{"ID":`))
}
