//go:build linux

package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/rolefit/rolefit/internal/fit"
)

// manyPostings is the maximum number of postings that one call of match reads.
const manyPostings = 1000

// postings measures match for one posting, match for many in one call, and pack
// learn. The postings aren't in the repository, because their texts belong to
// others.
func (b *bench) postings() error {
	if b.posts == "" {
		row("match and pack learn", "not measured: they need postings, as in go run ./internal/batch/bench -postings FILE")
		return nil
	}
	files, all, err := b.splitPostings()
	if err != nil {
		return err
	}
	one := command(starts, b.program, "match", files[0])
	one.times = starts
	many := command(len(files), b.program, append([]string{"match"}, files...)...)
	whole := command(len(files), b.program, append([]string{"match", "--format", "json"}, files...)...)
	dir := b.file(filepath.Join("postings", "learned")) // not where other commands look for a pack
	if err := exec.Command(b.program, "pack", "init", dir, "--from", fit.BuiltinPack).Run(); err != nil {
		return err
	}
	posts, err := filepath.Abs(b.posts)
	if err != nil {
		return err
	}
	learn := command(all, b.program, "pack", "learn", dir, "--postings", posts)
	if err := b.inTurns(one, many, whole, learn); err != nil {
		return err
	}
	row("match of one posting (aim: 30 ms)", "%.0f ms", 1e3/one.rate())
	row(fmt.Sprintf("match of %d postings in one call (aim: 2000 a second)", len(files)), "%.0f a second; per second of processor time %.0f", many.rate(), many.perCore())
	row("the same as JSON, which has all facts", "%.0f a second; per second of processor time %.0f", whole.rate(), whole.perCore())
	row(fmt.Sprintf("pack learn, %d postings (aim: 10 s)", all), "%.1f s; processor time %.1f s", float64(all)/learn.rate(), float64(all)/learn.perCore())
	return nil
}

// splitPostings writes each of the first postings to its own file. It returns
// the names of these files and the total number of postings.
func (b *bench) splitPostings() (files []string, all int, err error) {
	f, err := os.Open(b.posts)
	if err != nil {
		return nil, 0, err
	}
	defer f.Close()
	dir := b.file("postings")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, 0, err
	}
	lines := bufio.NewScanner(f)
	for lines.Buffer(nil, 4<<20); lines.Scan(); all++ {
		if all >= manyPostings {
			continue
		}
		var posting struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &posting); err != nil {
			return nil, 0, err
		}
		name := filepath.Join(dir, fmt.Sprintf("%04d.txt", all))
		if err := os.WriteFile(name, []byte(posting.Text), 0o644); err != nil {
			return nil, 0, err
		}
		files = append(files, name)
	}
	return files, all, lines.Err()
}
