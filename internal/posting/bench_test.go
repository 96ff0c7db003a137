package posting

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/posting/document"
)

// builtIn returns the built-in model and a posting of typical length.
func builtIn(b *testing.B) (data []byte, d *document.Document) {
	data, err := os.ReadFile("../../quiz/postings.yaml")
	require.NoError(b, err)
	d = docOf("Site Reliability Engineer")
	for range 12 {
		for _, l := range []string{"You will own the reliability of our services, take part in on-call and lead incident reviews.",
			"Build dashboards and alerts, and define service level objectives with product teams.",
			"Five years of experience with Linux, Kubernetes and Terraform on AWS.",
			"We offer a competitive salary, health insurance and a friendly team of engineers across Europe."} {
			d.Lines = append(d.Lines, document.Line{Text: l})
		}
	}
	return data, d
}

func BenchmarkParseModel(b *testing.B) {
	data, _ := builtIn(b)
	for b.Loop() {
		_, err := ParseModel("postings.yaml", data)
		require.NoError(b, err)
	}
}

func BenchmarkRead(b *testing.B) {
	data, d := builtIn(b)
	m, err := ParseModel("postings.yaml", data)
	require.NoError(b, err)
	p := packParts{}
	for _, r := range m.Roles {
		p.Roles = append(p.Roles, packRole{ID: r})
	}
	r, err := newReader(p, m)
	require.NoError(b, err)
	for b.Loop() {
		r.Read(d, ReadOptions{})
	}
}

func BenchmarkParseCounts(b *testing.B) {
	data, _ := builtIn(b)
	for b.Loop() {
		_, err := ParseCounts("postings.yaml", data)
		require.NoError(b, err)
	}
}
