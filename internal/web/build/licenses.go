package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// licenses returns the licenses of rolefit, of Go, and of every module in the
// engine. Each copy of the page must contain them.
func licenses(goroot string) ([]byte, error) {
	mod, err := ask("GOMOD")
	if err != nil {
		return nil, err
	}
	format := "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}"
	list, err := goCommand("list", "-deps", "-f", format, program).Output()
	if err != nil {
		return nil, fmt.Errorf("listing the modules of %s: %w", program, err)
	}
	modules := strings.Split(strings.TrimSpace(string(list)), "\n")
	slices.Sort(modules)
	var out bytes.Buffer
	out.WriteString("This page contains the following.\n")
	for _, m := range append([]string{"rolefit\t" + filepath.Dir(mod), "Go\t" + goroot}, slices.Compact(modules)...) {
		name, dir, _ := strings.Cut(m, "\t")
		text, err := license(dir)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&out, "\n%s\n%s\n\n%s\n", name, strings.Repeat("=", len(name)), strings.TrimSpace(text))
	}
	return out.Bytes(), nil
}

// license returns the text of the license files in a folder.
func license(dir string) (string, error) {
	names, err := filepath.Glob(filepath.Join(dir, "LICEN[SC]E*"))
	if err != nil || len(names) == 0 {
		return "", fmt.Errorf("there is no license in %q", dir)
	}
	var texts []string
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			return "", err
		}
		texts = append(texts, strings.ReplaceAll(string(data), "\r", ""))
	}
	return strings.Join(texts, "\n"), nil
}
