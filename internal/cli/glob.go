package cli

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// expand replaces patterns such as *.txt by the names of matching files. Shells
// on Windows leave this to programs, and others do so if the pattern is in
// quotes. As in shells, only a pattern that begins with a dot matches hidden
// files. A name that exists or matches nothing stays unchanged.
func expand(names []string) []string {
	var all []string
	for _, name := range names {
		found := []string{name}
		if _, err := os.Lstat(name); err != nil && strings.ContainsAny(name, "*?[") {
			matches, err := filepath.Glob(name)
			if !strings.HasPrefix(filepath.Base(name), ".") {
				matches = slices.DeleteFunc(matches, func(m string) bool { return strings.HasPrefix(filepath.Base(m), ".") })
			}
			if err == nil && len(matches) > 0 {
				found = matches
			}
		}
		all = append(all, found...)
	}
	return all
}
