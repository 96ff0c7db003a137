package cli

import (
	"encoding/json"
	"html"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// fieldPosting is the description of a posting in HTML.
const fieldPosting = `<p>You join our on-call rotation, define SLOs and error budgets, and lead incident response.</p>
<ul><li>Write postmortems after every outage</li><li>Improve monitoring, alerting and capacity planning</li></ul>`

// quoted returns text as a JSON string.
func quoted(text string) string {
	data, _ := json.Marshal(text)
	return string(data)
}

// scriptPage returns a page that only a script fills, with this JSON-LD.
func scriptPage(fields string) string {
	return `<html><head><title>Jobs</title><script type="application/ld+json">` + fields + `</script></head><body><div id="root"></div></body></html>`
}

func jobPosting(description, more string) string {
	return scriptPage(`{"@type":"JobPosting","title":"Site Reliability Engineer","description":` + quoted(description) + more + `}`)
}

func salaryOf(least, most, currency, unit string) string {
	return `,"baseSalary":{"currency":"` + currency + `","value":{"minValue":` + least + `,"maxValue":` + most + `,"unitText":"` + unit + `"}}`
}

// TestFieldReports tries what public reports say went wrong in other tools; see
// docs/field-reports.md.
func TestFieldReports(t *testing.T) {
	const row = "id,free-week.best,free-week.worst"
	const answered = "pack: ops-roles\nanswers:\n  free-week: {best: a, worst: b}\n"
	plain := strings.NewReplacer("<p>", "<div>", "</p>", "</div>").Replace(fieldPosting)
	for _, c := range []struct {
		report, command, input string
		status                 int
		want, never            []string
	}{
		{"JobSpy#52", "match -", jobPosting(fieldPosting, salaryOf("170000", "140000", "USD", "YEAR")), 0, []string{"USD 140,000 to 170,000 a year"}, nil},
		{"JobSpy#294", "match -", jobPosting(fieldPosting, salaryOf("250000", "400000", "PKR", "MONTH")), 0, []string{"PKR 250,000 to 400,000 a month"}, []string{"USD"}},
		{"ai-job-search#189", "match -", scriptPage(`{"@graph":[{"@type":"WebPage"},{"@type":"JobPosting","title":"SRE","description":` + quoted(fieldPosting) + `}]}`), 0, []string{"on-call rotation"}, nil},
		{"ai-job-search#284", "match -", scriptPage(`{"@type":["JobPosting"],"title":"SRE","description":` + quoted(fieldPosting) + `}`), 0, []string{"on-call rotation"}, nil},
		{"freehire#709", "match -", jobPosting(html.EscapeString(fieldPosting), ""), 0, []string{"on-call rotation"}, []string{"&lt;", "<p>", "li>"}},
		{"jobseek#7630", "match -", jobPosting(strings.ReplaceAll(fieldPosting, "</li>", "&amp;#xa;</li>"), ""), 0, []string{"Improve monitoring"}, []string{"xa;"}},
		{"freehire#939", "match -", `<html><head><title>SRE - Careers</title></head><body><div class="job-listing-header">Description</div><div>` + plain + `</div></body></html>`, 0, []string{"on-call rotation"}, nil},
		{"postings-api#50", "match -", strings.Replace(scriptPage(`{"@type":"JobPosting","description":"<a href="x">y</a>"}`), `<div id="root">`, "<main>"+fieldPosting, 1), 0, []string{"on-call rotation"}, []string{"href"}},
		{"jobseek#2543", "match -", "<main><h1>SRE</h1>" + fieldPosting + "<p>Skills UNAVAILABLE</p></main>", 0, []string{"on-call rotation"}, []string{"UNAVAILABLE"}},
		{"nextcloud/forms#683", "score --from csv --brief", row + ",note\r\nr1,a,b,\"two\r\nlines; a \"\"quote\"\", too\"\r\nr2,b,c,x\r\n", 0, []string{`"id":"r1"`, `"id":"r2"`}, []string{`"id":"lines`}},
		{"LimeSurvey#2942", "score --from csv --brief", row + "\nr1,a,b\n,,\n\n", 0, []string{`"id":"r1"`}, []string{`"id":""`}},
		{"qualtRics#59", "score --from csv --brief", "\"Your name\n(optional)\"," + row + "\nann,r1,a,b\n", 0, []string{`"id":"r1"`, "columns left out"}, nil},
		{"ganttproject#677", "score --from csv --format csv", row + "\nr1,a,b\n", 0, []string{"id,verdict"}, []string{"ID"}},
		{"tableExport#230, carbon-balance#53", "score --from csv --format csv", row + "\n=cmd,a,b\n\"\t=1\",a,b\n＝1,a,b\n@x,a,b\n-5,a,b\n", 0, []string{`"'=cmd"`, `"'=1"`, `"'＝1"`, `"'@x"`, `"'-5"`}, nil},
		{"relate#136", "result - --format json", answered + "cards: {sre: no, platform: yes}\n", 0, []string{`"card": "pass"`, `"card": "want"`}, nil},
		{"relate#136, conditions", "result - --format json", answered + "conditions: {on-call: no}\n", exitFailed, []string{"expected one of fine, rather-not, refuse"}, nil},
		{"bubbletea#761", "quiz --new", "", exitUsage, []string{"--plain"}, nil},
	} {
		out, status, said := run(t, c.input, arg(c.command)...)
		require.Equal(t, c.status, status, "%s: %s", c.report, said)
		flat := strings.Join(strings.Fields(out+said), " ")
		for _, text := range c.want {
			require.Contains(t, flat, text, c.report)
		}
		for _, text := range c.never {
			require.NotContains(t, flat, text, c.report)
		}
	}
}

// TestSavedResultIsDrawnAgain checks that a result stays what it was, whether it
// is read from the folder or from its own JSON (TBE-Web#728).
func TestSavedResultIsDrawnAgain(t *testing.T) {
	inFolder(t)
	home := t.TempDir()
	t.Setenv("ROLEFIT_HOME", home)
	show := func(in string, args ...string) string {
		var out, said strings.Builder
		env := OS()
		env.In, env.Out, env.Err, env.InTerminal, env.OutTerminal = strings.NewReader(in), &out, &said, false, false
		require.Equal(t, 0, Run(t.Context(), env, args), said.String())
		return out.String()
	}
	show("", "result", "form.yaml", "--save")
	saved := show("", "result", "--format", "json")
	require.Equal(t, saved, show("", "result", "--format", "json"))
	require.Equal(t, saved, show(saved, "result", "-", "--format", "json"))
	require.Equal(t, show("", "result", "--format", "html"), show(saved, "result", "-", "--format", "html"))
	require.NoError(t, os.RemoveAll(home))
}
