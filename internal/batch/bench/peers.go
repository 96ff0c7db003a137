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

// peerFiles contains programs that someone might write instead of using
// rolefit. They compute only the fits, without a verdict. make peers installs
// the npm packages that they need, and make bench sets NODE_PATH. A program
// whose package isn't installed is skipped.
//
//go:embed peer/*.js
var peerFiles embed.FS

// A peer is one of the programs in peerFiles.
type peer struct {
	name, script, needs string
	input               string // name of the file that describes what to compute
	share               int    // slow programs process one in this many people
}

var peers = []peer{
	{"DuckDB", "duck.js", "@duckdb/node-api", "fits.sql", 1},
	{"Polars", "polars.js", "nodejs-polars", "table.json", 1},
	{"node", "node.js", "", "table.json", 10},
}

// peer returns a contender that runs a peer, which writes people's fits to the
// file out.
func (b *bench) peer(p peer, people, out string) *contender {
	c := command(b.people/p.share, "node", b.file(p.script), b.file(p.input), people, out, "2")
	c.name = p.name
	return c
}

func (b *bench) file(name string) string { return filepath.Join(b.dir, name) }

// installedPeers returns the peers that are installed. It returns an error if a
// peer's fits for a few people differ from those in brief output.
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

// writePeers writes the peers' programs and the files that describe what to
// compute.
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

// readFits reads fits, by person id and role.
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

// sameFits returns an error unless both programs found the same fits for the
// same people, up to rounding errors.
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
