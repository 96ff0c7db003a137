// Package web writes the quiz as one HTML file that runs in any browser,
// offline, from a web server or straight from a disk.
//
// The file contains everything: the introduction, a form to print the questions
// from browsers that don't run scripts, the pack as JSON, the method compiled
// to WebAssembly (see package browser), and a script without dependencies that
// shows the steps of the interview. The introduction comes first and doesn't
// depend on the rest, so a person can read it while the rest loads.
//
// # Safety
//
// The page loads and sends nothing: its content security policy forbids every
// connection, and allows its own style sheet and scripts by their hashes. The
// texts of a pack are untrusted. They enter the page through html/template, as
// JSON in which every < is escaped, or as text nodes.
//
// # Answers
//
// Browsers don't provide reliable storage for a page opened from a disk. So the
// answers are in the fragment of the page's address, which isn't sent to a
// server. After a reload, or from a bookmark, the quiz continues at the same
// step. When the result is shown, the answers move from the fragment, which
// people would share with the address, to the state of the history entry. A
// reload keeps that state, and a link doesn't contain it.
package web

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/safetext"
)

// Options are an organizer's additions to the page.
type Options struct {
	Collect string // instructions for handing in the answers; "" if they aren't collected
	Consent string // text to agree to before handing in the answers; "" if there is none
	AskJob  bool   // whether to ask for the person's current role, if they like it
}

//go:embed page.css
var styleSheet string

//go:embed page.html
var pageHTML string

// The page's scripts, in the order in which they run.
var (
	//go:embed script/start.js
	startScript string
	//go:embed script/view.js
	viewScript string
	//go:embed script/end.js
	endScript string
	//go:embed script/main.js
	mainScript string
)

// Page returns the page for a quiz.
func Page(q *fit.Quiz, e Engine, o Options) ([]byte, error) {
	config, err := json.Marshal(map[string]any{
		"pack": q.Pack, "roles": q.Chosen(), "titles": titles(q), "askJob": o.AskJob, "collect": o.Collect != "",
	})
	if err != nil {
		return nil, fmt.Errorf("writing the pack as JSON: %w", err)
	}
	style := lines(page.StyleSheet() + styleSheet)
	scripts := []string{lines(startScript), lines(string(e.Runtime)), lines("(() => {\n\"use strict\";\n" + viewScript + endScript + mainScript + "})();\n")}
	data := map[string]any{
		"Title": title(q), "Style": template.CSS(style), "Policy": policy(style, scripts), "Start": template.JS(scripts[0]),
		"Intro": newIntro(q, o), "Form": newForm(q), "Collect": linked(o.Collect), "Consent": safetext.Sanitize(o.Consent), "Jobs": jobs(q, o),
	}
	parsed, err := template.New("").Parse(pageHTML)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := parsed.Execute(&out, data); err != nil {
		return nil, fmt.Errorf("writing the page: %w", err)
	}
	for _, s := range scripts {
		if strings.Contains(strings.ToLower(s), "</script") {
			return nil, errors.New("writing the page: a script contains the end of a script")
		}
	}
	fmt.Fprintf(&out, "<script>%s</script>\n", scripts[2])
	fmt.Fprintf(&out, "<script type=\"application/json\" id=\"config\">%s</script>\n", config)
	fmt.Fprintf(&out, "<script type=\"text/plain\" id=\"engine\">%s</script>\n", base64.StdEncoding.EncodeToString(e.WASM))
	fmt.Fprintf(&out, "<pre id=\"licenses\" hidden>%s</pre>\n", template.HTMLEscapeString(string(e.Licenses)))
	fmt.Fprintf(&out, "<script>%s</script>\n</body>\n</html>\n", scripts[1])
	return out.Bytes(), nil
}

// title returns the title of the page.
func title(q *fit.Quiz) string {
	if t := safetext.Sanitize(q.Pack.Title); strings.TrimSpace(t) != "" {
		return t
	}
	return "Which role fits you best?"
}

// titles returns the roles' titles by id.
func titles(q *fit.Quiz) map[string]string {
	out := map[string]string{}
	for _, r := range q.Roles {
		out[r.ID] = safetext.Sanitize(r.Title)
	}
	return out
}

// policy returns the content security policy. It allows only the style sheet,
// the scripts, and compiling WebAssembly.
func policy(style string, scripts []string) string {
	var hashes []string
	for _, s := range scripts {
		hashes = append(hashes, source(s))
	}
	return strings.Join([]string{
		"default-src 'none'", "connect-src 'none'", "style-src " + source(style),
		"script-src " + strings.Join(hashes, " ") + " 'wasm-unsafe-eval'", "base-uri 'none'", "form-action 'none'",
	}, "; ")
}

// lines normalizes line endings as browsers do before they compute hashes. A
// file may have been checked out with other line endings.
func lines(text string) string { return strings.ReplaceAll(text, "\r\n", "\n") }

// source returns the hash of an inline element, in the form that a content
// security policy requires.
func source(content string) string {
	sum := sha256.Sum256([]byte(content))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
