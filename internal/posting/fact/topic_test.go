package fact

import (
	"fmt"
	"strings"
	"testing"
)

func TestFind(t *testing.T) {
	topics := []Topic{
		{ID: "a", Terms: []string{"deployment", "CI/CD", "on-call", "optimise", "SLO", "migration"}},
		{ID: "b", Terms: []string{"Go", "AWS", "Kubernetes", "Helm", "C++", "R", "deployment pipeline"}},
	}
	m := NewMatcher(topics)
	for _, c := range []struct{ text, want string }{
		{"You deploy, and Deployed deployments", "a:deploy a:Deployed a:deployments"},
		{"CI/CD, CI / CD, ci-cd and CICD; CI, CD", "a:CI/CD a:CI / CD a:ci-cd"},
		{"oncall, on call, On-Call. Come on. Call us", "a:oncall a:on call a:On-Call"},
		{"optimize and optimization of optimising", "a:optimize a:optimization a:optimising"},
		{"SLOs, slo, slot, slow; migrate, migrating", "a:SLOs a:slo a:migrate a:migrating"},
		{"Go, go, GO; Go above all; Golang; Go to market", "b:Go"},
		{"aws, AWS's laws", "b:aws b:AWS's"},
		{"Helm charts, at the helm", "b:Helm"},
		{"R, R&D, C++ and C", "b:R b:C++"},
		{"deployment pipelines", "a:deployment b:deployment pipelines"},
		{"no on-call; not only on-call", "a:!on-call a:on-call"},
	} {
		var got []string
		for _, h := range m.Find(c.text) {
			not := ""
			if h.Negated {
				not = "!"
			}
			got = append(got, fmt.Sprintf("%s:%s%s", topics[h.Topic].ID, not, c.text[h.Start:h.End]))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}
