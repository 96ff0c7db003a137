package cli

import (
	"os"
	"path/filepath"
	"strings"
)

// expand replaces patterns such as *.txt by the names of matching files. It
// does so only on Windows, where shells leave this to programs. A name that
// exists or matches nothing stays unchanged.
func (a *app) expand(names []string) []string {
	if a.env.System != "windows" {
		return names
	}
	var all []string
	for _, name := range names {
		found := []string{name}
		if _, err := os.Lstat(name); err != nil && strings.ContainsAny(name, "*?[") {
			if matches, err := filepath.Glob(name); err == nil && len(matches) > 0 {
				found = matches
			}
		}
		all = append(all, found...)
	}
	return all
}
