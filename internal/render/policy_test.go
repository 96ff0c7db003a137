package render

import (
	"crypto/sha256"
	"encoding/base64"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestPolicyLetsOneStyleSheetIn: every page, of hostile texts too, allows the
// one style sheet that it has by its hash, and nothing else.
func TestPolicyLetsOneStyleSheetIn(t *testing.T) {
	style := regexp.MustCompile(`(?s)<style>(.*)</style>`)
	for name, draw := range hostile(t) {
		got, err := draw(HTML, Style{})
		require.NoError(t, err)
		page := string(got)
		sheets := style.FindAllStringSubmatch(page, -1)
		require.Len(t, sheets, 1, name)
		sum := sha256.Sum256([]byte(sheets[0][1]))
		policy := `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-` +
			base64.StdEncoding.EncodeToString(sum[:]) + `'; base-uri 'none'; form-action 'none'">`
		require.Contains(t, page, policy, name)
		require.Less(t, strings.Index(page, policy), strings.Index(page, "<title>"), "%s: before anything foreign", name)
		require.NotContains(t, page, `style="`, name)
	}
}
