package browsertest

import (
	"errors"
	"os"
	"path/filepath"
)

// axeScript is the path of axe-core, as installed by make axe.
const axeScript = "internal/browsertest/axe/node_modules/axe-core/axe.min.js"

// Violations checks the current state of the page with the accessibility
// checker axe-core. It returns a line for each element that violates a rule of
// WCAG 2.2, level AA, or a best practice. If axe-core isn't installed, the test
// is skipped, or fails if CI is set.
func (p *Page) Violations() (found []string) {
	p.t.Helper()
	script, err := readFromRoot(axeScript)
	if err != nil && os.Getenv("CI") == "" {
		p.t.Skip("no axe-core to check pages with; to install it: make axe")
	}
	if err != nil {
		p.t.Fatal(err, "; to install it: make axe")
	}
	p.Eval(string(script)+"\ntrue", nil)
	p.Eval(`axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }).then((r) =>
		r.violations.flatMap((v) => v.nodes.map((n) => v.id + ": " + v.help + ": " + n.html)))`, &found)
	return found
}

// readFromRoot reads a file, given its path from the root of the module.
func readFromRoot(name string) ([]byte, error) {
	dir, err := os.Getwd()
	for err == nil {
		if _, missing := os.Stat(filepath.Join(dir, "go.mod")); missing == nil {
			return os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		}
		if dir == filepath.Dir(dir) {
			return nil, errors.New("no go.mod above the test")
		}
		dir = filepath.Dir(dir)
	}
	return nil, err
}
