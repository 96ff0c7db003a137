package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the table of dependencies in CONTRIBUTING.md anew")

const (
	program = "github.com/rolefit/rolefit/cmd/rolefit"
	guide   = "../../CONTRIBUTING.md"
)

// A listed is a package that the program is made of.
type listed struct {
	ImportPath string
	Imports    []string
	Module     *struct{ Path string }
}

// packages are those of the program on a system.
func packages(t *testing.T, system string) []listed {
	cmd := exec.Command("go", "list", "-deps", "-json=ImportPath,Imports,Module", program)
	cmd.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=0")
	return decoded[listed](t, cmd)
}

// decoded are the values that a go command prints.
func decoded[T any](t *testing.T, cmd *exec.Cmd) []T {
	out, err := cmd.Output()
	var failed *exec.ExitError
	if errors.As(err, &failed) {
		t.Fatalf("%v: %v\n%s", cmd.Args, err, failed.Stderr)
	}
	require.NoError(t, err)
	var all []T
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var v T
		if err := d.Decode(&v); err == io.EOF {
			return all
		} else {
			require.NoError(t, err)
		}
		all = append(all, v)
	}
}

var systems = []string{"linux", "darwin", "windows"}

// mayNet are the packages of the network that may be in the program, and who
// may import them. None of these opens a connection: pflag has flags for
// addresses, and x/sys tells Windows' errors of sockets by them; a URL is read,
// not fetched, where it stands in a template or in a link on a terminal.
var mayNet = map[string][]string{
	"net":       {"github.com/spf13/pflag", "golang.org/x/sys/windows"},
	"net/netip": {"net", "net/url", "internal/routebsd"},
	"net/url":   {"text/template", "html/template", "github.com/charmbracelet/x/ansi"},
}

// TestNothingReachesTheNetwork: no package of the program is one that speaks
// to others, and none of ours imports net.
func TestNothingReachesTheNetwork(t *testing.T) {
	for _, system := range systems {
		for _, p := range packages(t, system) {
			require.NotRegexp(t, `^(crypto/tls|log/syslog|vendor/golang.org/x/net/http.*|golang.org/x/(net/(http|websocket|proxy|trace|icmp|nettest|quic|webdav).*|crypto/ssh.*))$`, p.ImportPath, system)
			for _, imported := range p.Imports {
				if imported == "net" || strings.HasPrefix(imported, "net/") {
					require.Contains(t, mayNet[imported], p.ImportPath, "on %s, %s imports %s", system, p.ImportPath, imported)
				}
			}
		}
	}
}

// A module is one that go.mod requires.
type module struct {
	Path, Version, Dir string
	Time               time.Time
}

// required are the modules of go.mod, those of tests too.
func required(t *testing.T) []module {
	_, err := os.Stat("../../go.mod") // so that go test knows that the result depends on it
	require.NoError(t, err)
	mods := decoded[struct{ Require []module }](t, exec.Command("go", "mod", "edit", "-json", "../../go.mod"))
	args := []string{"list", "-m", "-json"}
	for _, m := range mods[0].Require {
		args = append(args, m.Path)
	}
	return decoded[module](t, exec.Command("go", args...))
}

// TestDependencies holds the table of dependencies to go.mod: each with its
// version and that version's date, whether it is in the program on some system
// or in tests alone, a licence that is as free as ours, and a reason. All but
// the reason is written by -update.
func TestDependencies(t *testing.T) {
	linked := map[string]bool{}
	for _, system := range systems {
		for _, p := range packages(t, system) {
			if p.Module != nil {
				linked[p.Module.Path] = true
			}
		}
	}
	data, err := os.ReadFile(guide)
	require.NoError(t, err)
	page := string(data)
	head := "| module | version | of | in | licence | why |\n|---|---|---|---|---|---|\n"
	begin := strings.Index(page, head)
	require.Positive(t, begin, "CONTRIBUTING.md has the table of dependencies")
	begin += len(head)
	end := begin
	for strings.HasPrefix(page[end:], "|") {
		end += strings.Index(page[end:], "\n") + 1
	}
	why := reasons(page[begin:end])
	table := ""
	for _, m := range required(t) {
		in := "tests"
		if linked[m.Path] {
			in = "program"
		}
		require.NotEmpty(t, why[m.Path], "%s has no reason in the table: write its row", m.Path)
		under := licence(t, m)
		if linked[m.Path] {
			require.NotContains(t, under, "MPL", "%s: what is in the program may ask no more than to be named", m.Path)
		}
		table += fmt.Sprintf("| %s | %s | %s | %s | %s | %s |\n", m.Path, m.Version, m.Time.Format(time.DateOnly), in, under, why[m.Path])
	}
	if *update {
		require.NoError(t, os.WriteFile(guide, []byte(page[:begin]+table+page[end:]), 0o644))
		return
	}
	require.Equal(t, table, page[begin:end], "make update writes it anew")
}

// reasons are the last cells of the table, by module.
func reasons(table string) map[string]string {
	why := map[string]string{}
	for row := range strings.Lines(table) {
		cells := strings.Split(strings.Trim(row, "| \n"), " | ")
		why[cells[0]] = cells[len(cells)-1]
	}
	return why
}

// licences are the texts by which each is known.
var licences = map[string]string{
	"Apache-2.0": "Apache License",
	"BSD-2":      "Redistribution and use in source and binary forms",
	"BSD-3":      "Neither the name of",
	"ISC":        "Permission to use, copy, modify, and/or distribute",
	"MIT":        "Permission is hereby granted, free of charge",
	"MPL-2.0":    "Mozilla Public License Version 2.0",
}

// licence is the licence of a module, by the text that comes with it. One that
// is not known fails the test.
func licence(t *testing.T, m module) string {
	require.NotEmpty(t, m.Dir, "%s is not on this machine: go mod download", m.Path)
	var files []string
	for _, name := range []string{"LICEN[SC]E*", "COPYING*"} {
		found, err := filepath.Glob(filepath.Join(m.Dir, name))
		require.NoError(t, err)
		files = append(files, found...)
	}
	if len(files) == 0 {
		data, err := os.ReadFile(filepath.Join(m.Dir, "README.md"))
		require.NoError(t, err, "%s has no licence", m.Path)
		require.Regexp(t, `(?m)^## License\s+MIT$`, string(data), "%s has no licence", m.Path)
		return "MIT, says its README"
	}
	text := ""
	for _, name := range files {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		text += strings.ReplaceAll(string(data), "\r", "")
	}
	found := map[string]bool{}
	for name, sign := range licences {
		if strings.Contains(text, sign) {
			found[name] = true
		}
	}
	if found["BSD-3"] {
		delete(found, "BSD-2") // which it contains
	}
	require.NotEmpty(t, found, "%s has a licence that is not known", m.Path)
	return strings.Join(slices.Sorted(maps.Keys(found)), ", ")
}
