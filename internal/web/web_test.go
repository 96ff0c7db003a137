package web_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/fit/fittest"
	"github.com/rolefit/rolefit/internal/web"
)

const evil = `</script><script>document.title = "evil"</script><img src=x onerror=alert(1)>"'<!--` + "\x1b[2J\u202e"

// hostile returns a pack with a hostile text wherever a pack can have one.
func hostile() *fit.Pack {
	p := fittest.Whole(4)
	p.Title = evil
	for i := range p.Prompts {
		p.Prompts[i] = evil
	}
	for i := range p.Roles {
		r := &p.Roles[i]
		r.Title, r.Tagline, r.Impact, r.Picture, r.Lifecycle = evil, evil, evil, evil, evil
		r.Week, r.Try = fit.Week{Short: evil, Long: evil}, fit.Try{Hours: 1, Do: evil, Notice: evil}
		r.Starts = []fit.RoleStart{{Start: "backend", Brings: evil, Missing: evil, First: evil, Pitfall: evil, Source: evil}}
		for d := range r.Parts {
			r.Parts[d].Summary = evil
			for f := range r.Parts[d].Facets {
				r.Parts[d].Facets[f].Option, r.Parts[d].Facets[f].Text = evil, evil
			}
		}
	}
	for i := range p.Skills {
		s := &p.Skills[i]
		s.Name, s.Covers = evil, evil
		for j := range s.Steps {
			s.Steps[j] = fit.SkillStep{Text: evil, Hours: 2, Resources: []fit.Resource{{Title: evil, Kind: fit.Docs, Address: "javascript:alert(1)", Free: true}}}
		}
	}
	for i := range p.Levels {
		p.Levels[i] = fit.Level{Name: evil, Anchor: evil}
	}
	for i := range p.Conditions {
		p.Conditions[i].Name, p.Conditions[i].Question = evil, evil
	}
	for i := range p.Starts {
		p.Starts[i].Name = evil
	}
	return p
}

// newPage returns a page with an engine that does nothing.
func newPage(t *testing.T, p *fit.Pack, o web.Options) string {
	t.Helper()
	html, err := web.Page(fittest.MustQuiz(p), web.Engine{WASM: []byte("wasm"), Runtime: []byte("// runtime\n")}, o)
	require.NoError(t, err)
	return string(html)
}

var (
	policy  = regexp.MustCompile(`<meta http-equiv="Content-Security-Policy" content="([^"]*)">`)
	scripts = regexp.MustCompile(`<script( [^>]*)?>`)
)

// The policy forbids connections, and there is nothing that it would have to
// make an exception for.
func TestPolicy(t *testing.T) {
	html := newPage(t, fittest.Whole(4), web.Options{})
	m := policy.FindStringSubmatch(html)
	require.NotNil(t, m)
	require.Regexp(t, `^default-src &#39;none&#39;; connect-src &#39;none&#39;; style-src &#39;sha256-[A-Za-z0-9+/&#;]+=&#39;; `+
		`script-src( &#39;sha256-[A-Za-z0-9+/&#;]+=&#39;){3} &#39;wasm-unsafe-eval&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;$`, m[1])
	require.Len(t, scripts.FindAllString(html, -1), 5, "three scripts, the pack, the engine")
	require.NotRegexp(t, `(?i)<[^>]+ (on[a-z]+|style|src|srcset|srcdoc|action)=`, html)
}

// A hostile pack adds no element, and no character that reorders or hides text.
func TestHostileWords(t *testing.T) {
	html := newPage(t, hostile(), web.Options{Collect: evil, Consent: evil, AskJob: true})
	require.Len(t, scripts.FindAllString(html, -1), 5)
	shown, _, _ := strings.Cut(html, `id="config"`)
	for _, bad := range []string{"<img", "<!--", "\x1b", "\u202e", `href="javascript:`} {
		require.False(t, strings.Contains(shown, bad), bad)
	}
	require.False(t, strings.Contains(html, "<img"))
}

// The organizer's text is on the page, with its addresses as links. Without it
// the page asks for nothing.
func TestCollect(t *testing.T) {
	o := web.Options{Collect: "Mail it to jo@example.com, please.\nOr here: https://example.com/drop?a=b&c=@x.\n", Consent: "I agree.", AskJob: true}
	html := newPage(t, fittest.Whole(3), o)
	require.Contains(t, html, `<p>Mail it to <a href="mailto:jo@example.com" rel="noopener noreferrer">jo@example.com</a>, please.</p>`)
	require.Contains(t, html, `<a href="https://example.com/drop?a=b&amp;c=@x" rel="noopener noreferrer">https://example.com/drop?a=b&amp;c=@x</a>.</p>`)
	require.Contains(t, html, `id="consent"> I agree.</label>`)
	odd := newPage(t, fittest.Whole(3), web.Options{Collect: "https://example.com@evil.test/ or https://a%20b/"})
	for _, address := range []string{"https://example.com@evil", "https://a%20b"} {
		require.Contains(t, odd, address)
		require.NotContains(t, odd, `<a href="`+address)
	}
	require.Contains(t, html, `<option value="r02">Role 2</option>`)
	require.Contains(t, html, "At the end you can hand them in")
	html = newPage(t, fittest.Whole(3), web.Options{})
	for _, absent := range []string{`id="consent"`, `id="holds"`, "Hand in", "hand them in"} {
		require.NotContains(t, html, absent)
	}
}

// The page has every question, card, start, condition and skill on paper.
func TestPaper(t *testing.T) {
	html := newPage(t, fittest.Whole(4), web.Options{})
	require.Equal(t, 24, strings.Count(html, `<th scope="col">Worst</th>`))
	require.Contains(t, html, "24 of 24, ")
	for _, text := range []string{"card-4", "Backend development", "You are on call.", "Skill u", "rolefit form --seed 1 --pack DIR"} {
		require.Contains(t, html, text)
	}
	require.NotContains(t, html[:strings.Index(html, `id="config"`)], "Role 0", "before the verdict no role is named")
}

func TestIntro(t *testing.T) {
	for roles, want := range map[int]string{2: "Each question shows two things", 3: "Each question shows three things", 6: "compares six roles"} {
		require.Contains(t, newPage(t, fittest.Whole(roles), web.Options{}), want)
	}
	require.Contains(t, newPage(t, fittest.Synthetic(2, 9), web.Options{}), "questions, about ")
}

// A program that was built without an engine says so.
func TestEmbedded(t *testing.T) {
	e, err := web.Embedded()
	if err == nil {
		require.NotEmpty(t, e.WASM)
		require.NotEmpty(t, e.Runtime)
		return
	}
	require.ErrorIs(t, err, web.ErrNoEngine)
}
