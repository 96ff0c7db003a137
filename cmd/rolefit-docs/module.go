package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

const program = "github.com/rolefit/rolefit/cmd/rolefit"

// systems lists the operating systems that releases support.
var systems = []string{"linux", "darwin", "windows"}

// A module is a module in the output of go list.
type module struct {
	Path, Version, Dir string
	Main               bool
	Time               time.Time
}

// A part is a package linked into the program.
type part struct {
	ImportPath string
	Imports    []string
	Module     *module // nil for packages of the standard library
}

// parts returns the packages linked into the program for an operating system.
func parts(system string) ([]part, error) {
	return ask[part]("GOOS="+system, "list", "-deps", "-json=ImportPath,Imports,Module", program)
}

// modules returns the modules linked into the program for any operating system,
// sorted by path.
func modules() ([]module, error) {
	found := map[string]module{}
	for _, system := range systems {
		all, err := parts(system)
		if err != nil {
			return nil, err
		}
		for _, p := range all {
			if p.Module != nil && !p.Module.Main {
				found[p.Module.Path] = *p.Module
			}
		}
	}
	var list []module
	for _, m := range found {
		list = append(list, m)
	}
	slices.SortFunc(list, func(a, b module) int { return strings.Compare(a.Path, b.Path) })
	return list, nil
}

// ask runs the go command and decodes the JSON values in its output.
func ask[T any](environment string, args ...string) ([]T, error) {
	cmd := exec.Command("go", args...)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0", environment)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("running go %s: %v", strings.Join(args, " "), err)
	}
	var all []T
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var v T
		err := d.Decode(&v)
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
		all = append(all, v)
	}
}

// licenseText returns the license file in a folder. If there is none, it
// returns the README, which must then contain the name of the license.
func licenseText(dir string) (string, error) {
	var text strings.Builder
	for _, pattern := range []string{"LICEN[SC]E*", "COPYING*", "README.md"} {
		if pattern == "README.md" && text.Len() > 0 {
			break
		}
		names, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			return "", err
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				return "", err
			}
			text.WriteString(strings.ReplaceAll(string(data), "\r", ""))
		}
	}
	if text.Len() == 0 {
		return "", fmt.Errorf("there is no license in %q", dir)
	}
	return text.String(), nil
}

// notices returns the licenses that must be distributed with the program: Go's
// own, followed by one per module. The go-licenses tool (v1.6.0) isn't used,
// because it omits Go's license, examines only one operating system at a time,
// and needs network access.
func notices() ([]byte, error) {
	list, err := modules()
	if err != nil {
		return nil, err
	}
	roots, err := ask[struct{ GOROOT string }]("GOOS=", "env", "-json", "GOROOT")
	if err != nil {
		return nil, err
	}
	list = append([]module{{Path: "Go", Dir: roots[0].GOROOT}}, list...)
	var out bytes.Buffer
	out.WriteString("Rolefit contains the following. Its own license is in LICENSE.\n")
	for _, m := range list {
		text, err := licenseText(m.Dir)
		if err != nil {
			return nil, err
		}
		title := strings.TrimSpace(m.Path + " " + m.Version)
		fmt.Fprintf(&out, "\n%s\n%s\n\n%s\n", title, strings.Repeat("=", len(title)), strings.TrimSpace(text))
	}
	return out.Bytes(), nil
}
