//go:build linux

package main

import (
	"bufio"
	"embed"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
)

// These are the programs that someone would write instead, in the folder peer:
// they compute the fits alone, without a verdict. The packages come from npm, by
// make peers, which tells node where they are with NODE_PATH; one that isn't
// installed is left out.
//
//go:embed peer/*.js
var peerFiles embed.FS

// A peer is such a program.
type peer struct {
	name, script, needs string
	input               string // the file that says what to compute
	share               int    // it gets one in so many people, since it is slower
}

var peers = []peer{
	{"DuckDB", "duck.js", "@duckdb/node-api", "fits.sql", 1},
	{"Polars", "polars.js", "nodejs-polars", "table.json", 1},
	{"node", "node.js", "", "table.json", 10},
}

// command returns a contender that writes the fits of people to a file.
func (b *bench) peer(p peer, people, out string) *contender {
	c := command(b.people/p.share, "node", b.file(p.script), b.file(p.input), people, out, "2")
	c.name = p.name
	return c
}

func (b *bench) file(name string) string { return filepath.Join(b.dir, name) }

// installedPeers returns the peers that can be run, after comparing what they
// compute for a few people with brief output.
func (b *bench) installedPeers(few string) (found []peer, err error) {
	if err := b.writePeers(); err != nil {
		return nil, err
	}
	brief := b.file("brief.jsonl")
	if _, err := b.score(few, 0, "--brief", "-o", brief).run(); err != nil {
		return nil, err
	}
	want, err := readFits(brief)
	if err != nil {
		return nil, err
	}
	for _, p := range peers {
		if exec.Command("node", "-e", fmt.Sprintf("require(%q)", p.needs)).Run() != nil && p.needs != "" || exec.Command("node", "--version").Run() != nil {
			row(p.name, "not installed")
			continue
		}
		out := b.file(p.script + ".out")
		if _, err := b.peer(p, few, out).run(); err != nil {
			return nil, fmt.Errorf("%s: %w", p.name, err)
		}
		got, err := readFits(out)
		if err != nil {
			return nil, err
		}
		if err := sameFits(want, got); err != nil {
			return nil, fmt.Errorf("%s computes something else: %w", p.name, err)
		}
		found = append(found, p)
	}
	return found, nil
}

// writePeers writes the programs and what they compute.
func (b *bench) writePeers() error {
	table := map[string]map[string]any{"questions": {}, "roles": {}, "asked": {}}
	for i, x := range b.quiz.Questions {
		options := map[string]string{}
		for _, o := range x.Options {
			options[o.Key] = o.Role
			table["roles"][o.Role] = true
		}
		table["questions"][x.ID] = options
		if i < interview {
			table["asked"][x.ID] = true
		}
	}
	data, err := json.Marshal(table)
	if err != nil {
		return err
	}
	files := map[string][]byte{"table.json": data, "fits.sql": []byte(duckSQL(b.quiz))}
	for _, p := range peers {
		if files[p.script], err = peerFiles.ReadFile("peer/" + p.script); err != nil {
			return err
		}
	}
	for name, data := range files {
		if err := os.WriteFile(b.file(name), data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// readFits reads the fits of people by id and role.
func readFits(name string) (map[string]map[string]float64, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	all := map[string]map[string]float64{}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var line map[string]any
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			return nil, err
		}
		fits, ok := line["fits"].(map[string]any)
		if !ok {
			fits = line
		}
		of := map[string]float64{}
		for role, fit := range fits {
			if n, ok := fit.(float64); ok {
				of[role] = n
			}
		}
		all[fmt.Sprint(line["id"])] = of
	}
	return all, nil
}

// sameFits returns an error unless two programs found the same fits for the same
// people, up to rounding.
func sameFits(want, got map[string]map[string]float64) error {
	if len(want) != len(got) {
		return fmt.Errorf("%d people, expected %d", len(got), len(want))
	}
	for id, fits := range want {
		for role, fit := range fits {
			if other, ok := got[id][role]; !ok || math.Abs(other-fit) > 1e-9 {
				return fmt.Errorf("%s of %s is %v, expected %v", role, id, got[id][role], fit)
			}
		}
	}
	return nil
}
