package main

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "regenerate the table in docs/dependencies.md")

const dependencies = "../../docs/dependencies.md"

// mayNet lists the networking packages that may be linked into the program, and
// who may import them. None of them opens a connection: pflag has flags for IP
// addresses, x/sys uses Windows socket errors, and URLs are only parsed, in
// templates and in terminal links.
var mayNet = map[string][]string{
	"net":       {"github.com/spf13/pflag", "golang.org/x/sys/windows"},
	"net/netip": {"net", "net/url", "internal/routebsd"},
	"net/url":   {"text/template", "html/template", "github.com/charmbracelet/x/ansi", "github.com/rolefit/rolefit/internal/page", "github.com/rolefit/rolefit/internal/document"},
}

// TestNoNetworkPackages checks that the program contains no other
// networking package, and that none of our packages imports net.
func TestNoNetworkPackages(t *testing.T) {
	for _, system := range systems {
		all, err := parts(system)
		require.NoError(t, err)
		for _, p := range all {
			require.NotRegexp(t, `^(crypto/tls|log/syslog|vendor/golang.org/x/net/http.*|golang.org/x/(net/(http|websocket|proxy|trace|icmp|nettest|quic|webdav).*|crypto/ssh.*))$`, p.ImportPath, system)
			for _, imported := range p.Imports {
				if imported == "net" || strings.HasPrefix(imported, "net/") {
					require.Contains(t, mayNet[imported], p.ImportPath, "on %s, %s imports %s", system, p.ImportPath, imported)
				}
			}
		}
	}
}

// TestNoConnectionCanBeOpened checks that the linker keeps no function of net
// that dials, listens or looks up a name.
func TestNoConnectionCanBeOpened(t *testing.T) {
	file := filepath.Join(t.TempDir(), "rolefit")
	out, err := exec.Command("go", "build", "-buildvcs=false", "-o", file, program).CombinedOutput()
	require.NoError(t, err, string(out))
	symbols, err := exec.Command("go", "tool", "nm", file).Output()
	require.NoError(t, err)
	require.Contains(t, string(symbols), " main.main\n")
	require.Empty(t, connecting.FindAllString(string(symbols), -1))
}

var connecting = regexp.MustCompile(`net\.\(\*(Dialer|ListenConfig|Resolver|netFD)\)\S*|syscall\.([cC]onnect|[lL]isten|[sS]ocket)\n`)

// required returns the modules in go.mod, including test-only ones, with their
// folders.
func required(t *testing.T) []module {
	_, err := os.Stat("../../go.mod") // so that go test reruns the test when it changes
	require.NoError(t, err)
	mods, err := ask[struct{ Require []module }]("GOOS=", "mod", "edit", "-json", "../../go.mod")
	require.NoError(t, err)
	all, err := modules()
	require.NoError(t, err)
	tested, err := ask[part]("GOOS=", "list", "-deps", "-test", "-json=Module", "../../...")
	require.NoError(t, err)
	dirs := map[string]string{}
	for _, p := range tested {
		if p.Module != nil {
			all = append(all, *p.Module)
		}
	}
	for _, m := range all {
		dirs[m.Path] = m.Dir
	}
	for i, m := range mods[0].Require {
		mods[0].Require[i].Dir = dirs[m.Path]
	}
	return mods[0].Require
}

// dated returns the date of a module's version. The table already has it unless
// the version has changed; only -update asks the module proxy.
func dated(t *testing.T, m module, row []string) string {
	switch {
	case row[1] == m.Version:
		return row[2]
	case !*update:
		return "unknown"
	}
	found, err := ask[module]("GOOS=", "list", "-m", "-json", m.Path)
	require.NoError(t, err)
	return found[0].Time.Format(time.DateOnly)
}

// TestDependencies checks the table of dependencies against go.mod: each row
// has the module's version, the version's date, whether the module is linked
// into the program or used only by tests, a license that we may redistribute
// under, and a reason. Everything but the reason is written by -update.
func TestDependencies(t *testing.T) {
	linked := map[string]bool{}
	list, err := modules()
	require.NoError(t, err)
	for _, m := range list {
		linked[m.Path] = true
	}
	data, err := os.ReadFile(dependencies)
	require.NoError(t, err)
	page := string(data)
	head := "| module | version | of | in | license | why |\n|---|---|---|---|---|---|\n"
	begin := strings.Index(page, head)
	require.Positive(t, begin, "docs/dependencies.md has a table")
	begin += len(head)
	end := begin
	for strings.HasPrefix(page[end:], "|") {
		end += strings.Index(page[end:], "\n") + 1
	}
	known := rows(page[begin:end])
	table := ""
	for _, m := range required(t) {
		in := "tests"
		if linked[m.Path] {
			in = "program"
		}
		row := known[m.Path]
		require.NotEmpty(t, row, "%s has no row in the table: write one, | %s | why |", m.Path, m.Path)
		under := license(t, m)
		if linked[m.Path] {
			require.NotContains(t, under, "MPL", "%s: what is in the program may ask no more than to be named", m.Path)
		}
		table += fmt.Sprintf("| %s | %s | %s | %s | %s | %s |\n", m.Path, m.Version, dated(t, m, row), in, under, row[len(row)-1])
	}
	if *update {
		require.NoError(t, os.WriteFile(dependencies, []byte(page[:begin]+table+page[end:]), 0o644))
		return
	}
	require.Equal(t, table, page[begin:end], "make update regenerates it")
}

// rows returns the cells of the table, keyed by module.
func rows(table string) map[string][]string {
	known := map[string][]string{}
	for row := range strings.Lines(table) {
		cells := strings.Split(strings.Trim(row, "| \n"), " | ")
		known[cells[0]] = cells
	}
	return known
}

// licenses has a phrase that identifies each known license.
var licenses = map[string]string{
	"Apache-2.0": "Apache License",
	"BSD-2":      "Redistribution and use in source and binary forms",
	"BSD-3":      "Neither the name of",
	"ISC":        "Permission to use, copy, modify, and/or distribute",
	"MIT":        "Permission is hereby granted, free of charge",
	"MPL-2.0":    "Mozilla Public License Version 2.0",
}

var readmeSaysMIT = regexp.MustCompile(`(?m)^## License\s+MIT$`)

// license identifies the license of a module by its text. An unknown license
// fails the test.
func license(t *testing.T, m module) string {
	require.NotEmpty(t, m.Dir, "%s is not on this machine: go mod download", m.Path)
	text, err := licenseText(m.Dir)
	require.NoError(t, err)
	if readmeSaysMIT.MatchString(text) {
		return "MIT, says its README"
	}
	found := map[string]bool{}
	for name, sign := range licenses {
		if strings.Contains(text, sign) {
			found[name] = true
		}
	}
	if found["BSD-3"] {
		delete(found, "BSD-2") // contains the text of BSD-2-Clause
	}
	require.NotEmpty(t, found, "%s has a license that is not known", m.Path)
	return strings.Join(slices.Sorted(maps.Keys(found)), ", ")
}
